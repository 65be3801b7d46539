// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PowersBase } from "../support/PowersBase.sol";
import { IProgramPowers } from "../../../contracts/interfaces/IProgramPowers.sol";
import { Power, PowerState, Way } from "../../../contracts/interfaces/Types.sol";

contract AcceptPowerTest is PowersBase {
    function test_RevertGiven_NothingIsProposed() external {
        _expectNothing();
        _accept(next, Power.Operator, Way.HandOver);
    }

    function test_RevertWhen_AnotherAccepts() external {
        _propose(operator, Power.Operator, Way.HandOver, next);
        vm.warp(START + HANDOVER);
        _expectNotAllowed(operator);
        _accept(operator, Power.Operator, Way.HandOver);
    }

    function test_RevertWhen_ItIsTooEarly() external {
        _propose(operator, Power.Operator, Way.HandOver, next);
        vm.warp(START + HANDOVER - 1);
        _expectEarly(START + HANDOVER);
        _accept(next, Power.Operator, Way.HandOver);
    }

    function test_RevertWhen_ItHasLapsed() external {
        _propose(operator, Power.Operator, Way.HandOver, next);
        vm.warp(START + 2 * HANDOVER);
        _expectNothing();
        _accept(next, Power.Operator, Way.HandOver);
        _assertNone(Power.Operator, Way.HandOver, "lapsed");
    }

    function test_RevertGiven_TheSecondOfTwoHasNotAgreed() external {
        _propose(guardian, Power.Operator, Way.Joint, next);
        vm.warp(START + HANDOVER);
        _expectNothing();
        _accept(next, Power.Operator, Way.Joint);
    }

    function test_WhenTheOperatorIsHandedOver() external {
        _propose(operator, Power.Attributor, Way.HandOver, other);
        _propose(operator, Power.Standby, Way.HandOver, other);
        _propose(operator, Power.Arbiter, Way.Notice, other);
        _propose(operator, Power.Guardian, Way.Joint, other);
        _propose(arbiter, Power.Arbiter, Way.HandOver, other);
        _propose(guardian, Power.Guardian, Way.HandOver, other);
        _propose(operator, Power.Operator, Way.HandOver, next);
        vm.warp(START + HANDOVER);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPowers.PowerPassed(Power.Operator, operator, next);
        _accept(next, Power.Operator, Way.HandOver);
        PowerState memory state = program.powerState(Power.Operator);
        vm.assertEq(state.holder, next, "holder");
        vm.assertEq(state.lastAct, START + HANDOVER, "acts");
        _assertNone(Power.Operator, Way.HandOver, "operator");
        _assertNone(Power.Attributor, Way.HandOver, "attributor");
        _assertNone(Power.Standby, Way.HandOver, "standby");
        _assertNone(Power.Arbiter, Way.Notice, "arbiter");
        _assertNone(Power.Guardian, Way.Joint, "guardian, agreed by the former operator alone");
        vm.assertEq(_waits(Power.Arbiter, Way.HandOver).to, other, "the arbiter's own stays");
        vm.assertEq(_waits(Power.Guardian, Way.HandOver).to, other, "the guardian's own stays");
        _expectMissing(operator, Power.Operator);
        vm.prank(operator);
        program.alive();
        vm.prank(next);
        program.alive();
    }

    function test_WhenTheGuardianIsHandedOver() external {
        vm.warp(START + SILENCE);
        _propose(guardian, Power.Operator, Way.Notice, other);
        _propose(guardian, Power.Arbiter, Way.Joint, other);
        _handOver(Power.Guardian, guardian, next);
        _assertNone(Power.Operator, Way.Notice, "notice to the operator");
        _assertNone(Power.Arbiter, Way.Joint, "agreed by the former guardian alone");
        vm.assertEq(_holder(Power.Guardian), next, "holder");
    }

    function test_WhenTwoReplaceTheThird() external {
        _propose(arbiter, Power.Arbiter, Way.HandOver, other);
        _propose(operator, Power.Arbiter, Way.Notice, other);
        _replace(Power.Arbiter, operator, guardian, next);
        vm.assertEq(_holder(Power.Arbiter), next, "holder");
        for (uint256 way = 0; way < 3; ++way) _assertNone(Power.Arbiter, Way(way), "all is gone");
    }

    function test_GivenTheThirdHasHandedOverMeanwhile() external {
        _propose(operator, Power.Operator, Way.HandOver, other);
        vm.warp(START + 1);
        _propose(guardian, Power.Operator, Way.Joint, next);
        _propose(arbiter, Power.Operator, Way.Joint, next);
        vm.warp(START + HANDOVER);
        _accept(other, Power.Operator, Way.HandOver);
        vm.warp(START + 1 + HANDOVER);
        _accept(next, Power.Operator, Way.Joint);
        vm.assertEq(_holder(Power.Operator), next, "holder");
    }

    function test_GivenTwoHaveAgreedAndOneHasHandedOverMeanwhile() external {
        _propose(guardian, Power.Guardian, Way.HandOver, other);
        _propose(guardian, Power.Operator, Way.Joint, next);
        vm.warp(START + 1);
        _propose(arbiter, Power.Operator, Way.Joint, next);
        vm.warp(START + HANDOVER);
        _accept(other, Power.Guardian, Way.HandOver);
        vm.warp(START + 1 + HANDOVER);
        _accept(next, Power.Operator, Way.Joint);
        vm.assertEq(_holder(Power.Operator), next, "holder");
    }

    function test_RevertGiven_TheOperatorHasActedSinceTheNotice() external {
        uint256 time = START + SILENCE;
        vm.warp(time);
        _propose(guardian, Power.Operator, Way.Notice, next);
        // In the same second still.
        vm.prank(operator);
        program.alive();
        _assertNone(Power.Operator, Way.Notice, "cancelled");
        vm.warp(time + 30 days);
        _expectNothing();
        _accept(next, Power.Operator, Way.Notice);
    }

    function test_GivenTheOperatorHasStayedSilent() external {
        uint256 time = START + SILENCE;
        vm.warp(time);
        _propose(guardian, Power.Operator, Way.Notice, next);
        vm.warp(time + 30 days);
        _accept(next, Power.Operator, Way.Notice);
        vm.assertEq(_holder(Power.Operator), next, "holder");
        vm.assertEq(program.powerState(Power.Operator).silentFrom, time + 30 days + SILENCE, "silent from");
    }

    function test_WhenTheArbiterIsHandedOver() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        _handOver(Power.Arbiter, arbiter, next);
        vm.assertEq(program.powerState(Power.Arbiter).firstBatch, 2, "first batch");
        _postElsewhere("b");
        _dispute(ana, "b");
        _expectMissing(next, Power.Arbiter);
        vm.prank(next);
        program.upholdSale(_shown("a"), "");
        _expectMissing(arbiter, Power.Arbiter);
        _uphold("b", "");
        _uphold("a", "");
        vm.prank(next);
        program.upholdSale(_shown("b"), "");
    }

    function test_WhenTheArbiterIsReplaced() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        _replace(Power.Arbiter, guardian, operator, next);
        address[2] memory both = [arbiter, next];
        for (uint256 i = 0; i < 2; ++i) {
            _expectMissing(both[i], Power.Arbiter);
            vm.prank(both[i]);
            program.voidSale(_shown("a"), "");
        }
        vm.warp(START + 2 * uint256(PERIOD));
        program.closeDispute(_shown("a"));
        _assertClaimable(1_500_000, 15e6, 61_500_000, 20e6);
    }

    function test_WhenArbitersFollowEachOther() external {
        _postElsewhere("a");
        _handOver(Power.Arbiter, arbiter, next);
        _postElsewhere("b");
        _handOver(Power.Arbiter, next, other);
        // Nothing was posted in the time of `stranger`.
        _handOver(Power.Arbiter, other, stranger);
        _handOver(Power.Arbiter, stranger, customer);
        _postElsewhere("c");
        bytes32[3] memory sales = [bytes32("a"), "b", "c"];
        address[5] memory arbiters = [arbiter, next, customer, other, stranger];
        for (uint256 i = 0; i < 3; ++i) {
            _dispute(i < 2 ? ana : ben, sales[i]);
            for (uint256 k = 0; k < 5; ++k) {
                uint256 state = vm.snapshotState();
                if (k != i) _expectMissing(arbiters[k], Power.Arbiter);
                vm.prank(arbiters[k]);
                program.voidSale(_shown(sales[i]), "");
                vm.revertToState(state);
            }
        }
    }
}
