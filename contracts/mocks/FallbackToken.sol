// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Hostile token: no token at all, only a fallback that answers everything with the same word
contract FallbackToken {
    uint256 private immutable _answer;
    bool private immutable _silent;

    /// @param silent Whether it answers with nothing instead.
    constructor(uint256 answer, bool silent) {
        _answer = answer;
        _silent = silent;
    }

    fallback() external payable {
        if (_silent) return;
        uint256 answer = _answer;
        // Memory-safe: writes scratch space, and the call ends here.
        assembly ("memory-safe") {
            mstore(0, answer)
            return(0, 32)
        }
    }
}
