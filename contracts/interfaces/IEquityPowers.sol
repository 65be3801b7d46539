// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PlanPower, PlanPowerState } from "./EquityTypes.sol";
import { IEquityErrors } from "./IEquityErrors.sol";
import { Way } from "./Types.sol";

/// @title Powers of a plan: who holds them, and how they come to others
/// @notice As in programs: a power passes in two steps, once a delay is over and before as much time again has passed. So none goes to an
/// address that nobody has, a thief's proposals can be taken back, and nobody is irreplaceable.
/// ```
/// power        way        proposed by                        delay                     cancelled by
/// each         HandOver   its holder                         a hand-over's             its holder, the guardian
/// Operator     Joint      arbiter and guardian               a hand-over's             either of them
/// Arbiter      Joint      operator and guardian              a hand-over's             either of them
/// Guardian     Joint      operator and arbiter               a hand-over's             either of them
/// Treasury,    Joint      operator and arbiter               a hand-over's             either of them
/// TaxAccount
/// Operator     Notice     the guardian, or where there is    30 days, or a hand-over's any act of the operator, the guardian, who
///                         none the arbiter, once the         if it is longer           proposed it
///                         operator is silent
/// Arbiter      Notice     the operator                       30 days, or a hand-over's the arbiter, the operator, the guardian
///                                                            if it is longer
/// ```
/// - Who is replaced by the other two cannot stop it. What it proposed itself goes with it.
/// - The operator is silent once it has not acted for as long as the settings say; `alive` is an act.
interface IEquityPowers is IEquityErrors {
    /* EVENTS */

    /// @notice Emitted when a power comes to another holder, and at creation for each that has one.
    /// @param power Which.
    /// @param former Who had it; zero: nobody.
    /// @param holder Who has it now.
    event PowerPassed(PlanPower indexed power, address indexed former, address indexed holder);

    /// @notice Emitted when a next holder is proposed, and again when the second of two agrees.
    /// @param power Which.
    /// @param way How it would pass.
    /// @param to Who would have it.
    /// @param by Who proposes, or agrees.
    /// @param from When it can be accepted; 0 while the second of two has yet to agree.
    /// @param until When it lapses.
    event PowerProposed(
        PlanPower indexed power,
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
    event PowerCancelled(PlanPower indexed power, Way indexed way, address indexed to, address by);

    /* CREATION */

    /// @notice Gives the powers to whom the settings name, once. The factory calls it as it creates the plan.
    ///
    /// @dev Emits {PowerPassed} for each. Reverts with OpenZeppelin's `InvalidInitialization` where it was called before.
    function initialize() external;

    /* PASSING ON */

    /// @notice Proposes who is to have a power next.
    ///
    /// @dev Emits {PowerProposed}.
    ///
    /// Notes:
    /// - It takes the place of what was proposed in the same way. Of a `Joint` one the first of the two proposes and the second agrees by
    ///   proposing the same; another address begins anew. The delay counts from the second.
    ///
    /// Requirements:
    /// - The caller is one whom the table above names, else {EquityPlan_NotAllowed}.
    /// - `to` is neither zero nor the plan, else {EquityPlan_ZeroAddress}.
    /// - For a silent operator's, the settings know silence, else {EquityPlan_NotInSettings}, and it is over, else {EquityPlan_TooEarly}.
    ///
    /// @param power Which.
    /// @param way How.
    /// @param to Who is to have it.
    function proposePower(PlanPower power, Way way, address to) external;

    /// @notice Takes a proposal back.
    ///
    /// @dev Emits {PowerCancelled}.
    ///
    /// Requirements:
    /// - The caller is one whom the table above names, else {EquityPlan_NotAllowed}.
    /// - Something is proposed and has not lapsed, else {EquityPlan_NothingWaits}.
    ///
    /// @param power Which.
    /// @param way How it would have passed.
    function cancelPower(PlanPower power, Way way) external;

    /// @notice Takes a power that was proposed to the caller.
    ///
    /// @dev Emits {PowerPassed}.
    ///
    /// Requirements:
    /// - Something is proposed, agreed where it takes two, and has not lapsed, else {EquityPlan_NothingWaits}.
    /// - The caller is who it was proposed to, else {EquityPlan_NotAllowed}; the delay is over, else {EquityPlan_TooEarly}.
    ///
    /// @param power Which.
    /// @param way How it passes.
    function acceptPower(PlanPower power, Way way) external;

    /// @notice Does nothing but show that the operator is there. Every call that only the operator can make does the same.
    /// @dev Requirements: the caller is the operator, else {EquityPlan_PowerMissing}.
    function alive() external;

    /* READING */

    /// @notice How a power stands: its holder, and who is to have it next.
    /// @param power Which.
    /// @return state Proposals that lapsed, or that an act of the operator has cancelled, are not told.
    function powerState(PlanPower power) external view returns (PlanPowerState memory state);
}
