// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { RefundsHandler } from "./RefundsHandler.sol";
import { DisputeState, Refund, ShownSale } from "../../../../contracts/interfaces/Types.sol";
import { FIRST_POOL, NO_ROLE, NOT_PAID } from "../../../../contracts/libraries/Constants.sol";

/// @dev Partners freeze sales; the arbiter of their time upholds, voids or re-attributes them, in time or not; others close what was left.
abstract contract DisputesHandler is RefundsHandler {
    uint256 private constant MOST_DISPUTES = 2;

    /// @dev A dispute that is tried. `able`: the partner may dispute the sale; `held`: in time.
    struct Try {
        uint256 number;
        address party;
        address caller;
        uint256 role;
        bool able;
        bool held;
        bool isOpen;
    }

    function dispute(uint256 index, uint256 who) external {
        if (_ghostSales.length == 0) return;
        // One in four is of a sale whose id another has: who it pays may want to shield it.
        index = index % 4 == 0 && _repeated.length > 0 ? _repeated[_repeated.length - 1] : _recentSale(index);
        GhostSale storage sale = _ghostSales[index];
        lastProgram = sale.program;
        Try memory one = _tryOf(index, who);
        bool good = one.able && one.held && sale.refunded < sale.amount;
        good = good && (one.isOpen || sale.state == DisputeState.None || sale.state == DisputeState.Stands);
        bool success = _dispute({ sale: sale, one: one, reason: "not mine", evidence: bytes32(who) });
        if (success) _check(one.held ? 6 : 7, good, "a sale was disputed that cannot be, or again");
        else _check(10, !good, "a partner could not dispute");
        if (!success) return _did("dispute refused");
        _noteDispute(index, one);
        success = _dispute({ sale: sale, one: one, reason: "still not", evidence: bytes32(who) });
        _check(6, !success, "a partner disputed a sale twice");
    }

    function _tryOf(uint256 index, uint256 who) private view returns (Try memory one) {
        GhostSale storage sale = _ghostSales[index];
        uint256 p = sale.program;
        one.number = 1 + (who % _wallets.length);
        // One in eight calls by the wallet it enrolled with, wherever it is paid.
        one.party = _wallets[one.number - 1];
        one.caller = (who >> 8) % 8 == 0 ? one.party : _walletOf(p, one.party);
        // One in eight claims no role: it must have a line.
        one.role = (who >> 16) % 8 == 0 ? NO_ROLE : AFFILIATE;
        one.held = block.timestamp < _lockOf(p, sale.postedAt);
        one.isOpen = sale.state == DisputeState.Open;
        one.able = one.caller == _walletOf(p, one.party) && !_hasLeft[p][one.number];
        one.able = one.able && p > 0 && _disputesBy[p][one.number][_ghostPeriod(block.timestamp)] < MOST_DISPUTES;
        one.able = one.able && sale.place >> 16 > _enrolledAfter[p][one.number] && !_hasDisputed(index, one.number);
        bool claims = one.role == AFFILIATE && _isPaidRole(p, sale.kind);
        one.able = one.able && (claims || _hasLine(index, one.number));
    }

    function _dispute(
        GhostSale storage sale,
        Try memory one,
        string memory reason,
        bytes32 evidence
    ) private returns (bool) {
        bytes memory call = abi.encodeCall(
            programs[sale.program].dispute,
            (one.party, _shownSale(sale), one.role, reason, evidence)
        );
        return _act(one.caller, sale.program, MOST_REFUND, call);
    }

    function _noteDispute(uint256 index, Try memory one) private {
        GhostSale storage sale = _ghostSales[index];
        uint256 period = _ghostPeriod(block.timestamp);
        ++_disputesBy[sale.program][one.number][period];
        sale.deadline = START + (period + 2) * PERIOD;
        _disputantsOf[index].push(one.number);
        if (one.isOpen) return _did("join a dispute");
        if (sale.state == DisputeState.Stands) _did("dispute again");
        sale.state = DisputeState.Open;
        _disputed.push(index);
        _freeze(index);
        _did("dispute");
    }

    function _hasDisputed(uint256 index, uint256 number) private view returns (bool) {
        uint256[] storage numbers = _disputantsOf[index];
        for (uint256 i = 0; i < numbers.length; ++i) if (numbers[i] == number) return true;
        return false;
    }

    function _hasLine(uint256 index, uint256 number) private view returns (bool) {
        GhostLine[] storage lines = _ghostLines[index];
        for (uint256 i = 0; i < lines.length; ++i) if (lines[i].partner == number) return true;
        return false;
    }

    function _isPaidRole(uint256 p, uint256 kind) private view returns (bool) {
        return AFFILIATE == _termsOf[p].residualRole || _termsOf[p].roles[AFFILIATE].rates[kind] != NOT_PAID;
    }

    function settleDispute(uint256 which, uint256 seed) external {
        if (_disputed.length == 0) return;
        uint256 index = which % 8 == 0 ? _disputed[(which >> 8) % _disputed.length] : _openDispute(which >> 8);
        uint256 what = (which >> 64) % 4;
        if (what == 3) return _close(index);
        GhostSale storage sale = _ghostSales[index];
        lastProgram = sale.program;
        address decider = _arbiterOf(sale.program, sale.place);
        // One in eight is tried by who does not decide it: the operator, or another arbiter.
        address caller = decider;
        if ((which >> 72) % 8 == 0) caller = arbiter == decider || (which >> 80) % 2 == 0 ? operator : arbiter;
        bool good = caller == decider && sale.state == DisputeState.Open && block.timestamp < sale.deadline;
        if (what == 2) return _reattribute(index, caller, seed, good);
        bytes memory call =
            what == 0
                ? abi.encodeCall(programs[sale.program].upholdSale, (_shownSale(sale), ""))
                : abi.encodeCall(programs[sale.program].voidSale, (_shownSale(sale), ""));
        bool success = _act(caller, sale.program, MOST_REFUND, call);
        _check(caller == decider ? 6 : 10, success == good, "a dispute was settled wrongly, or not");
        if (!success) return;
        if (what == 0) _stand(index, DisputeState.Stands);
        else _void(index);
        _did(what == 0 ? "uphold" : "void");
    }

    function _reattribute(uint256 index, address caller, uint256 seed, bool good) private {
        GhostSale storage sale = _ghostSales[index];
        uint256 p = sale.program;
        // One in eight names a line too few or too many.
        uint256 count = _ghostLines[index].length;
        if (seed % 8 == 0) count = count == 0 || seed % 16 == 0 ? count + 1 : count - 1;
        good = good && count == _ghostLines[index].length;
        uint256[] memory partners = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 part = uint256(keccak256(abi.encode(seed, i)));
            partners[i] = _anyTaker(index, part);
            good = good && (_hasLine(index, partners[i]) || _hasDisputed(index, partners[i]));
            // Nothing new comes to who decides.
            if (i < _ghostLines[index].length && partners[i] != _ghostLines[index][i].partner)
                good = good && !_isOf(p, caller, partners[i]);
        }
        ShownSale memory old = _shownSale(sale);
        bytes memory call = abi.encodeCall(programs[p].reattributeSale, (old, partners, ""));
        bool success = _act(caller, p, MOST_REFUND, call);
        _check(good ? 6 : 10, success == good, "a sale was re-attributed wrongly, or not");
        if (!success) return;
        bool hadNobody = _areGhostPools(index);
        for (uint256 i = 0; i < count; ++i) {
            GhostLine storage line = _ghostLines[index][i];
            line.partner = partners[i];
            line.party = partners[i] >= FIRST_POOL ? _poolHolder(partners[i] - FIRST_POOL) : _wallets[partners[i] - 1];
        }
        // One that pools alone had is somebody's only now.
        if (hadNobody) sale.counts = _countsAny(index);
        _stand(index, DisputeState.Reattributed);
        sale.linesHash = _checkLines(sale, _ghostLines[index]);
        _did("reattribute");
        _tryOldWords(sale, old);
    }

    /// @dev Whether a partner is who decides.
    function _isOf(uint256 p, address decider, uint256 number) private view returns (bool) {
        if (number >= FIRST_POOL) return false;
        address party = _wallets[number - 1];
        return party == decider || _walletOf(p, party) == decider;
    }

    /// @dev Mostly somebody with a line of the sale, or who disputes it.
    function _anyTaker(uint256 index, uint256 seed) private view returns (uint256) {
        uint256[] storage numbers = _disputantsOf[index];
        uint256 lines = _ghostLines[index].length;
        if (seed % 16 == 0) return 1 + ((seed >> 8) % _wallets.length);
        uint256 chosen = (seed >> 8) % (lines + numbers.length == 0 ? 1 : lines + numbers.length);
        if (chosen < lines) return _ghostLines[index][chosen].partner;
        return chosen - lines < numbers.length ? numbers[chosen - lines] : 1;
    }

    function _areGhostPools(uint256 index) private view returns (bool) {
        GhostLine[] storage lines = _ghostLines[index];
        for (uint256 i = 0; i < lines.length; ++i) if (lines[i].partner < FIRST_POOL) return false;
        return true;
    }

    /// @dev What a sale was before its re-attribution counts no more, even where the same partners have it.
    function _tryOldWords(GhostSale storage sale, ShownSale memory old) private {
        Refund[] memory refunds = _refundsOf(sale, bytes32(++_nextId), 1);
        if (keccak256(abi.encode(refunds[0].sale.words)) == keccak256(abi.encode(old.words))) return;
        refunds[0].sale = old;
        bytes memory call = abi.encodeCall(programs[sale.program].refund, (refunds, 0));
        _checkSkipped(sale, _act(attributor, sale.program, MOST_REFUND, call));
        _did("old words skipped");
    }

    function _close(uint256 index) internal {
        GhostSale storage sale = _ghostSales[index];
        lastProgram = sale.program;
        bool good = sale.state == DisputeState.Open && block.timestamp >= sale.deadline;
        bytes memory call = abi.encodeCall(programs[sale.program].closeDispute, (_shownSale(sale)));
        bool success = _act(stranger, sale.program, MOST_REFUND, call);
        _check(7, success == good, "a dispute outlived its deadline, or ended before");
        if (!success) return;
        _stand(index, DisputeState.Stands);
        _did("close dispute");
    }

    /// @dev All that no one has settled.
    function _closeAll() internal {
        for (uint256 i = 0; i < _disputed.length; ++i) {
            if (_ghostSales[_disputed[i]].state == DisputeState.Open) _close(_disputed[i]);
        }
    }

    /* GHOST */

    function _freeze(uint256 index) internal {
        GhostSale storage sale = _ghostSales[index];
        for (uint256 i = 0; i < _ghostLines[index].length; ++i) {
            GhostLine storage line = _ghostLines[index][i];
            uint256 left = line.amount - line.reversed;
            _subCredit(sale.program, sale.currency, _ghostPeriod(sale.postedAt), line.party, left);
            ghostFrozen[sale.program][sale.currency] += left;
        }
        _countGhostSale(index, false);
    }

    /// @dev What is left is held again, or owed at once where the period has locked.
    function _stand(uint256 index, DisputeState state) private {
        GhostSale storage sale = _ghostSales[index];
        (uint256 p, uint256 c) = (sale.program, sale.currency);
        sale.state = state;
        bool held = block.timestamp < _lockOf(p, sale.postedAt);
        for (uint256 i = 0; i < _ghostLines[index].length; ++i) {
            GhostLine storage line = _ghostLines[index][i];
            uint256 left = line.amount - line.reversed;
            ghostFrozen[p][c] -= left;
            if (held) _addCredit(p, c, _ghostPeriod(sale.postedAt), line.party, left);
            else _addLate(p, c, line.party, left, sale.counts);
        }
        // Nothing of a sale that was refunded in whole counts.
        if (sale.refunded < sale.amount) _countGhostSale(index, true);
        if (!held) _did("settle after the lock");
    }

    /// @dev While held all of it goes back, after that what is left of its lines.
    function _void(uint256 index) private {
        GhostSale storage sale = _ghostSales[index];
        (uint256 p, uint256 c) = (sale.program, sale.currency);
        _leave(index);
        sale.state = DisputeState.Void;
        if (block.timestamp < _lockOf(p, sale.postedAt)) return _reverse(index, sale.amount - sale.refunded, true);
        uint256 sum = 0;
        for (uint256 i = 0; i < _ghostLines[index].length; ++i) {
            GhostLine storage line = _ghostLines[index][i];
            sum += line.amount - line.reversed;
            line.reversed = line.amount;
        }
        ghostFrozen[p][c] -= sum;
        if (sale.payer == address(0)) ghostFunds[p][c] += sum;
        else ghostDue[p][c][sale.payer] += sum;
        _did("void after the lock");
    }
}
