// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @dev Who takes part in a plan's money in one currency.
/// @param units By class: those of classes 0 to 3 in the first word, 4 to 7 in the second, 64 bits each, lower classes lower.
/// @param hurdles By class: what a unit must have brought before the class takes part, in the currency's smallest unit.
/// @param rest Units that take part for the treasury.
/// @param restClass The class as which they do.
/// @param toTreasury Whether the treasury has what nobody takes part in; else it waits.
struct Sharing {
    uint256[2] units;
    uint256[] hurdles;
    uint256 rest;
    uint256 restClass;
    bool toTreasury;
}

/// @title One level for each currency: money per unit since a plan began
/// @notice Pure arithmetic. `core/equity` is the same in TypeScript, to the last unit.
/// ```
/// while money is left:
///   units = those of all classes with hurdle × SCALE ≤ level; none: what is left is the treasury's, or waits
///   rise  = ⌊money × SCALE ÷ units⌋, used = all of it
///   where rise would reach the next hurdle: rise up to it, used = ⌈rise × units ÷ SCALE⌉
///   level += rise; money −= used; the treasury's += ⌊rise × rest ÷ SCALE⌋
/// earned = ⌊units × (level − base) ÷ SCALE⌋, nothing below the base
/// ```
library Levels {
    /// @dev A level of 2^64 is one of the currency's smallest unit for each unit of the plan.
    uint256 internal constant SCALE = 1 << 64;

    /// @dev What a level, and a grant's base, are kept in.
    uint256 private constant MOST = type(uint160).max;

    uint256 private constant UNITS = type(uint64).max;

    /// @notice Shares money among all units that take part.
    /// @param level Before, below 2^160.
    /// @param amount Below 2^96, what waited included.
    /// @return risen The level after.
    /// @return waiting What nobody takes part in; and where the level would pass 2^160, what does not fit.
    /// @return forTreasury What the treasury has of it.
    function share(
        Sharing memory sharing,
        uint256 level,
        uint256 amount
    ) internal pure returns (uint256 risen, uint256 waiting, uint256 forTreasury) {
        // Safe: an amount times the scale is below 2^160, as levels are; units are below 2^65, so that the products stay below 2^225.
        // What is used is at most the amount.
        unchecked {
            while (amount > 0) {
                (uint256 units, uint256 next, bool restIsIn) = _partiesAt(sharing, level);
                if (units == 0) {
                    if (sharing.toTreasury) return (level, 0, forTreasury + amount);
                    return (level, amount, forTreasury);
                }
                (uint256 rise, uint256 used) = lift({ amount: amount, units: units, room: next - level });
                if (level + rise > MOST) return (level, amount, forTreasury);
                level += rise;
                amount -= used;
                if (restIsIn) forTreasury += (rise * sharing.rest) / SCALE;
            }
        }
        return (level, 0, forTreasury);
    }

    /// @notice How far money lifts a level that may rise up to the next hurdle.
    /// @param units That take part: below 2^65, and not none.
    /// @param room At most 2^160.
    /// @return rise At most the room.
    /// @return used Of the amount, at least what all units earn by the rise.
    function lift(uint256 amount, uint256 units, uint256 room) internal pure returns (uint256 rise, uint256 used) {
        // Safe as in `share`.
        unchecked {
            rise = (amount * SCALE) / units;
            if (rise < room) return (rise, amount);
            return (room, (room * units + SCALE - 1) / SCALE);
        }
    }

    /// @dev The units that take part at a level, and the level at which more do; above all levels where none do.
    function _partiesAt(
        Sharing memory sharing,
        uint256 level
    ) private pure returns (uint256 units, uint256 next, bool restIsIn) {
        next = MOST + 1;
        uint256[] memory hurdles = sharing.hurdles;
        uint256 word = sharing.units[0];
        // Safe: hurdles have 96 bits; the units of all classes and the rest are below 2^65; at most eight classes.
        unchecked {
            for (uint256 class = 0; class < hurdles.length; ++class) {
                if (class == 4) word = sharing.units[1];
                uint256 hurdle = hurdles[class] * SCALE;
                if (hurdle <= level) {
                    units += word & UNITS;
                    if (class == sharing.restClass) (units, restIsIn) = (units + sharing.rest, true);
                } else if (hurdle < next) {
                    next = hurdle;
                }
                word >>= 64;
            }
        }
    }

    /// @notice What units earned above a base.
    function earned(uint256 units, uint256 rise) internal pure returns (uint256) {
        // Safe: units are below 2^64, and levels below 2^160.
        unchecked {
            return (units * rise) / SCALE;
        }
    }

    /// @notice How far a level is above a base.
    function riseOf(uint256 level, uint256 base) internal pure returns (uint256) {
        return level > base ? level - base : 0;
    }

    /* UNITS BY CLASS */

    function unitsOf(uint256[2] memory units, uint256 class) internal pure returns (uint256) {
        return (units[class >> 2] >> ((class & 3) << 6)) & UNITS;
    }

    function sumOf(uint256[2] memory units) internal pure returns (uint256) {
        return _sum(units[0]) + _sum(units[1]);
    }

    function _sum(uint256 word) private pure returns (uint256) {
        // Safe: four numbers below 2^64.
        unchecked {
            return (word & UNITS) + ((word >> 64) & UNITS) + ((word >> 128) & UNITS) + (word >> 192);
        }
    }

    /// @notice The word of four classes with more units of one.
    /// @param amount All units of a plan are below 2^64, so that none passes into the next class.
    function add(uint256 word, uint256 class, uint256 amount) internal pure returns (uint256) {
        return word + (amount << ((class & 3) << 6));
    }

    /// @notice The same with fewer.
    /// @param amount At most the class's.
    function sub(uint256 word, uint256 class, uint256 amount) internal pure returns (uint256) {
        return word - (amount << ((class & 3) << 6));
    }
}
