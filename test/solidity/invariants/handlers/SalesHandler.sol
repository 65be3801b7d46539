// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LanesHandler } from "./LanesHandler.sol";
import { Outcome } from "../../../../contracts/interfaces/TermsTypes.sol";
import { DisputeState, NamedLine, ShownSale } from "../../../../contracts/interfaces/Types.sol";
import { NO_ROLE, REFERRED } from "../../../../contracts/libraries/Constants.sol";
import { SaleWords } from "../../../../contracts/libraries/SaleWords.sol";
import { Post } from "../../support/Posts.sol";
import { Credit, Sale } from "../../support/Sales.sol";

/// @dev Sales paid here and elsewhere, good and bad, alone and in batches, and again under ids that were posted before.
abstract contract SalesHandler is LanesHandler {
    /// @dev What is about to be posted.
    struct Attempt {
        uint256 p;
        uint256 c;
        Sale[] sales;
        GhostLine[][] lines;
        uint256 owed;
        uint256 total;
        bool good;
        bool funded;
    }

    /// @dev Sales whose ids were posted before.
    uint256[] internal _repeated;

    mapping(uint256 program => mapping(uint256 currency => mapping(uint256 period => uint256 amount))) internal _posted;

    mapping(uint256 program => mapping(bytes32 id => mapping(address payer => bool hasPaid))) private _hasPaid;

    function paySale(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, uint256 kind) = _pick(seed);
        amount = _amount(c, amount);
        // A partner is a payer, too; some pay under the id of the last payment, whoever made it.
        address payer = (seed >> 64) % 4 == 0 ? ben : customer;
        bytes32 id = bytes32(++_nextId);
        bool again = (seed >> 72) % 4 == 0 && _ghostPayments.length > 0;
        if (again) id = _ghostPayments[_ghostPayments.length - 1].id;
        _give(c, payer, amount, p);
        uint256 value = c == ETH ? amount : 0;
        vm.prank(payer);
        try programs[p].paySale{ value: value }(id, uint8(kind), _currency(c), amount) {
            _check(2, !_isOutcome(p, kind), "an outcome was paid as a sale");
            _check(6, !_hasPaid[p][id][payer], "a sale was paid twice by one");
            _hasPaid[p][id][payer] = true;
            ghostOwed[p][c] += amount;
            ghostWaiting[p][c] += amount;
            _ghostPayments.push(GhostPayment(p, c, id, kind, amount, payer, block.timestamp, false));
            _did(again && _hasPaid[p][id][payer == ben ? customer : ben] ? "second payer" : "pay sale");
        } catch {
            _check(2, _isOutcome(p, kind) || _hasPaid[p][id][payer], "a sale's payment was refused");
        }
    }

    /* POSTING */

    /// @dev A sale paid elsewhere. Where the funds are short, the operator mostly adds to them first.
    function post(uint256 seed, uint256 amount, uint256 creditSeed) external {
        _postOne(seed, amount, creditSeed);
    }

    /// @dev Several sales in a row: most of what happens to a program is sales.
    function postSome(uint256 seed, uint256 amount, uint256 creditSeed) external {
        for (uint256 i = 0; i < 3; ++i) {
            _postOne(
                seed ^ (i << 8),
                uint256(keccak256(abi.encode(amount, i))),
                uint256(keccak256(abi.encode(creditSeed, i)))
            );
        }
    }

    function _postOne(uint256 seed, uint256 amount, uint256 creditSeed) private {
        (uint256 p, uint256 c, uint256 kind) = _pick(seed);
        Sale memory sale = Sale({
            id: bytes32(++_nextId),
            kind: kind,
            amount: _saleAmount(p, c, kind, amount),
            credits: _creditsFrom(p, creditSeed)
        });
        if (_postSales(_attempt(p, c, _batch(sale)), creditSeed)) _did("post");
    }

    /// @dev Some sales in one batch, mostly all good.
    function postBatch(uint256 seed, uint256 amount, uint256 creditSeed) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        Sale[] memory sales = new Sale[](2 + ((seed >> 32) % 5));
        for (uint256 i = 0; i < sales.length; ++i) {
            uint256 part = uint256(keccak256(abi.encode(amount, i)));
            sales[i] = Sale({
                id: bytes32(++_nextId),
                kind: part % 3,
                amount: _amount(c, part >> 8),
                credits: _creditsFrom(p, uint256(keccak256(abi.encode(creditSeed, i))))
            });
        }
        if (_postSales(_attempt(p, c, sales), creditSeed)) _did("batch");
    }

    /// @dev Another sale under the id of one that was posted, or of a payment that waits.
    function postAgain(uint256 index, uint256 seed, uint256 creditSeed) external {
        if (_ghostSales.length == 0) return;
        GhostSale storage old = _ghostSales[_ghostSales.length - 1 - ((index >> 8) % _min(6, _ghostSales.length))];
        (uint256 p, bytes32 id) = (old.program, old.id);
        if (index % 4 == 0 && _ghostPayments.length > 0) {
            GhostPayment storage payment = _ghostPayments[(index >> 16) % _ghostPayments.length];
            (p, id) = (payment.program, payment.id);
        }
        lastProgram = p;
        Sale memory sale = Sale({
            id: id,
            kind: (seed >> 8) % 3,
            amount: seed % 2 == 0 ? 1 + ((seed >> 16) % old.amount) : _amount(USDC, seed),
            credits: _creditsFrom(p, creditSeed)
        });
        Attempt memory attempt = _attempt(p, seed % 4 == 3 ? ETH : old.currency, _batch(sale));
        bool first = _salesWith[p][id].length == 0;
        // Without hold nothing could be voided.
        bool once = _holdOf(p) == 0 && !first;
        attempt.good = attempt.good && !once;
        uint256 sales = _ghostSales.length;
        if (!_postSales(attempt, creditSeed)) return _did(once ? "second sale refused" : "bad sale refused");
        if (!first) _repeated.push(sales);
        _did("post again");
    }

    function _attempt(uint256 p, uint256 c, Sale[] memory sales) private view returns (Attempt memory attempt) {
        (attempt.p, attempt.c, attempt.sales) = (p, c, sales);
        attempt.lines = new GhostLine[][](sales.length);
        attempt.good = true;
        for (uint256 i = 0; i < sales.length; ++i) {
            attempt.lines[i] = _linesOf(p, c, sales[i]);
            attempt.owed += _setAside(p, sales[i]) + _sum(attempt.lines[i]);
            attempt.total += sales[i].amount;
            attempt.good = attempt.good && _isGood(p, c, sales[i]);
        }
        attempt.good = attempt.good && _isWithinLimit(p, c, attempt.total);
    }

    function _postSales(Attempt memory attempt, uint256 seed) private returns (bool success) {
        (uint256 p, uint256 c) = (attempt.p, attempt.c);
        if (attempt.owed > ghostFunds[p][c] && seed % 5 != 0) _fundProgram(p, c, attempt.owed - ghostFunds[p][c]);
        attempt.funded = attempt.owed <= ghostFunds[p][c];
        (Post memory one, bool fits) = _place(p, c, attempt.sales, new address[](0), seed >> 96);
        success = _sendPost(p, c, one);
        bool possible = attempt.good && attempt.funded;
        if (success) _check(fits ? 3 : 6, possible && fits, "posted without funds, or what terms or lanes refuse");
        else _check(2, !possible || !fits, "a good sale was refused");
        if (!success) {
            _did(
                possible
                    ? "window refused"
                    : attempt.good
                        ? "unfunded sale refused"
                        : "bad sale refused"
            );
            return false;
        }
        ghostFunds[p][c] -= attempt.owed;
        for (uint256 i = 0; i < attempt.sales.length; ++i)
            _record(p, c, attempt.sales[i], attempt.lines[i], address(0));
    }

    function postPaid(uint256 index, uint256 creditSeed) external {
        if (_ghostPayments.length == 0) return;
        GhostPayment storage payment = _ghostPayments[index % _ghostPayments.length];
        uint256 p = payment.program;
        lastProgram = p;
        Sale memory sale = Sale({
            id: payment.id,
            kind: payment.kind,
            amount: payment.amount,
            credits: _creditsFrom(p, creditSeed)
        });
        GhostLine[] memory lines = _linesOf(p, payment.currency, sale);
        bool good = _isGood(p, payment.currency, sale) && _isWithinLimit(p, payment.currency, sale.amount);
        good = good && !_isPostedOnce(p, payment.id);
        (Post memory one, bool fits) = _place(
            p,
            payment.currency,
            _batch(sale),
            _payers(payment.payer),
            creditSeed >> 96
        );
        bool success = _sendPost(p, payment.currency, one);
        good = good && fits;
        if (success) _check(payment.used ? 6 : 3, !payment.used && good, "a payment was used twice, or a bad one");
        else _check(2, payment.used || !good, "a good payment was refused");
        if (!success) return;
        if (_salesWith[p][sale.id].length > 0) _repeated.push(_ghostSales.length);
        payment.used = true;
        ghostWaiting[p][payment.currency] -= payment.amount;
        _record(p, payment.currency, sale, lines, payment.payer);
        _did("post paid");
    }

    /* PAYMENTS THAT WAIT */

    function release(uint256 index, uint256 seed) external {
        if (_ghostPayments.length == 0) return;
        _release(_ghostPayments[index % _ghostPayments.length], seed % 2 == 0);
    }

    /// @param shows Whether a sale that was posted with its id is shown.
    function _release(GhostPayment storage payment, bool shows) internal {
        uint256 p = payment.program;
        lastProgram = p;
        uint256[] storage rivals = _salesWith[p][payment.id];
        ShownSale memory shown;
        if (shows && rivals.length > 0) shown = _shownSale(_ghostSales[rivals[0]]);
        bool toPayer = shown.head != 0 || _isPostedOnce(p, payment.id);
        uint256 due = START + (_ghostPeriod(payment.paidAt) + 2 + _holdOf(p)) * PERIOD;
        bytes memory call = abi.encodeCall(programs[p].releasePayment, (payment.id, payment.payer, shown));
        bool success = _act(stranger, p, 1_000_000, call);
        bool good = !payment.used && (toPayer || block.timestamp >= due);
        // A sale that counts for nothing is no reason.
        if (shown.head != 0) good = good && _stands(_ghostSales[rivals[0]]);
        _check(payment.used ? 6 : 7, success == good, "a payment was kept, or released early or twice");
        if (!success) return;
        payment.used = true;
        ghostWaiting[p][payment.currency] -= payment.amount;
        if (toPayer) ghostDue[p][payment.currency][payment.payer] += payment.amount;
        else _addGhostRevenue(p, payment.currency, payment.kind, payment.amount, payment.amount);
        _did(toPayer ? "payment back" : "release payment");
    }

    /// @dev Without hold no other sale may have the id of one; nor that of one that was paid here and stands.
    function _isPostedOnce(uint256 p, bytes32 id) private view returns (bool) {
        uint256[] storage sales = _salesWith[p][id];
        for (uint256 i = 0; i < sales.length; ++i) {
            GhostSale storage sale = _ghostSales[sales[i]];
            if (_holdOf(p) == 0 || (sale.payer != address(0) && _stands(sale))) return true;
        }
        return false;
    }

    function _stands(GhostSale storage sale) private view returns (bool) {
        return sale.state != DisputeState.Void && sale.refunded < sale.amount;
    }

    /* GHOST */

    function _record(uint256 p, uint256 c, Sale memory sale, GhostLine[] memory lines, address payer) private {
        uint256 index = _ghostSales.length;
        GhostSale storage kept = _ghostSales.push();
        (kept.program, kept.currency, kept.id, kept.kind) = (p, c, sale.id, sale.kind);
        (kept.amount, kept.postedAt, kept.payer) = (sale.amount, block.timestamp, payer);
        kept.place = SaleWords.place(_shownOf(programs[p], sale.id).head);
        _salesWith[p][sale.id].push(index);
        for (uint256 i = 0; i < lines.length; ++i) {
            _ghostLines[index].push(lines[i]);
            _addCredit(p, c, _ghostPeriod(block.timestamp), lines[i].party, lines[i].amount);
        }
        kept.linesHash = _checkLines(kept, lines);
        _ghostSales[index].counts = _countsAny(index);
        _countGhostSale(index, true);
        _posted[p][c][_ghostPeriod(block.timestamp)] += sale.amount;
        _checkSum(p, sale, _sum(lines));
        uint256 setAside = payer == address(0) ? _setAside(p, sale) : sale.amount - _sum(lines);
        _addGhostRevenue(p, c, sale.kind, sale.amount, setAside);
    }

    /// @dev Rule 2, per sale: its lines are those of the terms, to the last unit.
    function _checkLines(GhostSale storage sale, GhostLine[] memory lines) internal returns (bytes32) {
        NamedLine[] memory found = programs[sale.program].describeSale(_shownSale(sale));
        for (uint256 i = 0; i < lines.length; ++i) {
            bool same = found[i].party == lines[i].party && found[i].amount == lines[i].amount;
            _check(2, same, "a line is another than the terms say");
            if (lines[i].stage == REFERRED) _did("referral");
            if (lines[i].isRaised) _did("share of a missing role");
            if (lines[i].partner > 1000) _did("pool");
        }
        return keccak256(abi.encode(found));
    }

    function _checkSum(uint256 p, Sale memory sale, uint256 sum) private {
        uint256 standing = _setAside(p, sale);
        _check(2, sum + standing <= sale.amount, "lines are more than their sale");
        if (_outcomeOf(p, sale.kind).amounts.length > 0) return _did("outcome");
        // A sale's set-aside is rounded up, by less than a unit.
        uint256 most = (sale.amount * _termsOf[p].ceiling) / 1e6 + 1;
        if (_termsOf[p].residualRole == NO_ROLE) _check(3, sum + standing <= most, "a sale paid over its ceiling");
    }

    function _isWithinLimit(uint256 p, uint256 c, uint256 amount) private view returns (bool) {
        uint256 posted = _posted[p][c][_ghostPeriod(block.timestamp)] + amount;
        return p != DEAL || posted <= _units(c, 2.5e13);
    }

    /* INPUT */

    /// @dev Mostly the right one of an outcome.
    function _saleAmount(uint256 p, uint256 c, uint256 kind, uint256 seed) private view returns (uint256 amount) {
        amount = _amount(c, seed);
        Outcome memory outcome = _outcomeOf(p, kind);
        if (outcome.amounts.length == 0 || seed % 8 == 0) return amount;
        if (!outcome.perPeriod) return outcome.amounts[c];
        return 1 + (seed % (_outcomeLeft(p, c, outcome) + 2));
    }

    /// @dev Up to five credits of any enrolled partners, some of whom may not be active; few in roles nobody can play.
    function _creditsFrom(uint256 p, uint256 seed) private view returns (Credit[] memory credits) {
        credits = new Credit[](seed % 6);
        for (uint256 i = 0; i < credits.length; ++i) {
            uint256 part = uint256(keccak256(abi.encode(seed, i)));
            uint256 weight = part % 3 == 0 ? 1 + ((part >> 32) % type(uint32).max) : 1;
            uint256 role = (part >> 16) % _termsOf[p].roles.length;
            if (_termsOf[p].roles[role].stage == REFERRED && (part >> 80) % 8 > 0) role = AFFILIATE;
            credits[i] = _credit(1 + (part % _wallets.length), role, weight);
        }
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
