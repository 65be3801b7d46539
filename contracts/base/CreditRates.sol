// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ProgramBase } from "./ProgramBase.sol";
import { MAX_ROLES, NOT_PAID, ONE } from "../libraries/Constants.sol";
import { Lists } from "../libraries/Lists.sol";
import { PackedPartner } from "../libraries/PartnerRecord.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { Rates } from "../libraries/Rates.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { GROSS } from "../libraries/Waterfall.sol";
import { Bonuses, NETWORK } from "../terms/Bonuses.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import {
    AT_COMMISSION,
    AT_FLAGS,
    AT_KINDS,
    AT_OUTCOMES,
    AT_RESIDUAL_ROLE,
    AT_ROLES,
    FLAG_BONUSES,
    FLAG_MISSING,
    FLAG_PERSONAL,
    FLAG_REFERRED
} from "../terms/TermsLayout.sol";

/// @dev What all sales of a batch share. Lists that are looked up are filled on first use: 0 is what was not looked up yet.
/// @param start Where the batch lies in calldata.
/// @param currency Index of the currency of all the sales.
/// @param residualRole Index of the role that gets the residual, or `NO_ROLE`.
/// @param flags What the program's terms use, see `TermsLayout`.
/// @param outcomes Bit `k` is set where kind `k` is an outcome.
/// @param standing Looked up: by kind, the sum of the standing rates in force, plus `KNOWN`.
/// @param roles Looked up: see `_roleAt`.
/// @param rates Looked up: by kind and role, see `_rateAt`.
/// @param numbers Of the batch's partners, rising, plus `INACTIVE` where one cannot be credited.
/// @param records Theirs, where something of them is asked.
/// @param sums By partner: what it is credited with 128 | sales that count 128.
/// @param revenue Of the sales so far, by kind.
/// @param setAside What of it is for standing lines and the residual.
/// @param weights Of the sale being priced, by role.
struct Posting {
    bytes packed;
    Schedule schedule;
    Segment segment;
    uint256 start;
    uint256 currency;
    uint256 kinds;
    uint256 roleCount;
    uint256 residualRole;
    uint256 commission;
    uint256 flags;
    uint256 outcomes;
    uint256[] standing;
    uint256[] roles;
    uint256[] rates;
    uint256[] numbers;
    uint256[] records;
    uint256[] sums;
    uint256[] revenue;
    uint256[] setAside;
    uint256[] weights;
}

