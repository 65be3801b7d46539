// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { Payout } from "./Types.sol";

/// @title Where parties are paid, and who speaks for them: withholding, recovery, moves to another wallet
/// @notice A *party* is an address that can be owed something: a partner by the wallet it was enrolled with, the holder of a standing
/// line or of a pool, the treasury, the tax account, a payer. It goes by that address for good. Its *current wallet* is that
/// address, or the one that it moved to: there it is paid, and that wallet alone speaks for it, whatever it is a party to. A wallet
/// that a party was moved from has no say any more, and what it signed is void. One wallet can be that of several parties, and a
/// party of its own: so nobody stops a move by enrolling its target, and no move stops an enrollment.
///
/// The recovery address comes before the wallet, whose key may be stolen: it cancels the move that the wallet proposes, and
/// the wallet cannot cancel the one that it proposes. So it undoes a theft of the wallet's key, and whoever it is can take all later
/// payments. To name one takes as long as a move, and until then the wallet, or the recovery address in force, can cancel it.
interface IProgramWallets is IProgramErrors {
    /* EVENTS */

    /// @notice Emitted when a party chooses what is withheld of its payments.
    /// @param party The address it goes by.
    /// @param rate In ppm.
    event WithholdingSet(address indexed party, uint24 rate);

    /// @notice Emitted when it is proposed who may move a party's wallet.
    /// @param party The address it goes by.
    /// @param recovery Zero for none.
    /// @param from When that is so, unless it is cancelled before.
    event RecoverySet(address indexed party, address indexed recovery, uint40 from);

    /// @notice Emitted when a proposed recovery address is taken back.
    /// @param party The address it goes by.
    /// @param recovery The one proposed.
    event RecoveryCancelled(address indexed party, address indexed recovery);

    /// @notice Emitted when a move of a party's wallet is proposed.
    /// @param party The address it goes by.
    /// @param wallet Where it is to be paid.
    /// @param movesAt From when on the move can be finished.
    /// @param movesUntil When it lapses.
    event MoveProposed(address indexed party, address indexed wallet, uint40 movesAt, uint40 movesUntil);

    /// @notice Emitted when a proposed move is taken back or replaced.
    /// @param party The address it goes by.
    /// @param wallet Where it was to be paid.
    event MoveCancelled(address indexed party, address indexed wallet);

    /// @notice Emitted when a party is paid at another wallet from now on.
    /// @param party The address it goes by.
    /// @param wallet Where it is paid.
    event WalletMoved(address indexed party, address indexed wallet);

    /* WITHHOLDING */

    /// @notice Has a part of each later payment of a party go to the tax account of the terms.
    ///
    /// @dev Emits {WithholdingSet}.
    ///
    /// Notes:
    /// - What is withheld is rounded down, and the tax account's to claim: its own account is the statement of it.
    ///
    /// Requirements:
    /// - The caller is the party's current wallet, and the party is not the tax account itself, else {Program_NotAllowed}.
    /// - The terms name a tax account, else {Program_NotInTerms}.
    /// - `rate` is at most 100 %, else {Program_RateTooHigh}.
    ///
    /// @param party The address it goes by.
    /// @param rate In ppm of each payment; 0 for none.
    function setWithholding(address party, uint24 rate) external;

    /* RECOVERY */

    /// @notice Proposes who may move a party's wallet beside its owner: for lost and for stolen keys. It is in force after
    /// `Rules.moveDays`, by itself.
    ///
    /// @dev Emits {RecoverySet}.
    ///
    /// Notes:
    /// - Whoever it is can have all payments after the delay, for the wallet cannot cancel the move that it proposes: a thief could.
    ///   Name only whom you trust with all of them.
    /// - Until another one is in force, the one before can do all that it could.
    ///
    /// Requirements:
    /// - The caller is the party's current wallet or its recovery address, else {Program_NotAllowed}.
    /// - No move and no other recovery address waits, else {Program_AlreadyWaits}.
    ///
    /// @param party The address it goes by.
    /// @param recovery Zero for none.
    function setRecovery(address party, address recovery) external;

    /// @notice Takes a proposed recovery address back that is not in force yet.
    ///
    /// @dev Emits {RecoveryCancelled}.
    ///
    /// Requirements:
    /// - The caller is the party's current wallet or the recovery address in force, else {Program_NotAllowed}.
    /// - One waits, else {Program_NothingWaits}.
    ///
    /// @param party The address it goes by.
    function cancelRecovery(address party) external;

    /* MOVES */

    /// @notice Proposes to pay a party at another wallet from `Rules.moveDays` on. It lapses after twice that time, where it is none
    /// after a day.
    ///
    /// @dev Emits {MoveProposed}; where the recovery address calls, before it {RecoveryCancelled} for another one that waits, and
    /// {MoveCancelled} for a move that it replaces.
    ///
    /// Notes:
    /// - Until the move is finished nothing changes: payments go where they went.
    /// - The wallet may be another party, or that of another.
    ///
    /// Requirements:
    /// - The caller is the party's current wallet or its recovery address, else {Program_NotAllowed}.
    /// - `wallet` is neither zero nor the program, else {Program_ZeroAddress}.
    /// - No move waits, or the caller is the recovery address, else {Program_AlreadyWaits}.
    ///
    /// @param party The address it goes by.
    /// @param wallet Where it is to be paid; may be `party` again.
    function proposeMove(address party, address wallet) external;

    /// @notice Takes a proposed move back.
    ///
    /// @dev Emits {MoveCancelled}.
    ///
    /// Requirements:
    /// - The caller is the recovery address, or the party's current wallet where that proposed the move, else
    ///   {Program_NotAllowed}.
    /// - A move waits, else {Program_NothingWaits}.
    ///
    /// @param party The address it goes by.
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
    /// - A move was proposed, else {Program_NothingWaits}.
    /// - The caller is the wallet that it goes to, else {Program_NotAllowed}.
    /// - The delay is over, else {Program_TooEarly}, and the move has not lapsed, else {Program_TooLate}.
    ///
    /// @param party The address it goes by.
    function finishMove(address party) external;

    /* READING */

    /// @notice Where a party's money and rights are.
    /// @param party The address it goes by.
    /// @return payout Its wallet, withholding and recovery address, and what waits; of anybody else its own address.
    function payoutOf(address party) external view returns (Payout memory payout);

    /// @notice What was withheld of a party's payments so far.
    /// @dev Reverts with {Program_UnknownCurrency} where the currency is not one of the terms'.
    /// @param party The address it goes by.
    /// @param currency ETH or a token.
    /// @return amount In the currency's smallest unit.
    function withheldOf(address party, address currency) external view returns (uint256 amount);
}
