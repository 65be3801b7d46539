// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Money that leaves, measured
library Sending {
    /// @dev Two roundings: of the shares that an amount is, and of what the shares left are.
    uint256 private constant MOST_MISSING = 2;

    /// @notice Sends ETH. Copies no return data: a recipient can burn the gas it is given, and nothing else.
    function sendEther(address to, uint256 amount, uint256 gasLimit) internal returns (bool success) {
        // Memory-safe: touches no memory.
        assembly ("memory-safe") {
            success := call(gasLimit, to, amount, 0, 0, 0, 0)
        }
    }

    /// @notice Whether a token that moved less than it was told to was rounding: one whose balances are shares times a rate may move up to
    /// two units less, which stay the party's. One that takes more, or much less, would make the books wrong.
    /// @param moved And `amount` that it was told to move, in the token's smallest unit.
    function isRounding(uint256 moved, uint256 amount) internal pure returns (bool) {
        return moved > 0 && moved < amount && amount - moved <= MOST_MISSING;
    }
}
