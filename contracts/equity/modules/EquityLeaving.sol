// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EquitySources } from "../base/EquitySources.sol";
import { Grant } from "../base/EquityStorage.sol";
import { EquityVotes } from "../base/EquityVotes.sol";
import {
    PackedPlan,
    PLAN_CALL_WINDOW,
    PLAN_CAUSE_LOSS,
    PLAN_HANDOVER,
    PLAN_NOTICE,
    PLAN_RESIGN_LOSS,
    PLAN_WINDOW
} from "../PackedPlan.sol";
import { Leave, PlanPower } from "../../interfaces/EquityTypes.sol";
import { IEquityLeaving } from "../../interfaces/IEquityLeaving.sol";
import { ONE } from "../../libraries/Constants.sol";
import { HAS_TRIGGERS, LEFT } from "../../libraries/GrantWords.sol";
import { PackedTerms } from "../../terms/PackedTerms.sol";

/// @dev What becomes of the units of a holder who leaves.
/// @param vested Those whose money is owed.
/// @param contingent Those that wait for an exit, with their money.
/// @param kept Those that the holder has for good.
struct Parting {
    uint256 vested;
    uint256 contingent;
    uint256 kept;
}

/// @title The module for leaving a plan, and for exits
/// @notice `EquityPlan` runs this code on its own storage; called at its own address it knows no settings and does nothing.
contract EquityLeaving is IEquityLeaving, EquitySources, EquityVotes {
    using PackedPlan for bytes;
    using PackedTerms for bytes;

    /// @dev How long a source that owes can hold a leave up.
    uint256 private constant PATIENCE = 30 days;

    /* NOTICES */

    /// @inheritdoc IEquityLeaving
    function resign(uint256 id, uint40 date) external nonReentrant {
        Grant memory grant = _grantAt(id);
        _requireHolder(grant.head);
        _requireNotice({ id: id, grant: grant, date: date });
        _announce({ id: id, grant: grant, kind: Leave.Resigned, date: date, reason: "", evidence: 0 });
    }

    /// @inheritdoc IEquityLeaving
    function dismiss(uint256 id, uint40 date, string calldata reason) external onlyOperator nonReentrant {
        Grant memory grant = _grantAt(id);
        _requireNotice({ id: id, grant: grant, date: date });
        _announce({ id: id, grant: grant, kind: Leave.Dismissed, date: date, reason: reason, evidence: 0 });
    }

    /// @inheritdoc IEquityLeaving
    function dismissForCause(uint256 id, string calldata reason, bytes32 evidence) external nonReentrant {
        require(_hasPower(PlanPower.Arbiter), EquityPlan_PowerMissing(msg.sender, PlanPower.Arbiter));
        Grant memory grant = _grantAt(id);
        _requireStaying(id, grant);
        require(grant.extra.kind() != Leave.Cause, EquityPlan_AlreadyWaits());
        uint256 date = block.timestamp + PackedPlan.load().number(PLAN_HANDOVER, 4);
        // Safe: times are below 2^40.
        _announce({ id: id, grant: grant, kind: Leave.Cause, date: uint40(date), reason: reason, evidence: evidence });
    }

    /// @inheritdoc IEquityLeaving
    function withdrawLeave(uint256 id) external nonReentrant {
        Grant memory grant = _grantAt(id);
        Leave kind = grant.extra.kind();
        require(kind != Leave.None && !grant.head.has(LEFT), EquityPlan_NothingWaits());
        if (kind == Leave.Resigned) _requireHolder(grant.head);
        else if (kind == Leave.Cause) _requireProtector();
        else _requireOperatorOrGuardian();
        require(block.timestamp < grant.extra.leaveAt(), EquityPlan_TooLate(grant.extra.leaveAt()));
        _grants[id].extra = grant.extra.leaveOn(Leave.None, 0);
        emit LeaveWithdrawn({ id: id, kind: kind });
    }

    /// @dev Neither has it left, nor has the date come on which it does.
    function _requireStaying(uint256 id, Grant memory grant) private view {
        bool stays = grant.extra.kind() == Leave.None || block.timestamp < grant.extra.leaveAt();
        require(stays && !grant.head.has(LEFT), EquityPlan_HasLeft(id));
        require(grant.head.units() > 0, EquityPlan_NothingLeft(id));
    }

    function _requireNotice(uint256 id, Grant memory grant, uint256 date) private view {
        _requireStaying(id, grant);
        uint256 earliest = block.timestamp + PackedPlan.load().number(PLAN_NOTICE, 4);
        require(date >= earliest, EquityPlan_TooEarly(earliest));
        bool isFirst = grant.extra.kind() == Leave.None;
        bool isEarlier = grant.extra.kind() != Leave.Cause && date < grant.extra.leaveAt();
        require(isFirst || isEarlier, EquityPlan_AlreadyWaits());
    }

    function _announce(
        uint256 id,
        Grant memory grant,
        Leave kind,
        uint40 date,
        string memory reason,
        bytes32 evidence
    ) private {
        // Else whoever is paused and has notice would not reach its next step.
        if (grant.clock.stopped() != 0) _resume(id, grant);
        grant.extra = grant.extra.leaveOn(kind, date);
        _setExtra(id, grant);
        _grants[id].head = grant.head;
        emit LeaveAnnounced({ id: id, kind: kind, date: date, reason: reason, evidence: evidence });
    }

    /* LEAVING */

    /// @inheritdoc IEquityLeaving
    function finishLeave(uint256 id) external nonReentrant {
        Grant memory grant = _grantAt(id);
        uint256 date = grant.extra.leaveAt();
        require(grant.extra.kind() != Leave.None && !grant.head.has(LEFT), EquityPlan_NothingWaits());
        require(block.timestamp >= date, EquityPlan_TooEarly(date));
        require(grant.head.units() > 0, EquityPlan_NothingLeft(id));
        bytes memory plan = PackedPlan.load();
        _pullAll(plan, block.timestamp < date + PATIENCE);
        _syncAll(plan);
        _advanceInFlow(plan, id, grant);
        _leave(plan, id, grant);
    }

    function _leave(bytes memory plan, uint256 id, Grant memory grant) private {
        Parting memory parting = _partingOf(plan, grant);
        uint256 votes = _votesOf(grant);
        _keepEntries(plan, id);
        uint256[] memory freed = _closeBooks({
            plan: plan,
            id: id,
            grant: grant,
            vested: parting.vested,
            contingent: parting.contingent
        });
        uint256 lost = grant.head.units() - parting.kept - parting.contingent;
        _dropUnits(grant, lost);
        grant.extra = grant.extra.wait(parting.contingent);
        grant.head = grant.head.with(LEFT);
        _grants[id].head = grant.head;
        _grants[id].extra = grant.extra;
        _reseat(grant, votes);
        emit Left({ id: id, kind: grant.extra.kind(), kept: parting.kept, contingent: parting.contingent, lost: lost });
        _freeAll(plan, freed);
    }

    /// @dev What calls go by: the leave itself sets the base to the level.
    function _keepEntries(bytes memory plan, uint256 id) private {
        if (plan.number(PLAN_CALL_WINDOW, 4) == 0) return;
        uint256 count = plan.currencyCount();
        for (uint256 i = 0; i < count; ++i) {
            address currency = plan.currencyAt(i);
            uint160 base = _books[id][currency].base;
            if (base > 0) _calls[id][currency].entry = base;
        }
    }

    /// @dev As of the date of the leave.
    function _partingOf(bytes memory plan, Grant memory grant) private view returns (Parting memory parting) {
        uint256 date = grant.extra.leaveAt();
        parting.vested = _vestedAt(grant, date);
        uint256 more = 0;
        if (grant.extra.kind() == Leave.Dismissed && grant.head.has(HAS_TRIGGERS))
            more = ((grant.head.units() - parting.vested) * grant.clock.double()) / ONE;
        uint256 window = plan.number(PLAN_WINDOW, 4);
        uint256 exit = _exitBy(block.timestamp);
        if (exit == 0) parting.contingent = more;
        else if (date <= exit + window && exit <= date + window) parting.vested += more;
        uint256 loss = 0;
        if (grant.extra.kind() == Leave.Resigned) loss = plan.number(PLAN_RESIGN_LOSS, 3);
        if (grant.extra.kind() == Leave.Cause) loss = plan.number(PLAN_CAUSE_LOSS, 3);
        parting.kept = parting.vested - (parting.vested * loss) / ONE;
    }

    /// @inheritdoc IEquityLeaving
    function lapse(uint256 id) external nonReentrant {
        bytes memory plan = PackedPlan.load();
        Grant memory grant = _grantAt(id);
        uint256 contingent = grant.extra.contingent();
        require(contingent > 0, EquityPlan_NothingWaits());
        uint256 until = grant.extra.leaveAt() + plan.number(PLAN_WINDOW, 4);
        require(block.timestamp > until, EquityPlan_TooEarly(until + 1));
        require(!_isExitSoon(grant, block.timestamp), EquityPlan_IsExited(_exitBy(block.timestamp)));
        uint256[] memory freed = _dropContingent(plan, id, grant);
        _grants[id].head = grant.head;
        _grants[id].extra = grant.extra;
        emit Lapsed({ id: id, units: contingent });
        _freeAll(plan, freed);
    }

    /* EXIT */

    /// @inheritdoc IEquityLeaving
    function declareExit(string calldata uri) external nonReentrant {
        PlanPower by = PlanPower.Arbiter;
        if (_hasPower(PlanPower.Operator)) {
            by = PlanPower.Operator;
            _act();
        } else {
            require(_hasPower(PlanPower.Arbiter), EquityPlan_NotAllowed(msg.sender));
        }
        require(_state.exitAt == 0, EquityPlan_IsExited(_state.exitAt));
        // Safe: times are below 2^40.
        uint40 date = uint40(block.timestamp + PackedPlan.load().number(PLAN_NOTICE, 4));
        (_state.exitAt, _state.by) = (date, by);
        emit ExitDeclared({ date: date, by: msg.sender, uri: uri });
    }

    /// @inheritdoc IEquityLeaving
    function vetoExit() external nonReentrant {
        _requireProtector();
        uint256 date = _state.exitAt;
        require(date != 0, EquityPlan_NothingWaits());
        require(block.timestamp < date, EquityPlan_TooLate(date));
        _state.exitAt = 0;
        emit ExitVetoed(msg.sender);
    }

    function _requireOperatorOrGuardian() private {
        if (_hasPower(PlanPower.Operator)) return _act();
        require(_hasPower(PlanPower.Guardian), EquityPlan_NotAllowed(msg.sender));
    }
}
