// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clauses } from "../../../../contracts/interfaces/TermsTypes.sol";
import { GhostPricing } from "./GhostPricing.sol";

/// @dev Money that comes in, the operator's funds and the reserve.
abstract contract MoneyHandler is GhostPricing {
    function pay(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, uint256 kind) = _pick(seed);
        amount = _amount(c, amount);
        _give(c, customer, amount, p);
        uint256 value = c == ETH ? amount : 0;
        vm.prank(customer);
        try programs[p].pay{ value: value }(uint8(kind), _currency(c), amount) {
            _check(2, kind < 3, "an outcome was paid in as revenue");
            _count(p, c, kind, amount);
            _did("pay");
        } catch {
            _check(2, kind >= 3, "revenue was refused");
        }
    }

    function sendEther(uint256 seed, uint256 amount) external {
        (uint256 p, , ) = _pick(seed);
        amount = _amount(ETH, amount);
        vm.deal(customer, customer.balance + amount);
        vm.prank(customer);
        (bool success, ) = address(programs[p]).call{ value: amount }("");
        _check(1, success, "plain ETH was refused");
        _count(p, ETH, 0, amount);
        _did("send ether");
    }

    /// @dev A plain transfer of tokens, or ETH forced in: nothing counts it until someone syncs.
    function donate(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        amount = _amount(c, amount);
        if (c == ETH) vm.deal(address(programs[p]), address(programs[p]).balance + amount);
        else usdc.mint(address(programs[p]), amount);
        ghostDonated[p][c] += amount;
    }

    function sync(uint256 seed) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        _sync(p, c);
    }

    function _sync(uint256 p, uint256 c) internal {
        uint256 donated = ghostDonated[p][c];
        (bool success, uint256 counted) = _ask(
            stranger,
            p,
            1_000_000,
            abi.encodeCall(programs[p].sync, (_currency(c)))
        );
        _check(2, success == (donated > 0), "sync refused what arrived, or counted what did not");
        if (!success) return;
        _check(2, counted == donated, "sync counted another amount than arrived");
        ghostDonated[p][c] = 0;
        _count(p, c, 0, counted);
        _did("sync");
    }

    /* FUNDS */

    function fund(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        _fundProgram(p, c, _amount(c, amount));
    }

    function withdraw(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        uint256 funds = ghostFunds[p][c];
        _withdrawFunds(p, c, amount % (funds + funds / 4 + 2));
    }

    function _withdrawFunds(uint256 p, uint256 c, uint256 amount) internal {
        uint256 before = _balanceOf(c, treasury);
        bool success = _act(operator, p, 1_000_000, abi.encodeCall(programs[p].withdrawFunds, (_currency(c), amount)));
        bool good = amount > 0 && amount <= ghostFunds[p][c];
        _check(success ? 1 : 7, success == good, "funds were refused, or paid out that were not there");
        if (!success) return;
        _check(1, _balanceOf(c, treasury) - before == amount, "withdrew another amount");
        ghostFunds[p][c] -= amount;
        ghostOwed[p][c] -= amount;
        _did("withdraw funds");
    }

    function _fundProgram(uint256 p, uint256 c, uint256 amount) internal {
        _give(c, operator, amount, p);
        uint256 value = c == ETH ? amount : 0;
        vm.prank(operator);
        programs[p].fund{ value: value }(_currency(c), amount);
        ghostFunds[p][c] += amount;
        ghostOwed[p][c] += amount;
        _did("fund");
    }

    /* RESERVE */

    /// @dev What lines are owed from before is paid at once.
    function addReserve(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        amount = _amount(c, amount);
        _give(c, stranger, amount, p);
        uint256 value = c == ETH ? amount : 0;
        vm.prank(stranger);
        programs[p].addReserve{ value: value }(_currency(c), amount);
        ghostOwed[p][c] += amount;
        ghostReserve[p][c] += amount;
        _payArrears(p, c);
        _check(2, programs[p].reserveOf(_currency(c)) == ghostReserve[p][c], "the reserve is another");
        _did("add reserve");
    }

    function withdrawReserve(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        uint256 reserve = ghostReserve[p][c];
        _withdrawReserve(p, c, amount % 4 == 0 ? reserve : amount % (reserve + reserve / 4 + 2));
    }

    function _withdrawReserve(uint256 p, uint256 c, uint256 amount) internal {
        uint256 before = _balanceOf(c, treasury);
        bool success = _act(
            operator,
            p,
            3_000_000,
            abi.encodeCall(programs[p].withdrawReserve, (_currency(c), amount))
        );
        bool good = amount > 0 && amount <= ghostReserve[p][c] && !_isReserveNeeded(p, c);
        _check(success ? 1 : 7, success == good, "the reserve was kept, or paid out where lines need it");
        if (!success) return;
        _check(1, _balanceOf(c, treasury) - before == amount, "withdrew another amount");
        ghostReserve[p][c] -= amount;
        ghostOwed[p][c] -= amount;
        _did("withdraw reserve");
    }

    /// @dev Until every line guaranteed in a currency has ended and is settled to its end.
    function _isReserveNeeded(uint256 p, uint256 c) private view returns (bool) {
        uint256 settled = START + _ghostPeriod(_settledTime(p, c)) * PERIOD;
        for (uint256 line = 0; line < _termsOf[p].standing.length; ++line) {
            if (!_isGuaranteed(p, c, line)) continue;
            uint256 ends = _endOf(p, line);
            if (ends == 0 || ends > settled) return true;
        }
        return false;
    }

    function _isGuaranteed(uint256 p, uint256 c, uint256 line) private view returns (bool) {
        Clauses storage clauses = _termsOf[p].standing[line].clauses;
        return _amountIn(clauses.fee, c) > 0 || _amountIn(clauses.minimum, c) > 0;
    }

    /* HELP */

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

    /// @dev Half of what is done is done to the whole deal.
    function _pick(uint256 seed) internal returns (uint256 p, uint256 c, uint256 kind) {
        p = seed % 6;
        if (p > DEAL) p = DEAL;
        c = (seed >> 8) % CURRENCIES;
        kind = (seed >> 16) % (p == DEAL ? 5 : 3);
        lastProgram = p;
    }

    /// @dev What other programs do not know is mostly done to the whole deal.
    function _pickDeal(uint256 seed) internal returns (uint256 p, uint256 c) {
        (p, c, ) = _pick(seed);
        if ((seed >> 40) % 8 > 0) p = DEAL;
        lastProgram = p;
    }

    /// @dev Half of the amounts are small, where rounding matters most; a quarter are as large in ETH as in USDC.
    function _amount(uint256 c, uint256 seed) internal pure returns (uint256) {
        uint256 amount = 1 + ((seed >> 8) % (seed % 2 == 0 ? 200 : 1e13));
        return seed % 4 == 3 ? _units(c, amount) : amount;
    }
}
