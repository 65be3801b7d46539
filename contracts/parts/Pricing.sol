// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ProgramBase } from "./ProgramBase.sol";
import { Credit, Sale, Status } from "../interfaces/Types.sol";
import { NO_ROLE, NOT_PAID, RESIDUAL_RATE } from "../libraries/Constants.sol";
import { PackedPartner } from "../libraries/PartnerRecord.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { Rates } from "../libraries/Rates.sol";
import { SaleHead, SaleStore } from "../libraries/SaleStore.sol";
import {
    TermsBlob,
    AT_COMMISSION,
    AT_FLAGS,
    AT_KINDS,
    AT_RESIDUAL_ROLE,
    FLAG_NETWORK,
    FLAG_VOLUME,
    RoleTerms
} from "../libraries/TermsBlob.sol";
import { RESIDUAL, Share, Waterfall } from "../libraries/Waterfall.sol";

/// @dev What all sales of one post share, read once.
/// @param currency Index of the currency of all the sales.
/// @param standing Sum of the standing rates in force, per kind.
/// @param residualRole Index of the role that gets the residual, or `NO_ROLE`.
/// @param bonuses Whether some role has a network or volume bonus.
/// @param credited Sum of all lines.
/// @param brought Sum of what open buckets got.
struct Posting {
    bytes blob;
    Schedule schedule;
    Segment segment;
    uint256 currency;
    uint256[] standing;
    RoleTerms[] roles;
    uint256 residualRole;
    uint256 commission;
    bool bonuses;
    uint256 credited;
    uint256 brought;
}

