// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramEvents } from "./IProgramEvents.sol";
import { NamedLine, Sale } from "./Types.sol";

/// @title Sales: paid here, priced, posted
interface IProgramSales is IProgramEvents {
    /// @notice Pays a sale on chain, in whole, ahead of its attribution.
    /// @dev Emits {SalePaid}. If the attributor does not post it, anyone may release it once its period and the hold and
    /// one more period are over; it then counts as revenue of its kind. Refunds of the sale return to the payer.
    function paySale(bytes32 saleId, uint8 kind, address currency, uint256 amount) external payable;

    /// @notice Ends the waiting of a payment that was not attributed in time, or whose sale was posted as paid elsewhere.
    /// @dev Emits {PaymentReleased}. In the second case the money is the payer's to claim, at once.
    function releasePayment(bytes32 saleId, address payer) external;

    /// @notice Posts attributed sales that were paid elsewhere, all or none.
    /// @dev Emits {SalePosted} for each. Requires the attributor. Each line's rate is frozen: nothing later re-prices it. The
    /// funds give what the sales owe others; the operator's residual is netted out.
    /// @param currency Of all the sales: ETH or a token.
    /// @param evidence Hash of what the attribution follows from, told by {EvidenceGiven}; zero for none.
    function post(address currency, Sale[] calldata sales, bytes32 evidence) external;

    /// @notice Posts attributed sales that were paid on chain with `paySale`, all or none.
    /// @dev Emits {PaymentUsed} and {SalePosted} for each. Requires the attributor. Each payment must be of the same kind,
    /// currency and amount as its sale; all of it is shared, and the operator's residual waits with the standing lines.
    /// @param payers Who paid each sale.
    /// @param evidence As in `post`.
    function postPaid(address currency, Sale[] calldata sales, address[] calldata payers, bytes32 evidence) external;

    /// @notice What a sale would pay, were it posted now: its lines, the standing lines and the residual.
    /// @dev Standing lines show `⌊rate × amount⌋`; over a period they earn `⌊rate × the period's revenue⌋`.
    function preview(address currency, Sale calldata sale) external view returns (NamedLine[] memory lines);
}
