// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../interfaces/ITermsErrors.sol";
import { EXACT_ONE, NO_ROLE, NOT_PAID, ONE, REFERRED, TO_OTHERS } from "../libraries/Constants.sol";
import { Rates } from "../libraries/Rates.sol";
import { Bonuses } from "./Bonuses.sol";
import { PackedTerms } from "./PackedTerms.sol";
import {
    AT_CEILING,
    AT_COMMISSION,
    AT_KINDS,
    AT_OUTCOMES,
    AT_RESIDUAL_ROLE,
    AT_ROLES,
    AT_ROWS,
    AT_TIERS
} from "./TermsLayout.sol";
import { GROSS, NET } from "../libraries/Waterfall.sol";

/// @dev One stage of a kind, over the roles that earn on it. All exact, see `Rates`.
/// @param highest Sum of the most each can earn.
/// @param base Sum of their base rates.
/// @param most Of the role whose highest rate is the largest multiple of its base; `of_` is that base, 0 where no role has one.
/// @param ceilings Of the roles that earn something but have no base, summed.
/// @param scales Whether shares of missing roles can go to the filled ones.
struct Stage {
    uint256 highest;
    uint256 base;
    uint256 most;
    uint256 of_;
    uint256 ceilings;
    bool scales;
}

/// @title The most that all lines can take of a sale
/// @notice ```
/// worst = standing + gross × (1 + referred) + (1 − standing − gross) × net × (1 + referred)
/// ```
/// with every standing line at its highest together, every role at the most that tier, tenure and bonuses can bring it to,
/// and a referrer behind every line. Where missing roles leave their share to the filled ones, a stage takes at most
/// `max(highest / base) × Σ base`, and a role without a base its ceiling: the shares grow by no more than the bases of the
/// missing add to those of the filled.
///
/// All of it is worked out from exact rates and rounded up at the end, and each line is rounded down, once. So for a sale `s` under a
/// ceiling `c` the lines take at most `⌊c × s⌋` together, standing lines' own `⌊rate × s⌋` among them: a sum of parts rounded down is
/// never above the sum of the parts. What setting aside rounds up is below one unit a sale and comes back with the residual.
library WorstCase {
    using PackedTerms for bytes;

    /// @notice Refuses packed terms under which some sale could pay out more than its ceiling. An outcome is a bonus of its
    /// whole amount: its ceiling is 100 %. So is what terms pay whose residual a role gets.
    /// @param since Standing rates that are over by then do not count.
    function check(bytes memory packed, uint256 since) internal pure {
        uint256 outcomes = packed.number(AT_OUTCOMES, 2);
        for (uint256 kind = 0; kind < packed.number(AT_KINDS, 1); ++kind) {
            uint256 ceiling = (outcomes >> kind) & 1 == 1 ? ONE : packed.number(AT_CEILING, 3);
            uint256 most = worst(packed, kind, since);
            // All that no line takes is then a line.
            if (most < ONE && packed.number(AT_RESIDUAL_ROLE, 1) != NO_ROLE) most = ONE;
            require(most <= ceiling, ITermsErrors.Terms_PaysOverCeiling(kind, most, ceiling));
        }
    }

    /// @notice The worst case of a kind, ppm, rounded up.
    function worst(bytes memory packed, uint256 kind, uint256 since) internal pure returns (uint256) {
        Stage[3] memory stages;
        for (uint256 i = 0; i < packed.number(AT_ROLES, 1); ++i) {
            uint256 record = packed.roleOffset(i);
            if (packed.roleRate(record, kind) != NOT_PAID) _add(stages[packed.roleStage(record)], packed, record, kind);
        }
        uint256 standing = _standing({ packed: packed, kind: kind, since: since });
        uint256 gross = _most(stages[GROSS]);
        uint256 net = _most(stages[NET]);
        // Every referred role follows every line.
        uint256 followed = EXACT_ONE + _most(stages[REFERRED]);
        // Beyond 100 % of the net base is beyond 100 % of the sale, at the latest when no standing line earns.
        if (net * followed > EXACT_ONE * EXACT_ONE) return standing + _ceil((gross + net) * followed, EXACT_ONE * ONE);
        uint256 top = standing * ONE + gross;
        if (top > EXACT_ONE) return standing + _ceil(gross * followed, EXACT_ONE * ONE);
        return standing + _ceil((gross * EXACT_ONE + (EXACT_ONE - top) * net) * followed, EXACT_ONE * EXACT_ONE * ONE);
    }

    function _add(Stage memory stage, bytes memory packed, uint256 record, uint256 kind) private pure {
        uint256 ceiling = packed.roleCeiling(record);
        uint256 commission = packed.number(AT_COMMISSION, 3);
        uint256 rate = packed.roleRate(record, kind);
        uint256 base = Rates.capped(rate, ceiling, commission);
        uint256 highest = Rates.capped(rate + _additions(packed, record), ceiling, commission);
        stage.highest += highest;
        stage.base += base;
        if (packed.number(record + 1, 1) == TO_OTHERS) stage.scales = true;
        if (base == 0) {
            if (highest > 0) stage.ceilings += Rates.capped(ONE, ceiling, commission);
        } else if (highest * stage.of_ >= stage.most * base) {
            (stage.most, stage.of_) = (highest, base);
        }
    }

    /// @dev The most that tier, tenure and bonuses can add to a role's base.
    function _additions(bytes memory packed, uint256 record) private pure returns (uint256) {
        uint256 tiers = packed.number(AT_TIERS, 1);
        uint256 tenure = packed.tenureOffset(record);
        uint256 sum = _highest(packed, tenure - tiers * 3, tiers);
        sum += _highest(packed, tenure + 1, packed.number(tenure, 1));
        return sum + Bonuses.most(packed, record);
    }

    function _highest(bytes memory packed, uint256 offset, uint256 count) private pure returns (uint256 highest) {
        for (uint256 i = 0; i < count; ++i) {
            uint256 value = packed.number(offset + i * 3, 3);
            if (value > highest) highest = value;
        }
    }

    function _most(Stage memory stage) private pure returns (uint256) {
        if (!stage.scales || stage.base == 0) return stage.highest;
        uint256 scaled = _ceil(stage.most * stage.base, stage.of_) + stage.ceilings;
        return scaled > stage.highest ? scaled : stage.highest;
    }

    /// @dev The most that the standing lines take of a kind together, at any time that is not over at `since`.
    function _standing(bytes memory packed, uint256 kind, uint256 since) private pure returns (uint256 highest) {
        uint256 rows = packed.number(AT_ROWS, 1);
        for (uint256 row = 0; row < rows; ++row) {
            if (row + 1 < rows && packed.rowTime(row + 1) <= since) continue;
            uint256 rate = packed.standingRate(row, kind);
            if (rate > highest) highest = rate;
        }
    }

    function _ceil(uint256 numerator, uint256 denominator) private pure returns (uint256) {
        return (numerator + denominator - 1) / denominator;
    }
}
