// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Posting, Pricing } from "./Pricing.sol";
import { Payment, Pot } from "./ProgramBase.sol";
import { IProgramSales } from "../interfaces/IProgramSales.sol";
import { Bucket, Line, Refund, Sale } from "../interfaces/Types.sol";
import { MAX_CURRENCIES } from "../libraries/Constants.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { SaleHead, SaleStore } from "../libraries/SaleStore.sol";
import { TermsBlob } from "../libraries/TermsBlob.sol";
import { Share, Waterfall } from "../libraries/Waterfall.sol";

/// @title Posting attributed sales and refunding them
abstract contract Sales is IProgramSales, Pricing {
    using Periods for Schedule;
    using SaleStore for uint256[12];
    using TermsBlob for bytes;

    /* POSTING */

    /// @inheritdoc IProgramSales
    function post(Sale[] calldata sales) external onlyRole(ATTRIBUTOR_ROLE) nonReentrant {
        Posting memory posting = _posting();
        for (uint256 i = 0; i < sales.length; ++i) _postOne(posting, sales[i]);
        for (uint256 i = 0; i < MAX_CURRENCIES; ++i) {
            if (posting.funded[i] > 0 || posting.brought[i] > 0) {
                _settlePot(posting.blob.currency(i), i, posting.funded[i], posting.brought[i]);
            }
        }
    }

    function _postOne(Posting memory posting, Sale calldata sale) private {
        require(sale.id != 0, Program_ZeroSaleId());
        require(_sales[sale.id][0] == 0, Program_SaleAlreadyPosted(sale.id));
        (Share[] memory shares, uint256 standing) = _price(posting, sale);
        SaleHead memory head = SaleHead({
            amount: sale.amount,
            ordinal: posting.segment.ordinal,
            kind: sale.kind,
            currency: sale.currency
        });
        _sales[sale.id].store(head, shares);
        uint256 credited = _credit(posting, sale.currency, shares);
        uint256 brought = standing;
        if (sale.payer == address(0)) {
            posting.funded[sale.currency] += credited + brought;
        } else {
            _usePayment(sale);
            brought = sale.amount - credited;
        }
        posting.brought[sale.currency] += brought;
        _addRevenue(
            _openBucket(posting.schedule, posting.segment, sale.currency, sale.kind),
            sale.amount,
            brought
        );
        emit SalePosted({
            saleId: sale.id,
            kind: sale.kind,
            currency: posting.blob.currency(sale.currency),
            amount: sale.amount,
            payer: sale.payer,
            brought: brought,
            lines: _lines(shares)
        });
    }

    /// @dev Adds each line to its partner's books and returns their sum.
    function _credit(
        Posting memory posting,
        uint256 currency,
        Share[] memory shares
    ) private returns (uint256 sum) {
        uint256 key = _periodKey(currency, posting.segment.period);
        for (uint256 i = 0; i < shares.length; ++i) {
            Share memory share = shares[i];
            sum += share.amount;
            _held[share.wallet][key].earned += _toUint96(share.amount);
            if (posting.schedule.hold == 0) _owe(share.wallet, currency, share.amount);
        }
    }

    function _usePayment(Sale calldata sale) private {
        Payment storage payment = _payments[sale.id][sale.payer];
        require(payment.amount > 0 && !payment.used, Program_NotPaid(sale.id, sale.payer));
        bool same = payment.kind == sale.kind && payment.currency == sale.currency;
        require(
            same && payment.amount == sale.amount,
            Program_PaymentMismatch(sale.id, payment.amount, sale.amount)
        );
        payment.used = true;
        _payerOf[sale.id] = sale.payer;
    }

    function _settlePot(address currency, uint256 index, uint256 funded, uint256 brought) private {
        Pot storage pot = _pots[index];
        require(funded <= pot.funds, Program_NotFunded(currency, pot.funds, funded));
        // Safe: at most `funds`.
        pot.funds -= uint128(funded);
        _subCounted(index, brought);
    }

    function _lines(Share[] memory shares) private pure returns (Line[] memory lines) {
        lines = new Line[](shares.length);
        for (uint256 i = 0; i < shares.length; ++i) {
            Share memory share = shares[i];
            // Safe: a role is below 16 and a rate below 2^20.
            lines[i] = Line({
                partner: share.wallet,
                role: uint8(share.role),
                rate: uint24(share.rate),
                amount: share.amount
            });
        }
    }

    /* REFUNDS */

    /// @inheritdoc IProgramSales
    function refund(Refund[] calldata refunds) external onlyRole(ATTRIBUTOR_ROLE) nonReentrant {
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        for (uint256 i = 0; i < refunds.length; ++i) _refundOne(blob, schedule, refunds[i]);
    }

    function _refundOne(bytes memory blob, Schedule memory schedule, Refund calldata one) private {
        require(!_refunds[one.id], Program_AlreadyRefunded(one.id));
        _refunds[one.id] = true;
        (SaleHead memory head, Share[] memory shares, uint256 standingRate) = _loadSale(blob, schedule, one.saleId);
        Segment memory segment = schedule.segmentOf(head.ordinal);
        uint256 locks = schedule.hold == 0 ? segment.start : schedule.lockTime(segment.period);
        require(block.timestamp < locks, Program_SaleLocked(one.saleId, locks));
        uint256 already = _refunded[one.saleId];
        uint256 left = head.amount - already;
        require(one.amount > 0, Program_ZeroAmount());
        require(one.amount <= left, Program_RefundTooLarge(one.saleId, one.amount, left));
        _refunded[one.saleId] = already + one.amount;

        uint256[] memory reversed = _reverse(head, segment.period, shares, already, one.amount);
        uint256 credited = 0;
        for (uint256 i = 0; i < reversed.length; ++i) credited += reversed[i];
        uint256 returned = one.amount;
        uint256 brought = 0;
        uint256 kept = 0;
        if (_payerOf[one.saleId] == address(0)) {
            brought = Waterfall.setAside(left, standingRate) - Waterfall.setAside(left - one.amount, standingRate);
            returned = credited + brought;
            // Safe: sums of amounts that were counted in 96 bits.
            _pots[head.currency].funds += uint128(returned);
        } else {
            // Lines give back rounded up: together it may be more than is refunded, and stays as residual.
            if (credited < returned) brought = returned - credited;
            else kept = credited - returned;
            _owe(_payerOf[one.saleId], head.currency, returned);
        }
        _reverseRevenue(segment, head, one.amount, brought, kept);
        emit SaleRefunded({
            saleId: one.saleId,
            refundId: one.id,
            amount: one.amount,
            returned: returned,
            brought: brought,
            reversed: reversed,
            reason: one.reason
        });
    }

    /// @dev Takes back from each line what this refund adds to its reversed total.
    function _reverse(
        SaleHead memory head,
        uint256 period,
        Share[] memory shares,
        uint256 already,
        uint256 amount
    ) private returns (uint256[] memory reversed) {
        uint256 key = _periodKey(head.currency, period);
        reversed = new uint256[](shares.length);
        for (uint256 i = 0; i < shares.length; ++i) {
            uint256 line = shares[i].amount;
            reversed[i] =
                Waterfall.reversed(line, already + amount, head.amount) -
                Waterfall.reversed(line, already, head.amount);
            _held[shares[i].wallet][key].reversed += _toUint96(reversed[i]);
        }
    }

    function _reverseRevenue(
        Segment memory segment,
        SaleHead memory head,
        uint256 amount,
        uint256 brought,
        uint256 kept
    ) private {
        (Bucket storage bucket, bool isOpen) = _bucketOf(segment, head.currency, head.kind);
        bucket.revenue -= _toUint96(amount);
        bucket.brought = _toUint96(bucket.brought + kept - brought);
        // What a closed bucket brought is counted already.
        if (!isOpen) return;
        _addCounted(head.currency, brought);
        _subCounted(head.currency, kept);
    }
}
