// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GhostBooks } from "./GhostBooks.sol";

/// @dev Money that comes in, and the operator's funds.
abstract contract MoneyHandler is GhostBooks {
    function pay(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, uint256 kind) = _pick(seed);
        amount = _amount(amount);
        _give(c, customer, amount, p);
        uint256 value = c == ETH ? amount : 0;
        vm.prank(customer);
        programs[p].pay{ value: value }(uint8(kind), _currency(c), amount);
        _count(p, c, kind, amount);
    }

    function sendEther(uint256 seed, uint256 amount) external {
        (uint256 p, , ) = _pick(seed);
        amount = _amount(amount);
        vm.deal(customer, customer.balance + amount);
        vm.prank(customer);
        (bool success, ) = address(programs[p]).call{ value: amount }("");
        _check(1, success, "plain ETH was refused");
        _count(p, ETH, 0, amount);
    }

    /// @dev A plain transfer of tokens, or ETH forced in: nothing counts it until someone syncs.
    function donate(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        amount = _amount(amount);
        if (c == ETH) vm.deal(address(programs[p]), address(programs[p]).balance + amount);
        else usdc.mint(address(programs[p]), amount);
        ghostDonated[p][c] += amount;
    }

    function sync(uint256 seed) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        uint256 donated = ghostDonated[p][c];
        try programs[p].sync(_currency(c)) returns (uint256 counted) {
            _check(2, counted == donated, "sync counted another amount than arrived");
            ghostDonated[p][c] = 0;
            _count(p, c, 0, counted);
        } catch {
            _check(2, donated == 0, "sync refused what arrived");
        }
    }

    function fund(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        _fundProgram(p, c, _amount(amount));
    }

    function withdraw(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        uint256 funds = ghostFunds[p][c];
        amount = amount % (funds + funds / 4 + 2);
        uint256 before = _balanceOf(c, treasury);
        vm.prank(operator);
        try programs[p].withdrawFunds(_currency(c), amount) {
            _check(1, amount > 0 && amount <= funds, "funds paid out that were not there");
            _check(1, _balanceOf(c, treasury) - before == amount, "withdrew another amount");
            ghostFunds[p][c] -= amount;
            ghostOwed[p][c] -= amount;
        } catch {
            _check(7, amount == 0 || amount > funds, "funds were refused");
        }
    }

    function _fundProgram(uint256 p, uint256 c, uint256 amount) internal {
        _give(c, operator, amount, p);
        uint256 value = c == ETH ? amount : 0;
        vm.prank(operator);
        programs[p].fund{ value: value }(_currency(c), amount);
        ghostFunds[p][c] += amount;
        ghostOwed[p][c] += amount;
    }

    function _give(uint256 c, address to, uint256 amount, uint256 p) internal {
        if (c == ETH) {
            vm.deal(to, to.balance + amount);
            return;
        }
        usdc.mint(to, amount);
        vm.prank(to);
        usdc.approve(address(programs[p]), type(uint256).max);
    }

    function _count(uint256 p, uint256 c, uint256 kind, uint256 amount) internal {
        ghostOwed[p][c] += amount;
        _addGhostRevenue(p, c, kind, amount, amount);
    }

    function _pick(uint256 seed) internal returns (uint256 p, uint256 c, uint256 kind) {
        p = seed % PROGRAMS;
        c = (seed >> 8) % CURRENCIES;
        kind = (seed >> 16) % 3;
        lastProgram = p;
    }

    /// @dev Half of the amounts are small, where rounding matters most.
    function _amount(uint256 seed) internal pure returns (uint256) {
        return 1 + ((seed >> 8) % (seed % 2 == 0 ? 200 : 1e13));
    }
}
