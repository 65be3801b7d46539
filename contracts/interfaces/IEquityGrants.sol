// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IEquityErrors } from "./IEquityErrors.sol";
import { NewGrant } from "./EquityTypes.sol";

/// @title Grants of a plan: made, paused, voted with; and the lines that its money comes from
/// @notice A grant's units earn above the level as it is when the grant is made, and above the hurdle of its class: nothing of what had
/// arrived, or was locked in a source, before.
interface IEquityGrants is IEquityErrors {
    /* EVENTS */

    /// @notice Emitted for every grant.
    /// @param id Its number, from 1.
    /// @param holder Whose it is.
    /// @param terms All that it promises.
    event Granted(uint256 indexed id, address indexed holder, NewGrant terms);

    /// @notice Emitted when a grant's clock stops.
    /// @param id The grant.
    event Paused(uint256 indexed id);

    /// @notice Emitted when it runs again.
    /// @param id The grant.
    /// @param shift Seconds that it stood still in all.
    event Resumed(uint256 indexed id, uint32 shift);

    /// @notice Emitted when another part of a grant's payments is withheld.
    /// @param id The grant.
    /// @param rate In ppm.
    event WithholdingChanged(uint256 indexed id, uint24 rate);

    /// @notice Emitted when the plan pulls from a line from now on.
    /// @param program The program.
    /// @param line The line that the plan holds there.
    event SourceAdded(address indexed program, uint256 indexed line);

    /* GRANTS */

    /// @notice Grants units.
    ///
    /// @dev Emits {Granted} for each; {Shared} where money had arrived; `Votes`' events for those past their cliff.
    ///
    /// Notes:
    /// - All that the sources have locked is pulled first, and what has arrived is shared, so that no grant earns of it. A source that
    ///   takes more gas than it is given here is pulled by a call of its own: `claimLine` of the program.
    /// - Units that are past their cliff vote at once; for others anybody calls `seat` then.
    /// - An operator that grants itself free units takes of what comes later, of the treasury's part or the holders'. What was earned
    ///   before it cannot touch.
    ///
    /// Requirements:
    /// - The caller is the operator, else {EquityPlan_PowerMissing}.
    /// - So many units are free, else {EquityPlan_NotAuthorised}; each grant has some, else {EquityPlan_ZeroAmount}.
    /// - The holder is neither zero nor the plan, else {EquityPlan_ZeroAddress}; the class is the plan's, else
    ///   {EquityPlan_UnknownClass}.
    /// - Rates are at most 100 %, else {EquityPlan_RateNotAllowed}. Withholding needs a tax account, else {EquityPlan_NotInSettings}.
    /// - No source owes locked money after the pull, else {EquityPlan_SourceOwes}; each had the gas that it is promised, else
    ///   {EquityPlan_GasTooLow}; all tokens tell their balances, else {EquityPlan_NotCounted}.
    ///
    /// @param list The grants.
    /// @return firstId The number of the first one; the others follow.
    function grant(NewGrant[] calldata list) external returns (uint256 firstId);

    /// @notice Makes the votes of a grant's units count once its cliff is over.
    ///
    /// @dev Emits `Votes`' events.
    ///
    /// Notes:
    /// - A cliff that an exit, a pause or a leave moves counts as it is then: units vote once time has vested the first of them, or could
    ///   have.
    ///
    /// Requirements:
    /// - Anyone may call. The grant is one, else {EquityPlan_UnknownGrant}, has units, else {EquityPlan_NothingLeft}, and was not called,
    ///   else {EquityPlan_IsCalled}.
    /// - Its cliff is over, else {EquityPlan_TooEarly} with the time at which it is if nothing pauses it.
    ///
    /// @param id The grant.
    function seat(uint256 id) external;

    /// @notice Stops a grant's clock, for as long as is left of the limit of pauses: then it runs by itself.
    ///
    /// @dev Emits {Paused}.
    ///
    /// Requirements:
    /// - The caller is the operator, else {EquityPlan_PowerMissing}.
    /// - The grant is one, else {EquityPlan_UnknownGrant}, does not leave, else {EquityPlan_HasLeft}, is not paused, else
    ///   {EquityPlan_IsPaused}, has begun, else {EquityPlan_TooEarly}, and has some of the limit left, else {EquityPlan_PauseLimit}.
    ///
    /// @param id The grant.
    function pause(uint256 id) external;

    /// @notice Lets a grant's clock run again.
    ///
    /// @dev Emits {Resumed}.
    ///
    /// Requirements:
    /// - The caller is the operator, the arbiter or the guardian, else {EquityPlan_NotAllowed}.
    /// - The grant is paused, else {EquityPlan_NotPaused}.
    ///
    /// @param id The grant.
    function resume(uint256 id) external;

    /// @notice Changes what is withheld of a grant's later payments for the tax account.
    ///
    /// @dev Emits {WithholdingChanged}.
    ///
    /// Requirements:
    /// - The caller is the holder, for more, or the operator, for less, else {EquityPlan_NotAllowed}.
    /// - The rate is at most 100 %, and on that side of the one before, else {EquityPlan_RateNotAllowed}.
    /// - The plan has a tax account, else {EquityPlan_NotInSettings}.
    ///
    /// @param id The grant.
    /// @param rate In ppm of each payment.
    function setWithholding(uint256 id, uint24 rate) external;

    /* SOURCES */

    /// @notice Pulls from a line that the plan holds whenever units are granted or lost. None is ever taken away; one whose line gets
    /// another holder is passed over.
    ///
    /// @dev Emits {SourceAdded}.
    ///
    /// Requirements:
    /// - The caller is the operator, else {EquityPlan_PowerMissing}.
    /// - The address is a program of the code that this plan's code knows, else {EquityPlan_NotAProgram}: so a source can neither lie
    ///   nor stop the plan.
    /// - The plan holds the line, else {EquityPlan_NotTheHolder}.
    /// - There are fewer than four, and not this one, else {EquityPlan_NoMoreSources}.
    ///
    /// @param program The program.
    /// @param line Index in its terms' standing lines.
    function addSource(address program, uint256 line) external;

    /* SIGNATURES */

    /// @notice Spends the caller's next nonce: what it signed with it, and was not used, is void.
    /// @return nonce The one that is spent.
    function useNonce() external returns (uint256 nonce);
}
