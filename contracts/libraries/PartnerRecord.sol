// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Partner, Status } from "../interfaces/Types.sol";

/// @dev A `Partner` in one word: wallet 160 | joined 40 | status 4 | tier 4 | next tier 4 | tier period 24 | link 20. The link is the
/// number of who referred a partner, 0 where nobody did; of a pool, the number that its holder's credits are kept by.
type PackedPartner is uint256;

using PartnerRecord for PackedPartner global;

/// @title A partner, read and written as one storage word
library PartnerRecord {
    uint256 private constant JOINED_AT = 160;
    uint256 private constant STATUS_AT = 200;
    uint256 private constant TIER_AT = 204;
    uint256 private constant NEXT_TIER_AT = 208;
    uint256 private constant TIER_PERIOD_AT = 212;
    uint256 private constant LINK_AT = 236;

    /// @param link_ See `PackedPartner`.
    function pack(Partner memory partner, uint256 link_) internal pure returns (PackedPartner) {
        return
            PackedPartner.wrap(
                uint256(uint160(partner.wallet)) |
                    (uint256(partner.joined) << JOINED_AT) |
                    (uint256(partner.status) << STATUS_AT) |
                    (uint256(partner.tier) << TIER_AT) |
                    (uint256(partner.nextTier) << NEXT_TIER_AT) |
                    (uint256(partner.tierPeriod) << TIER_PERIOD_AT) |
                    (link_ << LINK_AT)
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
                tier: uint8((word >> TIER_AT) & 0xF),
                nextTier: uint8((word >> NEXT_TIER_AT) & 0xF),
                tierPeriod: uint24(word >> TIER_PERIOD_AT)
            });
    }

    function wallet(PackedPartner self) internal pure returns (address) {
        return address(uint160(PackedPartner.unwrap(self)));
    }

    function joined(PackedPartner self) internal pure returns (uint256) {
        return (PackedPartner.unwrap(self) >> JOINED_AT) & type(uint40).max;
    }

    function status(PackedPartner self) internal pure returns (Status) {
        return Status((PackedPartner.unwrap(self) >> STATUS_AT) & 0xF);
    }

    function isActive(PackedPartner self) internal pure returns (bool) {
        return (PackedPartner.unwrap(self) >> STATUS_AT) & 0xF == uint256(Status.Active);
    }

    /// @notice Who referred a partner, or the number that a pool's credits are kept by.
    function link(PackedPartner self) internal pure returns (uint256) {
        return PackedPartner.unwrap(self) >> LINK_AT;
    }

    /// @notice The tier in a period: a changed one from its period on.
    function tierIn(PackedPartner self, uint256 period) internal pure returns (uint256) {
        uint256 word = PackedPartner.unwrap(self);
        uint256 from = (word >> TIER_PERIOD_AT) & type(uint24).max;
        bool changed = from > 0 && period >= from;
        return (word >> (changed ? NEXT_TIER_AT : TIER_AT)) & 0xF;
    }
}
