// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../interfaces/ITermsErrors.sol";

/// @dev A buffer that is filled from the front.
struct Buffer {
    bytes data;
    uint256 size;
}

/// @title Packing numbers and text without padding
library ByteWriter {
    function create(uint256 capacity) internal pure returns (Buffer memory buffer) {
        // One word more than asked: a number is stored as a whole word whose tail is written over by the next.
        buffer.data = new bytes(capacity + 32);
    }

    /// @notice Appends `value` as `size` bytes, big-endian.
    function put(Buffer memory buffer, uint256 value, uint256 size) internal pure {
        bytes memory data = buffer.data;
        uint256 offset = buffer.size;
        // Sizes are at most 32, and the offset is below the capacity.
        unchecked {
            require(size == 32 || value >> (size << 3) == 0, ITermsErrors.ByteWriter_TooLarge(value, size));
            require(offset + 32 <= data.length, ITermsErrors.ByteWriter_Full(data.length, offset + 32));
            buffer.size = offset + size;
        }
        // Memory-safe: the word ends within the array by the check above. Its tail is written over by what follows.
        assembly ("memory-safe") {
            mstore(add(add(data, 0x20), offset), shl(sub(256, shl(3, size)), value))
        }
    }

    /// @notice Writes `value` into a field of `size` bytes that was written as zero, leaving all others.
    function patch(Buffer memory buffer, uint256 offset, uint256 value, uint256 size) internal pure {
        require(value >> (size * 8) == 0, ITermsErrors.ByteWriter_TooLarge(value, size));
        for (uint256 i = 0; i < size; ++i) {
            // Truncation is the point: one byte of the number at a time.
            buffer.data[offset + i] = bytes1(uint8(value >> (8 * (size - 1 - i))));
        }
    }

    /// @notice Appends a length byte and the text.
    function putText(Buffer memory buffer, string calldata text) internal pure {
        bytes calldata raw = bytes(text);
        require(raw.length < 256, ITermsErrors.ByteWriter_TextTooLong(text));
        put(buffer, raw.length, 1);
        bytes memory data = buffer.data;
        uint256 offset = buffer.size;
        require(
            offset + raw.length + 32 <= data.length,
            ITermsErrors.ByteWriter_Full(data.length, offset + raw.length + 32)
        );
        buffer.size = offset + raw.length;
        // Memory-safe: the text ends within the array by the check above.
        assembly ("memory-safe") {
            calldatacopy(add(add(data, 0x20), offset), raw.offset, raw.length)
        }
    }

    /// @notice Appends what another buffer has.
    function append(Buffer memory buffer, Buffer memory other) internal pure {
        bytes memory data = buffer.data;
        bytes memory more = other.data;
        uint256 offset = buffer.size;
        uint256 size = other.size;
        require(offset + size + 32 <= data.length, ITermsErrors.ByteWriter_Full(data.length, offset + size + 32));
        buffer.size = offset + size;
        // Memory-safe: what is copied ends within the array by the check above.
        assembly ("memory-safe") {
            mcopy(add(add(data, 0x20), offset), add(more, 0x20), size)
        }
    }

    /// @notice What was written, cut to its size. The buffer is not to be used after.
    function finish(Buffer memory buffer) internal pure returns (bytes memory data) {
        data = buffer.data;
        uint256 size = buffer.size;
        // Memory-safe: `size` is at most the allocated length, so this only shortens the array.
        assembly ("memory-safe") {
            mstore(data, size)
        }
    }
}
