// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ProgramBase } from "./ProgramBase.sol";
import { NOT_PAID } from "../libraries/Constants.sol";
import { PackedPartner } from "../libraries/PartnerRecord.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { Rates } from "../libraries/Rates.sol";
import { Bonuses, NETWORK } from "../terms/Bonuses.sol";
import { PackedTerms, RoleTerms } from "../terms/PackedTerms.sol";
import {
    AT_COMMISSION,
    AT_FLAGS,
    AT_KINDS,
    AT_OUTCOMES,
    AT_RESIDUAL_ROLE,
    FLAG_BONUSES
} from "../terms/TermsLayout.sol";

/// @dev What the sales of a post are together, of one kind.
/// @param setAside What of it is for standing lines and the residual.
struct Posted {
    uint256 revenue;
    uint256 setAside;
}

/// @dev What all sales of one post share, read once.
/// @param currency Index of the currency of all the sales.
/// @param standing Sum of the standing rates in force, per kind.
/// @param residualRole Index of the role that gets the residual, or `NO_ROLE`.
/// @param flags What the program's terms use, see `TermsLayout`.
/// @param bonuses Whether some role has a bonus.
/// @param outcomes Bit `k` is set where kind `k` is an outcome.
/// @param posted Of the sales so far, per kind.
/// @param credited Sum of all lines.
struct Posting {
    bytes packed;
    Schedule schedule;
    Segment segment;
    uint256 currency;
    uint256[] standing;
    RoleTerms[] roles;
    uint256 residualRole;
    uint256 commission;
    uint256 flags;
    bool bonuses;
    uint256 outcomes;
    Posted[] posted;
    uint256 credited;
}

/// @title The rate of one credit
abstract contract CreditRates is ProgramBase {
    using Periods for Schedule;
    using PackedTerms for bytes;

    function _posting(address currency) internal view returns (Posting memory posting) {
        bytes memory packed = _terms();
        posting.packed = packed;
        posting.schedule = packed.schedule();
        posting.segment = posting.schedule.segmentAt(block.timestamp);
        posting.currency = _indexOf(packed, currency);
        posting.standing = new uint256[](packed.number(AT_KINDS, 1));
        posting.posted = new Posted[](posting.standing.length);
        for (uint256 i = 0; i < posting.standing.length; ++i) {
            posting.standing[i] = packed.standingRate(posting.segment.row, i);
        }
        posting.roles = packed.roles();
        posting.residualRole = packed.number(AT_RESIDUAL_ROLE, 1);
        posting.commission = packed.number(AT_COMMISSION, 3);
        posting.flags = packed.number(AT_FLAGS, 1);
        posting.bonuses = posting.flags & FLAG_BONUSES != 0;
        posting.outcomes = packed.number(AT_OUTCOMES, 2);
        _flatten({ roles: posting.roles, bonuses: posting.bonuses, commission: posting.commission });
    }

    /// @dev The rate of one credit, ppm, or `NOT_PAID`; see `Rates`. A rate of 0 makes a line all the same: its weight counts
    /// among those of its role.
    function _rateOf(
        Posting memory posting,
        uint256 kind,
        RoleTerms memory role,
        PackedPartner partner
    ) internal view returns (uint256 sum) {
        sum = role.rates[kind];
        if (role.isFlat || sum == NOT_PAID) return sum;
        uint256 length = role.tenure.length;
        if (length > 0) {
            uint256 year = Rates.fullYears(partner.joined(), block.timestamp);
            sum += role.tenure[year < length ? year : length - 1];
        }
        if (role.tiers.length > 0) sum += role.tiers[partner.tierIn(posting.segment.period)];
        if (posting.bonuses) sum += _bonuses(posting, role.record);
        return Rates.capped(sum, role.ceiling, posting.commission);
    }

    /// @dev The rate of a role before any addition, ppm, or `NOT_PAID`.
    function _baseRate(
        Posting memory posting,
        uint256 kind,
        RoleTerms memory role
    ) internal pure returns (uint256 rate) {
        rate = role.rates[kind];
        if (role.isFlat || rate == NOT_PAID) return rate;
        return Rates.capped(rate, role.ceiling, posting.commission);
    }

    /// @dev All revenue of some kinds in the posting's currency and one period, less refunds so far.
    /// @param kinds Bit `k` is set where kind `k` counts.
    function _revenueOf(Posting memory posting, uint256 period, uint256 kinds) internal view returns (uint256 sum) {
        Schedule memory schedule = posting.schedule;
        uint256 count = posting.standing.length;
        Segment memory segment = schedule.segmentAt(schedule.periodStart(period));
        while (segment.period == period) {
            for (uint256 kind = 0; kind < count; ++kind) {
                if ((kinds >> kind) & 1 == 1)
                    sum += _bucketOf({ segment: segment, currency: posting.currency, kind: kind }).revenue();
            }
            segment = schedule.next(segment);
        }
    }

    /// @dev Works out once for all sales what depends on the kind alone.
    function _flatten(RoleTerms[] memory roles, bool bonuses, uint256 commission) private pure {
        for (uint256 i = 0; i < roles.length; ++i) {
            RoleTerms memory role = roles[i];
            role.isFlat = !bonuses && role.tenure.length == 0 && role.tiers.length == 0;
            if (!role.isFlat) continue;
            for (uint256 kind = 0; kind < role.rates.length; ++kind) {
                uint256 rate = role.rates[kind];
                if (rate != NOT_PAID) role.rates[kind] = Rates.capped(rate, role.ceiling, commission);
            }
        }
    }

    function _bonuses(Posting memory posting, uint256 record) private view returns (uint256 sum) {
        (uint256 mask, uint256 offset) = Bonuses.locate(posting.packed, record);
        for (uint256 bonus = 0; mask >> bonus > 0; ++bonus) {
            if ((mask >> bonus) & 1 == 0) continue;
            sum += Rates.bonusOf(Bonuses.bonusAt(posting.packed, offset), _measure(posting, bonus));
            offset += Bonuses.SIZE;
        }
    }

    /// @dev How much there is of what a bonus grows with.
    function _measure(Posting memory posting, uint256 bonus) private view returns (uint256) {
        if (bonus == NETWORK) return _active;
        // Volume: revenue of the last closed period, in millionths of the currency.
        if (posting.segment.period == 0) return 0;
        uint256 revenue = _revenueOf({
            posting: posting,
            period: posting.segment.period - 1,
            kinds: ~posting.outcomes
        });
        return (revenue * 1e6) / 10 ** posting.packed.decimals(posting.currency);
    }
}
