// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LineEarnings } from "./LineEarnings.sol";
import { LiveLine } from "./LiveLines.sol";
import { LineBook } from "./ProgramStorage.sol";
import { Payouts } from "./Payouts.sol";
import { Settlement, ConditionalLine, SegmentSettlement } from "./SegmentSettlement.sol";
import { IProgramLines } from "../interfaces/IProgramLines.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_KINDS, AT_LINES, AT_TREASURY, CLAUSES } from "../terms/TermsLayout.sol";

/// @title Settling standing lines and the residual
abstract contract LineSettlement is IProgramLines, Payouts, LineEarnings, SegmentSettlement {
    using Periods for Schedule;
    using PackedTerms for bytes;

    /// @dev Settling a conditional line covers so many segments at most, fewer where that is much work: looking at a line and
    /// kind counts once, keeping the books of a conditional line as much as this.
    uint256 private constant MOST_AT_ONCE = 64;
    uint256 private constant MOST_WORK = 30_000;
    uint256 private constant WORK_OF_CLAUSES = 100;

    /* STANDING LINES */

    /// @inheritdoc IProgramLines
    function claimLine(uint256 line, address currency) external nonReentrant returns (uint256 amount) {
        bytes memory packed = _terms();
        address holder;
        (amount, holder) = _settleAny({ packed: packed, line: line, index: _indexOf(packed, currency) });
        _claim({ packed: packed, party: holder, currency: currency });
    }

    /// @inheritdoc IProgramLines
    function settleLine(uint256 line, address currency) external nonReentrant returns (uint256 amount) {
        bytes memory packed = _terms();
        (amount, ) = _settleAny({ packed: packed, line: line, index: _indexOf(packed, currency) });
    }

    /// @inheritdoc IProgramLines
    function lineEarnings(uint256 line, address currency) external view returns (uint256 held, uint256 locked) {
        bytes memory packed = _terms();
        Schedule memory schedule = packed.schedule();
        uint256 index = _indexOf(packed, currency);
        LiveLine memory live = _liveLine(packed, line);
        if (_isConditionalLine(packed, line))
            return _conditionalEarnings({ packed: packed, schedule: schedule, line: line, index: index });
        uint256 next;
        uint256 taken;
        (locked, next, taken) = _lineEarned({ schedule: schedule, live: live, currency: index });
        if (block.timestamp < schedule.start) return (0, locked);
        Segment memory segment = schedule.segmentOf(next);
        while (segment.start <= block.timestamp) {
            held += _lineEarnedIn({ live: live, segment: segment, currency: index });
            segment = schedule.next(segment);
        }
        held -= taken;
    }

    function _settleAny(
        bytes memory packed,
        uint256 line,
        uint256 index
    ) private returns (uint256 amount, address holder) {
        Schedule memory schedule = packed.schedule();
        LiveLine memory live = _liveLine(packed, line);
        holder = live.terms.holder;
        if (_isConditionalLine(packed, line)) {
            Settlement memory settlement = _settle({
                packed: packed,
                schedule: schedule,
                index: index,
                segments: _mostAtOnce(packed)
            });
            return (_conditionalOf(settlement, line).settled, holder);
        }
        LineBook storage book = _lineBooks[line][index];
        uint256 next;
        uint256 taken;
        (amount, next, taken) = _lineEarned({ schedule: schedule, live: live, currency: index });
        // Safe: a segment is below 2^20 where it has sales and below 2^32 for 490,000 years.
        book.next = uint32(next);
        book.taken = _toUint96(taken);
        _owe({ party: holder, currency: index, amount: amount });
        emit LineSettled({ line: line, holder: holder, currency: packed.currency(index), amount: amount });
    }

    /// @dev As `_settle` would leave them, and then what the line earns in periods that are not locked, as if they ended now.
    function _conditionalEarnings(
        bytes memory packed,
        Schedule memory schedule,
        uint256 line,
        uint256 index
    ) private view returns (uint256 held, uint256 locked) {
        Settlement memory settlement = _openSettlement({ packed: packed, schedule: schedule, currency: index });
        ConditionalLine memory one = _conditionalOf(settlement, line);
        for (uint256 left = _mostAtOnce(packed); left > 0 && settlement.segment.period < settlement.locked; --left)
            _settleSegment(settlement);
        locked = one.settled;
        while (settlement.segment.start <= block.timestamp) {
            _loadRevenues(settlement);
            uint256 earned = _earn({ one: one, time: settlement.segment.start, revenues: settlement.revenues });
            if (settlement.segment.period >= settlement.locked) held += earned;
            settlement.segment = schedule.next(settlement.segment);
        }
    }

    function _conditionalOf(
        Settlement memory settlement,
        uint256 line
    ) private pure returns (ConditionalLine memory one) {
        uint256 i = 0;
        while (settlement.conditional[i].live.index != line) ++i;
        return settlement.conditional[i];
    }

    function _mostAtOnce(bytes memory packed) private pure returns (uint256 most) {
        uint256 looks = packed.number(AT_LINES, 2) * (1 + packed.number(AT_KINDS, 1));
        most = MOST_WORK / (looks + packed.listLength(CLAUSES) * WORK_OF_CLAUSES);
        if (most == 0) return 1;
        return most < MOST_AT_ONCE ? most : MOST_AT_ONCE;
    }

    /* RESIDUAL */

    /// @inheritdoc IProgramLines
    function claimResidual(address currency, uint256 segments) external nonReentrant returns (uint256 amount) {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        amount = _settle({ packed: packed, schedule: packed.schedule(), index: index, segments: segments }).amount;
        address treasury = packed.addressAt(AT_TREASURY);
        _tryClaim({ packed: packed, index: index, party: treasury, minimum: 0 });
    }

    /// @inheritdoc IProgramLines
    function residualEarnings(address currency, uint256 segments) external view returns (uint256 locked) {
        bytes memory packed = _terms();
        Settlement memory settlement = _openSettlement({
            packed: packed,
            schedule: packed.schedule(),
            currency: _indexOf(packed, currency)
        });
        for (; segments > 0 && settlement.segment.period < settlement.locked; --segments) _settleSegment(settlement);
        return settlement.amount;
    }

    /// @dev Shares at most `segments` segments of locked periods among the conditional lines and the treasury. Of what they
    /// leave the other lines' share stays for those to settle.
    function _settle(
        bytes memory packed,
        Schedule memory schedule,
        uint256 index,
        uint256 segments
    ) private returns (Settlement memory settlement) {
        address currency = packed.currency(index);
        settlement = _openSettlement({ packed: packed, schedule: schedule, currency: index });
        for (; segments > 0 && settlement.segment.period < settlement.locked; --segments) {
            uint256 period = settlement.segment.period;
            if (_settleSegment(settlement)) _notePeriod({ settlement: settlement, currency: currency, period: period });
        }
        _residualNext[index] = settlement.segment.ordinal;
        _keepBooks(settlement, currency);
        _owe({ party: packed.addressAt(AT_TREASURY), currency: index, amount: settlement.amount });
        emit ResidualSettled(currency, settlement.amount);
    }

    /// @dev Tells of a period's guarantees and keeps what a price may follow from.
    function _notePeriod(Settlement memory settlement, address currency, uint256 period) private {
        if (settlement.fromResidual + settlement.fromReserve > 0) {
            emit GuaranteesPaid({
                currency: currency,
                period: period,
                fromResidual: settlement.fromResidual,
                fromReserve: settlement.fromReserve
            });
        }
        for (uint256 i = 0; i < settlement.conditional.length; ++i) {
            ConditionalLine memory one = settlement.conditional[i];
            if (one.grown > 0)
                emit ArrearsGrown({
                    line: one.live.index,
                    currency: currency,
                    amount: one.grown,
                    arrears: one.book.arrears
                });
            if (one.clauses.buyout > 0 && one.accrued > 0) {
                _earnedIn[one.live.index][(period << 8) | settlement.currency] = one.accrued;
            }
        }
    }

    function _keepBooks(Settlement memory settlement, address currency) private {
        _periodResidual[settlement.currency] = settlement.residual;
        for (uint256 i = 0; i < settlement.conditional.length; ++i) {
            ConditionalLine memory one = settlement.conditional[i];
            uint256 line = one.live.index;
            _clauseBooks[line][settlement.currency] = one.book;
            if (_isGuaranteed(one.clauses)) _lineReserves[line][settlement.currency] = one.reserve;
            if (one.settled == 0) continue;
            _owe({ party: one.live.terms.holder, currency: settlement.currency, amount: one.settled });
            emit LineSettled({ line: line, holder: one.live.terms.holder, currency: currency, amount: one.settled });
        }
    }
}
