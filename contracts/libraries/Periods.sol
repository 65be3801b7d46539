// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../interfaces/IProgramErrors.sol";

/// @dev When a program's periods and its standing rates change.
/// @param start When period 0 begins.
/// @param length Of a period, in seconds.
/// @param hold Whole periods that a sale line is held after its own.
/// @param cuts Rising times after `start` at which some standing rate changes.
struct Schedule {
    uint256 start;
    uint256 length;
    uint256 hold;
    uint256[] cuts;
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
        return (time - schedule.start) / schedule.length;
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
        segment.ordinal = segment.period;
        segment.start = periodStart(schedule, segment.period);
        segment.end = segment.start + schedule.length;
        for (uint256 i = 0; i < schedule.cuts.length; ++i) {
            uint256 cut = schedule.cuts[i];
            if (cut > time) {
                if (cut < segment.end) segment.end = cut;
                break;
            }
            segment.row = i + 1;
            if (cut > segment.start) segment.start = cut;
            if (!_isPeriodStart(schedule, cut)) ++segment.ordinal;
        }
    }

    /// @notice The segment with this number.
    function segmentOf(Schedule memory schedule, uint256 ordinal) internal pure returns (Segment memory) {
        // Each cut inside a period pushes later ordinals up by one: find how many lie before the segment's start.
        uint256 inner = 0;
        for (uint256 i = 0; i < schedule.cuts.length; ++i) {
            uint256 cut = schedule.cuts[i];
            if (_isPeriodStart(schedule, cut)) continue;
            uint256 ordinalOfCut = (cut - schedule.start) / schedule.length + inner + 1;
            if (ordinalOfCut == ordinal) return segmentAt(schedule, cut);
            if (ordinalOfCut > ordinal) break;
            ++inner;
        }
        return segmentAt(schedule, periodStart(schedule, ordinal - inner));
    }

    /// @notice The segment after this one: `segmentAt(segment.end)`, at a cost that does not grow with the cuts.
    function next(Schedule memory schedule, Segment memory segment) internal pure returns (Segment memory following) {
        uint256 cuts = schedule.cuts.length;
        uint256 row = segment.row;
        if (row < cuts && schedule.cuts[row] == segment.end) ++row;
        following.row = row;
        following.ordinal = segment.ordinal + 1;
        following.start = segment.end;
        bool crosses = segment.end == periodStart(schedule, segment.period + 1);
        following.period = crosses ? segment.period + 1 : segment.period;
        following.end = periodStart(schedule, following.period + 1);
        if (row < cuts && schedule.cuts[row] < following.end) following.end = schedule.cuts[row];
    }

    function _isPeriodStart(Schedule memory schedule, uint256 time) private pure returns (bool) {
        return (time - schedule.start) % schedule.length == 0;
    }
}
