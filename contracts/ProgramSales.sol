// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Posting } from "./parts/CreditRates.sol";
import { Payments } from "./parts/Payments.sol";
import { PostedSale } from "./parts/PostedSales.sol";
import { Sales } from "./parts/Sales.sol";
import { IProgramSales } from "./interfaces/IProgramSales.sol";
import { NamedLine, Sale } from "./interfaces/Types.sol";
import { Periods, Schedule, Segment } from "./libraries/Periods.sol";
import { SaleHead, SaleStore } from "./libraries/SaleStore.sol";
import { TermsBlob } from "./libraries/TermsBlob.sol";
import { TermsReader } from "./libraries/TermsReader.sol";
import { Share } from "./libraries/Waterfall.sol";

/// @title The part of a program that knows sales
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramSales is Sales, Payments {
    using Periods for Schedule;
    using SaleStore for uint256[12];
    using TermsBlob for bytes;

    /// @inheritdoc IProgramSales
    function preview(address currency, Sale calldata sale) external view returns (NamedLine[] memory lines) {
        Posting memory posting = _posting(currency);
        (Share[] memory shares, , ) = _price(posting, _headOf(posting, sale), sale.id, sale.credits);
        return
            TermsReader.describe({
                blob: _namedTerms(),
                shares: shares,
                kind: sale.kind,
                amount: sale.amount,
                time: posting.segment.start
            });
    }

    /// @inheritdoc IProgramSales
    function saleLines(bytes32 saleId) external view returns (NamedLine[] memory) {
        bytes memory blob = _namedTerms();
        PostedSale memory sale = _loadSale(blob, blob.schedule(), saleId);
        return
            TermsReader.describe({
                blob: blob,
                shares: sale.shares,
                kind: sale.head.kind,
                amount: sale.head.amount,
                time: sale.segment.start
            });
    }

    /// @inheritdoc IProgramSales
    function saleOf(
        bytes32 saleId
    )
        external
        view
        returns (uint256 amount, uint256 refunded, uint8 kind, address currency, uint256 period, uint256 locksAt)
    {
        SaleHead memory head = _sales[saleId].loadHead();
        if (head.amount == 0) return (0, 0, 0, address(0), 0, 0);
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        Segment memory segment = schedule.segmentOf(head.ordinal);
        amount = head.amount;
        refunded = _refunded[saleId];
        // Safe: a kind is below 16.
        kind = uint8(head.kind);
        currency = blob.currency(head.currency);
        period = segment.period;
        locksAt = schedule.hold == 0 ? segment.start : schedule.lockTime(segment.period);
    }
}
