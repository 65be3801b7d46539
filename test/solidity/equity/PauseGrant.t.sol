// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PlanPower } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityGrants } from "../../../contracts/interfaces/IEquityGrants.sol";
import { PlanBase } from "./support/PlanBase.sol";

contract PauseGrantTest is PlanBase {
    function setUp() public override {
        super.setUp();
        _grant(_fourYears(ana, 48_000));
    }

    function test_RevertWhen_AnotherThanTheOperatorPauses() external {
        vm.expectRevert(_powerMissing(arbiter, PlanPower.Operator));
        vm.prank(arbiter);
        plan.pause(ANA);
    }

    function test_RevertWhen_TheGrantIsUnknown() external {
        vm.expectRevert(_unknownGrant(2));
        _pause(2);
        vm.expectRevert(_unknownGrant(2));
        _resume(2, operator);
    }

    function test_RevertWhen_ItHasNotBegun() external {
        uint256 id = _grant(_fourYears(ben, 1));
        vm.warp(START - 1);
        vm.expectRevert(_tooEarly(START));
        _pause(id);
    }

    function test_RevertGiven_ItIsPaused() external {
        _pause(ANA);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_IsPaused.selector, ANA));
        _pause(ANA);
    }

    function test_RevertGiven_TheLimitIsUsedUp() external {
        _pause(ANA);
        vm.warp(START + 91 days);
        _resume(ANA, operator);
        vm.assertEq(plan.grantAt(ANA).shift, 90 days, "no longer than the limit");
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_PauseLimit.selector, ANA, 90 days));
        _pause(ANA);
    }

    function test_RevertGiven_NoticeRuns() external {
        vm.prank(ana);
        plan.resign(ANA, uint40(START + NOTICE));
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_HasLeft.selector, ANA));
        _pause(ANA);
    }

    function test_RevertWhen_WhoHasNoPowerResumes() external {
        _pause(ANA);
        vm.expectRevert(_notAllowed(ana));
        _resume(ANA, ana);
    }

    function test_RevertGiven_ItRuns() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NotPaused.selector, ANA));
        _resume(ANA, operator);
    }

    function test_WhenTheOperatorPauses() external {
        vm.warp(_month(14) + 5);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityGrants.Paused(ANA);
        _pause(ANA);
        vm.assertEq(plan.grantAt(ANA).stopped, _month(14) + 5, "told");
        vm.assertEq(plan.vestedOf(ANA, _month(15)), 14_000, "stands");
        vm.assertEq(plan.vestedOf(ANA, _month(15) + 90 days - 1), 14_000, "to the limit");
        vm.assertEq(plan.vestedOf(ANA, _month(15) + 90 days), 15_000, "then runs by itself");
    }

    function test_WhenAnyOfTheThreeResumes() external {
        address[3] memory three = [operator, arbiter, guardian];
        for (uint256 i = 0; i < 3; ++i) {
            _pause(ANA);
            vm.warp(block.timestamp + 1 days);
            vm.expectEmit(true, true, true, true, address(plan));
            emit IEquityGrants.Resumed(ANA, uint32((i + 1) * 1 days));
            _resume(ANA, three[i]);
        }
        vm.assertEq(plan.grantAt(ANA).shift, 3 days, "in all");
        vm.assertEq(plan.grantAt(ANA).stopped, 0, "runs");
    }

    function test_WhenWhatWasPayableIsPaused() external {
        _receive(48_000e6);
        vm.warp(_month(13));
        uint256 before = _payable(ANA);
        _pause(ANA);
        vm.assertEq(_payable(ANA), before, "stays payable");
        vm.warp(_month(14));
        vm.assertEq(_payable(ANA), before, "no more for now");
    }

    function _pause(uint256 id) private {
        vm.prank(operator);
        plan.pause(id);
    }

    function _resume(uint256 id, address by) private {
        vm.prank(by);
        plan.resume(id);
    }
}
