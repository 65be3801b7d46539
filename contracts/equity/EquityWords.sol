// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Book, Level, Pot } from "./base/EquityStorage.sol";

/// @title Structs of one storage word, read and written at once
/// @notice The compiler reads and writes a word anew for each of its fields, which a claim has a dozen of. Fields lie as the compiler puts
/// them: the first one lowest. Narrowing is safe wherever it stands: it cuts the other fields off.
library EquityWords {
    function load(Book storage place) internal view returns (Book memory book) {
        uint256 word;
        // Memory-safe, as all that follows: touches no memory.
        assembly ("memory-safe") {
            word := sload(place.slot)
        }
        book.base = uint160(word);
        book.taken = uint96(word >> 160);
    }

    function save(Book storage place, Book memory book) internal {
        uint256 word = uint256(book.base) | (uint256(book.taken) << 160);
        assembly ("memory-safe") {
            sstore(place.slot, word)
        }
    }

    function load(Level storage place) internal view returns (Level memory level) {
        uint256 word;
        assembly ("memory-safe") {
            word := sload(place.slot)
        }
        level.level = uint160(word);
        level.counted = uint96(word >> 160);
    }

    function save(Level storage place, Level memory level) internal {
        uint256 word = uint256(level.level) | (uint256(level.counted) << 160);
        assembly ("memory-safe") {
            sstore(place.slot, word)
        }
    }

    function load(Pot storage place) internal view returns (Pot memory pot) {
        uint256 word;
        assembly ("memory-safe") {
            word := sload(place.slot)
        }
        pot.waiting = uint96(word);
        pot.treasury = uint96(word >> 96);
        pot.last = uint32(word >> 192);
        pot.first = uint32(word >> 224);
    }

    function save(Pot storage place, Pot memory pot) internal {
        uint256 word =
            uint256(pot.waiting) |
                (uint256(pot.treasury) << 96) |
                (uint256(pot.last) << 192) |
                (uint256(pot.first) << 224);
        assembly ("memory-safe") {
            sstore(place.slot, word)
        }
    }
}
