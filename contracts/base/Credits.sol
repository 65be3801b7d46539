// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ProgramBase } from "./ProgramBase.sol";
import { FIRST_POOL } from "../libraries/Constants.sol";
import { Lists } from "../libraries/Lists.sol";

/// @title The books of partners and pools: their credits by period
/// @notice Two numbers share a word: that of the even one is the lower half. Each half is net 96 | sales 32: what was credited less
/// what was taken back, and how many sales count.
/// @dev A number's credits belong to the account of the wallet it was enrolled with, and to no other.
abstract contract Credits is ProgramBase {
    using Lists for uint256[];

    uint256 private constant SALES_AT = 96;
    uint256 private constant SIDE = 128;

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
        uint256 side = _side(net, sales);
        if (number & 1 == 0) _addToPair({ pair: number >> 1, currency: currency, period: period, low: side, high: 0 });
        else _addToPair({ pair: number >> 1, currency: currency, period: period, low: 0, high: side });
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
                uint256 pair = _pairOf(numbers.get(i));
                uint256 low = 0;
                uint256 high = 0;
                if (numbers.get(i) & 1 == 0) low = _sideOf(sums.get(i++));
                if (i < length && numbers.get(i) & 1 == 1 && _pairOf(numbers.get(i)) == pair)
                    high = _sideOf(sums.get(i++));
                if (low | high != 0)
                    _addToPair({ pair: pair, currency: currency, period: period, low: low, high: high });
            }
        }
    }

    /// @dev Takes back from one book what was credited to it before.
    function _uncredit(uint256 number, uint256 currency, uint256 period, uint256 net, uint256 sales) internal {
        uint256 key = _creditKey(number >> 1, currency, period);
        uint256 shift = (number & 1) * SIDE;
        uint256 word = _credits[key];
        uint256 side = (word >> shift) & type(uint128).max;
        // What was counted under other terms may not have been.
        if (sales > side >> SALES_AT) sales = side >> SALES_AT;
        assert(net <= side & type(uint96).max);
        // Neither field borrows from the next, by the checks.
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
                uint256 found = ((period >> 7) << 7) | (_highestBit(bits & (0 - bits)) >> 1);
                return found < until ? found : until;
            }
        }
        return until;
    }

    function _addToPair(uint256 pair, uint256 currency, uint256 period, uint256 low, uint256 high) private {
        uint256 key = _creditKey(pair, currency, period);
        uint256 word = _credits[key];
        uint256 before = word & type(uint128).max;
        // Each field of each half is checked for itself.
        unchecked {
            _credits[key] = _sum(before, low) | (_sum(word >> SIDE, high) << SIDE);
            uint256 first = 0;
            if (before == 0 && low != 0) first = 1;
            if (word >> SIDE == 0 && high != 0) first |= 2;
            if (first != 0) _creditedPeriods[_creditKey(pair, currency, period >> 7)] |= first << ((period & 127) << 1);
        }
    }

    function _sum(uint256 side, uint256 more) private pure returns (uint256 sum) {
        unchecked {
            uint256 net = (side & type(uint96).max) + (more & type(uint96).max);
            require(net <= type(uint96).max, Program_AmountTooLarge(net));
            sum = side + more;
            require(sum <= type(uint128).max, Program_AmountTooLarge(sum >> SALES_AT));
        }
    }

    function _sideOf(uint256 sum) private pure returns (uint256) {
        return sum == 0 ? 0 : _side(sum & type(uint128).max, sum >> SIDE);
    }

    function _side(uint256 net, uint256 sales) private pure returns (uint256) {
        require(net <= type(uint96).max, Program_AmountTooLarge(net));
        require(sales <= type(uint32).max, Program_AmountTooLarge(sales));
        return net | (sales << SALES_AT);
    }

    /// @param word Not zero.
    function _highestBit(uint256 word) private pure returns (uint256 bit) {
        // Memory-safe: touches no memory.
        assembly ("memory-safe") {
            bit := sub(255, clz(word))
        }
    }

    function _pairOf(uint256 word) private pure returns (uint256) {
        return (word & 0xFFFFF) >> 1;
    }

    function _creditKey(uint256 pair, uint256 currency, uint256 period) private pure returns (uint256) {
        return (pair << 96) | (period << 8) | currency;
    }
}
