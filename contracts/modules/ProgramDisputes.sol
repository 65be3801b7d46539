// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Duplicates } from "../base/Duplicates.sol";
import { Refunds } from "../base/Refunds.sol";
import { PostedSale } from "../base/ShownSales.sol";
import { IProgramDisputes } from "../interfaces/IProgramDisputes.sol";
import { NamedLine, SaleState, ShownSale } from "../interfaces/Types.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @title The module for what may become of a posted sale: refunds, disputes, duplicates
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
contract ProgramDisputes is Refunds, Duplicates {
    using PackedTerms for bytes;
    using SaleWords for uint256;

    /// @inheritdoc IProgramDisputes
    function stateOf(uint256 batch, uint256 place) external view returns (SaleState memory state) {
        return _saleStates[(batch << 16) | place];
    }

    /// @inheritdoc IProgramDisputes
    function saleAt(
        ShownSale calldata sale
    )
        external
        view
        returns (uint256 amount, uint256 refunded, uint256 kind, address currency, uint256 period, uint256 locksAt)
    {
        bytes memory packed = _terms();
        PostedSale memory posted = _loadSale(packed.schedule(), sale);
        amount = posted.head.amount();
        refunded = posted.state.refunded;
        kind = posted.head.kind();
        currency = packed.currency(posted.head.currency());
        period = posted.segment.period;
        locksAt = posted.locks;
    }

    /// @inheritdoc IProgramDisputes
    function describeSale(ShownSale calldata sale) external view returns (NamedLine[] memory lines) {
        bytes memory packed = _namedTerms();
        PostedSale memory posted = _loadSale(packed.schedule(), sale);
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

    /// @inheritdoc IProgramDisputes
    function rootOf(uint256 batch) external view returns (bytes32 root) {
        return _roots[batch];
    }

    /// @inheritdoc IProgramDisputes
    function batchCount() external view returns (uint256 count) {
        return _batches;
    }

    /// @inheritdoc IProgramDisputes
    function frozenOf(address currency) external view returns (uint256 amount) {
        return _frozen[_indexOf(_terms(), currency)];
    }
}
