// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ShownSales } from "./ShownSales.sol";
import { Transfers } from "./Transfers.sol";
import { Payment } from "./ProgramStorage.sol";
import { IProgramPayments } from "../interfaces/IProgramPayments.sol";
import { DisputeState, SaleState, ShownSale } from "../interfaces/Types.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";

/// @title Sales that customers pay on chain
abstract contract Payments is IProgramPayments, ShownSales, Transfers {
    using Periods for Schedule;
    using PackedTerms for bytes;

    /// @inheritdoc IProgramPayments
    function paySale(bytes32 saleId, uint8 kind, address currency, uint256 amount) external payable nonReentrant {
        _paySale({ saleId: saleId, kind: kind, currency: currency, amount: amount });
    }

    function _paySale(bytes32 saleId, uint8 kind, address currency, uint256 amount) internal {
        bytes memory packed = _terms();
        _checkPaidKind(packed, kind);
        uint256 index = _indexOf(packed, currency);
        // A payment ahead of the program's start would have no period to wait for.
        packed.schedule().periodAt(block.timestamp);
        require(saleId != 0, Program_ZeroSaleId());
        require(_payments[saleId][msg.sender].amount == 0, Program_AlreadyPaid(saleId, msg.sender));
        uint256 received = _pull({ index: index, currency: currency, amount: amount });
        _addCounted(index, received);
        _payments[saleId][msg.sender] = Payment({
            amount: _toUint96(received),
            // Safe: times are below 2^40, and an index of a currency is below 8.
            paidAt: uint40(block.timestamp),
            kind: kind,
            currency: uint8(index),
            used: false
        });
        emit SalePaid({ saleId: saleId, payer: msg.sender, kind: kind, currency: currency, amount: received });
    }

    /// @inheritdoc IProgramPayments
    function releasePayment(bytes32 saleId, address payer, ShownSale calldata sale) external nonReentrant {
        Payment storage payment = _payments[saleId][payer];
        require(payment.amount > 0 && !payment.used, Program_NotPaid(saleId, payer));
        bytes memory packed = _terms();
        Schedule memory schedule = packed.schedule();
        bool toPayer = _postedOnce[saleId];
        if (sale.head != 0) {
            require(sale.id == saleId, Program_UnknownSale(saleId));
            SaleState memory state = _checkShown(sale);
            bool stands = state.dispute != DisputeState.Void && state.refunded < SaleWords.amount(sale.head);
            require(stands, Program_NothingLeft(saleId));
            toPayer = true;
        }
        uint256 until = schedule.lockTime(schedule.periodAt(payment.paidAt) + 1);
        require(toPayer || block.timestamp >= until, Program_PaymentPending(saleId, until));
        payment.used = true;
        if (toPayer) {
            _owe({ party: payer, currency: payment.currency, amount: payment.amount });
        } else {
            _subCounted(payment.currency, payment.amount);
            _count({ packed: packed, currency: payment.currency, kind: payment.kind, amount: payment.amount });
        }
        emit PaymentReleased({ saleId: saleId, payer: payer, toPayer: toPayer });
    }
}
