// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Posted, Posting } from "./CreditRates.sol";
import { PostedSales } from "./PostedSales.sol";
import { Pricing } from "./Pricing.sol";
import { Payment, Pot } from "./ProgramStorage.sol";
import { IProgramSales } from "../interfaces/IProgramSales.sol";
import { Line, Sale } from "../interfaces/Types.sol";
import { SaleHead, SaleStore } from "../libraries/SaleStore.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { EXTRA_LIMIT, FLAG_COUNTS, FLAG_LIMIT } from "../terms/TermsLayout.sol";
import { Share } from "../libraries/Waterfall.sol";

/// @title Posting attributed sales
abstract contract Sales is IProgramSales, Pricing, PostedSales {
    using SaleStore for uint256[12];
    using PackedTerms for bytes;

    /// @inheritdoc IProgramSales
    function post(
        address currency,
        Sale[] calldata sales,
        bytes32 evidence
    ) external onlyRole(ATTRIBUTOR_ROLE) nonReentrant {
        _giveEvidence(evidence);
        Posting memory posting = _posting(currency);
        for (uint256 i = 0; i < sales.length; ++i) {
            uint256 memoryBefore = _freeMemory();
            _postOne({ posting: posting, currency: currency, sale: sales[i], payer: address(0) });
            _releaseMemory(memoryBefore);
        }
        if (posting.flags & FLAG_LIMIT != 0) _limit({ posting: posting, currency: currency, sales: sales });
        Pot storage pot = _pots[posting.currency];
        uint256 setAside = _addToBuckets(posting);
        uint256 owed = posting.credited + setAside;
        require(owed <= pot.funds, Program_NotFunded(currency, pot.funds, owed));
        // Safe: at most `funds`.
        pot.funds -= uint128(owed);
        _subCounted(posting.currency, setAside);
    }

    /// @inheritdoc IProgramSales
    function postPaid(
        address currency,
        Sale[] calldata sales,
        address[] calldata payers,
        bytes32 evidence
    ) external onlyRole(ATTRIBUTOR_ROLE) nonReentrant {
        require(sales.length == payers.length, Program_PayersMismatch(sales.length, payers.length));
        _giveEvidence(evidence);
        Posting memory posting = _posting(currency);
        for (uint256 i = 0; i < sales.length; ++i) {
            require(payers[i] != address(0), Program_ZeroAddress());
            _usePayment({ currency: posting.currency, sale: sales[i], payer: payers[i] });
            _postOne({ posting: posting, currency: currency, sale: sales[i], payer: payers[i] });
        }
        if (posting.flags & FLAG_LIMIT != 0) _limit({ posting: posting, currency: currency, sales: sales });
        _subCounted(posting.currency, _addToBuckets(posting));
    }

    /// @param payer Who paid the sale here; zero where it was paid elsewhere.
    function _postOne(Posting memory posting, address currency, Sale calldata sale, address payer) private {
        bytes32 id = sale.id;
        uint256[12] storage words = _sales[id];
        require(id != 0, Program_ZeroSaleId());
        require(words[0] == 0, Program_SaleAlreadyPosted(id));
        SaleHead memory head = _headOf(posting, sale);
        (Share[] memory shares, uint256 setAside, bool alone) = _price({
            posting: posting,
            head: head,
            saleId: id,
            credits: sale.credits
        });
        words.store({ head: head, shares: shares, alone: alone });
        uint256 credited = _credit(posting, shares);
        if (posting.flags & FLAG_COUNTS != 0)
            _countSale({ shares: shares, currency: head.currency, period: posting.segment.period });
        // What the lines leave stays: of a sale paid here all of it, else what was set aside for standing lines.
        if (payer != address(0)) setAside = head.amount - credited;
        posting.credited += credited;
        Posted memory posted = posting.posted[head.kind];
        posted.revenue += head.amount;
        posted.setAside += setAside;
        // Safe: a kind is below 16.
        emit SalePosted({
            saleId: id,
            kind: uint8(head.kind),
            currency: currency,
            amount: head.amount,
            setAside: setAside,
            lines: _lines(shares)
        });
    }

    /// @dev Adds the sales of each kind, and what they set aside, to the running segment: one write for all of them.
    /// @return sum What they set aside for standing lines and the residual.
    function _addToBuckets(Posting memory posting) private returns (uint256 sum) {
        for (uint256 kind = 0; kind < posting.posted.length; ++kind) {
            Posted memory posted = posting.posted[kind];
            if (posted.revenue == 0) continue;
            _addRevenue({
                schedule: posting.schedule,
                segment: posting.segment,
                currency: posting.currency,
                kind: kind,
                revenue: posted.revenue,
                setAside: posted.setAside
            });
            sum += posted.setAside;
        }
    }

    /// @dev Adds each sale line to its partner's books and returns their sum.
    function _credit(Posting memory posting, Share[] memory shares) private returns (uint256 sum) {
        uint256 currency = posting.currency;
        uint256 period = posting.segment.period;
        bool isFinal = posting.schedule.hold == 0;
        uint256 length = shares.length;
        for (uint256 i = 0; i < length; ++i) {
            Share memory share = shares[i];
            uint256 amount = share.amount;
            _hold({ wallet: share.wallet, currency: currency, period: period, amount: amount });
            // Lines are below 2^96.
            unchecked {
                sum += amount;
            }
            if (isFinal) _owe({ party: share.wallet, currency: currency, amount: amount });
        }
    }

    /// @dev Keeps what is posted in one period within the terms' limit. Refunds do not give back.
    function _limit(Posting memory posting, address currency, Sale[] calldata sales) private {
        uint256 period = posting.segment.period;
        uint256 word = _postedIn[posting.currency];
        uint256 posted = word & type(uint32).max == period ? word >> 32 : 0;
        for (uint256 i = 0; i < sales.length; ++i) posted += sales[i].amount;
        uint256 limit = posting.packed.units(posting.currency, posting.packed.extra(EXTRA_LIMIT, 12));
        require(posted <= limit, Program_PostingLimit(currency, posted, limit));
        // A period of an hour at least stays below 2^32 for 490,000 years; a limit is below 2^217.
        _postedIn[posting.currency] = (posted << 32) | period;
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
}
