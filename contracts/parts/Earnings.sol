// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LineBook, ProgramBase } from "./ProgramBase.sol";
import { PackedAccount } from "../libraries/Accounts.sol";
import { PackedBucket } from "../libraries/Buckets.sol";
import { ONE } from "../libraries/Constants.sol";
import { LINES_PER_PAGE, Pages, StoredLine } from "../libraries/Pages.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { TermsBlob, AT_HOLD, AT_KINDS, AT_LINES, AT_PAGES, AT_PERIOD, AT_START } from "../libraries/TermsBlob.sol";

/// @title What parties have earned and not yet been paid
abstract contract Earnings is ProgramBase {
    using Pages for bytes;
    using Pages for StoredLine;
    using Periods for Schedule;
    using TermsBlob for bytes;

    /// @dev Keeps a claim after years of silence within one transaction.
    uint256 private constant MAX_WALK = 600;

    /// @dev The same for a standing line, which reads a bucket per segment and kind.
    uint256 private constant MAX_READS = 2_400;

    /// @return locked How many periods are locked now.
    /// @return hold For how many periods each is held.
    function _locked(bytes memory blob) internal view returns (uint256 locked, uint256 hold) {
        uint256 start = blob.number(AT_START, 5);
        if (block.timestamp < start) return (0, 0);
        hold = blob.number(AT_HOLD, 1);
        uint256 current = (block.timestamp - start) / blob.number(AT_PERIOD, 4);
        if (current > hold) locked = current - hold;
    }

    /// @return amount What is owed at once and the credits of locked periods since the last claim.
    /// @return next The first period that is not claimed then.
    function _claimable(
        PackedAccount account,
        address party,
        uint256 index,
        uint256 locked,
        uint256 hold
    ) internal view returns (uint256 amount, uint256 next) {
        amount = account.owed();
        next = account.next();
        // Without hold, credits are owed as they are posted.
        if (hold == 0 || locked <= next) return (amount, next);
        if (next == 0) {
            if (_members[party].number == 0) return (amount, 0);
            next = _members[party].period;
        }
        uint256 last = next + MAX_WALK;
        if (locked < last) last = locked;
        for (; next < last; ++next) {
            (uint256 earned, uint256 reversed) = _heldOf(party, index, next);
            // No line is reversed by more than itself, and all three are below 2^96.
            unchecked {
                uint256 sum = amount + earned - reversed;
                // More than one claim can pay waits for the next one.
                if (sum > type(uint96).max) break;
                amount = sum;
            }
        }
    }

    /// @return amount What locked since the line was last settled.
    /// @return next The first segment that is then not settled in whole.
    /// @return taken What is then settled of that segment.
    function _lineEarned(
        Schedule memory schedule,
        StoredLine memory line,
        uint256 index,
        uint256 currency
    ) internal view returns (uint256 amount, uint256 next, uint256 taken) {
        LineBook memory book = _lineBooks[index][currency];
        taken = book.taken;
        if (block.timestamp < schedule.start) return (0, book.next, taken);
        uint256 locked = schedule.lockedAt(block.timestamp);
        // Without hold the running period is final as far as it goes.
        if (schedule.hold == 0) ++locked;
        Segment memory segment = _firstSegment(schedule, line, book.next);
        uint256 steps = _mostSegments(line);
        for (; steps > 0 && segment.period < locked && segment.start <= block.timestamp; --steps) {
            uint256 earned = _lineEarnedIn(line, segment, currency);
            // More than one settlement can hold waits for the next one.
            if (amount + earned - taken > type(uint96).max) break;
            amount += earned - taken;
            if (segment.end > block.timestamp) {
                taken = earned;
                break;
            }
            taken = 0;
            segment = schedule.next(segment);
        }
        next = segment.ordinal;
    }

    function _mostSegments(StoredLine memory line) private pure returns (uint256 most) {
        uint256 kinds = 0;
        for (uint256 left = line.kinds; left != 0; left &= left - 1) ++kinds;
        most = MAX_READS / kinds;
        if (most > MAX_WALK) most = MAX_WALK;
    }

    /// @dev Skips what lies before a line's start.
    function _firstSegment(
        Schedule memory schedule,
        StoredLine memory line,
        uint256 next
    ) private view returns (Segment memory segment) {
        segment = schedule.segmentOf(next);
        if (line.starts > segment.start && line.starts <= block.timestamp) {
            return schedule.segmentAt(line.starts);
        }
    }

    /// @dev `⌊rate × revenue⌋` of each of the line's kinds.
    function _lineEarnedIn(
        StoredLine memory line,
        Segment memory segment,
        uint256 currency
    ) internal view returns (uint256 sum) {
        uint256 rate = line.rateAt(segment.start);
        if (rate == 0) return 0;
        for (uint256 kind = 0; line.kinds >> kind != 0; ++kind) {
            if ((line.kinds >> kind) & 1 == 0) continue;
            PackedBucket bucket = _bucketOf(segment, currency, kind);
            sum += (bucket.revenue() * rate) / ONE;
        }
    }

    function _line(bytes memory blob, uint256 line) internal view returns (StoredLine memory) {
        require(line < blob.number(AT_LINES, 2), Program_UnknownLine(line));
        return blob.line(line);
    }

    /// @dev What locked segments brought beyond what their standing lines earn.
    function _residual(
        bytes memory blob,
        Schedule memory schedule,
        uint256 currency,
        uint256 segments
    ) internal view returns (uint256 amount, uint256 next) {
        uint256 locked = schedule.lockedAt(block.timestamp);
        bytes[] memory pages = new bytes[](blob.number(AT_PAGES, 1));
        for (uint256 i = 0; i < pages.length; ++i) pages[i] = blob.page(i);
        uint256[] memory revenues = new uint256[](blob.number(AT_KINDS, 1));
        uint256 lines = blob.number(AT_LINES, 2);
        Segment memory segment = schedule.segmentOf(_residualNext[currency]);
        for (uint256 steps = 0; segment.period < locked && steps < segments; ++steps) {
            uint256 revenue = 0;
            for (uint256 kind = 0; kind < revenues.length; ++kind) {
                PackedBucket bucket = _bucketOf(segment, currency, kind);
                amount += bucket.brought();
                revenues[kind] = bucket.revenue();
                revenue += revenues[kind];
            }
            if (revenue > 0) amount -= _allLines(pages, lines, segment.start, revenues);
            segment = schedule.next(segment);
        }
        next = segment.ordinal;
    }

    /// @dev What all lines earn in a segment that begins at `time`. Each line is read once for all kinds, so that one segment
    /// of a program with as many lines as can be created is well within a transaction.
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
}
