// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @dev Tells whether a mutant is the one that this run of the tests is about: its number is the address that the block's
/// reward goes to. Reading the block makes a function `view`; the pointer says `pure`, since the number never changes within
/// a run and pure functions have mutants too.
function isMutant(uint256 number) pure returns (bool) {
    return activeMutant() == number;
}

function activeMutant() pure returns (uint256) {
    function() view returns (uint256) reading = _coinbase;
    function() pure returns (uint256) read;
    assembly ("memory-safe") {
        read := reading
    }
    return read();
}

function _coinbase() view returns (uint256 rewarded) {
    assembly ("memory-safe") {
        rewarded := coinbase()
    }
}
