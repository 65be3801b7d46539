// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Periods, Schedule, Segment } from "../../contracts/libraries/Periods.sol";

/// @title Every second lies in one period, and a period locks once
/// @notice Each function is a lemma, see `WaterfallProofs`.
contract PeriodsProofs {
    using Periods for Schedule;

    function timeLiesInItsPeriod(uint256 start, uint256 length, uint256 time) external pure {
        require(length > 0 && length < 2 ** 32 && start <= time && time < 2 ** 40);
        Schedule memory schedule = _schedule(start, length, 0);
        uint256 period = schedule.periodAt(time);
        assert(schedule.periodStart(period) <= time);
        assert(time < schedule.periodStart(period + 1));
    }

    /// What counts as locked is what has reached its lock time: a line is never both held and claimable.
    function lockedIsPastTheLockTime(
        uint256 start,
        uint256 length,
        uint256 hold,
        uint256 period,
        uint256 time
    ) external pure {
        require(length > 0 && length < 2 ** 32 && start < 2 ** 40 && time < 2 ** 40);
        require(hold < 2 ** 8 && period < 2 ** 40);
        Schedule memory schedule = _schedule(start, length, hold);
        bool isLocked = period < schedule.lockedAt(time);
        assert(isLocked == (time >= schedule.lockTime(period)));
    }

    /// Locked stays locked.
    function lockedNeverShrinks(
        uint256 start,
        uint256 length,
        uint256 hold,
        uint256 time,
        uint256 later
    ) external pure {
        require(length > 0 && length < 2 ** 32 && start < 2 ** 40 && time <= later && later < 2 ** 40 && hold < 2 ** 8);
        Schedule memory schedule = _schedule(start, length, hold);
        assert(schedule.lockedAt(time) <= schedule.lockedAt(later));
    }

    function _schedule(uint256 start, uint256 length, uint256 hold) private pure returns (Schedule memory) {
        return Schedule({ start: start, length: length, hold: hold, cuts: 0, rows: 0, rowSize: 0 });
    }
}
