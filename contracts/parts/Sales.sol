// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Posting, Pricing } from "./Pricing.sol";
import { Payment, Pot } from "./ProgramBase.sol";
import { IProgramSales } from "../interfaces/IProgramSales.sol";
import { Line, Refund, Sale } from "../interfaces/Types.sol";
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
    function post(address currency, Sale[] calldata sales) external onlyRole(ATTRIBUTOR_ROLE) nonReentrant {
        Posting memory posting = _posting(currency);
        for (uint256 i = 0; i < sales.length; ++i) {
            uint256 memoryBefore = _freeMemory();
            _postOne(posting, currency, sales[i], address(0));
            _releaseMemory(memoryBefore);
        }
        Pot storage pot = _pots[posting.currency];
        uint256 owed = posting.credited + posting.brought;
        require(owed <= pot.funds, Program_NotFunded(currency, pot.funds, owed));
        // Safe: at most `funds`.
        pot.funds -= uint128(owed);
        _subCounted(posting.currency, posting.brought);
    }

    /// @inheritdoc IProgramSales
    function postPaid(
        address currency,
        Sale[] calldata sales,
        address[] calldata payers
    ) external onlyRole(ATTRIBUTOR_ROLE) nonReentrant {
        require(sales.length == payers.length, Program_PayersMismatch(sales.length, payers.length));
        Posting memory posting = _posting(currency);
        for (uint256 i = 0; i < sales.length; ++i) {
            require(payers[i] != address(0), Program_ZeroAddress());
            _usePayment(posting.currency, sales[i], payers[i]);
            _postOne(posting, currency, sales[i], payers[i]);
        }
        _subCounted(posting.currency, posting.brought);
    }

    /// @param payer Who paid the sale here; zero where it was paid elsewhere.
    function _postOne(Posting memory posting, address currency, Sale calldata sale, address payer) private {
        bytes32 id = sale.id;
        uint256[12] storage words = _sales[id];
        require(id != 0, Program_ZeroSaleId());
        require(words[0] == 0, Program_SaleAlreadyPosted(id));
        SaleHead memory head = _headOf(posting, sale);
        (Share[] memory shares, uint256 brought, bool alone) = _price(posting, head, id, sale.credits);
        words.store(head, shares, alone);
        uint256 credited = _credit(posting, shares);
        // What the lines leave stays: of a sale paid here all of it, else what was set aside for standing lines.
        if (payer != address(0)) brought = head.amount - credited;
        posting.credited += credited;
        posting.brought += brought;
        _addRevenue(posting.schedule, posting.segment, head.currency, head.kind, head.amount, brought);
        // Safe: a kind is below 16.
        emit SalePosted({
            saleId: id,
            kind: uint8(head.kind),
            currency: currency,
            amount: head.amount,
            brought: brought,
            lines: _lines(shares)
        });
    }

    /// @dev Adds each line to its partner's books and returns their sum.
    function _credit(Posting memory posting, Share[] memory shares) private returns (uint256 sum) {
        uint256 currency = posting.currency;
        uint256 period = posting.segment.period;
        bool isFinal = posting.schedule.hold == 0;
        uint256 length = shares.length;
        for (uint256 i = 0; i < length; ++i) {
            Share memory share = shares[i];
            uint256 amount = share.amount;
            uint256 key = _heldKey(share.wallet, currency, period);
            uint256 word = _held[key];
            // A line is at most its sale, below 2^96: neither sum overflows, and the check keeps `earned` out of `reversed`.
            unchecked {
                sum += amount;
                uint256 earned = (word & type(uint96).max) + amount;
                require(earned <= type(uint96).max, Program_AmountTooLarge(earned));
                _held[key] = word + amount;
            }
            if (isFinal) _owe(share.wallet, currency, amount);
        }
    }

    function _usePayment(uint256 currency, Sale calldata sale, address payer) private {
        Payment storage payment = _payments[sale.id][payer];
        require(payment.amount > 0 && !payment.used, Program_NotPaid(sale.id, payer));
        bool same = payment.kind == sale.kind && payment.currency == currency;
        require(same && payment.amount == sale.amount, Program_PaymentMismatch(sale.id, payment.amount, sale.amount));
        payment.used = true;
        _payerOf[sale.id] = payer;
        emit PaymentUsed(sale.id, payer);
    }

    function _freeMemory() private pure returns (uint256 pointer) {
        assembly ("memory-safe") {
            pointer := mload(0x40)
        }
    }

    /// @dev Gives back the memory that a sale took, so that each sale of a batch costs the same.
    function _releaseMemory(uint256 pointer) private pure {
        // Memory-safe: what lies above was used by the sale just posted, and nothing refers to it any more.
        assembly ("memory-safe") {
            mstore(0x40, pointer)
        }
    }

    /// @dev The shares as the event shows them: the leading fields of each lie as those of a `Line` do.
    function _lines(Share[] memory shares) private pure returns (Line[] memory lines) {
        // Memory-safe: copies one pointer. Encoding reads the four leading words of each share, a role below 16 and a rate
        // below 2^20 among them.
        assembly ("memory-safe") {
            lines := shares
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
        _subRevenue(segment, head.currency, head.kind, one.amount, brought, kept);
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
        reversed = new uint256[](shares.length);
        for (uint256 i = 0; i < shares.length; ++i) {
            uint256 line = shares[i].amount;
            reversed[i] =
                Waterfall.reversed(line, already + amount, head.amount) -
                Waterfall.reversed(line, already, head.amount);
            // Safe: all reversals of a period's lines stay below their sum, 96 bits.
            _held[_heldKey(shares[i].wallet, head.currency, period)] += reversed[i] << 96;
        }
    }
}
