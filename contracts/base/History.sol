// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ProgramBase } from "./ProgramBase.sol";
import { IProgramHistory } from "../interfaces/IProgramHistory.sol";

/// @title The program's memory of its own events: one word that commits to them, and says where the ones before lie
abstract contract History is ProgramBase {
    uint256 private constant BLOCK_BITS = 40;
    uint256 private constant VERSION = 1;

    /// @dev Begins the history.
    function _beginHistory(bytes32 termsHash) internal {
        _history = _word(keccak256(abi.encode(block.chainid, address(this), termsHash, VERSION)));
    }

    /// @dev Keeps the word before a period's first batch.
    function _keepCheckpoint(uint256 period) internal {
        if (_checkpoints[period] == 0) _checkpoints[period] = _history;
    }

    /// @dev Adds one log of a call that emits no other.
    /// @param hash See `Logs`.
    function _foldOne(bytes32 hash) internal {
        _fold(1, keccak256(bytes.concat(hash)));
    }

    /// @dev Adds the logs of a call.
    /// @param count How many.
    /// @param digest The hash of their hashes in order, see `Logs`.
    function _fold(uint256 count, bytes32 digest) internal {
        if (count == 0) return;
        uint256 previous = _history;
        _history = _word(keccak256(abi.encode(previous, block.number, block.timestamp, count, digest)));
        emit IProgramHistory.Folded(previous);
    }

    function _word(bytes32 hash) private view returns (uint256) {
        return (uint256(hash) << BLOCK_BITS) | (block.number & ((1 << BLOCK_BITS) - 1));
    }
}
