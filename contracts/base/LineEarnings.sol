// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LiveLine, LiveLines } from "./LiveLines.sol";
import { LineBook } from "./ProgramStorage.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";

/// @title What a standing line that is not conditional has earned: its rate of each segment's revenue, whatever the other lines do
abstract contract LineEarnings is LiveLines {
    using Periods for Schedule;

    /// @dev Keeps a settlement after years of silence within one transaction, with a bucket to read per segment and kind.
    uint256 private constant MOST_SEGMENTS = 600;
    uint256 private constant MOST_READS = 2_400;

    /// @return amount What locked since the standing line was last settled.
    /// @return next The first segment that is then not settled in whole.
    /// @return taken What is then settled of that segment.
    function _lineEarned(
        Schedule memory schedule,
        LiveLine memory live,
        uint256 currency
    ) internal view returns (uint256 amount, uint256 next, uint256 taken) {
        LineBook memory book = _lineBooks[live.index][currency];
        taken = book.taken;
        if (block.timestamp < schedule.start) return (0, book.next, taken);
        uint256 locked = schedule.lockedAt(block.timestamp);
        // Without hold the running period is final as far as it goes.
        if (schedule.hold == 0) ++locked;
        Segment memory segment = _firstSegment({ schedule: schedule, live: live, next: book.next });
        uint256 steps = _mostSegments(live.terms.kinds);
        for (; steps > 0 && segment.period < locked && segment.start <= block.timestamp; --steps) {
            uint256 earned = _lineEarnedIn({ live: live, segment: segment, currency: currency });
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

    /// @dev What a standing line earned in periods from `first` on and before `last`.
    function _lineEarnedBetween(
        Schedule memory schedule,
        LiveLine memory live,
        uint256 currency,
        uint256 first,
        uint256 last
    ) internal view returns (uint256 sum) {
        Segment memory segment = schedule.segmentAt(schedule.periodStart(first));
        while (segment.period < last) {
            sum += _lineEarnedIn({ live: live, segment: segment, currency: currency });
            segment = schedule.next(segment);
        }
    }

    function _mostSegments(uint256 lineKinds) private pure returns (uint256 most) {
        uint256 kinds = 0;
        for (uint256 left = lineKinds; left != 0; left &= left - 1) ++kinds;
        most = MOST_READS / kinds;
        if (most > MOST_SEGMENTS) most = MOST_SEGMENTS;
    }

    /// @dev Skips what lies before a standing line's start.
    function _firstSegment(
        Schedule memory schedule,
        LiveLine memory live,
        uint256 next
    ) private view returns (Segment memory segment) {
        segment = schedule.segmentOf(next);
        uint256 starts = live.terms.starts;
        if (starts > segment.start && starts <= block.timestamp) return schedule.segmentAt(starts);
    }
}
