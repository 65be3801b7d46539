// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IEquityErrors } from "./IEquityErrors.sol";
import { Leave } from "./EquityTypes.sol";

/// @title How holders leave a plan, and what an exit speeds up
/// @notice Whoever leaves keeps what is vested on the date of the leave, but for what the kind of leaving loses; the money of all that was
/// vested is owed whatever happens, and what was held for the rest is shared at once, or is the treasury's.
/// ```
/// kind       by              ahead                loses of the vested units     taken back until its date by
/// Resigned   the holder      the notice           resignLoss                    the holder
/// Dismissed  the operator    the notice           nothing                       the operator, the guardian
/// Cause      the arbiter     a hand-over's delay  causeLoss                     the arbiter, the operator, the guardian
/// ```
/// - No date is past. A notice with an earlier date takes the place of one with a later date; a decision for cause takes the place of
/// either. A grant leaves once. Nobody is paused while notice runs.
/// - Whoever is dismissed within the window after an exit has `⌊others × double⌋` more units vested. Dismissed before one, so many units
/// wait for it, with their money, until the window after the leave is over: then anybody gives them back (`lapse`).
interface IEquityLeaving is IEquityErrors {
    /* EVENTS */

    /// @notice Emitted when a leave gets its date.
    /// @param id The grant.
    /// @param kind How it leaves.
    /// @param date When.
    /// @param reason In words; empty for a resignation.
    /// @param evidence The hash of what proves it; 0 for none.
    event LeaveAnnounced(uint256 indexed id, Leave indexed kind, uint40 date, string reason, bytes32 evidence);

    /// @notice Emitted when that is taken back.
    /// @param id The grant.
    /// @param kind How it would have left.
    event LeaveWithdrawn(uint256 indexed id, Leave indexed kind);

    /// @notice Emitted when a holder has left.
    /// @param id The grant.
    /// @param kind How.
    /// @param kept Units that it keeps, all of them vested.
    /// @param contingent Units that wait for an exit beside these.
    /// @param lost Units that went back to the plan.
    event Left(uint256 indexed id, Leave indexed kind, uint256 kept, uint256 contingent, uint256 lost);

    /// @notice Emitted when units that waited for an exit in vain go back to the plan.
    /// @param id The grant.
    /// @param units How many.
    event Lapsed(uint256 indexed id, uint256 units);

    /// @notice Emitted when an exit is declared.
    /// @param date When it is in effect, unless it is vetoed before.
    /// @param by Who declared it.
    /// @param uri Where to read about it.
    event ExitDeclared(uint40 date, address indexed by, string uri);

    /// @notice Emitted when that is vetoed or taken back.
    /// @param by Who did.
    event ExitVetoed(address indexed by);

    /* LEAVING */

    /// @notice Gives notice that the holder leaves. It ends a pause.
    ///
    /// @dev Emits {LeaveAnnounced}, after {Resumed} where it was paused.
    ///
    /// Requirements:
    /// - The caller is the holder, else {EquityPlan_NotAllowed}.
    /// - The date is at least the notice ahead, else {EquityPlan_TooEarly}, and before that of any notice given, else
    ///   {EquityPlan_AlreadyWaits}.
    /// - The holder has not left, else {EquityPlan_HasLeft}, and has units, else {EquityPlan_NothingLeft}.
    ///
    /// @param id The grant.
    /// @param date When it leaves.
    function resign(uint256 id, uint40 date) external;

    /// @notice Gives a holder notice. It ends a pause.
    ///
    /// @dev Emits {LeaveAnnounced}, after {Resumed} where it was paused.
    ///
    /// Requirements:
    /// - The caller is the operator, else {EquityPlan_PowerMissing}.
    /// - All else as in `resign`.
    ///
    /// @param id The grant.
    /// @param date When it leaves.
    /// @param reason In words.
    function dismiss(uint256 id, uint40 date, string calldata reason) external;

    /// @notice Decides that a holder leaves for cause, once the delay of a hand-over is over. It ends a pause, and takes the place of any
    /// notice whose date has not come.
    ///
    /// @dev Emits {LeaveAnnounced}, after {Resumed} where it was paused.
    ///
    /// Notes:
    /// - The delay is for others to undo what a thief of the arbiter's key decides.
    ///
    /// Requirements:
    /// - The caller is the arbiter, else {EquityPlan_PowerMissing}.
    /// - The holder has not left, nor has the date of its leave come, else {EquityPlan_HasLeft}; it does not leave for cause already, else
    ///   {EquityPlan_AlreadyWaits}; it has units, else {EquityPlan_NothingLeft}.
    ///
    /// @param id The grant.
    /// @param reason In words.
    /// @param evidence The hash of what proves it.
    function dismissForCause(uint256 id, string calldata reason, bytes32 evidence) external;

    /// @notice Takes a leave back whose date has not come.
    ///
    /// @dev Emits {LeaveWithdrawn}.
    ///
    /// Requirements:
    /// - The caller is one whom the table above names, else {EquityPlan_NotAllowed}.
    /// - A leave waits, else {EquityPlan_NothingWaits}, and its date has not come, else {EquityPlan_TooLate}.
    ///
    /// @param id The grant.
    function withdrawLeave(uint256 id) external;

    /// @notice Books a leave whose date has come, as of that date.
    ///
    /// @dev Emits {Left}; {Shared} and {Freed} for each currency in which money arrived, or is nobody's any more; `Votes`' events.
    ///
    /// Notes:
    /// - Sources are pulled and money is shared first, as in `grant`. Where a token does not tell its balance it is passed over; a source
    ///   that owes stops this for 30 days after the date, and no longer.
    /// - Nothing is paid: all is to claim.
    ///
    /// Requirements:
    /// - Anyone may call. A leave waits, else {EquityPlan_NothingWaits}, and its date has come, else {EquityPlan_TooEarly}.
    /// - The grant has units, else {EquityPlan_NothingLeft}.
    /// - No source owes locked money after the pull, else {EquityPlan_SourceOwes}; each had the gas that it is promised, else
    ///   {EquityPlan_GasTooLow}.
    ///
    /// @param id The grant.
    function finishLeave(uint256 id) external;

    /// @notice Gives back to the plan what waited for an exit in vain, with what it earned.
    ///
    /// @dev Emits {Lapsed}, and {Freed} for each currency.
    ///
    /// Requirements:
    /// - Anyone may call. Units wait, else {EquityPlan_NothingWaits}, the window is over, else {EquityPlan_TooEarly}, and no exit came in
    ///   it, else {EquityPlan_IsExited}.
    ///
    /// @param id The grant.
    function lapse(uint256 id) external;

    /* EXIT */

    /// @notice Declares an exit: it is in effect once the notice is over, unless it is vetoed. There is one.
    ///
    /// @dev Emits {ExitDeclared}.
    ///
    /// Requirements:
    /// - The caller is the operator or the arbiter, else {EquityPlan_NotAllowed}.
    /// - None was declared before, else {EquityPlan_IsExited}.
    ///
    /// @param uri Where to read about it.
    function declareExit(string calldata uri) external;

    /// @notice Vetoes an exit that is not in effect, or takes it back.
    ///
    /// @dev Emits {ExitVetoed}.
    ///
    /// Requirements:
    /// - The caller is the operator, the arbiter or the guardian, else {EquityPlan_NotAllowed}.
    /// - One was declared, else {EquityPlan_NothingWaits}, and is not in effect, else {EquityPlan_TooLate}.
    function vetoExit() external;
}
