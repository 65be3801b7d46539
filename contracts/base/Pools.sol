// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramPartners } from "../interfaces/IProgramPartners.sol";
import { ProgramBase } from "./ProgramBase.sol";
import { Membership, Partner, Status } from "../interfaces/Types.sol";
import { FIRST_POOL } from "../libraries/Constants.sol";
import { PartnerRecord } from "../libraries/PartnerRecord.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_PERIOD, AT_START, POOLS } from "../terms/TermsLayout.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @title Pools: books like a partner's for what goes to nobody in particular
abstract contract Pools is ProgramBase {
    using PackedTerms for bytes;

    /// @dev Enrolls the pools of named terms from `first` on. They are active for ever and count in no network. A number is
    /// never given to another holder: lines may name it.
    function _enrollPools(bytes memory packed, uint256 first) internal {
        uint256 start = packed.number(AT_START, 5);
        uint256 period = block.timestamp < start ? 0 : (block.timestamp - start) / packed.number(AT_PERIOD, 4);
        uint256 count = packed.listLength(POOLS);
        // Safe: a start has 40 bits, and periods of an hour at least are below 2^24 for 1,900 years.
        for (uint256 i = first; i < count; ++i) {
            address before = _partners[FIRST_POOL + i].wallet();
            // Proposed before, with an amendment that did not come into force.
            if (before == TermsReader.poolHolder(packed, i)) continue;
            require(before == address(0), Program_NotAmendable("pools", i));
            _enrollPool({
                number: FIRST_POOL + i,
                holder: TermsReader.poolHolder(packed, i),
                joined: uint40(start),
                period: uint24(period)
            });
            emit IProgramPartners.PartnerEnrolled({
                number: FIRST_POOL + i,
                wallet: TermsReader.poolHolder(packed, i),
                name: TermsReader.poolName(packed, i),
                tier: 0,
                joined: uint40(start),
                referrer: 0
            });
        }
    }

    /// @dev A holder that has books already, as a partner or of another pool, keeps them: they are one. It need not accept
    /// terms, for it may be a contract that cannot.
    function _enrollPool(uint256 number, address holder, uint40 joined, uint24 period) private {
        _partners[number] = PartnerRecord.pack(
            Partner({ wallet: holder, joined: joined, status: Status.Active, tier: 0, nextTier: 0, tierPeriod: 0 })
        );
        if (_members[holder].number != 0) return;
        // Safe: a pool's number has 20 bits.
        _members[holder] = Membership({
            number: uint24(number),
            referrer: 0,
            period: period,
            accepted: true,
            score: 0
        });
    }
}
