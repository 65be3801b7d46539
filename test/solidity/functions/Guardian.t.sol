// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PowersBase } from "../support/PowersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPowers } from "../../../contracts/interfaces/IProgramPowers.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Power, Remedy, Way } from "../../../contracts/interfaces/Types.sol";

/// @dev What takes effect at once.
contract GuardianTest is PowersBase {
    /* THE ATTRIBUTOR */

    function test_RevertWhen_AStrangerAppointsTheStandby() external {
        address[4] memory others = [attributor, standby, arbiter, stranger];
        for (uint256 i = 0; i < 4; ++i) {
            _expectNotAllowed(others[i]);
            vm.prank(others[i]);
            program.appointStandby();
        }
    }

    function test_RevertGiven_ThereIsNoStandby() external {
        vm.startPrank(guardian);
        program.appointStandby();
        _expectNothing();
        program.appointStandby();
        vm.stopPrank();
    }

    function test_WhenTheStandbyIsAppointed() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPowers.PowerPassed(Power.Attributor, attributor, standby);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPowers.PowerPassed(Power.Standby, standby, address(0));
        vm.prank(operator);
        program.appointStandby();
        vm.assertEq(program.powerState(Power.Attributor).since, START, "since");
        _fund(100e6);
        _expectRefusal(_missing(attributor, Power.Attributor));
        _post(_mixed("a", 100e6));
        attributor = standby;
        _postElsewhere("a");
    }

    function test_RevertWhen_AStrangerRemovesTheAttributor() external {
        address[4] memory others = [attributor, standby, arbiter, stranger];
        for (uint256 i = 0; i < 4; ++i) {
            _expectNotAllowed(others[i]);
            vm.prank(others[i]);
            program.removeAttributor();
        }
    }

    function test_RevertGiven_ThereIsNoAttributor() external {
        vm.startPrank(operator);
        program.removeAttributor();
        _expectNothing();
        program.removeAttributor();
        vm.stopPrank();
    }

    function test_WhenTheAttributorIsRemoved() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPowers.PowerPassed(Power.Attributor, attributor, address(0));
        vm.prank(guardian);
        program.removeAttributor();
        _fund(100e6);
        _expectRefusal(_missing(attributor, Power.Attributor));
        _post(_mixed("a", 100e6));
    }

    /* LIMITS */

    function test_RevertWhen_AStrangerResetsTheLimits() external {
        _limited();
        vm.startPrank(operator);
        program.appointStandby();
        _expectMissing(operator, Power.Guardian);
        program.resetLimits();
        vm.stopPrank();
    }

    function test_RevertGiven_TheAttributorIsNotNew() external {
        _limited();
        vm.warp(START + PERIOD - 1);
        vm.prank(operator);
        program.appointStandby();
        vm.warp(START + PERIOD);
        _expectNothing();
        _reset();
    }

    function test_RevertGiven_ThereIsNoAttributorToResetFor() external {
        _limited();
        vm.prank(guardian);
        program.removeAttributor();
        _expectNothing();
        _reset();
    }

    function test_RevertGiven_TheLimitsWereResetInThePeriod() external {
        _limited();
        vm.prank(operator);
        program.proposePower(Power.Attributor, Way.HandOver, next);
        vm.prank(guardian);
        program.appointStandby();
        _reset();
        vm.warp(START + HANDOVER);
        _accept(next, Power.Attributor, Way.HandOver);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyReset.selector, 0));
        _reset();
        // Once a period.
        vm.warp(START + PERIOD);
        _handOver(Power.Attributor, operator, other);
        _reset();
    }

    function test_GivenTheAttributorIsNew() external {
        _limited();
        _post(_mixed("a", 1_000e6));
        vm.prank(guardian);
        program.appointStandby();
        attributor = standby;
        _expectLimit();
        _post(_mixed("b", 1));
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPowers.LimitsReset(standby, 0);
        _reset();
        _post(_mixed("b", 1_000e6));
        _expectLimit();
        _post(_mixed("c", 1));
    }

    /* THE ARBITER */

    function test_RevertWhen_AStrangerSuspendsTheArbiter() external {
        _expectMissing(operator, Power.Guardian);
        vm.prank(operator);
        program.suspendArbiter();
    }

    function test_RevertGiven_TheArbiterWasSuspendedJustBefore() external {
        _suspend();
        uint256 again = START + 2 * uint256(PERIOD);
        vm.warp(again - 1);
        _expectEarly(again);
        _suspend();
        vm.warp(again);
        _suspend();
        // Another arbiter has not been suspended.
        _handOver(Power.Arbiter, arbiter, next);
        vm.assertEq(program.powerState(Power.Arbiter).suspendedUntil, 0, "not suspended");
        _suspend();
    }

    function test_WhenTheArbiterIsSuspended() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        vm.warp(START + 1 days);
        uint256 until = START + 1 days + PERIOD;
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPowers.ArbiterSuspended(arbiter, uint40(until));
        _suspend();
        vm.assertEq(program.powerState(Power.Arbiter).suspendedUntil, until, "until");
        vm.warp(until - 1);
        bytes memory refusal = abi.encodeWithSelector(IProgramErrors.Program_Suspended.selector, until);
        vm.expectRevert(refusal);
        _uphold("a", "");
        vm.expectRevert(refusal);
        vm.prank(arbiter);
        program.giveNotice(MODERATORS, Remedy.Suspend, "", 0);
        vm.expectRevert(refusal);
        vm.prank(arbiter);
        program.resumeLine(MODERATORS);
        vm.warp(until);
        _uphold("a", "");
    }

    function test_GivenTheArbiterIsSuspended() external {
        _suspend();
        _replace(Power.Guardian, arbiter, operator, next);
        vm.assertEq(_holder(Power.Guardian), next, "the guardian is replaced");
    }

    /* THE OPERATOR */

    function test_RevertWhen_AStrangerIsAlive() external {
        _expectMissing(guardian, Power.Operator);
        vm.prank(guardian);
        program.alive();
    }

    function test_WhenTheOperatorIsAlive() external {
        vm.warp(START + 1 hours - 1);
        vm.prank(operator);
        program.alive();
        vm.assertEq(program.powerState(Power.Operator).lastAct, START, "kept to the hour");
        vm.warp(START + 1 hours);
        vm.prank(operator);
        program.alive();
        vm.assertEq(program.powerState(Power.Operator).lastAct, START + 1 hours, "last act");
        vm.assertEq(program.powerState(Power.Operator).silentFrom, START + 1 hours + SILENCE, "silent from");
    }

    function _suspend() private {
        vm.prank(guardian);
        program.suspendArbiter();
    }

    function _reset() private {
        vm.prank(guardian);
        program.resetLimits();
    }

    /// @dev The same program with at most 1,000 posted in a period.
    function _limited() private {
        Terms memory terms = _disputeTerms();
        terms.rules.postingLimit = _each(1_000e6);
        program = _create(terms);
        _enroll(program);
        _fund(10_000e6);
    }

    function _expectLimit() private {
        _expectRefusal(
            abi.encodeWithSelector(IProgramErrors.Program_PostingLimit.selector, address(usdc), 1_000e6 + 1, 1_000e6)
        );
    }
}
