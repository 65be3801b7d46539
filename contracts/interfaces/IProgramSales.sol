// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { Line, NamedLine, Sale } from "./Types.sol";

/// @title Sales: paid here, priced, posted
/// @notice A sale is posted once it is attributed: the attributor says who played which role, the terms say what that pays. It
/// was paid elsewhere (card, invoice), and the operator's funds give what it owes others; or on chain with `paySale`.
interface IProgramSales is IProgramErrors {
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

    /// @notice Emitted when a payment is used for its sale, before {SalePosted}.
    /// @param saleId External id of the sale.
    /// @param payer Who had paid.
    event PaymentUsed(bytes32 indexed saleId, address indexed payer);

    /// @notice Emitted for a batch of sales or refunds, before their own events, where the attributor commits to what they
    /// follow from.
    /// @param evidence Hash of it. The program does not look at it.
    event EvidenceGiven(bytes32 indexed evidence);

    /// @notice Emitted for every posted sale, with its lines.
    /// @param saleId External id of the sale.
    /// @param kind Index of its kind.
    /// @param currency ETH or the token.
    /// @param amount The sale, in the currency's smallest unit.
    /// @param setAside What stays with the program for standing lines and the residual. For a sale paid elsewhere the funds
    /// gave this and the sum of the lines; for one paid on chain, it is the rest of the payment.
    /// @param lines Those of the credits in their order, each followed by those of whoever referred its partner and then by the
    /// same partner's residual; then those of pools, in the order of the roles that nobody filled. Their rates are frozen.
    event SalePosted(
        bytes32 indexed saleId,
        uint8 kind,
        address currency,
        uint256 amount,
        uint256 setAside,
        Line[] lines
    );

    /* PAYMENTS */

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
    /// - The sale was posted without it, or the payment's period, the hold and one more period are over, else
    ///   {Program_PaymentPending}.
    /// - The books can hold it, else {Program_RevenueTooLarge} or {Program_OwedTooMuch}.
    ///
    /// @param saleId External id of the sale.
    /// @param payer Who paid.
    function releasePayment(bytes32 saleId, address payer) external;

    /* POSTING */

    /// @notice Posts attributed sales that were paid elsewhere, all or none.
    ///
    /// @dev Emits {EvidenceGiven} where evidence is named, then {SalePosted} for each.
    ///
    /// Notes:
    /// - Each line's rate is frozen: no later tier, tenure, volume or amendment re-prices it.
    /// - The funds give the lines and what is set aside for standing lines; the operator's residual is netted out.
    /// - A sale belongs to the period in which it is posted. Its lines are held for the terms' hold; without hold they are
    ///   owed at once and cannot be refunded.
    /// - The attributor is trusted to say who brought a sale. What it can post is bounded by the funds and by the terms' limit
    ///   in a period, which refunds do not give back.
    ///
    /// Requirements:
    /// - The caller has the role of the attributor.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}; the program has begun, else {Program_NotStarted}.
    /// - Of each sale: its id is not zero, else {Program_ZeroSaleId}, and new, else {Program_SaleAlreadyPosted}; its kind is one
    ///   of the terms', else {Program_UnknownKind}; its amount is above 0, else {Program_ZeroAmount}, and below 2^96, else
    ///   {Program_AmountTooLarge}; of an outcome it is what the terms name, else {Program_OutcomeMismatch}.
    /// - Of each credit: its role is one of the terms' and not a referred one, else {Program_UnknownRole}; its weight is above 0
    ///   and below 2^32, else {Program_InvalidWeight}; its partner exists, else {Program_UnknownPartner}, and is active, else
    ///   {Program_PartnerNotActive}.
    /// - A sale has at most 33 lines, else {Program_TooManyLines}.
    /// - The books can hold it, else {Program_AmountTooLarge}, {Program_RevenueTooLarge}, {Program_OwedTooMuch} or, after 2^20
    ///   segments, {Program_TooOld}.
    /// - The period's sales stay within the terms' limit, else {Program_PostingLimit}.
    /// - The funds cover what the sales owe others, else {Program_NotFunded}.
    ///
    /// @param currency Of all the sales: ETH or a token.
    /// @param sales To post, priced one after the other.
    /// @param evidence Hash of what the attribution follows from; zero for none.
    function post(address currency, Sale[] calldata sales, bytes32 evidence) external;

    /// @notice Posts attributed sales that were paid on chain with `paySale`, all or none.
    ///
    /// @dev Emits {EvidenceGiven} where evidence is named, then {PaymentUsed} and {SalePosted} for each.
    ///
    /// Notes:
    /// - All of a payment is shared; the operator's residual waits with the standing lines' share until its period locks.
    /// - Else as `post`.
    ///
    /// Requirements:
    /// - As `post`, but for the funds, which are not touched.
    /// - There is one payer for each sale, else {Program_PayersMismatch}, and none is zero, else {Program_ZeroAddress}.
    /// - A payment of the sale by that payer waits, else {Program_NotPaid}, of the same kind, currency and amount, else
    ///   {Program_PaymentMismatch}. This is asked first: no payment waits for the id zero, nor one that was used before.
    ///
    /// @param currency Of all the sales: ETH or a token.
    /// @param sales To post.
    /// @param payers Who paid each sale.
    /// @param evidence As in `post`.
    function postPaid(address currency, Sale[] calldata sales, address[] calldata payers, bytes32 evidence) external;

    /// @notice What a sale would pay, were it posted now: its lines, the standing lines and the residual.
    ///
    /// @dev Notes:
    /// - Standing lines show `⌊rate × amount⌋`; over a period they earn `⌊rate × the period's revenue⌋`, less what their
    ///   clauses keep from them.
    /// - Funds, payments and the limit of a period are not looked at, nor whether the id is new.
    ///
    /// Requirements:
    /// - As `post` of the currency, the sale's kind and amount, and its credits.
    ///
    /// @param currency ETH or a token.
    /// @param sale The sale; its id only tells it in errors.
    /// @return lines They add up to the sale's amount.
    function preview(address currency, Sale calldata sale) external view returns (NamedLine[] memory lines);
}
