// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { ProgramBase } from "./ProgramBase.sol";
import { Accounts } from "../libraries/Accounts.sol";
import { FIRST_POOL } from "../libraries/Constants.sol";
import { Lists } from "../libraries/Lists.sol";

/// @title The books of partners and pools: their credits by period
/// @notice Two numbers share a word: that of the even one is the lower half. Each half is net 96 | sales 32: what was credited less
/// what was taken back, and how many sales count.
/// @dev A number's credits belong to the account of the wallet it was enrolled with, and to no other.
abstract contract Credits is ProgramBase {
    using Lists for uint256[];

    /// @dev How often one call looks credits up, so that it stays within one transaction after years of silence: at a period that has
    /// some, or at up to 128 that have none.
    uint256 internal constant MAX_LOOKS = 600;
    uint256 internal constant LOOK_PERIODS = 128;

    uint256 private constant SALES_AT = 96;
    uint256 private constant SIDE = 128;

    /// @dev In what is added: net 128 | sales 128.
    uint256 private constant SUM_SALES_AT = 128;

    /// @dev Of `_creditedPeriods`, the bits of even numbers.
    uint256 private constant EVEN_SIDES = type(uint256).max / 3;

    /// @dev The number that the credits of a line are kept by: a pool whose holder has another number shares that one's.
    function _bookOf(uint256 number) internal view returns (uint256) {
        return number < FIRST_POOL ? number : _partners[number].link();
    }

    /// @dev The wallets that the partners of some lines were enrolled with.
    /// @param words Of the lines, `count` of them.
    function _walletsOf(uint256[] memory words, uint256 count) internal view returns (address[] memory wallets) {
        wallets = new address[](count);
        for (uint256 i = 0; i < count; ++i) wallets[i] = _partners[words.get(i) & 0xFFFFF].wallet();
    }

    /// @dev Adds to one book.
    function _credit(uint256 number, uint256 currency, uint256 period, uint256 net, uint256 sales) internal {
        uint256 sum = net | (sales << SUM_SALES_AT);
        if (number & 1 == 0) _addToPair({ pair: number >> 1, currency: currency, period: period, low: sum, high: 0 });
        else _addToPair({ pair: number >> 1, currency: currency, period: period, low: 0, high: sum });
    }

    /// @dev Adds to the books of rising numbers: those of two that share a word at once.
    /// @param numbers In their lowest 20 bits.
    /// @param sums For each, net 128 | sales 128.
    function _creditAll(uint256[] memory numbers, uint256[] memory sums, uint256 currency, uint256 period) internal {
        uint256 length = numbers.length;
        uint256 i = 0;
        // Indices stay below the lists' length.
        unchecked {
            while (i < length) {
                uint256 number = numbers.get(i) & 0xFFFFF;
                uint256 low = sums.get(i++);
                uint256 high = 0;
                if (number & 1 == 1) (low, high) = (0, low);
                else if (i < length && numbers.get(i) & 0xFFFFF == number + 1) high = sums.get(i++);
                if (low | high != 0)
                    _addToPair({ pair: number >> 1, currency: currency, period: period, low: low, high: high });
            }
        }
    }

    /// @dev Takes back from one book what was credited to it before.
    function _uncredit(uint256 number, uint256 currency, uint256 period, uint256 net, uint256 sales) internal {
        uint256 key = _creditKey(number >> 1, currency, period);
        uint256 shift = (number & 1) * SIDE;
        uint256 word = _credits[key];
        uint256 side = (word >> shift) & type(uint128).max;
        // A line's word says for whom its sale was counted when it was credited, whatever the terms are now.
        assert(net <= side & type(uint96).max && sales <= side >> SALES_AT);
        // Neither field borrows from the next, by the check.
        unchecked {
            _credits[key] = word - ((net | (sales << SALES_AT)) << shift);
        }
    }

    /// @return net What was credited less what was taken back.
    /// @return sales How many sales count.
    function _creditOf(
        uint256 number,
        uint256 currency,
        uint256 period
    ) internal view returns (uint256 net, uint256 sales) {
        uint256 side = _credits[_creditKey(number >> 1, currency, period)] >> ((number & 1) * SIDE);
        return (side & type(uint96).max, (side >> SALES_AT) & type(uint32).max);
    }

    /// @dev Adds credits to a sum: as many as one call looks up, and as stay below 2^96 with it. The word of a period is read first,
    /// for most have some.
    /// @param cursor The book, and the first period to look at, see `Accounts`.
    /// @param until The first period not to look at.
    /// @return total The sum with them.
    /// @return following Up to where they are added.
    function _sumCredits(
        uint256 cursor,
        uint256 currency,
        uint256 until,
        uint256 sum
    ) internal view returns (uint256 total, uint256 following) {
        total = sum;
        // Safe: periods are below 2^24 and leave the number above them alone; the sum and what is added to it are below 2^96.
        unchecked {
            uint256 end = cursor + MAX_LOOKS;
            until = Accounts.cursorOf(Accounts.numberOf(cursor), until);
            if (until < end) end = until;
            while (cursor < end) {
                (uint256 net, ) = _creditOf(Accounts.numberOf(cursor), currency, Accounts.periodOf(cursor));
                if (net == 0) {
                    (cursor, end) = _skip(cursor, currency, until, end);
                    continue;
                }
                net += total;
                if (net > type(uint96).max) break;
                total = net;
                ++cursor;
            }
        }
        following = cursor;
    }

    /// @dev Goes from a period without credits to the next that has some.
    /// @param until Not beyond this cursor.
    /// @param end As many looks are left as it is ahead.
    function _skip(
        uint256 cursor,
        uint256 currency,
        uint256 until,
        uint256 end
    ) private view returns (uint256 following, uint256 newEnd) {
        // Safe: `end` is ahead of the cursor, and no further than `until`; what is added stays below 2^24.
        unchecked {
            uint256 looks = end - cursor;
            uint256 furthest = cursor + looks * LOOK_PERIODS;
            if (until < furthest) furthest = until;
            uint256 next = _nextCredited({
                number: Accounts.numberOf(cursor),
                currency: currency,
                period: Accounts.periodOf(cursor) + 1,
                until: Accounts.periodOf(furthest)
            });
            following = Accounts.cursorOf(Accounts.numberOf(cursor), next);
            uint256 taken = 1 + (following - cursor) / LOOK_PERIODS;
            newEnd = following + (looks > taken ? looks - taken : 0);
            if (until < newEnd) newEnd = until;
        }
    }

    /// @dev The first period from `period` on, and before `until`, in which a book has had credits; `until` where there is none.
    /// Looks 128 periods up at a time.
    function _nextCredited(
        uint256 number,
        uint256 currency,
        uint256 period,
        uint256 until
    ) internal view returns (uint256) {
        // Safe: periods are below 2^24, and the lowest bit of a word that is not zero is below 256.
        unchecked {
            for (; period < until; period = (period | 127) + 1) {
                uint256 bits = _creditedPeriods[_creditKey(number >> 1, currency, period >> 7)];
                bits &= (EVEN_SIDES << (number & 1)) & (type(uint256).max << ((period & 127) << 1));
                if (bits == 0) continue;
                uint256 found = ((period >> 7) << 7) | (Math.log2(bits & (0 - bits)) >> 1);
                return found < until ? found : until;
            }
        }
        return until;
    }

    /// @param low For the even number, net 128 | sales 128.
    /// @param high For the odd one.
    function _addToPair(uint256 pair, uint256 currency, uint256 period, uint256 low, uint256 high) private {
        uint256 key = _creditKey(pair, currency, period);
        uint256 word = _credits[key];
        // Fields of 96 and 32 bits, and sums of far less than 2^128: each sum shows what does not fit into its field.
        unchecked {
            uint256 net = (word & type(uint96).max) + (low & type(uint128).max);
            uint256 netHigh = ((word >> SIDE) & type(uint96).max) + (high & type(uint128).max);
            uint256 sales = ((word >> SALES_AT) & type(uint32).max) + (low >> SUM_SALES_AT);
            uint256 salesHigh = (word >> (SIDE + SALES_AT)) + (high >> SUM_SALES_AT);
            bool fits = ((net | netHigh) >> 96) | ((sales | salesHigh) >> 32) == 0;
            require(fits, Program_AmountTooLarge(net > netHigh ? net : netHigh));
            _credits[key] = net | (sales << SALES_AT) | ((netHigh | (salesHigh << SALES_AT)) << SIDE);
            if (word & type(uint128).max == 0 || word >> SIDE == 0) {
                uint256 first = word & type(uint128).max == 0 && low != 0 ? 1 : 0;
                if (word >> SIDE == 0 && high != 0) first |= 2;
                if (first != 0)
                    _creditedPeriods[_creditKey(pair, currency, period >> 7)] |= first << ((period & 127) << 1);
            }
        }
    }

    function _creditKey(uint256 pair, uint256 currency, uint256 period) private pure returns (uint256) {
        return (pair << 96) | (period << 8) | currency;
    }
}
