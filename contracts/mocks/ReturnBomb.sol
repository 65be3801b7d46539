// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Hostile receiver: answers ETH with 400 kB, whose copy its caller would pay for
contract ReturnBomb {
    uint256 private constant SIZE = 400_000;

    bool private immutable _reverts;

    constructor(bool reverts) {
        _reverts = reverts;
    }

    receive() external payable {
        bool reverts = _reverts;
        // Not memory-safe by the compiler's rules, and need not be: the call ends here.
        assembly {
            if reverts {
                revert(0, SIZE)
            }
            return(0, SIZE)
        }
    }
}
