// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramEvents } from "./IProgramEvents.sol";
import { LineProgress } from "./Types.sol";

/// @title Standing lines and the residual: settled and guaranteed
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

    /* READING */

    /// @notice What a standing line has earned and not yet settled.
    /// @return held In periods that are not locked; for a line with a cap or a threshold, as if they ended now. Guarantees are
    /// not in it.
    /// @return locked What `claimLine` would add for its holder.
    function lineEarnings(uint256 line, address currency) external view returns (uint256 held, uint256 locked);

    /// @notice What a `claimResidual` over at most `segments` would add for the treasury.
    function residualEarnings(address currency, uint256 segments) external view returns (uint256 locked);

    /// @notice What a line with clauses has earned towards them, and its arrears.
    function lineProgress(uint256 line, address currency) external view returns (LineProgress memory);

    /// @notice The reserve in a currency.
    function reserveOf(address currency) external view returns (uint256);
}
