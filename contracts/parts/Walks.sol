// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LiveLine, LiveLines } from "./LiveLines.sol";
import { ClauseBook } from "./ProgramBase.sol";
import { Clauses } from "../interfaces/Types.sol";
import { PackedBucket } from "../libraries/Buckets.sol";
import { NEVER, ONE, PER_YEAR } from "../libraries/Constants.sol";
import { Limits } from "../libraries/Limits.sol";
import { LINES_PER_PAGE, Pages, StoredLine } from "../libraries/Pages.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { Rates } from "../libraries/Rates.sol";
import { CLAUSES, TermsBlob, AT_KINDS, AT_LINES, AT_PAGES } from "../libraries/TermsBlob.sol";

/// @dev A line with clauses while its program is walked. Amounts are in the currency's smallest unit.
/// @param fee And `minimum`: 0 in other currencies than the clauses'.
/// @param book As it will be kept.
/// @param settled What becomes the holder's.
/// @param grown What of the last period's guarantee nothing funded.
/// @param accrued What the last period brought, its guarantee counted.
struct Walked {
    LiveLine live;
    uint256 capPer;
    uint256 cap;
    uint256 thresholdPer;
    uint256 threshold;
    uint256 fee;
    uint256 minimum;
    bool isPriced;
    ClauseBook book;
    uint256 settled;
    uint256 grown;
    uint256 accrued;
}

/// @dev A walk along the segments of one currency, in order, which shares each among the lines and the residual.
/// @param segment The next one.
/// @param locked How many periods are.
/// @param pages Of the lines: those with clauses earn on no kind there, and ended ones end.
/// @param interrupted The lines without clauses that were ever suspended, `line << 16 | kinds`; so many are `interruptions`.
/// @param revenues The segment's, per kind.
/// @param residual Of the period so far, where lines have clauses: guarantees are paid first when it ends.
/// @param amount The treasury's.
/// @param fromResidual What the last period's residual gave for guarantees, and `fromReserve` the reserve.
struct Walk {
    Schedule schedule;
    Segment segment;
    uint256 currency;
    uint256 locked;
    uint256 lines;
    bytes[] pages;
    uint256[] interrupted;
    uint256 interruptions;
    Walked[] walked;
    uint256[] revenues;
    uint256 residual;
    uint256 reserve;
    uint256 amount;
    uint256 fromResidual;
    uint256 fromReserve;
}

