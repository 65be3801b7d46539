// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { DisputeState, Refund, ShownSale } from "./Types.sol";

/// @title What may become of a posted sale: refunds, and disputes that freeze its lines until the arbiter decides
/// @notice Frozen lines count in what the program owes and in nobody's balance. Standing lines are not frozen.
interface IProgramDisputes is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted for refunds, before their own events, where the attributor commits to what they follow from.
    /// @param evidence Hash of it. The program does not look at it.
    event EvidenceGiven(bytes32 indexed evidence);

    /// @notice Emitted for every refund.
    /// @param saleId External id of the sale.
    /// @param refundId External id of the refund.
    /// @param batch The sale's batch.
    /// @param place The sale's place in it, from 0.
    /// @param amount What of the sale was refunded.
    /// @param returned What goes back to whoever funded the sale.
    /// @param setAside What of `returned` standing lines and the residual give back: `returned − Σ reversed`. It is
    /// 0 where the lines, rounded up, give back more than is returned; the difference then stays as residual.
    /// @param reversed What each line gives back, in the order of the sale's words.
    /// @param reason Why, in words.
    event SaleRefunded(
        bytes32 indexed saleId,
        bytes32 indexed refundId,
        uint256 batch,
        uint256 place,
        uint256 amount,
        uint256 returned,
        uint256 setAside,
        uint256[] reversed,
        string reason
    );

    /// @notice Emitted where a refund is made already, or was planned on a sale of which others are made since.
    /// @param saleId External id of the sale.
    /// @param refundId External id of the refund.
    /// @param batch The sale's batch.
    /// @param place The sale's place in it, from 0.
    /// @param tag The sale's own one.
    event RefundSkipped(bytes32 indexed saleId, bytes32 indexed refundId, uint256 batch, uint256 place, uint64 tag);

    /// @notice Emitted when a sale's lines are frozen.
    /// @param saleId External id of the sale.
    /// @param partner The number of the partner who disputes it; 0 where it has an id that another sale had before.
    /// @param deadline When the sale stands as posted if the arbiter has not settled it.
    /// @param role Which role the partner has a line of, or claims; 255 where there is no partner.
    /// @param frozen What each line leaves its partner's books with, in the order of the sale's words.
    /// @param sale The sale once more, so that whoever settles it needs no older log.
    /// @param reason Why, in words.
    /// @param evidence Hash of what supports it.
    event SaleDisputed(
        bytes32 indexed saleId,
        uint256 indexed partner,
        uint40 deadline,
        uint256 role,
        uint256[] frozen,
        ShownSale sale,
        string reason,
        bytes32 evidence
    );

    /// @notice Emitted when one more partner disputes a sale that is frozen already.
    /// @param saleId External id of the sale.
    /// @param partner Its number.
    /// @param batch The sale's batch.
    /// @param place The sale's place in it, from 0.
    /// @param deadline When the sale stands as posted if the arbiter has not settled it, from now on.
    /// @param role Which role the partner has a line of, or claims.
    /// @param reason Why, in words.
    /// @param evidence Hash of what supports it.
    event DisputeJoined(
        bytes32 indexed saleId,
        uint256 indexed partner,
        uint256 batch,
        uint256 place,
        uint40 deadline,
        uint256 role,
        string reason,
        bytes32 evidence
    );

    /// @notice Emitted when a dispute ends.
    /// @param saleId External id of the sale.
    /// @param batch The sale's batch.
    /// @param place The sale's place in it, from 0.
    /// @param state How: the sale stands, is void, or has other partners.
    /// @param parties To whom each line's amount went: its partner's wallet. Empty where the sale is void.
    /// @param amounts What each line gave them.
    /// @param isFinal Whether the amounts are owed at once, because the sale's period is locked; else they are held again.
    /// @param returned What went back to whoever funded the sale.
    /// @param setAside What of `returned` standing lines and the residual gave back.
    /// @param reason Why, in words.
    event DisputeSettled(
        bytes32 indexed saleId,
        uint256 batch,
        uint256 place,
        DisputeState state,
        address[] parties,
        uint256[] amounts,
        bool isFinal,
        uint256 returned,
        uint256 setAside,
        string reason
    );

    /// @notice Emitted when a disputed sale has other partners, before {DisputeSettled}. From then on it is shown by these words
    /// alone.
    /// @param saleId External id of the sale.
    /// @param head As it was.
    /// @param words As they were, but for who the partners are.
    event SaleReattributed(bytes32 indexed saleId, uint256 head, uint256[] words);

    /// @notice Emitted when a sale is void, or frozen, because another one has its id.
    /// @param saleId External id of both.
    /// @param standing The one that stands: batch, and place in the lowest 16 bits.
    /// @param duplicate The other one.
    event SaleDuplicated(bytes32 indexed saleId, uint256 standing, uint256 duplicate);

    /* REFUNDS */

    /// @notice Reverses held sales, whole or in part, all or none.
    ///
    /// @dev Emits {EvidenceGiven} where evidence is named, then {SaleRefunded} or {RefundSkipped} for each.
    ///
    /// Notes:
    /// - After refunds of `r` of a sale of `s` a line of `a` has given back `⌈a × r ÷ s⌉`, at its own frozen rate.
    /// - A sale paid on chain returns exactly `r` to its payer, as a balance to claim. One paid elsewhere returns to the funds
    ///   what its lines and what it set aside give back.
    /// - The lines of a disputed sale give back out of what is frozen. Where nothing of it is left, each who disputes it has one more of
    ///   the running period's disputes, if it made one in that.
    /// - No refund can be disputed, to the last second of the hold: that a sale stands until it locks is the operator's word. A partner
    ///   disputes what is posted in its place.
    /// - The id of a sale that was paid here can be posted again where nothing of the sale is left.
    /// - A refund whose tag is not the sale's is skipped: it was made already, or planned without knowing of another one. So is
    ///   one of a sale that was made void, or re-attributed and is shown by its old words. So a repeated one is never counted
    ///   twice, and a stale one stops none beside it.
    ///
    /// Requirements:
    /// - The caller is the attributor or the operator, else {Program_PowerMissing}.
    /// - Where the terms limit refunds and the operator does not call, all of this period in the currency stay within the limit, else
    ///   {Program_RefundLimit}.
    /// - Each sale was posted as shown, else {Program_UnknownSale}.
    /// - Of each refund that is not skipped: its sale is held, else {Program_SaleLocked}; its amount is above 0, else {Program_ZeroAmount}, and at most what is left of the sale, else
    ///   {Program_RefundTooLarge}.
    ///
    /// @param refunds To make, one after the other.
    /// @param evidence Hash of what the refunds follow from; zero for none.
    function refund(Refund[] calldata refunds, bytes32 evidence) external;

    /* DISPUTES */

    /// @notice Freezes the lines of a held sale until the arbiter settles the dispute, or the deadline is over.
    ///
    /// @dev Emits {SaleDisputed}; {DisputeJoined} where others have frozen it already.
    ///
    /// Notes:
    /// - A partner disputes a sale that it has a line of, or names the role that it claims to have played.
    /// - Each partner disputes a sale once, and 13 do at most: it joins a dispute that is open, and one that ended with the sale standing
    ///   begins anew while the sale is held. So whom a wrong sale pays does not shield it by disputing it first.
    /// - The sale counts for no graduation or milestone while it is frozen.
    /// - The deadline is the end of the terms' dispute periods after the current one, counted from the last who disputes it.
    /// - A suspended partner disputes as others do, and what is then its is given to it.
    ///
    /// Requirements:
    /// - The caller is the current wallet of the partner, else {Program_NotAllowed}, which has not left, else
    ///   {Program_PartnerNotActive}, and was enrolled before the sale was posted, else {Program_PostedBefore}.
    /// - The sale was posted as shown, else {Program_UnknownSale}; the partner has a line of it, or the role is one that the terms have
    ///   and pay for sales of the kind or out of the residual, else {Program_UnknownRole}.
    /// - The terms know disputes, else {Program_NotInTerms}, and the partner has some left in this period, else
    ///   {Program_TooManyDisputes}, as where 13 have disputed the sale.
    /// - The sale was neither made void nor re-attributed, and not disputed by the same partner, else {Program_AlreadyDisputed}; is held,
    ///   else {Program_SaleLocked}; and something of it is left, else {Program_NothingLeft}.
    ///
    /// @param party The wallet the partner was enrolled with.
    /// @param sale The sale.
    /// @param role Index of the role that the partner has a line of, or claims.
    /// @param reason Why, in words.
    /// @param evidence Hash of what supports it.
    function dispute(
        address party,
        ShownSale calldata sale,
        uint256 role,
        string calldata reason,
        bytes32 evidence
    ) external;

    /// @notice Lets a disputed sale stand as posted.
    ///
    /// @dev Emits {DisputeSettled}.
    ///
    /// Notes:
    /// - Lines of a period that is held are held again; those of a locked one are owed at once.
    ///
    /// Requirements:
    /// - The caller is the arbiter, else {Program_PowerMissing}, and not suspended, else {Program_Suspended}.
    /// - The deadline is not over, else {Program_TooLate}.
    /// - The sale was posted as shown, else {Program_UnknownSale}, and a dispute of it is open, else {Program_NotDisputed}.
    ///
    /// @param sale The sale.
    /// @param reason Why, in words.
    function upholdSale(ShownSale calldata sale, string calldata reason) external;

    /// @notice Makes a disputed sale void: what is left of its lines goes back to whoever funded the sale.
    ///
    /// @dev Emits {DisputeSettled}.
    ///
    /// Notes:
    /// - While the sale's period is held this is a full refund of what is left: what it set aside for standing lines and the
    ///   residual goes back too. After that it is final, and the lines alone go back: to whoever funded the sale, and to nobody else.
    /// - Who disputes it has one more of the running period's disputes, if it made one in that.
    /// - The id of a sale that was paid here can be posted again.
    ///
    /// Requirements:
    /// - As `upholdSale`.
    ///
    /// @param sale The sale.
    /// @param reason Why, in words.
    function voidSale(ShownSale calldata sale, string calldata reason) external;

    /// @notice Gives the lines of a disputed sale to other partners. Their rates and amounts stay as they are.
    ///
    /// @dev Emits {DisputeSettled}.
    ///
    /// Notes:
    /// - Suspended or not, and wherever they are paid: no change of a partner's status takes from it what a dispute gives it.
    /// - The sale counts for its partners as it did for those before. One that pools alone had counts where the terms in force count sales.
    ///
    /// Requirements:
    /// - As `upholdSale`.
    /// - There is one partner for each line, else {Program_LinesMismatch}.
    /// - Each had a line of the sale or has disputed it, else {Program_NotInDispute}.
    /// - No line comes to the caller itself, else {Program_NotAllowed}.
    ///
    /// @param sale The sale.
    /// @param partners The number of each line's partner, in the order of the sale's words.
    /// @param reason Why, in words.
    function reattributeSale(ShownSale calldata sale, uint256[] calldata partners, string calldata reason) external;

    /// @notice Lets a disputed sale stand that was not settled by the deadline.
    ///
    /// @dev Emits {DisputeSettled}, without a reason.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - The sale was posted as shown, else {Program_UnknownSale}, and a dispute of it is open, else {Program_NotDisputed}.
    /// - Its deadline is over, else {Program_TooEarly}.
    ///
    /// @param sale The sale.
    function closeDispute(ShownSale calldata sale) external;

    /* DUPLICATES */

    /// @notice Makes a sale void that has the id of one that stands before it, or freezes it for the arbiter.
    ///
    /// @dev Emits {SaleDuplicated}, then {DisputeSettled} or {SaleDisputed}.
    ///
    /// Notes:
    /// - Before comes the one paid here; else the one of the earlier batch, or of the earlier place in it. Kinds and currencies
    ///   make no difference.
    /// - It is void where it is in the same currency and what refunds left of the standing one is at least its amount, whatever
    ///   became of a dispute of it: whoever it pays must not shield it by one. Else the arbiter decides, as of a dispute, by the
    ///   end of the terms' dispute periods, of one at least: a sale of one unit under a guessed id must not make others void.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - Both were posted as shown, else {Program_UnknownSale}; they are two, have one id, and stand in this order, else
    ///   {Program_NotDuplicate}.
    /// - Something is left of the standing one, else {Program_NothingLeft}; it is not void.
    /// - The other one is held, else {Program_SaleLocked}; something of it is left, else {Program_NothingLeft}; it was not
    ///   re-attributed, and where it is to be frozen not disputed before, else {Program_AlreadyDisputed}.
    ///
    /// @param standing The sale that stands.
    /// @param duplicate The other one.
    function voidDuplicate(ShownSale calldata standing, ShownSale calldata duplicate) external;
}
