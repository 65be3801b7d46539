// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PostedSale, PostedSales } from "./PostedSales.sol";
import { IProgramDisputes } from "../interfaces/IProgramDisputes.sol";
import { Dispute, DisputeState, Progress, Status } from "../interfaces/Types.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { SaleStore } from "../libraries/SaleStore.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { EXTRA_DISPUTES, EXTRA_DISPUTE_PERIODS } from "../terms/TermsLayout.sol";
import { Share, Waterfall } from "../libraries/Waterfall.sol";

/// @title Freezing a sale's lines until the arbiter decides
/// @dev A frozen sale line is in nobody's books: what refunds left of it is in `_frozen`, and in what the program has
/// counted.
abstract contract Disputes is IProgramDisputes, PostedSales {
    using Periods for Schedule;
    using SaleStore for uint256[12];
    using PackedTerms for bytes;

    /* OPENING */

    /// @inheritdoc IProgramDisputes
    function dispute(bytes32 saleId, string calldata reason, bytes32 evidence) external nonReentrant {
        bytes memory packed = _terms();
        Schedule memory schedule = packed.schedule();
        uint256 number = _disputant();
        require(_disputes[saleId].state == DisputeState.None, Program_AlreadyDisputed(saleId));
        PostedSale memory sale = _loadSale({ packed: packed, schedule: schedule, saleId: saleId });
        _requireHeld(sale);
        require(sale.refunded < sale.head.amount, Program_NothingLeft(saleId));

        uint256 current = schedule.periodAt(block.timestamp);
        _spendDispute({ packed: packed, number: number, period: current });
        // Safe: times are below 2^40, and a number is below 2^20.
        uint40 deadline = uint40(schedule.periodStart(current + 1 + packed.extra(EXTRA_DISPUTE_PERIODS, 1)));
        _disputes[saleId] = Dispute({ state: DisputeState.Open, partner: uint24(number), deadline: deadline });
        emit SaleDisputed({
            saleId: saleId,
            partner: number,
            deadline: deadline,
            frozen: _freeze(sale),
            reason: reason,
            evidence: evidence
        });
    }

    /// @dev The caller's number.
    function _disputant() private view returns (uint256 number) {
        (number, ) = _callingPartner();
        require(_partners[number].status() != Status.Left, Program_PartnerNotActive(number, Status.Left));
    }

    function _spendDispute(bytes memory packed, uint256 number, uint256 period) private {
        uint256 most = packed.extra(EXTRA_DISPUTES, 1);
        require(most > 0, Program_NotInTerms("disputes"));
        uint256 count = ++_disputesOf[number][period];
        require(count <= most, Program_TooManyDisputes(number, most));
    }

    /// @dev Takes what is left of each sale line out of its partner's books.
    function _freeze(PostedSale memory sale) private returns (uint256[] memory left) {
        uint256 sum;
        (left, sum) = _left(sale);
        for (uint256 i = 0; i < left.length; ++i) {
            // Safe: `earned`, the lowest field, holds the sale line.
            _held[_heldKey(sale.shares[i].wallet, sale.head.currency, sale.segment.period)] -= left[i];
        }
        if (sale.counts) _uncountSale(sale);
        _frozen[sale.head.currency] += sum;
    }

    /// @dev What refunds have left of each sale line, and the sum of it.
    function _left(PostedSale memory sale) private pure returns (uint256[] memory left, uint256 sum) {
        left = new uint256[](sale.shares.length);
        for (uint256 i = 0; i < left.length; ++i) {
            uint256 line = sale.shares[i].amount;
            left[i] = line - Waterfall.reversed(line, sale.refunded, sale.head.amount);
            sum += left[i];
        }
    }

    /* SETTLING */

    /// @inheritdoc IProgramDisputes
    function upholdSale(bytes32 saleId, string calldata reason) external onlyRole(ARBITER_ROLE) nonReentrant {
        _requireInTime(saleId);
        _stand({ sale: _openSale(saleId), state: DisputeState.Stands, reason: reason });
    }

    /// @inheritdoc IProgramDisputes
    function voidSale(bytes32 saleId, string calldata reason) external onlyRole(ARBITER_ROLE) nonReentrant {
        _requireInTime(saleId);
        PostedSale memory sale = _openSale(saleId);
        (, uint256 returned) = _left(sale);
        uint256 setAside = 0;
        _frozen[sale.head.currency] -= returned;
        bool isFinal = block.timestamp >= sale.locks;
        if (isFinal) _return({ payer: _payerOf[saleId], currency: sale.head.currency, amount: returned });
        else
            (returned, setAside) = _giveBack({
                sale: sale,
                amount: sale.head.amount - sale.refunded,
                credited: returned
            });
        _disputes[saleId].state = DisputeState.Void;
        emit DisputeSettled({
            saleId: saleId,
            state: DisputeState.Void,
            parties: new address[](0),
            amounts: new uint256[](0),
            isFinal: isFinal,
            returned: returned,
            setAside: setAside,
            reason: reason
        });
    }

    /// @inheritdoc IProgramDisputes
    function reattributeSale(
        bytes32 saleId,
        uint256[] calldata partners,
        string calldata reason
    ) external onlyRole(ARBITER_ROLE) nonReentrant {
        _requireInTime(saleId);
        PostedSale memory sale = _openSale(saleId);
        Share[] memory shares = sale.shares;
        require(partners.length == shares.length, Program_LinesMismatch(saleId, partners.length, shares.length));
        bool isFinal = block.timestamp >= sale.locks;
        for (uint256 i = 0; i < partners.length; ++i) {
            address wallet = _activePartner(partners[i]).wallet();
            // No claim looks into a period before its party's enrollment: a line of one is given when it can be owed at once.
            bool known = isFinal || _members[wallet].period <= sale.segment.period;
            require(known, Program_TooEarly(sale.locks));
            shares[i].wallet = wallet;
            shares[i].partner = partners[i];
        }
        _sales[saleId].store({ head: sale.head, shares: shares, alone: Waterfall.isAlone(Waterfall.survey(shares)) });
        _stand({ sale: sale, state: DisputeState.Reattributed, reason: reason });
    }

    /// @inheritdoc IProgramDisputes
    function closeDispute(bytes32 saleId) external nonReentrant {
        PostedSale memory sale = _openSale(saleId);
        uint256 deadline = _disputes[saleId].deadline;
        require(block.timestamp >= deadline, Program_TooEarly(deadline));
        _stand({ sale: sale, state: DisputeState.Stands, reason: "" });
    }

    function _openSale(bytes32 saleId) private view returns (PostedSale memory) {
        require(_disputes[saleId].state == DisputeState.Open, Program_NotDisputed(saleId));
        bytes memory packed = _terms();
        return _loadSale({ packed: packed, schedule: packed.schedule(), saleId: saleId });
    }

    function _requireInTime(bytes32 saleId) private view {
        Dispute memory one = _disputes[saleId];
        require(one.state != DisputeState.Open || block.timestamp < one.deadline, Program_TooLate(one.deadline));
    }

    /// @dev Gives what is left of each sale line to its partner: held again, or owed at once where the sale is locked.
    function _stand(PostedSale memory sale, DisputeState state, string memory reason) private {
        (uint256[] memory left, uint256 sum) = _left(sale);
        address[] memory parties = new address[](left.length);
        bool isFinal = block.timestamp >= sale.locks;
        for (uint256 i = 0; i < left.length; ++i) {
            parties[i] = sale.shares[i].wallet;
            if (isFinal) _owe({ party: parties[i], currency: sale.head.currency, amount: left[i] });
            else
                _hold({
                    wallet: parties[i],
                    currency: sale.head.currency,
                    period: sale.segment.period,
                    amount: left[i]
                });
        }
        // Nothing of a sale that was refunded in whole counts.
        if (sale.counts && sale.refunded < sale.head.amount) {
            if (isFinal) _countLate(sale, left);
            else _countSale({ shares: sale.shares, currency: sale.head.currency, period: sale.segment.period });
        }
        _frozen[sale.head.currency] -= sum;
        _disputes[sale.id].state = state;
        emit DisputeSettled({
            saleId: sale.id,
            state: state,
            parties: parties,
            amounts: left,
            isFinal: isFinal,
            returned: 0,
            setAside: 0,
            reason: reason
        });
    }

    /// @dev Counts towards tiers and milestones what was not in a locked period's books: else a dispute would cost its partners
    /// that, however it ends.
    function _countLate(PostedSale memory sale, uint256[] memory left) private {
        uint256 firsts = Waterfall.firsts(sale.shares);
        for (uint256 i = 0; i < left.length; ++i) {
            Progress storage progress = _progress[sale.shares[i].partner][sale.head.currency];
            uint256 earned = progress.earned + left[i];
            // Safe: what is beyond the field is cut to its highest.
            progress.earned = earned > type(uint96).max ? type(uint96).max : uint96(earned);
            if ((firsts >> i) & 1 == 1 && progress.sales < type(uint32).max) ++progress.sales;
        }
    }
}
