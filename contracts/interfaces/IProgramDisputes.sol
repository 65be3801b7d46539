// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramEvents } from "./IProgramEvents.sol";
import { Dispute, Refund } from "./Types.sol";

/// @title What may become of a posted sale: refunds, and disputes that freeze its lines until the arbiter decides
/// @notice Frozen lines count in what the program owes and in nobody's balance. Standing lines are not frozen.
interface IProgramDisputes is IProgramEvents {
    /* REFUNDS */

    /// @notice Reverses held sales, whole or in part, all or none.
    /// @dev Emits {SaleRefunded} for each. Requires the attributor. After refunds of `r` of a sale of `s` a line of `a` has
    /// given back `⌈a × r ÷ s⌉`; the money returns to the payer, or to the funds where the sale was paid elsewhere.
    /// @param evidence Hash of what the refunds follow from, told by {EvidenceGiven}; zero for none.
    function refund(Refund[] calldata refunds, bytes32 evidence) external;

    /* DISPUTES */

    /// @notice Freezes the lines of a held sale. A sale can be disputed once.
    /// @dev Emits {SaleDisputed}. Requires an enrolled partner that has not left and has disputes left in this period, by the
    /// wallet it is paid at. The sale counts for no graduation or milestone while it is frozen.
    /// @param evidence Hash of what supports it.
    function dispute(bytes32 saleId, string calldata reason, bytes32 evidence) external;

    /// @notice Lets a disputed sale stand as posted.
    /// @dev Emits {DisputeSettled}. Requires the arbiter, before the deadline. Lines of a locked period are owed at once.
    function upholdSale(bytes32 saleId, string calldata reason) external;

    /// @notice Makes a disputed sale void: what is left of its lines goes back to whoever funded the sale.
    /// @dev Emits {DisputeSettled}. Requires the arbiter, before the deadline. While the sale's period is held, what it brought
    /// for standing lines and the residual goes back too; after that it is final.
    function voidSale(bytes32 saleId, string calldata reason) external;

    /// @notice Gives the lines of a disputed sale to other partners, at the amounts they have.
    /// @dev Emits {DisputeSettled}. Requires the arbiter, before the deadline.
    /// @param partners The active partner of each line, in the order of the lines. One that was enrolled after the sale's period
    /// can be given it only once the sale is locked.
    function reattributeSale(bytes32 saleId, uint256[] calldata partners, string calldata reason) external;

    /// @notice Lets a disputed sale stand that was not settled by the deadline. Anyone may call.
    /// @dev Emits {DisputeSettled}.
    function closeDispute(bytes32 saleId) external;

    /// @notice A sale's dispute.
    function disputeOf(bytes32 saleId) external view returns (Dispute memory);

    /// @notice What disputes freeze in a currency.
    function frozenOf(address currency) external view returns (uint256);
}
