// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { ShownSale } from "./Types.sol";

/// @title Sales that customers pay on chain, ahead of their attribution
interface IProgramPayments is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted when a customer pays a sale on chain, before the sale is attributed.
    /// @param saleId External id of the sale.
    /// @param payer Who paid, and whom refunds return to.
    /// @param kind Index of its kind.
    /// @param currency ETH or the token.
    /// @param amount What arrived.
    event SalePaid(bytes32 indexed saleId, address indexed payer, uint8 kind, address currency, uint256 amount);

    /// @notice Emitted when a payment that was not attributed in time is counted as revenue, or goes back to its payer
    /// because the sale was posted as paid elsewhere.
    /// @param saleId External id of the sale.
    /// @param payer Who had paid.
    /// @param toPayer Whether it is the payer's to claim; else it counts as revenue of its kind.
    event PaymentReleased(bytes32 indexed saleId, address indexed payer, bool toPayer);

    /* PAYING */

    /// @notice Pays a sale on chain, in whole, ahead of its attribution.
    ///
    /// @dev Emits {SalePaid}.
    ///
    /// Notes:
    /// - Refunds of the sale return to the payer, as a balance to claim.
    /// - If the attributor does not post it, anyone may release it once its period and the hold and one more period are over;
    ///   it then counts as revenue of its kind and cannot be refunded.
    /// - Anyone can pay under any id. A payment under an id that is not the payer's sale is not used, and waits as above.
    ///
    /// Requirements:
    /// - Anyone may call. A token must be approved to the program.
    /// - `kind` is one of the terms' and no outcome, else {Program_UnknownKind}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - The program has begun, else {Program_NotStarted}.
    /// - `saleId` is not zero, else {Program_ZeroSaleId}.
    /// - The caller has not paid this sale before, else {Program_AlreadyPaid}.
    /// - `amount` is above 0, and something arrives, else {Program_ZeroAmount}; below 2^96, else {Program_AmountTooLarge}.
    /// - The ETH sent is `amount`, or 0 for a token, else {Program_WrongValue}.
    ///
    /// @param saleId External id of the sale: the text itself up to 31 bytes, else its keccak256.
    /// @param kind Index in `Terms.kinds`.
    /// @param currency ETH or a token.
    /// @param amount The whole sale, in the currency's smallest unit; a token counts by what arrives.
    function paySale(bytes32 saleId, uint8 kind, address currency, uint256 amount) external payable;

    /// @notice Ends the waiting of a payment that was not attributed in time, or whose sale was posted as paid elsewhere or by
    /// another payer. In the second case the money is the payer's to claim, at once; in the first it counts as revenue.
    ///
    /// @dev Emits {PaymentReleased}.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - The payment waits, else {Program_NotPaid}.
    /// - The sale was posted as paid by another, or is shown, or the payment's period, the hold and one more period are over, else
    ///   {Program_PaymentPending}.
    /// - A sale that is shown has the id, else {Program_UnknownSale}, and was posted like that, else {Program_UnknownSale}; something of
    ///   it is left, else {Program_NothingLeft}.
    /// - The books can hold it, else {Program_RevenueTooLarge} or {Program_OwedTooMuch}.
    ///
    /// @param saleId External id of the sale.
    /// @param payer Who paid.
    /// @param sale The sale as it was posted, where it was paid elsewhere; empty for none.
    function releasePayment(bytes32 saleId, address payer, ShownSale calldata sale) external;
}
