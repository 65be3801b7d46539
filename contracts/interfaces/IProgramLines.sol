// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { LineProgress } from "./Types.sol";

/// @title Standing lines and the residual: settled and guaranteed
/// @notice A standing line earns `⌊rate × revenue⌋` of each of its kinds in each segment, a stretch of one period in which no
/// standing rate changes. Receiving money stores nothing for it: what it earned is worked out when it is settled, once the
/// period is locked. A *conditional line* has a cap, a threshold or a guarantee, so that what it earns depends on what came
/// before, and a guarantee on its period's residual: all conditional lines are settled together with the residual, segment by
/// segment in order.
interface IProgramLines is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted when what a standing line earned becomes its holder's to claim.
    /// @param line Index in `Terms.standing`.
    /// @param holder Whose it is.
    /// @param currency ETH or the token.
    /// @param amount In the currency's smallest unit; 0 where nothing had locked.
    event LineSettled(uint256 indexed line, address indexed holder, address indexed currency, uint256 amount);

    /// @notice Emitted when the operator's residual becomes the treasury's to claim.
    /// @param currency ETH or the token.
    /// @param amount In the currency's smallest unit; 0 where nothing had locked.
    event ResidualSettled(address indexed currency, uint256 amount);

    /// @notice Emitted when a reserve grows.
    /// @param backs What it backs: a line, by its index in `Terms.standing`, or milestones: `FOR_MILESTONES`.
    /// @param from Who added to it.
    /// @param currency ETH or the token.
    /// @param amount What arrived.
    event ReserveAdded(uint256 indexed backs, address indexed from, address indexed currency, uint256 amount);

    /// @notice Emitted when what is left of a reserve goes to the treasury.
    /// @param backs What it backed: a line, or milestones.
    /// @param currency ETH or the token.
    /// @param amount What was paid.
    event ReserveWithdrawn(uint256 indexed backs, address indexed currency, uint256 amount);

    /// @notice Emitted when the operator announces what it will take out of the reserve of milestones, in place of what it announced
    /// before.
    /// @param currency ETH or the token.
    /// @param amount The most that it will take; 0 takes the announcement back.
    /// @param from From when on; it lapses one period later.
    event WithdrawalAnnounced(address indexed currency, uint256 amount, uint40 from);

    /// @notice Emitted when a period's guarantees, beyond what lines earned, were paid out of its residual and the lines' reserves.
    /// @param currency ETH or the token.
    /// @param period The period.
    /// @param fromResidual What its residual gave, arrears of earlier periods counted.
    /// @param fromReserve What the lines' reserves gave, each for its own line.
    event GuaranteesPaid(address indexed currency, uint256 indexed period, uint256 fromResidual, uint256 fromReserve);

    /// @notice Emitted when a guarantee could not be funded in whole.
    /// @param line Index in `Terms.standing`.
    /// @param currency ETH or the token.
    /// @param amount What nothing funded.
    /// @param arrears What the line now waits for.
    event ArrearsGrown(uint256 indexed line, address indexed currency, uint256 amount, uint256 arrears);

    /// @notice Emitted when arrears become the holder's to claim, out of what was added to the line's reserve.
    /// @param line Index in `Terms.standing`.
    /// @param holder Whose they are.
    /// @param currency ETH or the token.
    /// @param amount What was paid of them.
    event ArrearsPaid(uint256 indexed line, address indexed holder, address indexed currency, uint256 amount);

    /* SETTLING */

    /// @notice Makes what a standing line has earned and locked its holder's, and pays the holder all that it can claim.
    ///
    /// @dev Emits {LineSettled} and {Claimed}; for a conditional line what `claimResidual` emits.
    ///
    /// Notes:
    /// - Settles at most 600 segments, fewer for a line on more than four kinds; after longer silence call `settleLine` until it
    ///   finds something.
    /// - A conditional line is settled with the residual: this settles up to 64 segments of it first, fewer where many lines or
    ///   kinds make that much work.
    ///
    /// Requirements:
    /// - Anyone may call: the money goes nowhere but to the holder.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}; the line is, else {Program_UnknownLine}.
    /// - The holder can be paid something, else {Program_NothingToClaim}; it takes the payment, as in `claim`.
    /// - The holder is not owed 2^96 or more, else {Program_OwedTooMuch}: `claim` for it first.
    ///
    /// @param line Index in `Terms.standing`.
    /// @param currency ETH or a token.
    /// @return amount What the line settled, in the currency's smallest unit; what was paid is told by {Claimed}.
    function claimLine(uint256 line, address currency) external returns (uint256 amount);

    /// @notice The same without paying: for a holder that cannot be paid at its own address and signs a `claimTo`.
    ///
    /// @dev Emits {LineSettled}; for a conditional line what `claimResidual` emits, but for payments.
    ///
    /// Requirements:
    /// - As `claimLine`, but for what concerns the payment.
    ///
    /// @param line Index in `Terms.standing`.
    /// @param currency ETH or a token.
    /// @return amount What the line settled, in the currency's smallest unit.
    function settleLine(uint256 line, address currency) external returns (uint256 amount);

    /// @notice Makes the residual of locked periods the treasury's, and pays the treasury all that it can claim.
    ///
    /// @dev Emits {ResidualSettled}, {LineSettled} for each conditional line that earned something, {GuaranteesPaid} and
    /// {ArrearsGrown} for periods with guarantees, and {Claimed} or {ClaimFailed} for the treasury.
    ///
    /// Notes:
    /// - A treasury that cannot be paid at its own address can have itself paid elsewhere, by `claimTo`.
    /// - Cost grows with the number of standing lines and kinds: choose `segments` to fit. Any cutting into calls leaves the
    ///   same books.
    /// - A period's residual is the treasury's once all its segments are settled and its guarantees paid.
    ///
    /// Requirements:
    /// - Anyone may call: the money goes nowhere but to the treasury.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - No party is then owed 2^96 or more, else {Program_OwedTooMuch}.
    ///
    /// @param currency ETH or a token.
    /// @param segments The most segments to settle.
    /// @return amount What became the treasury's, in the currency's smallest unit.
    function claimResidual(address currency, uint256 segments) external returns (uint256 amount);

    /* GUARANTEES */

    /// @notice Adds to a reserve: that of one guaranteed line, or that of milestones. Each backs its own promise and no other.
    ///
    /// @dev Emits {ReserveAdded}, and {ArrearsPaid} where the line has arrears: they are paid first.
    ///
    /// Notes:
    /// - At a period's end each line's guarantee is paid in the order of the lines, older ones first: what the line is owed from
    ///   earlier periods and then what is due, out of the period's residual; what that does not cover of both, out of the line's own
    ///   reserve; what neither covers is owed.
    /// - Whoever adds has no claim to it any more.
    ///
    /// Requirements:
    /// - Anyone may call. A token must be approved to the program.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - The line is one of the terms', else {Program_UnknownLine}, and guaranteed something in the currency, or the terms have
    ///   milestones, else {Program_NotInTerms}.
    /// - `amount` is above 0, and something arrives, else {Program_ZeroAmount}; below 2^96, else {Program_AmountTooLarge}.
    /// - The ETH sent is `amount`, or 0 for a token, else {Program_WrongValue}.
    ///
    /// @param backs What it backs: a line, by its index in `Terms.standing`, or milestones: `FOR_MILESTONES`, 65,535.
    /// @param currency ETH or a token.
    /// @param amount To add, in the currency's smallest unit; a token counts by what arrives.
    function addReserve(uint256 backs, address currency, uint256 amount) external payable;

    /// @notice Announces what the operator will take out of the reserve of milestones, from the start of the period after the next on.
    ///
    /// @dev Emits {WithdrawalAnnounced}.
    ///
    /// Notes:
    /// - At least one whole period lies between: who has reached a milestone by now can have it taken down in that time, and what is
    ///   taken down is owed and stays.
    /// - Replaces what was announced before, notice and all. It lapses one period after it can be done.
    ///
    /// Requirements:
    /// - The caller has the role of the operator.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}; the time is below 2^40, else {Program_AmountTooLarge}.
    ///
    /// @param currency ETH or a token.
    /// @param amount The most that will be taken, in the currency's smallest unit; 0 takes the announcement back.
    function announceWithdrawal(address currency, uint96 amount) external;

    /// @notice Sends what a reserve holds and no promise needs to the treasury.
    ///
    /// @dev Emits {ReserveWithdrawn}.
    ///
    /// Notes:
    /// - Where something is left of a line's reserve the line has no arrears: what is left is left because all was paid.
    /// - What milestones that were reached are owed is no part of what can be withdrawn.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    /// - `currency` is one of the terms', else {Program_UnknownCurrency}.
    /// - `amount` is above 0, else {Program_ZeroAmount}; at most the reserve, else {Program_ReserveTooSmall}.
    /// - A line is one of the terms', else {Program_UnknownLine}, has ended and is settled to its end, else
    ///   {Program_ReserveNeeded}.
    /// - For milestones so much was announced, else {Program_NothingWaits}; the notice is over, else {Program_TooEarly}, and has not
    ///   lapsed, else {Program_TooLate}.
    ///
    /// @param backs What it backs: a line, or milestones: `FOR_MILESTONES`.
    /// @param currency ETH or a token.
    /// @param amount To send, in the currency's smallest unit.
    function withdrawReserve(uint256 backs, address currency, uint256 amount) external;

    /* READING */

    /// @notice What a standing line has earned and not yet settled.
    ///
    /// @dev Reverts as `settleLine` where currency or line are unknown. Its cost grows with the segments.
    ///
    /// @param line Index in `Terms.standing`.
    /// @param currency ETH or a token.
    /// @return held In periods that are not locked; for a conditional line as if they ended now, without guarantees.
    /// @return locked What `claimLine` would add for its holder.
    function lineEarnings(uint256 line, address currency) external view returns (uint256 held, uint256 locked);

    /// @notice What a `claimResidual` would add for the treasury.
    /// @dev Reverts with {Program_UnknownCurrency} where the currency is not one of the terms'.
    /// @param currency ETH or a token.
    /// @param segments The most segments to settle.
    /// @return locked In the currency's smallest unit.
    function residualEarnings(address currency, uint256 segments) external view returns (uint256 locked);

    /// @notice What a conditional line has earned towards its clauses, and its arrears.
    /// @dev Reverts as `settleLine` where currency or line are unknown.
    /// @param line Index in `Terms.standing`.
    /// @param currency ETH or a token.
    /// @return progress As of the last segment that was settled; all 0 for other lines.
    function lineProgress(uint256 line, address currency) external view returns (LineProgress memory progress);

    /// @notice What the operator has announced to take out of the reserve of milestones.
    /// @dev Reverts with {Program_UnknownCurrency} where the currency is not one of the terms'.
    /// @param currency ETH or a token.
    /// @return amount The most that it will take, in the currency's smallest unit.
    /// @return from From when on, for one period; 0 where nothing is announced.
    function announcedWithdrawal(address currency) external view returns (uint96 amount, uint40 from);

    /// @notice A reserve, and what its promise is owed that it does not cover; one of the two is 0.
    /// @dev Reverts with {Program_UnknownCurrency} where the currency is not one of the terms'.
    /// @param backs What it backs: a line, or milestones: `FOR_MILESTONES`.
    /// @param currency ETH or a token.
    /// @return reserve What is there for what is to come, in the currency's smallest unit.
    /// @return owed A line's arrears, as of the last period that was settled; of milestones what those that were reached miss.
    function reserveOf(uint256 backs, address currency) external view returns (uint256 reserve, uint256 owed);
}
