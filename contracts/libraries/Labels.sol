// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Names as they are kept on chain, for whoever reads a block explorer
/// @notice What fits into 20 bytes is kept whole; of a longer name its beginning, and "…" behind it.
library Labels {
    uint256 private constant SIZE = 20;
    /// @dev In UTF-8.
    bytes3 private constant ELLIPSIS = 0xe280a6;

    function toLabel(string memory name) internal pure returns (bytes20 label) {
        bytes memory text = bytes(name);
        if (text.length <= SIZE) return bytes20(text);
        uint256 end = SIZE - ELLIPSIS.length;
        // A byte of the form 10xxxxxx goes on with a character that began before it.
        while (end > 0 && text[end] & 0xC0 == 0x80) --end;
        // Memory-safe: writes behind what is kept, within the text.
        assembly ("memory-safe") {
            mstore(text, end)
        }
        return bytes20(bytes.concat(text, ELLIPSIS));
    }

    function toText(bytes20 label) internal pure returns (string memory) {
        uint256 size = 0;
        while (size < SIZE && label[size] != 0) ++size;
        bytes memory text = bytes.concat(label);
        // Memory-safe: it only shortens.
        assembly ("memory-safe") {
            mstore(text, size)
        }
        return string(text);
    }
}
