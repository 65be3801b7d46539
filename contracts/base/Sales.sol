// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Hashes } from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import { Posting } from "./CreditRates.sol";
import { Lanes } from "./Lanes.sol";
import { Priced, Pricing } from "./Pricing.sol";
import { Batch, PlainSales } from "./PlainSales.sol";
import { Payment, Pot } from "./ProgramStorage.sol";
import { IProgramSales } from "../interfaces/IProgramSales.sol";
import { Power, Status } from "../interfaces/Types.sol";
import { MAX_CREDITS } from "../libraries/Constants.sol";
import { Lists } from "../libraries/Lists.sol";
import { Logs } from "../libraries/Logs.sol";
import { PackedPartner } from "../libraries/PartnerRecord.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { EXTRA_LIMIT, FLAG_ACCEPTANCE, FLAG_LIMIT } from "../terms/TermsLayout.sol";

/// @title Posting attributed sales
/// @dev The books are written once a batch. Of the sales themselves only the root of their tree stays: nodes of two children, of which
/// node `i` has those at `2i + 1` and `2i + 2`, the leaves last.
abstract contract Sales is IProgramSales, Pricing, Lanes, PlainSales {
    using Lists for uint256[];
    using PackedTerms for bytes;

    /// @dev Id, time, amount, kind and form of a sale.
    uint256 private constant SALE = 51;
    uint256 private constant PAYER = 20;

    /// @dev Bits of a sale's form.
    uint256 private constant PAID_HERE = 64;
    uint256 private constant WEIGHTED = 128;

    /// @inheritdoc IProgramSales
    function post(
        address currency,
        uint256 lane,
        uint256 head,
        uint256 from,
        uint256 until,
        bytes32 evidence,
        bytes calldata packed
    ) external only(Power.Attributor) nonReentrant {
        Posting memory posting = _posting(currency);
        (Batch memory batch, uint256 sales) = _openBatch(posting, packed);
        uint256 laneHead = _advance({
            posting: posting,
            lane: lane,
            head: head,
            from: from,
            until: until,
            evidence: evidence,
            packed: packed
        });
        batch.from = from;
        // In the late lane any time will do.
        batch.until = until == 0 ? type(uint256).max : until;
        uint256 number = ++_batches;
        batch.head |= number << SaleWords.BATCH_AT;
        uint256[] memory tree = _postAll({ posting: posting, batch: batch, sales: sales });
        require(batch.offset == batch.end, Program_InvalidBatch(batch.offset - posting.start));
        if (posting.flags & FLAG_LIMIT != 0) _limit({ posting: posting, currency: currency, total: batch.total });
        _book({ posting: posting, currency: currency, owed: batch.owed });
        bytes32 root = _rootOf(tree, sales);
        _roots[number] = root;
        tree.set(
            2 * sales - 1,
            uint256(
                Logs.emit3({
                    selector: BatchPosted.selector,
                    topic: bytes32(number),
                    second: bytes32(lane),
                    third: evidence,
                    data: abi.encode(currency, sales, from, until, laneHead, root)
                })
            )
        );
        _keepCheckpoint(posting.segment.period);
        _fold({ count: sales + 1, digest: tree.hash(sales - 1, sales + 1) });
    }

    /* READING */

    /// @dev Reads what comes before the sales.
    function _openBatch(
        Posting memory posting,
        bytes calldata packed
    ) internal view returns (Batch memory batch, uint256 sales) {
        uint256 start;
        // Memory-safe: touches no memory.
        assembly ("memory-safe") {
            start := packed.offset
        }
        posting.start = start;
        batch.end = start + packed.length;
        uint256 partners = _wordAt(start) >> 240;
        sales = _wordAt(start + 2) >> 240;
        batch.offset = start + 4 + partners * 3;
        require(sales > 0 && batch.offset <= batch.end, Program_InvalidBatch(0));
        require(posting.segment.ordinal < SaleWords.MAX_SEGMENTS, Program_TooOld(posting.segment.ordinal));
        _loadPartners({ posting: posting, offset: start + 4, count: partners });
        batch.head = (posting.segment.ordinal << SaleWords.SEGMENT_AT) | (posting.currency << SaleWords.CURRENCY_AT);
        batch.log = _allocateLog();
        uint256 log = batch.log;
        uint256[] memory words;
        // Memory-safe: within what was allocated.
        assembly ("memory-safe") {
            words := add(log, 0x80)
        }
        batch.words = words;
        if (_allowsPlain(posting)) batch.plainKinds = posting.kinds;
        batch.numbers = posting.numbers;
        batch.sums = posting.sums;
        batch.rates = posting.rates;
        batch.standing = posting.standing;
        batch.revenue = posting.revenue;
        batch.setAside = posting.setAside;
    }

    /// @dev Room for the log of a sale: selector, id, head, offset of the words, their number, and they.
    function _allocateLog() private pure returns (uint256 log) {
        bytes32 selector = SalePosted.selector;
        uint256 size = (5 + SaleWords.MAX_LINES + 1) * 32;
        // Memory-safe: takes fresh memory.
        assembly ("memory-safe") {
            log := mload(0x40)
            mstore(0x40, add(log, size))
            mstore(log, selector)
            mstore(add(log, 0x60), 0x40)
        }
    }

    /// @dev Reads the next sale, up to its credits.
    /// @return time When it occurred.
    /// @return payer Who paid it here, or zero.
    function _readSale(
        Posting memory posting,
        Batch memory batch,
        Priced memory sale
    ) internal pure returns (uint256 time, address payer) {
        // Safe: calldata is shorter than 2^64.
        unchecked {
            uint256 offset = batch.offset;
            uint256 id = _wordAt(offset);
            // time 40 | amount 96 | kind 8 | form 8
            uint256 facts = _wordAt(offset + 32) >> 104;
            uint256 form = facts & 0xFF;
            uint256 count = form & (PAID_HERE - 1);
            time = facts >> 112;
            sale.id = bytes32(id);
            sale.amount = (facts >> 16) & type(uint96).max;
            sale.kind = (facts >> 8) & 0xFF;
            sale.count = count;
            uint256 next = offset + SALE;
            uint256 size = CREDIT;
            if (form >= PAID_HERE) {
                if (form & PAID_HERE != 0) {
                    payer = address(uint160(_wordAt(next) >> 96));
                    require(payer != address(0), Program_ZeroAddress());
                    next += PAYER;
                }
                if (form & WEIGHTED != 0) size = WEIGHTED_CREDIT;
            }
            sale.weighted = size != CREDIT;
            sale.credits = next;
            next += count * size;
            bool fits = next <= batch.end && id > batch.lastId && count <= MAX_CREDITS;
            require(fits, Program_InvalidBatch(offset - posting.start));
            batch.lastId = id;
            batch.offset = next;
        }
    }

    /* POSTING */

    /// @dev Prices all sales and tells of them.
    /// @return tree With its leaves, and one place more, for the hash of the batch's own log.
    function _postAll(
        Posting memory posting,
        Batch memory batch,
        uint256 sales
    ) private returns (uint256[] memory tree) {
        tree = Lists.zeros(2 * sales);
        for (uint256 i = 0; i < sales; ++i) {
            uint256 leaf = _postPlain(batch, i);
            if (leaf == 0) leaf = _postNext(posting, batch, i);
            tree.set(sales - 1 + i, leaf);
        }
    }

    /// @dev Prices the next sale and tells of it.
    /// @return leaf Of the batch's tree.
    function _postNext(Posting memory posting, Batch memory batch, uint256 place) private returns (uint256 leaf) {
        uint256 memoryBefore = Lists.freeMemory();
        Priced memory sale;
        (uint256 time, address payer) = _readSale(posting, batch, sale);
        require(batch.from <= time && time < batch.until, Program_OutsideWindow(sale.id, time));
        bool isPaid = payer != address(0);
        if (isPaid) _usePayment(posting, sale, payer);
        if (isPaid || posting.schedule.hold == 0) _postOnce(sale.id);
        _price(posting, sale, batch.words);

        // Amounts are below 2^96, and a batch has fewer than 2^16 sales.
        unchecked {
            uint256 setAside = isPaid ? sale.standing + sale.left : sale.standing;
            if (!isPaid) batch.owed += sale.amount - sale.left;
            batch.total += sale.amount;
            posting.revenue.set(sale.kind, posting.revenue.get(sale.kind) + sale.amount);
            posting.setAside.set(sale.kind, posting.setAside.get(sale.kind) + setAside);
            uint256 head =
                batch.head |
                    sale.amount |
                    (sale.kind << SaleWords.KIND_AT) |
                    (sale.lines << SaleWords.LINES_AT) |
                    (sale.standingRate << SaleWords.STANDING_AT) |
                    (time << SaleWords.TIME_AT) |
                    (place << SaleWords.PLACE_AT);
            uint256 count = sale.lines;
            if (isPaid) {
                head |= 1 << SaleWords.PAID_AT;
                batch.words.set(count++, uint160(payer));
            }
            leaf = _log({ log: batch.log, id: sale.id, head: head, count: count });
        }
        Lists.releaseMemory(memoryBefore);
    }

    /// @dev Emits {SalePosted}, and returns the hash of the log.
    function _log(uint256 log, bytes32 id, uint256 head, uint256 count) private returns (uint256 hash) {
        // Memory-safe: within what `_allocateLog` took.
        assembly ("memory-safe") {
            mstore(add(log, 0x20), id)
            mstore(add(log, 0x40), head)
            mstore(add(log, 0x80), count)
            let size := shl(5, add(5, count))
            log2(add(log, 0x40), sub(size, 0x40), mload(log), id)
            hash := keccak256(log, size)
        }
    }

    function _usePayment(Posting memory posting, Priced memory sale, address payer) private {
        Payment storage payment = _payments[sale.id][payer];
        require(payment.amount > 0 && !payment.used, Program_NotPaid(sale.id, payer));
        bool same = payment.kind == sale.kind && payment.currency == posting.currency;
        require(same && payment.amount == sale.amount, Program_PaymentMismatch(sale.id, payment.amount, sale.amount));
        payment.used = true;
    }

    function _postOnce(bytes32 saleId) private {
        require(!_postedOnce[saleId], Program_SaleAlreadyPosted(saleId));
        _postedOnce[saleId] = true;
    }

    /* BOOKS */

    /// @dev Writes what the batch changes: partners' credits, the running segment, the funds.
    /// @param owed What the funds give.
    function _book(Posting memory posting, address currency, uint256 owed) private {
        _creditAll({
            numbers: posting.numbers,
            sums: posting.sums,
            currency: posting.currency,
            period: posting.segment.period
        });
        if (posting.schedule.hold == 0) _oweAll(posting);
        uint256 setAside = _addToBuckets(posting);
        Pot storage pot = _pots[posting.currency];
        require(owed <= pot.funds, Program_NotFunded(currency, pot.funds, owed));
        // Safe: at most `funds`.
        if (owed > 0) pot.funds -= uint128(owed);
        _subCounted(posting.currency, setAside);
    }

    /// @dev Without hold, lines are owed as they are posted; those of partners that have yet to accept the terms wait.
    function _oweAll(Posting memory posting) private {
        bool asks = posting.flags & FLAG_ACCEPTANCE != 0;
        for (uint256 i = 0; i < posting.numbers.length; ++i) {
            uint256 amount = posting.sums.get(i) & type(uint128).max;
            if (amount == 0) continue;
            PackedPartner partner = PackedPartner.wrap(posting.records.get(i));
            address wallet = partner.wallet();
            bool waits = asks && !_members[wallet].accepted && partner.status() != Status.Left;
            if (waits) _waiting[_accountKey(wallet, posting.currency)] += amount;
            else _owe({ party: wallet, currency: posting.currency, amount: amount });
        }
    }

    /// @dev Adds the sales of each kind, and what they set aside, to the running segment.
    /// @return sum What they set aside for standing lines and the residual.
    function _addToBuckets(Posting memory posting) private returns (uint256 sum) {
        for (uint256 kind = 0; kind < posting.kinds; ++kind) {
            uint256 revenue = posting.revenue.get(kind);
            if (revenue == 0) continue;
            _addRevenue({
                schedule: posting.schedule,
                segment: posting.segment,
                currency: posting.currency,
                kind: kind,
                revenue: revenue,
                setAside: posting.setAside.get(kind)
            });
            sum += posting.setAside.get(kind);
        }
    }

    /// @dev Keeps what is posted in one period within the terms' limit. Refunds do not give back.
    function _limit(Posting memory posting, address currency, uint256 total) private {
        uint256 period = posting.segment.period;
        uint256 word = _postedIn[posting.currency];
        uint256 posted = total + (word & type(uint32).max == period ? word >> 32 : 0);
        uint256 limit = posting.packed.ruleAmount(EXTRA_LIMIT, posting.currency);
        require(posted <= limit, Program_PostingLimit(currency, posted, limit));
        // A period of a day at least stays below 2^32 for 11 million years; a limit is below 2^96.
        _postedIn[posting.currency] = (posted << 32) | period;
    }

    /* TREE */

    /// @dev The root over leaves that lie from place `sales - 1` on.
    function _rootOf(uint256[] memory tree, uint256 sales) private pure returns (bytes32) {
        // Safe: a place is below twice the sales.
        unchecked {
            for (uint256 i = sales - 1; i > 0;) {
                --i;
                bytes32 hash = Hashes.commutativeKeccak256(bytes32(tree.get(2 * i + 1)), bytes32(tree.get(2 * i + 2)));
                tree.set(i, uint256(hash));
            }
        }
        return bytes32(tree.get(0));
    }
}
