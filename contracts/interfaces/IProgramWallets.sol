// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { Payout } from "./Types.sol";

/// @title Where partners are paid: withholding, moves to another wallet, recovery
/// @notice The recovery address comes before the wallet, whose key may be stolen: it cancels what the wallet proposes, the
/// wallet cannot cancel what it proposes, and it alone can name another one. So it undoes a theft of the wallet's key, and
/// whoever it is can take all later payments. A wallet that a partner was moved from has no say any more, and what it signed
/// is void.
interface IProgramWallets is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted when a partner chooses what is withheld of its payments.
    /// @param party The wallet it was enrolled with.
    /// @param rate In ppm.
    event WithholdingSet(address indexed party, uint24 rate);

    /// @notice Emitted when a partner names who may move its wallet.
    /// @param party The wallet it was enrolled with.
    /// @param recovery Zero for none.
    event RecoverySet(address indexed party, address indexed recovery);

    /// @notice Emitted when a move of a partner's wallet is proposed.
    /// @param party The wallet it was enrolled with.
    /// @param wallet Where it is to be paid.
    /// @param movesAt From when on the move can be finished.
    event MoveProposed(address indexed party, address indexed wallet, uint40 movesAt);

    /// @notice Emitted when a proposed move is taken back or replaced.
    /// @param party The wallet it was enrolled with.
    /// @param wallet Where it was to be paid.
    event MoveCancelled(address indexed party, address indexed wallet);

    /// @notice Emitted when a partner is paid at another wallet from now on.
    /// @param party The wallet it was enrolled with.
    /// @param wallet Where it is paid.
    event WalletMoved(address indexed party, address indexed wallet);

    /* WITHHOLDING */

    /// @notice Has a part of each later payment of the caller go to the tax account of the terms.
    ///
    /// @dev Emits {WithholdingSet}.
    ///
    /// Notes:
    /// - What is withheld is rounded down, and the tax account's to claim: its own account is the statement of it.
    ///
    /// Requirements:
    /// - The caller is the partner's current wallet, and the partner is not the tax account itself, else {Program_NotAllowed}.
    /// - The terms name a tax account, else {Program_NotInTerms}.
    /// - `rate` is at most 100 %, else {Program_RateTooHigh}.
    ///
    /// @param party The wallet the partner was enrolled with.
    /// @param rate In ppm of each payment; 0 for none.
    function setWithholding(address party, uint24 rate) external;

    /* MOVES */

    /// @notice Names who may move the partner's wallet beside its owner: for lost and for stolen keys.
    ///
    /// @dev Emits {RecoverySet}.
    ///
    /// Notes:
    /// - Whoever it is can have all payments after the delay, for the wallet cannot cancel what it proposes: a thief could.
    ///   Name only whom you trust with all of them.
    ///
    /// Requirements:
    /// - The caller is the partner's current wallet where there is no recovery address, else the recovery address itself;
    ///   else {Program_NotAllowed}.
    /// - No move waits, else {Program_AlreadyWaits}.
    ///
    /// @param party The wallet the partner was enrolled with.
    /// @param recovery Zero for none.
    function setRecovery(address party, address recovery) external;

    /// @notice Proposes to pay a partner at another wallet from `Rules.moveDays` on.
    ///
    /// @dev Emits {MoveProposed}, and {MoveCancelled} before it where the recovery address replaces what waits.
    ///
    /// Notes:
    /// - Until the move is finished nothing changes: payments go where they went.
    ///
    /// Requirements:
    /// - The caller is the partner's current wallet or its recovery address, else {Program_NotAllowed}.
    /// - `wallet` is neither zero nor the program, else {Program_ZeroAddress}.
    /// - Nobody else is enrolled with it or was ever paid at it, else {Program_AlreadyEnrolled}.
    /// - No move waits, or the caller is the recovery address, else {Program_AlreadyWaits}.
    ///
    /// @param party The wallet the partner was enrolled with.
    /// @param wallet Where it is to be paid; may be `party` again.
    function proposeMove(address party, address wallet) external;

    /// @notice Takes a proposed move back.
    ///
    /// @dev Emits {MoveCancelled}.
    ///
    /// Requirements:
    /// - The caller is the recovery address, or the partner's current wallet where that proposed the move, else
    ///   {Program_NotAllowed}.
    /// - A move waits, else {Program_NothingWaits}.
    ///
    /// @param party The wallet the partner was enrolled with.
    function cancelMove(address party) external;

    /// @notice Makes a proposed move whose delay is over. All that is owed and not yet paid is then paid at the new wallet, and
    /// the wallet before has no say any more.
    ///
    /// @dev Emits {WalletMoved}.
    ///
    /// Notes:
    /// - The new wallet itself finishes the move, so that none is taken that nobody has, or that does not want it.
    ///
    /// Requirements:
    /// - A move waits, else {Program_NothingWaits}.
    /// - The caller is the wallet that it goes to, else {Program_NotAllowed}.
    /// - The delay is over, else {Program_TooEarly}.
    /// - Nobody else was enrolled with the wallet in between, else {Program_AlreadyEnrolled}.
    ///
    /// @param party The wallet the partner was enrolled with.
    function finishMove(address party) external;

    /* READING */

    /// @notice Where a partner's payments go.
    /// @param party The wallet it was enrolled with.
    /// @return payout Its wallet, withholding and recovery address, and a move that waits; of anybody else its own address.
    function payoutOf(address party) external view returns (Payout memory payout);

    /// @notice What was withheld of a party's payments so far.
    /// @dev Reverts with {Program_UnknownCurrency} where the currency is not one of the terms'.
    /// @param party The wallet it was enrolled with.
    /// @param currency ETH or a token.
    /// @return amount In the currency's smallest unit.
    function withheldOf(address party, address currency) external view returns (uint256 amount);
}
