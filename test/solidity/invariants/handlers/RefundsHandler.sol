// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SalesHandler } from "./SalesHandler.sol";

/// @dev Refunds, in part and whole, held and locked.
abstract contract RefundsHandler is SalesHandler {
    function refund(uint256 index, uint256 amount) external {
        if (_ghostSales.length == 0) return;
        index = index % _ghostSales.length;
        GhostSale storage sale = _ghostSales[index];
        uint256 left = sale.amount - sale.refunded;
        // A third of the refunds are of all that is left, some of more.
        amount = amount % 3 == 0 ? left : (amount >> 8) % (left + left / 8 + 2);
        lastProgram = sale.program;
        bytes32 id = bytes32(++_nextId);
        bool held = block.timestamp < _lockOf(sale.program, sale.postedAt);
        vm.prank(attributor);
        try programs[sale.program].refund(_refunds(id, sale.id, uint96(amount))) {
            _check(7, held, "a locked sale was refunded");
            _check(6, amount > 0 && amount <= left, "more was refunded than was left");
            _reverse(index, amount);
            _tryAgain(id, sale);
        } catch {
            _check(2, !held || amount == 0 || amount > left, "a good refund was refused");
        }
    }

    function _tryAgain(bytes32 id, GhostSale storage sale) private {
        vm.prank(attributor);
        try programs[sale.program].refund(_refunds(id, sale.id, 1)) {
            _check(6, false, "a refund was made twice");
        } catch {}
    }

    /// @dev After refunds of `r` of a sale of `s`, a line of `a` has given back `⌈a × r ÷ s⌉`.
    function _reverse(uint256 index, uint256 amount) private {
        GhostSale storage sale = _ghostSales[index];
        (uint256 p, uint256 c) = (sale.program, sale.currency);
        uint256 start = _stretchOf(p, sale.postedAt);
        uint256 rate = _standingRate(p, sale.kind, start);
        uint256 left = sale.amount - sale.refunded;
        sale.refunded += amount;
        uint256 credited = 0;
        for (uint256 i = 0; i < _ghostLines[index].length; ++i) {
            GhostLine storage line = _ghostLines[index][i];
            uint256 reversed = (line.amount * sale.refunded + sale.amount - 1) / sale.amount;
            credited += reversed - line.reversed;
            ghostDue[p][c][line.party] -= reversed - line.reversed;
            line.reversed = reversed;
            _check(6, reversed <= line.amount, "a line was reversed beyond itself");
        }
        bytes32 key = _key(p, c, sale.kind, start);
        _revenue[key] -= amount;
        if (sale.payer == address(0)) {
            uint256 brought = (left * rate + 1e6 - 1) / 1e6 - ((left - amount) * rate + 1e6 - 1) / 1e6;
            _brought[key] -= brought;
            ghostFunds[p][c] += credited + brought;
        } else {
            _brought[key] = _brought[key] + credited - amount;
            ghostDue[p][c][sale.payer] += amount;
        }
    }
}
