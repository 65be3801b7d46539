// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Segment } from "../../../contracts/libraries/Periods.sol";

/// @dev `Periods` by a walk along all cuts, to compare with.
library PlainPeriods {
    function segmentAt(
        uint256[] memory cuts,
        uint256 start,
        uint256 length,
        uint256 time
    ) internal pure returns (Segment memory segment) {
        segment.period = (time - start) / length;
        segment.ordinal = segment.period;
        segment.start = start + segment.period * length;
        segment.end = segment.start + length;
        for (uint256 i = 0; i < cuts.length; ++i) {
            if (cuts[i] > time) {
                if (cuts[i] < segment.end) segment.end = cuts[i];
                break;
            }
            segment.row = i + 1;
            if (cuts[i] > segment.start) segment.start = cuts[i];
            if ((cuts[i] - start) % length != 0) ++segment.ordinal;
        }
    }

    function segmentOf(
        uint256[] memory cuts,
        uint256 start,
        uint256 length,
        uint256 ordinal
    ) internal pure returns (Segment memory) {
        uint256 inner = 0;
        for (uint256 i = 0; i < cuts.length; ++i) {
            if ((cuts[i] - start) % length == 0) continue;
            uint256 ordinalOfCut = (cuts[i] - start) / length + inner + 1;
            if (ordinalOfCut == ordinal) return segmentAt(cuts, start, length, cuts[i]);
            if (ordinalOfCut > ordinal) break;
            ++inner;
        }
        return segmentAt(cuts, start, length, start + (ordinal - inner) * length);
    }
}
