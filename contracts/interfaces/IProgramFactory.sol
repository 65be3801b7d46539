// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "./ITermsErrors.sol";
import { ITermsValidator } from "./ITermsValidator.sol";
import { Terms } from "./TermsTypes.sol";

/// @title Creates programs at predictable addresses
/// @notice Holds no money and no power over what it created. Anyone may create programs.
interface IProgramFactory is ITermsErrors {
    /// @notice Emitted for every created program.
    /// @param program Its address.
    /// @param operator Who runs it, as the terms say.
    /// @param termsHash `keccak256(abi.encode(terms))`.
    /// @param name What it is called.
    /// @param uri Where the terms file and what belongs to it can be read.
    event ProgramCreated(
        address indexed program,
        address indexed operator,
        bytes32 indexed termsHash,
        string name,
        string uri
    );

    /// @notice Creates a program with these terms.
    ///
    /// @dev Emits {ProgramCreated}, and what the program's own `initialize` emits.
    ///
    /// Notes:
    /// - The address follows from the terms, the caller, the URI and the salt, so that nobody else can take it and a
    ///   reorganised chain can put nothing else there.
    /// - Creation does not make the caller anything: the roles are those that the terms name.
    /// - Whoever relies on the terms reads them from the program, not from the URI, which can change.
    /// - Terms with more standing lines than one transaction can hold: publish their pages first, see `ITermsValidator.publish`.
    ///
    /// Requirements:
    /// - The terms are well-formed, else {Terms_Invalid}, {Terms_ZeroAddress}, {Terms_InvalidCurrency},
    ///   {Terms_TooManyDecimals} or {Terms_TooManyCuts}; they fit the code of a program, else {ByteWriter_Full} or
    ///   {ByteWriter_TextTooLong}.
    /// - No sale could pay out more than its ceiling, else {Terms_PaysOverCeiling}.
    /// - The caller has not created the same program before, else OpenZeppelin's `FailedDeployment`.
    ///
    /// @param terms The whole agreement.
    /// @param uri Where the terms file and what belongs to it can be read.
    /// @param salt Tells apart programs of the same caller with the same terms.
    /// @return program Its address.
    function create(Terms calldata terms, string calldata uri, bytes32 salt) external returns (address program);

    /// @notice Where `create` by `caller` would put a program.
    /// @dev Reverts as `create` where the terms are refused.
    /// @param terms As in `create`.
    /// @param uri As in `create`.
    /// @param salt As in `create`.
    /// @param caller Who would call it.
    /// @return program Its address, whether or not it is there yet.
    function predict(
        Terms calldata terms,
        string calldata uri,
        bytes32 salt,
        address caller
    ) external view returns (address program);

    /// @notice The code that every program of this factory runs.
    function implementation() external view returns (address module);

    /// @notice What validates and packs terms, and where pages of standing lines are published ahead.
    function validator() external view returns (ITermsValidator module);

    /// @notice Reads the programs to people who have a block explorer and nothing else: see `IProgramReader`.
    function reader() external view returns (address module);
}
