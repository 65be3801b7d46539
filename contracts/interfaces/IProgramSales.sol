// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { NamedLine } from "./Types.sol";

/// @title Sales: priced, posted
/// @notice A sale is posted once it is attributed: the attributor says who played which role, the terms say what that pays. It
/// was paid elsewhere (card, invoice), and the operator's funds give what it owes others; or on chain with `paySale`.
interface IProgramSales is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted when the operator opens a lane.
    /// @param lane Its number.
    /// @param begins The first second that a window of it may reach.
    event LaneOpened(uint256 indexed lane, uint40 begins);

    /// @notice Emitted for every posted sale. The hash of this log, topics and data, is the sale's leaf in its batch.
    /// @param saleId External id of the sale.
    /// @param head amount 96 | segment 20 | kind 4 | currency 3 | paid here 1 | lines 6 | standing rate 20 | time 40 | batch 32 |
    /// place 16, from the lowest bit; see `SaleWords`.
    /// @param words A word for each line: partner 20 | role 4 | rate 20 | weight 32 | amount 96 | counts 1. Lines are those of the
    /// credits in their order, each followed by those of whoever referred its partner and then by the same partner's residual;
    /// then those of pools, in the order of the roles that nobody filled. Last, where the sale was paid here, its payer.
    event SalePosted(bytes32 indexed saleId, uint256 head, uint256[] words);

    /// @notice Emitted for every batch, after its sales.
    /// @param batch Its number, from 1.
    /// @param lane In which it was posted.
    /// @param evidence Hash of what the attribution follows from; zero where none was named. The program does not look at it.
    /// @param currency Of all its sales: ETH or the token.
    /// @param sales How many it has.
    /// @param from The first second of its window; 0 in the late lane.
    /// @param until The first second after it; 0 in the late lane.
    /// @param laneHead The lane's head after it.
    /// @param root Of the tree of its sales, as OpenZeppelin's merkle-tree makes it of their leaves, the last one first.
    event BatchPosted(
        uint256 indexed batch,
        uint256 indexed lane,
        bytes32 indexed evidence,
        address currency,
        uint256 sales,
        uint256 from,
        uint256 until,
        uint256 laneHead,
        bytes32 root
    );

    /* LANES */

    /// @notice Opens a lane: a source of sales of its own, which are posted in windows of time one after the other.
    ///
    /// @dev Emits {LaneOpened}. Two lanes are open from the beginning: lane 0, for sales that come late, which knows no windows;
    /// and lane 1, from the program's start on.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    /// - `lane` is from 2 to 15, else {Program_UnknownLane}, and not open, else {Program_LaneOpen}.
    /// - `begins` is above 0, else {Program_ZeroAmount}.
    ///
    /// @param lane Its number.
    /// @param begins The first second that a window of it may reach.
    function openLane(uint256 lane, uint40 begins) external;

    /// @notice A lane, in one currency.
    /// @dev Reverts with {Program_UnknownCurrency} where the currency is not one of the terms'.
    /// @param lane Its number.
    /// @param currency ETH or a token.
    /// @return begins The first second that a window may reach; 0 where the lane is not open, and for lane 0.
    /// @return until The first second that the next window may reach, once there was one; else 0.
    /// @return head What the next batch has to name; 0 where there was none.
    function laneOf(uint256 lane, address currency) external view returns (uint256 begins, uint256 until, uint256 head);

    /* POSTING */

    /// @notice Posts a batch of attributed sales, all or none: paid elsewhere, or on chain with `paySale`.
    ///
    /// @dev Emits {SalePosted} for each, then {BatchPosted}.
    ///
    /// Notes:
    /// - `packed` is, without padding and all numbers big-endian: partners 2 | sales 2 | for each partner its number 3, strictly
    ///   rising: all that lines of the batch go to, referrers and pools' books among them; then for each sale, ids strictly rising:
    ///   id 32 | time 5 | amount 12 | kind 1 | form 1 | payer 20, only where it was paid here | for each credit: place among the
    ///   batch's partners 2 | role 1 | weight 4, only with weights. `form` is how many credits, plus 64 where the sale was paid here,
    ///   plus 128 with weights. Without weights nobody shares a role.
    /// - Each line's rate is frozen: no later tier, tenure, volume or amendment re-prices it.
    /// - For sales paid elsewhere the funds give the lines and what is set aside for standing lines; the operator's residual is
    ///   netted out. Of a sale paid here all is shared; the operator's residual waits with the standing lines' share.
    /// - Sales belong to the period in which they are posted. Lines are held for the terms' hold; without hold they are owed at
    ///   once and cannot be refunded.
    /// - A batch is posted once: its lane's head changes with it. Windows of a lane do not overlap, so no sale of it is posted
    ///   twice by its time. The same id in two lanes is for `voidDuplicate`; without hold it is refused.
    /// - The attributor is trusted to say who brought a sale. What it can post is bounded by the funds and by the terms' limit
    ///   in a period, which refunds do not give back.
    ///
    /// Requirements:
    /// - The caller is the attributor, else {Program_PowerMissing}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}; the program has begun, else {Program_NotStarted}.
    /// - `lane` is open, else {Program_UnknownLane}; `head` is its head, else {Program_OtherHead}.
    /// - In the late lane the window is 0 to 0; in others it begins no earlier than the last one ended or the lane begins, ends
    ///   later than it begins and no later than now, else {Program_InvalidWindow}.
    /// - `packed` is as above, with at least one sale, else {Program_InvalidBatch}.
    /// - Of each sale: its id is above zero and the one before, else {Program_InvalidBatch}, and without hold new, else {Program_SaleAlreadyPosted}; its time is within the window, else {Program_OutsideWindow}; its kind is one
    ///   of the terms', else {Program_UnknownKind}; its amount is above 0, else {Program_ZeroAmount}; of an outcome it is what the
    ///   terms name, else {Program_OutcomeMismatch}.
    /// - Of each sale paid here: a payment of it by that payer waits, else {Program_NotPaid}, of the same kind, currency and amount,
    ///   else {Program_PaymentMismatch}; none of its id was posted as paid here, else {Program_SaleAlreadyPosted}.
    /// - Of each credit: its role is one of the terms', not a referred one, and nobody else's where there are no weights, else
    ///   {Program_UnknownRole}; its weight is above 0, else {Program_InvalidWeight}.
    /// - Each partner exists, else {Program_UnknownPartner}, and is active, else {Program_PartnerNotActive}. An active referrer or a
    ///   pool's book that a line goes to is among them, else {Program_NotInBatch}.
    /// - A sale has at most 33 lines, else {Program_TooManyLines}.
    /// - The books can hold it, else {Program_AmountTooLarge}, {Program_RevenueTooLarge}, {Program_OwedTooMuch} or, after 2^20
    ///   segments, {Program_TooOld}.
    /// - The period's sales stay within the terms' limit, else {Program_PostingLimit}.
    /// - The funds cover what the sales owe others, else {Program_NotFunded}.
    ///
    /// @param currency Of all the sales: ETH or a token.
    /// @param lane In which lane.
    /// @param head The lane's head in this currency, see `laneOf`: whoever posts has seen all before.
    /// @param from The first second of the window.
    /// @param until The first second after it.
    /// @param evidence Hash of what the attribution follows from; zero for none.
    /// @param packed The sales.
    function post(
        address currency,
        uint256 lane,
        uint256 head,
        uint256 from,
        uint256 until,
        bytes32 evidence,
        bytes calldata packed
    ) external;

    /// @notice What a sale would pay, were it posted now: its lines, the standing lines and the residual.
    ///
    /// @dev Notes:
    /// - Standing lines show `⌊rate × amount⌋`; over a period they earn `⌊rate × the period's revenue⌋`, less what their
    ///   clauses keep from them.
    /// - Funds, payments, windows and the limit of a period are not looked at, nor whether the id is new.
    ///
    /// Requirements:
    /// - As `post` of the currency, the partners, the sale's kind and amount, and its credits.
    ///
    /// @param currency ETH or a token.
    /// @param packed As in `post`; its first sale is the one.
    /// @return lines They add up to the sale's amount.
    function preview(address currency, bytes calldata packed) external view returns (NamedLine[] memory lines);
}
