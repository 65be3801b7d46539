// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LineClauses, LiveLine, LiveLines } from "./LiveLines.sol";
import { ClauseBook } from "./ProgramStorage.sol";
import { PackedBucket } from "../libraries/Buckets.sol";
import { ALL_KINDS, NEVER, ONE, PER_YEAR } from "../libraries/Constants.sol";
import { Lists } from "../libraries/Lists.sol";
import { Limits } from "../libraries/Limits.sol";
import { LINES_PER_PAGE, Pages, StoredLine } from "../terms/Pages.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { Rates } from "../libraries/Rates.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_KINDS, AT_LINES, AT_PAGES, CLAUSES } from "../terms/TermsLayout.sol";

/// @dev A conditional line, a standing line whose clauses limit or guarantee it, while it is settled. Amounts are in the
/// currency's smallest unit.
/// @param book As it will be kept.
/// @param reserve What backs its guarantee, and nothing else.
/// @param settled What becomes the holder's.
/// @param grown What of the last period's guarantee nothing funded.
/// @param accrued What the last period earned, its guarantee counted.
struct ConditionalLine {
    LiveLine live;
    LineClauses clauses;
    ClauseBook book;
    uint256 reserve;
    uint256 settled;
    uint256 grown;
    uint256 accrued;
}

/// @dev A settlement of one currency: along its segments, in order, each shared among the standing lines and the residual.
/// @param segment The next one.
/// @param locked How many periods are.
/// @param pages Of the standing lines: conditional ones earn on no kind there, and ended ones end.
/// @param kinds Those that lines on all kinds earn on.
/// @param interrupted The other lines that were ever suspended, `line << 16 | kinds`; so many are `interruptions`.
/// @param revenues The segment's, per kind.
/// @param residual Of the period so far: guarantees are paid first when it ends.
/// @param amount The treasury's.
/// @param fromResidual What the last period's residual gave for guarantees, and `fromReserve` the lines' reserves.
struct Settlement {
    Schedule schedule;
    Segment segment;
    uint256 currency;
    uint256 locked;
    uint256 lines;
    bytes[] pages;
    uint256 kinds;
    uint256[] interrupted;
    uint256 interruptions;
    ConditionalLine[] conditional;
    uint256[] revenues;
    uint256 residual;
    uint256 amount;
    uint256 fromResidual;
    uint256 fromReserve;
}

