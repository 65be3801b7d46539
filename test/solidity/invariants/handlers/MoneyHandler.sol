// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Clauses } from "../../../../contracts/interfaces/TermsTypes.sol";
import { FOR_MILESTONES } from "../../../../contracts/libraries/Constants.sol";
import { GhostPricing } from "./GhostPricing.sol";

/// @dev Money that comes in, the operator's funds and the reserves.
abstract contract MoneyHandler is GhostPricing {
    function pay(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, uint256 kind) = _pick(seed);
        amount = _amount(c, amount);
        _give(c, customer, amount, p);
        uint256 value = c == ETH ? amount : 0;
        vm.prank(customer);
        try programs[p].pay{ value: value }(uint8(kind), _currency(c), amount) {
            _check(2, !_isOutcome(p, kind), "an outcome was paid in as revenue");
            _count(p, c, kind, amount);
            _did("pay");
        } catch {
            _check(2, _isOutcome(p, kind), "revenue was refused");
        }
    }

    function _isOutcome(uint256 p, uint256 kind) internal view returns (bool) {
        return _outcomeOf(p, kind).amounts.length > 0;
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
        uint256 before = _treasuryBalance(p, c);
        bool success = _act(operator, p, 1_000_000, abi.encodeCall(programs[p].withdrawFunds, (_currency(c), amount)));
        bool good = amount > 0 && amount <= ghostFunds[p][c];
        _check(success ? 1 : 7, success == good, "funds were refused, or paid out that were not there");
        if (!success) return;
        ghostFunds[p][c] -= amount;
        _checkTreasury({ p: p, c: c, amount: amount, before: before });
        _did("withdraw funds");
    }

    /// @dev What is withdrawn is the treasury's, which is paid all that it can claim.
    function _checkTreasury(uint256 p, uint256 c, uint256 amount, uint256 before) private {
        ghostDue[p][c][treasury] += amount;
        _payTreasury({ p: p, c: c, before: before, rule: 1 });
    }

    /// @dev One that refuses payment keeps its balance, and stops nothing.
    /// @param before What its wallet had.
    function _payTreasury(uint256 p, uint256 c, uint256 before, uint256 rule) internal {
        uint256 due = _ghostClaimable(p, c, treasury);
        if (_refusesEther(p, c, treasury) && due > 0) {
            due = 0;
            _did("treasury refuses");
        }
        _check(rule, _treasuryBalance(p, c) - before == due, "the treasury got another amount");
        _paid(p, c, treasury, due);
    }

    function _treasuryBalance(uint256 p, uint256 c) internal view returns (uint256) {
        return _balanceOf(c, _walletOf(p, treasury));
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

    /* RESERVES */

    /// @dev What the operator has announced to take of what backs milestones, and from when on.
    uint256[CURRENCIES] internal _announced;
    uint256[CURRENCIES] internal _announcedFor;

    /// @dev To a line's reserve, or to the milestones' where `line` is none. What a line is owed from before is paid at once.
    function addReserve(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        uint256 backs = _backed(p, seed >> 32);
        if (!_isBackable(p, c, backs)) {
            bytes memory call = abi.encodeCall(programs[p].addReserve, (backs, _currency(c), 1));
            _check(1, !_act(stranger, p, 1_000_000, call), "a reserve for no promise was taken");
            return _did("reserve refused");
        }
        // One in four is more than the promise will ever take.
        _addReserve(p, c, backs, _amount(c, amount) * ((seed >> 64) % 4 == 0 ? 1_000 : 1));
        _did("add reserve");
    }

    function _addReserve(uint256 p, uint256 c, uint256 backs, uint256 amount) internal {
        _give(c, stranger, amount, p);
        uint256 value = c == ETH ? amount : 0;
        vm.prank(stranger);
        programs[p].addReserve{ value: value }(backs, _currency(c), amount);
        ghostOwed[p][c] += amount;
        ghostReserve[p][c] += amount;
        if (backs == FOR_MILESTONES) {
            _potFunded[c] += amount;
        } else {
            _lineReserve[p][c][backs] += amount;
            _payArrears(p, c, backs);
        }
        _checkReserve(p, c, backs);
    }

    /// @dev Of a reserve or what its promise misses, each as it is here.
    function _checkReserve(uint256 p, uint256 c, uint256 backs) internal {
        (uint256 reserve, uint256 owed) = programs[p].reserveOf(backs, _currency(c));
        (uint256 there, uint256 missing) = backs == FOR_MILESTONES
            ? (_potFunded[c], _potOwed[c])
            : (_lineReserve[p][c][backs], _arrears[p][c][backs]);
        _check(2, there + owed == reserve + missing && (reserve == 0 || owed == 0), "the reserve is another");
    }

    /// @dev A line, or milestones.
    function _backed(uint256 p, uint256 seed) private view returns (uint256 backs) {
        backs = seed % (_termsOf[p].standing.length + 2);
        if (backs >= _termsOf[p].standing.length) backs = FOR_MILESTONES;
    }

    function _isBackable(uint256 p, uint256 c, uint256 backs) private view returns (bool) {
        return backs == FOR_MILESTONES ? p == DEAL : _isGuaranteed(p, c, backs);
    }

    /// @dev Says what will be taken of what backs milestones: once all but two periods are over.
    function announceWithdrawal(uint256 seed, uint256 amount) external {
        (, uint256 c, ) = _pick(seed);
        _announce(c, amount % (_potFunded[c] + 2));
        _did("announce withdrawal");
    }

    function _announce(uint256 c, uint256 amount) internal {
        vm.prank(operator);
        programs[DEAL].announceWithdrawal(_currency(c), uint96(amount));
        _announced[c] = amount;
        _announcedFor[c] = START + ((block.timestamp - START) / PERIOD + 2) * PERIOD;
    }

    function withdrawReserve(uint256 seed, uint256 amount) external {
        (uint256 p, uint256 c, ) = _pick(seed);
        uint256 backs = _backed(p, seed >> 32);
        // Of a line that needs its reserve no more, where there is one: that takes an end, and all settled up to it.
        if ((seed >> 64) % 4 > 0) backs = _releasedOr(p, c, backs);
        uint256 reserve = _free(p, c, backs);
        _withdrawReserve(p, c, backs, amount % 4 == 0 ? reserve : amount % (reserve + reserve / 4 + 2));
    }

    function _releasedOr(uint256 p, uint256 c, uint256 other) private view returns (uint256) {
        for (uint256 line = 0; line < _termsOf[p].standing.length; ++line) {
            if (_lineReserve[p][c][line] > 0 && !_isReserveNeeded(p, c, line, 0)) return line;
        }
        return other;
    }

    function _free(uint256 p, uint256 c, uint256 backs) internal view returns (uint256) {
        if (backs != FOR_MILESTONES) return _lineReserve[p][c][backs];
        if (p != DEAL) return 0;
        return _potFunded[c] > _potOwed[c] ? _potFunded[c] - _potOwed[c] : 0;
    }

    function _withdrawReserve(uint256 p, uint256 c, uint256 backs, uint256 amount) internal {
        uint256 before = _treasuryBalance(p, c);
        bool success = _act(
            operator,
            p,
            3_000_000,
            abi.encodeCall(programs[p].withdrawReserve, (backs, _currency(c), amount))
        );
        bool good = amount > 0 && amount <= _free(p, c, backs) && !_isReserveNeeded(p, c, backs, amount);
        _check(success ? 1 : 7, success == good, "a reserve was kept, or paid out where its promise needs it");
        if (!success) return;
        ghostReserve[p][c] -= amount;
        _checkTreasury({ p: p, c: c, amount: amount, before: before });
        if (backs == FOR_MILESTONES) {
            _potFunded[c] -= amount;
            _announcedFor[c] = 0;
            _did("withdraw milestones' reserve");
        } else {
            _lineReserve[p][c][backs] -= amount;
            _did("withdraw reserve");
        }
    }

    /// @dev Until the line has ended and is settled to its end; for milestones but in the period that was announced.
    function _isReserveNeeded(uint256 p, uint256 c, uint256 backs, uint256 amount) private view returns (bool) {
        if (backs == FOR_MILESTONES) {
            uint256 at = _announcedFor[c];
            bool inTime = at > 0 && block.timestamp >= at && block.timestamp < at + PERIOD;
            return p != DEAL || !inTime || amount > _announced[c];
        }
        uint256 settled = START + _ghostPeriod(_settledTime(p, c)) * PERIOD;
        uint256 ends = _endOf(p, backs);
        return ends == 0 || ends > settled;
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
        kind = (seed >> 16) % _termsOf[p].kinds.length;
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