/// @title The rate of one credit
abstract contract CreditRates is ProgramBase {
    using Lists for uint256[];
    using Periods for Schedule;
    using PackedTerms for bytes;

    /// @dev Of what was looked up.
    uint256 private constant KNOWN = 1 << 255;

    /// @dev Of a rate: the role earns nothing on the kind; more depends on who the partner is.
    uint256 internal constant UNPAID = 1 << 254;
    uint256 private constant PERSONAL = 1 << 253;

    /// @dev Of a rate that does not depend on the partner: the exact one, 40 bits.
    uint256 internal constant EXACT_AT = 64;
    uint256 internal constant EXACT = (1 << 40) - 1;

    /// @dev Of a rate: a credit makes one line of the role, of the sale itself, at this rate. The word's `LINE_OF_RATE` is the line's
    /// role and rate.
    uint256 internal constant PLAIN_AT = 252;
    uint256 private constant PLAIN = 1 << PLAIN_AT;
    uint256 internal constant LINE_OF_RATE = 0xFFFFFF << SaleWords.ROLE_AT;

    /// @dev Of a role: what its bonuses add 32 | record 16 | stage 2 | ceiling 24 | years of its tenure 8 | has tiers 1.
    uint256 private constant RECORD_AT = 32;
    uint256 private constant STAGE_AT = 48;
    uint256 private constant CEILING_AT = 50;
    uint256 private constant YEARS_AT = 74;
    uint256 private constant TIERED = 1 << 82;

    function _posting(address currency) internal view returns (Posting memory posting) {
        bytes memory packed = _terms();
        posting.packed = packed;
        posting.schedule = packed.schedule();
        posting.segment = posting.schedule.segmentAt(block.timestamp);
        posting.currency = _indexOf(packed, currency);
        posting.kinds = packed.number(AT_KINDS, 1);
        posting.roleCount = packed.number(AT_ROLES, 1);
        posting.residualRole = packed.number(AT_RESIDUAL_ROLE, 1);
        posting.commission = packed.number(AT_COMMISSION, 3);
        posting.flags = packed.number(AT_FLAGS, 2);
        posting.outcomes = packed.number(AT_OUTCOMES, 2);
        posting.standing = Lists.zeros(posting.kinds);
        posting.revenue = Lists.zeros(posting.kinds);
        posting.setAside = Lists.zeros(posting.kinds);
        posting.roles = Lists.zeros(MAX_ROLES);
        posting.rates = Lists.zeros(posting.kinds << 4);
        posting.weights = Lists.zeros(MAX_ROLES);
    }

    /* LOOKED UP ONCE A BATCH */

    /// @dev The sum of the standing rates on a kind, ppm.
    function _standingRate(Posting memory posting, uint256 kind) internal pure returns (uint256 rate) {
        rate = posting.standing.get(kind);
        if (rate == 0) {
            rate = posting.packed.standingRate(posting.segment.row, kind) | KNOWN;
            posting.standing.set(kind, rate);
        }
        return rate & type(uint24).max;
    }

    /// @dev What the rates of a role are made of, whatever the kind; see `RECORD_AT`.
    function _roleAt(Posting memory posting, uint256 role) internal view returns (uint256 word) {
        word = posting.roles.get(role);
        if (word != 0) return word;
        bytes memory packed = posting.packed;
        uint256 record = packed.roleOffset(role);
        word =
            KNOWN |
            (record << RECORD_AT) |
            (packed.roleStage(record) << STAGE_AT) |
            (packed.roleCeiling(record) << CEILING_AT);
        if (posting.flags & FLAG_PERSONAL != 0) {
            word |= packed.tenureCount(record) << YEARS_AT;
            if (packed.hasTiers()) word |= TIERED;
        }
        if (posting.flags & FLAG_BONUSES != 0) word |= _bonuses(posting, record);
        posting.roles.set(role, word);
    }

    function _stageOf(uint256 role) internal pure returns (uint256) {
        return (role >> STAGE_AT) & 3;
    }

    function _recordOf(uint256 role) internal pure returns (uint256) {
        return (role >> RECORD_AT) & type(uint16).max;
    }

    /// @dev The most that a rate of the role can be, exact.
    function _mostOf(Posting memory posting, uint256 role) internal pure returns (uint256) {
        return Rates.capped(type(uint24).max, (role >> CEILING_AT) & type(uint24).max, posting.commission);
    }

    /// @dev The rate of a role on a kind, as far as it does not depend on the partner: `UNPAID`; or the exact one, and whole ppm of it
    /// in a line's place; or with `PERSONAL` the sum of base and bonuses there. The role's stage lies as in its own word.
    function _rateAt(Posting memory posting, uint256 kind, uint256 role) internal view returns (uint256 word) {
        word = posting.rates.get((kind << 4) | role);
        if (word != 0) return word;
        uint256 own = _roleAt(posting, role);
        uint256 stage = _stageOf(own);
        uint256 rate = posting.packed.roleRate(_recordOf(own), kind);
        word = KNOWN | (role << SaleWords.ROLE_AT) | (stage << STAGE_AT);
        if (rate == NOT_PAID) {
            word |= UNPAID;
        } else {
            rate += own & type(uint32).max;
            bool personal = own & TIERED != 0 || (own >> YEARS_AT) & type(uint8).max != 0;
            if (personal) {
                word |= PERSONAL;
            } else {
                uint256 exact = Rates.capped(rate, (own >> CEILING_AT) & type(uint24).max, posting.commission);
                word |= exact << EXACT_AT;
                rate = exact / ONE;
            }
            bool single = posting.flags & (FLAG_REFERRED | FLAG_MISSING) == 0 && role != posting.residualRole;
            if (!personal && single && stage == GROSS) word |= PLAIN;
            word |= rate << SaleWords.RATE_AT;
        }
        posting.rates.set((kind << 4) | role, word);
    }

    /* ONE CREDIT */

    /// @dev The exact rate of one credit; see `Rates`. A rate of 0 makes a line all the same: its weight counts among those of its
    /// role.
    /// @param word What `_rateAt` has of it, not `UNPAID`.
    /// @param place The partner's place in the batch.
    function _rateOf(
        Posting memory posting,
        uint256 word,
        uint256 role,
        uint256 place
    ) internal view returns (uint256 exact) {
        if (word & PERSONAL == 0) return (word >> EXACT_AT) & EXACT;
        uint256 sum = (word >> SaleWords.RATE_AT) & type(uint24).max;
        PackedPartner partner = PackedPartner.wrap(posting.records.get(place));
        uint256 own = _roleAt(posting, role);
        uint256 entries = (own >> YEARS_AT) & type(uint8).max;
        if (entries > 0) {
            uint256 year = Rates.fullYears(partner.joined(), block.timestamp);
            sum += posting.packed.roleTenure(_recordOf(own), year < entries ? year : entries - 1);
        }
        if (own & TIERED != 0) sum += posting.packed.roleTier(_recordOf(own), partner.tierIn(posting.segment.period));
        return Rates.capped(sum, (own >> CEILING_AT) & type(uint24).max, posting.commission);
    }

    /// @dev The rate of a role before any addition and commission, ppm, or `NOT_PAID`.
    function _baseRate(Posting memory posting, uint256 kind, uint256 role) internal pure returns (uint256 rate) {
        rate = posting.packed.roleRate(_recordOf(role), kind);
        uint256 ceiling = (role >> CEILING_AT) & type(uint24).max;
        if (rate != NOT_PAID && rate > ceiling) rate = ceiling;
    }

    /* BONUSES */

    /// @dev All revenue of some kinds in the posting's currency and one period, less refunds so far.
    /// @param kinds Bit `k` is set where kind `k` counts.
    function _revenueOf(Posting memory posting, uint256 period, uint256 kinds) internal view returns (uint256 sum) {
        Schedule memory schedule = posting.schedule;
        uint256 count = posting.kinds;
        Segment memory segment = schedule.segmentAt(schedule.periodStart(period));
        while (segment.period == period) {
            for (uint256 kind = 0; kind < count; ++kind) {
                if ((kinds >> kind) & 1 == 1)
                    sum += _bucketOf({ segment: segment, currency: posting.currency, kind: kind }).revenue();
            }
            segment = schedule.next(segment);
        }
    }

    function _bonuses(Posting memory posting, uint256 record) private view returns (uint256 sum) {
        (uint256 mask, uint256 offset) = Bonuses.locate(posting.packed, record);
        for (uint256 bonus = 0; mask >> bonus > 0; ++bonus) {
            if ((mask >> bonus) & 1 == 0) continue;
            sum += Rates.bonusOf({
                bonus: Bonuses.bonusAt({
                    packed: posting.packed,
                    bonus: bonus,
                    offset: offset,
                    currency: posting.currency
                }),
                measure: _measure(posting, bonus)
            });
            offset += Bonuses.sizeOf(bonus);
        }
    }

    /// @dev How much there is of what a bonus grows with.
    function _measure(Posting memory posting, uint256 bonus) private view returns (uint256) {
        if (bonus == NETWORK) return _active;
        // Volume: revenue of the last closed period.
        if (posting.segment.period == 0) return 0;
        return _revenueOf({ posting: posting, period: posting.segment.period - 1, kinds: ~posting.outcomes });
    }
}
