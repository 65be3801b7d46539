// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { Permit } from "./Types.sol";

/// @title The operator's funds, and money that comes in by a permit or unannounced
interface IProgramFunding is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted when plain transfers are counted as revenue of the program's first kind.
    /// @param currency ETH or the token.
    /// @param amount What was counted.
    event Synced(address indexed currency, uint256 amount);

    /// @notice Emitted when the operator's funds grow, from which sales paid elsewhere are funded.
    /// @param from Who added to them.
    /// @param currency ETH or the token.
    /// @param amount What arrived.
    event Funded(address indexed from, address indexed currency, uint256 amount);

    /// @notice Emitted when unused funds go back to the treasury.
    /// @param currency ETH or the token.
    /// @param amount What was paid.
    event FundsWithdrawn(address indexed currency, uint256 amount);

    /* FUNDS */

    /// @notice Adds to the operator's funds, from which posted sales that were paid elsewhere are funded.
    ///
    /// @dev Emits {Funded}.
    ///
    /// Notes:
    /// - Whoever adds has no claim to it any more: only the operator can withdraw funds, and only to the treasury.
    ///
    /// Requirements:
    /// - Anyone may call. A token must be approved to the program.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - `amount` is above 0, and something arrives, else {Program_ZeroAmount}; below 2^96, else {Program_AmountTooLarge}.
    /// - The ETH sent is `amount`, or 0 for a token, else {Program_WrongValue}.
    ///
    /// @param currency ETH or a token.
    /// @param amount To add, in the currency's smallest unit; a token counts by what arrives.
    function fund(address currency, uint256 amount) external payable;

    /// @notice `fund` and the approval that it takes in one call, for a token that knows EIP-2612.
    ///
    /// @dev As `fund`.
    ///
    /// Notes:
    /// - A permit that was used before, or that the token refuses, stops nothing where the allowance is enough.
    /// - The permit is the caller's, to the program, over `amount`.
    ///
    /// @param currency The token.
    /// @param amount To add, in the token's smallest unit.
    /// @param permit The caller's signature for the token.
    function fundWithPermit(address currency, uint256 amount, Permit calldata permit) external;

    /// @notice Sends unused funds to the treasury.
    ///
    /// @dev Emits {FundsWithdrawn}, then {Claimed} or {ClaimFailed} for the treasury.
    ///
    /// Notes:
    /// - They are the treasury's, which is paid all that it can claim. One that cannot be paid keeps its balance, and can have itself
    ///   paid elsewhere by `claimTo`.
    /// - What sales were posted with, and what is offered for a standing line, is no part of the funds any more.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - `amount` is above 0, else {Program_ZeroAmount}; at most the funds, else {Program_NotFunded}.
    ///
    /// @param currency ETH or a token.
    /// @param amount To send, in the currency's smallest unit.
    function withdrawFunds(address currency, uint256 amount) external;

    /* REVENUE */

    /// @notice Counts what arrived by plain transfer as revenue of the program's first kind.
    ///
    /// @dev Emits {Synced}.
    ///
    /// Notes:
    /// - ETH counts as it arrives; only ETH that was forced in waits for this.
    /// - A token that shrinks balances by itself has nothing to sync until it has made up for what it took.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - The balance is more than all that the program owes, else {Program_NothingToSync}.
    /// - The program has begun, else {Program_NotStarted}; the amount fits, else {Program_RevenueTooLarge}.
    ///
    /// @param currency ETH or a token.
    /// @return amount What was counted, in the currency's smallest unit.
    function sync(address currency) external returns (uint256 amount);

    /// @notice `pay` with a permit, as `fundWithPermit` takes it.
    /// @param kind Index in `Terms.kinds`.
    /// @param currency The token.
    /// @param amount To pay, in the token's smallest unit.
    /// @param permit The caller's signature for the token.
    function payWithPermit(uint8 kind, address currency, uint256 amount, Permit calldata permit) external;

    /// @notice `paySale` with a permit, as `fundWithPermit` takes it.
    /// @param saleId External id of the sale.
    /// @param kind Index in `Terms.kinds`.
    /// @param currency The token.
    /// @param amount The whole sale, in the token's smallest unit.
    /// @param permit The caller's signature for the token.
    function paySaleWithPermit(
        bytes32 saleId,
        uint8 kind,
        address currency,
        uint256 amount,
        Permit calldata permit
    ) external;
}
