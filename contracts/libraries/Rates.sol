// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Bonus } from "../interfaces/TermsTypes.sol";
import { YEAR } from "./Constants.sol";

/// @title Rates, exact: nothing is rounded before a line's amount is
/// @notice What a bonus adds is whole ppm; what commission and the shares of missing roles make of a rate need not be. So an exact
/// rate counts millionths of a ppm (1e12 = 100 %), and one that was raised is a fraction of such. People are shown whole ppm of it,
/// rounded down.
/// ```
/// rate = min( ceiling, base[kind] + tier[partner.tier] + tenure[full years since joined]
///                      + min(network.max, network.add × ⌊active partners ÷ network.every⌋)
///                      + min(volume.max,  volume.add  × ⌊last closed period's revenue ÷ volume.every⌋) ) × commission
/// ```
library Rates {
    /// @notice What a bonus adds for a measure; nothing where `every` is 0.
    function bonusOf(Bonus memory bonus, uint256 measure) internal pure returns (uint256) {
        if (bonus.every == 0) return 0;
        uint256 steps = measure / bonus.every;
        // Compared before multiplying: a huge measure cannot overflow.
        if (bonus.add == 0) return 0;
        return steps >= uint256(bonus.max) / bonus.add + 1 ? bonus.max : _min(bonus.max, steps * bonus.add);
    }

    /// @notice Full years of 365 days from `since` to `time`, 0 where `since` lies ahead.
    function fullYears(uint256 since, uint256 time) internal pure returns (uint256) {
        return time > since ? (time - since) / YEAR : 0;
    }

    /// @notice The exact rate of one credit from the sum of its base and additions, ppm.
    function capped(uint256 sum, uint256 ceiling, uint256 commission) internal pure returns (uint256) {
        return _min(sum, ceiling) * commission;
    }

    /// @notice The rate of a credit that shares what others of its stage would have earned, but for its own ceiling:
    /// `min(most, rate × (filled + missing) ÷ filled)`, as a fraction.
    /// @param rate Exact.
    /// @param filled Sum of the base rates of the stage's roles that were filled, ppm before commission; above 0.
    /// @param missing The same of those that were not and leave their share to the others.
    /// @param most The role's ceiling after commission, exact.
    /// @return numerator Exact.
    /// @return denominator `filled`, or 1.
    function renormalised(
        uint256 rate,
        uint256 filled,
        uint256 missing,
        uint256 most
    ) internal pure returns (uint256 numerator, uint256 denominator) {
        numerator = rate * (filled + missing);
        return numerator < most * filled ? (numerator, filled) : (most, 1);
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
