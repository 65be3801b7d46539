// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IEquityErrors } from "./IEquityErrors.sol";
import { Move, Offer } from "./EquityTypes.sol";

/// @title How a grant comes to another wallet of its holder
/// @notice Nothing of a plan can be transferred at once: a move takes a delay, in which either side takes it back, and the new wallet
/// itself finishes it. Everything that is owed goes along.
interface IEquityHolders is IEquityErrors {
    /* EVENTS */

    /// @notice Emitted when a move is proposed.
    /// @param id The grant.
    /// @param to Whose it would be.
    /// @param by Who proposes: the holder, or the arbiter for one that lost its key.
    /// @param from From when on it can be finished.
    /// @param until When it lapses.
    event MoveProposed(uint256 indexed id, address indexed to, address indexed by, uint40 from, uint40 until);

    /// @notice Emitted when a move is taken back.
    /// @param id The grant.
    /// @param to Whose it would have been.
    /// @param by Who did.
    event MoveCancelled(uint256 indexed id, address indexed to, address indexed by);

    /// @notice Emitted when a grant is another's.
    /// @param id The grant.
    /// @param from Whose it was.
    /// @param to Whose it is.
    event Moved(uint256 indexed id, address indexed from, address indexed to);

    /* MOVES */

    /// @notice Proposes that a grant is another wallet's, once the delay is over and before as long again has passed.
    ///
    /// @dev Emits {MoveProposed}.
    ///
    /// Requirements:
    /// - The caller is the holder or the arbiter, else {EquityPlan_NotAllowed}.
    /// - The wallet is neither zero nor the plan, else {EquityPlan_ZeroAddress}.
    /// - No move waits, else {EquityPlan_AlreadyWaits}.
    ///
    /// @param id The grant.
    /// @param to Whose it is to be.
    function proposeMove(uint256 id, address to) external;

    /// @notice Takes a move back, whoever of the two proposed it.
    ///
    /// @dev Emits {MoveCancelled}.
    ///
    /// Requirements:
    /// - The caller is the holder or the arbiter, else {EquityPlan_NotAllowed}.
    /// - One waits, else {EquityPlan_NothingWaits}.
    ///
    /// @param id The grant.
    function cancelMove(uint256 id) external;

    /// @notice Makes a move. The new wallet itself does, so that none is taken that nobody has.
    ///
    /// @dev Emits {Moved}, and `Votes`' events.
    ///
    /// Requirements:
    /// - One waits, else {EquityPlan_NothingWaits}; the caller is the wallet that it goes to, else {EquityPlan_NotAllowed}; the delay is
    ///   over, else {EquityPlan_TooEarly}.
    ///
    /// @param id The grant.
    function finishMove(uint256 id) external;

    /* READING */

    /// @notice What waits for a grant; all 0 where nothing does.
    /// @param id The grant.
    /// @return moving A move to another wallet that has not lapsed.
    /// @return offered A price on offer.
    function waitingFor(uint256 id) external view returns (Move memory moving, Offer memory offered);
}
