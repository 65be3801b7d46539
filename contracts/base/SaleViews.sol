// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Disputants } from "./Disputants.sol";
import { PostedSale } from "./ShownSales.sol";
import { IProgramSaleViews } from "../interfaces/IProgramSaleViews.sol";
import { DisputeState, NamedLine, SaleState, ShownSale } from "../interfaces/Types.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @title Posted sales, and what became of them, for reading
abstract contract SaleViews is IProgramSaleViews, Disputants {
    using PackedTerms for bytes;
    using SaleWords for uint256;

    /// @inheritdoc IProgramSaleViews
    function stateOf(uint256 batch, uint256 place) external view returns (SaleState memory state) {
        return _saleStates[(batch << 16) | place];
    }

    /// @inheritdoc IProgramSaleViews
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
        )
    {
        bytes memory packed = _terms();
        PostedSale memory posted = _loadSale(packed.schedule(), sale);
        amount = posted.head.amount();
        refunded = posted.state.refunded;
        kind = posted.head.kind();
        currency = packed.currency(posted.head.currency());
        period = posted.segment.period;
        locksAt = posted.locks;
        disputeState = posted.state.dispute;
    }

    /// @inheritdoc IProgramSaleViews
    function describeSale(ShownSale calldata sale) external view returns (NamedLine[] memory lines) {
        bytes memory packed = _namedTerms();
        PostedSale memory posted = _loadSale(packed.schedule(), sale);
        if (posted.state.dispute == DisputeState.Void) return lines;
        return
            TermsReader.describe({
                packed: packed,
                words: posted.words,
                wallets: _walletsOf(posted.words, posted.words.length),
                kind: posted.head.kind(),
                amount: posted.head.amount(),
                time: posted.segment.start
            });
    }

    /// @inheritdoc IProgramSaleViews
    function disputantsOf(uint256 batch, uint256 place) external view returns (uint256[] memory partners) {
        return _disputantsOf((batch << 16) | place);
    }

    /// @inheritdoc IProgramSaleViews
    function rootOf(uint256 batch) external view returns (bytes32 root) {
        return _roots[batch];
    }

    /// @inheritdoc IProgramSaleViews
    function batchCount() external view returns (uint256 count) {
        return _batches;
    }

    /// @inheritdoc IProgramSaleViews
    function frozenOf(address currency) external view returns (uint256 amount) {
        return _frozen[_indexOf(_terms(), currency)];
    }
}