/// @title How segments are shared among standing lines and the residual
/// @dev Reads only, so that what a settlement would come to can be asked for. Nothing depends on how many segments are settled
/// at a time: each step leaves the books as if it were the only one.
abstract contract SegmentSettlement is LiveLines {
    using Pages for bytes;
    using Pages for StoredLine;
    using Periods for Schedule;
    using PackedTerms for bytes;

    /* BEFORE */

    function _openSettlement(
        bytes memory packed,
        Schedule memory schedule,
        uint256 currency
    ) internal view returns (Settlement memory settlement) {
        settlement.schedule = schedule;
        settlement.segment = schedule.segmentOf(_residualNext[currency]);
        settlement.currency = currency;
        settlement.locked = schedule.lockedAt(block.timestamp);
        settlement.residual = _periodResidual[currency];
        settlement.lines = packed.number(AT_LINES, 2);
        settlement.pages = new bytes[](packed.number(AT_PAGES, 1));
        for (uint256 i = 0; i < settlement.pages.length; ++i) settlement.pages[i] = packed.page(i);
        settlement.kinds = packed.kindsOf(ALL_KINDS);
        settlement.revenues = new uint256[](packed.number(AT_KINDS, 1));
        if (packed.listLength(CLAUSES) > 0) _loadConditional(settlement, packed);
        for (uint256 i = 0; i < settlement.lines; i += 256) {
            uint256 bits = _changedLines[i >> 8];
            for (uint256 line = i; bits != 0; bits >>= 1) {
                if (bits & 1 == 1) _applyChange(settlement, line);
                ++line;
            }
        }
    }

    function _loadConditional(Settlement memory settlement, bytes memory packed) private view {
        uint256 count = packed.listLength(CLAUSES);
        settlement.conditional = new ConditionalLine[](count);
        uint256 size = 0;
        for (uint256 i = 0; i < count; ++i) {
            (uint256 line, LineClauses memory clauses) = _clausesAt({
                packed: packed,
                place: i,
                currency: settlement.currency
            });
            if (!clauses.isConditional) continue;
            ConditionalLine memory one = settlement.conditional[size++];
            one.clauses = clauses;
            one.live = _liveLine(packed, line);
            one.book = _clauseBooks[line][settlement.currency];
            if (_isGuaranteed(clauses)) one.reserve = _lineReserves[line][settlement.currency];
            settlement.pages[line / LINES_PER_PAGE].setKindsIn(line % LINES_PER_PAGE, 0);
        }
        ConditionalLine[] memory conditional = settlement.conditional;
        // Memory-safe: `size` is at most the allocated length, so this only shortens the array.
        assembly ("memory-safe") {
            mstore(conditional, size)
        }
    }

    /// @dev Ends a line in the page where it has an end, and notes it where it was ever suspended.
    function _applyChange(Settlement memory settlement, uint256 line) private view {
        bytes memory page = settlement.pages[line / LINES_PER_PAGE];
        page.endIn(line % LINES_PER_PAGE, _lineRecords[line].ends);
        if (_suspensions[line].length == 0) return;
        if (settlement.interruptions == 0) settlement.interrupted = new uint256[](settlement.lines);
        settlement.interrupted[settlement.interruptions++] = (line << 16) | page.kindsIn(line % LINES_PER_PAGE);
    }

    /* SEGMENT BY SEGMENT */

    /// @dev Shares the next segment.
    /// @return ended Whether a period ended with it.
    function _settleSegment(Settlement memory settlement) internal view returns (bool ended) {
        Segment memory segment = settlement.segment;
        (uint256 revenue, uint256 rest) = _loadRevenues(settlement);
        if (revenue > 0) {
            for (uint256 i = 0; i < settlement.interruptions; ++i) _interrupt(settlement, settlement.interrupted[i]);
            rest -= _allLines(settlement);
            for (uint256 i = 0; i < settlement.conditional.length; ++i) {
                uint256 earned = _earn({
                    one: settlement.conditional[i],
                    time: segment.start,
                    revenues: settlement.revenues
                });
                settlement.conditional[i].settled += earned;
                rest -= earned;
            }
        }
        settlement.segment = settlement.schedule.next(segment);
        settlement.residual += rest;
        ended = settlement.segment.period != segment.period;
        if (ended) _endPeriod(settlement, segment.period);
    }

    /// @return revenue Of the next segment.
    /// @return setAside What of it is set aside for standing lines and the residual.
    function _loadRevenues(Settlement memory settlement) internal view returns (uint256 revenue, uint256 setAside) {
        for (uint256 kind = 0; kind < settlement.revenues.length; ++kind) {
            PackedBucket bucket = _bucketOf({ segment: settlement.segment, currency: settlement.currency, kind: kind });
            setAside += bucket.setAside();
            settlement.revenues[kind] = bucket.revenue();
            revenue += bucket.revenue();
        }
    }

    /// @dev Has a line that was ever suspended earn on its kinds or on none in this segment.
    function _interrupt(Settlement memory settlement, uint256 lineKinds) private view {
        uint256 line = lineKinds >> 16;
        uint256 kinds = _isSuspended(line, settlement.segment.start) ? 0 : lineKinds & 0xFFFF;
        settlement.pages[line / LINES_PER_PAGE].setKindsIn(line % LINES_PER_PAGE, kinds);
    }

    /// @dev What all lines that are not conditional earn in the segment: of the kinds that have revenue, each line read once, so that a
    /// segment in which somebody left a unit costs little more than an empty one.
    function _allLines(Settlement memory settlement) private pure returns (uint256 sum) {
        (uint256 kinds, uint256[] memory bits, uint256[] memory revenues) = _withRevenue(settlement.revenues);
        uint256 left = settlement.lines;
        for (uint256 i = 0; i < settlement.pages.length; ++i) {
            uint256 count = left < LINES_PER_PAGE ? left : LINES_PER_PAGE;
            sum += Pages.earningsIn({
                data: settlement.pages[i],
                count: count,
                time: settlement.segment.start,
                all: settlement.kinds & kinds,
                kinds: kinds,
                bits: bits,
                revenues: revenues
            });
            left -= count;
        }
    }

    /// @return kinds Bit `k` is set where kind `k` has revenue.
    /// @return bits The same, one by one.
    /// @return amounts Of each.
    function _withRevenue(
        uint256[] memory revenues
    ) private pure returns (uint256 kinds, uint256[] memory bits, uint256[] memory amounts) {
        bits = new uint256[](revenues.length);
        amounts = new uint256[](revenues.length);
        uint256 count = 0;
        for (uint256 kind = 0; kind < revenues.length; ++kind) {
            if (revenues[kind] == 0) continue;
            kinds |= 1 << kind;
            bits[count] = 1 << kind;
            amounts[count++] = revenues[kind];
        }
        Lists.setLength(bits, count);
        Lists.setLength(amounts, count);
    }

    /// @dev What a conditional line earns in a segment that begins at `time`; adds it to the line's book.
    function _earn(
        ConditionalLine memory one,
        uint256 time,
        uint256[] memory revenues
    ) internal view returns (uint256 earned) {
        if (!_isEarning(one.live, time)) return 0;
        StoredLine memory terms = one.live.terms;
        ClauseBook memory book = one.book;
        uint256 rate = terms.rateAt(time);
        uint256 year = Rates.fullYears(terms.starts, time);
        uint256 base;
        (base, earned) = _share({ kinds: terms.kinds, rate: rate, revenues: revenues });
        if (one.clauses.thresholdPer != NEVER) {
            if (one.clauses.thresholdPer == PER_YEAR && year != book.countedYear) book.counted = 0;
            earned =
                (Limits.beyond({ counted: book.counted, base: base, threshold: one.clauses.threshold }) * rate) / ONE;
            book.counted = Limits.saturated(book.counted + base);
            // Safe: a time below 2^40 is in a year below 2^16.
            book.countedYear = uint16(year);
        }
        if (one.clauses.capPer != NEVER) {
            if (one.clauses.capPer == PER_YEAR && year != book.capYear) book.capped = 0;
            earned = Limits.within({ capped: book.capped, raw: earned, cap: one.clauses.cap });
            book.capped = Limits.saturated(book.capped + earned);
            book.capYear = uint16(year);
        }
        book.earned = Limits.saturated(book.earned + earned);
    }

    /// @return base The revenue of all the kinds.
    /// @return earned `⌊rate × revenue⌋` of each.
    function _share(
        uint256 kinds,
        uint256 rate,
        uint256[] memory revenues
    ) private pure returns (uint256 base, uint256 earned) {
        for (uint256 kind = 0; kind < revenues.length; ++kind) {
            if ((kinds >> kind) & 1 == 0) continue;
            base += revenues[kind];
            earned += (revenues[kind] * rate) / ONE;
        }
    }

    /// @dev Pays guarantees, line by line in their order: out of the period's residual what was owed before, then what is due; what it
    /// does not cover of this out of the line's own reserve. So no line waits for a later one, whatever that is owed. Where a line
    /// waits for something its reserve is empty, for both a settlement and new reserve pay all they can.
    function _endPeriod(Settlement memory settlement, uint256 period) private view {
        uint256 left = settlement.residual;
        uint256 reserved = 0;
        uint256 start = settlement.schedule.periodStart(period);
        for (uint256 i = 0; i < settlement.conditional.length; ++i) {
            ConditionalLine memory one = settlement.conditional[i];
            uint256 due = _endPeriodOf(one, start);
            uint256 owed = one.book.arrears + due;
            if (owed == 0) continue;
            uint256 paid = _min(owed, left);
            uint256 more = _min(owed - paid, one.reserve);
            left -= paid;
            reserved += more;
            one.reserve -= more;
            one.settled += paid + more;
            one.book.arrears = Limits.saturated(owed - paid - more);
            // What was owed before is paid first: what is left of both is of what is due now.
            one.grown = _min(due, one.book.arrears);
        }
        settlement.fromResidual = settlement.residual - left;
        settlement.fromReserve = reserved;
        settlement.residual = 0;
        settlement.amount += left;
    }

    /// @dev Closes a conditional line's period.
    /// @return due What its guarantee adds.
    function _endPeriodOf(ConditionalLine memory one, uint256 start) private view returns (uint256 due) {
        uint256 earned = one.book.earned;
        one.book.earned = 0;
        one.grown = 0;
        if (one.clauses.fee + one.clauses.minimum > 0 && _isEarning(one.live, start)) {
            due = Limits.due({ fee: one.clauses.fee, minimum: one.clauses.minimum, earned: earned });
        }
        one.accrued = earned + due;
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
