// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Settlement } from "./parts/Settlement.sol";
import { IProgramLines } from "./interfaces/IProgramLines.sol";
import { StoredLine } from "./libraries/Pages.sol";
import { Periods, Schedule, Segment } from "./libraries/Periods.sol";
import { TermsBlob } from "./libraries/TermsBlob.sol";

/// @title The part of a program that knows standing lines and the residual
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramLines is Settlement {
    using Periods for Schedule;
    using TermsBlob for bytes;

    /// @dev TODO-INHERIT IProgramLines
    function lineEarnings(uint256 line, address currency) external view returns (uint256 held, uint256 locked) {
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        uint256 index = _indexOf(blob, currency);
        StoredLine memory stored = _line(blob, line);
        uint256 next;
        uint256 taken;
        (locked, next, taken) = _lineEarned(schedule, stored, line, index);
        if (block.timestamp < schedule.start) return (0, locked);
        Segment memory segment = schedule.segmentOf(next);
        while (segment.start <= block.timestamp) {
            held += _lineEarnedIn(stored, segment, index);
            segment = schedule.next(segment);
        }
        held -= taken;
    }

    /// @dev TODO-INHERIT IProgramLines
    function residualEarnings(address currency, uint256 segments) external view returns (uint256 locked) {
        bytes memory blob = _terms();
        (locked, ) = _residual(blob, blob.schedule(), _indexOf(blob, currency), segments);
    }
}
