// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GhostSettlement } from "./GhostSettlement.sol";
import { Outcome, Role } from "../../../../contracts/interfaces/TermsTypes.sol";
import {
    FIRST_POOL,
    NO_ROLE,
    NOT_PAID,
    REFERRED,
    TO_OTHERS,
    TO_POOL
} from "../../../../contracts/libraries/Constants.sol";
import { RESIDUAL } from "../../../../contracts/libraries/Waterfall.sol";
import { IDeployedProgram } from "../../support/IDeployedProgram.sol";
import { Credit, Sale } from "../../support/Sales.sol";

/// @dev What a sale pays, were it posted now: who, at what rate, how much.
abstract contract GhostPricing is GhostSettlement {
    /// @dev The tier of each partner by the period from which it holds.
    mapping(uint256 program => mapping(uint256 number => uint256[] periods)) internal _tierPeriods;
    mapping(uint256 program => mapping(uint256 number => mapping(uint256 period => uint256 tier))) internal _tierFrom;

    /* PARTNERS OF A BATCH */

    function _books(IDeployedProgram which) internal view override returns (uint256[] memory books) {
        uint256 p = 0;
        while (address(programs[p]) != address(which)) ++p;
        books = new uint256[](_termsOf[p].pools.length);
        for (uint256 i = 0; i < books.length; ++i) books[i] = FIRST_POOL + i;
    }

    function _referrerOf(IDeployedProgram, uint256 number) internal view override returns (uint256) {
        return _referrers[number];
    }

    /* LINES */

    /// @dev In the order of the credits, each followed by what its partner's referrer earns on it and by its partner's
    /// residual; then those of pools.
    function _linesOf(uint256 p, uint256 c, Sale memory sale) internal view returns (GhostLine[] memory lines) {
        lines = new GhostLine[](sale.credits.length * 4 + _termsOf[p].roles.length);
        uint256 count = 0;
        for (uint256 i = 0; i < sale.credits.length; ++i) count = _addCreditLines(p, c, sale, i, lines, count);
        count = _addPools(p, sale.kind, lines, count);
        // Memory-safe: `count` is at most the allocated length, so this only shortens the array.
        assembly ("memory-safe") {
            mstore(lines, count)
        }
        uint256 left = sale.amount - _setAside(p, sale);
        for (uint256 stage = 0; stage <= RESIDUAL; ++stage)
            left -= _fill(lines, stage, stage == 0 ? sale.amount : left);
    }

    function _addCreditLines(
        uint256 p,
        uint256 c,
        Sale memory sale,
        uint256 index,
        GhostLine[] memory lines,
        uint256 count
    ) private view returns (uint256) {
        Credit memory credit = sale.credits[index];
        uint256 rate = _creditRate(p, c, sale.kind, credit.role, credit.partner);
        GhostLine memory line;
        (line.party, line.partner) = (_wallets[credit.partner - 1], credit.partner);
        (line.role, line.weight) = (credit.role, credit.weight);
        if (rate != NOT_PAID) {
            (line.stage, line.rate) = (_termsOf[p].roles[credit.role].stage, rate);
            lines[count++] = line;
            count = _addReferrers(p, c, sale.kind, lines, count);
        }
        if (credit.role != _termsOf[p].residualRole) return count;
        GhostLine memory rest;
        (rest.party, rest.partner, rest.role, rest.weight) = (line.party, line.partner, line.role, line.weight);
        (rest.stage, rest.rate) = (RESIDUAL, 1e12);
        lines[count++] = rest;
        return count;
    }

    function _addReferrers(
        uint256 p,
        uint256 c,
        uint256 kind,
        GhostLine[] memory lines,
        uint256 count
    ) private view returns (uint256) {
        uint256 referrer = _referrers[lines[count - 1].partner];
        if (!_isActive[p][referrer]) return count;
        for (uint256 role = 0; role < _termsOf[p].roles.length; ++role) {
            if (_termsOf[p].roles[role].stage != REFERRED) continue;
            uint256 rate = _creditRate(p, c, kind, role, referrer);
            if (rate == NOT_PAID) continue;
            GhostLine memory line;
            (line.party, line.partner, line.role) = (_wallets[referrer - 1], referrer, role);
            (line.stage, line.rate, line.weight) = (REFERRED, rate, 1);
            lines[count++] = line;
        }
        return count;
    }

    /// @dev Roles that nobody filled: a line of their pool's, or a higher rate for the credits of their stage.
    function _addPools(
        uint256 p,
        uint256 kind,
        GhostLine[] memory lines,
        uint256 count
    ) private view returns (uint256 size) {
        size = count;
        uint256[2] memory filled;
        uint256[2] memory others;
        for (uint256 role = 0; role < _termsOf[p].roles.length; ++role) {
            Role storage terms = _termsOf[p].roles[role];
            if (terms.stage == REFERRED || terms.rates[kind] == NOT_PAID) continue;
            uint256 base = _scaled(p, role, terms.rates[kind]);
            if (_plays(lines, count, role, terms.stage)) {
                filled[terms.stage] += base;
            } else if (terms.missing == TO_OTHERS) {
                others[terms.stage] += base;
            } else if (terms.missing == TO_POOL) {
                GhostLine memory line;
                (line.party, line.partner) = (_termsOf[p].pools[terms.pool].holder, FIRST_POOL + terms.pool);
                (line.role, line.stage, line.rate, line.weight) = (role, terms.stage, base, 1);
                lines[size++] = line;
            }
        }
        for (uint256 i = 0; i < count; ++i) _raise(p, lines[i], filled, others);
    }

    function _raise(uint256 p, GhostLine memory line, uint256[2] memory filled, uint256[2] memory others) private view {
        if (line.stage > 1 || others[line.stage] == 0 || filled[line.stage] == 0) return;
        uint256 rate = line.rate * (filled[line.stage] + others[line.stage]);
        uint256 most = _scaled(p, line.role, 1e6);
        line.isRaised = most > line.rate;
        bool isCapped = rate >= most * filled[line.stage];
        (line.rate, line.parts) = isCapped ? (most, 1) : (rate, filled[line.stage]);
    }

    function _plays(GhostLine[] memory lines, uint256 count, uint256 role, uint256 stage) private pure returns (bool) {
        for (uint256 i = 0; i < count; ++i) if (lines[i].role == role && lines[i].stage == stage) return true;
        return false;
    }

    /// @dev What a referrer earns is of the line before.
    function _fill(GhostLine[] memory lines, uint256 stage, uint256 base) private pure returns (uint256 sum) {
        uint256 followed = 0;
        for (uint256 i = 0; i < lines.length; ++i) {
            GhostLine memory line = lines[i];
            if (line.stage != REFERRED) followed = line.amount;
            if (line.stage != stage) continue;
            uint256 whole = line.parts == 0 ? 1e12 : line.parts * 1e12;
            if (stage == REFERRED) line.amount = (followed * line.rate) / whole;
            else line.amount = (base * line.rate * line.weight) / (_weights(lines, line) * whole);
            sum += line.amount;
        }
    }

    function _weights(GhostLine[] memory lines, GhostLine memory line) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < lines.length; ++i) {
            if (lines[i].role == line.role && lines[i].stage == line.stage) sum += lines[i].weight;
        }
    }

    /// @dev What a sale brings for standing lines.
    function _setAside(uint256 p, Sale memory sale) internal view returns (uint256) {
        uint256 rate = _standingRate(p, sale.kind, block.timestamp);
        return (sale.amount * rate + 1e6 - 1) / 1e6;
    }

    function _sum(GhostLine[] memory lines) internal pure returns (uint256 sum) {
        for (uint256 i = 0; i < lines.length; ++i) sum += lines[i].amount;
    }

    /* RATES */

    /// @dev The rate of one credit now, exact (1e12 = 100 %), or `NOT_PAID`.
    function _creditRate(
        uint256 p,
        uint256 c,
        uint256 kind,
        uint256 role,
        uint256 number
    ) private view returns (uint256 rate) {
        Role storage terms = _termsOf[p].roles[role];
        rate = terms.rates[kind];
        if (rate == NOT_PAID) return rate;
        rate += terms.tiers[_tierOf(p, number)];
        if (terms.tenure.length > 0) {
            // Every partner joined at the start.
            uint256 year = (block.timestamp - START) / 365 days;
            rate += terms.tenure[year < terms.tenure.length ? year : terms.tenure.length - 1];
        }
        rate += _ghostBonus(terms.network.every, terms.network.add, terms.network.max, _activeCount[p]);
        uint256 period = _ghostPeriod(block.timestamp);
        if (terms.volume.every.length > 0 && period > 0) {
            uint256 revenue = _periodRevenue(p, c, period - 1, _allKinds(p));
            rate += _ghostBonus(terms.volume.every[c], terms.volume.add, terms.volume.max, revenue);
        }
        rate = _scaled(p, role, rate);
    }

    /// @dev Up to the role's ceiling, at the commission.
    function _scaled(uint256 p, uint256 role, uint256 rate) private view returns (uint256) {
        uint256 ceiling = _termsOf[p].roles[role].ceiling;
        return (rate < ceiling ? rate : ceiling) * _termsOf[p].commission;
    }

    function _ghostBonus(uint256 every, uint256 add, uint256 max, uint256 measure) private pure returns (uint256) {
        if (every == 0) return 0;
        uint256 sum = (measure / every) * add;
        return sum < max ? sum : max;
    }

    function _tierOf(uint256 p, uint256 number) private view returns (uint256 tier) {
        uint256 period = _ghostPeriod(block.timestamp);
        uint256[] storage periods = _tierPeriods[p][number];
        for (uint256 i = periods.length; i > 0; --i) {
            if (periods[i - 1] <= period) return _tierFrom[p][number][periods[i - 1]];
        }
    }

    /// @dev The tier that a partner has or is about to have.
    function _lastTier(uint256 p, uint256 number) internal view returns (uint256 tier) {
        uint256[] storage periods = _tierPeriods[p][number];
        if (periods.length > 0) tier = _tierFrom[p][number][periods[periods.length - 1]];
    }

    /* WHAT CAN BE POSTED */

    /// @dev Whether a sale is one that the terms allow: an outcome of its amount, credits of active partners in roles that can
    /// be played.
    function _isGood(uint256 p, uint256 c, Sale memory sale) internal view returns (bool) {
        for (uint256 i = 0; i < sale.credits.length; ++i) {
            if (!_isActive[p][sale.credits[i].partner]) return false;
            if (_termsOf[p].roles[sale.credits[i].role].stage == REFERRED) return false;
        }
        Outcome memory outcome = _outcomeOf(p, sale.kind);
        if (outcome.amounts.length == 0) return true;
        if (!outcome.perPeriod) return sale.amount == outcome.amounts[c];
        return sale.amount <= _outcomeLeft(p, c, outcome);
    }

    /// @dev What of a period's outcome is not posted.
    function _outcomeLeft(uint256 p, uint256 c, Outcome memory outcome) internal view returns (uint256) {
        uint256 posted = _periodRevenue(p, c, _ghostPeriod(block.timestamp), 1 << outcome.kind);
        uint256 most = outcome.amounts[c];
        return posted < most ? most - posted : 0;
    }
}
