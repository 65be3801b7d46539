// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Book, Dues, Grant } from "../base/EquityStorage.sol";
import { EquityBase } from "../base/EquityBase.sol";
import { PackedPlan, PLAN_CLASSES } from "../PackedPlan.sol";
import {
    GrantEarnings,
    GrantState,
    PlanLevel,
    PlanOverview,
    PlanSettings,
    Source
} from "../../interfaces/EquityTypes.sol";
import { IEquityViews } from "../../interfaces/IEquityViews.sol";
import { CALLED, HAS_TRIGGERS, LEFT } from "../../libraries/GrantWords.sol";
import { Levels } from "../../libraries/Levels.sol";
import { PackedTerms } from "../../terms/PackedTerms.sol";

/// @title The module for reading a plan
/// @notice `EquityPlan` runs this code on its own storage; called at its own address it knows no settings and does nothing.
contract EquityViews is IEquityViews, EquityBase {
    using PackedPlan for bytes;
    using PackedTerms for bytes;

    /// @inheritdoc IEquityViews
    function settings() external view returns (PlanSettings memory given) {
        return PackedPlan.load().unpack();
    }

    /// @inheritdoc IEquityViews
    function grantAt(uint256 id) external view returns (GrantState memory state) {
        Grant memory grant = _grantAt(id);
        state.holder = grant.head.holder();
        // Safe, as all that follows: kept in as many bits.
        state.units = uint64(grant.head.units());
        state.contingent = uint64(grant.extra.contingent());
        state.votes = uint64(_votesOf(grant));
        state.class = uint8(grant.head.class());
        state.start = uint40(grant.clock.start());
        state.cliff = uint32(grant.clock.cliff());
        state.length = uint32(grant.clock.length());
        state.step = uint32(grant.clock.step());
        state.single = uint24(grant.clock.single());
        state.double = uint24(grant.clock.double());
        state.withholding = uint24(grant.extra.withholding());
        state.shift = uint32(grant.clock.shift());
        state.stopped = uint40(grant.clock.stopped());
        state.hasTriggers = grant.head.has(HAS_TRIGGERS);
        state.leaving = grant.extra.kind();
        state.leaveAt = uint40(grant.extra.leaveAt());
        state.left = grant.head.has(LEFT);
        state.calledUntil = uint40(grant.extra.calledUntil());
    }

    /// @inheritdoc IEquityViews
    function vestedOf(uint256 id, uint256 time) external view returns (uint256 units) {
        return _vestedAt(_grantAt(id), time);
    }

    /// @inheritdoc IEquityViews
    function earningsOf(uint256 id, address currency) external view returns (GrantEarnings memory earnings) {
        Grant memory grant = _grantAt(id);
        Book memory book = _books[id][currency];
        Dues memory dues = _dues[id][currency];
        (uint256 ofVested, uint256 ofAll) = _earned({ grant: grant, base: book.base, level: _levels[currency].level });
        earnings.paid = uint256(dues.paid) + book.taken;
        earnings.owed = dues.owed;
        if (dues.contingent > 0 && _isExitSoon(grant, block.timestamp)) earnings.owed += dues.contingent;
        else earnings.held = dues.contingent;
        if (grant.head.has(CALLED)) {
            earnings.held += ofAll;
            return earnings;
        }
        earnings.payable_ = ofVested - book.taken;
        earnings.held += ofAll - ofVested;
    }

    /// @inheritdoc IEquityViews
    function levelOf(address currency) external view returns (PlanLevel memory money) {
        _indexOf(PackedPlan.load(), currency);
        money.level = _levels[currency].level;
        money.counted = _levels[currency].counted;
        money.waiting = _pots[currency].waiting;
        money.treasury = _pots[currency].treasury;
        money.tax = _asides[currency].tax;
        money.offered = _asides[currency].offered;
    }

    /// @inheritdoc IEquityViews
    function overview() external view returns (PlanOverview memory state) {
        uint256[2] memory units = _classUnits;
        state.grants = _state.grants;
        state.outstanding = Levels.sumOf(units);
        state.byClass = new uint256[](PackedPlan.load().number(PLAN_CLASSES, 1));
        for (uint256 class = 0; class < state.byClass.length; ++class)
            state.byClass[class] = Levels.unitsOf(units, class);
        state.exitAt = _state.exitAt;
        state.exitBy = _state.by;
        state.sources = new Source[](_state.sources);
        for (uint256 i = 0; i < state.sources.length; ++i) state.sources[i] = _sources[i];
    }
}
