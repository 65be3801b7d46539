// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramSales } from "../interfaces/IProgramSales.sol";
import { ProgramBase } from "./ProgramBase.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { SaleHead, SaleStore } from "../libraries/SaleStore.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_FLAGS, FLAG_COUNTS } from "../terms/TermsLayout.sol";
import { Share, Waterfall } from "../libraries/Waterfall.sol";

/// @dev A posted sale with its amounts worked out again from what was frozen.
/// @param standingRate Sum of the standing rates on its kind when it was posted, ppm.
/// @param segment In which it was posted.
/// @param locks When its lines become final.
/// @param refunded How much of it was refunded so far.
/// @param counts Whether sales are counted per partner.
struct PostedSale {
    bytes32 id;
    SaleHead head;
    Share[] shares;
    uint256 standingRate;
    Segment segment;
    uint256 locks;
    uint256 refunded;
    bool counts;
}

/// @title Sales that were posted, and where their money returns to
abstract contract PostedSales is ProgramBase {
    using Periods for Schedule;
    using SaleStore for uint256[12];
    using PackedTerms for bytes;

    uint256 private constant COUNT_AT = 192;

    /// @dev Emitted before a batch's own events, so that whoever reads them knows which evidence is theirs.
    function _giveEvidence(bytes32 evidence) internal {
        if (evidence != 0) emit IProgramSales.EvidenceGiven(evidence);
    }

    function _loadSale(
        bytes memory packed,
        Schedule memory schedule,
        bytes32 saleId
    ) internal view returns (PostedSale memory sale) {
        (SaleHead memory head, Share[] memory shares) = _sales[saleId].load();
        require(head.amount > 0, Program_UnknownSale(saleId));
        for (uint256 i = 0; i < shares.length; ++i) {
            shares[i].wallet = _partners[shares[i].partner].wallet();
            uint256 roleStage = packed.roleStage(packed.roleOffset(shares[i].role));
            shares[i].stage = Waterfall.stageOf(shares[i].rate, roleStage);
        }
        sale.id = saleId;
        sale.head = head;
        sale.shares = shares;
        sale.segment = schedule.segmentOf(head.ordinal);
        sale.standingRate = packed.standingRate(sale.segment.row, head.kind);
        sale.locks = schedule.hold == 0 ? sale.segment.start : schedule.lockTime(sale.segment.period);
        sale.refunded = _refunded[saleId];
        sale.counts = packed.number(AT_FLAGS, 1) & FLAG_COUNTS != 0;
        Waterfall.fill({
            shares: shares,
            sale: head.amount,
            standingRate: sale.standingRate,
            seen: Waterfall.survey(shares)
        });
    }

    /// @dev Adds a sale line to its partner's books of a period.
    function _hold(address wallet, uint256 currency, uint256 period, uint256 amount) internal {
        // A sale line is at most its sale, below 2^96: where `earned` would overflow into `reversed`, it wraps below the line.
        unchecked {
            uint256 earned = (_held[_heldKey(wallet, currency, period)] += amount) & type(uint96).max;
            require(earned >= amount, Program_AmountTooLarge(earned + (1 << 96)));
        }
    }

    function _requireHeld(PostedSale memory sale) internal view {
        require(block.timestamp < sale.locks, Program_SaleLocked(sale.id, sale.locks));
    }

    /// @dev Reverses `amount` of a held sale in the books of its period, but for those of its lines.
    /// @param credited What its lines give back, rounded up.
    /// @return returned What goes back to whoever funded the sale.
    /// @return setAside What of it was set aside for standing lines and the residual.
    function _giveBack(
        PostedSale memory sale,
        uint256 amount,
        uint256 credited
    ) internal returns (uint256 returned, uint256 setAside) {
        address payer = _payerOf[sale.id];
        uint256 kept = 0;
        if (payer == address(0)) {
            uint256 left = sale.head.amount - sale.refunded;
            setAside =
                Waterfall.setAside(left, sale.standingRate) - Waterfall.setAside(left - amount, sale.standingRate);
            returned = credited + setAside;
        } else {
            // Lines give back rounded up: together it may be more than is refunded, and stays as residual.
            returned = amount;
            if (credited < returned) setAside = returned - credited;
            else kept = credited - returned;
        }
        _return({ payer: payer, currency: sale.head.currency, amount: returned });
        _refunded[sale.id] = sale.refunded + amount;
        _subRevenue({
            segment: sale.segment,
            currency: sale.head.currency,
            kind: sale.head.kind,
            revenue: amount,
            setAside: setAside,
            kept: kept
        });
    }

    /// @dev To the payer's balance, or to the funds where the sale was paid elsewhere.
    function _return(address payer, uint256 currency, uint256 amount) internal {
        // Safe: sums of amounts that were counted in 96 bits.
        if (payer == address(0)) _pots[currency].funds += uint128(amount);
        else _owe({ party: payer, currency: currency, amount: amount });
    }

    /* COUNTS */

    /// @dev Counts a sale once for each partner that has a line in it.
    function _countSale(Share[] memory shares, uint256 currency, uint256 period) internal {
        uint256 firsts = Waterfall.firsts(shares);
        for (uint256 i = 0; i < shares.length; ++i) {
            if ((firsts >> i) & 1 == 0) continue;
            // Safe: it would take 2^64 sales to leave the highest 64 bits.
            unchecked {
                _held[_heldKey(shares[i].wallet, currency, period)] += 1 << COUNT_AT;
            }
        }
    }

    /// @dev Counts it no more. All sales of a period were posted under the same terms, so where counting began later none
    /// was counted.
    function _uncountSale(PostedSale memory sale) internal {
        uint256 firsts = Waterfall.firsts(sale.shares);
        for (uint256 i = 0; i < sale.shares.length; ++i) {
            if ((firsts >> i) & 1 == 0) continue;
            uint256 key = _heldKey(sale.shares[i].wallet, sale.head.currency, sale.segment.period);
            uint256 word = _held[key];
            // Safe by the condition.
            unchecked {
                if (word >> COUNT_AT > 0) _held[key] = word - (1 << COUNT_AT);
            }
        }
    }
}
