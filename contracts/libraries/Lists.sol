// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Lists without the compiler's checks of each access
/// @notice For the payments of many parties at once, where those checks would cost as much as all other reckoning. An index
/// must be below the list's length.
library Lists {
    /// @notice An entry of a list in calldata.
    function item(address[] calldata list, uint256 index) internal pure returns (address entry) {
        // Memory-safe: reads calldata alone, and cuts off what is no part of an address.
        assembly ("memory-safe") {
            entry := shr(96, shl(96, calldataload(add(list.offset, shl(5, index)))))
        }
    }

    /// @notice A list of zeros in fresh memory.
    function zeros(uint256 length) internal pure returns (uint256[] memory list) {
        // Memory-safe: takes fresh memory. What lies beyond the calldata reads as zero.
        assembly ("memory-safe") {
            list := mload(0x40)
            mstore(list, length)
            calldatacopy(add(list, 0x20), calldatasize(), shl(5, length))
            mstore(0x40, add(add(list, 0x20), shl(5, length)))
        }
    }

    /// @notice An entry of a list in memory.
    function get(uint256[] memory list, uint256 index) internal pure returns (uint256 entry) {
        // Memory-safe: within the list, by the condition above.
        assembly ("memory-safe") {
            entry := mload(add(add(list, 0x20), shl(5, index)))
        }
    }

    /// @notice Sets an entry of a list in memory.
    function set(uint256[] memory list, uint256 index, uint256 entry) internal pure {
        // Memory-safe: within the list, by the condition above.
        assembly ("memory-safe") {
            mstore(add(add(list, 0x20), shl(5, index)), entry)
        }
    }

    /// @notice Cuts a list in memory, or grows it within the room that was taken for it.
    function setLength(uint256[] memory list, uint256 length) internal pure {
        // Memory-safe: within the room, by the condition above.
        assembly ("memory-safe") {
            mstore(list, length)
        }
    }

    /// @notice The hash of some entries of a list in memory, one after the other.
    function hash(uint256[] memory list, uint256 first, uint256 count) internal pure returns (bytes32 result) {
        // Memory-safe: it only reads, within the list by the condition above.
        assembly ("memory-safe") {
            result := keccak256(add(add(list, 0x20), shl(5, first)), shl(5, count))
        }
    }

    /* MEMORY */

    function freeMemory() internal pure returns (uint256 pointer) {
        assembly ("memory-safe") {
            pointer := mload(0x40)
        }
    }

    /// @notice Gives back the memory taken since `pointer` was the free memory: nothing may refer to it any more.
    function releaseMemory(uint256 pointer) internal pure {
        assembly ("memory-safe") {
            mstore(0x40, pointer)
        }
    }
}
