// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @dev Sentences as they come.
struct Page {
    string[] words;
    uint256 count;
}

using Sentences for Page global;

/// @title An answer in sentences
library Sentences {
    uint256 private constant ROOM = 16;

    function add(Page memory self, string memory sentence) internal pure {
        if (self.count == self.words.length) {
            string[] memory larger = new string[](self.count * 2 + ROOM);
            for (uint256 i = 0; i < self.count; ++i) larger[i] = self.words[i];
            self.words = larger;
        }
        self.words[self.count++] = sentence;
    }

    function done(Page memory self) internal pure returns (string[] memory words) {
        words = self.words;
        uint256 count = self.count;
        // Memory-safe: it only shortens. A page always has a sentence, so that there is a list.
        assembly ("memory-safe") {
            mstore(words, count)
        }
    }
}
