// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { History } from "./History.sol";
import { Disputants } from "./Disputants.sol";
import { PostedSale } from "./ShownSales.sol";
import { IProgramDisputes } from "../interfaces/IProgramDisputes.sol";
import { DisputeState, Power, Refund, SaleState } from "../interfaces/Types.sol";
import { Lists } from "../libraries/Lists.sol";
import { Logs } from "../libraries/Logs.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { Waterfall } from "../libraries/Waterfall.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_FLAGS, EXTRA_REFUND_LIMIT, FLAG_REFUND_LIMIT } from "../terms/TermsLayout.sol";

/// @title Refunding posted sales
abstract contract Refunds is IProgramDisputes, Disputants, History {
    using Lists for uint256[];
    using PackedTerms for bytes;
    using Periods for Schedule;
    using SaleWords for uint256;

    /// @inheritdoc IProgramDisputes
    function refund(Refund[] calldata refunds, bytes32 evidence) external nonReentrant {
        _requireRefunder();
        bytes memory packed = _terms();
        Schedule memory schedule = packed.schedule();
        bool limited = packed.number(AT_FLAGS, 2) & FLAG_REFUND_LIMIT != 0 && _has(Power.Attributor);
        uint256[] memory hashes = Lists.zeros(refunds.length + 1);
        uint256 count = 0;
        if (evidence != 0) hashes.set(count++, uint256(Logs.emit1(EvidenceGiven.selector, evidence, "")));
        uint256 memoryBefore = Lists.freeMemory();
        for (uint256 i = 0; i < refunds.length; ++i) {
            hashes.set(
                count++,
                uint256(_refundOne({ packed: packed, schedule: schedule, one: refunds[i], limited: limited }))
            );
            Lists.releaseMemory(memoryBefore);
        }
        _fold({ count: count, digest: hashes.hash(0, count) });
    }

    /// @dev The attributor refunds; the operator, too, whatever the terms' limit is.
    function _requireRefunder() private {
        if (_has(Power.Attributor)) return;
        require(_has(Power.Operator), Program_PowerMissing(msg.sender, Power.Attributor));
        _act();
    }

    /// @dev Keeps what the attributor refunds in one period within the terms' limit, unless it is the operator as well.
    function _limitRefunds(bytes memory packed, uint256 currency, uint256 period, uint256 amount) private {
        uint256 word = _refundedIn[currency];
        uint256 refunded = amount + (word & type(uint32).max == period ? word >> 32 : 0);
        uint256 limit = packed.ruleAmount(EXTRA_REFUND_LIMIT, currency);
        bool allowed = refunded <= limit || _has(Power.Operator);
        require(allowed, Program_RefundLimit(packed.currency(currency), refunded, limit));
        // A period of a day at least stays below 2^32 for 11 million years; sums of refunds are far below 2^224.
        _refundedIn[currency] = (refunded << 32) | period;
    }

    /// @return hash Of its log.
    function _refundOne(
        bytes memory packed,
        Schedule memory schedule,
        Refund calldata one,
        bool limited
    ) private returns (bytes32 hash) {
        (SaleState memory state, bool counts) = _findShown(one.sale);
        if (one.tag != state.tag || !counts || state.dispute == DisputeState.Void) return _skip(one, state.tag);
        PostedSale memory sale;
        sale.state = state;
        _fillSale(schedule, one.sale, sale);
        _requireHeld(sale);
        uint256 left = _leftOf(sale);
        require(one.amount > 0, Program_ZeroAmount());
        require(one.amount <= left, Program_RefundTooLarge(sale.id, one.amount, left));
        if (limited)
            _limitRefunds({
                packed: packed,
                currency: sale.head.currency(),
                period: schedule.periodAt(block.timestamp),
                amount: one.amount
            });

        (uint256[] memory reversed, uint256 credited) = _reversals(sale, one.amount);
        // The lines of a disputed sale are in nobody's books.
        if (sale.state.dispute == DisputeState.Open) {
            _frozen[sale.head.currency()] -= credited;
            if (one.amount == left) _returnDisputes(sale.place, schedule.periodAt(block.timestamp));
        } else {
            _uncreditLines({ sale: sale, amounts: reversed, whole: one.amount == left });
        }
        (uint256 returned, uint256 setAside) = _giveBack({ sale: sale, amount: one.amount, credited: credited });
        sale.state.tag = uint64(uint256(keccak256(abi.encode(sale.state.tag, one.id))));
        _saleStates[sale.place] = sale.state;
        return
            Logs.emit2({
                selector: SaleRefunded.selector,
                topic: sale.id,
                second: one.id,
                data: abi.encode(
                    sale.place >> 16,
                    sale.place & type(uint16).max,
                    one.amount,
                    returned,
                    setAside,
                    reversed,
                    one.reason
                )
            });
    }

    /// @param tag The sale's.
    /// @return Of its log.
    function _skip(Refund calldata one, uint256 tag) private returns (bytes32) {
        uint256 place = one.sale.head.place();
        return
            Logs.emit2({
                selector: RefundSkipped.selector,
                topic: one.sale.id,
                second: one.id,
                data: abi.encode(place >> 16, place & type(uint16).max, tag)
            });
    }

    /// @dev What a refund adds to the reversed total of each sale line, and the sum of it.
    function _reversals(
        PostedSale memory sale,
        uint256 amount
    ) private pure returns (uint256[] memory reversed, uint256 sum) {
        reversed = new uint256[](sale.words.length);
        uint256 whole = sale.head.amount();
        uint256 before = sale.state.refunded;
        for (uint256 i = 0; i < reversed.length; ++i) {
            uint256 line = sale.words[i].lineAmount();
            reversed[i] = Waterfall.reversed(line, before + amount, whole) - Waterfall.reversed(line, before, whole);
            sum += reversed[i];
        }
    }
}
