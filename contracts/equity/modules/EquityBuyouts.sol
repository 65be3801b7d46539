// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EquityWords } from "../EquityWords.sol";
import { CallBook, Grant, Pot } from "../base/EquityStorage.sol";
import { EquityVotes } from "../base/EquityVotes.sol";
import { PackedPlan, PLAN_CALL_WINDOW, PLAN_HANDOVER, PLAN_MULTIPLE, PLAN_WINDOW } from "../PackedPlan.sol";
import { Offer, PlanPower } from "../../interfaces/EquityTypes.sol";
import { IEquityBuyouts } from "../../interfaces/IEquityBuyouts.sol";
import { ETHER, ONE } from "../../libraries/Constants.sol";
import { CALLED, LEFT, SEATED } from "../../libraries/GrantWords.sol";
import { Levels } from "../../libraries/Levels.sol";
import { PackedTerms } from "../../terms/PackedTerms.sol";

/// @title The module for offers and calls
/// @notice `EquityPlan` runs this code on its own storage; called at its own address it knows no settings and does nothing.
contract EquityBuyouts is IEquityBuyouts, EquityVotes {
    using EquityWords for *;
    using PackedPlan for bytes;
    using PackedTerms for bytes;

    /// @dev A call's price counts what so many periods earned.
    uint256 private constant PRICED_PERIODS = 12;

    /* OFFERS */

    /// @inheritdoc IEquityBuyouts
    function offer(uint256 id, address currency, uint96 price) external payable onlyOperator nonReentrant {
        bytes memory plan = PackedPlan.load();
        _indexOf(plan, currency);
        _requireUnits(id, _grantAt(id));
        require(price > 0, EquityPlan_ZeroAmount());
        if (currency != ETHER) require(msg.value == 0, EquityPlan_WrongValue(msg.value, 0));
        _take({ currency: currency, amount: price, value: msg.value });
        _returnOffer(id);
        _asides[currency].offered += price;
        // Safe: times are below 2^40, and a delay has 32 bits.
        uint40 from = uint40(block.timestamp + plan.number(PLAN_HANDOVER, 4));
        _offers[id] = Offer({ currency: currency, price: price, from: from });
        emit Offered({ id: id, currency: currency, price: price, from: from });
    }

    /// @inheritdoc IEquityBuyouts
    function withdrawOffer(uint256 id) external nonReentrant {
        if (_hasPower(PlanPower.Operator)) _act();
        else require(_hasPower(PlanPower.Guardian), EquityPlan_NotAllowed(msg.sender));
        require(_offers[id].price > 0, EquityPlan_NothingWaits());
        _returnOffer(id);
    }

    /// @inheritdoc IEquityBuyouts
    function acceptOffer(uint256 id, address currency, uint96 price) external nonReentrant {
        // Check
        Grant memory grant = _grantAt(id);
        _requireHolder(grant.head);
        Offer memory waiting = _offers[id];
        require(waiting.price > 0, EquityPlan_NothingWaits());
        bool same = waiting.price == price && waiting.currency == currency;
        require(same, EquityPlan_OtherOffer(id, waiting.currency, waiting.price));
        require(block.timestamp >= waiting.from, EquityPlan_TooEarly(waiting.from));
        _requireUnits(id, grant);
        // Effect
        delete _offers[id];
        _asides[currency].offered -= price;
        uint256 units = grant.head.units();
        // While the price is counted: what is above that has arrived.
        _giveUp(id, grant);
        _levels[currency].counted -= price;
        emit BoughtOut({ id: id, holder: grant.head.holder(), currency: currency, price: price, units: units });
        // Interaction
        uint256 missing = _push({ currency: currency, to: grant.head.holder(), amount: price });
        if (missing == 0) return;
        // Safe: what did not leave was counted before.
        _levels[currency].counted += uint96(missing);
        _owe(id, grant, currency, missing);
        emit PriceShort({ id: id, currency: currency, amount: missing });
    }

    /// @dev All units of a grant go back to the plan; what the vested ones earned is owed.
    function _giveUp(uint256 id, Grant memory grant) private {
        bytes memory plan = PackedPlan.load();
        _syncAll(plan);
        _advanceInFlow(plan, id, grant);
        uint256 votes = _votesOf(grant);
        bool waited = grant.extra.contingent() > 0;
        _closeContingent(plan, id, grant);
        uint256[] memory freed = _closeBooks({
            plan: plan,
            id: id,
            grant: grant,
            vested: _vestedAt(grant, block.timestamp),
            contingent: 0
        });
        _dropUnits(grant, grant.head.units());
        _grants[id].head = grant.head;
        if (waited) _grants[id].extra = grant.extra;
        _reseat(grant, votes);
        _freeAll(plan, freed);
    }

    /// @dev Gives the price on offer to the treasury.
    function _returnOffer(uint256 id) private {
        Offer memory waiting = _offers[id];
        if (waiting.price == 0) return;
        delete _offers[id];
        _asides[waiting.currency].offered -= waiting.price;
        _pots[waiting.currency].treasury += waiting.price;
        emit OfferWithdrawn({ id: id, currency: waiting.currency, price: waiting.price });
    }

    function _requireUnits(uint256 id, Grant memory grant) private pure {
        require(grant.head.units() > 0, EquityPlan_NothingLeft(id));
        require(!grant.head.has(CALLED), EquityPlan_IsCalled(id));
    }

    /* CALLS */

    /// @inheritdoc IEquityBuyouts
    function callUnits(uint256 id) external payable onlyOperator nonReentrant {
        bytes memory plan = PackedPlan.load();
        Grant memory grant = _grantAt(id);
        _requireCallable(plan, id, grant);
        uint256[] memory prices = _takePrices(plan, id, grant);
        uint256 votes = _votesOf(grant);
        // All of its units are vested: nothing is freed.
        _closeBooks({ plan: plan, id: id, grant: grant, vested: grant.head.units(), contingent: 0 });
        for (uint256 i = 0; i < prices.length; ++i) {
            if (prices[i] == 0) continue;
            address currency = plan.currencyAt(i);
            _owe(id, grant, currency, prices[i]);
            // Safe: it was counted.
            _calls[id][currency].price = uint96(prices[i]);
            emit CallPaid({ id: id, currency: currency, price: prices[i] });
        }
        _returnOffer(id);
        uint256 until = block.timestamp + plan.number(PLAN_WINDOW, 4);
        grant.head = grant.head.with(CALLED).without(SEATED);
        grant.extra = grant.extra.call(until);
        _grants[id].head = grant.head;
        _grants[id].extra = grant.extra;
        _reseat(grant, votes);
        // Safe: times are below 2^40, and a window has 32 bits.
        emit UnitsCalled({ id: id, units: grant.head.units(), until: uint40(until) });
    }

    function _requireCallable(bytes memory plan, uint256 id, Grant memory grant) private view {
        uint256 length = plan.number(PLAN_CALL_WINDOW, 4);
        require(length > 0, EquityPlan_NotInSettings("calls"));
        require(grant.head.has(LEFT), EquityPlan_HasNotLeft(id));
        uint256 until = grant.extra.leaveAt() + length;
        require(block.timestamp <= until, EquityPlan_TooLate(until));
        uint256 waits = grant.extra.leaveAt() + plan.number(PLAN_WINDOW, 4);
        require(grant.extra.contingent() == 0, EquityPlan_WaitsForExit(id, waits));
        _requireUnits(id, grant);
        require(_state.exitAt == 0, EquityPlan_IsExited(_state.exitAt));
    }

    /// @dev Shares what arrived before, but for what the call itself sends, and takes the prices.
    function _takePrices(bytes memory plan, uint256 id, Grant memory grant) private returns (uint256[] memory prices) {
        // Set aside while the rest is shared.
        // Safe: no chain has 2^96 wei.
        if (msg.value > 0) _levels[ETHER].counted += uint96(msg.value);
        _syncAll(plan);
        if (msg.value > 0) _levels[ETHER].counted -= uint96(msg.value);
        prices = _prices(plan, id, grant);
        uint256 sum = 0;
        uint256 inEther = 0;
        for (uint256 i = 0; i < prices.length; ++i) {
            address currency = plan.currencyAt(i);
            sum += prices[i];
            if (currency == ETHER) inEther = prices[i];
            else _take({ currency: currency, amount: prices[i], value: 0 });
        }
        require(sum > 0, EquityPlan_ZeroAmount());
        _take({ currency: ETHER, amount: inEther, value: msg.value });
    }

    /// @inheritdoc IEquityBuyouts
    function finishCall(uint256 id) external nonReentrant {
        bytes memory plan = PackedPlan.load();
        Grant memory grant = _grantAt(id);
        require(grant.head.has(CALLED), EquityPlan_NothingWaits());
        uint256 ends = grant.extra.calledUntil();
        uint256 exit = _exitBy(block.timestamp);
        bool inTime = exit != 0 && exit <= ends;
        if (inTime) ends = exit + plan.number(PLAN_WINDOW, 4);
        require(block.timestamp >= ends, EquityPlan_TooEarly(ends));
        _syncAll(plan);
        uint256[] memory freed = _closeCall({ plan: plan, id: id, grant: grant, inTime: inTime });
        uint256 units = grant.head.units();
        _dropUnits(grant, units);
        _grants[id].head = grant.head.without(CALLED);
        emit CallFinished({ id: id, units: units });
        _freeAll(plan, freed);
    }

    /// @dev What called units earned beyond the price is the holder's if an exit came in time. The caller takes the units away.
    function _closeCall(
        bytes memory plan,
        uint256 id,
        Grant memory grant,
        bool inTime
    ) private returns (uint256[] memory freed) {
        freed = new uint256[](plan.currencyCount());
        for (uint256 i = 0; i < freed.length; ++i) {
            address currency = plan.currencyAt(i);
            uint256 rise = Levels.riseOf(_levels[currency].level, _books[id][currency].base);
            uint256 earned = Levels.earned(grant.head.units(), rise);
            uint256 price = _calls[id][currency].price;
            uint256 more = inTime && earned > price ? earned - price : 0;
            if (more > 0) {
                _owe(id, grant, currency, more);
                emit DifferenceOwed({ id: id, currency: currency, amount: more });
            }
            freed[i] = earned - more;
        }
    }

    /* READING */

    /// @inheritdoc IEquityBuyouts
    function priceOf(uint256 id) external view returns (uint256[] memory prices) {
        bytes memory plan = PackedPlan.load();
        require(plan.number(PLAN_CALL_WINDOW, 4) > 0, EquityPlan_NotInSettings("calls"));
        return _prices(plan, id, _grantAt(id));
    }

    function _prices(bytes memory plan, uint256 id, Grant memory grant) private view returns (uint256[] memory prices) {
        uint256 period = _period(plan);
        prices = new uint256[](plan.currencyCount());
        for (uint256 i = 0; i < prices.length; ++i) {
            address currency = plan.currencyAt(i);
            Pot memory pot = _pots[currency].load();
            if (pot.first == 0) continue;
            // `first` is one more than its period.
            bool isLong = pot.first + PRICED_PERIODS <= period + 1;
            require(isLong, EquityPlan_TooFewPeriods(currency, pot.first - 1));
            uint256 base = _levelSince(currency, period - PRICED_PERIODS, period);
            CallBook memory book = _calls[id][currency];
            uint256 entry = grant.head.has(LEFT) ? book.entry : _books[id][currency].base;
            if (entry > base) base = entry;
            uint256 rise = Levels.riseOf(_levels[currency].level, base);
            prices[i] = (Levels.earned(grant.head.units(), rise) * plan.number(PLAN_MULTIPLE, 4)) / ONE;
        }
    }

    /// @dev The level as a period began: before it moved the next time.
    function _levelSince(address currency, uint256 from, uint256 until) private view returns (uint256) {
        for (uint256 period = from; period <= until; ++period) {
            uint256 kept = _levelAt[currency][period];
            if (kept > 0) return kept - 1;
        }
        return _levels[currency].level;
    }
}
