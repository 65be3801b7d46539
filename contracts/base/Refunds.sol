// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PostedSale, PostedSales } from "./PostedSales.sol";
import { IProgramDisputes } from "../interfaces/IProgramDisputes.sol";
import { DisputeState, Refund } from "../interfaces/Types.sol";
import { Schedule } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { EXTRA_DISPUTES } from "../terms/TermsLayout.sol";
import { Waterfall } from "../libraries/Waterfall.sol";

/// @title Refunding posted sales
abstract contract Refunds is IProgramDisputes, PostedSales {
    using PackedTerms for bytes;

    /// @inheritdoc IProgramDisputes
    function refund(Refund[] calldata refunds, bytes32 evidence) external onlyRole(ATTRIBUTOR_ROLE) nonReentrant {
        _giveEvidence(evidence);
        bytes memory packed = _terms();
        Schedule memory schedule = packed.schedule();
        for (uint256 i = 0; i < refunds.length; ++i)
            _refundOne({ packed: packed, schedule: schedule, one: refunds[i] });
    }

    function _refundOne(bytes memory packed, Schedule memory schedule, Refund calldata one) private {
        require(!_refunds[one.id], Program_AlreadyRefunded(one.id));
        _refunds[one.id] = true;
        PostedSale memory sale = _loadSale({ packed: packed, schedule: schedule, saleId: one.saleId });
        _requireHeld(sale);
        uint256 left = sale.head.amount - sale.refunded;
        require(one.amount > 0, Program_ZeroAmount());
        require(one.amount <= left, Program_RefundTooLarge(one.saleId, one.amount, left));

        (uint256[] memory reversed, uint256 credited) = _reversals(sale, one.amount);
        // The lines of a disputed sale are in nobody's books.
        bool disputable = packed.extra(EXTRA_DISPUTES, 1) > 0;
        if (disputable && _disputes[one.saleId].state == DisputeState.Open) {
            _frozen[sale.head.currency] -= credited;
        } else {
            _reverse(sale, reversed);
            if (sale.counts && one.amount == left) _uncountSale(sale);
        }
        (uint256 returned, uint256 setAside) = _giveBack({ sale: sale, amount: one.amount, credited: credited });
        emit SaleRefunded({
            saleId: one.saleId,
            refundId: one.id,
            amount: one.amount,
            returned: returned,
            setAside: setAside,
            reversed: reversed,
            reason: one.reason
        });
    }

    /// @dev What a refund adds to the reversed total of each sale line, and the sum of it.
    function _reversals(
        PostedSale memory sale,
        uint256 amount
    ) private pure returns (uint256[] memory reversed, uint256 sum) {
        reversed = new uint256[](sale.shares.length);
        uint256 whole = sale.head.amount;
        for (uint256 i = 0; i < reversed.length; ++i) {
            uint256 line = sale.shares[i].amount;
            reversed[i] =
                Waterfall.reversed(line, sale.refunded + amount, whole) -
                Waterfall.reversed(line, sale.refunded, whole);
            sum += reversed[i];
        }
    }

    function _reverse(PostedSale memory sale, uint256[] memory reversed) private {
        for (uint256 i = 0; i < reversed.length; ++i) {
            // Safe: all reversals of a period's lines stay below their sum, 96 bits.
            _held[_heldKey(sale.shares[i].wallet, sale.head.currency, sale.segment.period)] += reversed[i] << 96;
        }
    }
}
