// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Earnings } from "./Earnings.sol";
import { Partner } from "../interfaces/Types.sol";
import { FIRST_POOL } from "../libraries/Constants.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_PERIOD, AT_START, AT_TIERS } from "../terms/TermsLayout.sol";

/// @title What all that concerns partners looks up
abstract contract PartnerBooks is Earnings {
    using PackedTerms for bytes;

    /// @dev Pools have a partner's books, but are none.
    function _partnerOf(uint256 number) internal view returns (Partner memory partner) {
        partner = _partners[number].unpack();
        require(partner.wallet != address(0) && number < FIRST_POOL, Program_UnknownPartner(number));
    }

    /// @dev The running period; the first one before the program starts.
    function _periodNow(bytes memory packed) internal view returns (uint256) {
        uint256 start = packed.number(AT_START, 5);
        return block.timestamp < start ? 0 : (block.timestamp - start) / packed.number(AT_PERIOD, 4);
    }

    /// @dev A program without tiers knows tier 0 only.
    function _checkTier(bytes memory packed, uint256 tier) internal pure {
        require(tier == 0 || tier < packed.number(AT_TIERS, 1), Program_UnknownTier(tier));
    }
}
