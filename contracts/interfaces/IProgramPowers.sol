// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { Power, PowerState, Way } from "./Types.sol";

/// @title Powers: who holds them, and how they come to others
/// @notice Whoever loses a key loses time alone; whoever's key is stolen has a delay in which others undo what the thief begins.
/// A power passes in two steps: it is proposed, and its next holder accepts, once the delay is over and before as much time
/// again has passed. So none goes to an address that nobody has, and a proposal left lying lapses.
/// ```
/// power        way        proposed by           delay                        cancelled by
/// Operator     HandOver   the operator          the terms' days              the operator, the guardian
///              Joint      guardian and arbiter  the terms' days              the guardian, the arbiter
///              Notice     the guardian, once    30 days, or the terms' days  the guardian; any act of the operator
///                         the operator is       if they are more
///                         silent
/// Attributor   HandOver   the operator          the terms' days              the operator, the guardian
/// Standby      HandOver   the operator          the terms' days              the operator, the guardian
/// Arbiter      HandOver   the arbiter           the terms' days              the arbiter, the guardian
///              Joint      operator and guardian the terms' days              the operator, the guardian
///              Notice     the operator          an amendment's notice, at    the operator, the guardian
///                                               least a period; it ends at
///                                               a period's start
/// Guardian     HandOver   the guardian          the terms' days              the guardian
///              Joint      operator and arbiter  the terms' days              the operator, the arbiter
/// ```
/// - Who is to be replaced by the other two cannot stop it: a thief of one key can neither stay nor lock the others out. What it
/// proposed itself goes with it.
/// - The operator is silent once the terms' periods have passed without a call that only the operator can make; `alive` is one. Terms
/// with 0 of them know no silence.
/// - A new arbiter decides the sales of batches posted after it accepted. Those posted before stay with the arbiter before it, or
/// with nobody where the other two replaced it: disputes then stand once their deadline is over.
/// - A guardian may be missing; operator and arbiter together can name one.
/// - The program's terms name the first holders; the holders now are `holders`.
interface IProgramPowers is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted when a power comes to another holder, and at creation for each that has one.
    /// @param power Which.
    /// @param former Who had it; zero: nobody.
    /// @param holder Who has it now; zero: nobody.
    event PowerPassed(Power indexed power, address indexed former, address indexed holder);

    /// @notice Emitted when a next holder is proposed, and again when the second of two agrees.
    /// @param power Which.
    /// @param way How it would pass.
    /// @param to Who would have it.
    /// @param by Who proposes, or agrees.
    /// @param from When it can be accepted; 0 while the second of two has yet to agree.
    /// @param until When it lapses.
    event PowerProposed(
        Power indexed power,
        Way indexed way,
        address indexed to,
        address by,
        uint40 from,
        uint40 until
    );

    /// @notice Emitted when a proposal is taken back.
    /// @param power Which.
    /// @param way How it would have passed.
    /// @param to Who would have had it.
    /// @param by Who took it back.
    event PowerCancelled(Power indexed power, Way indexed way, address indexed to, address by);

    /// @notice Emitted when the guardian suspends the arbiter.
    /// @param arbiter Who.
    /// @param until When it decides again.
    event ArbiterSuspended(address indexed arbiter, uint40 until);

    /// @notice Emitted when the guardian gives a new attributor the period's limits anew.
    /// @param attributor Who.
    /// @param period For which.
    event LimitsReset(address indexed attributor, uint32 period);

    /* PASSING ON */

    /// @notice Proposes who is to have a power next. Command: `roles propose`, and for two together `roles replace`.
    ///
    /// @dev Emits {PowerProposed}.
    ///
    /// Notes:
    /// - It takes the place of what was proposed in the same way. Of a `Joint` one the first of the two proposes and the
    ///   second agrees by proposing the same; another address begins anew. The delay counts from the second.
    /// - Whoever holds both of the powers that a `Joint` one needs proposes for both at once.
    ///
    /// Requirements:
    /// - The caller is one whom the table above names for this power and way, else {Program_NotAllowed}.
    /// - `to` is neither zero nor the program, else {Program_ZeroAddress}.
    /// - For a silent operator's, the terms know silence, else {Program_NotInTerms}, and it is over, else {Program_TooEarly}.
    ///
    /// @param power Which: 0 operator, 1 attributor, 2 standby, 3 arbiter, 4 guardian.
    /// @param way How: 0 hand-over, 1 joint, 2 notice.
    /// @param to Who is to have it.
    function proposePower(Power power, Way way, address to) external;

    /// @notice Takes a proposal back. Command: `roles cancel`.
    ///
    /// @dev Emits {PowerCancelled}.
    ///
    /// Requirements:
    /// - The caller is one whom the table above names, else {Program_NotAllowed}.
    /// - Something is proposed and has not lapsed, else {Program_NothingWaits}.
    ///
    /// @param power Which.
    /// @param way How it would have passed.
    function cancelPower(Power power, Way way) external;

    /// @notice Takes a power that was proposed to the caller. Command: `roles accept`.
    ///
    /// @dev Emits {PowerPassed}.
    ///
    /// Notes:
    /// - Everything that the former holder proposed alone is gone, and where the other two replaced it, whatever was proposed
    ///   for this power.
    /// - A new attributor, arbiter or operator begins anew: no suspension, no silence.
    ///
    /// Requirements:
    /// - Something is proposed and has not lapsed, else {Program_NothingWaits}.
    /// - The caller is who it was proposed to, else {Program_NotAllowed}.
    /// - The second of two has agreed, else {Program_NothingWaits}, and the delay is over, else {Program_TooEarly}.
    ///
    /// @param power Which.
    /// @param way How it passes.
    function acceptPower(Power power, Way way) external;

    /* THE ATTRIBUTOR */

    /// @notice Makes the standby the attributor, at once. Nobody is the standby then. Command: `roles standby`.
    ///
    /// @dev Emits {PowerPassed}, of the attributor and of the standby.
    ///
    /// Requirements:
    /// - The caller is the operator or the guardian, else {Program_NotAllowed}.
    /// - There is a standby, else {Program_NothingWaits}.
    function appointStandby() external;

    /// @notice Takes the attributor's power from it, at once: nothing is posted or refunded by it any more. Command: `roles remove`.
    ///
    /// @dev Emits {PowerPassed}.
    ///
    /// Requirements:
    /// - The caller is the operator or the guardian, else {Program_NotAllowed}.
    /// - There is an attributor, else {Program_NothingWaits}.
    function removeAttributor() external;

    /// @notice Gives a new attributor the limits of the running period anew, of posting and of refunds, in all currencies: a thief
    /// that used them up does not stop the sales of a whole period. Command: `roles reset`.
    ///
    /// @dev Emits {LimitsReset}.
    ///
    /// Requirements:
    /// - The caller is the guardian, else {Program_PowerMissing}.
    /// - The attributor came into office within the running period, else {Program_NothingWaits}.
    /// - The limits were not reset in it before, else {Program_AlreadyReset}.
    function resetLimits() external;

    /* THE ARBITER */

    /// @notice Suspends the arbiter for as long as a period, at once: it settles no dispute and gives, takes back and executes no
    /// notice until then. Command: `roles suspend`.
    ///
    /// @dev Emits {ArbiterSuspended}.
    ///
    /// Notes:
    /// - Its part in replacing the guardian or the operator it keeps: else a thief of the guardian's key could stay.
    /// - Disputes whose deadline passes meanwhile stand.
    /// - The same arbiter cannot be suspended again before it has been back for as long as a period.
    ///
    /// Requirements:
    /// - The caller is the guardian, else {Program_PowerMissing}.
    /// - The arbiter was not suspended before, or has been back for a period, else {Program_TooEarly}.
    function suspendArbiter() external;

    /* THE OPERATOR */

    /// @notice Does nothing but show that the operator is there. Command: `roles alive`.
    ///
    /// @dev Notes:
    /// - Every call that only the operator can make does the same.
    ///
    /// Requirements:
    /// - The caller is the operator, else {Program_PowerMissing}.
    function alive() external;

    /* READING */

    /// @notice Who holds the powers. Command: `roles show`, with all that follows.
    /// @return operator Runs the program.
    /// @return attributor Posts sales and refunds; zero: nobody.
    /// @return standby Can be made the attributor at once; zero: nobody.
    /// @return arbiter Settles disputes.
    /// @return guardian Stops what others do with their powers; zero: nobody.
    function holders()
        external
        view
        returns (address operator, address attributor, address standby, address arbiter, address guardian);

    /// @notice How a power stands: its holder, and who is to have it next.
    /// @param power Which.
    /// @return state Proposals that lapsed, or that an act of the operator has cancelled, are not told.
    function powerState(Power power) external view returns (PowerState memory state);
}
