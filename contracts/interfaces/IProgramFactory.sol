// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsValidator } from "./ITermsValidator.sol";
import { Terms } from "./TermsTypes.sol";

/// @title Creates programs at predictable addresses
interface IProgramFactory {
    /// @notice Emitted for every created program.
    event ProgramCreated(
        address indexed program,
        address indexed operator,
        bytes32 indexed termsHash,
        string name,
        string uri
    );

    /// @notice Creates a program with these terms.
    /// @dev Emits {ProgramCreated}. The address follows from the terms, the caller, the URI and the salt, so that nobody
    /// else can take it and a reorganised chain can put nothing else there. Reverts with {TermsCheck} errors where the
    /// terms are malformed or could pay out more than their ceiling.
    /// @param uri Where the terms file and what belongs to it can be read.
    /// @param salt Tells apart programs of the same caller with the same terms.
    function create(Terms calldata terms, string calldata uri, bytes32 salt) external returns (address program);

    /// @notice Where `create` by `caller` would put a program.
    function predict(
        Terms calldata terms,
        string calldata uri,
        bytes32 salt,
        address caller
    ) external view returns (address program);

    /// @notice The code that every program runs.
    function implementation() external view returns (address);

    /// @notice What checks and packs terms, and where pages of standing lines are published ahead.
    function press() external view returns (ITermsValidator);
}