/// @title How segments are shared among standing lines and the residual
/// @dev Reads only, so that what a settlement would bring can be asked for. Nothing depends on how many segments are walked
/// at a time: each step leaves the books as if it were the only one.
abstract contract Walks is LiveLines {
    using Pages for bytes;
    using Pages for StoredLine;
    using Periods for Schedule;
    using TermsBlob for bytes;

    /* SETTING OUT */

    function _setOut(
        bytes memory blob,
        Schedule memory schedule,
        uint256 currency
    ) internal view returns (Walk memory walk) {
        walk.schedule = schedule;
        walk.segment = schedule.segmentOf(_residualNext[currency]);
        walk.currency = currency;
        walk.locked = schedule.lockedAt(block.timestamp);
        walk.lines = blob.number(AT_LINES, 2);
        walk.pages = new bytes[](blob.number(AT_PAGES, 1));
        for (uint256 i = 0; i < walk.pages.length; ++i) walk.pages[i] = blob.page(i);
        walk.revenues = new uint256[](blob.number(AT_KINDS, 1));
        if (blob.listLength(CLAUSES) > 0) _loadWalked(walk, blob);
        for (uint256 i = 0; i < walk.lines; i += 256) {
            uint256 bits = _changedLines[i >> 8];
            for (uint256 line = i; bits != 0; bits >>= 1) {
                if (bits & 1 == 1) _applyChange(walk, line);
                ++line;
            }
        }
    }

    function _loadWalked(Walk memory walk, bytes memory blob) private view {
        uint256 count = blob.listLength(CLAUSES);
        walk.walked = new Walked[](count);
        uint256 size = 0;
        for (uint256 i = 0; i < count; ++i) {
            (uint256 line, Clauses memory clauses) = _clausesAt(blob, i);
            if (!_isWalked(clauses)) continue;
            _fillWalked(walk.walked[size++], blob, walk.currency, clauses);
            walk.walked[size - 1].live = _liveLine(blob, line);
            walk.walked[size - 1].book = _clauseBooks[line][walk.currency];
            walk.pages[line / LINES_PER_PAGE].setKindsIn(line % LINES_PER_PAGE, 0);
        }
        Walked[] memory walked = walk.walked;
        // Memory-safe: `size` is at most the allocated length, so this only shortens the array.
        assembly ("memory-safe") {
            mstore(walked, size)
        }
        if (size == 0) return;
        walk.residual = _periodResidual[walk.currency];
        walk.reserve = _reserves[walk.currency];
    }

    function _fillWalked(Walked memory one, bytes memory blob, uint256 currency, Clauses memory clauses) private pure {
        one.capPer = clauses.capPer;
        one.cap = blob.units(currency, clauses.cap);
        one.thresholdPer = clauses.thresholdPer;
        one.threshold = blob.units(currency, clauses.threshold);
        one.isPriced = clauses.buyout > 0;
        if (!_isGuaranteed(clauses, currency)) return;
        one.fee = blob.units(currency, clauses.fee);
        one.minimum = blob.units(currency, clauses.minimum);
    }

    /// @dev Ends a line in the page where it has an end, and notes it where it was ever suspended.
    function _applyChange(Walk memory walk, uint256 line) private view {
        bytes memory page = walk.pages[line / LINES_PER_PAGE];
        page.endIn(line % LINES_PER_PAGE, _lineRecords[line].ends);
        if (_suspensions[line].length == 0) return;
        if (walk.interruptions == 0) walk.interrupted = new uint256[](walk.lines);
        walk.interrupted[walk.interruptions++] = (line << 16) | page.kindsIn(line % LINES_PER_PAGE);
    }

    /* WALKING */

    /// @dev Shares the next segment.
    /// @return ended Whether a period ended with it whose guarantees were reckoned.
    function _step(Walk memory walk) internal view returns (bool ended) {
        Segment memory segment = walk.segment;
        (uint256 revenue, uint256 rest) = _loadRevenues(walk);
        if (revenue > 0) {
            for (uint256 i = 0; i < walk.interruptions; ++i) _interrupt(walk, walk.interrupted[i]);
            rest -= _allLines(walk.pages, walk.lines, segment.start, walk.revenues);
            for (uint256 i = 0; i < walk.walked.length; ++i) {
                uint256 earned = _earn(walk.walked[i], segment.start, walk.revenues);
                walk.walked[i].settled += earned;
                rest -= earned;
            }
        }
        walk.segment = walk.schedule.next(segment);
        if (walk.walked.length == 0) {
            walk.amount += rest;
            return false;
        }
        walk.residual += rest;
        ended = walk.segment.period != segment.period;
        if (ended) _endPeriod(walk, segment.period);
    }

    /// @return revenue Of the next segment.
    /// @return brought What it brought for standing lines and the residual.
    function _loadRevenues(Walk memory walk) internal view returns (uint256 revenue, uint256 brought) {
        for (uint256 kind = 0; kind < walk.revenues.length; ++kind) {
            PackedBucket bucket = _bucketOf(walk.segment, walk.currency, kind);
            brought += bucket.brought();
            walk.revenues[kind] = bucket.revenue();
            revenue += bucket.revenue();
        }
    }

    /// @dev Has a line that was ever suspended earn on its kinds or on none in this segment.
    function _interrupt(Walk memory walk, uint256 lineKinds) private view {
        uint256 line = lineKinds >> 16;
        uint256 kinds = _isSuspended(line, walk.segment.start) ? 0 : lineKinds & 0xFFFF;
        walk.pages[line / LINES_PER_PAGE].setKindsIn(line % LINES_PER_PAGE, kinds);
    }

    /// @dev What all lines without clauses earn in a segment that begins at `time`. Each line is read once for all kinds, so
    /// that one segment of a program with as many lines as can be created is well within a transaction.
    /// @param revenues The segment's revenue, per kind.
    function _allLines(
        bytes[] memory pages,
        uint256 lines,
        uint256 time,
        uint256[] memory revenues
    ) private pure returns (uint256 sum) {
        uint256 kinds = revenues.length;
        for (uint256 i = 0; i < lines; ++i) {
            (uint256 lineKinds, uint256 rate) = Pages.rateIn(pages[i / LINES_PER_PAGE], i % LINES_PER_PAGE, time);
            if (rate == 0) continue;
            for (uint256 kind = 0; kind < kinds; ++kind) {
                if ((lineKinds >> kind) & 1 == 0) continue;
                // Revenue is below 2^96 and a rate at most 2^20.
                unchecked {
                    sum += (revenues[kind] * rate) / ONE;
                }
            }
        }
    }

    /// @dev What a line with clauses earns in a segment that begins at `time`; adds it to the line's book.
    function _earn(Walked memory one, uint256 time, uint256[] memory revenues) internal view returns (uint256 earned) {
        if (!_isEarning(one.live, time)) return 0;
        StoredLine memory terms = one.live.terms;
        ClauseBook memory book = one.book;
        uint256 rate = terms.rateAt(time);
        uint256 year = Rates.fullYears(terms.starts, time);
        uint256 base;
        (base, earned) = _share(terms.kinds, rate, revenues);
        if (one.thresholdPer != NEVER) {
            if (one.thresholdPer == PER_YEAR && year != book.countedYear) book.counted = 0;
            earned = (Limits.beyond(book.counted, base, one.threshold) * rate) / ONE;
            book.counted = Limits.saturated(book.counted + base);
            // Safe: a time below 2^40 is in a year below 2^16.
            book.countedYear = uint16(year);
        }
        if (one.capPer != NEVER) {
            if (one.capPer == PER_YEAR && year != book.capYear) book.capped = 0;
            earned = Limits.within(book.capped, earned, one.cap);
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

    /// @dev Pays guarantees out of the period's residual, what was owed before first; then out of the reserve. Where a line
    /// waits for something the reserve is empty, for both a settlement and new reserve pay all they can.
    function _endPeriod(Walk memory walk, uint256 period) private view {
        uint256 left = walk.residual;
        uint256 reserve = walk.reserve;
        uint256 start = walk.schedule.periodStart(period);
        Walked[] memory all = walk.walked;
        for (uint256 i = 0; i < all.length; ++i) {
            uint256 paid = _min(all[i].book.arrears, left);
            left -= paid;
            all[i].settled += paid;
            // Safe: at most the arrears.
            all[i].book.arrears -= uint96(paid);
        }
        for (uint256 i = 0; i < all.length; ++i) {
            uint256 due = _endPeriodOf(all[i], start);
            if (due == 0) continue;
            uint256 paid = _min(due, left);
            left -= paid;
            uint256 reserved = _min(due - paid, reserve);
            reserve -= reserved;
            all[i].settled += paid + reserved;
            _grow(all[i], due - paid - reserved);
        }
        walk.fromResidual = walk.residual - left;
        walk.fromReserve = walk.reserve - reserve;
        walk.reserve = reserve;
        walk.residual = 0;
        walk.amount += left;
    }

    /// @dev Closes a line's period.
    /// @return due What its guarantee adds.
    function _endPeriodOf(Walked memory one, uint256 start) private view returns (uint256 due) {
        uint256 earned = one.book.earned;
        one.book.earned = 0;
        one.grown = 0;
        if (one.fee + one.minimum > 0 && _isEarning(one.live, start)) {
            due = Limits.due(one.fee, one.minimum, earned);
        }
        one.accrued = earned + due;
    }

    function _grow(Walked memory one, uint256 unfunded) private pure {
        uint96 arrears = Limits.saturated(one.book.arrears + unfunded);
        one.grown = arrears - one.book.arrears;
        one.book.arrears = arrears;
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
