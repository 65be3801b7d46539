// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LineEarnings } from "./LineEarnings.sol";
import { LiveLine } from "./LiveLines.sol";
import { LineBook } from "./ProgramBase.sol";
import { Payouts } from "./Payouts.sol";
import { Walk, Walked, Walks } from "./Walks.sol";
import { IProgramLines } from "../interfaces/IProgramLines.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { CLAUSES, TermsBlob, AT_KINDS, AT_LINES, AT_TREASURY } from "../libraries/TermsBlob.sol";

/// @title Settling standing lines and the residual
abstract contract Settlement is IProgramLines, Payouts, LineEarnings, Walks {
    using Periods for Schedule;
    using TermsBlob for bytes;

    /// @dev Settling a line with clauses walks so many segments at most, fewer where that is much work: looking at a line and
    /// kind counts once, keeping the books of a line with clauses as much as this.
    uint256 private constant MOST_WALKED = 64;
    uint256 private constant MOST_WORK = 30_000;
    uint256 private constant WORK_OF_CLAUSES = 100;

    /* STANDING LINES */

    /// @inheritdoc IProgramLines
    function claimLine(uint256 line, address currency) external nonReentrant returns (uint256 amount) {
        bytes memory blob = _terms();
        address holder;
        (amount, holder) = _settleAny(blob, line, _indexOf(blob, currency));
        _claim(blob, holder, currency);
    }

    /// @inheritdoc IProgramLines
    function settleLine(uint256 line, address currency) external nonReentrant returns (uint256 amount) {
        bytes memory blob = _terms();
        (amount, ) = _settleAny(blob, line, _indexOf(blob, currency));
    }

    /// @inheritdoc IProgramLines
    function lineEarnings(uint256 line, address currency) external view returns (uint256 held, uint256 locked) {
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        uint256 index = _indexOf(blob, currency);
        LiveLine memory live = _liveLine(blob, line);
        if (_isWalkedLine(blob, line)) return _walkedEarnings(blob, schedule, line, index);
        uint256 next;
        uint256 taken;
        (locked, next, taken) = _lineEarned(schedule, live, index);
        if (block.timestamp < schedule.start) return (0, locked);
        Segment memory segment = schedule.segmentOf(next);
        while (segment.start <= block.timestamp) {
            held += _lineEarnedIn(live, segment, index);
            segment = schedule.next(segment);
        }
        held -= taken;
    }

    function _settleAny(
        bytes memory blob,
        uint256 line,
        uint256 index
    ) private returns (uint256 amount, address holder) {
        Schedule memory schedule = blob.schedule();
        LiveLine memory live = _liveLine(blob, line);
        holder = live.terms.holder;
        if (_isWalkedLine(blob, line)) {
            Walk memory walk = _settle(blob, schedule, index, _mostWalked(blob));
            return (_walkedOf(walk, line).settled, holder);
        }
        LineBook storage book = _lineBooks[line][index];
        uint256 next;
        uint256 taken;
        (amount, next, taken) = _lineEarned(schedule, live, index);
        // Safe: a segment is below 2^20 where it has sales and below 2^32 for 490,000 years.
        book.next = uint32(next);
        book.taken = _toUint96(taken);
        _owe(holder, index, amount);
        emit LineSettled(line, holder, blob.currency(index), amount);
    }

    /// @dev As `_settle` would leave them, and then what the line earns in periods that are not locked, as if they ended now.
    function _walkedEarnings(
        bytes memory blob,
        Schedule memory schedule,
        uint256 line,
        uint256 index
    ) private view returns (uint256 held, uint256 locked) {
        Walk memory walk = _setOut(blob, schedule, index);
        Walked memory one = _walkedOf(walk, line);
        for (uint256 left = _mostWalked(blob); left > 0 && walk.segment.period < walk.locked; --left) _step(walk);
        locked = one.settled;
        while (walk.segment.start <= block.timestamp) {
            _loadRevenues(walk);
            uint256 earned = _earn(one, walk.segment.start, walk.revenues);
            if (walk.segment.period >= walk.locked) held += earned;
            walk.segment = schedule.next(walk.segment);
        }
    }

    function _walkedOf(Walk memory walk, uint256 line) private pure returns (Walked memory one) {
        uint256 i = 0;
        while (walk.walked[i].live.index != line) ++i;
        return walk.walked[i];
    }

    function _mostWalked(bytes memory blob) private pure returns (uint256 most) {
        uint256 looks = blob.number(AT_LINES, 2) * (1 + blob.number(AT_KINDS, 1));
        most = MOST_WORK / (looks + blob.listLength(CLAUSES) * WORK_OF_CLAUSES);
        if (most == 0) return 1;
        return most < MOST_WALKED ? most : MOST_WALKED;
    }

    /* RESIDUAL */

    /// @inheritdoc IProgramLines
    function claimResidual(address currency, uint256 segments) external nonReentrant returns (uint256 amount) {
        bytes memory blob = _terms();
        uint256 index = _indexOf(blob, currency);
        amount = _settle(blob, blob.schedule(), index, segments).amount;
        address treasury = blob.addressAt(AT_TREASURY);
        _tryClaim(blob, index, treasury, 0);
    }

    /// @inheritdoc IProgramLines
    function residualEarnings(address currency, uint256 segments) external view returns (uint256 locked) {
        bytes memory blob = _terms();
        Walk memory walk = _setOut(blob, blob.schedule(), _indexOf(blob, currency));
        for (; segments > 0 && walk.segment.period < walk.locked; --segments) _step(walk);
        return walk.amount;
    }

    /// @dev Shares at most `segments` segments of locked periods among the lines with clauses and the treasury. Of what they
    /// leave the other lines' part stays for those to settle.
    function _settle(
        bytes memory blob,
        Schedule memory schedule,
        uint256 index,
        uint256 segments
    ) private returns (Walk memory walk) {
        address currency = blob.currency(index);
        walk = _setOut(blob, schedule, index);
        for (; segments > 0 && walk.segment.period < walk.locked; --segments) {
            uint256 period = walk.segment.period;
            if (_step(walk)) _notePeriod(walk, currency, period);
        }
        _residualNext[index] = walk.segment.ordinal;
        if (walk.walked.length > 0) _keepBooks(walk, currency);
        _owe(blob.addressAt(AT_TREASURY), index, walk.amount);
        emit ResidualSettled(currency, walk.amount);
    }

    /// @dev Tells of a period's guarantees and keeps what a price may follow from.
    function _notePeriod(Walk memory walk, address currency, uint256 period) private {
        if (walk.fromResidual + walk.fromReserve > 0) {
            emit GuaranteesPaid(currency, period, walk.fromResidual, walk.fromReserve);
        }
        for (uint256 i = 0; i < walk.walked.length; ++i) {
            Walked memory one = walk.walked[i];
            if (one.grown > 0) emit ArrearsGrown(one.live.index, currency, one.grown, one.book.arrears);
            if (one.isPriced && one.accrued > 0) {
                _earnedIn[one.live.index][(period << 8) | walk.currency] = one.accrued;
            }
        }
    }

    function _keepBooks(Walk memory walk, address currency) private {
        _periodResidual[walk.currency] = walk.residual;
        _reserves[walk.currency] = walk.reserve;
        for (uint256 i = 0; i < walk.walked.length; ++i) {
            Walked memory one = walk.walked[i];
            uint256 line = one.live.index;
            _clauseBooks[line][walk.currency] = one.book;
            if (one.settled == 0) continue;
            _owe(one.live.terms.holder, walk.currency, one.settled);
            emit LineSettled(line, one.live.terms.holder, currency, one.settled);
        }
    }
}
