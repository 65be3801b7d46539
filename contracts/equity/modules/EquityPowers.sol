// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC1967Utils } from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Utils.sol";
import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { StorageSlot } from "@openzeppelin/contracts/utils/StorageSlot.sol";
import { EquityBase } from "../base/EquityBase.sol";
import { Office } from "../base/EquityStorage.sol";
import { PackedPlan, PLAN_HANDOVER, PLAN_OPERATOR, PLAN_SILENCE } from "../PackedPlan.sol";
import { PlanPower, PlanPowerState } from "../../interfaces/EquityTypes.sol";
import { IEquityPowers } from "../../interfaces/IEquityPowers.sol";
import { Proposal, Way } from "../../interfaces/Types.sol";
import { PackedTerms } from "../../terms/PackedTerms.sol";

/// @title The module for powers and how they come to others
/// @notice `EquityPlan` runs this code on its own storage; called at its own address it knows no settings and does nothing.
contract EquityPowers is Initializable, IEquityPowers, EquityBase {
    using PackedTerms for bytes;

    /// @dev Sets of powers have bit `p` for power `p`.
    uint256 private constant OPERATOR = 1 << uint256(PlanPower.Operator);
    uint256 private constant ARBITER = 1 << uint256(PlanPower.Arbiter);
    uint256 private constant GUARDIAN = 1 << uint256(PlanPower.Guardian);

    /// @dev Any two of them replace the third.
    uint256 private constant THREE = OPERATOR | ARBITER | GUARDIAN;

    uint256 private constant POWERS = 5;

    /// @dev The least notice to a silent operator, and to an arbiter whom the operator alone replaces.
    uint256 private constant LEAST_NOTICE = 30 days;

    /// @inheritdoc IEquityPowers
    /// @dev Names the code that the plan runs where ERC-1967 has explorers look for it. Nothing ever reads or writes that slot: which
    /// code runs stands in the plan's own.
    function initialize() external initializer {
        StorageSlot.getAddressSlot(ERC1967Utils.IMPLEMENTATION_SLOT).value = PackedTerms.loadImplementation();
        bytes memory plan = PackedPlan.load();
        for (uint256 power = 0; power < POWERS; ++power) {
            address holder = plan.addressAt(PLAN_OPERATOR + 20 * power);
            if (holder != address(0)) _appoint(PlanPower(power), holder);
        }
    }

    /* PASSING ON */

    /// @inheritdoc IEquityPowers
    function proposePower(PlanPower power, Way way, address to) external nonReentrant {
        require(to != address(0) && to != address(this), EquityPlan_ZeroAddress());
        uint256 needed = _proposers(power, way);
        uint256 by = _speakAs(needed);
        uint256 from = block.timestamp + _delay(power, way);
        uint256 until = 2 * from - block.timestamp;
        if (way == Way.Joint) {
            Proposal memory other = _proposalOf(power, way);
            if (other.to == to) by |= other.by;
            if (by != needed) from = 0;
        }
        // Safe: a set of powers has five bits; times are below 2^40, and delays have 32 bits.
        _proposals[uint256(power)][uint256(way)] = Proposal({
            to: to,
            by: uint8(by),
            from: uint40(from),
            until: uint40(until)
        });
        emit PowerProposed({
            power: power,
            way: way,
            to: to,
            by: msg.sender,
            from: uint40(from),
            until: uint40(until)
        });
    }

    /// @inheritdoc IEquityPowers
    function cancelPower(PlanPower power, Way way) external nonReentrant {
        Proposal memory proposal = _proposalOf(power, way);
        uint256 may = _proposers(power, way);
        if (way != Way.Joint) may |= GUARDIAN | (1 << uint256(power));
        _speakAs(may);
        require(proposal.to != address(0), EquityPlan_NothingWaits());
        delete _proposals[uint256(power)][uint256(way)];
        emit PowerCancelled({ power: power, way: way, to: proposal.to, by: msg.sender });
    }

    /// @inheritdoc IEquityPowers
    function acceptPower(PlanPower power, Way way) external nonReentrant {
        Proposal memory proposal = _proposalOf(power, way);
        require(proposal.from != 0, EquityPlan_NothingWaits());
        require(proposal.to == msg.sender, EquityPlan_NotAllowed(msg.sender));
        require(block.timestamp >= proposal.from, EquityPlan_TooEarly(proposal.from));
        delete _proposals[uint256(power)][uint256(way)];
        _forget(power, way);
        _appoint(power, msg.sender);
    }

    /// @dev A new operator has acted.
    function _appoint(PlanPower power, address holder) private {
        address former = _holderOf(power);
        // Safe: times are below 2^40.
        _offices[uint256(power)] = Office({ holder: holder, time: uint40(block.timestamp) });
        emit PowerPassed({ power: power, former: former, holder: holder });
    }

    /// @inheritdoc IEquityPowers
    function alive() external onlyOperator nonReentrant {}

    /* READING */

    /// @inheritdoc IEquityPowers
    function powerState(PlanPower power) external view returns (PlanPowerState memory state) {
        state.holder = _holderOf(power);
        // Safe: delays of 32 bits after a time.
        if (power == PlanPower.Operator)
            (state.lastAct, state.silentFrom) = (uint40(_lastAct()), uint40(_silentFrom()));
        for (uint256 way = 0; way < 3; ++way) state.proposals[way] = _proposalOf(power, Way(way));
    }

    /* WHO MAY */

    /// @dev The powers that propose; of a joint proposal both are needed, else there is one.
    function _proposers(PlanPower power, Way way) private view returns (uint256) {
        uint256 own = 1 << uint256(power);
        if (way == Way.HandOver) return own;
        if (way == Way.Joint) return own & THREE == 0 ? OPERATOR | ARBITER : THREE & ~own;
        if (power == PlanPower.Operator) return _holderOf(PlanPower.Guardian) == address(0) ? ARBITER : GUARDIAN;
        return power == PlanPower.Arbiter ? OPERATOR : 0;
    }

    /// @dev Which of some powers the caller has: it needs one. What the operator does is an act of it.
    function _speakAs(uint256 powers) private returns (uint256 own) {
        for (uint256 power = 0; power < POWERS; ++power) {
            if ((powers >> power) & 1 == 1 && _hasPower(PlanPower(power))) own |= 1 << power;
        }
        require(own != 0, EquityPlan_NotAllowed(msg.sender));
        if (own & OPERATOR != 0) _act();
    }

    /* DELAYS */

    function _delay(PlanPower power, Way way) private view returns (uint256 delay) {
        delay = PackedPlan.load().number(PLAN_HANDOVER, 4);
        if (way != Way.Notice) return delay;
        if (delay < LEAST_NOTICE) delay = LEAST_NOTICE;
        if (power != PlanPower.Operator) return delay;
        uint256 silent = _silentFrom();
        require(silent != 0, EquityPlan_NotInSettings("silence"));
        require(block.timestamp >= silent, EquityPlan_TooEarly(silent));
    }

    /// @dev When the operator is silent if it does not act before; 0 where it never is. Its last act may be later than what is kept.
    function _silentFrom() private view returns (uint256) {
        uint256 silence = PackedPlan.load().number(PLAN_SILENCE, 4);
        if (silence == 0) return 0;
        return _lastAct() + ACT_GRAIN + silence;
    }

    function _lastAct() private view returns (uint256) {
        return _offices[uint256(PlanPower.Operator)].time;
    }

    /* PROPOSALS */

    /// @dev A proposal that counts; empty where there is none.
    function _proposalOf(PlanPower power, Way way) private view returns (Proposal memory proposal) {
        proposal = _proposals[uint256(power)][uint256(way)];
        bool counts = block.timestamp < proposal.until;
        // As long after `from` as `from` is after the proposal: the operator has not acted since.
        if (power == PlanPower.Operator && way == Way.Notice)
            counts = counts && _lastAct() + proposal.until < 2 * uint256(proposal.from);
        if (!counts) delete proposal;
    }

    /// @dev What the former holder of a power proposed goes with it; where the others replace it, all that was proposed for the power.
    function _forget(PlanPower power, Way way) private {
        if (way == Way.Joint) delete _proposals[uint256(power)];
        else delete _proposals[uint256(power)][uint256(Way.HandOver)];
        if (power == PlanPower.Operator) delete _proposals[uint256(PlanPower.Arbiter)][uint256(Way.Notice)];
        if (power == PlanPower.Guardian || power == PlanPower.Arbiter)
            delete _proposals[uint256(PlanPower.Operator)][uint256(Way.Notice)];
        for (uint256 other = 0; other < POWERS; ++other) {
            Proposal storage joint = _proposals[other][uint256(Way.Joint)];
            if (joint.by == 1 << uint256(power)) delete _proposals[other][uint256(Way.Joint)];
        }
    }
}
