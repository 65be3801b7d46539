// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SalesHandler } from "./SalesHandler.sol";
import { DisputeState, Refund } from "../../../../contracts/interfaces/Types.sol";

/// @dev Refunds, in part and whole, held, frozen and locked.
abstract contract RefundsHandler is SalesHandler {
    uint256 internal constant MOST_REFUND = 2_000_000;

    uint256[] internal _disputed;

    /// @dev By the deal's attributor.
    mapping(uint256 currency => mapping(uint256 period => uint256 amount)) internal _refundedIn;

    function refund(uint256 index, uint256 amount) external {
        if (_ghostSales.length == 0) return;
        index = index % 4 == 0 && _disputed.length > 0 ? _openDispute(index >> 8) : _recentSale(index >> 8);
        GhostSale storage sale = _ghostSales[index];
        uint256 p = sale.program;
        uint256 left = sale.amount - sale.refunded;
        // A third of the refunds are of all that is left, some of more.
        amount = amount % 3 == 0 ? left : (amount >> 8) % (left + left / 8 + 2);
        lastProgram = p;
        bytes32 id = bytes32(++_nextId);
        bool held = block.timestamp < _lockOf(p, sale.postedAt);
        bool good = held && amount > 0 && amount <= left && _isWithinRefunds(p, sale.currency, amount);
        bytes memory call = abi.encodeCall(programs[p].refund, (_refundsOf(sale, id, amount), 0));
        bool success = _act(attributor, p, MOST_REFUND, call);
        if (sale.state == DisputeState.Void) return _checkSkipped(sale, success);
        if (success) _check(held ? 6 : 7, good, "a locked sale was refunded, or more than was left");
        else _check(2, !good, "a good refund was refused");
        if (!success) return;
        if (p == DEAL) _refundedIn[sale.currency][_ghostPeriod(block.timestamp)] += amount;
        bool frozen = sale.state == DisputeState.Open;
        if (amount == left && frozen) _leave(index);
        _reverse(index, amount, frozen);
        if (amount == left && !frozen) _countGhostSale(index, false);
        _did(frozen ? "refund frozen" : "refund");
        sale.tag = uint64(uint256(keccak256(abi.encode(sale.tag, id))));
        _checkSkipped(sale, _act(attributor, p, MOST_REFUND, call));
    }

    /// @dev Within what the attributor refunds in a period.
    function _isWithinRefunds(uint256 p, uint256 c, uint256 amount) private returns (bool) {
        bool within = p != DEAL || _refundedIn[c][_ghostPeriod(block.timestamp)] + amount <= _units(c, 2e12);
        if (!within) _did("refund limit");
        return within;
    }

    /// @dev Where a sale in dispute goes, each who disputes it has one more of the period's disputes, if it made one in that.
    function _leave(uint256 index) internal {
        uint256[] storage numbers = _disputantsOf[index];
        uint256 period = _ghostPeriod(block.timestamp);
        for (uint256 i = 0; i < numbers.length; ++i) {
            uint256 count = _disputesBy[_ghostSales[index].program][numbers[i]][period];
            if (count > 0) _disputesBy[_ghostSales[index].program][numbers[i]][period] = count - 1;
        }
    }

    /// @dev A repeated or stale refund stops none beside it, and changes nothing.
    function _checkSkipped(GhostSale storage sale, bool success) internal {
        _check(6, success, "a stale refund stopped its batch");
        uint256 refunded = programs[sale.program].stateOf(sale.place >> 16, sale.place & 0xFFFF).refunded;
        _check(6, refunded == sale.refunded, "a stale refund was made");
        _did("refund skipped");
    }

    /// @dev One refund of a sale as it is.
    function _refundsOf(
        GhostSale storage sale,
        bytes32 id,
        uint256 amount
    ) internal view returns (Refund[] memory refunds) {
        refunds = new Refund[](1);
        refunds[0] = Refund({ sale: _shownSale(sale), id: id, tag: sale.tag, amount: uint96(amount), reason: "" });
    }

    /// @dev Mostly one of the last sales, for others are locked.
    function _recentSale(uint256 seed) internal view returns (uint256) {
        uint256 count = _ghostSales.length;
        return seed % 4 == 0 || count < 5 ? (seed >> 8) % count : count - 1 - ((seed >> 8) % 5);
    }

    /// @dev A disputed sale, one that is not settled where there is any.
    function _openDispute(uint256 seed) internal view returns (uint256 index) {
        uint256 count = _disputed.length;
        for (uint256 i = 0; i < count; ++i) {
            index = _disputed[((seed % count) + i) % count];
            if (_ghostSales[index].state == DisputeState.Open) return index;
        }
    }

    /// @dev After refunds of `r` of a sale of `s`, a line of `a` has given back `⌈a × r ÷ s⌉`.
    function _reverse(uint256 index, uint256 amount, bool frozen) internal {
        GhostSale storage sale = _ghostSales[index];
        (uint256 p, uint256 c) = (sale.program, sale.currency);
        uint256 left = sale.amount - sale.refunded;
        sale.refunded += amount;
        uint256 credited = _reverseLines(index, frozen);
        uint256 start = _stretchOf(p, sale.postedAt);
        bytes32 key = _key(p, c, sale.kind, start);
        _revenue[key] -= amount;
        if (sale.payer == address(0)) {
            uint256 rate = _standingRate(p, sale.kind, start);
            uint256 setAside = (left * rate + 1e6 - 1) / 1e6 - ((left - amount) * rate + 1e6 - 1) / 1e6;
            _setAsideIn[key] -= setAside;
            ghostUnsettled[p][c] -= setAside;
            ghostFunds[p][c] += credited + setAside;
        } else {
            _setAsideIn[key] = _setAsideIn[key] + credited - amount;
            ghostUnsettled[p][c] = ghostUnsettled[p][c] + credited - amount;
            ghostDue[p][c][sale.payer] += amount;
        }
    }

    function _reverseLines(uint256 index, bool frozen) private returns (uint256 credited) {
        GhostSale storage sale = _ghostSales[index];
        for (uint256 i = 0; i < _ghostLines[index].length; ++i) {
            GhostLine storage line = _ghostLines[index][i];
            uint256 reversed = (line.amount * sale.refunded + sale.amount - 1) / sale.amount;
            _check(6, reversed <= line.amount, "a line was reversed beyond itself");
            uint256 more = reversed - line.reversed;
            line.reversed = reversed;
            credited += more;
            if (frozen) ghostFrozen[sale.program][sale.currency] -= more;
            else _subCredit(sale.program, sale.currency, _ghostPeriod(sale.postedAt), line.party, more);
        }
    }
}
