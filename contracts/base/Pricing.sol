// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { CreditRates, Posting } from "./CreditRates.sol";
import { Outcome } from "../interfaces/TermsTypes.sol";
import { Credit, Sale } from "../interfaces/Types.sol";
import {
    FIRST_POOL,
    NO_ROLE,
    NOT_PAID,
    ONE,
    REFERRED,
    RESIDUAL_RATE,
    TO_OTHERS,
    TO_POOL
} from "../libraries/Constants.sol";
import { PackedPartner } from "../libraries/PartnerRecord.sol";
import { Rates } from "../libraries/Rates.sol";
import { SaleHead } from "../libraries/SaleStore.sol";
import { PackedTerms, RoleTerms } from "../terms/PackedTerms.sol";
import { FLAG_MISSING, FLAG_REFERRED } from "../terms/TermsLayout.sol";
import { TermsReader } from "../terms/TermsReader.sol";
import { RESIDUAL, Share, Waterfall } from "../libraries/Waterfall.sol";

/// @title What a sale pays
/// @dev Its lines are those of the credits in their order, each followed by those of whoever referred its partner and then by
/// the same partner's residual; then those of pools, in the order of the roles that nobody filled.
abstract contract Pricing is CreditRates {
    using PackedTerms for bytes;
    using TermsReader for bytes;

    /// @dev Works out every line of a sale, were it posted now.
    /// @return shares Its lines.
    /// @return standing What it sets aside for the standing lines.
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
        if ((posting.outcomes >> head.kind) & 1 == 1) _checkOutcome({ posting: posting, head: head, saleId: saleId });
        uint256 seen;
        (shares, seen) = _shares({ posting: posting, kind: head.kind, saleId: saleId, credits: credits });
        (standing, ) = Waterfall.fill({
            shares: shares,
            sale: amount,
            standingRate: posting.standing[head.kind],
            seen: seen
        });
        alone = Waterfall.isAlone(seen);
    }

    function _headOf(Posting memory posting, Sale calldata sale) internal pure returns (SaleHead memory head) {
        head.amount = sale.amount;
        head.ordinal = posting.segment.ordinal;
        head.kind = sale.kind;
        head.currency = posting.currency;
    }

    /// @dev An outcome pays what the terms name: each sale exactly, or all of a period together at most.
    function _checkOutcome(Posting memory posting, SaleHead memory head, bytes32 saleId) private view {
        Outcome memory outcome = posting.packed.outcomeOf(head.kind);
        uint256 allowed = posting.packed.units(head.currency, outcome.amount);
        bool matches = head.amount == allowed;
        if (outcome.perPeriod) {
            uint256 posted =
                posting.posted[head.kind].revenue +
                    _revenueOf({ posting: posting, period: posting.segment.period, kinds: 1 << head.kind });
            allowed = posted < allowed ? allowed - posted : 0;
            matches = head.amount <= allowed;
        }
        require(matches, Program_OutcomeMismatch(saleId, head.amount, allowed));
    }

    /// @return shares The lines, without their amounts.
    /// @return seen See `Waterfall.mark`.
    function _shares(
        Posting memory posting,
        uint256 kind,
        bytes32 saleId,
        Credit[] calldata credits
    ) private view returns (Share[] memory shares, uint256 seen) {
        if (posting.flags & FLAG_REFERRED != 0) _refuseReferred({ posting: posting, saleId: saleId, credits: credits });
        (shares, seen) = _credited({ posting: posting, kind: kind, saleId: saleId, credits: credits });
        if (posting.flags & FLAG_REFERRED != 0)
            (shares, seen) = _withReferrers({ posting: posting, kind: kind, shares: shares, seen: seen });
        if (posting.flags & FLAG_MISSING != 0)
            (shares, seen) = _withMissing({ posting: posting, kind: kind, shares: shares, seen: seen });
    }

    /* CREDITS */

    /// @dev One share per credit whose role earns on the kind, and one more per credit of the residual's role.
    function _credited(
        Posting memory posting,
        uint256 kind,
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
            uint256 rate =
                role.isFlat
                    ? role.rates[kind]
                    : _rateOf({ posting: posting, kind: kind, role: role, partner: partner });
            // Counts to twice the credits at most.
            unchecked {
                if (rate != NOT_PAID) {
                    seen = Waterfall.mark(seen, index, role.stage);
                    _set({ share: shares[count++], credit: credit, partner: partner, rate: rate, stage: role.stage });
                }
                if (index == posting.residualRole) {
                    seen = Waterfall.mark(seen, index, RESIDUAL);
                    _set({
                        share: shares[count++],
                        credit: credit,
                        partner: partner,
                        rate: RESIDUAL_RATE,
                        stage: RESIDUAL
                    });
                }
            }
        }
        _cut(shares, count);
    }

    function _cut(Share[] memory shares, uint256 count) private pure {
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
        share.partner = credit.partner;
        share.weight = credit.weight;
        share.stage = stage;
    }

    function _creditedPartner(bytes32 saleId, Credit calldata credit) private view returns (PackedPartner) {
        uint256 number = credit.partner;
        uint256 weight = credit.weight;
        // Below 0 wraps to more than any weight.
        unchecked {
            require(weight - 1 < type(uint32).max, Program_InvalidWeight(saleId, number, weight));
        }
        return _activePartner(number);
    }

    /* REFERRERS */

    /// @dev Nobody plays a referred role: it follows from the others.
    function _refuseReferred(Posting memory posting, bytes32 saleId, Credit[] calldata credits) private pure {
        for (uint256 i = 0; i < credits.length; ++i) {
            uint256 role = credits[i].role;
            bool referred = role < posting.roles.length && posting.roles[role].stage == REFERRED;
            require(!referred, Program_UnknownRole(saleId, role));
        }
    }

    /// @dev The shares with those of whoever referred their partners behind them.
    function _withReferrers(
        Posting memory posting,
        uint256 kind,
        Share[] memory shares,
        uint256 seen
    ) private view returns (Share[] memory all, uint256) {
        all = Waterfall.allocate(shares.length * (1 + posting.roles.length));
        uint256 count = 0;
        for (uint256 i = 0; i < shares.length; ++i) {
            all[count++] = shares[i];
            if (shares[i].stage != RESIDUAL)
                (count, seen) = _refer({ posting: posting, kind: kind, shares: all, count: count, seen: seen });
        }
        _cut(all, count);
        return (all, seen);
    }

    /// @dev Adds what the referrer of the last share's partner earns on it: one share per referred role.
    function _refer(
        Posting memory posting,
        uint256 kind,
        Share[] memory shares,
        uint256 count,
        uint256 seen
    ) private view returns (uint256, uint256) {
        uint256 referrer = _members[shares[count - 1].wallet].referrer;
        PackedPartner partner = _partners[referrer];
        // Nobody has the number 0.
        if (!partner.isActive()) return (count, seen);
        RoleTerms[] memory roles = posting.roles;
        for (uint256 i = 0; i < roles.length; ++i) {
            if (roles[i].stage != REFERRED) continue;
            uint256 rate = _rateOf({ posting: posting, kind: kind, role: roles[i], partner: partner });
            if (rate == NOT_PAID) continue;
            seen = Waterfall.markReferred(seen, i);
            _setAlone({
                share: shares[count++],
                partner: partner,
                number: referrer,
                role: i,
                rate: rate,
                stage: REFERRED
            });
        }
        return (count, seen);
    }

    /// @dev A share of somebody who is not credited.
    function _setAlone(
        Share memory share,
        PackedPartner partner,
        uint256 number,
        uint256 role,
        uint256 rate,
        uint256 stage
    ) private pure {
        share.wallet = partner.wallet();
        share.role = role;
        share.rate = rate;
        share.amount = 0;
        share.partner = number;
        share.weight = 1;
        share.stage = stage;
    }

    /* ROLES THAT NOBODY FILLED */

    /// @dev The shares with those of roles that nobody filled: given to pools, or to the filled roles of their stage.
    function _withMissing(
        Posting memory posting,
        uint256 kind,
        Share[] memory shares,
        uint256 seen
    ) private view returns (Share[] memory all, uint256) {
        uint256 count = shares.length;
        all = Waterfall.allocate(count + posting.roles.length);
        for (uint256 i = 0; i < count; ++i) all[i] = shares[i];
        // By stage: sums of base rates.
        uint256[2] memory filled;
        uint256[2] memory others;
        for (uint256 i = 0; i < posting.roles.length; ++i) {
            RoleTerms memory role = posting.roles[i];
            uint256 base = _baseRate({ posting: posting, kind: kind, role: role });
            if (role.stage == REFERRED || base == NOT_PAID) continue;
            if (Waterfall.plays(seen, i, role.stage)) {
                filled[role.stage] += base;
                continue;
            }
            (uint256 missing, uint256 pool) = posting.packed.roleMissing(role.record);
            if (missing == TO_OTHERS) others[role.stage] += base;
            if (missing != TO_POOL) continue;
            seen = Waterfall.mark(seen, i, role.stage);
            pool += FIRST_POOL;
            _setAlone({
                share: all[count++],
                partner: _partners[pool],
                number: pool,
                role: i,
                rate: base,
                stage: role.stage
            });
        }
        _cut(all, count);
        for (uint256 stage = 0; stage < filled.length; ++stage) {
            _renormalise({
                posting: posting,
                shares: shares,
                stage: stage,
                filled: filled[stage],
                others: others[stage]
            });
        }
        return (all, seen);
    }

    /// @dev Raises the rates of the credits of a stage by what its missing roles leave to them.
    function _renormalise(
        Posting memory posting,
        Share[] memory shares,
        uint256 stage,
        uint256 filled,
        uint256 others
    ) private pure {
        if (filled == 0 || others == 0) return;
        for (uint256 i = 0; i < shares.length; ++i) {
            Share memory share = shares[i];
            if (share.stage != stage) continue;
            uint256 most = Rates.capped(ONE, posting.roles[share.role].ceiling, posting.commission);
            share.rate = Rates.renormalised({ rate: share.rate, filled: filled, missing: others, most: most });
        }
    }
}
