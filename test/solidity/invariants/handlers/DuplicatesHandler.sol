// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputesHandler } from "./DisputesHandler.sol";
import { DisputeState } from "../../../../contracts/interfaces/Types.sol";

/// @dev Anybody voids one of two sales that have one id, or freezes it for the arbiter.
abstract contract DuplicatesHandler is DisputesHandler {
    function voidDuplicate(uint256 which, uint256 seed) external {
        if (_repeated.length == 0) return;
        uint256 second = _repeated[
            _repeated.length - 1 - ((which >> 8) % (_repeated.length < 4 ? _repeated.length : 4))
        ];
        uint256[] storage same = _salesWith[_ghostSales[second].program][_ghostSales[second].id];
        uint256 first = same[(which >> 16) % same.length];
        // Mostly in the order in which they stand; some take a sale for its own duplicate, or one of another id.
        if (seed % 8 > 0 && !_standsBefore(first, second)) (first, second) = (second, first);
        if (seed % 16 == 1) first = (seed >> 8) % _ghostSales.length;
        GhostSale storage standing = _ghostSales[first];
        GhostSale storage duplicate = _ghostSales[second];
        uint256 p = duplicate.program;
        lastProgram = p;
        bool good = standing.program == p && standing.id == duplicate.id && _standsBefore(first, second);
        good = good && standing.refunded < standing.amount && standing.state != DisputeState.Void;
        bool held = block.timestamp < _lockOf(p, duplicate.postedAt);
        good = good && held && duplicate.refunded < duplicate.amount;
        bool covered = _covers(standing, duplicate);
        bool possible = covered ? duplicate.state != DisputeState.Reattributed : duplicate.state == DisputeState.None;
        good = good && possible;
        bytes memory call = abi.encodeCall(programs[p].voidDuplicate, (_shownSale(standing), _shownSale(duplicate)));
        bool success = _act(stranger, p, 2 * MOST_REFUND, call);
        _check(6, success == good, "a sale was made void as a duplicate, or was not");
        if (!success) return _did("no duplicate refused");
        if (covered) return _voidHeld(second);
        duplicate.state = DisputeState.Open;
        duplicate.deadline = START + (_ghostPeriod(block.timestamp) + 2) * PERIOD;
        _disputed.push(second);
        _freeze(second);
        _did("duplicate frozen");
    }

    /// @dev One that was paid here stands, else the one that was posted first.
    function _standsBefore(uint256 first, uint256 second) private view returns (bool) {
        bool isPaid = _ghostSales[first].payer != address(0);
        if (isPaid != (_ghostSales[second].payer != address(0))) return isPaid;
        return first < second;
    }

    /// @dev Whether what is left of the first is worth the second.
    function _covers(GhostSale storage first, GhostSale storage second) private view returns (bool) {
        return first.currency == second.currency && first.amount - first.refunded >= second.amount;
    }

    function _voidHeld(uint256 index) private {
        GhostSale storage sale = _ghostSales[index];
        bool frozen = sale.state == DisputeState.Open;
        if (frozen) _leave(index);
        sale.state = DisputeState.Void;
        if (!frozen) _countGhostSale(index, false);
        _reverse(index, sale.amount - sale.refunded, frozen);
        _did("duplicate void");
    }
}
