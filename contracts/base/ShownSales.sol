// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { MerkleProof } from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import { Credits } from "./Credits.sol";
import { IProgramSales } from "../interfaces/IProgramSales.sol";
import { SaleState, ShownSale } from "../interfaces/Types.sol";
import { Lists } from "../libraries/Lists.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { Waterfall } from "../libraries/Waterfall.sol";

/// @dev A posted sale that was shown.
/// @param words Of its lines.
/// @param place See `SaleWords.place`.
/// @param payer Who paid it here, or zero.
/// @param segment In which it was posted.
/// @param locks When its lines become final.
/// @param state What happened to it since.
struct PostedSale {
    bytes32 id;
    uint256 head;
    uint256[] words;
    uint256 place;
    address payer;
    Segment segment;
    uint256 locks;
    SaleState state;
}

/// @title Sales that were posted: shown again, and where their money returns to
abstract contract ShownSales is Credits {
    using Lists for uint256[];
    using Periods for Schedule;
    using SaleWords for uint256;

    /// @dev Checks that a sale was posted as it is shown, and still counts so; the leaf says where.
    function _checkShown(ShownSale calldata shown) internal view returns (SaleState memory state) {
        bool counts;
        (state, counts) = _findShown(shown);
        require(counts, Program_UnknownSale(shown.id));
    }

    /// @dev What became of a sale that was posted as it is shown, or re-attributed so.
    /// @return state Of it.
    /// @return counts Whether it counts so: once it was re-attributed, what was posted does no more.
    function _findShown(ShownSale calldata shown) internal view returns (SaleState memory state, bool counts) {
        uint256 place = shown.head.place();
        state = _saleStates[place];
        bytes32 leaf = _leafOf(shown.id, shown.head, shown.words);
        if (state.reattributed && leaf == _reattributed[place]) return (state, true);
        bool posted = MerkleProof.verifyCalldata(shown.proof, _roots[place >> 16], leaf);
        require(posted, Program_UnknownSale(shown.id));
        counts = !state.reattributed;
    }

    function _leafOf(bytes32 id, uint256 head, uint256[] memory words) internal pure returns (bytes32) {
        return SaleWords.leaf({ selector: IProgramSales.SalePosted.selector, id: id, head: head, words: words });
    }

    function _loadSale(
        Schedule memory schedule,
        ShownSale calldata shown
    ) internal view returns (PostedSale memory sale) {
        sale.state = _checkShown(shown);
        _fillSale(schedule, shown, sale);
    }

    function _fillSale(Schedule memory schedule, ShownSale calldata shown, PostedSale memory sale) internal pure {
        sale.id = shown.id;
        sale.head = shown.head;
        sale.place = shown.head.place();
        sale.words = shown.words;
        uint256 lines = shown.head.lines();
        if (shown.head.isPaidHere()) sale.payer = address(uint160(sale.words[lines]));
        sale.words.setLength(lines);
        sale.segment = schedule.segmentOf(shown.head.segment());
        sale.locks = schedule.hold == 0 ? sale.segment.start : schedule.lockTime(sale.segment.period);
    }

    function _requireHeld(PostedSale memory sale) internal view {
        require(block.timestamp < sale.locks, Program_SaleLocked(sale.id, sale.locks));
    }

    /// @dev What refunds have left of a sale.
    function _leftOf(PostedSale memory sale) internal pure returns (uint256) {
        return sale.head.amount() - sale.state.refunded;
    }

    /// @dev What refunds have left of each sale line, and the sum of it.
    function _linesLeft(PostedSale memory sale) internal pure returns (uint256[] memory left, uint256 sum) {
        left = new uint256[](sale.words.length);
        for (uint256 i = 0; i < left.length; ++i) {
            uint256 line = sale.words[i].lineAmount();
            left[i] = line - Waterfall.reversed(line, sale.state.refunded, sale.head.amount());
            sum += left[i];
        }
    }

    /// @dev Takes amounts out of the books of a sale's lines.
    /// @param amounts For each line.
    /// @param whole Whether the sale counts no more, too.
    function _uncreditLines(PostedSale memory sale, uint256[] memory amounts, bool whole) internal {
        for (uint256 i = 0; i < amounts.length; ++i) {
            uint256 word = sale.words[i];
            _uncredit({
                number: _bookOf(word.partner()),
                currency: sale.head.currency(),
                period: sale.segment.period,
                net: amounts[i],
                sales: whole ? word.counts() : 0
            });
        }
    }

    /// @dev Reverses `amount` of a held sale in the books of its period, but for those of its lines.
    /// @param credited What its lines give back, rounded up.
    /// @return returned What goes back to whoever funded the sale.
    /// @return setAside What of it was set aside for standing lines and the residual.
    function _giveBack(
        PostedSale memory sale,
        uint256 amount,
        uint256 credited
    ) internal returns (uint256 returned, uint256 setAside) {
        uint256 kept = 0;
        if (sale.payer == address(0)) {
            uint256 left = _leftOf(sale);
            uint256 rate = sale.head.standingRate();
            setAside = Waterfall.setAside(left, rate) - Waterfall.setAside(left - amount, rate);
            returned = credited + setAside;
        } else {
            // Lines give back rounded up: together it may be more than is refunded, and stays as residual.
            returned = amount;
            if (credited < returned) setAside = returned - credited;
            else kept = credited - returned;
        }
        _return({ payer: sale.payer, currency: sale.head.currency(), amount: returned });
        // Safe: no more than the sale's amount.
        sale.state.refunded += uint96(amount);
        if (_leftOf(sale) == 0) _freeId(sale);
        _subRevenue({
            segment: sale.segment,
            currency: sale.head.currency(),
            kind: sale.head.kind(),
            revenue: amount,
            setAside: setAside,
            kept: kept
        });
    }

    /// @dev Lets the id of a sale that was paid here and is gone be posted again: else one that a thief had posted were lost for good.
    function _freeId(PostedSale memory sale) internal {
        if (sale.payer != address(0)) delete _postedOnce[sale.id];
    }

    /// @dev To the payer's balance, or to the funds where the sale was paid elsewhere.
    function _return(address payer, uint256 currency, uint256 amount) internal {
        // Safe: sums of amounts that were counted in 96 bits.
        if (payer == address(0)) _pots[currency].funds += uint128(amount);
        else _owe({ party: payer, currency: currency, amount: amount });
    }
}
