// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title What limits and guarantees a standing line
/// @notice ```
/// beyond = max(0, counted + base − threshold) − max(0, counted − threshold)
/// earned = min(raw, cap − capped)
/// due    = fee + max(0, minimum − fee − earned in the period)
/// ```
/// `counted` and `capped` are sums over a year or the line's life, so that what a standing line earns does not depend on how its
/// segments are settled: one by one or all at once.
library Limits {
    /// @notice What of `base` lies beyond a threshold, `counted` having gone before it. Never more than `base`.
    function beyond(uint256 counted, uint256 base, uint256 threshold) internal pure returns (uint256) {
        if (counted >= threshold) return base;
        uint256 sum = counted + base;
        return sum > threshold ? sum - threshold : 0;
    }

    /// @notice What of `raw` a cap lets through, `capped` having gone before it.
    function within(uint256 capped, uint256 raw, uint256 cap) internal pure returns (uint256) {
        uint256 left = capped < cap ? cap - capped : 0;
        return raw < left ? raw : left;
    }

    /// @notice What a guarantee adds to what a standing line earned in a period.
    function due(uint256 fee, uint256 minimum, uint256 earned) internal pure returns (uint256) {
        return earned + fee < minimum ? minimum - earned : fee;
    }

    /// @notice A sum as the books hold it. None that real money makes is larger; one that the terms' amounts make may be, and
    /// must not stop the program.
    function saturated(uint256 sum) internal pure returns (uint96) {
        // Safe: at most the type's maximum.
        return sum < type(uint96).max ? uint96(sum) : type(uint96).max;
    }
}
