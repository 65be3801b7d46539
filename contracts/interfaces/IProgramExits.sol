// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { LineState, Remedy } from "./Types.sol";

/// @title Standing lines that end before their time, or pause
/// @notice Every end and suspension takes effect at the next period's start, which no settlement has reached: what was earned
/// until then stays the holder's, and what a line then does not earn is residual. All but `withdrawBuyout`, `withdrawNotice` and
/// reading require a line of the terms, else {Program_UnknownLine}, that does not end by the next period's start anyway, else
/// {Program_LineNotInForce}.
interface IProgramExits is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted when the operator or the holder agrees to end a line, or no longer does.
    /// @param line Index in `Terms.standing`.
    /// @param by Who.
    /// @param sides For whom: bit 0 the operator, bit 1 the holder.
    /// @param agreed Whether it does.
    event ExitAgreed(uint256 indexed line, address indexed by, uint8 sides, bool agreed);

    /// @notice Emitted when the operator offers a price for a line.
    /// @param line Index in `Terms.standing`.
    /// @param currency ETH or the token.
    /// @param price In the currency's smallest unit.
    /// @param from From when on the holder can accept it.
    event BuyoutOffered(uint256 indexed line, address indexed currency, uint256 price, uint40 from);

    /// @notice Emitted when an offer goes back to the funds: withdrawn, replaced, or the line has ended.
    /// @param line Index in `Terms.standing`.
    /// @param currency ETH or the token.
    /// @param price What goes back.
    event BuyoutWithdrawn(uint256 indexed line, address indexed currency, uint256 price);

    /// @notice Emitted when a holder sells its line; the price is the holder's to claim.
    /// @param line Index in `Terms.standing`.
    /// @param holder Who sold it.
    /// @param currency ETH or the token.
    /// @param price In the currency's smallest unit.
    event BuyoutAccepted(uint256 indexed line, address indexed holder, address indexed currency, uint256 price);

    /// @notice Emitted when the arbiter announces a remedy.
    /// @param line Index in `Terms.standing`.
    /// @param remedy What will be done.
    /// @param until When the notice is over; it lapses one period later.
    /// @param reason Why, in words.
    /// @param evidence Hash of what supports it.
    event NoticeGiven(uint256 indexed line, Remedy remedy, uint40 until, string reason, bytes32 evidence);

    /// @notice Emitted when the arbiter takes a notice back.
    /// @param line Index in `Terms.standing`.
    event NoticeWithdrawn(uint256 indexed line);

    /// @notice Emitted when a line will earn nothing more.
    /// @param line Index in `Terms.standing`.
    /// @param from From when on.
    event LineEnded(uint256 indexed line, uint40 from);

    /// @notice Emitted when a line will earn nothing until it is resumed.
    /// @param line Index in `Terms.standing`.
    /// @param from From when on.
    event LineSuspended(uint256 indexed line, uint40 from);

    /// @notice Emitted when a suspended line will earn again.
    /// @param line Index in `Terms.standing`.
    /// @param from From when on.
    event LineResumed(uint256 indexed line, uint40 from);

    /* BY AGREEMENT */

    /// @notice Agrees to end a line, or no longer: it ends once both the operator and the holder have agreed.
    ///
    /// @dev Emits {ExitAgreed}; by the second of the two {LineEnded}, and {BuyoutWithdrawn} where a price was on offer.
    ///
    /// Notes:
    /// - One that is both operator and holder agrees for both at once.
    ///
    /// Requirements:
    /// - Who acts is the operator or the holder's current wallet, else {Program_NotAllowed}.
    ///
    /// @param line Index in `Terms.standing`.
    /// @param agreed False takes the caller's agreement back.
    function agreeExit(uint256 line, bool agreed) external;

    /* BUYOUT */

    /// @notice Offers the holder a price for its line, taken from the funds until the holder decides. It can be accepted once as many
    /// days have passed as powers take to be handed over.
    ///
    /// @dev Emits {BuyoutOffered}, and {BuyoutWithdrawn} before it where it replaces an earlier offer.
    ///
    /// Notes:
    /// - Hazard: else whoever stole the operator's key could have an accomplice's line sold to it for all the funds at once. Meanwhile
    ///   the guardian withdraws such an offer, or the operator's successor does.
    /// - An offer that replaces another takes its days anew.
    /// - The default price is the clause's multiple of what the line's last twelve locked periods earned, rounded down; of a
    ///   conditional line the last twelve settled ones, guarantees counted as they fall due.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - For the default the line has a clause of one, else {Program_NotInTerms}; it is above 0, else {Program_ZeroAmount}, and
    ///   below 2^96, else {Program_AmountTooLarge}.
    /// - The funds cover the price, else {Program_NotFunded}; what the earlier offer took counts as back in them.
    ///
    /// @param line Index in `Terms.standing`.
    /// @param currency ETH or a token.
    /// @param price In the currency's smallest unit; 0 for the default.
    function offerBuyout(uint256 line, address currency, uint96 price) external;

    /// @notice Takes an offer back to the funds, at any time until it is accepted.
    ///
    /// @dev Emits {BuyoutWithdrawn}.
    ///
    /// Requirements:
    /// - The caller is the operator or the guardian, else {Program_PowerMissing}.
    /// - An offer waits, else {Program_NothingWaits}.
    ///
    /// @param line Index in `Terms.standing`.
    function withdrawBuyout(uint256 line) external;

    /// @notice Sells the line: the price becomes the holder's to claim and the line ends, in one transaction.
    ///
    /// @dev Emits {BuyoutAccepted} and {LineEnded}.
    ///
    /// Notes:
    /// - The holder names currency and price, against an offer that changes under its hand.
    /// - What the line earns until the next period's start stays the holder's beside the price.
    ///
    /// Requirements:
    /// - Who acts is the holder's current wallet, else {Program_NotAllowed}.
    /// - An offer waits, else {Program_NothingWaits}, of exactly this, else {Program_OtherOffer}.
    /// - Its days are over, else {Program_TooEarly}.
    ///
    /// @param line Index in `Terms.standing`.
    /// @param currency The offer's, as the holder expects it.
    /// @param price The offer's, as the holder expects it.
    function acceptBuyout(uint256 line, address currency, uint96 price) external;

    /* BY THE ARBITER */

    /// @notice Announces that a line will be suspended (minimum effort) or ended (breach).
    ///
    /// @dev Emits {NoticeGiven}.
    ///
    /// Notes:
    /// - The notice takes as long as the terms' notice periods of lines, at least one, from now on. No amendment lowers them.
    /// - It lapses one period after it is over.
    ///
    /// Requirements:
    /// - The caller is the arbiter, else {Program_PowerMissing}, and not suspended, else {Program_Suspended}.
    /// - `remedy` is one, else {Program_NotInTerms}.
    /// - No other notice waits, else {Program_AlreadyWaits}.
    ///
    /// @param line Index in `Terms.standing`.
    /// @param remedy What will be done.
    /// @param reason Why, in words.
    /// @param evidence Hash of what supports it.
    function giveNotice(uint256 line, Remedy remedy, string calldata reason, bytes32 evidence) external;

    /// @notice Takes a notice back.
    ///
    /// @dev Emits {NoticeWithdrawn}.
    ///
    /// Requirements:
    /// - The caller is the arbiter, else {Program_PowerMissing}, and not suspended, else {Program_Suspended}.
    /// - A notice was given and not executed, else {Program_NothingWaits}.
    ///
    /// @param line Index in `Terms.standing`.
    function withdrawNotice(uint256 line) external;

    /// @notice Does what notice was given of, once the notice is over and before it lapses.
    ///
    /// @dev Emits {LineSuspended} or {LineEnded}; with the latter {BuyoutWithdrawn} where a price was on offer.
    ///
    /// Requirements:
    /// - The caller is the arbiter, else {Program_PowerMissing}, and not suspended, else {Program_Suspended}.
    /// - A notice was given and not executed, else {Program_NothingWaits}.
    /// - It is over, else {Program_TooEarly}, and has not lapsed, else {Program_TooLate}.
    /// - A line to be suspended is not to be so from the next period on anyway, else {Program_LineNotInForce}, and was suspended less
    ///   than four times, else {Program_TooManySuspensions}.
    ///
    /// @param line Index in `Terms.standing`.
    function executeNotice(uint256 line) external;

    /// @notice Lets a suspended line earn again, or undoes a suspension that has not begun.
    ///
    /// @dev Emits {LineResumed}.
    ///
    /// Requirements:
    /// - The caller is the arbiter, else {Program_PowerMissing}, and not suspended, else {Program_Suspended}.
    /// - The line would be suspended from the next period on, else {Program_LineNotInForce}.
    ///
    /// @param line Index in `Terms.standing`.
    function resumeLine(uint256 line) external;

    /* READING */

    /// @notice How a line stands: its holder, end, suspension, agreements, notice and offer.
    /// @dev Reverts with {Program_UnknownLine} where no line has this index.
    /// @param line Index in `Terms.standing`.
    /// @return state A notice that has lapsed is not told.
    function lineState(uint256 line) external view returns (LineState memory state);

    /// @notice Whether a standing line earns of a segment: it runs when that begins, no end that was agreed or ordered has come, and
    /// it is not suspended. What sales set aside for a line that does not is the residual's.
    /// @dev Reverts with {Program_UnknownLine} where no line has this index.
    /// @param line Index in `Terms.standing`.
    /// @param time When the segment begins, in seconds.
    /// @return earns By the terms in force, whatever the line's clauses hold back.
    function lineEarns(uint256 line, uint256 time) external view returns (bool earns);
}
