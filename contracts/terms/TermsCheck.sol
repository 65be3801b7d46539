// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Role, StandingLine, Terms } from "../interfaces/TermsTypes.sol";
import {
    ALL_KINDS,
    MAX_CURRENCIES,
    MAX_KINDS,
    MAX_ROLES,
    MAX_TIERS,
    NO_ROLE,
    NOT_PAID,
    ONE,
    REFERRED,
    TO_POOL,
    TO_RESIDUAL
} from "../libraries/Constants.sol";
import { Bonuses } from "./Bonuses.sol";
import { ExtrasCheck } from "./ExtrasCheck.sol";
import { Refuse } from "./Refuse.sol";

/// @title Terms that may become a program
/// @notice Refuses terms that are malformed. What they could pay out at most is checked in `WorstCase`.
library TermsCheck {
    /// @notice Checks every field.
    /// @dev But for the tokens that currencies are, see `CurrencyCheck`.
    function shape(Terms calldata terms) internal pure {
        _parties(terms);
        _frame(terms);
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            _role(terms.roles[i], i, terms.kinds.length, terms.tiers.length);
            Bonuses.check(terms.roles[i], i, terms.currencies);
            _place(terms, terms.roles[i], i);
        }
        StandingLine[] calldata lines = terms.standing;
        uint256 kinds = terms.kinds.length;
        for (uint256 i = 0; i < lines.length; ++i) {
            _line(lines[i], i, kinds);
        }
        ExtrasCheck.shape(terms);
    }

    function _parties(Terms calldata terms) private pure {
        Refuse.ifZero(terms.operator, "operator", 0);
        Refuse.ifZero(terms.attributor, "attributor", 0);
        Refuse.ifZero(terms.arbiter, "arbiter", 0);
        Refuse.ifZero(terms.treasury, "treasury", 0);
    }

    function _frame(Terms calldata terms) private pure {
        Refuse.unless(terms.start > 0, "start", 0, terms.start);
        Refuse.unless(terms.period >= 1 days, "period", 0, terms.period);
        Refuse.unless(terms.lineNoticePeriods > 0, "lineNoticePeriods", 0, 0);
        Refuse.unless(terms.ceiling <= ONE, "ceiling", 0, terms.ceiling);
        Refuse.unless(terms.commission <= ONE, "commission", 0, terms.commission);
        _count("currencies", terms.currencies.length, 1, MAX_CURRENCIES);
        _count("kinds", terms.kinds.length, 1, MAX_KINDS);
        _count("tiers", terms.tiers.length, 0, MAX_TIERS);
        _count("roles", terms.roles.length, 0, MAX_ROLES);
        Refuse.unless(
            terms.residualRole == NO_ROLE || terms.residualRole < terms.roles.length,
            "residualRole",
            0,
            terms.residualRole
        );
    }

    function _role(Role calldata role, uint256 index, uint256 kinds, uint256 tiers) private pure {
        Refuse.unless(role.rates.length == kinds, "role.rates", index, role.rates.length);
        Refuse.unless(role.tiers.length == tiers, "role.tiers", index, role.tiers.length);
        Refuse.unless(role.tenure.length < 100, "role.tenure", index, role.tenure.length);
        for (uint256 i = 0; i < kinds; ++i) {
            uint256 rate = role.rates[i];
            Refuse.unless(rate <= ONE || rate == NOT_PAID, "role.rates", index, rate);
        }
        Refuse.unless(_highest(role.tiers) <= ONE, "role.tiers", index, _highest(role.tiers));
        Refuse.unless(_highest(role.tenure) <= ONE, "role.tenure", index, _highest(role.tenure));
    }

    /// @dev What a role is of, and where its share goes where nobody fills it.
    function _place(Terms calldata terms, Role calldata role, uint256 index) private pure {
        Refuse.unless(role.stage <= REFERRED, "role.stage", index, role.stage);
        Refuse.unless(role.missing <= TO_POOL, "role.missing", index, role.missing);
        uint256 pools = role.missing == TO_POOL ? terms.pools.length : 1;
        Refuse.unless(role.pool < pools, "role.pool", index, role.pool);
        if (role.stage != REFERRED) return;
        // No worst case of a sale bounds a rate that is of other lines.
        Refuse.unless(role.ceiling <= ONE, "role.ceiling", index, role.ceiling);
        // Nobody fills it: it follows the lines of whom its earner referred, and takes no residual.
        Refuse.unless(role.missing == TO_RESIDUAL, "role.missing", index, role.missing);
        Refuse.unless(terms.residualRole != index, "residualRole", 0, index);
    }

    function _line(StandingLine calldata line, uint256 index, uint256 kinds) private pure {
        uint24[] calldata rates = line.rates;
        uint256 highest = _highest(rates);
        bool fits = line.holder != address(0) && line.starts > 0 && (line.ends == 0 || line.ends > line.starts);
        bool known = line.kinds == ALL_KINDS || (line.kinds > 0 && uint256(line.kinds) >> kinds == 0);
        fits = fits && known;
        // Asked at once: a name for each field of a thousand lines would take their memory.
        if (fits && rates.length > 0 && rates.length <= 100 && highest <= ONE) return;
        Refuse.ifZero(line.holder, "standing.holder", index);
        Refuse.unless(known, "standing.kinds", index, line.kinds);
        Refuse.unless(line.starts > 0, "standing.starts", index, line.starts);
        Refuse.unless(line.ends == 0 || line.ends > line.starts, "standing.ends", index, line.ends);
        Refuse.unless(rates.length > 0 && rates.length <= 100, "standing.rates", index, rates.length);
        Refuse.unless(false, "standing.rates", index, highest);
    }

    function _count(string memory field, uint256 count, uint256 least, uint256 most) private pure {
        Refuse.unless(count >= least && count <= most, field, 0, count);
    }

    function _highest(uint24[] calldata values) private pure returns (uint256 highest) {
        for (uint256 i = 0; i < values.length; ++i) {
            if (values[i] > highest) highest = values[i];
        }
    }
}
