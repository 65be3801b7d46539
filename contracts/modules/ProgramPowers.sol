// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { History } from "../base/History.sol";
import { Holding } from "../base/ProgramStorage.sol";
import { IProgramPowers } from "../interfaces/IProgramPowers.sol";
import { Power, PowerState, Proposal, Way } from "../interfaces/Types.sol";
import { MAX_CURRENCIES } from "../libraries/Constants.sol";
import { Logs } from "../libraries/Logs.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_NOTICE, EXTRA_SILENCE_PERIODS } from "../terms/TermsLayout.sol";

/// @title The module for powers: how they come to others, and what the guardian stops
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramPowers is IProgramPowers, History {
    using PackedTerms for bytes;
    using Periods for Schedule;

    /// @dev Sets of powers have bit `p` for power `p`.
    uint256 private constant OPERATOR = 1 << uint256(Power.Operator);
    uint256 private constant ARBITER = 1 << uint256(Power.Arbiter);
    uint256 private constant GUARDIAN = 1 << uint256(Power.Guardian);

    /// @dev Any two of them replace the third.
    uint256 private constant THREE = OPERATOR | ARBITER | GUARDIAN;

    /// @dev The least notice to a silent operator.
    uint256 private constant LEAST_NOTICE = 30 days;

    /* PASSING ON */

    /// @inheritdoc IProgramPowers
    function proposePower(Power power, Way way, address to) external nonReentrant {
        require(to != address(0) && to != address(this), Program_ZeroAddress());
        uint256 needed = _proposers(power, way);
        uint256 by = _speakAs(needed);
        uint256 proposed = block.timestamp;
        uint256 from = proposed + _delay(power, way);
        uint256 until = 2 * from - proposed;
        if (way == Way.Joint) {
            Proposal memory other = _proposalOf(power, way);
            if (other.to == to) by |= other.by;
            if (by != needed) from = 0;
        }
        require(until <= type(uint40).max, Program_AmountTooLarge(until));
        // Safe: a set of powers has five bits, and both times are at most the one checked.
        _proposals[uint256(power)][uint256(way)] = Proposal({
            to: to,
            by: uint8(by),
            from: uint40(from),
            until: uint40(until)
        });
        _tell(PowerProposed.selector, power, way, to, abi.encode(msg.sender, from, until));
    }

    /// @inheritdoc IProgramPowers
    function cancelPower(Power power, Way way) external nonReentrant {
        Proposal memory proposal = _proposalOf(power, way);
        _speakAs(_cancellers(power, way));
        require(proposal.to != address(0), Program_NothingWaits());
        delete _proposals[uint256(power)][uint256(way)];
        _tell(PowerCancelled.selector, power, way, proposal.to, abi.encode(msg.sender));
    }

    /// @inheritdoc IProgramPowers
    function acceptPower(Power power, Way way) external nonReentrant {
        Proposal memory proposal = _proposalOf(power, way);
        require(proposal.from != 0, Program_NothingWaits());
        require(proposal.to == msg.sender, Program_NotAllowed(msg.sender));
        require(block.timestamp >= proposal.from, Program_TooEarly(proposal.from));
        delete _proposals[uint256(power)][uint256(way)];
        _forget(power, way);
        if (power == Power.Arbiter) _keepArbiter(way);
        _foldOne(_pass(power, msg.sender));
    }

    /* THE ATTRIBUTOR */

    /// @inheritdoc IProgramPowers
    function appointStandby() external nonReentrant {
        _speakAs(OPERATOR | GUARDIAN);
        address standby = _holding(Power.Standby).holder;
        require(standby != address(0), Program_NothingWaits());
        bytes32 hash = _pass(Power.Attributor, standby);
        _fold({ count: 2, digest: keccak256(bytes.concat(hash, _pass(Power.Standby, address(0)))) });
    }

    /// @inheritdoc IProgramPowers
    function removeAttributor() external nonReentrant {
        _speakAs(OPERATOR | GUARDIAN);
        require(_holding(Power.Attributor).holder != address(0), Program_NothingWaits());
        _foldOne(_pass(Power.Attributor, address(0)));
    }

    /// @inheritdoc IProgramPowers
    function resetLimits() external only(Power.Guardian) nonReentrant {
        Schedule memory schedule = _terms().schedule();
        uint256 period = schedule.periodAt(block.timestamp);
        Holding storage attributor = _holding(Power.Attributor);
        bool isNew = attributor.holder != address(0) && attributor.time >= schedule.periodStart(period);
        require(isNew, Program_NothingWaits());
        require(attributor.number <= period, Program_AlreadyReset(period));
        // Safe: a period of a day at least stays below 2^32 for 11 million years.
        attributor.number = uint32(period + 1);
        for (uint256 i = 0; i < MAX_CURRENCIES; ++i) {
            delete _postedIn[i];
            delete _refundedIn[i];
        }
        _foldOne(
            Logs.emit1(LimitsReset.selector, bytes32(uint256(uint160(attributor.holder))), abi.encode(uint32(period)))
        );
    }

    /* THE ARBITER */

    /// @inheritdoc IProgramPowers
    function suspendArbiter() external only(Power.Guardian) nonReentrant {
        Holding storage arbiter = _holding(Power.Arbiter);
        uint256 length = _terms().schedule().length;
        if (arbiter.time != 0) {
            uint256 again = arbiter.time + length;
            require(block.timestamp >= again, Program_TooEarly(again));
        }
        // Safe: a period has 32 bits, so that its sum with the time stays below 2^40.
        uint40 until = uint40(block.timestamp + length);
        arbiter.time = until;
        _foldOne(Logs.emit1(ArbiterSuspended.selector, bytes32(uint256(uint160(arbiter.holder))), abi.encode(until)));
    }

    /* THE OPERATOR */

    /// @inheritdoc IProgramPowers
    function alive() external onlyOperator nonReentrant {}

    /* READING */

    /// @inheritdoc IProgramPowers
    function holders()
        external
        view
        returns (address operator, address attributor, address standby, address arbiter, address guardian)
    {
        operator = _holding(Power.Operator).holder;
        attributor = _holding(Power.Attributor).holder;
        standby = _holding(Power.Standby).holder;
        arbiter = _holding(Power.Arbiter).holder;
        guardian = _holding(Power.Guardian).holder;
    }

    /// @inheritdoc IProgramPowers
    function powerState(Power power) external view returns (PowerState memory state) {
        Holding memory holding = _holding(power);
        state.holder = holding.holder;
        if (power == Power.Operator) {
            state.lastAct = holding.time;
            // Safe: at most 255 periods of 32 bits after a time.
            state.silentFrom = uint40(_silentFrom(_terms()));
        }
        if (power == Power.Attributor) state.since = holding.time;
        if (power == Power.Arbiter) {
            state.suspendedUntil = holding.time;
            state.firstBatch = holding.number;
        }
        for (uint256 way = 0; way < 3; ++way) state.proposals[way] = _proposalOf(power, Way(way));
    }

    /* WHO MAY */

    /// @dev The powers that propose; of a joint proposal both are needed, else there is one.
    function _proposers(Power power, Way way) private pure returns (uint256) {
        uint256 own = 1 << uint256(power);
        if (way == Way.HandOver) return own & THREE == 0 ? OPERATOR : own;
        if (way == Way.Joint) return own & THREE == 0 ? 0 : THREE & ~own;
        if (power == Power.Operator) return GUARDIAN;
        return power == Power.Arbiter ? OPERATOR : 0;
    }

    function _cancellers(Power power, Way way) private pure returns (uint256) {
        uint256 proposers = _proposers(power, way);
        if (way == Way.Joint) return proposers;
        return proposers | GUARDIAN | (power == Power.Operator ? OPERATOR : 0);
    }

    /// @dev Which of some powers the caller has: it needs one. What the operator does is an act of it.
    function _speakAs(uint256 powers) private returns (uint256 own) {
        if (_has(Power.Operator)) own |= OPERATOR;
        if (_has(Power.Arbiter)) own |= ARBITER;
        if (_has(Power.Guardian)) own |= GUARDIAN;
        own &= powers;
        require(own != 0, Program_NotAllowed(msg.sender));
        if (own & OPERATOR != 0) _act();
    }

    /* DELAYS */

    function _delay(Power power, Way way) private view returns (uint256 delay) {
        bytes memory packed = _terms();
        delay = _handoverDelay(packed);
        if (way != Way.Notice) return delay;
        if (power == Power.Arbiter) {
            // A whole period where the terms have no notice.
            uint256 notice = packed.number(AT_NOTICE, 1);
            return _startAfterNotice(packed, notice == 0 ? 1 : notice) - block.timestamp;
        }
        uint256 silent = _silentFrom(packed);
        require(silent != 0, Program_NotInTerms("silence"));
        require(block.timestamp >= silent, Program_TooEarly(silent));
        if (delay < LEAST_NOTICE) delay = LEAST_NOTICE;
    }

    /// @dev When the operator is silent if it does not act before; 0 where it never is. Its last act may be later than what is kept.
    function _silentFrom(bytes memory packed) private view returns (uint256) {
        uint256 periods = packed.extra(EXTRA_SILENCE_PERIODS, 1);
        if (periods == 0) return 0;
        return _holding(Power.Operator).time + ACT_GRAIN + periods * packed.schedule().length;
    }

    /* PROPOSALS */

    /// @dev A proposal that counts; empty where there is none.
    function _proposalOf(Power power, Way way) private view returns (Proposal memory proposal) {
        proposal = _proposals[uint256(power)][uint256(way)];
        bool counts = block.timestamp < proposal.until;
        // As long after `from` as `from` is after the proposal: the operator has not acted since.
        if (power == Power.Operator && way == Way.Notice)
            counts = counts && _holding(Power.Operator).time + proposal.until < 2 * uint256(proposal.from);
        if (!counts) delete proposal;
    }

    /// @dev What the former holder of a power proposed goes with it; where the other two replace it, all that was proposed for the
    /// power.
    function _forget(Power power, Way way) private {
        if (way == Way.Joint) delete _proposals[uint256(power)];
        else delete _proposals[uint256(power)][uint256(Way.HandOver)];
        if (power == Power.Operator) {
            delete _proposals[uint256(Power.Attributor)][uint256(Way.HandOver)];
            delete _proposals[uint256(Power.Standby)][uint256(Way.HandOver)];
            delete _proposals[uint256(Power.Arbiter)][uint256(Way.Notice)];
        }
        if (power == Power.Guardian) delete _proposals[uint256(Power.Operator)][uint256(Way.Notice)];
        for (uint256 other = 0; other < 5; ++other) {
            Proposal storage joint = _proposals[other][uint256(Way.Joint)];
            if (joint.by == 1 << uint256(power)) delete _proposals[other][uint256(Way.Joint)];
        }
    }

    /// @dev The arbiter keeps the sales of its time, but where the other two replace it.
    function _keepArbiter(Way way) private {
        Holding storage arbiter = _holding(Power.Arbiter);
        _formerArbiters.push(arbiter);
        if (way == Way.Joint) delete _formerArbiters[_formerArbiters.length - 1].holder;
        arbiter.number = _batches + 1;
    }

    /// @return hash Of its log.
    function _pass(Power power, address holder) private returns (bytes32 hash) {
        Holding storage holding = _holding(power);
        address former = holding.holder;
        holding.holder = holder;
        // Safe: times are below 2^40. An arbiter is not suspended.
        holding.time = power == Power.Arbiter ? 0 : uint40(block.timestamp);
        bytes32 topic = bytes32(uint256(uint160(former)));
        return _emit(PowerPassed.selector, power, topic, holder, "");
    }

    /* EVENTS */

    function _tell(bytes32 selector, Power power, Way way, address to, bytes memory data) private {
        _foldOne(_emit(selector, power, bytes32(uint256(way)), to, data));
    }

    function _emit(
        bytes32 selector,
        Power power,
        bytes32 second,
        address third,
        bytes memory data
    ) private returns (bytes32) {
        return
            Logs.emit3({
                selector: selector,
                topic: bytes32(uint256(power)),
                second: second,
                third: bytes32(uint256(uint160(third))),
                data: data
            });
    }
}
