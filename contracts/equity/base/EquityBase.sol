// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EquityStorage, Grant, Office } from "./EquityStorage.sol";
import {
    FLAG_REST_TO_TREASURY,
    PackedPlan,
    PLAN_AUTHORISED,
    PLAN_PAUSE_LIMIT,
    PLAN_REST_CLASS,
    PLAN_WINDOW
} from "../PackedPlan.sol";
import { Leave, PlanPower } from "../../interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../interfaces/IEquityErrors.sol";
import { IEquityGrants } from "../../interfaces/IEquityGrants.sol";
import { HAS_EXTRA, HAS_TRIGGERS, Head, LEFT, SEATED } from "../../libraries/GrantWords.sol";
import { Levels, Sharing } from "../../libraries/Levels.sol";
import { Vesting } from "../../libraries/Vesting.sol";
import { PackedTerms } from "../../terms/PackedTerms.sol";

/// @title What all modules of a plan read
abstract contract EquityBase is IEquityErrors, EquityStorage {
    using PackedPlan for bytes;
    using PackedTerms for bytes;

    /// @dev The operator's last act is kept to the hour, so that many calls one after the other write it once.
    uint256 internal constant ACT_GRAIN = 1 hours;

    /* WHO ACTS */

    /// @dev For functions that the operator alone can call: each is an act of it.
    modifier onlyOperator() {
        require(_hasPower(PlanPower.Operator), EquityPlan_PowerMissing(msg.sender, PlanPower.Operator));
        _act();
        _;
    }

    function _holderOf(PlanPower power) internal view returns (address) {
        return _offices[uint256(power)].holder;
    }

    /// @dev Nobody has a power that nobody holds: no call comes from zero.
    function _hasPower(PlanPower power) internal view returns (bool) {
        return _holderOf(power) == msg.sender;
    }

    /// @dev Keeps that the operator has acted.
    function _act() internal {
        Office storage operator = _offices[uint256(PlanPower.Operator)];
        // Safe: times are below 2^40.
        if (block.timestamp >= operator.time + ACT_GRAIN) operator.time = uint40(block.timestamp);
    }

    /// @dev For what any of the three who watch over a plan may do.
    function _requireProtector() internal {
        if (_hasPower(PlanPower.Operator)) return _act();
        bool other = _hasPower(PlanPower.Arbiter) || _hasPower(PlanPower.Guardian);
        require(other, EquityPlan_NotAllowed(msg.sender));
    }

    function _requireHolder(Head head) internal view {
        require(head.holder() == _sender(), EquityPlan_NotAllowed(_sender()));
    }

    /* SETTINGS */

    function _indexOf(bytes memory plan, address currency) internal pure returns (uint256) {
        uint256 count = plan.currencyCount();
        for (uint256 i = 0; i < count; ++i) if (plan.currencyAt(i) == currency) return i;
        revert EquityPlan_UnknownCurrency(currency);
    }

    /// @dev The units of all classes, and who else takes part.
    function _sharing(bytes memory plan, uint256 index) internal view returns (Sharing memory sharing) {
        sharing.hurdles = plan.hurdles(index);
        sharing.units = _units(sharing.hurdles.length);
        sharing.toTreasury = plan.has(FLAG_REST_TO_TREASURY);
        if (!sharing.toTreasury) return sharing;
        sharing.rest = plan.number(PLAN_AUTHORISED, 8) - Levels.sumOf(sharing.units);
        sharing.restClass = plan.number(PLAN_REST_CLASS, 1);
    }

    /// @dev Of at most four classes the second word has nothing.
    function _units(uint256 classes) internal view returns (uint256[2] memory units) {
        units[0] = _classUnits[0];
        if (classes > 4) units[1] = _classUnits[1];
    }

    /* GRANTS */

    function _grantAt(uint256 id) internal view returns (Grant memory grant) {
        grant.head = _grants[id].head;
        require(grant.head.holder() != address(0), EquityPlan_UnknownGrant(id));
        grant.clock = _grants[id].clock;
        if (grant.head.has(HAS_EXTRA)) grant.extra = _grants[id].extra;
    }

    /// @dev Its third word has something from now on. The caller keeps the head.
    function _setExtra(uint256 id, Grant memory grant) internal {
        _grants[id].extra = grant.extra;
        grant.head = grant.head.with(HAS_EXTRA);
    }

    /// @dev The units that vote: those that wait for an exit do not.
    function _votesOf(Grant memory grant) internal pure returns (uint256) {
        if (!grant.head.has(SEATED)) return 0;
        return grant.head.units() - grant.extra.contingent();
    }

    /// @dev The units that are vested: by time, up to the date of a leave, and of the others the part that an exit vests. Of one that
    /// left, all but those that wait for an exit.
    function _vestedAt(Grant memory grant, uint256 time) internal view returns (uint256 vested) {
        uint256 units = grant.head.units();
        if (grant.head.has(LEFT)) {
            uint256 contingent = grant.extra.contingent();
            if (contingent == 0 || _isExitSoon(grant, time)) return units;
            return units - contingent;
        }
        if (grant.extra.kind() != Leave.None && grant.extra.leaveAt() < time) time = grant.extra.leaveAt();
        vested = _vestedByTime(grant, time);
        if (vested == units || grant.clock.single() == 0 || !grant.head.has(HAS_TRIGGERS)) return vested;
        if (_exitBy(time) != 0) vested = Vesting.spedUp({ vested: vested, units: units, rate: grant.clock.single() });
    }

    function _vestedByTime(Grant memory grant, uint256 time) private view returns (uint256) {
        if (time < grant.clock.start()) return 0;
        return
            Vesting.vestedAfter({
                units: grant.head.units(),
                cliff: grant.clock.cliff(),
                length: grant.clock.length(),
                step: grant.clock.step(),
                elapsed_: _elapsed(grant, time)
            });
    }

    function _elapsed(Grant memory grant, uint256 time) internal view returns (uint256) {
        return
            Vesting.elapsed({
                start: grant.clock.start(),
                shift: grant.clock.shift(),
                stopped: grant.clock.stopped(),
                limit: _pauseLimit(grant),
                time: time
            });
    }

    /// @dev Lets a grant's clock run again.
    function _resume(uint256 id, Grant memory grant) internal {
        uint256 shift = grant.clock.shift() + _pausedFor(grant, block.timestamp);
        grant.clock = grant.clock.run(shift);
        _grants[id].clock = grant.clock;
        // Safe: at most the limit of pauses.
        emit IEquityGrants.Resumed({ id: id, shift: uint32(shift) });
    }

    /// @dev Nobody asks for it where a clock runs.
    function _pauseLimit(Grant memory grant) private view returns (uint256) {
        return grant.clock.stopped() == 0 ? 0 : PackedPlan.load().number(PLAN_PAUSE_LIMIT, 4);
    }

    function _pausedFor(Grant memory grant, uint256 time) private view returns (uint256) {
        return
            Vesting.paused({
                stopped: grant.clock.stopped(),
                shift: grant.clock.shift(),
                limit: _pauseLimit(grant),
                time: time
            });
    }

    /// @dev When an exit was in effect, up to a time; 0: none was.
    function _exitBy(uint256 time) internal view returns (uint256 date) {
        date = _state.exitAt;
        if (date > time) date = 0;
    }

    /// @dev Whether an exit came in time for what a dismissed holder keeps waiting.
    function _isExitSoon(Grant memory grant, uint256 time) internal view returns (bool) {
        uint256 exit = _exitBy(time);
        return exit != 0 && exit <= grant.extra.leaveAt() + PackedPlan.load().number(PLAN_WINDOW, 4);
    }

    /* MONEY OF A GRANT */

    /// @dev What a grant's vested units earned, and all of its units, above its base.
    function _earned(
        Grant memory grant,
        uint256 base,
        uint256 level
    ) internal view returns (uint256 ofVested, uint256 ofAll) {
        uint256 rise = Levels.riseOf(level, base);
        if (rise == 0) return (0, 0);
        ofVested = Levels.earned(_vestedAt(grant, block.timestamp), rise);
        ofAll = Levels.earned(grant.head.units(), rise);
    }

    function _toUint96(uint256 amount) internal pure returns (uint96) {
        require(amount <= type(uint96).max, EquityPlan_AmountTooLarge(amount));
        // Safe by the check above.
        return uint96(amount);
    }
}
