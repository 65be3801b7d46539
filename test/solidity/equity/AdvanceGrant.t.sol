// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityPlan } from "../../../contracts/interfaces/IEquityPlan.sol";
import { PlanBase } from "./support/PlanBase.sol";

contract AdvanceGrantTest is PlanBase {
    function setUp() public override {
        super.setUp();
        PlanSettings memory settings = _settings();
        settings.flow = true;
        settings.callWindow = 0;
        plan = _create(settings);
        NewGrant memory terms = _fourYears(ana, 48_000);
        terms.cliff = 0;
        _grant(terms);
        _grant(_vested(ben, 52_000));
    }

    function test_RevertGiven_ThePlanCatchesUp() external {
        PlanSettings memory settings = _settings();
        settings.name = "Another";
        plan = _create(settings);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NotInSettings.selector, "flow"));
        plan.advance(ANA);
    }

    function test_RevertWhen_TheGrantIsUnknown() external {
        vm.expectRevert(_unknownGrant(3));
        plan.advance(3);
    }

    function test_WhenMoneyCame() external {
        vm.warp(_month(12));
        _receive(10_000e6);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Advanced(ANA, address(usdc), 1_200e6, 3_600e6);
        vm.prank(stranger);
        plan.advance(ANA);
        vm.assertEq(_earnings(ANA).owed, 1_200e6, "as much as is vested");
        vm.assertEq(_money().treasury, 3_600e6, "the rest is the treasury's");
        vm.warp(_month(48));
        vm.assertEq(_earnings(ANA).owed + _payable(ANA), 1_200e6, "for good");
    }

    function test_WhenNothingCame() external {
        vm.recordLogs();
        plan.advance(ANA);
        vm.assertEq(vm.getRecordedLogs().length, 0, "tells of nothing");
        vm.assertEq(_money().treasury, 0, "nothing");
    }

    function test_WhenItIsClaimed() external {
        vm.warp(_month(12));
        _receive(10_000e6);
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 1_200e6, "paid");
        vm.assertEq(_money().treasury, 3_600e6, "the treasury's");
        vm.warp(_month(24));
        _receive(10_000e6);
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 3_600e6, "the share rises with the years");
        vm.assertEq(_earnings(ANA).paid, 3_600e6, "told");
    }

    function test_WhenTheHolderLeaves() external {
        vm.warp(_month(12) - NOTICE);
        vm.prank(ana);
        plan.resign(ANA, uint40(_month(12)));
        vm.warp(_month(12));
        _receive(10_000e6);
        plan.finishLeave(ANA);
        vm.assertEq(_earnings(ANA).owed, 1_200e6, "settled first");
        vm.assertEq(_money().treasury, 3_600e6, "the treasury's");
        vm.assertEq(_units(ANA), 9_600, "kept");
    }
}