/// @title What a sale pays
abstract contract Pricing is ProgramBase {
    using Periods for Schedule;
    using SaleStore for uint256[12];
    using TermsBlob for bytes;

    function _posting(address currency) internal view returns (Posting memory posting) {
        bytes memory blob = _terms();
        posting.blob = blob;
        posting.schedule = blob.schedule();
        posting.segment = posting.schedule.segmentAt(block.timestamp);
        posting.currency = _indexOf(blob, currency);
        posting.standing = new uint256[](blob.number(AT_KINDS, 1));
        for (uint256 i = 0; i < posting.standing.length; ++i) {
            posting.standing[i] = blob.standingRate(posting.segment.row, i);
        }
        posting.roles = blob.roles();
        posting.residualRole = blob.number(AT_RESIDUAL_ROLE, 1);
        posting.commission = blob.number(AT_COMMISSION, 3);
        posting.bonuses = blob.number(AT_FLAGS, 1) & (FLAG_NETWORK | FLAG_VOLUME) != 0;
        _flatten(posting.roles, posting.bonuses, posting.commission);
    }

    /// @dev Works out every line of a sale, were it posted now.
    /// @return shares Its lines.
    /// @return standing What it brings for the standing lines.
    /// @return alone Whether each line is alone in its role.
    function _price(
        Posting memory posting,
        SaleHead memory head,
        bytes32 saleId,
        Credit[] calldata credits
    ) internal view returns (Share[] memory shares, uint256 standing, bool alone) {
        uint256 amount = head.amount;
        require(head.kind < posting.standing.length, Program_UnknownKind(head.kind));
        require(amount > 0, Program_ZeroAmount());
        require(amount <= type(uint96).max, Program_AmountTooLarge(amount));
        uint256 seen;
        (shares, seen) = _shares(posting, head, saleId, credits);
        (standing, ) = Waterfall.fill(shares, amount, posting.standing[head.kind], seen);
        alone = Waterfall.isAlone(seen);
    }

    function _headOf(Posting memory posting, Sale calldata sale) internal pure returns (SaleHead memory head) {
        head.amount = sale.amount;
        head.ordinal = posting.segment.ordinal;
        head.kind = sale.kind;
        head.currency = posting.currency;
    }

    /// @dev One share per credit whose role earns on the kind, and one more per credit of the residual's role.
    /// @return shares The lines, without their amounts.
    /// @return seen See `Waterfall.mark`.
    function _shares(
        Posting memory posting,
        SaleHead memory head,
        bytes32 saleId,
        Credit[] calldata credits
    ) private view returns (Share[] memory shares, uint256 seen) {
        shares = Waterfall.allocate(posting.residualRole == NO_ROLE ? credits.length : credits.length * 2);
        RoleTerms[] memory roles = posting.roles;
        uint256 count = 0;
        for (uint256 i = 0; i < credits.length; ++i) {
            Credit calldata credit = credits[i];
            uint256 index = credit.role;
            require(index < roles.length, Program_UnknownRole(saleId, index));
            RoleTerms memory role = roles[index];
            PackedPartner partner = _creditedPartner(saleId, credit);
            uint256 rate = _rateOf(posting, head, role, partner);
            // Counts to twice the credits at most.
            unchecked {
                if (rate != NOT_PAID) {
                    seen = Waterfall.mark(seen, index, role.stage);
                    _set(shares[count++], credit, partner, rate, role.stage);
                }
                if (index == posting.residualRole) {
                    seen = Waterfall.mark(seen, index, RESIDUAL);
                    _set(shares[count++], credit, partner, RESIDUAL_RATE, RESIDUAL);
                }
            }
        }
        // Memory-safe: `count` is at most the allocated length, so this only shortens the array.
        assembly ("memory-safe") {
            mstore(shares, count)
        }
    }

    function _set(
        Share memory share,
        Credit calldata credit,
        PackedPartner partner,
        uint256 rate,
        uint256 stage
    ) private pure {
        share.wallet = partner.wallet();
        share.role = credit.role;
        share.rate = rate;
        share.amount = 0;
        share.partner = credit.partner;
        share.weight = credit.weight;
        share.stage = stage;
    }

    function _creditedPartner(bytes32 saleId, Credit calldata credit) private view returns (PackedPartner partner) {
        uint256 number = credit.partner;
        uint256 weight = credit.weight;
        // Below 0 wraps to more than any weight.
        unchecked {
            require(weight - 1 < type(uint32).max, Program_InvalidWeight(saleId, number, weight));
        }
        partner = _partners[number];
        if (partner.isActive()) return partner;
        Status status = partner.status();
        require(status != Status.None, Program_UnknownPartner(number));
        revert Program_PartnerNotActive(number, status);
    }

    /// @dev The rate of one credit, ppm, or `NOT_PAID`; see `Rates`. A rate of 0 makes a line all the same: its weight counts
    /// among those of its role.
    function _rateOf(
        Posting memory posting,
        SaleHead memory head,
        RoleTerms memory role,
        PackedPartner partner
    ) private view returns (uint256 sum) {
        sum = role.rates[head.kind];
        if (role.isFlat || sum == NOT_PAID) return sum;
        uint256 length = role.tenure.length;
        if (length > 0) {
            uint256 year = Rates.fullYears(partner.joined(), block.timestamp);
            sum += role.tenure[year < length ? year : length - 1];
        }
        if (role.tiers.length > 0) sum += role.tiers[partner.tierIn(posting.segment.period)];
        if (posting.bonuses) sum += _bonuses(posting, head.currency, role.record);
        return Rates.capped(sum, role.ceiling, posting.commission);
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

    function _bonuses(Posting memory posting, uint256 currency, uint256 record) private view returns (uint256 sum) {
        bytes memory blob = posting.blob;
        sum = Rates.bonusOf(blob.roleNetwork(record), _active);
        if (blob.number(record, 1) & FLAG_VOLUME != 0 && posting.segment.period > 0) {
            // `every` counts in millionths of the currency.
            uint256 revenue = _revenueOf(posting, currency, posting.segment.period - 1);
            sum += Rates.bonusOf(blob.roleVolume(record), (revenue * 1e6) / 10 ** blob.decimals(currency));
        }
    }

    /// @dev All revenue of a closed period in a currency, less refunds so far.
    function _revenueOf(Posting memory posting, uint256 currency, uint256 period) private view returns (uint256 sum) {
        Schedule memory schedule = posting.schedule;
        uint256 kinds = posting.blob.number(AT_KINDS, 1);
        Segment memory segment = schedule.segmentAt(schedule.periodStart(period));
        while (segment.period == period) {
            for (uint256 kind = 0; kind < kinds; ++kind) {
                sum += _bucketOf(segment, currency, kind).revenue();
            }
            segment = schedule.next(segment);
        }
    }

    /// @dev A posted sale with its amounts worked out again from what was frozen.
    function _loadSale(
        bytes memory blob,
        Schedule memory schedule,
        bytes32 saleId
    ) internal view returns (SaleHead memory head, Share[] memory shares, uint256 standingRate) {
        (head, shares) = _sales[saleId].load();
        require(head.amount > 0, Program_UnknownSale(saleId));
        for (uint256 i = 0; i < shares.length; ++i) {
            shares[i].wallet = _partners[shares[i].partner].wallet();
            shares[i].stage = Waterfall.stageOf(shares[i].rate, blob.roleIsNet(shares[i].role));
        }
        standingRate = blob.standingRate(schedule.segmentOf(head.ordinal).row, head.kind);
        Waterfall.fill(shares, head.amount, standingRate, Waterfall.survey(shares));
    }
}
