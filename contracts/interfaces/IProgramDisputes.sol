// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { Dispute, DisputeState, Refund } from "./Types.sol";

/// @title What may become of a posted sale: refunds, and disputes that freeze its lines until the arbiter decides
/// @notice Frozen lines count in what the program owes and in nobody's balance. Standing lines are not frozen.
interface IProgramDisputes is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted for every refund.
    /// @param saleId External id of the sale.
    /// @param refundId External id of the refund.
    /// @param amount What of the sale was refunded.
    /// @param returned What goes back to whoever funded the sale.
    /// @param setAside What of `returned` standing lines and the residual give back: `returned − Σ reversed`. It is
    /// 0 where the lines, rounded up, give back more than is returned; the difference then stays as residual.
    /// @param reversed What each line gives back, in the order of `SalePosted.lines`.
    /// @param reason Why, in words.
    event SaleRefunded(
        bytes32 indexed saleId,
        bytes32 indexed refundId,
        uint256 amount,
        uint256 returned,
        uint256 setAside,
        uint256[] reversed,
        string reason
    );

    /// @notice Emitted when a sale's lines are frozen.
    /// @param saleId External id of the sale.
    /// @param partner The number of the partner who disputes it.
    /// @param deadline When the sale stands as posted if the arbiter has not settled it.
    /// @param frozen What each line leaves its partner's books with, in the order of `SalePosted.lines`.
    /// @param reason Why, in words.
    /// @param evidence Hash of what supports it.
    event SaleDisputed(
        bytes32 indexed saleId,
        uint256 indexed partner,
        uint40 deadline,
        uint256[] frozen,
        string reason,
        bytes32 evidence
    );

    /// @notice Emitted when a dispute ends.
    /// @param saleId External id of the sale.
    /// @param state How: the sale stands, is void, or has other partners.
    /// @param parties To whom each line's amount went: its partner's wallet. Empty where the sale is void.
    /// @param amounts What each line gave them.
    /// @param isFinal Whether the amounts are owed at once, because the sale's period is locked; else they are held again.
    /// @param returned What went back to whoever funded the sale.
    /// @param setAside What of `returned` standing lines and the residual gave back.
    /// @param reason Why, in words.
    event DisputeSettled(
        bytes32 indexed saleId,
        DisputeState state,
        address[] parties,
        uint256[] amounts,
        bool isFinal,
        uint256 returned,
        uint256 setAside,
        string reason
    );

    /* REFUNDS */

    /// @notice Reverses held sales, whole or in part, all or none.
    ///
    /// @dev Emits {EvidenceGiven} where evidence is named, then {SaleRefunded} for each.
    ///
    /// Notes:
    /// - After refunds of `r` of a sale of `s` a line of `a` has given back `⌈a × r ÷ s⌉`, at its own frozen rate.
    /// - A sale paid on chain returns exactly `r` to its payer, as a balance to claim. One paid elsewhere returns to the funds
    ///   what its lines and what it set aside give back.
    /// - The lines of a disputed sale give back out of what is frozen.
    ///
    /// Requirements:
    /// - The caller has the role of the attributor.
    /// - Of each refund: its id is new, else {Program_AlreadyRefunded}; its sale exists, else {Program_UnknownSale}, and is held,
    ///   else {Program_SaleLocked}; its amount is above 0, else {Program_ZeroAmount}, and at most what is left of the sale, else
    ///   {Program_RefundTooLarge}.
    ///
    /// @param refunds To make, one after the other.
    /// @param evidence Hash of what the refunds follow from; zero for none.
    function refund(Refund[] calldata refunds, bytes32 evidence) external;

    /* DISPUTES */

    /// @notice Freezes the lines of a held sale until the arbiter settles the dispute, or the deadline is over.
    ///
    /// @dev Emits {SaleDisputed}.
    ///
    /// Notes:
    /// - A sale can be disputed once, by any partner: it need not have a line in it.
    /// - The sale counts for no graduation or milestone while it is frozen.
    /// - The deadline is the end of the terms' dispute periods after the current one.
    ///
    /// Requirements:
    /// - The caller is the current wallet of a partner, else {Program_NotAllowed}, that has not left, else
    ///   {Program_PartnerNotActive}.
    /// - The sale was not disputed before, else {Program_AlreadyDisputed}; it exists, else {Program_UnknownSale}; is held, else
    ///   {Program_SaleLocked}; and something of it is left, else {Program_NothingLeft}.
    /// - The terms know disputes, else {Program_NotInTerms}, and the partner has some left in this period, else
    ///   {Program_TooManyDisputes}.
    ///
    /// @param saleId External id of the sale.
    /// @param reason Why, in words.
    /// @param evidence Hash of what supports it.
    function dispute(bytes32 saleId, string calldata reason, bytes32 evidence) external;

    /// @notice Lets a disputed sale stand as posted.
    ///
    /// @dev Emits {DisputeSettled}.
    ///
    /// Notes:
    /// - Lines of a period that is held are held again; those of a locked one are owed at once.
    ///
    /// Requirements:
    /// - The caller has the role of the arbiter.
    /// - The deadline is not over, else {Program_TooLate}.
    /// - A dispute of the sale is open, else {Program_NotDisputed}.
    ///
    /// @param saleId External id of the sale.
    /// @param reason Why, in words.
    function upholdSale(bytes32 saleId, string calldata reason) external;

    /// @notice Makes a disputed sale void: what is left of its lines goes back to whoever funded the sale.
    ///
    /// @dev Emits {DisputeSettled}.
    ///
    /// Notes:
    /// - While the sale's period is held this is a full refund of what is left: what it set aside for standing lines and the
    ///   residual goes back too. After that it is final, and the lines alone go back.
    ///
    /// Requirements:
    /// - As `upholdSale`.
    ///
    /// @param saleId External id of the sale.
    /// @param reason Why, in words.
    function voidSale(bytes32 saleId, string calldata reason) external;

    /// @notice Gives the lines of a disputed sale to other partners. Their rates and amounts stay as they are.
    ///
    /// @dev Emits {DisputeSettled}.
    ///
    /// Requirements:
    /// - As `upholdSale`.
    /// - There is one partner for each line, else {Program_LinesMismatch}.
    /// - Each exists, else {Program_UnknownPartner}, and is active, else {Program_PartnerNotActive}.
    /// - None was enrolled after the sale's period while the sale is held, else {Program_TooEarly}: it could not claim it. Once
    ///   the sale is locked the line is owed at once, and can be given to anyone active.
    ///
    /// @param saleId External id of the sale.
    /// @param partners The number of each line's partner, in the order of `SalePosted.lines`.
    /// @param reason Why, in words.
    function reattributeSale(bytes32 saleId, uint256[] calldata partners, string calldata reason) external;

    /// @notice Lets a disputed sale stand that was not settled by the deadline.
    ///
    /// @dev Emits {DisputeSettled}, without a reason.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - A dispute of the sale is open, else {Program_NotDisputed}.
    /// - Its deadline is over, else {Program_TooEarly}.
    ///
    /// @param saleId External id of the sale.
    function closeDispute(bytes32 saleId) external;

    /* READING */

    /// @notice A sale's dispute.
    /// @param saleId External id of the sale.
    /// @return Its state, who disputes it and until when it must be settled; all zero where it was never disputed.
    function disputeOf(bytes32 saleId) external view returns (Dispute memory);

    /// @notice What disputes freeze in a currency.
    /// @dev Reverts with {Program_UnknownCurrency} where the currency is not one of the terms'.
    /// @param currency ETH or a token.
    /// @return In the currency's smallest unit.
    function frozenOf(address currency) external view returns (uint256);
}
