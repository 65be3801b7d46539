// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramEvents } from "./IProgramEvents.sol";
import { LineState, Remedy } from "./Types.sol";

/// @title Standing lines that end before their time, or pause
/// @notice Every end and suspension takes effect at the next period's start: what was earned until then stays the holder's.
interface IProgramExits is IProgramEvents {
    /* BY AGREEMENT */

    /// @notice Agrees to end a line, or no longer: it ends once both the operator and the holder have agreed.
    /// @dev Emits {ExitAgreed}, and {LineEnded} by the second. Requires the operator or the holder, and a line that does not end
    /// by the next period's start anyway, as all below. A price on offer goes back to the funds.
    function agreeExit(uint256 line, bool agreed) external;

    /* BUYOUT */

    /// @notice Offers the holder a price for its line, taken from the funds until the holder decides.
    /// @dev Emits {BuyoutOffered}. Requires the operator. Replaces an earlier offer.
    /// @param price 0 for the default: the clause's multiple of what the line's last twelve locked periods earned; of a line
    /// with a cap, a threshold or a guarantee the last twelve settled ones, guarantees counted as they fall due.
    function offerBuyout(uint256 line, address currency, uint96 price) external;

    /// @notice Takes an offer back to the funds.
    /// @dev Emits {BuyoutWithdrawn}. Requires the operator.
    function withdrawBuyout(uint256 line) external;

    /// @notice Sells the line: the price becomes the holder's and the line ends, in one transaction.
    /// @dev Emits {BuyoutAccepted} and {LineEnded}. Requires the holder.
    /// @param price What the holder expects, against an offer that changes under its hand.
    function acceptBuyout(uint256 line, address currency, uint96 price) external;

    /* BY THE ARBITER */

    /// @notice Announces that a line will be suspended (minimum effort) or ended (breach).
    /// @dev Emits {NoticeGiven}. Requires the arbiter, and that no other notice waits. The notice is the terms' notice periods;
    /// it lapses one period after it is over.
    function giveNotice(uint256 line, Remedy remedy, string calldata reason, bytes32 evidence) external;

    /// @notice Takes a notice back.
    /// @dev Emits {NoticeWithdrawn}. Requires the arbiter.
    function withdrawNotice(uint256 line) external;

    /// @notice Does what notice was given of, once the notice is over and before it lapses.
    /// @dev Emits {LineSuspended} or {LineEnded}. Requires the arbiter.
    function executeNotice(uint256 line) external;

    /// @notice Lets a suspended line earn again, or undoes a suspension that has not begun.
    /// @dev Emits {LineResumed}. Requires the arbiter.
    function resumeLine(uint256 line) external;

    /* READING */

    /// @notice How a line stands.
    function lineState(uint256 line) external view returns (LineState memory);
}
