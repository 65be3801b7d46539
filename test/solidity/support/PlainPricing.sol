// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Bonus, Role, StandingLine, Terms, VolumeBonus } from "../../../contracts/interfaces/TermsTypes.sol";
import {
    FIRST_POOL,
    NOT_PAID,
    REFERRED,
    RESIDUAL_RATE,
    TO_OTHERS,
    TO_POOL
} from "../../../contracts/libraries/Constants.sol";
import { GROSS, NET, RESIDUAL } from "../../../contracts/libraries/Waterfall.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { Credit, Sale } from "./Sales.sol";

/// @dev What pricing has to know of a partner.
struct PlainPartner {
    uint256 joined;
    uint256 tier;
    uint256 referrer;
    bool isActive;
}

/// @dev What all sales of a batch share.
/// @param partners By number; the first is nobody.
/// @param volume Revenue of the last closed period, in USDC.
struct PlainDeal {
    Terms terms;
    PlainPartner[] partners;
    uint256 volume;
    uint256 time;
}

/// @param rate Exact (1e12 = 100 %), to be divided by `parts`.
struct PlainLine {
    uint256 partner;
    uint256 role;
    uint256 rate;
    uint256 parts;
    uint256 weight;
    uint256 amount;
    uint256 stage;
}

/// @dev What a sale pays, from the terms as people read them: no packed words, no tables looked up, nothing unchecked.
library PlainPricing {
    /// @return words As the sale's event tells them.
    /// @return standing The sum of the standing rates on its kind.
    function wordsOf(
        PlainDeal memory deal,
        Sale memory sale
    ) internal pure returns (uint256[] memory words, uint256 standing) {
        standing = standingRate(deal, sale.kind);
        PlainLine[] memory lines = _lines(deal, sale);
        _fill(lines, sale.amount, (sale.amount * standing + 999_999) / 1e6);
        bool counts = deal.terms.graduations.length + deal.terms.milestones.length > 0;
        // USDC has the index 1.
        uint96[] memory least = deal.terms.rules.leastSale;
        counts = counts && (least.length == 0 || sale.amount >= least[1]);
        words = new uint256[](lines.length);
        for (uint256 i = 0; i < lines.length; ++i) {
            words[i] = _word(lines[i]);
            if (counts && _isFirst(lines, i)) words[i] |= 1 << SaleWords.COUNTS_AT;
        }
    }

    function standingRate(PlainDeal memory deal, uint256 kind) internal pure returns (uint256 sum) {
        for (uint256 i = 0; i < deal.terms.standing.length; ++i) {
            StandingLine memory line = deal.terms.standing[i];
            if ((line.kinds >> kind) & 1 == 0 || deal.time < line.starts) continue;
            if (line.ends != 0 && deal.time >= line.ends) continue;
            sum += _lastOf(line.rates, (deal.time - line.starts) / 365 days);
        }
    }

    /* LINES */

    function _lines(PlainDeal memory deal, Sale memory sale) private pure returns (PlainLine[] memory lines) {
        uint256 roles = deal.terms.roles.length;
        lines = new PlainLine[](sale.credits.length * (2 + roles) + roles);
        uint256 count = 0;
        for (uint256 i = 0; i < sale.credits.length; ++i) {
            Credit memory credit = sale.credits[i];
            uint256 rate = _rate(deal, credit.role, sale.kind, credit.partner);
            uint256 stage = deal.terms.roles[credit.role].stage;
            if (rate != NOT_PAID) {
                lines[count++] = PlainLine(credit.partner, credit.role, rate, 1, credit.weight, 0, stage);
                count = _refer(deal, sale.kind, credit.partner, lines, count);
            }
            if (credit.role == deal.terms.residualRole)
                lines[count++] = PlainLine(credit.partner, credit.role, 1e12, 1, credit.weight, 0, RESIDUAL);
        }
        count = _give(deal, sale, lines, count);
        assembly ("memory-safe") {
            mstore(lines, count)
        }
    }

    function _refer(
        PlainDeal memory deal,
        uint256 kind,
        uint256 partner,
        PlainLine[] memory lines,
        uint256 count
    ) private pure returns (uint256) {
        uint256 referrer = deal.partners[partner].referrer;
        if (referrer == 0 || !deal.partners[referrer].isActive) return count;
        for (uint256 role = 0; role < deal.terms.roles.length; ++role) {
            if (deal.terms.roles[role].stage != REFERRED) continue;
            uint256 rate = _rate(deal, role, kind, referrer);
            if (rate != NOT_PAID) lines[count++] = PlainLine(referrer, role, rate, 1, 1, 0, REFERRED);
        }
        return count;
    }

    /// @dev What roles that nobody plays leave: to pools, or to the credits of their stage.
    function _give(
        PlainDeal memory deal,
        Sale memory sale,
        PlainLine[] memory lines,
        uint256 count
    ) private pure returns (uint256 size) {
        size = count;
        uint256[2] memory filled;
        uint256[2] memory left;
        for (uint256 i = 0; i < deal.terms.roles.length; ++i) {
            Role memory role = deal.terms.roles[i];
            if (role.stage == REFERRED || role.rates[sale.kind] == NOT_PAID) continue;
            uint256 base = _scaled(deal, i, role.rates[sale.kind]);
            if (_isPlayed(sale, i)) filled[role.stage] += base;
            else if (role.missing == TO_OTHERS) left[role.stage] += base;
            else if (role.missing == TO_POOL)
                lines[size++] = PlainLine(FIRST_POOL + role.pool, i, base, 1, 1, 0, role.stage);
        }
        for (uint256 i = 0; i < count; ++i) {
            uint256 stage = lines[i].stage;
            if (stage > NET || filled[stage] == 0 || left[stage] == 0) continue;
            uint256 raised = lines[i].rate * (filled[stage] + left[stage]);
            uint256 most = _scaled(deal, lines[i].role, type(uint24).max);
            bool isCapped = raised >= most * filled[stage];
            (lines[i].rate, lines[i].parts) = isCapped ? (most, 1) : (raised, filled[stage]);
        }
    }

    function _isPlayed(Sale memory sale, uint256 role) private pure returns (bool) {
        for (uint256 i = 0; i < sale.credits.length; ++i) if (sale.credits[i].role == role) return true;
        return false;
    }

    /* AMOUNTS */

    function _fill(PlainLine[] memory lines, uint256 amount, uint256 setAside) private pure {
        uint256 left = amount - setAside;
        left -= _fillStage(lines, GROSS, amount);
        left -= _fillStage(lines, NET, left);
        uint256 before = 0;
        uint256 referred = 0;
        for (uint256 i = 0; i < lines.length; ++i) {
            if (lines[i].stage == REFERRED) {
                lines[i].amount = (before * lines[i].rate) / 1e12;
                referred += lines[i].amount;
            } else before = lines[i].amount;
        }
        left -= referred;
        _fillStage(lines, RESIDUAL, left);
    }

    function _fillStage(PlainLine[] memory lines, uint256 stage, uint256 base) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < lines.length; ++i) {
            if (lines[i].stage != stage) continue;
            uint256 weights = 0;
            for (uint256 j = 0; j < lines.length; ++j)
                if (lines[j].stage == stage && lines[j].role == lines[i].role) weights += lines[j].weight;
            lines[i].amount = (base * lines[i].rate * lines[i].weight) / (weights * lines[i].parts * 1e12);
            sum += lines[i].amount;
        }
    }

    /* RATES */

    /// @dev `NOT_PAID` where the role earns nothing on the kind.
    function _rate(
        PlainDeal memory deal,
        uint256 index,
        uint256 kind,
        uint256 number
    ) private pure returns (uint256 rate) {
        Role memory role = deal.terms.roles[index];
        PlainPartner memory partner = deal.partners[number];
        rate = role.rates[kind];
        if (rate == NOT_PAID) return rate;
        if (partner.tier < role.tiers.length) rate += role.tiers[partner.tier];
        if (role.tenure.length > 0 && deal.time > partner.joined)
            rate += _lastOf(role.tenure, (deal.time - partner.joined) / 365 days);
        else if (role.tenure.length > 0) rate += role.tenure[0];
        uint256 active = 0;
        for (uint256 i = 1; i < deal.partners.length; ++i) if (deal.partners[i].isActive) ++active;
        rate += _bonus(role.network, active) + _volumeBonus(role.volume, deal.volume);
        return _scaled(deal, index, rate);
    }

    function _scaled(PlainDeal memory deal, uint256 role, uint256 rate) private pure returns (uint256) {
        uint256 ceiling = deal.terms.roles[role].ceiling;
        return (rate < ceiling ? rate : ceiling) * deal.terms.commission;
    }

    function _bonus(Bonus memory bonus, uint256 measure) private pure returns (uint256) {
        if (bonus.every == 0) return 0;
        uint256 sum = (measure / bonus.every) * bonus.add;
        return sum < bonus.max ? sum : bonus.max;
    }

    /// @dev In USDC.
    function _volumeBonus(VolumeBonus memory bonus, uint256 measure) private pure returns (uint256) {
        if (bonus.every.length == 0) return 0;
        return _bonus(Bonus({ every: bonus.every[1], add: bonus.add, max: bonus.max }), measure);
    }

    function _lastOf(uint24[] memory table, uint256 year) private pure returns (uint256) {
        return table[year < table.length ? year : table.length - 1];
    }

    /* WORDS */

    function _word(PlainLine memory line) private pure returns (uint256) {
        uint256 shown = line.stage == RESIDUAL ? RESIDUAL_RATE : line.rate / (line.parts * 1e6);
        return line.partner + line.role * 2 ** 20 + shown * 2 ** 24 + line.weight * 2 ** 44 + line.amount * 2 ** 76;
    }

    function _isFirst(PlainLine[] memory lines, uint256 index) private pure returns (bool) {
        PlainLine memory line = lines[index];
        if (line.stage == REFERRED || line.partner >= FIRST_POOL) return false;
        for (uint256 i = 0; i < index; ++i)
            if (lines[i].partner == line.partner && lines[i].stage != REFERRED) return false;
        return true;
    }
}
