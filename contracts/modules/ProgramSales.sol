// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Posting } from "../base/CreditRates.sol";
import { Priced } from "../base/Pricing.sol";
import { Batch } from "../base/PlainSales.sol";
import { Sales } from "../base/Sales.sol";
import { IProgramSales } from "../interfaces/IProgramSales.sol";
import { NamedLine } from "../interfaces/Types.sol";
import { Lists } from "../libraries/Lists.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @title The module for sales: priced, posted
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramSales is Sales {
    using Lists for uint256[];

    /// @inheritdoc IProgramSales
    function preview(address currency, bytes calldata packed) external view returns (NamedLine[] memory lines) {
        Posting memory posting = _posting(currency);
        (Batch memory batch, ) = _openBatch(posting, packed);
        Priced memory sale;
        _readSale(posting, batch, sale);
        _price(posting, sale, batch.words);
        batch.words.setLength(sale.lines);
        return
            TermsReader.describe({
                packed: _namedTerms(),
                words: batch.words,
                wallets: _walletsOf(batch.words, sale.lines),
                kind: sale.kind,
                amount: sale.amount,
                time: posting.segment.start
            });
    }
}
