// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramEvents } from "./IProgramEvents.sol";
import { Terms } from "./TermsTypes.sol";
import { Bucket, NamedLine, Solvency, Statement } from "./Types.sol";

/// @title Reading the terms and the books
interface IProgramViews is IProgramEvents {
    /* TERMS */

    /// @notice The whole agreement, as it was given at creation or by the last amendment in force.
    function terms() external view returns (Terms memory);

    /// @notice `keccak256(abi.encode(terms()))`.
    function termsHash() external view returns (bytes32);

    /* SALES */

    /// @notice What a posted sale pays, before refunds.
    function saleLines(bytes32 saleId) external view returns (NamedLine[] memory lines);

    /// @notice A posted sale.
    /// @return amount In the currency's smallest unit; 0 where there is no such sale.
    /// @return refunded How much of it was refunded.
    /// @return kind Index of its kind.
    /// @return currency ETH or the token.
    /// @return period In which it was posted.
    /// @return locksAt When its lines become final.
    function saleOf(
        bytes32 saleId
    )
        external
        view
        returns (uint256 amount, uint256 refunded, uint8 kind, address currency, uint256 period, uint256 locksAt);

    /* BOOKS */

    /// @notice The current period.
    function currentPeriod() external view returns (uint256);

    /// @notice When a period begins, ends and locks.
    function periodTimes(uint256 period) external view returns (uint256 starts, uint256 ends, uint256 locks);

    /// @notice A party's credits in one period.
    /// @dev Without hold, what was claimed is not told apart by period: `claimed` is 0 and `claimable` all that locked. Where
    /// a payment among many failed, its periods show as claimed and its amount is claimable in `account`.
    function statement(address party, address currency, uint256 period) external view returns (Statement memory);

    /// @notice A party's books from the first period on: credits, and what was settled for it.
    /// @dev Grows with the periods; meant for reading off chain.
    function account(address party, address currency) external view returns (Statement memory);

    /// @notice What a `claim` would pay now.
    function claimable(address party, address currency) external view returns (uint256);

    /// @notice What the program has and owes, per currency.
    function solvency() external view returns (Solvency[] memory);

    /// @notice Revenue and what it brought of one kind, in the segment of time that `time` falls in.
    function bucketAt(address currency, uint8 kind, uint256 time) external view returns (Bucket memory);
}
