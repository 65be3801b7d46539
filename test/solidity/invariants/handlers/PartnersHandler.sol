// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { RefundsHandler } from "./RefundsHandler.sol";
import { Status } from "../../../../contracts/interfaces/Types.sol";

/// @dev Partners come, rise, are suspended and leave; time passes.
abstract contract PartnersHandler is RefundsHandler {
    uint256 private constant MOST_PARTNERS = 14;

    /// @dev The same wallet in all programs, under the same number.
    function enroll(uint256 seed) external {
        if (_wallets.length >= MOST_PARTNERS) return;
        address wallet = address(uint160(uint256(keccak256(abi.encode("partner", seed)))));
        _enrollEverywhere(wallet);
    }

    function setTier(uint256 seed, uint256 number) external {
        (uint256 p, , uint256 tier) = _pick(seed);
        number = 1 + (number % _wallets.length);
        vm.prank(operator);
        try programs[p].setTier(number, uint8(tier), "") {
            _check(5, tier < 2, "an unknown tier was set");
            uint256 from = _periodOf(p, block.timestamp) + 1;
            uint256[] storage periods = _tierPeriods[p][number];
            if (periods.length == 0 || periods[periods.length - 1] != from) periods.push(from);
            _tierFrom[p][number][from] = tier;
        } catch {
            _check(5, tier == 2, "a tier was refused");
        }
    }

    function setStatus(uint256 seed, uint256 number) external {
        (uint256 p, , uint256 chosen) = _pick(seed);
        number = 1 + (number % _wallets.length);
        // Partners rarely leave for good, or none would be left to earn.
        Status status = chosen == 0 ? Status.Suspended : Status.Active;
        if (seed >> 32 == 7) status = Status.Left;
        vm.prank(operator);
        try programs[p].setStatus(number, status, "") {
            bool active = status == Status.Active;
            if (active && !_isActive[p][number]) ++_activeCount[p];
            if (!active && _isActive[p][number]) --_activeCount[p];
            _isActive[p][number] = active;
        } catch {}
    }

    function warp(uint256 time) external {
        uint256 step = time % 8 == 0 ? (time >> 8) % 400 days : (time >> 8) % 20 days;
        if (block.timestamp + step < LAST_TIME) vm.warp(block.timestamp + step);
    }

    /// @dev To a second around a period's start or a standing line's turn.
    function warpToBoundary(uint256 seed) external {
        uint256 period = (block.timestamp - START) / PERIOD + 1 + (seed % 2);
        uint256 time = START + period * PERIOD - 1 + ((seed >> 8) % 3);
        if (time > block.timestamp && time < LAST_TIME) vm.warp(time);
    }

    function _enrollEverywhere(address wallet) internal {
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            uint256 number = _enrollOne(programs[p], wallet, "partner");
            _check(9, number == _wallets.length + 1, "numbers are not in order");
            _isActive[p][number] = true;
            ++_activeCount[p];
        }
        _wallets.push(wallet);
    }
}
