// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";

/// @title What creation does first
interface IProgramCreation is IProgramErrors {
    /// @notice Emitted once, when the program is created.
    /// @param termsHash `keccak256(abi.encode(terms))`.
    /// @param name What the program is called.
    /// @param uri Where the terms file and what belongs to it can be read.
    event TermsAgreed(bytes32 indexed termsHash, string name, string uri);

    /// @notice Gives the powers to those whom the terms name, announces the terms, and enrolls their pools.
    ///
    /// @dev Emits {PowerPassed} for each power that somebody has, {TermsAgreed}, {PartnerEnrolled} for each pool, and OpenZeppelin's
    /// `Initialized`.
    ///
    /// Requirements:
    /// - It was not called before, else OpenZeppelin's `InvalidInitialization`: the factory calls it as it creates a program.
    ///
    /// @param uri Where the terms file and what belongs to it can be read.
    function initialize(string calldata uri) external;
}
