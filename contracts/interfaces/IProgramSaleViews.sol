// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "./IProgramErrors.sol";
import { DisputeState, NamedLine, SaleState, ShownSale } from "./Types.sol";

/// @title Posted sales, and what became of them, for reading
interface IProgramSaleViews is IProgramErrors {
    /// @notice What happened to a sale since it was posted.
    /// @param batch Its batch.
    /// @param place Its place in it, from 0.
    /// @return state All zero where nothing did, and where there is no such sale.
    function stateOf(uint256 batch, uint256 place) external view returns (SaleState memory state);

    /// @notice A posted sale.
    /// @dev Reverts with {Program_UnknownSale} where it was not posted as shown.
    /// @param sale The sale.
    /// @return amount In the currency's smallest unit.
    /// @return refunded How much of it went back, as a refund or because it was made void while it was held.
    /// @return kind Index of its kind.
    /// @return currency ETH or the token.
    /// @return period In which it was posted.
    /// @return locksAt When its lines become final; without hold, the start of the segment in which it was posted.
    /// @return disputeState What became of its dispute: a void sale pays nobody, and one that was made void after it locked has no refund to
    /// show it.
    function saleAt(
        ShownSale calldata sale
    )
        external
        view
        returns (
            uint256 amount,
            uint256 refunded,
            uint256 kind,
            address currency,
            uint256 period,
            uint256 locksAt,
            DisputeState disputeState
        );

    /// @notice What a posted sale pays in words, before refunds, with the shares of standing lines and the residual; nothing where it is
    /// void.
    ///
    /// @dev Notes:
    /// - Standing lines show `⌊rate × amount⌋` as of the segment's start; over a period they earn `⌊rate × the period's
    ///   revenue⌋`, less what their clauses keep from them.
    /// - Its cost grows with the standing lines; meant for reading off chain.
    ///
    /// Requirements:
    /// - The sale was posted as shown, else {Program_UnknownSale}.
    ///
    /// @param sale The sale.
    /// @return lines They add up to the sale's amount, in the currency's smallest unit.
    function describeSale(ShownSale calldata sale) external view returns (NamedLine[] memory lines);

    /// @notice Who has disputed a sale.
    /// @param batch Its batch.
    /// @param place Its place in it, from 0.
    /// @return partners Their numbers, in the order in which they did. Beside those who were credited on it, it can be given to them alone.
    function disputantsOf(uint256 batch, uint256 place) external view returns (uint256[] memory partners);

    /// @notice The root of a batch's tree.
    /// @param batch Its number, from 1.
    /// @return root Zero where there is no such batch.
    function rootOf(uint256 batch) external view returns (bytes32 root);

    /// @notice How many batches were posted.
    function batchCount() external view returns (uint256 count);

    /// @notice What disputes freeze in a currency.
    /// @dev Reverts with {Program_UnknownCurrency} where the currency is not one of the terms'.
    /// @param currency ETH or a token.
    /// @return amount In the currency's smallest unit.
    function frozenOf(address currency) external view returns (uint256 amount);
}
