// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Posting } from "../base/CreditRates.sol";
import { Payments } from "../base/Payments.sol";
import { Sales } from "../base/Sales.sol";
import { IProgramSales } from "../interfaces/IProgramSales.sol";
import { NamedLine, Sale } from "../interfaces/Types.sol";
import { TermsReader } from "../terms/TermsReader.sol";
import { Share } from "../libraries/Waterfall.sol";

/// @title The module for sales: paid here, priced, posted
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramSales is Sales, Payments {
    /// @inheritdoc IProgramSales
    function preview(address currency, Sale calldata sale) external view returns (NamedLine[] memory lines) {
        Posting memory posting = _posting(currency);
        (Share[] memory shares, , ) = _price({
            posting: posting,
            head: _headOf(posting, sale),
            saleId: sale.id,
            credits: sale.credits
        });
        return
            TermsReader.describe({
                packed: _namedTerms(),
                shares: shares,
                kind: sale.kind,
                amount: sale.amount,
                time: posting.segment.start
            });
    }
}
