// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../interfaces/ITermsErrors.sol";
import { Role, StandingLine, Terms } from "../interfaces/TermsTypes.sol";
import {
    ETHER,
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

/// @title Terms that may become a program
/// @notice Refuses terms that are malformed. What they could pay out at most is checked in `WorstCase`.
library TermsCheck {
    /// @notice Checks every field.
    function shape(Terms calldata terms) internal view {
        _parties(terms);
        _frame(terms);
        _currencies(terms.currencies);
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
        require(terms.operator != address(0), ITermsErrors.Terms_ZeroAddress("operator", 0));
        require(terms.attributor != address(0), ITermsErrors.Terms_ZeroAddress("attributor", 0));
        require(terms.arbiter != address(0), ITermsErrors.Terms_ZeroAddress("arbiter", 0));
        require(terms.treasury != address(0), ITermsErrors.Terms_ZeroAddress("treasury", 0));
    }

    function _frame(Terms calldata terms) private pure {
        require(terms.start > 0, ITermsErrors.Terms_Invalid("start", 0, terms.start));
        require(terms.period >= 1 hours, ITermsErrors.Terms_Invalid("period", 0, terms.period));
        require(terms.lineNoticePeriods > 0, ITermsErrors.Terms_Invalid("lineNoticePeriods", 0, 0));
        require(terms.ceiling <= ONE, ITermsErrors.Terms_Invalid("ceiling", 0, terms.ceiling));
        require(terms.commission <= ONE, ITermsErrors.Terms_Invalid("commission", 0, terms.commission));
        _count("currencies", terms.currencies.length, 1, MAX_CURRENCIES);
        _count("kinds", terms.kinds.length, 1, MAX_KINDS);
        _count("tiers", terms.tiers.length, 0, MAX_TIERS);
        _count("roles", terms.roles.length, 0, MAX_ROLES);
        require(
            terms.residualRole == NO_ROLE || terms.residualRole < terms.roles.length,
            ITermsErrors.Terms_Invalid("residualRole", 0, terms.residualRole)
        );
    }

    function _currencies(address[] calldata currencies) private view {
        require(
            currencies[0] == ETHER || currencies[0] == address(0),
            ITermsErrors.Terms_InvalidCurrency(0, currencies[0])
        );
        require(currencies[0] == ETHER || currencies.length > 1, ITermsErrors.Terms_InvalidCurrency(0, currencies[0]));
        for (uint256 i = 1; i < currencies.length; ++i) {
            require(currencies[i].code.length > 0, ITermsErrors.Terms_InvalidCurrency(i, currencies[i]));
            for (uint256 j = 1; j < i; ++j) {
                require(currencies[i] != currencies[j], ITermsErrors.Terms_InvalidCurrency(i, currencies[i]));
            }
        }
    }

    function _role(Role calldata role, uint256 index, uint256 kinds, uint256 tiers) private pure {
        require(role.rates.length == kinds, ITermsErrors.Terms_Invalid("role.rates", index, role.rates.length));
        require(role.tiers.length == tiers, ITermsErrors.Terms_Invalid("role.tiers", index, role.tiers.length));
        require(role.tenure.length < 100, ITermsErrors.Terms_Invalid("role.tenure", index, role.tenure.length));
        for (uint256 i = 0; i < kinds; ++i) {
            uint256 rate = role.rates[i];
            require(rate <= ONE || rate == NOT_PAID, ITermsErrors.Terms_Invalid("role.rates", index, rate));
        }
        require(_highest(role.tiers) <= ONE, ITermsErrors.Terms_Invalid("role.tiers", index, _highest(role.tiers)));
        require(_highest(role.tenure) <= ONE, ITermsErrors.Terms_Invalid("role.tenure", index, _highest(role.tenure)));
    }

    /// @dev What a role is of, and where its share goes where nobody fills it.
    function _place(Terms calldata terms, Role calldata role, uint256 index) private pure {
        require(role.stage <= REFERRED, ITermsErrors.Terms_Invalid("role.stage", index, role.stage));
        require(role.missing <= TO_POOL, ITermsErrors.Terms_Invalid("role.missing", index, role.missing));
        uint256 pools = role.missing == TO_POOL ? terms.pools.length : 1;
        require(role.pool < pools, ITermsErrors.Terms_Invalid("role.pool", index, role.pool));
        if (role.stage != REFERRED) return;
        // No worst case of a sale bounds a rate that is of other lines.
        require(role.ceiling <= ONE, ITermsErrors.Terms_Invalid("role.ceiling", index, role.ceiling));
        // Nobody fills it: it follows the lines of whom its earner referred, and takes no residual.
        require(role.missing == TO_RESIDUAL, ITermsErrors.Terms_Invalid("role.missing", index, role.missing));
        require(terms.residualRole != index, ITermsErrors.Terms_Invalid("residualRole", 0, index));
    }

    function _line(StandingLine calldata line, uint256 index, uint256 kinds) private pure {
        require(line.holder != address(0), ITermsErrors.Terms_ZeroAddress("standing.holder", index));
        require(
            line.kinds > 0 && uint256(line.kinds) >> kinds == 0,
            ITermsErrors.Terms_Invalid("standing.kinds", index, line.kinds)
        );
        require(line.starts > 0, ITermsErrors.Terms_Invalid("standing.starts", index, line.starts));
        require(
            line.ends == 0 || line.ends > line.starts,
            ITermsErrors.Terms_Invalid("standing.ends", index, line.ends)
        );
        uint24[] calldata rates = line.rates;
        require(
            rates.length > 0 && rates.length <= 100,
            ITermsErrors.Terms_Invalid("standing.rates", index, rates.length)
        );
        uint256 highest = _highest(rates);
        require(highest <= ONE, ITermsErrors.Terms_Invalid("standing.rates", index, highest));
    }

    function _count(string memory field, uint256 count, uint256 least, uint256 most) private pure {
        require(count >= least && count <= most, ITermsErrors.Terms_Invalid(field, 0, count));
    }

    function _highest(uint24[] calldata values) private pure returns (uint256 highest) {
        for (uint256 i = 0; i < values.length; ++i) {
            if (values[i] > highest) highest = values[i];
        }
    }
}
