// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ProgramBase } from "./ProgramBase.sol";
import { Bucket, Credit, Partner, Sale, Status } from "../interfaces/Types.sol";
import { NOT_PAID, RESIDUAL_RATE } from "../libraries/Constants.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { Rates } from "../libraries/Rates.sol";
import { SaleHead, SaleStore } from "../libraries/SaleStore.sol";
import {
    TermsBlob,
    AT_COMMISSION,
    AT_FLAGS,
    AT_KINDS,
    AT_RESIDUAL_ROLE,
    AT_ROLES,
    FLAG_VOLUME
} from "../libraries/TermsBlob.sol";
import { Share, Waterfall } from "../libraries/Waterfall.sol";

/// @dev What all sales of one post share.
/// @param funded Taken from the funds, per currency.
/// @param brought Moved from what is counted to open buckets, per currency.
struct Posting {
    bytes blob;
    Schedule schedule;
    Segment segment;
    uint256[8] funded;
    uint256[8] brought;
}

/// @title What a sale pays
abstract contract Pricing is ProgramBase {
    using Periods for Schedule;
    using SaleStore for uint256[12];
    using TermsBlob for bytes;

    function _posting() internal view returns (Posting memory posting) {
        posting.blob = _terms();
        posting.schedule = posting.blob.schedule();
        posting.segment = posting.schedule.segmentAt(block.timestamp);
    }

    /// @dev Works out every line of a sale, were it posted now.
    function _price(
        Posting memory posting,
        Sale calldata sale
    ) internal view returns (Share[] memory shares, uint256 standing) {
        _checkKind(posting.blob, sale.kind);
        _checkCurrencyIndex(posting.blob, sale.currency);
        require(sale.amount > 0, Program_ZeroAmount());
        shares = _shares(posting, sale);
        uint256 rate = posting.blob.standingRate(posting.segment.row, sale.kind);
        (standing, ) = Waterfall.fill(shares, sale.amount, rate);
    }

    /// @dev One share per credit whose role earns on the kind, and one more per credit of the residual's role.
    function _shares(
        Posting memory posting,
        Sale calldata sale
    ) private view returns (Share[] memory shares) {
        shares = new Share[](sale.credits.length * 2);
        uint256 residualRole = posting.blob.number(AT_RESIDUAL_ROLE, 1);
        uint256 count = 0;
        for (uint256 i = 0; i < sale.credits.length; ++i) {
            Credit calldata credit = sale.credits[i];
            Partner memory partner = _checkCredit(posting.blob, sale.id, credit);
            uint256 record = posting.blob.roleOffset(credit.role);
            if (posting.blob.roleRate(record, sale.kind) != NOT_PAID) {
                uint256 rate = _rateOf(posting, sale, record, partner);
                if (rate > 0) shares[count++] = _share(posting.blob, credit, partner.wallet, rate);
            }
            if (credit.role == residualRole) {
                shares[count++] = _share(posting.blob, credit, partner.wallet, RESIDUAL_RATE);
            }
        }
        // Memory-safe: `count` is at most the allocated length, so this only shortens the array.
        assembly ("memory-safe") {
            mstore(shares, count)
        }
    }

    function _checkCredit(
        bytes memory blob,
        bytes32 saleId,
        Credit calldata credit
    ) private view returns (Partner memory partner) {
        require(credit.role < blob.number(AT_ROLES, 1), Program_UnknownRole(saleId, credit.role));
        require(credit.weight > 0, Program_ZeroWeight(saleId, credit.partner));
        partner = _partners[credit.partner];
        require(partner.wallet != address(0), Program_UnknownPartner(credit.partner));
        require(
            partner.status == Status.Active,
            Program_PartnerNotActive(credit.partner, partner.status)
        );
    }

    function _share(
        bytes memory blob,
        Credit calldata credit,
        address wallet,
        uint256 rate
    ) private pure returns (Share memory) {
        return
            Share({
                partner: credit.partner,
                wallet: wallet,
                role: credit.role,
                stage: Waterfall.stageOf(rate, blob.roleIsNet(credit.role)),
                rate: rate,
                weight: credit.weight,
                amount: 0
            });
    }

    function _rateOf(
        Posting memory posting,
        Sale calldata sale,
        uint256 record,
        Partner memory partner
    ) private view returns (uint256) {
        bytes memory blob = posting.blob;
        bool tierIsNew = partner.tierPeriod > 0 && posting.segment.period >= partner.tierPeriod;
        uint256 sum = blob.roleRate(record, sale.kind);
        sum += blob.roleTenure(record, Rates.fullYears(partner.joined, block.timestamp));
        sum += blob.roleTier(record, tierIsNew ? partner.nextTier : partner.tier);
        if (blob.number(AT_FLAGS, 1) != 0) sum += _bonuses(posting, sale.currency, record);
        return Rates.capped(sum, blob.roleCeiling(record), blob.number(AT_COMMISSION, 3));
    }

    function _bonuses(
        Posting memory posting,
        uint256 currency,
        uint256 record
    ) private view returns (uint256 sum) {
        bytes memory blob = posting.blob;
        sum = Rates.bonusOf(blob.roleNetwork(record), _active);
        if (blob.number(record, 1) & FLAG_VOLUME != 0 && posting.segment.period > 0) {
            // `every` counts in millionths of the currency.
            uint256 revenue = _revenueOf(posting, currency, posting.segment.period - 1);
            sum += Rates.bonusOf(blob.roleVolume(record), (revenue * 1e6) / 10 ** blob.decimals(currency));
        }
    }

    /// @dev All revenue of a closed period in a currency, less refunds so far.
    function _revenueOf(
        Posting memory posting,
        uint256 currency,
        uint256 period
    ) private view returns (uint256 sum) {
        Schedule memory schedule = posting.schedule;
        uint256 kinds = posting.blob.number(AT_KINDS, 1);
        Segment memory segment = schedule.segmentAt(schedule.periodStart(period));
        while (segment.period == period) {
            for (uint256 kind = 0; kind < kinds; ++kind) {
                (Bucket storage bucket, ) = _bucketOf(segment, currency, kind);
                sum += bucket.revenue;
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
            shares[i].wallet = _partners[shares[i].partner].wallet;
            shares[i].stage = Waterfall.stageOf(shares[i].rate, blob.roleIsNet(shares[i].role));
        }
        standingRate = blob.standingRate(schedule.segmentOf(head.ordinal).row, head.kind);
        Waterfall.fill(shares, head.amount, standingRate);
    }
}
