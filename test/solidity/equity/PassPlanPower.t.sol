// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PlanPower, PlanPowerState, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityPowers } from "../../../contracts/interfaces/IEquityPowers.sol";
import { Way } from "../../../contracts/interfaces/Types.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev `proposePower`, `cancelPower`, `acceptPower` and `alive`.
contract PassPlanPowerTest is PlanBase {
    address private next = _actor("next");

    function test_RevertWhen_TheNextHolderIsZeroOrThePlan() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_ZeroAddress.selector);
        vm.startPrank(operator);
        vm.expectRevert(expected);
        plan.proposePower(PlanPower.Operator, Way.HandOver, address(0));
        vm.expectRevert(expected);
        plan.proposePower(PlanPower.Operator, Way.HandOver, address(plan));
        vm.stopPrank();
    }

    function test_RevertWhen_WhoMayNotProposes() external {
        _refusesAll(PlanPower.Operator, Way.HandOver, _not(operator));
        _refusesAll(PlanPower.Arbiter, Way.HandOver, _not(arbiter));
        _refusesAll(PlanPower.Guardian, Way.HandOver, _not(guardian));
        _refusesAll(PlanPower.Treasury, Way.HandOver, _not(treasury));
        _refusesAll(PlanPower.TaxAccount, Way.HandOver, _not(taxAccount));
        _refusesAll(PlanPower.Operator, Way.Joint, _not(arbiter, guardian));
        _refusesAll(PlanPower.Arbiter, Way.Joint, _not(operator, guardian));
        _refusesAll(PlanPower.Guardian, Way.Joint, _not(operator, arbiter));
        _refusesAll(PlanPower.Treasury, Way.Joint, _not(operator, arbiter));
        _refusesAll(PlanPower.TaxAccount, Way.Joint, _not(operator, arbiter));
        _refusesAll(PlanPower.Operator, Way.Notice, _not(guardian));
        _refusesAll(PlanPower.Arbiter, Way.Notice, _not(operator));
        _refusesAll(PlanPower.Guardian, Way.Notice, _not(address(0)));
        _refusesAll(PlanPower.Treasury, Way.Notice, _not(address(0)));
    }

    function test_RevertWhen_WhoMayNotCancels() external {
        _propose(operator, PlanPower.Operator, Way.HandOver);
        _refusesToCancel(arbiter, PlanPower.Operator, Way.HandOver);
        _propose(arbiter, PlanPower.Operator, Way.Joint);
        _refusesToCancel(operator, PlanPower.Operator, Way.Joint);
        _propose(treasury, PlanPower.Treasury, Way.HandOver);
        _refusesToCancel(operator, PlanPower.Treasury, Way.HandOver);
        _propose(operator, PlanPower.Arbiter, Way.Notice);
        _refusesToCancel(treasury, PlanPower.Arbiter, Way.Notice);
    }

    function test_RevertWhen_NothingIsProposed() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector);
        vm.expectRevert(expected);
        vm.prank(operator);
        plan.cancelPower(PlanPower.Operator, Way.HandOver);
        vm.expectRevert(expected);
        _accept(PlanPower.Operator, Way.HandOver);
        _propose(operator, PlanPower.Operator, Way.HandOver);
        vm.warp(START + 2 * HANDOVER);
        vm.expectRevert(expected);
        _accept(PlanPower.Operator, Way.HandOver);
    }

    function test_RevertWhen_AnotherAccepts() external {
        _propose(operator, PlanPower.Operator, Way.HandOver);
        vm.warp(START + HANDOVER);
        vm.expectRevert(_notAllowed(stranger));
        vm.prank(stranger);
        plan.acceptPower(PlanPower.Operator, Way.HandOver);
    }

    function test_RevertWhen_TheDelayIsNotOver() external {
        _propose(operator, PlanPower.Operator, Way.HandOver);
        vm.warp(START + HANDOVER - 1);
        vm.expectRevert(_tooEarly(START + HANDOVER));
        _accept(PlanPower.Operator, Way.HandOver);
    }

    function test_RevertWhen_OnlyOneOfTwoProposed() external {
        _propose(arbiter, PlanPower.Operator, Way.Joint);
        vm.warp(START + HANDOVER);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector));
        _accept(PlanPower.Operator, Way.Joint);
    }

    function test_RevertGiven_TheOperatorIsNotSilent() external {
        uint256 silent = START + 1 hours + 180 days;
        vm.warp(silent - 1);
        vm.expectRevert(_tooEarly(silent));
        _propose(guardian, PlanPower.Operator, Way.Notice);
    }

    function test_RevertGiven_NobodyIsEverSilent() external {
        PlanSettings memory settings = _settings();
        settings.silence = 0;
        plan = _create(settings);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NotInSettings.selector, "silence"));
        _propose(guardian, PlanPower.Operator, Way.Notice);
    }

    function test_RevertWhen_AnotherThanTheOperatorIsAlive() external {
        vm.expectRevert(_powerMissing(guardian, PlanPower.Operator));
        vm.prank(guardian);
        plan.alive();
    }

    function test_WhenAHolderHandsOver() external {
        address[5] memory holders = [operator, arbiter, guardian, treasury, taxAccount];
        for (uint256 i = 0; i < 5; ++i) {
            PlanPower power = PlanPower(i);
            vm.expectEmit(true, true, true, true, address(plan));
            emit IEquityPowers.PowerProposed(
                power,
                Way.HandOver,
                next,
                holders[i],
                uint40(block.timestamp + HANDOVER),
                uint40(block.timestamp + 2 * HANDOVER)
            );
            _propose(holders[i], power, Way.HandOver);
            vm.warp(block.timestamp + HANDOVER);
            vm.expectEmit(true, true, true, true, address(plan));
            emit IEquityPowers.PowerPassed(power, holders[i], next);
            _accept(power, Way.HandOver);
            _assertHolder(power, next);
        }
    }

    function test_WhenTheOtherTwoReplaceAThird() external {
        _propose(operator, PlanPower.Operator, Way.HandOver);
        _propose(operator, PlanPower.Guardian, Way.Joint);
        _propose(operator, PlanPower.Arbiter, Way.Notice);
        _propose(arbiter, PlanPower.Operator, Way.Joint);
        _propose(guardian, PlanPower.Operator, Way.Joint);
        vm.warp(START + HANDOVER);
        _accept(PlanPower.Operator, Way.Joint);
        _assertHolder(PlanPower.Operator, next);
        PlanPowerState memory state = plan.powerState(PlanPower.Operator);
        vm.assertEq(state.proposals[0].to, address(0), "what it proposed went with it");
        vm.assertEq(plan.powerState(PlanPower.Guardian).proposals[1].to, address(0), "of the guardian, too");
        vm.assertEq(plan.powerState(PlanPower.Arbiter).proposals[2].to, address(0), "and of the arbiter");
    }

    function test_WhenTheSecondOfTwoProposesAnother() external {
        _propose(arbiter, PlanPower.Treasury, Way.Joint);
        vm.prank(operator);
        plan.proposePower(PlanPower.Treasury, Way.Joint, stranger);
        vm.assertEq(plan.powerState(PlanPower.Treasury).proposals[1].from, 0, "begins anew");
        vm.prank(arbiter);
        plan.proposePower(PlanPower.Treasury, Way.Joint, stranger);
        vm.assertEq(plan.powerState(PlanPower.Treasury).proposals[1].from, START + HANDOVER, "agreed");
    }

    function test_WhenAProposalIsCancelled() external {
        _propose(operator, PlanPower.Operator, Way.HandOver);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPowers.PowerCancelled(PlanPower.Operator, Way.HandOver, next, guardian);
        _cancel(guardian, PlanPower.Operator, Way.HandOver);
        _propose(operator, PlanPower.Arbiter, Way.Notice);
        _cancel(arbiter, PlanPower.Arbiter, Way.Notice);
        _propose(arbiter, PlanPower.Operator, Way.Joint);
        _cancel(guardian, PlanPower.Operator, Way.Joint);
        _propose(treasury, PlanPower.Treasury, Way.HandOver);
        _cancel(treasury, PlanPower.Treasury, Way.HandOver);
        for (uint256 way = 0; way < 3; ++way)
            vm.assertEq(plan.powerState(PlanPower.Operator).proposals[way].to, address(0), "none");
    }

    function test_WhenTheOperatorIsSilent() external {
        vm.warp(START + 1 hours + 180 days);
        _propose(guardian, PlanPower.Operator, Way.Notice);
        vm.warp(block.timestamp + 30 days);
        _accept(PlanPower.Operator, Way.Notice);
        _assertHolder(PlanPower.Operator, next);
        vm.assertEq(plan.powerState(PlanPower.Operator).lastAct, block.timestamp, "begins anew");
    }

    function test_WhenASilentOperatorActs() external {
        vm.warp(START + 1 hours + 180 days);
        _propose(guardian, PlanPower.Operator, Way.Notice);
        vm.warp(block.timestamp + 29 days);
        vm.prank(operator);
        plan.alive();
        vm.assertEq(plan.powerState(PlanPower.Operator).proposals[2].to, address(0), "cancelled");
        vm.warp(block.timestamp + 1 days);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector));
        _accept(PlanPower.Operator, Way.Notice);
    }

    function test_GivenThereIsNoGuardian() external {
        PlanSettings memory settings = _settings();
        settings.guardian = address(0);
        plan = _create(settings);
        vm.warp(START + 1 hours + 180 days);
        _propose(arbiter, PlanPower.Operator, Way.Notice);
        _propose(operator, PlanPower.Guardian, Way.Joint);
        _propose(arbiter, PlanPower.Guardian, Way.Joint);
        vm.warp(block.timestamp + HANDOVER);
        _accept(PlanPower.Guardian, Way.Joint);
        _assertHolder(PlanPower.Guardian, next);
    }

    function test_GivenOneHasBothOfTwoPowers() external {
        PlanSettings memory settings = _settings();
        settings.arbiter = operator;
        plan = _create(settings);
        _propose(operator, PlanPower.Guardian, Way.Joint);
        vm.warp(START + HANDOVER);
        _accept(PlanPower.Guardian, Way.Joint);
        _assertHolder(PlanPower.Guardian, next);
    }

    function test_WhenTheOperatorReplacesTheArbiterByNotice() external {
        _propose(operator, PlanPower.Arbiter, Way.Notice);
        vm.warp(START + 30 days);
        _accept(PlanPower.Arbiter, Way.Notice);
        _assertHolder(PlanPower.Arbiter, next);
        vm.assertEq(plan.powerState(PlanPower.Arbiter).proposals[2].to, address(0), "once");
    }

    function test_WhenANoticeToASilentOperatorLapses() external {
        vm.warp(START + 1 hours + 180 days);
        _propose(guardian, PlanPower.Operator, Way.Notice);
        vm.warp(block.timestamp + 60 days - 1);
        vm.assertEq(plan.powerState(PlanPower.Operator).proposals[2].to, next, "to its last second");
        vm.warp(block.timestamp + 1);
        vm.assertEq(plan.powerState(PlanPower.Operator).proposals[2].to, address(0), "and no further");
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector));
        _accept(PlanPower.Operator, Way.Notice);
    }

    function test_WhenTheArbiterIsReplacedByTheOtherTwo() external {
        _propose(operator, PlanPower.Arbiter, Way.Notice);
        _propose(arbiter, PlanPower.Arbiter, Way.HandOver);
        _propose(arbiter, PlanPower.Treasury, Way.Joint);
        _propose(operator, PlanPower.Arbiter, Way.Joint);
        _propose(guardian, PlanPower.Arbiter, Way.Joint);
        vm.warp(START + HANDOVER);
        _accept(PlanPower.Arbiter, Way.Joint);
        for (uint256 way = 0; way < 3; ++way)
            vm.assertEq(
                plan.powerState(PlanPower.Arbiter).proposals[way].to,
                address(0),
                "all that was proposed for it"
            );
        vm.assertEq(plan.powerState(PlanPower.Treasury).proposals[1].to, address(0), "and what it proposed alone");
    }

    function test_WhenTheGuardianHandsOver() external {
        vm.warp(START + 1 hours + 180 days);
        _propose(guardian, PlanPower.Operator, Way.Notice);
        _propose(guardian, PlanPower.Operator, Way.Joint);
        _propose(guardian, PlanPower.Guardian, Way.HandOver);
        _propose(arbiter, PlanPower.Guardian, Way.Joint);
        _propose(treasury, PlanPower.Treasury, Way.HandOver);
        vm.warp(block.timestamp + HANDOVER);
        _accept(PlanPower.Treasury, Way.HandOver);
        vm.assertEq(plan.powerState(PlanPower.Operator).proposals[2].to, next, "a treasury's changes nothing");
        _accept(PlanPower.Guardian, Way.HandOver);
        PlanPowerState memory state = plan.powerState(PlanPower.Operator);
        vm.assertEq(state.proposals[2].to, address(0), "its notice to the operator goes with it");
        vm.assertEq(state.proposals[1].to, address(0), "and what it alone said of two");
        vm.assertEq(plan.powerState(PlanPower.Guardian).proposals[1].to, next, "what others said stays");
    }

    function _assertHolder(PlanPower power, address holder) private view {
        vm.assertEq(plan.powerState(power).holder, holder, "holder");
    }

    function _propose(address by, PlanPower power, Way way) private {
        vm.prank(by);
        plan.proposePower(power, way, next);
    }

    function _cancel(address by, PlanPower power, Way way) private {
        vm.prank(by);
        plan.cancelPower(power, way);
    }

    function _accept(PlanPower power, Way way) private {
        vm.prank(next);
        plan.acceptPower(power, way);
    }

    function _refusesToCancel(address by, PlanPower power, Way way) private {
        vm.expectRevert(_notAllowed(by));
        _cancel(by, power, way);
    }

    function _refusesAll(PlanPower power, Way way, address[] memory callers) private {
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.expectRevert(_notAllowed(callers[i]));
            _propose(callers[i], power, way);
        }
    }

    function _not(address one) private view returns (address[] memory others) {
        return _not(one, one);
    }

    /// @dev Everybody but one or two.
    function _not(address one, address two) private view returns (address[] memory others) {
        address[6] memory all = [operator, arbiter, guardian, treasury, taxAccount, stranger];
        uint256 count = 0;
        others = new address[](6);
        for (uint256 i = 0; i < 6; ++i) if (all[i] != one && all[i] != two) others[count++] = all[i];
        // Memory-safe: cuts the list off.
        assembly ("memory-safe") {
            mstore(others, count)
        }
    }
}
