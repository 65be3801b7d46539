// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Terms } from "./TermsTypes.sol";

/// @title Checks terms and packs them
interface ITermsValidator {
    /// @notice Checks and packs terms, and puts the pages of their standing lines on chain where they are not yet.
    /// @dev Reverts with {TermsCheck} errors where the terms are malformed or could pay out more than their ceiling.
    /// @param since From when no sale may pay out more: for an amendment its start, for a program 0.
    /// @return packed What a program carries in its code; see `PackedTerms`.
    function press(Terms calldata terms, uint256 since) external returns (bytes memory packed);

    /// @notice The same without publishing pages.
    function plan(Terms calldata terms, uint256 since) external view returns (bytes memory packed);

    /// @notice Puts one page of the terms' standing lines on chain. Its address follows from its content alone.
    function publish(Terms calldata terms, uint256 page) external;
}
