// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Bonus, Clauses, Role, Terms, VolumeBonus } from "../interfaces/TermsTypes.sol";
import { NO_ROLE, NOT_PAID, TO_RESIDUAL } from "../libraries/Constants.sol";

/// @title What of other terms lets others take more of the residual that guarantees are paid from
/// @notice A guarantee is worth what is left for it. So whoever has one is asked before more can be taken ahead of it, be it ever
/// so little, and whether or not anybody takes it.
library GuaranteeCheck {
    /// @notice Whether a line is guaranteed something.
    function isGuaranteed(Clauses memory clauses) internal pure returns (bool) {
        return clauses.fee.length > 0 || clauses.minimum.length > 0;
    }

    /// @notice Whether roles, as they would be, can take more than they could, or the residual is another's.
    function rolesTakeMore(Terms memory old, Terms calldata next) internal pure returns (bool) {
        if (next.roles.length > old.roles.length || next.commission > old.commission) return true;
        if (next.residualRole != old.residualRole && next.residualRole != NO_ROLE) return true;
        for (uint256 i = 0; i < old.roles.length; ++i) if (_takesMore(old.roles[i], next.roles[i])) return true;
        return false;
    }

    function _takesMore(Role memory old, Role memory next) private pure returns (bool) {
        if (next.missing != old.missing && next.missing != TO_RESIDUAL) return true;
        if (next.ceiling > old.ceiling) return true;
        if (_ratesRise(old.rates, next.rates) || _tiersRise(old.tiers, next.tiers)) return true;
        if (_tenureRises(old.tenure, next.tenure)) return true;
        return _networkRises(old.network, next.network) || _volumeRises(old.volume, next.volume);
    }

    /// @dev On a kind that is added, what was highest before is no rise: revenue may be told by another name.
    function _ratesRise(uint24[] memory old, uint24[] memory next) private pure returns (bool) {
        uint256 highest = 0;
        for (uint256 kind = 0; kind < next.length; ++kind) {
            uint256 before = kind < old.length ? _paid(old[kind]) : highest;
            if (before > highest) highest = before;
            if (_paid(next[kind]) > before) return true;
        }
        return false;
    }

    function _paid(uint24 rate) private pure returns (uint256) {
        return rate == NOT_PAID ? 0 : rate;
    }

    /// @dev Missing entries add nothing.
    function _tiersRise(uint24[] memory old, uint24[] memory next) private pure returns (bool) {
        for (uint256 tier = 0; tier < next.length; ++tier) {
            if (next[tier] > (tier < old.length ? old[tier] : 0)) return true;
        }
        return false;
    }

    /// @dev The last entry repeats.
    function _tenureRises(uint24[] memory old, uint24[] memory next) private pure returns (bool) {
        uint256 count = old.length > next.length ? old.length : next.length;
        for (uint256 year = 0; year < count; ++year) {
            if (_ofYear(next, year) > _ofYear(old, year)) return true;
        }
        return false;
    }

    function _ofYear(uint24[] memory table, uint256 year) private pure returns (uint256) {
        if (table.length == 0) return 0;
        return table[year < table.length ? year : table.length - 1];
    }

    function _networkRises(Bonus memory old, Bonus memory next) private pure returns (bool) {
        if (next.every == 0 || next.add == 0) return false;
        return _comesSooner(old.every, next.every) || next.add > old.add || next.max > old.max;
    }

    /// @dev In any currency.
    function _volumeRises(VolumeBonus memory old, VolumeBonus memory next) private pure returns (bool) {
        if (next.add == 0) return false;
        for (uint256 i = 0; i < next.every.length; ++i) {
            uint256 every = next.every[i];
            if (every == 0) continue;
            uint256 before = i < old.every.length ? old.every[i] : 0;
            if (_comesSooner(before, every) || next.add > old.add || next.max > old.max) return true;
        }
        return false;
    }

    /// @dev A step of 0 never comes.
    function _comesSooner(uint256 before, uint256 every) private pure returns (bool) {
        return before == 0 || every < before;
    }
}
