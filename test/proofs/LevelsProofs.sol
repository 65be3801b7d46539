// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Levels } from "../../contracts/libraries/Levels.sol";

/// @title Sharing by a level pays out no more than came in
/// @notice Each function is a lemma, see `WaterfallProofs`.
contract LevelsProofs {
    /* ONE RISE */

    /// Money is never used twice, and a level never passes the next hurdle.
    function liftUsesNoMoreThanThereIs(uint96 amount, uint256 units, uint256 room) external pure {
        require(0 < units && units < 2 ** 65 && room <= 2 ** 160);
        (uint256 rise, uint256 used) = Levels.lift(amount, units, room);
        assert(used <= amount && rise <= room);
        assert(used == amount || rise == room);
    }

    /// What is used pays what all units earn by the rise, and keeps no more than rounding does: below one for 2^64 units, and one more.
    function liftPaysWhatUnitsEarn(uint96 amount, uint256 units, uint256 room) external pure {
        require(0 < units && units < 2 ** 65 && room <= 2 ** 160);
        (uint256 rise, uint256 used) = Levels.lift(amount, units, room);
        assert(rise * units <= used * Levels.SCALE);
        assert(used * Levels.SCALE < rise * units + units + Levels.SCALE);
    }

    /// The treasury's part of a rise, and what the holders' units earn by it, are no more than what is used.
    function treasuryAndHoldersShareWhatIsUsed(uint64 rest, uint64 units, uint160 rise, uint96 used) external pure {
        // As `liftPaysWhatUnitsEarn` shows.
        require((uint256(rest) + units) * rise <= used * Levels.SCALE);
        assert((uint256(rise) * rest) / Levels.SCALE + Levels.earned(units, rise) <= used);
    }

    /* WHAT UNITS EARN */

    function earnedIsRoundedDown(uint64 units, uint160 rise) external pure {
        uint256 earned = Levels.earned(units, rise);
        assert(earned * Levels.SCALE <= uint256(units) * rise);
        assert(earned * Levels.SCALE + Levels.SCALE > uint256(units) * rise);
    }

    function earnedGrows(uint64 less, uint64 more, uint160 lower, uint160 higher) external pure {
        require(less <= more && lower <= higher);
        assert(Levels.earned(less, higher) <= Levels.earned(more, higher));
        assert(Levels.earned(less, lower) <= Levels.earned(less, higher));
    }

    /// By induction: all holders together earn no more than their units as one.
    function holdersEarnNoMoreThanAll(uint64 one, uint64 others, uint160 rise) external pure {
        require(uint256(one) + others < 2 ** 64);
        uint256 apart = Levels.earned(one, rise) + Levels.earned(others, rise);
        uint256 together = Levels.earned(uint256(one) + others, rise);
        assert(apart <= together && together <= apart + 1);
    }

    /// Books that are closed between two rises owe no more than ones that are not, and less by one at most.
    function closingBooksMakesNoMoney(uint64 units, uint160 first, uint160 second) external pure {
        require(uint256(first) + second < 2 ** 160);
        uint256 apart = Levels.earned(units, first) + Levels.earned(units, second);
        uint256 together = Levels.earned(units, uint256(first) + second);
        assert(apart <= together && together <= apart + 1);
    }

    /* ABOVE A BASE */

    function nothingIsEarnedBelowTheBase(uint64 units, uint160 level, uint160 base) external pure {
        require(level <= base);
        assert(Levels.earned(units, Levels.riseOf(level, base)) == 0);
    }

    function earningsNeverFall(uint64 units, uint160 base, uint160 level, uint160 later) external pure {
        require(level <= later);
        uint256 before = Levels.earned(units, Levels.riseOf(level, base));
        assert(before <= Levels.earned(units, Levels.riseOf(later, base)));
    }
}
