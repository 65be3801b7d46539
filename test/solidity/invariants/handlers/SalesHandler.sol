// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { MoneyHandler } from "./MoneyHandler.sol";
import { Credit, Sale } from "../../../../contracts/interfaces/Types.sol";
import { NO_ROLE, NOT_PAID } from "../../../../contracts/libraries/Constants.sol";

/// @dev Sales paid here and elsewhere, good and bad.
abstract contract SalesHandler is MoneyHandler {
    function paySale(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, uint256 kind) = _pick(seed);
        amount = _amount(amount);
        _give(c, customer, amount, p);
        bytes32 id = bytes32(++_nextId);
        uint256 value = c == ETH ? amount : 0;
        vm.prank(customer);
        programs[p].paySale{ value: value }(id, uint8(kind), _currency(c), amount);
        ghostOwed[p][c] += amount;
        _ghostPayments.push(GhostPayment(p, c, id, kind, amount, customer, block.timestamp, false));
    }

    /// @dev A sale paid elsewhere. Where the funds are short, the operator mostly adds to them first.
    function post(uint256 seed, uint256 amount, uint256 creditSeed) external {
        _postOne(seed, amount, creditSeed);
    }

    /// @dev Several sales in a row: most of what happens to a program is sales.
    function postSome(uint256 seed, uint256 amount, uint256 creditSeed) external {
        for (uint256 i = 0; i < 3; ++i) {
            _postOne(
                seed + (i << 8),
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
            amount: _amount(amount),
            credits: _creditsFrom(p, creditSeed)
        });
        GhostLine[] memory lines = _linesOf(p, c, sale);
        uint256 owed = _standing(p, sale) + _sum(lines);
        if (owed > ghostFunds[p][c] && creditSeed % 5 != 0) _fundProgram(p, c, owed - ghostFunds[p][c]);
        uint256 before = gasleft();
        vm.prank(attributor);
        try programs[p].post(_currency(c), _batch(sale)) {
            _check(9, before - gasleft() < 3_000_000, "post took too much gas");
            _check(1, owed <= ghostFunds[p][c], "posted without funds");
            ghostFunds[p][c] -= owed;
            _record(p, c, sale, lines, address(0));
        } catch {
            _check(2, owed > ghostFunds[p][c] || !_allActive(p, sale), "a good sale was refused");
        }
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
        vm.prank(attributor);
        try programs[p].postPaid(_currency(payment.currency), _batch(sale), _payers(payment.payer)) {
            _check(6, !payment.used, "a payment was used twice");
            payment.used = true;
            _record(p, payment.currency, sale, lines, payment.payer);
        } catch {
            _check(2, payment.used || !_allActive(p, sale), "a good payment was refused");
        }
    }

    /// @dev Someone without a role tries what takes one.
    function tryAsStranger(uint256 seed) external {
        (uint256 p, uint256 c, uint256 what) = _pick(seed);
        bytes memory call = abi.encodeCall(programs[p].withdrawFunds, (_currency(c), 1));
        if (what == 1) {
            Sale memory sale = _sale(bytes32(++_nextId), 1, new Credit[](0));
            call = abi.encodeCall(programs[p].post, (_currency(c), _batch(sale)));
        }
        if (what == 2 && _ghostSales.length > 0) {
            call = abi.encodeCall(programs[p].refund, (_refunds(bytes32(++_nextId), _ghostSales[0].id, 1)));
        }
        vm.prank(stranger);
        (bool success, ) = address(programs[p]).call(call);
        _check(10, !success, "someone without a role did what takes one");
    }

    function repost(uint256 index) external {
        if (_ghostSales.length == 0) return;
        GhostSale storage old = _ghostSales[index % _ghostSales.length];
        lastProgram = old.program;
        _fundProgram(old.program, old.currency, 1);
        vm.prank(attributor);
        try programs[old.program].post(_currency(old.currency), _batch(_sale(old.id, 1, new Credit[](0)))) {
            _check(6, false, "a sale was posted twice");
        } catch {}
    }

    function release(uint256 index) external {
        if (_ghostPayments.length == 0) return;
        GhostPayment storage payment = _ghostPayments[index % _ghostPayments.length];
        _release(payment);
    }

    function _release(GhostPayment storage payment) internal {
        uint256 p = payment.program;
        lastProgram = p;
        uint256 due = START + (_periodOf(p, payment.paidAt) + 2 + _termsOf[p].holdPeriods) * PERIOD;
        try programs[p].releasePayment(payment.id, payment.payer) {
            _check(6, !payment.used, "a payment was released twice");
            _check(7, block.timestamp >= due, "a payment was released early");
            payment.used = true;
            _addGhostRevenue(p, payment.currency, payment.kind, payment.amount, payment.amount);
        } catch {
            _check(7, payment.used || block.timestamp < due, "a payment was kept");
        }
    }

    /* GHOST */

    function _record(uint256 p, uint256 c, Sale memory sale, GhostLine[] memory lines, address payer) private {
        uint256 index = _ghostSales.length;
        bytes32 linesHash = keccak256(abi.encode(programs[p].saleLines(sale.id)));
        _ghostSales.push(GhostSale(p, c, sale.id, sale.kind, sale.amount, 0, block.timestamp, payer, linesHash));
        for (uint256 i = 0; i < lines.length; ++i) {
            _ghostLines[index].push(lines[i]);
            ghostDue[p][c][lines[i].party] += lines[i].amount;
        }
        uint256 sum = _sum(lines);
        uint256 standing = _standing(p, sale);
        _check(2, sum + standing <= sale.amount, "lines are more than their sale");
        if (_termsOf[p].residualRole == NO_ROLE) {
            // A sale's set-aside is rounded up, by less than a unit.
            uint256 most = (sale.amount * _termsOf[p].ceiling) / 1e6 + 1;
            _check(3, sum + standing <= most, "a sale paid over its ceiling");
        }
        _addGhostRevenue(p, c, sale.kind, sale.amount, payer == address(0) ? standing : sale.amount - sum);
    }

    function _standing(uint256 p, Sale memory sale) private view returns (uint256) {
        uint256 rate = _standingRate(p, sale.kind, block.timestamp);
        return (sale.amount * rate + 1e6 - 1) / 1e6;
    }

    /// @dev Each credit's part of the sale, in the order of the formula.
    function _linesOf(uint256 p, uint256 c, Sale memory sale) private view returns (GhostLine[] memory lines) {
        lines = new GhostLine[](sale.credits.length * 2);
        uint256 left = sale.amount - _standing(p, sale);
        for (uint256 stage = 0; stage < 3; ++stage) {
            uint256 base = stage == 0 ? sale.amount : left;
            for (uint256 i = 0; i < sale.credits.length; ++i) {
                uint256 part = _part(p, c, sale, i, stage, base);
                lines[i + (stage == 2 ? sale.credits.length : 0)].party = _wallets[sale.credits[i].partner - 1];
                lines[i + (stage == 2 ? sale.credits.length : 0)].amount += part;
                left -= part;
            }
        }
    }

    function _part(
        uint256 p,
        uint256 c,
        Sale memory sale,
        uint256 index,
        uint256 stage,
        uint256 base
    ) private view returns (uint256) {
        Credit memory credit = sale.credits[index];
        if (stage == 2 && credit.role != _termsOf[p].residualRole) return 0;
        if (stage < 2 && _termsOf[p].roles[credit.role].stage != stage) return 0;
        uint256 rate = stage == 2 ? 1e6 : _creditRate(p, c, sale.kind, credit.role, credit.partner);
        if (rate == NOT_PAID) return 0;
        uint256 weights = 0;
        for (uint256 i = 0; i < sale.credits.length; ++i) {
            if (sale.credits[i].role == credit.role) weights += sale.credits[i].weight;
        }
        return (base * rate * credit.weight) / (weights * 1e6);
    }

    function _sum(GhostLine[] memory lines) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < lines.length; ++i) sum += lines[i].amount;
    }

    /// @dev Up to five credits of any enrolled partners, some of whom may not be active.
    function _creditsFrom(uint256 p, uint256 seed) private view returns (Credit[] memory credits) {
        credits = new Credit[](seed % 6);
        for (uint256 i = 0; i < credits.length; ++i) {
            uint256 part = uint256(keccak256(abi.encode(seed, i)));
            uint256 weight = part % 3 == 0 ? 1 + ((part >> 32) % type(uint32).max) : 1;
            credits[i] = _credit(1 + (part % _wallets.length), (part >> 16) % _termsOf[p].roles.length, weight);
        }
    }

    function _allActive(uint256 p, Sale memory sale) private view returns (bool) {
        for (uint256 i = 0; i < sale.credits.length; ++i) {
            if (!_isActive[p][sale.credits[i].partner]) return false;
        }
        return true;
    }
}
