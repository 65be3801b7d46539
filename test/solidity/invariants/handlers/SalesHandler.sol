// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { MoneyHandler } from "./MoneyHandler.sol";
import { Outcome } from "../../../../contracts/interfaces/TermsTypes.sol";
import { NamedLine } from "../../../../contracts/interfaces/Types.sol";
import { NO_ROLE, REFERRED } from "../../../../contracts/libraries/Constants.sol";
import { Credit, Sale } from "../../support/Sales.sol";

/// @dev Sales paid here and elsewhere, good and bad.
abstract contract SalesHandler is MoneyHandler {
    uint256 private constant MOST_POST = 3_000_000;

    mapping(uint256 program => mapping(uint256 currency => mapping(uint256 period => uint256 amount))) private _posted;

    function paySale(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, uint256 kind) = _pick(seed);
        amount = _amount(c, amount);
        _give(c, customer, amount, p);
        bytes32 id = bytes32(++_nextId);
        uint256 value = c == ETH ? amount : 0;
        vm.prank(customer);
        try programs[p].paySale{ value: value }(id, uint8(kind), _currency(c), amount) {
            _check(2, kind < 3, "an outcome was paid as a sale");
            ghostOwed[p][c] += amount;
            ghostWaiting[p][c] += amount;
            _ghostPayments.push(GhostPayment(p, c, id, kind, amount, customer, block.timestamp, false));
            _did("pay sale");
        } catch {
            _check(2, kind >= 3, "a sale's payment was refused");
        }
    }

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
        GhostLine[] memory lines = _linesOf(p, c, sale);
        uint256 owed = _setAside(p, sale) + _sum(lines);
        if (owed > ghostFunds[p][c] && creditSeed % 5 != 0) _fundProgram(p, c, owed - ghostFunds[p][c]);
        bool good = _isGood(p, c, sale) && _isWithinLimit(p, c, sale.amount);
        bool funded = owed <= ghostFunds[p][c];
        bytes memory call = abi.encodeCall(programs[p].post, (_currency(c), _batch(sale), 0));
        bool success = _act(attributor, p, MOST_POST, call);
        if (success) _check(funded ? 3 : 1, good && funded, "posted without funds, or what the terms refuse");
        else _check(2, !good || !funded, "a good sale was refused");
        if (!success) return _did(good ? "unfunded sale refused" : "bad sale refused");
        ghostFunds[p][c] -= owed;
        _record(p, c, sale, lines, address(0));
        _did("post");
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
        bytes memory call = abi.encodeCall(
            programs[p].postPaid,
            (_currency(payment.currency), _batch(sale), _payers(payment.payer), 0)
        );
        bool success = _act(attributor, p, MOST_POST, call);
        if (success) _check(payment.used ? 6 : 3, !payment.used && good, "a payment was used twice, or a bad one");
        else _check(2, payment.used || !good, "a good payment was refused");
        if (!success) return;
        payment.used = true;
        ghostWaiting[p][payment.currency] -= payment.amount;
        _record(p, payment.currency, sale, lines, payment.payer);
        _did("post paid");
    }

    function repost(uint256 index) external {
        if (_ghostSales.length == 0) return;
        GhostSale storage old = _ghostSales[index % _ghostSales.length];
        lastProgram = old.program;
        _fundProgram(old.program, old.currency, 1);
        Sale memory sale = _sale(old.id, 1, new Credit[](0));
        bytes memory call = abi.encodeCall(programs[old.program].post, (_currency(old.currency), _batch(sale), 0));
        _check(6, !_act(attributor, old.program, MOST_POST, call), "a sale was posted twice");
        _did("repost refused");
    }

    function release(uint256 index) external {
        if (_ghostPayments.length == 0) return;
        _release(_ghostPayments[index % _ghostPayments.length]);
    }

    function _release(GhostPayment storage payment) internal {
        uint256 p = payment.program;
        lastProgram = p;
        uint256 due = START + (_ghostPeriod(payment.paidAt) + 2 + _holdOf(p)) * PERIOD;
        bytes memory call = abi.encodeCall(programs[p].releasePayment, (payment.id, payment.payer));
        bool success = _act(stranger, p, 1_000_000, call);
        bool good = !payment.used && block.timestamp >= due;
        _check(payment.used ? 6 : 7, success == good, "a payment was kept, or released early or twice");
        if (!success) return;
        payment.used = true;
        ghostWaiting[p][payment.currency] -= payment.amount;
        _addGhostRevenue(p, payment.currency, payment.kind, payment.amount, payment.amount);
        _did("release payment");
    }

    /* GHOST */

    function _record(uint256 p, uint256 c, Sale memory sale, GhostLine[] memory lines, address payer) private {
        uint256 index = _ghostSales.length;
        GhostSale storage kept = _ghostSales.push();
        (kept.program, kept.currency, kept.id, kept.kind) = (p, c, sale.id, sale.kind);
        (kept.amount, kept.postedAt, kept.payer) = (sale.amount, block.timestamp, payer);
        kept.linesHash = _checkLines(p, sale.id, lines);
        for (uint256 i = 0; i < lines.length; ++i) {
            _ghostLines[index].push(lines[i]);
            _addCredit(p, c, _ghostPeriod(block.timestamp), lines[i].party, lines[i].amount);
        }
        _countGhostSale(index, true);
        _posted[p][c][_ghostPeriod(block.timestamp)] += sale.amount;
        _checkSum(p, sale, _sum(lines));
        uint256 setAside = payer == address(0) ? _setAside(p, sale) : sale.amount - _sum(lines);
        _addGhostRevenue(p, c, sale.kind, sale.amount, setAside);
    }

    /// @dev Rule 2, per sale: its lines are those of the terms, to the last unit.
    function _checkLines(uint256 p, bytes32 id, GhostLine[] memory lines) internal returns (bytes32) {
        NamedLine[] memory found = programs[p].saleLines(id);
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
        if (_outcomeOf(p, sale.kind).amount > 0) return _did("outcome");
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
        if (outcome.amount == 0 || seed % 8 == 0) return amount;
        if (!outcome.perPeriod) return _units(c, outcome.amount);
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
}
