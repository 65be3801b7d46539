// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentsHandler } from "./AmendmentsHandler.sol";
import { ClaimToSigner } from "../../support/ClaimToSigner.sol";
import { DisputeState, NamedLine, SaleState, Statement } from "../../../../contracts/interfaces/Types.sol";

/// @dev Claims by anyone for anyone, alone and together, and settlements.
abstract contract ClaimsHandler is AmendmentsHandler {
    using ClaimToSigner for *;

    mapping(uint256 program => mapping(uint256 currency => mapping(uint256 line => uint256 amount)))
        private _lastLineLocked;

    address internal constant ELSEWHERE = address(0xE15E);
    uint256 private constant MOST_CLAIM = 3_000_000;
    uint256 private constant MOST_SETTLE = 15_000_000;

    /* PARTIES */

    function claim(uint256 seed, uint256 who) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        address party = _party(who);
        uint256 due = _ghostClaimable(p, c, party);
        uint256 before = _balanceOf(c, _walletOf(p, party));
        bytes memory call = abi.encodeCall(programs[p].claim, (party, _currency(c)));
        (bool success, uint256 amount) = _ask(stranger, p, MOST_CLAIM, call);
        _check(7, success == (due > 0 && !_refuses(p, c, party, due)), "a locked amount was not paid, or another was");
        if (!success) return;
        uint256 moved = _balanceOf(c, _walletOf(p, party)) - before;
        _check(10, moved == _netOf(p, party, amount), "a claim went elsewhere");
        _check(7, amount == due, "a claim paid another amount than was locked");
        _paid(p, c, party, amount);
        _did("claim");
    }

    function claimMany(uint256 seed, uint256 who) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        address[] memory parties = new address[](4);
        uint256[] memory due = new uint256[](4);
        uint256[] memory before = new uint256[](4);
        uint256[] memory nets = new uint256[](4);
        for (uint256 i = 0; i < 4; ++i) {
            parties[i] = _party((who >> 8) + i);
            due[i] = _ghostClaimable(p, c, parties[i]);
            before[i] = _balanceOf(c, _walletOf(p, parties[i]));
        }
        bytes memory call = abi.encodeCall(programs[p].claimMany, (parties, _currency(c)));
        // Half of them with little gas: it is refused, or all are paid.
        if ((seed >> 48) % 2 == 0 || !_claimManyWith(p, call, 50_000 + ((seed >> 56) % 400_000)))
            _check(8, _act(stranger, p, 4 * MOST_CLAIM, call), "one recipient stopped the others");
        for (uint256 i = 0; i < 4; ++i) {
            bool passed = due[i] == 0 || (p == DEAL && due[i] < _units(c, 100)) || _refuses(p, c, parties[i], due[i]);
            if (passed) due[i] = 0;
            nets[i] = _netOf(p, parties[i], due[i]);
            _did(passed ? "pass over" : "claim many");
        }
        for (uint256 i = 0; i < 4; ++i) {
            // Some are paid at one wallet.
            address wallet = _walletOf(p, parties[i]);
            uint256 expected = 0;
            for (uint256 j = 0; j < 4; ++j)
                if (_walletOf(p, parties[j]) == wallet && !_isBefore(parties, j)) expected += nets[j];
            _check(8, _balanceOf(c, wallet) - before[i] == expected, "one recipient changed what another got");
        }
        for (uint256 i = 0; i < 4; ++i) if (due[i] > 0 && !_isBefore(parties, i)) _paid(p, c, parties[i], due[i]);
        for (uint256 i = 0; i < 4; ++i) {
            uint256 left = programs[p].claimable(parties[i], _currency(c));
            _check(7, left == _ghostClaimable(p, c, parties[i]), "a balance was lost");
        }
    }

    function _claimManyWith(uint256 p, bytes memory call, uint256 gas) private returns (bool success) {
        vm.prank(stranger);
        (success, ) = address(programs[p]).call{ gas: gas }(call);
        _did(success ? "claim with little gas" : "little gas refused");
    }

    /// @dev Whether a party of a list was named before: a partner that is a holder, too.
    function _isBefore(address[] memory parties, uint256 index) private pure returns (bool) {
        for (uint256 i = 0; i < index; ++i) if (parties[i] == parties[index]) return true;
        return false;
    }

    /// @dev Signed by whom Ana is paid at, one in four by someone else.
    function claimTo(uint256 seed) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        address wallet = _walletOf(p, ana);
        uint256 due = _ghostClaimable(p, c, ana);
        uint256 before = _balanceOf(c, ELSEWHERE);
        bool isOwn = (seed >> 32) % 4 != 0;
        uint256 claimed = programs[p].account(ana, _currency(c)).claimed;
        // One in four without a signature, by the wallet itself or somebody else.
        bool plain = (seed >> 34) % 4 == 0;
        bytes memory call = abi.encodeCall(programs[p].claimTo, (ana, _currency(c), ELSEWHERE));
        if (!plain) call = _signedClaim({ p: p, wallet: wallet, isOwn: isOwn, call: call, currency: _currency(c) });
        bool success = _act(plain && isOwn ? wallet : stranger, p, MOST_CLAIM, call);
        uint256 amount = programs[p].account(ana, _currency(c)).claimed - claimed;
        _check(
            isOwn ? 7 : 10,
            success == (isOwn && due > 0),
            "a claim was redirected without the party, or not with it"
        );
        if (!success) return;
        uint256 moved = _balanceOf(c, ELSEWHERE) - before;
        _check(7, amount == due && moved == _netOf(p, ana, amount), "redirected another amount");
        _paid(p, c, ana, amount);
        _did("claim to");
    }

    function _signedClaim(
        uint256 p,
        address wallet,
        bool isOwn,
        bytes memory call,
        address currency
    ) private returns (bytes memory) {
        ClaimToSigner.Order memory order = ClaimToSigner.Order({
            party: ana,
            currency: currency,
            to: ELSEWHERE,
            nonce: programs[p].nonces(wallet),
            deadline: block.timestamp
        });
        uint256 key = wallet == ana ? ANA_KEY : _keyOf[wallet];
        // The wallet that Ana has moved from is someone else, too.
        if (!isOwn) key = wallet == ana ? 0xBAD : ANA_KEY;
        bytes memory signature = programs[p].sign(key, order);
        return abi.encodeCall(programs[p].actSigned, (wallet, call, order.deadline, signature));
    }

    function _refuses(uint256 p, uint256 c, address party, uint256 due) private view returns (bool) {
        return _refusesEther(p, c, party) && _netOf(p, party, due) > 0;
    }

    /* SETTLING */

    function claimLine(uint256 seed) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        uint256 line = (seed >> 24) % _termsOf[p].standing.length;
        address holder = _termsOf[p].standing[line].holder;
        uint256 before = _balanceOf(c, _walletOf(p, holder));
        bytes memory call = abi.encodeCall(programs[p].claimLine, (line, _currency(c)));
        (bool success, uint256 amount) = _ask(stranger, p, MOST_SETTLE, call);
        if (!success) {
            // Nothing was left to settle or to pay, or it is refused.
            _settleOne(p, c, line);
            uint256 left = _ghostClaimable(p, c, holder);
            return _check(7, left == 0 || _refuses(p, c, holder, left), "a holder was not paid");
        }
        _settled(p, c, line, amount);
        uint256 due = _ghostClaimable(p, c, holder);
        uint256 moved = _balanceOf(c, _walletOf(p, holder)) - before;
        _check(10, moved == _netOf(p, holder, due), "a line's claim went elsewhere");
        _paid(p, c, holder, due);
        _did("claim line");
    }

    function settleLine(uint256 seed) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        _settleOne(p, c, (seed >> 24) % _termsOf[p].standing.length);
    }

    function _settleOne(uint256 p, uint256 c, uint256 line) internal returns (uint256 amount) {
        bool success;
        bytes memory call = abi.encodeCall(programs[p].settleLine, (line, _currency(c)));
        (success, amount) = _ask(stranger, p, MOST_SETTLE, call);
        _check(7, success, "a line could not be settled");
        _settled(p, c, line, amount);
        if (amount > 0) _did("settle line");
    }

    function _settled(uint256 p, uint256 c, uint256 line, uint256 amount) private {
        if (_isConditional(p, line)) {
            uint256 before = _settledSum[p][c][line];
            _settleUpTo(p, c, _mostSteps(p));
            _check(2, amount == _settledSum[p][c][line] - before, "a conditional line settled another amount");
            if (amount > 0) _did("settle conditional line");
            return;
        }
        _check(2, amount == _plainLocked(p, c, line), "a line settled another amount than was locked");
        _lineSettled[p][c][line] += amount;
        ghostUnsettled[p][c] -= amount;
        ghostDue[p][c][_termsOf[p].standing[line].holder] += amount;
    }

    function claimResidual(uint256 seed, uint256 segments) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        _claimResidual(p, c, segments % 40);
    }

    function _claimResidual(uint256 p, uint256 c, uint256 segments) internal {
        uint256 before = _treasuryBalance(p, c);
        bytes memory call = abi.encodeCall(programs[p].claimResidual, (_currency(c), segments));
        (bool success, uint256 amount) = _ask(stranger, p, MOST_SETTLE, call);
        _check(7, success, "the residual could not be settled");
        if (!success) return;
        _check(2, amount == _settleUpTo(p, c, segments), "the residual is another amount than lines left");
        _payTreasury({ p: p, c: c, before: before, rule: 10 });
        _checkGuarantees(p, c);
        if (amount > 0) _did("claim residual");
    }

    function _checkGuarantees(uint256 p, uint256 c) private {
        for (uint256 line = 0; line < _termsOf[p].standing.length; ++line) {
            if (!_isConditional(p, line)) continue;
            _checkReserve(p, c, line);
            uint256 arrears = programs[p].lineProgress(line, _currency(c)).arrears;
            _check(2, arrears == _arrears[p][c][line], "a line is owed another amount");
        }
    }

    /* READING */

    /// @dev What a line has locked, settled or not, never becomes less.
    function _lookAtLine(uint256 p, uint256 c, uint256 line) private {
        (, uint256 locked) = programs[p].lineEarnings(line, _currency(c));
        bool conditional = _isConditional(p, line);
        bool same = conditional || locked == _plainLocked(p, c, line);
        _check(7, same, "another amount of a line is locked than it earned");
        uint256 all = locked + (conditional ? _settledSum : _lineSettled)[p][c][line];
        _check(7, all >= _lastLineLocked[p][c][line], "what a line has locked became less");
        _lastLineLocked[p][c][line] = all;
    }

    /// @dev Looks at one sale and one party: what was posted is as it was, what was locked is no less, and all as it is here.
    function look(uint256 seed, uint256 who) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        address party = _party(who);
        Statement memory books = programs[p].account(party, _currency(c));
        uint256 held = _ghostHeld(p, c, party);
        _check(7, books.locked >= _lastLocked[p][c][party], "a locked amount became less");
        _check(7, books.locked == ghostDue[p][c][party] - held, "another amount is locked than was earned");
        _check(2, books.held == held, "another amount is held than was earned");
        _check(7, books.claimed == ghostPaid[p][c][party], "another amount was claimed than was paid");
        _lastLocked[p][c][party] = books.locked;
        uint256 withheld = programs[p].withheldOf(party, _currency(c));
        _check(2, withheld == ghostWithheld[p][c][party], "another amount was withheld than the partner chose");
        _check(2, programs[p].frozenOf(_currency(c)) == ghostFrozen[p][c], "another amount is frozen than is disputed");
        _lookAtLine(p, c, who % _termsOf[p].standing.length);
        if (_ghostSales.length == 0) return;
        GhostSale storage sale = _ghostSales[who % _ghostSales.length];
        NamedLine[] memory lines = programs[sale.program].describeSale(_shownSale(sale));
        // Of a void sale nothing stands.
        bool same = keccak256(abi.encode(lines)) == sale.linesHash;
        if (sale.state == DisputeState.Void) same = lines.length == 0;
        _check(4, same, "a posted sale was re-priced");
        SaleState memory state = programs[sale.program].stateOf(sale.place >> 16, sale.place & 0xFFFF);
        _check(6, state.dispute == sale.state, "a dispute stands otherwise");
        _check(6, state.tag == sale.tag, "other refunds were made");
        _check(6, state.refunded == sale.refunded, "another amount was refunded");
    }
}
