// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ONE } from "./Constants.sol";

/// @title How units vest
/// @notice Pure arithmetic, all of it rounded down. `core/equity` is the same in TypeScript, to the last unit.
/// ```
/// elapsed(t)  max(0, t − start − shift − paused(t))    nothing is vested before the start
/// paused(t)   min(t − stopped, limit − shift)          of the pause that runs; shift: those before
/// vested      elapsed < cliff: 0; elapsed ≥ length: units; else ⌊units × (elapsed − elapsed mod step) ÷ length⌋
/// sped up     vested + ⌊(units − vested) × rate ÷ 1e6⌋
/// ```
library Vesting {
    /// @notice The units vested after some seconds.
    /// @param units Of the grant, below 2^64.
    /// @param cliff Seconds before which nothing is vested.
    /// @param length Seconds after which all is.
    /// @param step Units vest at the end of each step of so many seconds; 0 and 1 are by the second.
    /// @param elapsed_ Seconds that the grant's clock has run.
    function vestedAfter(
        uint256 units,
        uint256 cliff,
        uint256 length,
        uint256 step,
        uint256 elapsed_
    ) internal pure returns (uint256) {
        if (elapsed_ < cliff) return 0;
        if (elapsed_ >= length) return units;
        // Safe: units are below 2^64, and times below 2^40.
        unchecked {
            if (step > 1) elapsed_ -= elapsed_ % step;
            return (units * elapsed_) / length;
        }
    }

    /// @notice The seconds of the pause that a clock is in, as far as the limit of pauses lets it stand still.
    /// @param stopped Since when it stands; 0 where it runs.
    /// @param shift Seconds of the pauses before, at most the limit.
    function paused(uint256 stopped, uint256 shift, uint256 limit, uint256 time) internal pure returns (uint256) {
        if (stopped == 0 || time <= stopped) return 0;
        uint256 left = limit - shift;
        uint256 stands = time - stopped;
        return stands < left ? stands : left;
    }

    /// @notice The seconds that a clock has run.
    /// @param time May be before pauses that were since: none are told apart.
    function elapsed(
        uint256 start,
        uint256 shift,
        uint256 stopped,
        uint256 limit,
        uint256 time
    ) internal pure returns (uint256) {
        uint256 stood = paused({ stopped: stopped, shift: shift, limit: limit, time: time });
        // Safe: times are below 2^40.
        unchecked {
            stood += start + shift;
            return time > stood ? time - stood : 0;
        }
    }

    /// @notice The units vested where a part of the others vests at once.
    /// @param rate In ppm.
    function spedUp(uint256 vested, uint256 units, uint256 rate) internal pure returns (uint256) {
        return vested + ((units - vested) * rate) / ONE;
    }
}
