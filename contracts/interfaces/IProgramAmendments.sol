// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { ITermsErrors } from "./ITermsErrors.sol";
import { Terms } from "./TermsTypes.sol";
import { Amendment } from "./Types.sol";

/// @title Amendments: other terms, after the notice, never retroactive
/// @notice An amendment is in force from the start of the first period after the notice, if by then every holder has consented
/// whose standing line it ends earlier, or whose guarantee it could make worth less. Staying is accepting: a partner that does not want the new terms leaves, with all that
/// it earned. Programs with a notice of 0 periods are never amended.
interface IProgramAmendments is IProgramErrors, ITermsErrors {
    /* EVENTS */

    /// @notice Emitted when other terms are proposed.
    /// @param termsHash Of the new terms.
    /// @param from When they come into force if no consent is then missing.
    /// @param consents How many holders must consent.
    /// @param addresses Whether the treasury or the tax account would be another.
    /// @param uri Where the amendment is written for people.
    /// @param textHash The hash of what is written there.
    event AmendmentProposed(
        bytes32 indexed termsHash,
        uint40 from,
        uint256 consents,
        bool addresses,
        string uri,
        bytes32 textHash
    );

    /// @notice Emitted for each standing line whose holder must consent: it would end earlier, or what it is guaranteed would be worth
    /// less.
    /// @param line Index in `Terms.standing`.
    /// @param holder Whose consent is needed.
    /// @param termsHash Of the new terms.
    event ConsentNeeded(uint256 indexed line, address indexed holder, bytes32 termsHash);

    /// @notice Emitted when a holder consents.
    /// @param line Index in `Terms.standing`.
    /// @param holder Whose the line is.
    /// @param termsHash Of the new terms.
    event ConsentGiven(uint256 indexed line, address indexed holder, bytes32 termsHash);

    /// @notice Emitted when a proposed amendment is taken back.
    /// @param termsHash Of the terms that were proposed.
    event AmendmentWithdrawn(bytes32 indexed termsHash);

    /* PROPOSING */

    /// @notice Proposes other terms, in force at the start of the first period after the notice.
    ///
    /// @dev Emits {AmendmentProposed}, {ConsentNeeded} for each standing line that ends earlier, and {PartnerEnrolled} for each
    /// pool that is added.
    ///
    /// Notes:
    /// - The notice counts from the next period's start. An amendment begins no sooner than powers are handed over, so that the guardian
    ///   and the other two powers have as long to stop whoever stole the operator's key.
    /// - Powers, currencies, start, period, hold and rules stay; the notice of lines is never lowered. Kinds, tiers, pools, roles,
    ///   milestones and standing lines may be added at the end. A role keeps its name and what it is of, a kind whether it is an
    ///   outcome, a milestone all it says, a pool its name, and its holder even if its amendment never came into force.
    /// - The treasury and the tax account may be others from then on, where there is a tax account; what was settled for the old ones
    ///   stays theirs. Such an amendment the guardian can take back, too.
    /// - A standing line may end earlier, at the amendment's start or later, by its holder's consent. If it does not end before the
    ///   amendment's start it may end later or never; and it may earn on kinds that are added, or on all there are and will be if it
    ///   earned on all there were: that asks nobody but holders of guarantees. Nothing else of it can change: another rate is an end
    ///   and a line added for the same holder, which begins at the amendment's start or later.
    /// - A holder of a line that is guaranteed something, and that runs on, is asked before others can take more of the residual that
    ///   its guarantee is paid from: see {IAmendmentCheck}. A guarantee that is added needs nobody's consent, for it comes after all
    ///   older ones.
    /// - Whose line has ended otherwise, sold or by agreement or notice, is asked for nothing; terms may say so from then on.
    /// - No sale from that start on may pay out more than the ceiling.
    /// - One that lacks consents at its start never comes into force, and makes room for another.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    /// - The terms have a notice, else {Program_NotInTerms}; its end is a time below 2^40, else {Program_AmountTooLarge}.
    /// - Nothing changes that cannot, else {Program_NotAmendable}.
    /// - The new terms are valid, else an error of {ITermsErrors}.
    /// - No other amendment waits for its start, else {Program_AlreadyWaits}.
    /// - The holder of a pool that is added is no wallet that a partner is or was paid at beside its own, else
    ///   {Program_AlreadyEnrolled}: that wallet's number has another party's book.
    ///
    /// @param newTerms The new terms, whole.
    /// @param uri Where the amendment is written for people.
    /// @param textHash The hash of what is written there.
    function proposeAmendment(Terms calldata newTerms, string calldata uri, bytes32 textHash) external;

    /// @notice Consents to what the proposed amendment does to a standing line.
    ///
    /// @dev Emits {ConsentGiven}.
    ///
    /// Notes:
    /// - Cannot be taken back. Counts for this proposal alone: the same terms proposed again need it again.
    ///
    /// Requirements:
    /// - An amendment waits, else {Program_NothingWaits}, and its start is not over, else {Program_TooLate}.
    /// - It is the one that the caller names, else {Program_OtherTerms}.
    /// - The line is one of the terms in force, else {Program_UnknownLine}; who acts is its holder's current wallet, else
    ///   {Program_NotAllowed}.
    /// - The holder is asked and has not consented yet, else {Program_LineNotInForce}.
    ///
    /// @param line Index in `Terms.standing`.
    /// @param newTermsHash Of the new terms, as the holder has read them.
    function consent(uint256 line, bytes32 newTermsHash) external;

    /// @notice Takes back an amendment that is not in force.
    ///
    /// @dev Emits {AmendmentWithdrawn}.
    ///
    /// Requirements:
    /// - The caller is the operator, or the guardian where the amendment changes the treasury or the tax account, else
    ///   {Program_PowerMissing}.
    /// - An amendment waits, or lapsed without its consents, else {Program_NothingWaits}.
    function withdrawAmendment() external;

    /* READING */

    /// @notice The amendment that waits, or the last one.
    /// @return proposed Its terms' hash, when it comes or came into force, and how many consents are missing; a `from` of 0 where there
    /// is none.
    function amendment() external view returns (Amendment memory proposed);

    /// @notice The terms that it proposes.
    /// @dev Its cost grows with the terms; meant for reading off chain.
    /// @return amended Those in force where there is none.
    function amendedTerms() external view returns (Terms memory amended);
}
