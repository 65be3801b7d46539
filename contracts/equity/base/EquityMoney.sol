// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EquityWords } from "../EquityWords.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { Level, Pot } from "./EquityStorage.sol";
import { EquityBase } from "./EquityBase.sol";
import { FLAG_REST_TO_TREASURY, PackedPlan, PLAN_CALL_WINDOW, PLAN_PERIOD, PLAN_START } from "../PackedPlan.sol";
import { IEquityPlan } from "../../interfaces/IEquityPlan.sol";
import { ETHER } from "../../libraries/Constants.sol";
import { Levels } from "../../libraries/Levels.sol";
import { Sending } from "../../libraries/Sending.sol";
import { PackedTerms } from "../../terms/PackedTerms.sol";

/// @title Money that comes into a plan, is shared, and leaves it; measured
abstract contract EquityMoney is EquityBase {
    using EquityWords for *;
    using PackedPlan for bytes;
    using PackedTerms for bytes;
    using SafeERC20 for IERC20;

    /// @dev For a token to tell its balance where it may stop nothing.
    uint256 private constant BALANCE_GAS = 200_000;

    /* SHARING */

    /// @dev Shares what arrived in a currency, and what waited.
    function _sync(bytes memory plan, uint256 index) internal returns (uint256 amount) {
        address currency = plan.currencyAt(index);
        Level memory book = _levels[currency].load();
        (bool known, uint256 balance) = _tryBalance(currency);
        require(known, EquityPlan_NotCounted(currency));
        if (balance > book.counted) amount = balance - book.counted;
        require(book.counted + amount <= type(uint96).max, EquityPlan_NotCounted(currency));
        _shareArrived({ plan: plan, index: index, book: book, amount: amount });
    }

    /// @dev The same in all currencies, for what no token may stop: one that does not tell its balance is passed over, and one that tells
    /// more than the books can hold counts as far as they can.
    function _syncAll(bytes memory plan) internal {
        uint256 count = plan.currencyCount();
        for (uint256 index = 0; index < count; ++index) {
            address currency = plan.currencyAt(index);
            uint256 gas = gasleft();
            (bool known, uint256 balance) = _tryBalance(currency);
            require(known || gas - gas / 64 >= BALANCE_GAS, EquityPlan_GasTooLow(BALANCE_GAS));
            Level memory book = _levels[currency].load();
            if (balance > type(uint96).max) balance = type(uint96).max;
            uint256 amount = known && balance > book.counted ? balance - book.counted : 0;
            _shareArrived({ plan: plan, index: index, book: book, amount: amount });
        }
    }

    function _shareArrived(bytes memory plan, uint256 index, Level memory book, uint256 amount) private {
        address currency = plan.currencyAt(index);
        Pot memory pot = _pots[currency].load();
        if (amount + pot.waiting == 0) return;
        // Safe: what is counted fits 96 bits, by the callers.
        book.counted += uint96(amount);
        bool moved = _share({ plan: plan, index: index, book: book, pot: pot, amount: amount });
        if (amount == 0 && !moved) return;
        _levels[currency].save(book);
        _pots[currency].save(pot);
        emit IEquityPlan.Shared({ currency: currency, amount: amount, level: book.level });
    }

    /// @dev Shares money that nobody earns any more, or gives it to the treasury. It is counted already.
    function _free(bytes memory plan, uint256 index, uint256 amount) internal {
        address currency = plan.currencyAt(index);
        Level memory book = _levels[currency].load();
        Pot memory pot = _pots[currency].load();
        if (plan.has(FLAG_REST_TO_TREASURY)) {
            if (amount == 0) return;
            // Safe, as all that follows: parts of what is counted fit 96 bits.
            pot.treasury += uint96(amount);
        } else {
            bool moved = _share({ plan: plan, index: index, book: book, pot: pot, amount: amount });
            if (amount == 0 && !moved) return;
            _levels[currency].level = book.level;
        }
        _pots[currency].save(pot);
        emit IEquityPlan.Freed({ currency: currency, amount: amount, level: book.level });
    }

    /// @param book, pot Are changed.
    /// @return moved Whether more than what waits became other.
    function _share(
        bytes memory plan,
        uint256 index,
        Level memory book,
        Pot memory pot,
        uint256 amount
    ) private returns (bool moved) {
        (uint256 level, uint256 waiting, uint256 forTreasury) = Levels.share({
            sharing: _sharing(plan, index),
            level: book.level,
            amount: amount + pot.waiting
        });
        // Safe: parts of what is counted fit 96 bits.
        pot.waiting = uint96(waiting);
        pot.treasury += uint96(forTreasury);
        if (level == book.level) return forTreasury > 0;
        _markPeriod({ plan: plan, currency: plan.currencyAt(index), pot: pot, level: book.level });
        // Safe: `share` keeps it below 2^160.
        book.level = uint160(level);
        return true;
    }

    /// @dev Keeps the level as a period began, where calls need it.
    function _markPeriod(bytes memory plan, address currency, Pot memory pot, uint256 level) private {
        if (plan.number(PLAN_CALL_WINDOW, 4) == 0) return;
        uint256 period = _period(plan);
        if (pot.last == period + 1) return;
        // Safe: a period of a day at least stays below 2^32 for 11 million years.
        pot.last = uint32(period + 1);
        if (pot.first == 0) pot.first = pot.last;
        _levelAt[currency][period] = level + 1;
    }

    function _period(bytes memory plan) internal view returns (uint256) {
        uint256 start = plan.number(PLAN_START, 5);
        return block.timestamp < start ? 0 : (block.timestamp - start) / plan.number(PLAN_PERIOD, 4);
    }

    /* BALANCES */

    /// @dev What the plan has of a currency, and whether the token told it. Copies no more than a word of what it answers.
    function _tryBalance(address currency) internal view returns (bool known, uint256 held) {
        if (currency == ETHER) return (true, address(this).balance);
        bytes4 selector = IERC20.balanceOf.selector;
        // Memory-safe: uses scratch space.
        assembly ("memory-safe") {
            mstore(0, selector)
            mstore(4, address())
            known := staticcall(BALANCE_GAS, currency, 0, 0x24, 0, 0x20)
            known := and(known, gt(returndatasize(), 0x1f))
            held := mul(known, mload(0))
        }
    }

    function _tokenBalance(address token) internal view returns (uint256 held) {
        bool known;
        (known, held) = _tryBalance(token);
        require(known, EquityPlan_NotCounted(token));
    }

    /* IN */

    /// @dev Takes a price from the caller, all of it, and counts it.
    /// @param value The ETH that the caller sent for it.
    function _take(address currency, uint256 amount, uint256 value) internal {
        if (currency == ETHER) {
            require(value == amount, EquityPlan_WrongValue(value, amount));
        } else if (amount > 0) {
            uint256 before = _tokenBalance(currency);
            IERC20(currency).safeTransferFrom(msg.sender, address(this), amount);
            uint256 moved = _tokenBalance(currency) - before;
            require(moved == amount, EquityPlan_TransferMismatch(currency, amount, moved));
        }
        uint256 counted = _levels[currency].counted + amount;
        _levels[currency].counted = _toUint96(counted);
    }

    /* OUT */

    /// @dev Pays out, or reverts.
    /// @return missing What of it did not leave: a token whose balances are shares times a rate may move up to two units less.
    function _push(address currency, address to, uint256 amount) internal returns (uint256 missing) {
        if (currency != ETHER)
            return _pushToken({ currency: currency, to: to, amount: amount, held: _tokenBalance(currency) });
        bool sent = Sending.sendEther({ to: to, amount: amount, gasLimit: gasleft() });
        require(sent, EquityPlan_PaymentFailed(to, amount));
    }

    /// @param held What the plan has of the token.
    function _pushToken(address currency, address to, uint256 amount, uint256 held) internal returns (uint256 missing) {
        IERC20(currency).safeTransfer(to, amount);
        uint256 left = _tokenBalance(currency);
        uint256 moved = held < left ? 0 : held - left;
        if (moved == amount) return 0;
        require(
            Sending.isRounding({ moved: moved, amount: amount }),
            EquityPlan_TransferMismatch(currency, amount, moved)
        );
        return amount - moved;
    }
}
