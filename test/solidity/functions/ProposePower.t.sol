// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PowersBase } from "../support/PowersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPowers } from "../../../contracts/interfaces/IProgramPowers.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Power, Way } from "../../../contracts/interfaces/Types.sol";

contract ProposePowerTest is PowersBase {
    /// @dev By power and way: bit `p` of those who may propose.
    uint8[3][5] private may;

    function setUp() public override {
        super.setUp();
        may[uint256(Power.Operator)] = [BY_OPERATOR, BY_ARBITER | BY_GUARDIAN, BY_GUARDIAN];
        may[uint256(Power.Attributor)] = [BY_OPERATOR, 0, 0];
        may[uint256(Power.Standby)] = [BY_OPERATOR, 0, 0];
        may[uint256(Power.Arbiter)] = [BY_ARBITER, BY_OPERATOR | BY_GUARDIAN, BY_OPERATOR];
        may[uint256(Power.Guardian)] = [BY_GUARDIAN, BY_OPERATOR | BY_ARBITER, 0];
    }

    function test_RevertWhen_TheCallerMayNotProposeIt() external {
        // So that a notice is not too early.
        vm.warp(START + SILENCE);
        address[5] memory callers = [operator, attributor, standby, arbiter, guardian];
        for (uint256 power = 0; power < 5; ++power) {
            for (uint256 way = 0; way < 3; ++way) {
                for (uint256 caller = 0; caller < 5; ++caller) {
                    uint256 state = vm.snapshotState();
                    bool allowed = (may[power][way] >> caller) & 1 == 1;
                    if (!allowed) _expectNotAllowed(callers[caller]);
                    _propose(callers[caller], Power(power), Way(way), next);
                    vm.revertToState(state);
                }
                _expectNotAllowed(stranger);
                _propose(stranger, Power(power), Way(way), next);
            }
        }
    }

    function test_RevertWhen_NobodyIsNamed() external {
        address[2] memory nobody = [address(0), address(program)];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAddress.selector));
            _propose(operator, Power.Attributor, Way.HandOver, nobody[i]);
        }
    }

    function test_WhenItIsHandedOver() external {
        uint40 from = uint40(START + HANDOVER);
        uint40 until = uint40(START + 2 * HANDOVER);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPowers.PowerProposed(Power.Operator, Way.HandOver, next, operator, from, until);
        _propose(operator, Power.Operator, Way.HandOver, next);
        _assertWaits(Power.Operator, Way.HandOver, next, BY_OPERATOR, from, until);
        vm.assertEq(_holder(Power.Operator), operator, "holder");
    }

    function test_WhenItIsProposedAgain() external {
        _propose(operator, Power.Attributor, Way.HandOver, next);
        vm.warp(START + 1 days);
        _propose(operator, Power.Attributor, Way.HandOver, other);
        uint256 from = START + 1 days + HANDOVER;
        _assertWaits(Power.Attributor, Way.HandOver, other, BY_OPERATOR, from, from + HANDOVER);
    }

    function test_WhenOneOfTwoProposes() external {
        uint40 until = uint40(START + 2 * HANDOVER);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPowers.PowerProposed(Power.Arbiter, Way.Joint, next, guardian, 0, until);
        _propose(guardian, Power.Arbiter, Way.Joint, next);
        _assertWaits(Power.Arbiter, Way.Joint, next, BY_GUARDIAN, 0, until);
        // The same one again is not the other.
        _propose(guardian, Power.Arbiter, Way.Joint, next);
        _assertWaits(Power.Arbiter, Way.Joint, next, BY_GUARDIAN, 0, until);
    }

    function test_WhenTheSecondAgrees() external {
        _propose(guardian, Power.Operator, Way.Joint, next);
        vm.warp(START + 3 days);
        _propose(arbiter, Power.Operator, Way.Joint, next);
        uint256 from = START + 3 days + HANDOVER;
        _assertWaits(Power.Operator, Way.Joint, next, BY_GUARDIAN | BY_ARBITER, from, from + HANDOVER);
    }

    function test_WhenTheSecondNamesAnother() external {
        _propose(operator, Power.Guardian, Way.Joint, next);
        _propose(arbiter, Power.Guardian, Way.Joint, other);
        _assertWaits(Power.Guardian, Way.Joint, other, BY_ARBITER, 0, START + 2 * HANDOVER);
    }

    function test_GivenTheFirstAgreementHasLapsed() external {
        _propose(operator, Power.Guardian, Way.Joint, next);
        vm.warp(START + 2 * HANDOVER);
        _propose(arbiter, Power.Guardian, Way.Joint, next);
        _assertWaits(Power.Guardian, Way.Joint, next, BY_ARBITER, 0, START + 4 * HANDOVER);
    }

    function test_WhenOneHasBothPowers() external {
        _handOver(Power.Arbiter, arbiter, guardian);
        _propose(guardian, Power.Operator, Way.Joint, next);
        uint256 from = START + 2 * HANDOVER;
        _assertWaits(Power.Operator, Way.Joint, next, BY_GUARDIAN | BY_ARBITER, from, from + HANDOVER);
    }

    function test_WhenTheOperatorGivesTheArbiterNotice() external {
        vm.warp(START + 10 days);
        _propose(operator, Power.Arbiter, Way.Notice, next);
        uint256 from = START + 2 * uint256(PERIOD);
        _assertWaits(Power.Arbiter, Way.Notice, next, BY_OPERATOR, from, 2 * from - (START + 10 days));
    }

    function test_GivenTheTermsKnowNoAmendments() external {
        Terms memory terms = _terms();
        terms.noticePeriods = 0;
        program = _create(terms);
        _propose(operator, Power.Arbiter, Way.Notice, next);
        vm.assertEq(_waits(Power.Arbiter, Way.Notice).from, START + 2 * PERIOD, "a whole period");
    }

    function test_RevertGiven_TheOperatorIsNotSilent() external {
        vm.warp(START + SILENCE - 1);
        _expectEarly(START + SILENCE);
        _propose(guardian, Power.Operator, Way.Notice, next);
        // Whatever only the operator can do is an act of it.
        vm.prank(operator);
        program.setTier(ANA, 0, "");
        vm.warp(START + 2 * SILENCE - 2);
        _expectEarly(START + 2 * SILENCE - 1);
        _propose(guardian, Power.Operator, Way.Notice, next);
    }

    function test_RevertGiven_TheTermsKnowNoSilence() external {
        Terms memory terms = _terms();
        terms.rules.silencePeriods = 0;
        program = _create(terms);
        vm.warp(START + 100 * SILENCE);
        vm.assertEq(program.powerState(Power.Operator).silentFrom, 0, "never");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "silence"));
        _propose(guardian, Power.Operator, Way.Notice, next);
    }

    function test_GivenTheOperatorIsSilent() external {
        uint256 time = START + SILENCE;
        vm.assertEq(program.powerState(Power.Operator).silentFrom, time, "silent from");
        vm.warp(time);
        _propose(guardian, Power.Operator, Way.Notice, next);
        _assertWaits(Power.Operator, Way.Notice, next, BY_GUARDIAN, time + 30 days, time + 60 days);
        Terms memory terms = _terms();
        terms.rules.handoverDays = 40;
        program = _create(terms);
        vm.warp(time + SILENCE);
        _propose(guardian, Power.Operator, Way.Notice, next);
        time = time + SILENCE + 40 days;
        _assertWaits(Power.Operator, Way.Notice, next, BY_GUARDIAN, time, time + 40 days);
    }

    function test_RevertWhen_ItsEndIsNoTimeAnyMore() external {
        vm.warp(type(uint40).max - 13 days);
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_AmountTooLarge.selector, uint256(type(uint40).max) + 1 days)
        );
        _propose(operator, Power.Attributor, Way.HandOver, next);
    }
}
