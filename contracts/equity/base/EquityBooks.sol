// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Book, Dues, Grant } from "./EquityStorage.sol";
import { EquityMoney } from "./EquityMoney.sol";
import { FLAG_FLOW, PackedPlan } from "../PackedPlan.sol";
import { IEquityPlan } from "../../interfaces/IEquityPlan.sol";
import { HAS_DUES } from "../../libraries/GrantWords.sol";
import { Levels } from "../../libraries/Levels.sol";

/// @title A grant's books: settled without catching up, and closed where its units go
abstract contract EquityBooks is EquityMoney {
    using PackedPlan for bytes;

    /// @dev Without catching up: what came since it last ran is owed for the units vested now, and the treasury's for the others.
    function _advance(uint256 id, Grant memory grant, address currency) internal {
        uint256 rise = _takeRise(id, currency, grant);
        if (rise == 0) return;
        uint256 amount = Levels.earned(_vestedAt(grant, block.timestamp), rise);
        uint256 rest = Levels.earned(grant.head.units(), rise) - amount;
        _owe(id, grant, currency, amount);
        // Safe: a part of what is counted.
        if (rest > 0) _pots[currency].treasury += uint96(rest);
        emit IEquityPlan.Advanced({ id: id, currency: currency, amount: amount, treasury: rest });
    }

    /// @dev The same in all currencies of a plan without catching up; nothing in others.
    function _advanceInFlow(bytes memory plan, uint256 id, Grant memory grant) internal {
        if (!plan.has(FLAG_FLOW)) return;
        uint256 count = plan.currencyCount();
        for (uint256 i = 0; i < count; ++i) _advance(id, grant, plan.currencyAt(i));
    }

    /// @dev Adds to what is payable whatever happens to a grant.
    function _owe(uint256 id, Grant memory grant, address currency, uint256 amount) internal {
        if (amount == 0) return;
        // Safe: a part of what is counted.
        _dues[id][currency].owed += uint96(amount);
        _markDues(id, grant);
    }

    function _markDues(uint256 id, Grant memory grant) internal {
        if (grant.head.has(HAS_DUES)) return;
        grant.head = grant.head.with(HAS_DUES);
        _grants[id].head = grant.head;
    }

    /// @dev Closes a grant's books at the level, in all currencies: what its vested units earned is owed, that of the contingent ones
    /// waits.
    /// @return freed By currency: what is nobody's any more.
    function _closeBooks(
        bytes memory plan,
        uint256 id,
        Grant memory grant,
        uint256 vested,
        uint256 contingent
    ) internal returns (uint256[] memory freed) {
        freed = new uint256[](plan.currencyCount());
        for (uint256 i = 0; i < freed.length; ++i) {
            freed[i] = _closeBook({
                id: id,
                currency: plan.currencyAt(i),
                grant: grant,
                vested: vested,
                contingent: contingent
            });
        }
    }

    function _closeBook(
        uint256 id,
        address currency,
        Grant memory grant,
        uint256 vested,
        uint256 contingent
    ) private returns (uint256 freed) {
        uint256 rise = _takeRise(id, currency, grant);
        if (rise == 0) return 0;
        _owe(id, grant, currency, Levels.earned(vested, rise) - _books[id][currency].taken);
        _books[id][currency].taken = 0;
        uint256 waits = Levels.earned(contingent, rise);
        // Safe: a part of what is counted.
        if (waits > 0) _dues[id][currency].contingent += uint96(waits);
        if (waits > 0) _markDues(id, grant);
        return Levels.earned(grant.head.units() - vested - contingent, rise);
    }

    /// @dev Sets a grant's base to the level. What it was paid above the one before is told apart.
    /// @return rise How far it was below.
    function _takeRise(uint256 id, address currency, Grant memory grant) private returns (uint256 rise) {
        Book storage book = _books[id][currency];
        uint160 level = _levels[currency].level;
        rise = Levels.riseOf(level, book.base);
        if (rise == 0) return 0;
        book.base = level;
        uint96 taken = book.taken;
        if (taken == 0) return rise;
        _dues[id][currency].paid += taken;
        _markDues(id, grant);
    }

    /// @dev Takes units out of a grant and its class. The caller keeps the head.
    function _dropUnits(Grant memory grant, uint256 lost) internal {
        uint256 class = grant.head.class();
        grant.head = grant.head.drop(lost);
        _classUnits[class >> 2] = Levels.sub({ word: _classUnits[class >> 2], class: class, amount: lost });
    }

    /// @dev Shares what is nobody's any more, in all currencies, among those that are left.
    function _freeAll(bytes memory plan, uint256[] memory freed) internal {
        for (uint256 i = 0; i < freed.length; ++i) _free(plan, i, freed[i]);
    }

    /* WHAT WAITS FOR AN EXIT */

    /// @dev What waited for an exit is the holder's if one came in time, and given up else. The caller keeps the grant.
    function _closeContingent(bytes memory plan, uint256 id, Grant memory grant) internal {
        if (grant.extra.contingent() == 0) return;
        if (!_isExitSoon(grant, block.timestamp)) return _freeAll(plan, _dropContingent(plan, id, grant));
        grant.extra = grant.extra.wait(0);
        uint256 count = plan.currencyCount();
        for (uint256 i = 0; i < count; ++i) {
            Dues storage dues = _dues[id][plan.currencyAt(i)];
            dues.owed += dues.contingent;
            dues.contingent = 0;
        }
    }

    /// @dev Takes the units that wait out of a grant, with what they earned. The caller keeps the grant.
    /// @return freed By currency.
    function _dropContingent(
        bytes memory plan,
        uint256 id,
        Grant memory grant
    ) internal returns (uint256[] memory freed) {
        uint256 units = grant.head.units();
        uint256 contingent = grant.extra.contingent();
        freed = new uint256[](plan.currencyCount());
        for (uint256 i = 0; i < freed.length; ++i) {
            address currency = plan.currencyAt(i);
            uint256 rise = Levels.riseOf(_levels[currency].level, _books[id][currency].base);
            Dues storage dues = _dues[id][currency];
            freed[i] = dues.contingent + Levels.earned(units, rise) - Levels.earned(units - contingent, rise);
            dues.contingent = 0;
        }
        grant.extra = grant.extra.wait(0);
        _dropUnits(grant, contingent);
    }
}
