// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../interfaces/IProgramErrors.sol";
import { Bucket } from "../interfaces/Types.sol";

/// @dev A `Bucket` in one word: revenue 96 | set aside 96 | until 40.
type PackedBucket is uint256;

using Buckets for PackedBucket global;

/// @title Revenue of one kind, currency and segment, read and written as one storage word
library Buckets {
    uint256 private constant SET_ASIDE_AT = 96;
    uint256 private constant UNTIL_AT = 192;

    function empty(uint256 until_) internal pure returns (PackedBucket) {
        return PackedBucket.wrap(until_ << UNTIL_AT);
    }

    function revenue(PackedBucket self) internal pure returns (uint256) {
        return PackedBucket.unwrap(self) & type(uint96).max;
    }

    function setAside(PackedBucket self) internal pure returns (uint256) {
        return (PackedBucket.unwrap(self) >> SET_ASIDE_AT) & type(uint96).max;
    }

    function until(PackedBucket self) internal pure returns (uint256) {
        return PackedBucket.unwrap(self) >> UNTIL_AT;
    }

    /// @notice Adds revenue, and what of it is set aside for standing lines and the residual: never more than itself.
    function add(PackedBucket self, uint256 revenue_, uint256 setAside_) internal pure returns (PackedBucket) {
        uint256 sum = revenue(self) + revenue_;
        require(sum <= type(uint96).max, IProgramErrors.Program_RevenueTooLarge(sum));
        assert(setAside_ <= revenue_);
        // Neither field can overflow into the next: revenue by the check, and what is set aside is never above revenue.
        unchecked {
            return PackedBucket.wrap(PackedBucket.unwrap(self) + revenue_ + (setAside_ << SET_ASIDE_AT));
        }
    }

    /// @notice Takes refunded revenue back, and what of it was set aside; keeps what lines gave back beyond the refund.
    function sub(
        PackedBucket self,
        uint256 revenue_,
        uint256 setAside_,
        uint256 kept
    ) internal pure returns (PackedBucket) {
        assert(revenue_ <= revenue(self) && setAside_ <= setAside(self));
        assert(setAside(self) - setAside_ + kept <= revenue(self) - revenue_);
        // Neither field borrows from the next nor overflows into it, by the checks.
        unchecked {
            return
                PackedBucket.wrap(
                    PackedBucket.unwrap(self) - revenue_ - (setAside_ << SET_ASIDE_AT) + (kept << SET_ASIDE_AT)
                );
        }
    }

    function unpack(PackedBucket self) internal pure returns (Bucket memory) {
        // Narrowing is safe: the widths are those of the fields.
        return Bucket({ revenue: uint96(revenue(self)), setAside: uint96(setAside(self)), until: uint40(until(self)) });
    }
}
