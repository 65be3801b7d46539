// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Partner, Status } from "../interfaces/Types.sol";

/// @dev A `Partner` in one word: wallet 160 | joined 40 | status 8 | tier 8 | next tier 8 | tier period 16.
type PackedPartner is uint256;

using PartnerRecord for PackedPartner global;

/// @title A partner, read and written as one storage word
library PartnerRecord {
    uint256 private constant JOINED_AT = 160;
    uint256 private constant STATUS_AT = 200;
    uint256 private constant TIER_AT = 208;
    uint256 private constant NEXT_TIER_AT = 216;
    uint256 private constant TIER_PERIOD_AT = 224;

    function pack(Partner memory partner) internal pure returns (PackedPartner) {
        return
            PackedPartner.wrap(
                uint256(uint160(partner.wallet)) |
                    (uint256(partner.joined) << JOINED_AT) |
                    (uint256(partner.status) << STATUS_AT) |
                    (uint256(partner.tier) << TIER_AT) |
                    (uint256(partner.nextTier) << NEXT_TIER_AT) |
                    (uint256(partner.tierPeriod) << TIER_PERIOD_AT)
            );
    }

    function unpack(PackedPartner self) internal pure returns (Partner memory) {
        uint256 word = PackedPartner.unwrap(self);
        // Narrowing is safe: it cuts each field to its width.
        return
            Partner({
                wallet: wallet(self),
                joined: uint40(joined(self)),
                status: status(self),
                tier: uint8(word >> TIER_AT),
                nextTier: uint8(word >> NEXT_TIER_AT),
                tierPeriod: uint16(word >> TIER_PERIOD_AT)
            });
    }

    function wallet(PackedPartner self) internal pure returns (address) {
        return address(uint160(PackedPartner.unwrap(self)));
    }

    function joined(PackedPartner self) internal pure returns (uint256) {
        return (PackedPartner.unwrap(self) >> JOINED_AT) & type(uint40).max;
    }

    function status(PackedPartner self) internal pure returns (Status) {
        return Status((PackedPartner.unwrap(self) >> STATUS_AT) & type(uint8).max);
    }

    function isActive(PackedPartner self) internal pure returns (bool) {
        return (PackedPartner.unwrap(self) >> STATUS_AT) & type(uint8).max == uint256(Status.Active);
    }

    /// @notice The tier in a period: a changed one from its period on.
    function tierIn(PackedPartner self, uint256 period) internal pure returns (uint256) {
        uint256 word = PackedPartner.unwrap(self);
        uint256 from = (word >> TIER_PERIOD_AT) & type(uint16).max;
        bool changed = from > 0 && period >= from;
        return (word >> (changed ? NEXT_TIER_AT : TIER_AT)) & type(uint8).max;
    }
}
