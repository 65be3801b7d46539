// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "./ITermsErrors.sol";
import { Terms } from "./TermsTypes.sol";

/// @title Validates terms and packs them, for the factory and for amendments
/// @notice Holds no money and no power. Standing lines lie in *pages*, data contracts of at most 480 lines whose address
/// follows from their content alone: whoever publishes one, it is the same.
interface ITermsValidator is ITermsErrors {
    /// @notice Validates and packs terms, and puts the pages of their standing lines on chain where they are not yet.
    ///
    /// @dev Notes:
    /// - The worst case of every kind is worked out over all bonuses, tiers and years, and with all standing lines at their
    ///   highest together: a sale that would pay out more than the ceiling cannot come to be.
    /// - Those of an amendment are not asked anything: they are the program's, whose decimals the amendment takes over, and one that
    ///   answers no more stops nothing.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - The terms are well-formed, else {Terms_Invalid}, {Terms_ZeroAddress} or {Terms_TooManyCuts}; the currencies of a program
    ///   too, else {Terms_InvalidCurrency}, {Terms_ShareToken}, {Terms_SameToken} or {Terms_TooManyDecimals}; they fit the code of a program, else {ByteWriter_Full} or
    ///   {ByteWriter_TextTooLong}.
    /// - No sale could pay out more than its ceiling, else {Terms_PaysOverCeiling}.
    ///
    /// @param terms The whole agreement.
    /// @param since From when no sale may pay out more: for an amendment its start, for a program 0.
    /// @return packed What a program carries in its code; the layout is at `TermsLayout`.
    function validate(Terms calldata terms, uint256 since) external returns (bytes memory packed);

    /// @notice The same without publishing pages.
    /// @dev Reverts as `validate`.
    /// @param terms As in `validate`.
    /// @param since As in `validate`.
    /// @return packed As of `validate`.
    function plan(Terms calldata terms, uint256 since) external view returns (bytes memory packed);

    /// @notice Puts one page of the terms' standing lines on chain, ahead of a creation that could not hold them all.
    ///
    /// @dev Notes:
    /// - Publishing a page that is there does nothing.
    /// - Whether the terms pay out more than their ceiling is not looked at.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - The terms have the shape that `validate` asks for, else {Terms_Invalid} or {Terms_ZeroAddress}; tokens, cuts and the length of
    ///   texts are not looked at.
    /// - There is such a page: else it panics.
    ///
    /// @param terms The whole agreement.
    /// @param page Which page, counted from 0: lines `480 × page` and those after it.
    function publish(Terms calldata terms, uint256 page) external;
}
