// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ONE, RESIDUAL_RATE } from "./Constants.sol";

/// @dev A line while it is worked out. `stage` is the base its rate is of.
struct Share {
    uint256 partner;
    address wallet;
    uint256 role;
    Stage stage;
    uint256 rate;
    uint256 weight;
    uint256 amount;
}

enum Stage {
    Gross,
    Net,
    Residual
}

/// @title How one sale is shared
/// @notice ```
/// standing = ⌈sale × standing rate⌉                       set aside for the standing lines
/// gross    = ⌊sale × rate × weight ÷ role's weights⌋
/// net base = sale − standing − Σ gross
/// net      = ⌊net base × rate × weight ÷ role's weights⌋
/// residual = sale − standing − Σ gross − Σ net
/// ```
/// @dev Pure and free of external calls, so that it can be proved: see test/proofs. Amounts are below 2^96, rates at
/// most 2^20, weights below 2^32, their sum in a role below 2^37: every product stays below 2^148.
library Waterfall {
    /// @notice Fills in the amount of every share.
    /// @dev The terms' check keeps standing + gross + net within 100 %, so no subtraction can underflow; if it could, the
    /// checked arithmetic would revert the post.
    /// @param shares In any order; amounts are overwritten.
    /// @param sale The sale's amount.
    /// @param standingRate Sum of the standing rates on the sale's kind, ppm.
    /// @return standing Set aside for standing lines, rounded up; what they do not earn returns to the residual.
    /// @return residual What no line took: the sale less `standing` and all amounts.
    function fill(
        Share[] memory shares,
        uint256 sale,
        uint256 standingRate
    ) internal pure returns (uint256 standing, uint256 residual) {
        uint256[] memory weights = roleWeights(shares);
        standing = setAside(sale, standingRate);
        residual = sale - standing;
        residual -= _fillStage(shares, weights, Stage.Gross, sale);
        residual -= _fillStage(shares, weights, Stage.Net, residual);
        residual -= _fillStage(shares, weights, Stage.Residual, residual);
    }

    /// @notice What a sale brings for its standing lines, rounded up.
    /// @dev The sum of rounded-up parts is never less than the rounded-down part of the sum, so the lines of a period are
    /// always funded, whichever of its sales are refunded.
    function setAside(uint256 sale, uint256 standingRate) internal pure returns (uint256) {
        return (sale * standingRate + ONE - 1) / ONE;
    }

    /// @notice One share of a base: `⌊base × rate × weight ÷ (weights × 1e6)⌋`.
    function part(
        uint256 base,
        uint256 rate,
        uint256 weight,
        uint256 weights
    ) internal pure returns (uint256) {
        return (base * rate * weight) / (weights * ONE);
    }

    /// @notice What of a line is reversed once `refunded` of its sale is: `⌈line × refunded ÷ sale⌉`.
    function reversed(uint256 line, uint256 refunded, uint256 sale) internal pure returns (uint256) {
        return (line * refunded + sale - 1) / sale;
    }

    /// @notice The sum of the weights of each role, by stage: a residual share weighs apart from its role's own rate.
    /// @return weights Indexed by `role` for rates, by `16 + role` for the residual.
    function roleWeights(Share[] memory shares) internal pure returns (uint256[] memory weights) {
        weights = new uint256[](32);
        for (uint256 i = 0; i < shares.length; ++i) {
            weights[_weightIndex(shares[i])] += shares[i].weight;
        }
    }

    /// @notice The stage of a stored line.
    function stageOf(uint256 rate, bool net) internal pure returns (Stage) {
        if (rate == RESIDUAL_RATE) return Stage.Residual;
        return net ? Stage.Net : Stage.Gross;
    }

    function _fillStage(
        Share[] memory shares,
        uint256[] memory weights,
        Stage stage,
        uint256 base
    ) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < shares.length; ++i) {
            Share memory share = shares[i];
            if (share.stage != stage) continue;
            uint256 rate = stage == Stage.Residual ? ONE : share.rate;
            share.amount = part({
                base: base,
                rate: rate,
                weight: share.weight,
                weights: weights[_weightIndex(share)]
            });
            sum += share.amount;
        }
    }

    function _weightIndex(Share memory share) private pure returns (uint256) {
        return share.stage == Stage.Residual ? 16 + share.role : share.role;
    }
}
