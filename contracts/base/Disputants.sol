// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PostedSale, ShownSales } from "./ShownSales.sol";
import { Lists } from "../libraries/Lists.sol";
import { SaleWords } from "../libraries/SaleWords.sol";

/// @title Who disputes a sale
/// @notice The first is kept with the sale's state. Others join, or dispute it anew once it stands: at most 12, a number of 20 bits each
/// in a word of the sale's. So whoever a wrong sale pays cannot shield it by disputing it first.
abstract contract Disputants is ShownSales {
    using Lists for uint256[];
    using SaleWords for uint256;

    uint256 internal constant MAX_DISPUTANTS = 13;

    uint256 private constant NUMBER = 0xFFFFF;
    uint256 private constant NUMBER_BITS = 20;

    /// @dev Adds who disputes a sale to those who did: each once. The sale's state is written by the caller.
    function _addDisputant(PostedSale memory sale, uint256 number) internal {
        if (sale.state.disputant == 0) {
            // Safe: a number is below 2^20.
            sale.state.disputant = uint24(number);
            return;
        }
        require(!_isDisputant(sale, number), Program_AlreadyDisputed(sale.id));
        uint256 others = _otherDisputants[sale.place];
        uint256 shift = 0;
        while (others >> shift != 0) shift += NUMBER_BITS;
        require(shift < (MAX_DISPUTANTS - 1) * NUMBER_BITS, Program_TooManyDisputes(number, MAX_DISPUTANTS));
        _otherDisputants[sale.place] = others | (number << shift);
    }

    function _isDisputant(PostedSale memory sale, uint256 number) internal view returns (bool) {
        if (sale.state.disputant == number) return true;
        uint256 others = _otherDisputants[sale.place];
        for (; others != 0; others >>= NUMBER_BITS) if (others & NUMBER == number) return true;
        return false;
    }

    function _hasLine(uint256[] memory words, uint256 number) internal pure returns (bool) {
        for (uint256 i = 0; i < words.length; ++i) if (words[i].partner() == number) return true;
        return false;
    }

    /// @dev Where a sale goes that is in dispute, who disputes it has one more of the running period's disputes, if it made one in that:
    /// else posting it once more would use them up.
    function _returnDisputes(uint256 place, uint256 period) internal {
        uint256[] memory numbers = _disputantsOf(place);
        for (uint256 i = 0; i < numbers.length; ++i) {
            uint256 count = _disputesOf[numbers[i]][period];
            if (count > 0) _disputesOf[numbers[i]][period] = count - 1;
        }
    }

    function _disputantsOf(uint256 place) internal view returns (uint256[] memory numbers) {
        uint256 first = _saleStates[place].disputant;
        if (first == 0) return numbers;
        numbers = new uint256[](MAX_DISPUTANTS);
        numbers[0] = first;
        uint256 count = 1;
        for (uint256 others = _otherDisputants[place]; others != 0; others >>= NUMBER_BITS)
            numbers[count++] = others & NUMBER;
        numbers.setLength(count);
    }
}
