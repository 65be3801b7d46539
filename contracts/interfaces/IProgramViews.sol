// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { Terms } from "./TermsTypes.sol";
import { Bucket, Solvency, Statement } from "./Types.sol";

/// @title Reading the terms and the books
/// @notice Nothing here changes anything. Functions whose cost grows with terms, lines or periods are meant for reading off
/// chain, and say so.
interface IProgramViews is IProgramErrors {
    /* TERMS */

    /// @notice The whole agreement, as it was given at creation or by the last amendment in force.
    /// @dev Its cost grows with the terms; meant for reading off chain.
    /// @return deal Field by field what was given: `keccak256(abi.encode(terms()))` is `termsHash()`.
    function terms() external view returns (Terms memory deal);

    /// @notice The hash of the terms in force.
    /// @return hash `keccak256(abi.encode(terms()))`.
    function termsHash() external view returns (bytes32 hash);

    /* TIME */

    /// @notice The current period.
    /// @dev Reverts with {Program_NotStarted} before the program begins.
    /// @return period Counted from 0.
    function currentPeriod() external view returns (uint256 period);

    /// @notice When a period begins, ends and locks.
    /// @param period Counted from 0.
    /// @return starts Its first second.
    /// @return ends The first second after it.
    /// @return locks From when on its lines are final; without hold its start, for they lock as they are posted.
    function periodTimes(uint256 period) external view returns (uint256 starts, uint256 ends, uint256 locks);

    /* BOOKS */

    /// @notice A party's credits in one period.
    ///
    /// @dev Notes:
    /// - Without hold, what was claimed is not told apart by period: `claimed` is 0 and `claimable` all that locked.
    /// - Where a payment among many failed, its periods show as claimed and its amount is claimable in `account`.
    ///
    /// Requirements:
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    ///
    /// @param party The wallet a partner was enrolled with, or a pool's holder: who is both, or holds several pools, has one book.
    /// @param currency ETH or a token.
    /// @param period Counted from 0.
    /// @return books In the currency's smallest unit; all 0 where there are none.
    function statement(address party, address currency, uint256 period) external view returns (Statement memory books);

    /// @notice A party's books from the first period on: credits, and what was settled for it.
    /// @dev Reverts with {Program_UnknownCurrency}. Its cost grows with the periods that are not claimed; meant for reading off chain.
    /// @param party As in `claim`.
    /// @param currency ETH or a token.
    /// @return books In the currency's smallest unit. What standing lines earned counts once it is settled.
    function account(address party, address currency) external view returns (Statement memory books);

    /// @notice What a `claim` would pay now.
    /// @dev Reverts with {Program_UnknownCurrency}.
    /// @param party As in `claim`.
    /// @param currency ETH or a token.
    /// @return amount In the currency's smallest unit, of as many periods as one call looks up. Where the party has yet to accept the terms,
    /// its credits do not count, and without hold nothing does.
    function claimable(address party, address currency) external view returns (uint256 amount);

    /// @notice What the program has and owes, per currency.
    /// @return currencies One entry for each of `Terms.currencies`; all 0 at position 0 where the program takes no ETH.
    function solvency() external view returns (Solvency[] memory currencies);

    /// @notice Revenue of one kind, and what of it is set aside for standing lines and the residual, in one segment of time.
    ///
    /// @dev Requirements:
    /// - `kind` is one of the terms', else {Program_UnknownKind}; `currency` is, else {Program_UnknownCurrency}.
    /// - `time` is not before the program's start, else {Program_NotStarted}.
    ///
    /// @param currency ETH or a token.
    /// @param kind Index in `Terms.kinds`.
    /// @param time Any second of the segment.
    /// @return bucket In the currency's smallest unit; all 0 where nothing came in.
    function bucketAt(address currency, uint8 kind, uint256 time) external view returns (Bucket memory bucket);
}
