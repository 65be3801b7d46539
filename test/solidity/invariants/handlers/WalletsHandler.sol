// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersHandler } from "./PartnersHandler.sol";

/// @dev Partners have tax withheld; they and holders, pools, payers, the treasury and the tax account move to other wallets; others
/// try to.
abstract contract WalletsHandler is PartnersHandler {
    uint256 private constant MOST_GAS = 500_000;
    uint256 private constant SHARED_KEY = 0x5A5A;

    mapping(address wallet => uint256 key) internal _keyOf;

    function setWithholding(uint256 seed, uint256 number) external {
        (uint256 p, ) = _pickDeal(seed);
        address party = _wallets[number % _wallets.length];
        address caller = _caller(p, party, seed >> 48);
        uint256 rate = [uint256(0), 100_000, 333_333, 1e6, 1e6 + 1][(seed >> 64) % 5];
        bool good = p == DEAL && rate <= 1e6 && caller == _walletOf(p, party);
        bytes memory call = abi.encodeCall(programs[p].setWithholding, (party, uint24(rate)));
        bool success = _act(caller, p, MOST_GAS, call);
        _check(10, success == good, "someone else decided on a partner's tax, or the partner could not");
        if (!success) return;
        _ghostPayouts[p][party].withholding = rate;
        _did("set withholding");
    }

    /// @dev Names who recovers a wallet, proposes, cancels and finishes moves, some at a time.
    function move(uint256 seed, uint256 number) external {
        (uint256 p, , ) = _pick(seed);
        for (uint256 i = 0; i < 4; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            // Mostly of someone who is about to move, so that moves come to an end.
            address party = seed % 4 == 0 ? _party(number) : _mover(p, number);
            if (seed % 8 == 1) party = treasury;
            _moveOne(p, party, (seed >> 24) % 8, seed >> 32);
        }
    }

    function _moveOne(uint256 p, address party, uint256 what, uint256 seed) private {
        address caller = _caller(p, party, seed);
        _settle(p, party);
        // Where a recovery address is in force it makes half of the proposals.
        address recovery = _ghostPayouts[p][party].recovery;
        if (recovery != address(0) && (what == 3 || what == 4) && seed % 2 == 0) caller = recovery;
        if (what == 0) _setRecovery(p, party, caller);
        else if (what == 1) _cancelRecovery(p, party, caller);
        else if (what == 2) _cancelMove(p, party, caller);
        else if (what < 5) _proposeMove(p, party, caller, seed >> 32);
        else _finishMove(p, party, seed % 8 == 0);
    }

    function _mover(uint256 p, uint256 number) private view returns (address party) {
        uint256 count = _partyCount();
        for (uint256 i = 0; i < count; ++i) {
            party = _party((number % count) + i);
            if (_ghostPayouts[p][party].moveTo != address(0)) return party;
        }
    }

    function _setRecovery(uint256 p, address party, address caller) private {
        GhostPayout storage payout = _ghostPayouts[p][party];
        address recovery = payout.recovery == address(0) ? _recoveryOf(party) : address(0);
        bool may = caller == payout.recovery || caller == _walletOf(p, party);
        bool good = may && payout.moveTo == address(0) && payout.recoveryAt == 0;
        bool success = _act(caller, p, MOST_GAS, abi.encodeCall(programs[p].setRecovery, (party, recovery)));
        _check(10, success == good, "someone else named a recovery address, or its owner could not");
        if (!success) return;
        if (p == DEAL) (payout.nextRecovery, payout.recoveryAt) = (recovery, block.timestamp + 7 days);
        else payout.recovery = recovery;
        _did("set recovery");
    }

    function _cancelRecovery(uint256 p, address party, address caller) private {
        GhostPayout storage payout = _ghostPayouts[p][party];
        bool may = caller == payout.recovery || caller == _walletOf(p, party);
        bool success = _act(caller, p, MOST_GAS, abi.encodeCall(programs[p].cancelRecovery, (party)));
        _check(10, success == (may && payout.recoveryAt != 0), "a recovery address was taken back, or could not be");
        if (!success) return;
        (payout.nextRecovery, payout.recoveryAt) = (address(0), 0);
        _did("cancel recovery");
    }

    /// @dev What comes into force, or lapses, by itself.
    function _settle(uint256 p, address party) private {
        GhostPayout storage payout = _ghostPayouts[p][party];
        if (payout.recoveryAt != 0 && payout.recoveryAt <= block.timestamp) {
            payout.recovery = payout.nextRecovery;
            (payout.nextRecovery, payout.recoveryAt) = (address(0), 0);
            _did("recovery in force");
        }
        if (payout.moveTo != address(0) && payout.moveUntil <= block.timestamp) {
            _clearMove(payout);
            _did("move lapsed");
        }
    }

    /// @dev To a new wallet; one in eight to another partner's, back to the first one, or to one that others have too.
    function _proposeMove(uint256 p, address party, address caller, uint256 seed) private {
        GhostPayout storage payout = _ghostPayouts[p][party];
        uint256 key = seed % 8 == 2 ? SHARED_KEY : uint256(keccak256(abi.encode("wallet", seed))) >> 8;
        address wallet = vm.addr(key);
        _keyOf[wallet] = key;
        if (seed % 8 == 0) wallet = _wallets[(seed >> 8) % _wallets.length];
        // One of the treasury often refuses payment.
        if (party == treasury && seed % 4 > 0) wallet = _wallets[0];
        if (seed % 8 == 1) wallet = party;
        bool recovers = caller == payout.recovery;
        bool good = recovers || caller == _walletOf(p, party);
        good = good && (payout.moveTo == address(0) || recovers);
        bool success = _act(caller, p, MOST_GAS, abi.encodeCall(programs[p].proposeMove, (party, wallet)));
        _check(10, success == good, "someone else proposed a move, or its owner could not");
        if (!success) return;
        (payout.moveTo, payout.recovers) = (wallet, recovers);
        payout.moveAt = block.timestamp + (p == DEAL ? 7 days : 0);
        payout.moveUntil = block.timestamp + (p == DEAL ? 14 days : 1 days);
        if (recovers) (payout.nextRecovery, payout.recoveryAt) = (address(0), 0);
        _did(recovers ? "propose move by recovery" : "propose move");
    }

    function _cancelMove(uint256 p, address party, address caller) private {
        GhostPayout storage payout = _ghostPayouts[p][party];
        bool may = caller == payout.recovery || (caller == _walletOf(p, party) && !payout.recovers);
        bool good = may && payout.moveTo != address(0);
        bool success = _act(caller, p, MOST_GAS, abi.encodeCall(programs[p].cancelMove, (party)));
        _check(10, success == good, "someone else cancelled a move, or its owner could not");
        if (!success) return;
        _clearMove(payout);
        _did("cancel move");
    }

    function _finishMove(uint256 p, address party, bool byStranger) private {
        GhostPayout storage payout = _ghostPayouts[p][party];
        address wallet = payout.moveTo;
        address caller = byStranger || wallet == address(0) ? stranger : wallet;
        bool good = caller != stranger && block.timestamp >= payout.moveAt;
        bool success = _act(caller, p, MOST_GAS, abi.encodeCall(programs[p].finishMove, (party)));
        _check(10, success == good, "a move was finished early or by someone else, or could not be");
        if (!success) return;
        _clearMove(payout);
        payout.wallet = wallet;
        _did("finish move");
    }

    function _clearMove(GhostPayout storage payout) private {
        (payout.moveTo, payout.moveAt, payout.moveUntil, payout.recovers) = (address(0), 0, 0, false);
    }

    /// @dev Mostly whom a partner is paid at; else the recovery address, the wallet it enrolled with, or a stranger.
    function _caller(uint256 p, address party, uint256 seed) private view returns (address) {
        address recovery = _ghostPayouts[p][party].recovery;
        if (seed % 2 == 0 && recovery != address(0)) return recovery;
        if (seed % 8 == 1) return party;
        return seed % 8 == 3 ? stranger : _walletOf(p, party);
    }

    function _recoveryOf(address party) private pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode("recovery", party)))));
    }
}
