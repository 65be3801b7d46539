// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../interfaces/IProgramErrors.sol";

/// @dev When a program's periods and its standing rates change.
/// @param start When period 0 begins.
/// @param length Of a period, in seconds.
/// @param hold Whole periods that a sale line is held after its own.
/// @param cuts How many times after `start` there are at which some standing rate changes.
/// @param rows Where in memory the rows of standing rates begin: row 0 at the start, then one per cut, see `TermsLayout`.
/// @param rowSize Bytes of a row.
struct Schedule {
    uint256 start;
    uint256 length;
    uint256 hold;
    uint256 cuts;
    uint256 rows;
    uint256 rowSize;
}

/// @dev A stretch of time within one period in which no standing rate changes. A program's segments are numbered in order.
/// @param row How many cuts have passed: the row of the table of standing rates.
struct Segment {
    uint256 ordinal;
    uint256 period;
    uint256 start;
    uint256 end;
    uint256 row;
}

/// @title Time as the books count it
/// @notice Periods are a fixed number of seconds from the program's start. A cut inside a period splits it into segments,
/// so that a standing rate changes on its very second.
library Periods {
    /// @notice The period that `time` falls in.
    function periodAt(Schedule memory schedule, uint256 time) internal pure returns (uint256) {
        require(time >= schedule.start, IProgramErrors.Program_NotStarted(schedule.start, time));
        // Safe by the check above.
        unchecked {
            return (time - schedule.start) / schedule.length;
        }
    }

    /// @notice When `period` begins.
    function periodStart(Schedule memory schedule, uint256 period) internal pure returns (uint256) {
        return schedule.start + period * schedule.length;
    }

    /// @notice How many periods are locked at `time`: period `p` is locked where `p` is below it. With no hold a period's
    /// lines lock as they are posted, yet its sums are final only when it ends, so this counts the ended ones.
    function lockedAt(Schedule memory schedule, uint256 time) internal pure returns (uint256) {
        uint256 current = time < schedule.start ? 0 : (time - schedule.start) / schedule.length;
        return current > schedule.hold ? current - schedule.hold : 0;
    }

    /// @notice When the lines of `period` lock.
    function lockTime(Schedule memory schedule, uint256 period) internal pure returns (uint256) {
        return schedule.start + (period + 1 + schedule.hold) * schedule.length;
    }

    /// @notice The segment that `time` falls in.
    function segmentAt(Schedule memory schedule, uint256 time) internal pure returns (Segment memory segment) {
        segment.period = periodAt(schedule, time);
        (uint256 row, uint256 last) = (0, schedule.cuts);
        (uint256 rows, uint256 rowSize) = (schedule.rows, schedule.rowSize);
        // Safe: at most 255 rows, in memory, and a period that begins by `time`.
        unchecked {
            while (row < last) {
                uint256 middle = (row + last + 1) >> 1;
                if (_beginAt(rows + middle * rowSize) > time) last = middle - 1;
                else row = middle;
            }
            segment.ordinal = segment.period + _innerAt(rows + row * rowSize);
        }
        _bound(schedule, segment, row);
    }

    /// @notice The segment with this number, which is below 2^40.
    function segmentOf(Schedule memory schedule, uint256 ordinal) internal pure returns (Segment memory segment) {
        segment.ordinal = ordinal;
        (uint256 row, uint256 last) = (0, schedule.cuts);
        (uint256 rows, uint256 rowSize) = (schedule.rows, schedule.rowSize);
        (uint256 start, uint256 length) = (schedule.start, schedule.length);
        // Safe: at most 255 rows, in memory, none before the start; a segment's number counts what its row does.
        unchecked {
            while (row < last) {
                uint256 middle = (row + last + 1) >> 1;
                uint256 place = rows + middle * rowSize;
                // The number of the segment that begins with the row: each cut inside a period pushes the later up by one.
                if ((_beginAt(place) - start) / length + _innerAt(place) > ordinal) last = middle - 1;
                else row = middle;
            }
            segment.period = ordinal - _innerAt(rows + row * rowSize);
        }
        _bound(schedule, segment, row);
    }

    /// @notice The segment after this one: `segmentAt(segment.end)`, without a search.
    function next(Schedule memory schedule, Segment memory segment) internal pure returns (Segment memory following) {
        uint256 row = segment.row;
        uint256 cut = _cutAfter(schedule, row);
        // Safe: times and numbers are far below 2^256.
        unchecked {
            if (cut == segment.end) cut = _cutAfter(schedule, ++row);
            following.row = row;
            following.ordinal = segment.ordinal + 1;
            following.start = segment.end;
            uint256 end = schedule.start + (segment.period + 1) * schedule.length;
            bool crosses = segment.end == end;
            following.period = crosses ? segment.period + 1 : segment.period;
            if (crosses) end += schedule.length;
            following.end = cut < end ? cut : end;
        }
    }

    /// @dev Tells when a segment begins and ends, its period and row being known.
    function _bound(Schedule memory schedule, Segment memory segment, uint256 row) private pure {
        segment.row = row;
        // Safe: times are far below 2^256.
        unchecked {
            uint256 start = schedule.start + segment.period * schedule.length;
            uint256 end = start + schedule.length;
            uint256 begin = _beginAt(schedule.rows + row * schedule.rowSize);
            uint256 cut = _cutAfter(schedule, row);
            segment.start = begin > start ? begin : start;
            segment.end = cut < end ? cut : end;
        }
    }

    /// @dev The first cut after `row` of them; the largest number where there is none.
    function _cutAfter(Schedule memory schedule, uint256 row) private pure returns (uint256) {
        if (row == schedule.cuts) return type(uint256).max;
        // Safe: at most 255 rows, in memory.
        unchecked {
            return _beginAt(schedule.rows + (row + 1) * schedule.rowSize);
        }
    }

    /// @dev When the row at a place in memory begins.
    function _beginAt(uint256 place) private pure returns (uint256 begin) {
        // Memory-safe: it only reads, the first 5 of 32 bytes.
        assembly ("memory-safe") {
            begin := shr(216, mload(place))
        }
    }

    /// @dev How many cuts up to the row at a place in memory lie inside a period, not at a period's start.
    function _innerAt(uint256 place) private pure returns (uint256 inner) {
        // Memory-safe: it only reads, the sixth of 32 bytes.
        assembly ("memory-safe") {
            inner := byte(5, mload(place))
        }
    }
}
