// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The program's memory of its own events
/// @notice Each call that posts, refunds, disputes or decides, enrolls, changes a status, accepts the terms, opens a lane or concerns a power adds
/// the hashes of its logs to one running word. Whoever has the newest word can check any account of what happened, whoever gives it, and hop from one such call back to the one before.
/// ```
/// word    = hash 216 | block 40                                       the block of the last fold in the lowest bits
/// begins  = keccak256(chain id, program, terms hash, 1)               each 32 bytes
/// follows = keccak256(word before, block number, block time, logs, keccak256(hash of each log, in order))
/// log     = keccak256(topics ‖ data)
/// ```
/// Hashes of 256 bits are cut to their lowest 216.
interface IProgramHistory {
    /// @notice Emitted after the logs that were added, and not added itself.
    /// @param previous The word before.
    event Folded(uint256 previous);

    /// @notice The running word.
    function history() external view returns (uint256 word);

    /// @notice The word before a period's first batch.
    /// @param period Counted from 0.
    /// @return word 0 where none was posted in it.
    function checkpointOf(uint256 period) external view returns (uint256 word);
}
