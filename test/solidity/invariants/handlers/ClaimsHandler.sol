// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersHandler } from "./PartnersHandler.sol";
import { ClaimToSigner } from "../../support/ClaimToSigner.sol";
import { ETHER } from "../../../../contracts/libraries/Constants.sol";

/// @dev Claims by anyone for anyone, alone and together, and settlements.
abstract contract ClaimsHandler is PartnersHandler {
    using ClaimToSigner for *;

    address internal constant ELSEWHERE = address(0xE15E);

    function claim(uint256 seed, uint256 who) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        address party = _party(who);
        uint256 claimable = programs[p].claimable(party, _currency(c));
        uint256 before = _balanceOf(c, party);
        uint256 gasBefore = gasleft();
        vm.prank(stranger);
        try programs[p].claim(party, _currency(c)) returns (uint256 amount) {
            _check(9, gasBefore - gasleft() < 3_000_000, "claim took too much gas");
            _check(10, _balanceOf(c, party) - before == amount, "a claim went elsewhere");
            _check(7, amount == claimable, "a claim paid another amount than was locked");
            _paid(p, c, party, amount);
        } catch {
            _check(7, claimable == 0 || _refusesEther(c, party), "a locked amount was not paid");
        }
    }

    function claimMany(uint256 seed, uint256 who) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        address[] memory parties = new address[](4);
        uint256[] memory claimable = new uint256[](4);
        uint256[] memory before = new uint256[](4);
        for (uint256 i = 0; i < 4; ++i) {
            parties[i] = _party(who + i);
            claimable[i] = programs[p].claimable(parties[i], _currency(c));
            before[i] = _balanceOf(c, parties[i]);
        }
        vm.prank(stranger);
        try programs[p].claimMany(parties, _currency(c)) {
            for (uint256 i = 0; i < 4; ++i) {
                uint256 paid = _balanceOf(c, parties[i]) - before[i];
                uint256 expected = _refusesEther(c, parties[i]) ? 0 : claimable[i];
                _check(8, paid == expected, "one recipient changed what another got");
                _paid(p, c, parties[i], paid);
                _check(7, programs[p].claimable(parties[i], _currency(c)) == claimable[i] - paid, "a balance was lost");
            }
        } catch {
            _check(8, false, "one recipient stopped the others");
        }
    }

    function claimTo(uint256 seed) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        uint256 claimable = programs[p].claimable(ana, _currency(c));
        uint256 before = _balanceOf(c, ELSEWHERE);
        ClaimToSigner.Order memory order = ClaimToSigner.Order({
            party: ana,
            currency: _currency(c),
            to: ELSEWHERE,
            nonce: programs[p].nonces(ana),
            deadline: block.timestamp
        });
        // One in four is signed by someone else.
        bool isAna = seed % 4 != 0;
        bytes memory signature = programs[p].sign(isAna ? ANA_KEY : 0xBAD, order);
        vm.prank(stranger);
        try programs[p].claimTo(ana, order.currency, ELSEWHERE, order.deadline, signature) returns (uint256 amount) {
            _check(10, isAna, "a claim was redirected without the party");
            _check(7, amount == claimable && _balanceOf(c, ELSEWHERE) - before == amount, "redirected another amount");
            _paid(p, c, ana, amount);
        } catch {
            _check(7, !isAna || claimable == 0, "a signed claim was refused");
        }
    }

    function claimLine(uint256 seed) external {
        (uint256 p, uint256 c, uint256 line) = _pick(seed);
        address holder = _termsOf[p].standing[line].holder;
        uint256 claimable = programs[p].claimable(holder, _currency(c));
        uint256 before = _balanceOf(c, holder);
        (, uint256 locked) = programs[p].lineEarnings(line, _currency(c));
        uint256 gasBefore = gasleft();
        vm.prank(stranger);
        try programs[p].claimLine(line, _currency(c)) returns (uint256 amount) {
            _check(9, gasBefore - gasleft() < 10_000_000, "claimLine took too much gas");
            _check(7, amount == locked, "a line settled another amount than was locked");
            _check(10, _balanceOf(c, holder) - before == claimable + amount, "a line's claim went elsewhere");
            ghostDue[p][c][holder] += amount;
            _paid(p, c, holder, claimable + amount);
        } catch {
            _check(7, claimable + locked == 0, "a locked line was not paid");
        }
    }

    function settleLine(uint256 seed) external {
        (uint256 p, uint256 c, uint256 line) = _pick(seed);
        (, uint256 locked) = programs[p].lineEarnings(line, _currency(c));
        uint256 amount = programs[p].settleLine(line, _currency(c));
        _check(7, amount == locked, "a line settled another amount than was locked");
        ghostDue[p][c][_termsOf[p].standing[line].holder] += amount;
    }

    function claimResidual(uint256 seed, uint256 segments) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        segments = segments % 40;
        uint256 expected = programs[p].residualEarnings(_currency(c), segments);
        uint256 before = _balanceOf(c, treasury);
        vm.prank(stranger);
        uint256 amount = programs[p].claimResidual(_currency(c), segments);
        _check(7, amount == expected, "the residual settled another amount than the view said");
        ghostDue[p][c][treasury] += amount;
        _paid(p, c, treasury, _balanceOf(c, treasury) - before);
    }

    /// @dev Looks at one sale and one party: what was posted is as it was, what was locked is no less.
    function look(uint256 seed, uint256 who) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        address party = _party(who);
        uint256 locked = programs[p].account(party, _currency(c)).locked;
        _check(7, locked >= _lastLocked[p][c][party], "a locked amount became less");
        _lastLocked[p][c][party] = locked;
        if (_ghostSales.length == 0) return;
        GhostSale storage sale = _ghostSales[who % _ghostSales.length];
        bytes32 linesHash = keccak256(abi.encode(programs[sale.program].saleLines(sale.id)));
        _check(4, linesHash == sale.linesHash, "a posted sale was re-priced");
    }

    function _paid(uint256 p, uint256 c, address party, uint256 amount) internal {
        ghostPaid[p][c][party] += amount;
        ghostOwed[p][c] -= amount;
    }

    /// @dev Partners, the customer, the treasury and the holders of lines.
    function _party(uint256 who) internal view returns (address) {
        who = who % (_wallets.length + 4);
        if (who < _wallets.length) return _wallets[who];
        return [customer, treasury, moderators, tech][who - _wallets.length];
    }

    /// @dev The first partner is a contract that refuses ETH.
    function _refusesEther(uint256 c, address party) internal view returns (bool) {
        return c == ETH && party == _wallets[0];
    }

    function _isEther(uint256 c) internal view returns (bool) {
        return _currency(c) == ETHER;
    }
}
