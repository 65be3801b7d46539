// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Leave, PlanPower } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityGrants } from "../../../contracts/interfaces/IEquityGrants.sol";
import { IEquityLeaving } from "../../../contracts/interfaces/IEquityLeaving.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev `resign`, `dismiss`, `dismissForCause` and `withdrawLeave`.
contract LeavePlanTest is PlanBase {
    uint40 private constant DATE = uint40(START + NOTICE);

    function setUp() public override {
        super.setUp();
        _grant(_fourYears(ana, 48_000));
    }

    function test_RevertWhen_AnotherThanTheHolderResigns() external {
        vm.expectRevert(_notAllowed(operator));
        _resignAs(operator, DATE);
    }

    function test_RevertWhen_AnotherThanTheOperatorDismisses() external {
        vm.expectRevert(_powerMissing(arbiter, PlanPower.Operator));
        vm.prank(arbiter);
        plan.dismiss(ANA, DATE, "");
    }

    function test_RevertWhen_AnotherThanTheArbiterDecides() external {
        vm.expectRevert(_powerMissing(operator, PlanPower.Arbiter));
        vm.prank(operator);
        plan.dismissForCause(ANA, "", 0);
    }

    function test_RevertWhen_TheGrantIsUnknown() external {
        vm.expectRevert(_unknownGrant(2));
        plan.resign(2, DATE);
        vm.expectRevert(_unknownGrant(2));
        plan.withdrawLeave(2);
    }

    function test_RevertWhen_TheNoticeIsShort() external {
        vm.expectRevert(_tooEarly(DATE));
        _resignAs(ana, DATE - 1);
        vm.expectRevert(_tooEarly(DATE));
        _dismissOn(DATE - 1);
    }

    function test_RevertWhen_ALaterNoticeFollowsAnEarlierOne() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_AlreadyWaits.selector);
        _resignAs(ana, DATE);
        vm.expectRevert(expected);
        _dismissOn(DATE);
        vm.expectRevert(expected);
        _resignAs(ana, DATE);
    }

    function test_RevertGiven_ItLeavesForCause() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_AlreadyWaits.selector);
        _decide();
        vm.expectRevert(expected);
        _resignAs(ana, DATE);
        vm.expectRevert(expected);
        _decide();
    }

    function test_RevertGiven_TheDateHasCome() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_HasLeft.selector, ANA);
        _dismissOn(DATE);
        vm.warp(DATE);
        vm.expectRevert(expected);
        _decide();
        vm.expectRevert(expected);
        _resignAs(ana, DATE + uint40(NOTICE));
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_TooLate.selector, DATE));
        _withdrawAs(operator);
    }

    function test_RevertGiven_ItHasLeft() external {
        _dismiss(ANA, _month(24));
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_HasLeft.selector, ANA));
        _decide();
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector));
        _withdrawAs(operator);
    }

    function test_RevertGiven_ItHasNoUnits() external {
        vm.deal(operator, 1);
        vm.prank(operator);
        plan.offer{ value: 1 }(ANA, ETHER, 1);
        vm.warp(START + HANDOVER);
        vm.prank(ana);
        plan.acceptOffer(ANA, ETHER, 1);
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingLeft.selector, ANA);
        vm.expectRevert(expected);
        _resignAs(ana, uint40(block.timestamp + NOTICE));
        vm.expectRevert(expected);
        _decide();
    }

    function test_RevertWhen_NothingIsWithdrawn() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector));
        _withdrawAs(ana);
    }

    function test_RevertWhen_WhoMayNotWithdraws() external {
        _resignAs(ana, DATE + 1);
        vm.expectRevert(_notAllowed(operator));
        _withdrawAs(operator);
        _dismissOn(DATE);
        vm.expectRevert(_notAllowed(ana));
        _withdrawAs(ana);
        vm.expectRevert(_notAllowed(arbiter));
        _withdrawAs(arbiter);
        _decide();
        vm.expectRevert(_notAllowed(ana));
        _withdrawAs(ana);
    }

    function test_WhenTheHolderResigns() external {
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityLeaving.LeaveAnnounced(ANA, Leave.Resigned, DATE, "", 0);
        _resignAs(ana, DATE);
        vm.assertEq(plan.grantAt(ANA).leaveAt, DATE, "date");
        vm.assertTrue(!plan.grantAt(ANA).left, "not yet");
    }

    function test_WhenTheOperatorDismisses() external {
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityLeaving.LeaveAnnounced(ANA, Leave.Dismissed, DATE, "reorganised", 0);
        vm.prank(operator);
        plan.dismiss(ANA, DATE, "reorganised");
        vm.assertTrue(plan.grantAt(ANA).leaving == Leave.Dismissed, "kind");
    }

    function test_WhenTheArbiterDecides() external {
        _resignAs(ana, DATE);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityLeaving.LeaveAnnounced(ANA, Leave.Cause, uint40(START + HANDOVER), "fraud", "proof");
        _decide();
        vm.assertTrue(plan.grantAt(ANA).leaving == Leave.Cause, "beats the notice");
        vm.assertEq(plan.grantAt(ANA).leaveAt, START + HANDOVER, "after the delay");
    }

    function test_WhenAnEarlierNoticeFollowsALaterOne() external {
        _resignAs(ana, DATE + 1_000 days);
        _dismissOn(DATE + 1);
        vm.assertTrue(plan.grantAt(ANA).leaving == Leave.Dismissed, "no notice locks out another");
        _resignAs(ana, DATE);
        vm.assertTrue(plan.grantAt(ANA).leaving == Leave.Resigned, "nor the other way round");
    }

    function test_WhenTheNoticeRuns() external {
        vm.warp(_month(12));
        vm.prank(operator);
        plan.dismiss(ANA, uint40(_month(18)), "");
        uint256 before = plan.vestedOf(ANA, _month(12));
        vm.assertEq(plan.vestedOf(ANA, _month(18)), (before * 18) / 12, "until the date");
        vm.assertEq(plan.vestedOf(ANA, _month(12)), before, "nothing of what is ahead");
        vm.assertEq(plan.vestedOf(ANA, _month(24)), plan.vestedOf(ANA, _month(18)), "and no further");
    }

    function test_WhenItIsPaused() external {
        vm.prank(operator);
        plan.pause(ANA);
        vm.warp(START + 10 days);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityGrants.Resumed(ANA, 10 days);
        _dismissOn(uint40(START + 10 days + NOTICE));
        vm.assertEq(plan.grantAt(ANA).stopped, 0, "runs");
    }

    function test_RevertWhen_ItIsWithdrawnOnItsDate() external {
        _resignAs(ana, DATE);
        vm.warp(DATE - 1);
        uint256 state = vm.snapshotState();
        _withdrawAs(ana);
        vm.revertToState(state);
        vm.warp(DATE);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_TooLate.selector, DATE));
        _withdrawAs(ana);
    }

    function test_WhenItIsWithdrawn() external {
        _resignAs(ana, DATE + 2);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityLeaving.LeaveWithdrawn(ANA, Leave.Resigned);
        _withdrawAs(ana);
        _dismissOn(DATE + 1);
        _withdrawAs(guardian);
        _dismissOn(DATE);
        _withdrawAs(operator);
        _decide();
        _withdrawAs(operator);
        _decide();
        _withdrawAs(guardian);
        _decide();
        _withdrawAs(arbiter);
        vm.assertTrue(plan.grantAt(ANA).leaving == Leave.None, "stays");
        vm.assertEq(plan.vestedOf(ANA, _month(48)), 48_000, "and vests");
    }

    function _resignAs(address by, uint40 date) private {
        vm.prank(by);
        plan.resign(ANA, date);
    }

    function _dismissOn(uint40 date) private {
        vm.prank(operator);
        plan.dismiss(ANA, date, "");
    }

    function _decide() private {
        vm.prank(arbiter);
        plan.dismissForCause(ANA, "fraud", "proof");
    }

    function _withdrawAs(address by) private {
        vm.prank(by);
        plan.withdrawLeave(ANA);
    }
}
