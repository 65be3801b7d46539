// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { Progress } from "./Types.sol";

/// @title What partners reach: tiers by the operator or by the terms' criteria, and milestones
/// @notice Only locked periods count, which nothing can change any more; where nothing is held, those that have ended. In what
/// has locked, a sale counts once for each partner that has a line in it, but for lines as a referrer.
interface IProgramTiers is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted when a partner's tier will change at the start of a period.
    /// @param number The partner's number.
    /// @param tier Index in `Terms.tiers`.
    /// @param fromPeriod The period from whose start on sales are posted at it.
    /// @param reason Why, in words; "graduation" where the terms' criteria were met.
    event TierChanged(uint256 indexed number, uint8 tier, uint256 fromPeriod, string reason);

    /// @notice Emitted when the operator attests a contribution score.
    /// @param number The partner's number.
    /// @param score The score, in the program's own measure.
    /// @param evidence Hash of what supports it.
    event ScoreAttested(uint256 indexed number, uint32 score, bytes32 evidence);

    /// @notice Emitted when a partner has reached a milestone: from now on it is owed.
    /// @param number The partner's number.
    /// @param milestone Index in `Terms.milestones`.
    /// @param currency In which it was reached and is paid.
    /// @param amount In the currency's smallest unit.
    event MilestoneReached(uint256 indexed number, uint256 indexed milestone, address currency, uint256 amount);

    /// @notice Emitted when a milestone becomes a partner's to claim, out of the reserve of milestones.
    /// @param number The partner's number.
    /// @param milestone Index in `Terms.milestones`.
    /// @param currency In which it was reached.
    /// @param amount In the currency's smallest unit.
    event MilestonePaid(uint256 indexed number, uint256 indexed milestone, address currency, uint256 amount);

    /* TIERS */

    /// @notice Gives a partner another tier from the next period's start.
    ///
    /// @dev Emits {TierChanged}.
    ///
    /// Notes:
    /// - Posted sales keep their rates.
    /// - A change that has not begun is replaced.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    /// - The tier is one of the terms', else {Program_UnknownTier}; the partner exists, else {Program_UnknownPartner}.
    ///
    /// @param number The partner's number.
    /// @param tier Index in `Terms.tiers`.
    /// @param reason Why, in words.
    function setTier(uint256 number, uint8 tier, string calldata reason) external;

    /// @notice Records a partner's contribution score, which graduations may ask for.
    ///
    /// @dev Emits {ScoreAttested}.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    /// - The partner exists, else {Program_UnknownPartner}.
    ///
    /// @param number The partner's number.
    /// @param score Replaces the one before.
    /// @param evidence Hash of what supports it.
    function attest(uint256 number, uint32 score, bytes32 evidence) external;

    /// @notice Gives a partner a higher tier from the next period's start, where it meets the tier's criteria, all of them.
    ///
    /// @dev Emits {TierChanged}.
    ///
    /// Notes:
    /// - Counts at most 600 periods with credits, and 76,800 in all; after longer silence call `countProgress` first.
    ///
    /// Requirements:
    /// - Anyone may call.
    /// - The partner exists, else {Program_UnknownPartner}, and is active, else {Program_PartnerNotActive}.
    /// - Its tier, as it is or will be, is lower, else {Program_AlreadyReached}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - The terms have criteria for the tier, else {Program_NotInTerms}; where something must be earned, they name an amount in
    ///   the currency, else {Program_NotInTerms} too.
    /// - The partner has reached each of them, else {Program_NotReached}, which names the first that is missing.
    ///
    /// @param number The partner's number.
    /// @param tier Index in `Terms.tiers`.
    /// @param currency In which what was earned and sold counts.
    function graduate(uint256 number, uint8 tier, address currency) external;

    /* MILESTONES */

    /// @notice Takes down that a partner has reached a milestone, and pays it to the partner's balance where the reserve of milestones
    /// covers it.
    ///
    /// @dev Emits {MilestoneReached}, and {MilestonePaid} where it is paid.
    ///
    /// Notes:
    /// - Each milestone is owed once to each partner, whatever its status: what locked is earned. From then on it is owed as it was
    ///   reached: no amendment changes it, and what is in the reserve or comes into it is for it, after those that were reached before,
    ///   each in whole. What the reserve does not cover waits for `payMilestone`.
    /// - A milestone's numbers never change, so nobody who is under way to one finds it moved.
    /// - Counts as many periods at most as `graduate`.
    ///
    /// Requirements:
    /// - Anyone may call in a program of one currency; where there are several, the partner's current wallet alone, who chooses
    ///   the currency, else {Program_NotAllowed}.
    /// - The partner exists, else {Program_UnknownPartner}; the milestone does, else {Program_NotInTerms}.
    /// - It was not reached before, in any currency, else {Program_AlreadyReached}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - The partner has reached it, else {Program_NotReached}.
    /// - It pays something in the currency, else {Program_NotInTerms}.
    ///
    /// @param number The partner's number.
    /// @param milestone Index in `Terms.milestones`.
    /// @param currency In which it was reached and is paid.
    function reachMilestone(uint256 number, uint256 milestone, address currency) external;

    /// @notice Pays a milestone that was reached when the reserve did not cover it.
    ///
    /// @dev Emits {MilestonePaid}.
    ///
    /// Requirements:
    /// - Anyone may call: the money goes to the partner's balance.
    /// - The partner exists, else {Program_UnknownPartner}, and is owed the milestone, else {Program_NothingWaits}.
    /// - What was put into the reserve covers it and all that were reached before it, else {Program_ReserveTooSmall}, which names
    ///   what was put in and what all of these come to.
    ///
    /// @param number The partner's number.
    /// @param milestone Index in `Terms.milestones`.
    function payMilestone(uint256 number, uint256 milestone) external;

    /* PROGRESS */

    /// @notice Counts locked periods towards graduation and milestones: at most 600 more with credits, and 76,800 in all.
    ///
    /// @dev Requirements:
    /// - Anyone may call.
    /// - The partner exists, else {Program_UnknownPartner}; `currency` is one of the terms', else {Program_UnknownCurrency}.
    ///
    /// @param number The partner's number.
    /// @param currency ETH or a token.
    /// @return progress What is counted then.
    function countProgress(uint256 number, address currency) external returns (Progress memory progress);

    /// @notice What a partner has reached, all locked periods counted.
    /// @dev Reverts as `countProgress`. Its cost grows with the periods that are not counted; meant for reading off chain.
    /// @param number The partner's number.
    /// @param currency ETH or a token.
    /// @return progress Sales, and what was earned less what was reversed, in the currency's smallest unit.
    function progressOf(uint256 number, address currency) external view returns (Progress memory progress);

    /// @notice Which milestones a partner has reached.
    /// @param number The partner's number.
    /// @return reached Bit `i` for the milestone `i`.
    function milestonesOf(uint256 number) external view returns (uint256 reached);

    /// @notice What a partner is owed for a milestone that it has reached and was not paid.
    /// @param number The partner's number.
    /// @param milestone Index in `Terms.milestones`.
    /// @return currency In which; zero where nothing is owed.
    /// @return amount In the currency's smallest unit.
    function milestoneDue(uint256 number, uint256 milestone) external view returns (address currency, uint256 amount);
}
