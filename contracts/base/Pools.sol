// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramPartners } from "../interfaces/IProgramPartners.sol";
import { Earnings } from "./Earnings.sol";
import { Member } from "./ProgramStorage.sol";
import { Partner, Status } from "../interfaces/Types.sol";
import { FIRST_POOL } from "../libraries/Constants.sol";
import { Logs } from "../libraries/Logs.sol";
import { PartnerRecord } from "../libraries/PartnerRecord.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_START, POOLS } from "../terms/TermsLayout.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @title Pools: books like a partner's for what goes to nobody in particular
abstract contract Pools is Earnings {
    using PackedTerms for bytes;

    /// @dev Enrolls the pools of named terms from `first` on. They are active for ever and count in no network. A number is
    /// never given to another holder: lines may name it.
    /// @return hashes Of the logs that tell of them.
    function _enrollPools(bytes memory packed, uint256 first) internal returns (bytes memory hashes) {
        uint256 start = packed.number(AT_START, 5);
        (uint256 period, ) = _locked(packed);
        uint256 count = packed.listLength(POOLS);
        // Safe: a start has 40 bits, and periods of a day at least are below 2^24 for 45,000 years.
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
            bytes32 hash = Logs.emit2({
                selector: IProgramPartners.PartnerEnrolled.selector,
                topic: bytes32(FIRST_POOL + i),
                second: Logs.topicOf(TermsReader.poolHolder(packed, i)),
                // No tier, and nobody who referred it.
                data: abi.encode(TermsReader.poolName(packed, i), 0, start, 0)
            });
            hashes = bytes.concat(hashes, hash);
        }
    }

    /// @dev A holder that has a book already, as a partner or of another pool, keeps it: the pool's credits go there, so that it has
    /// one book. It need not accept terms, for it may be a contract that cannot.
    /// @param period The first one that is not locked.
    function _enrollPool(uint256 number, address holder, uint40 joined, uint24 period) private {
        uint256 book = _members[holder].number;
        if (book == 0) {
            book = number;
            // Safe: a pool's number has 20 bits.
            _members[holder] = Member({
                number: uint24(number),
                period: period,
                accepted: true,
                suspended: false,
                score: 0,
                name: 0
            });
        }
        _partners[number] = PartnerRecord.pack(
            Partner({ wallet: holder, joined: joined, status: Status.Active, tier: 0, nextTier: 0, tierPeriod: 0 }),
            book
        );
        _markActive(number, true);
    }
}
