// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Events that are hashed as they are emitted
/// @notice The hash of a log is `keccak256(topics ‖ data)`.
library Logs {
    /// @notice An indexed address.
    function topicOf(address account) internal pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }

    /// @notice Emits an event with one indexed parameter.
    /// @param selector The event's.
    /// @param data What is not indexed, as `abi.encode` writes it.
    function emit1(bytes32 selector, bytes32 topic, bytes memory data) internal returns (bytes32) {
        // Memory-safe: it only reads.
        assembly ("memory-safe") {
            log2(add(data, 0x20), mload(data), selector, topic)
        }
        return keccak256(bytes.concat(selector, topic, data));
    }

    /// @notice The same with two.
    function emit2(bytes32 selector, bytes32 topic, bytes32 second, bytes memory data) internal returns (bytes32) {
        // Memory-safe: it only reads.
        assembly ("memory-safe") {
            log3(add(data, 0x20), mload(data), selector, topic, second)
        }
        return keccak256(bytes.concat(selector, topic, second, data));
    }

    /// @notice The same with three.
    function emit3(
        bytes32 selector,
        bytes32 topic,
        bytes32 second,
        bytes32 third,
        bytes memory data
    ) internal returns (bytes32) {
        // Memory-safe: it only reads.
        assembly ("memory-safe") {
            log4(add(data, 0x20), mload(data), selector, topic, second, third)
        }
        return keccak256(bytes.concat(selector, topic, second, third, data));
    }
}
