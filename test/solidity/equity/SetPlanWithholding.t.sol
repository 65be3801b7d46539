// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Leave, NewGrant, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityGrants } from "../../../contracts/interfaces/IEquityGrants.sol";
import { PlanBase } from "./support/PlanBase.sol";

contract SetPlanWithholdingTest is PlanBase {
    function setUp() public override {
        super.setUp();
        NewGrant memory terms = _vested(ana, 100);
        terms.withholding = 20 * PERCENT;
        _grant(terms);
    }

    function test_RevertWhen_TheRateIsMoreThanAll() external {
        _refuses(ana, 1e6 + 1, _rate(1e6 + 1, 1e6));
    }

    function test_RevertWhen_TheHolderWouldHaveLess() external {
        _refuses(ana, 20 * PERCENT - 1, _rate(20 * PERCENT - 1, 20 * PERCENT));
    }

    function test_RevertWhen_TheOperatorWouldHaveMore() external {
        _refuses(operator, 20 * PERCENT + 1, _rate(20 * PERCENT + 1, 20 * PERCENT));
    }

    function test_RevertWhen_AnotherCalls() external {
        _refuses(arbiter, 20 * PERCENT, _notAllowed(arbiter));
    }

    function test_RevertGiven_ThereIsNoTaxAccount() external {
        PlanSettings memory settings = _settings();
        settings.taxAccount = address(0);
        plan = _create(settings);
        _grant(_vested(ana, 100));
        _refuses(ana, 1, abi.encodeWithSelector(IEquityErrors.EquityPlan_NotInSettings.selector, "withholding"));
    }

    function test_WhenTheHolderHasMore() external {
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityGrants.WithholdingChanged(ANA, 50 * PERCENT);
        vm.prank(ana);
        plan.setWithholding(ANA, 50 * PERCENT);
        _receive(100e6);
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 50e6, "the rest");
    }

    function test_GivenNoticeRuns() external {
        vm.prank(ana);
        plan.resign(ANA, uint40(START + NOTICE));
        vm.prank(ana);
        plan.setWithholding(ANA, 50 * PERCENT);
        vm.assertEq(plan.grantAt(ANA).leaveAt, START + NOTICE, "its date stays");
        vm.assertTrue(plan.grantAt(ANA).leaving == Leave.Resigned, "and its kind");
        vm.assertEq(plan.grantAt(ANA).withholding, 50 * PERCENT, "beside the rate");
    }

    function test_WhenTheOperatorHasLess() external {
        vm.prank(operator);
        plan.setWithholding(ANA, 0);
        _receive(100e6);
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 100e6, "all");
    }

    function _refuses(address by, uint24 rate, bytes memory expected) private {
        vm.expectRevert(expected);
        vm.prank(by);
        plan.setWithholding(ANA, rate);
    }

    function _rate(uint256 rate, uint256 limit) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IEquityErrors.EquityPlan_RateNotAllowed.selector, rate, limit);
    }
}
