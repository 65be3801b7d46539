// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramEvents } from "./IProgramEvents.sol";
import { LineProgress, LineState, Remedy } from "./Types.sol";

/// @title Standing lines and the residual: settled, guaranteed and ended
/// @notice Every end and suspension takes effect at the next period's start: what was earned until then stays the holder's.
interface IProgramLines is IProgramEvents {
    /* SETTLING */

    /// @notice Makes what a standing line has earned and locked its holder's, and pays the holder. Anyone may call.
    /// @dev Emits {LineSettled} and {Claimed}. Walks at most 600 segments, fewer for a line on more than four kinds; after
    /// longer silence call `settleLine` until it finds something. A line with a cap, a threshold or a guarantee is settled
    /// with the residual: this settles up to 64 segments of it first, fewer where many lines or kinds make that much work.
    function claimLine(uint256 line, address currency) external returns (uint256 amount);

    /// @notice The same without paying: for a holder that cannot be paid at its own address and signs a `claimTo`.
    function settleLine(uint256 line, address currency) external returns (uint256 amount);

    /// @notice Makes the residual of locked periods the treasury's, and pays the treasury. Anyone may call.
    /// @dev Emits {ResidualSettled}, {LineSettled} for each line with a cap, a threshold or a guarantee that earned something,
    /// and {Claimed} or {ClaimFailed}: a treasury that cannot be paid at its own address can sign a `claimTo`. Cost grows
    /// with the standing lines: choose `segments` to fit. Where lines have such clauses, a period's residual is the treasury's
    /// once all its segments are settled and its guarantees paid.
    /// @param segments The most segments to walk.
    function claimResidual(address currency, uint256 segments) external returns (uint256 amount);

    /* GUARANTEES */

    /// @notice Adds to the reserve that pays guarantees where a period's residual does not, and milestones. Anyone may add.
    /// @dev Emits {ReserveAdded}, and {ArrearsPaid} for each line with arrears: they are paid first.
    function addReserve(address currency, uint256 amount) external payable;

    /// @notice Sends what is left of the reserve to the treasury.
    /// @dev Emits {ReserveWithdrawn}. Requires the operator, and that every line guaranteed in the currency has ended and is
    /// settled to its end. None has arrears then: what is left of a reserve is left because all was paid.
    function withdrawReserve(address currency, uint256 amount) external;

    /* ENDS */

    /// @notice Agrees to end a line, or no longer: it ends once both the operator and the holder have agreed.
    /// @dev Emits {ExitAgreed}, and {LineEnded} by the second. Requires the operator or the holder, and a line that does not end
    /// by the next period's start anyway, as all below. A price on offer goes back to the funds.
    function agreeExit(uint256 line, bool agreed) external;

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

    /// @notice What a standing line has earned and not yet settled.
    /// @return held In periods that are not locked; for a line with a cap or a threshold, as if they ended now. Guarantees are
    /// not in it.
    /// @return locked What `claimLine` would add for its holder.
    function lineEarnings(uint256 line, address currency) external view returns (uint256 held, uint256 locked);

    /// @notice What a `claimResidual` over at most `segments` would add for the treasury.
    function residualEarnings(address currency, uint256 segments) external view returns (uint256 locked);

    /// @notice How a line stands.
    function lineState(uint256 line) external view returns (LineState memory);

    /// @notice What a line with clauses has earned towards them, and its arrears.
    function lineProgress(uint256 line, address currency) external view returns (LineProgress memory);

    /// @notice The reserve in a currency.
    function reserveOf(address currency) external view returns (uint256);
}
