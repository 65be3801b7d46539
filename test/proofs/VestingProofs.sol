// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ONE } from "../../contracts/libraries/Constants.sol";
import { Vesting } from "../../contracts/libraries/Vesting.sol";

/// @title Units vest with time, once, and no more than there are
/// @notice Each function is a lemma, see `WaterfallProofs`. Steps and lengths divide by what is not known: what the prover does not find by
/// itself is cut into lemmas of one division each, which require what the one before shows.
contract VestingProofs {
    /* BY TIME */

    function nothingVestsBeforeTheCliff(
        uint64 units,
        uint32 cliff,
        uint32 length,
        uint32 step,
        uint40 elapsed
    ) external pure {
        require(elapsed < cliff);
        assert(Vesting.vestedAfter(units, cliff, length, step, elapsed) == 0);
    }

    function allVestsAtTheEnd(uint64 units, uint32 cliff, uint32 length, uint32 step, uint40 elapsed) external pure {
        require(elapsed >= cliff && elapsed >= length);
        assert(Vesting.vestedAfter(units, cliff, length, step, elapsed) == units);
    }

    function noMoreVestsThanThereIs(
        uint64 units,
        uint32 cliff,
        uint32 length,
        uint32 step,
        uint40 elapsed
    ) external pure {
        assert(Vesting.vestedAfter(units, cliff, length, step, elapsed) <= units);
    }

    /* NEVER BACK: over an end, between two steps, and between ends by the units of whole steps */

    function endsTakeNothingBack(
        uint64 units,
        uint32 cliff,
        uint32 length,
        uint32 step,
        uint40 first,
        uint40 later
    ) external pure {
        require(first <= later && (first < cliff || later >= length));
        uint256 before = Vesting.vestedAfter(units, cliff, length, step, first);
        assert(before <= Vesting.vestedAfter(units, cliff, length, step, later));
    }

    /// The end of this many steps, and a part of the next: the units are those of the end.
    function wholeStepsCount(
        uint64 units,
        uint32 cliff,
        uint32 length,
        uint32 step,
        uint40 steps,
        uint32 beyond
    ) external pure {
        require(step > 1 && beyond < step);
        uint256 whole = uint256(steps) * step;
        require(cliff <= whole + beyond && whole + beyond < length);
        assert(Vesting.vestedAfter(units, cliff, length, step, whole + beyond) == (units * whole) / length);
    }

    function stepsNeverGoBack(uint40 first, uint40 later, uint32 step) external pure {
        require(first <= later && step > 1);
        assert(first - (first % step) <= later - (later % step));
    }

    function secondsNeverGoBack(uint64 units, uint32 length, uint40 first, uint40 later) external pure {
        require(first <= later && later < length);
        assert(Vesting.vestedAfter(units, 0, length, 0, first) <= Vesting.vestedAfter(units, 0, length, 0, later));
    }

    /* SPED UP */

    function speedingUpPassesNoUnits(uint64 units, uint64 vested, uint24 rate) external pure {
        require(vested <= units && rate <= ONE);
        uint256 more = Vesting.spedUp(vested, units, rate);
        assert(vested <= more && more <= units);
        if (rate == ONE) assert(more == units);
        if (rate == 0) assert(more == vested);
    }

    /// What vests by time once a part of the rest is sped up takes nothing back.
    function speedingUpKeepsTheOrder(uint64 units, uint64 less, uint64 more, uint24 rate) external pure {
        require(less <= more && more <= units && rate <= ONE);
        assert(Vesting.spedUp(less, units, rate) <= Vesting.spedUp(more, units, rate));
    }

    /* CLOCKS */

    /// A clock stands or runs with time, whatever pauses there were: it never goes back and never ahead.
    function clockRunsWithTimeOrStands(
        uint40 start,
        uint32 shift,
        uint40 stopped,
        uint32 limit,
        uint40 first,
        uint40 later
    ) external pure {
        require(shift <= limit && first <= later);
        uint256 before = Vesting.elapsed(start, shift, stopped, limit, first);
        uint256 afterwards = Vesting.elapsed(start, shift, stopped, limit, later);
        assert(before <= afterwards);
        assert(afterwards - before <= later - first);
    }

    function noPauseIsLongerThanItsLimit(uint40 stopped, uint32 shift, uint32 limit, uint40 time) external pure {
        require(shift <= limit);
        uint256 stood = Vesting.paused(stopped, shift, limit, time);
        assert(shift + stood <= limit);
        if (stopped == 0 || time <= stopped) assert(stood == 0);
    }

    /// A clock that is told to run again shows what it showed while it stood, as long as it could stand.
    function resumingChangesNothing(
        uint40 start,
        uint32 shift,
        uint40 stopped,
        uint32 limit,
        uint40 time
    ) external pure {
        require(shift <= limit);
        uint256 before = Vesting.elapsed(start, shift, stopped, limit, time);
        uint256 moved = shift + Vesting.paused(stopped, shift, limit, time);
        assert(Vesting.elapsed(start, moved, 0, 0, time) == before);
    }
}
