// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { EXACT_ONE, ONE } from "./Constants.sol";

/// @dev Stages of a line: of the sale, of what standing lines and gross roles leave, of the line before it (`REFERRED`), of
/// what then remains.
uint256 constant GROSS = 0;
uint256 constant NET = 1;
uint256 constant RESIDUAL = 3;

/// @title How one sale is shared
/// @notice ```
/// standing = ⌈sale × standing rate⌉                       set aside for the standing lines
/// gross    = ⌊sale × rate × weight ÷ role's weights⌋
/// net base = sale − standing − Σ gross
/// net      = ⌊net base × rate × weight ÷ role's weights⌋
/// referred = ⌊the line before it × rate⌋                  the line before it that is not referred itself
/// residual = sale − standing − Σ gross − Σ net − Σ referred
/// ```
/// with rates that nothing has rounded: each line is rounded once, down.
/// @dev Pure and free of external calls, so that it can be proved: see test/proofs. Amounts are below 2^96. Standing rates are ppm.
/// The rate of a line is exact, see `Rates`: the numerator of one below 2^66, its denominator below 2^24. Weights are below 2^32,
/// their sum in a role below 2^37. So every product stays below 2^194.
library Waterfall {
    /// @notice What a sale sets aside for its standing lines, rounded up.
    /// @dev The sum of rounded-up parts is never less than the rounded-down part of the sum, so the lines of a period are
    /// always funded, whichever of its sales are refunded.
    function setAside(uint256 sale, uint256 standingRate) internal pure returns (uint256) {
        // Below 2^120, see above.
        unchecked {
            return (sale * standingRate + ONE - 1) / ONE;
        }
    }

    /// @notice One share of a base: `⌊base × rate × weight ÷ (weights × 1e12)⌋`.
    /// @param rate Exact, or its numerator.
    /// @param weights Of all credits of the role, times the rate's denominator.
    function part(uint256 base, uint256 rate, uint256 weight, uint256 weights) internal pure returns (uint256) {
        // Below 2^194, see above.
        unchecked {
            return (base * rate * weight) / (weights * EXACT_ONE);
        }
    }

    /// @notice What of a sale line is reversed once `refunded` of its sale is: `⌈line × refunded ÷ sale⌉`.
    function reversed(uint256 line, uint256 refunded, uint256 sale) internal pure returns (uint256) {
        return (line * refunded + sale - 1) / sale;
    }
}
