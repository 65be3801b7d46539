// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FIRST_POOL, ONE, REFERRED, RESIDUAL_RATE } from "./Constants.sol";

/// @dev A sale line while it is worked out. `stage` is the base its rate is of. The first four fields lie in memory as those of
/// `Line` do, see `Sales`.
struct Share {
    address wallet;
    uint256 role;
    uint256 rate;
    uint256 amount;
    uint256 partner;
    uint256 weight;
    uint256 stage;
}

/// @dev Stages of a share: of the sale, of what standing lines and gross roles leave, of the line before it (`REFERRED`), of
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
/// @dev Pure and free of external calls, so that it can be proved: see test/proofs. Amounts are below 2^96, rates at
/// most 2^20, weights below 2^32, their sum in a role below 2^37: every product stays below 2^148.
library Waterfall {
    /// @dev The bit of `mark` for roles that play twice.
    uint256 private constant SHARED = 1 << 64;

    /// @notice Fills in the amount of every share.
    /// @dev The terms' check keeps standing + gross + net + referred within 100 %, so no subtraction can underflow; if it could, the
    /// checked arithmetic would revert the post.
    /// @param shares In any order, but that referred ones follow the line they refer to; amounts are overwritten.
    /// @param sale The sale's amount.
    /// @param standingRate Sum of the standing rates on the sale's kind, ppm.
    /// @param seen Which roles play in which stage, and whether some play twice; see `mark`.
    /// @return standing Set aside for standing lines, rounded up; what they do not earn returns to the residual.
    /// @return residual What no line took: the sale less `standing` and all amounts.
    function fill(
        Share[] memory shares,
        uint256 sale,
        uint256 standingRate,
        uint256 seen
    ) internal pure returns (uint256 standing, uint256 residual) {
        standing = setAside(sale, standingRate);
        residual = sale - standing;
        // Where each plays its role alone, its weight is the whole of it.
        uint256[] memory weights;
        if (!isAlone(seen)) weights = roleWeights(shares);
        if (_has(seen, GROSS)) residual -= _fillStage({ shares: shares, weights: weights, stage: GROSS, base: sale });
        if (_has(seen, NET)) residual -= _fillStage({ shares: shares, weights: weights, stage: NET, base: residual });
        if (_has(seen, REFERRED)) residual -= _fillReferred(shares);
        if (_has(seen, RESIDUAL))
            residual -= _fillStage({ shares: shares, weights: weights, stage: RESIDUAL, base: residual });
    }

    /// @notice Notes that a role plays in a stage. Starts from 0; bit `16 × stage + role` is set for each, bit 64 where one
    /// is set again.
    function mark(uint256 seen, uint256 role, uint256 stage) internal pure returns (uint256) {
        uint256 bit = 1 << ((stage << 4) | role);
        return seen & bit == 0 ? seen | bit : seen | SHARED;
    }

    /// @notice The same for a referred share, which weighs nothing: it may play as often as it likes.
    function markReferred(uint256 seen, uint256 role) internal pure returns (uint256) {
        return seen | (1 << ((uint256(REFERRED) << 4) | role));
    }

    /// @notice Whether a role plays in a stage.
    function plays(uint256 seen, uint256 role, uint256 stage) internal pure returns (bool) {
        return seen & (1 << ((stage << 4) | role)) != 0;
    }

    /// @notice Whether no role plays twice in a stage.
    function isAlone(uint256 seen) internal pure returns (bool) {
        return seen & SHARED == 0;
    }

    /// @notice Marks all shares.
    function survey(Share[] memory shares) internal pure returns (uint256 seen) {
        for (uint256 i = 0; i < shares.length; ++i) {
            Share memory share = shares[i];
            seen = share.stage == REFERRED ? markReferred(seen, share.role) : mark(seen, share.role, share.stage);
        }
    }

    /// @notice Which shares make the sale count for their partner: the first of each, but for referred ones and pools'.
    /// @return bits Bit `i` for `shares[i]`.
    function firsts(Share[] memory shares) internal pure returns (uint256 bits) {
        for (uint256 i = 0; i < shares.length; ++i) {
            uint256 partner = shares[i].partner;
            bool counts = shares[i].stage != REFERRED && partner < FIRST_POOL;
            for (uint256 j = 0; counts && j < i; ++j) {
                if (shares[j].partner == partner && (bits >> j) & 1 == 1) counts = false;
            }
            if (counts) bits |= 1 << i;
        }
    }

    /// @notice Room for `most` shares, each to be filled before it is read, then to be cut to what was filled.
    /// @dev `new Share[](most)` would write every field of every share twice.
    function allocate(uint256 most) internal pure returns (Share[] memory shares) {
        // Memory-safe: takes fresh memory, for the array and behind it for the shares of seven words each.
        assembly ("memory-safe") {
            shares := mload(0x40)
            mstore(shares, most)
            let slot := add(shares, 0x20)
            let first := add(slot, shl(5, most))
            let share := first
            for {} lt(slot, first) {
                slot := add(slot, 0x20)
            } {
                mstore(slot, share)
                share := add(share, 0xe0)
            }
            mstore(0x40, share)
        }
    }

    /// @notice What a sale sets aside for its standing lines, rounded up.
    /// @dev The sum of rounded-up parts is never less than the rounded-down part of the sum, so the lines of a period are
    /// always funded, whichever of its sales are refunded.
    function setAside(uint256 sale, uint256 standingRate) internal pure returns (uint256) {
        // Below 2^120, see above.
        unchecked {
            return (sale * standingRate + ONE - 1) / ONE;
        }
    }

    /// @notice One share of a base: `⌊base × rate × weight ÷ (weights × 1e6)⌋`.
    function part(uint256 base, uint256 rate, uint256 weight, uint256 weights) internal pure returns (uint256) {
        // Below 2^148, see above.
        unchecked {
            return (base * rate * weight) / (weights * ONE);
        }
    }

    /// @notice What of a sale line is reversed once `refunded` of its sale is: `⌈line × refunded ÷ sale⌉`.
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

    /// @notice The stage of a stored sale line.
    function stageOf(uint256 rate, uint256 roleStage) internal pure returns (uint256) {
        return rate == RESIDUAL_RATE ? RESIDUAL : roleStage;
    }

    function _fillStage(
        Share[] memory shares,
        uint256[] memory weights,
        uint256 stage,
        uint256 base
    ) private pure returns (uint256 sum) {
        uint256 length = shares.length;
        bool alone = weights.length == 0;
        for (uint256 i = 0; i < length; ++i) {
            Share memory share = shares[i];
            if (share.stage != stage) continue;
            uint256 weight = share.weight;
            uint256 amount = part({
                base: base,
                rate: stage == RESIDUAL ? ONE : share.rate,
                weight: weight,
                weights: alone ? weight : weights[_weightIndex(share)]
            });
            share.amount = amount;
            // At most 32 amounts, each below 2^148.
            unchecked {
                sum += amount;
            }
        }
    }

    function _fillReferred(Share[] memory shares) private pure returns (uint256 sum) {
        uint256 line = 0;
        for (uint256 i = 0; i < shares.length; ++i) {
            Share memory share = shares[i];
            if (share.stage != REFERRED) {
                line = share.amount;
                continue;
            }
            share.amount = part({ base: line, rate: share.rate, weight: 1, weights: 1 });
            sum += share.amount;
        }
    }

    function _has(uint256 seen, uint256 stage) private pure returns (bool) {
        return (seen >> (stage << 4)) & 0xFFFF != 0;
    }

    function _weightIndex(Share memory share) private pure returns (uint256) {
        return share.stage == RESIDUAL ? 16 + share.role : share.role;
    }
}
