// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeSettlement } from "./DisputeSettlement.sol";
import { PostedSale } from "./ShownSales.sol";
import { IProgramDisputes } from "../interfaces/IProgramDisputes.sol";
import { DisputeState, ShownSale, Status } from "../interfaces/Types.sol";
import { NOT_PAID } from "../libraries/Constants.sol";
import { Logs } from "../libraries/Logs.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_RESIDUAL_ROLE, AT_ROLES, EXTRA_DISPUTES, EXTRA_DISPUTE_PERIODS } from "../terms/TermsLayout.sol";

/// @title Freezing a sale's lines until the arbiter decides
/// @dev A frozen sale line is in nobody's books: what refunds left of it is in `_frozen`, and in what the program has
/// counted.
abstract contract Disputes is DisputeSettlement {
    using Periods for Schedule;
    using PackedTerms for bytes;
    using SaleWords for uint256;

    /// @inheritdoc IProgramDisputes
    function dispute(
        address party,
        ShownSale calldata sale,
        uint256 role,
        string calldata reason,
        bytes32 evidence
    ) external nonReentrant {
        bytes memory packed = _terms();
        Schedule memory schedule = packed.schedule();
        (uint256 number, uint256 enrolledAfter) = _disputant(party);
        PostedSale memory posted = _loadSale(schedule, sale);
        require(posted.place >> 16 > enrolledAfter, Program_PostedBefore(number, posted.id));
        require(_hasLine(posted.words, number) || _isPaid(packed, posted, role), Program_UnknownRole(posted.id, role));
        _spendDispute({ packed: packed, number: number, period: schedule.periodAt(block.timestamp) });
        bytes32 hash =
            posted.state.dispute == DisputeState.Open
                ? _join({
                    packed: packed,
                    schedule: schedule,
                    sale: posted,
                    number: number,
                    role: role,
                    reason: reason,
                    evidence: evidence
                })
                : _freeze({
                    packed: packed,
                    schedule: schedule,
                    sale: posted,
                    shown: sale,
                    number: number,
                    role: role,
                    reason: reason,
                    evidence: evidence
                });
        _foldOne(hash);
    }

    /// @dev The number of who disputes, and the last batch before it was enrolled.
    function _disputant(address party) private view returns (uint256 number, uint256 enrolledAfter) {
        number = _requirePartner(party);
        require(_partners[number].status() != Status.Left, Program_PartnerNotActive(number, Status.Left));
        enrolledAfter = (_enrolledAfter[number >> 3] >> ((number & 7) << 5)) & type(uint32).max;
    }

    /// @dev Whether a role can have a line of a sale.
    function _isPaid(bytes memory packed, PostedSale memory sale, uint256 role) private pure returns (bool) {
        if (role >= packed.number(AT_ROLES, 1)) return false;
        return
            role == packed.number(AT_RESIDUAL_ROLE, 1) ||
            packed.roleRate(packed.roleOffset(role), sale.head.kind()) != NOT_PAID;
    }

    function _spendDispute(bytes memory packed, uint256 number, uint256 period) private {
        uint256 most = packed.extra(EXTRA_DISPUTES, 1);
        require(most > 0, Program_NotInTerms("disputes"));
        uint256 count = ++_disputesOf[number][period];
        require(count <= most, Program_TooManyDisputes(number, most));
    }

    /// @dev Until when a dispute of now is open. Terms without disputes have duplicates all the same.
    function _deadline(bytes memory packed, Schedule memory schedule) private view returns (uint256) {
        uint256 periods = packed.extra(EXTRA_DISPUTE_PERIODS, 1);
        return schedule.periodStart(schedule.periodAt(block.timestamp) + 1 + (periods == 0 ? 1 : periods));
    }

    /// @dev Adds a partner to those who dispute a sale that is frozen already.
    /// @return hash Of its log.
    function _join(
        bytes memory packed,
        Schedule memory schedule,
        PostedSale memory sale,
        uint256 number,
        uint256 role,
        string memory reason,
        bytes32 evidence
    ) private returns (bytes32 hash) {
        _requireHeld(sale);
        require(_leftOf(sale) > 0, Program_NothingLeft(sale.id));
        _addDisputant(sale, number);
        uint256 deadline = _deadline(packed, schedule);
        // Safe: times are below 2^40.
        sale.state.deadline = uint40(deadline);
        _saleStates[sale.place] = sale.state;
        return
            Logs.emit2({
                selector: DisputeJoined.selector,
                topic: sale.id,
                second: bytes32(number),
                data: abi.encode(sale.place >> 16, sale.place & type(uint16).max, deadline, role, reason, evidence)
            });
    }

    /// @dev Takes what is left of each sale line out of its partner's books.
    /// @param number Of the partner who disputes it, or 0.
    /// @return hash Of its log.
    function _freeze(
        bytes memory packed,
        Schedule memory schedule,
        PostedSale memory sale,
        ShownSale calldata shown,
        uint256 number,
        uint256 role,
        string memory reason,
        bytes32 evidence
    ) internal returns (bytes32 hash) {
        // A partner may dispute what stands after a dispute of others.
        bool mayOpen =
            sale.state.dispute == DisputeState.None || (sale.state.dispute == DisputeState.Stands && number != 0);
        require(mayOpen, Program_AlreadyDisputed(sale.id));
        _requireHeld(sale);
        require(_leftOf(sale) > 0, Program_NothingLeft(sale.id));
        if (number != 0) _addDisputant(sale, number);
        uint256 deadline = _deadline(packed, schedule);
        (uint256[] memory left, uint256 sum) = _linesLeft(sale);
        _uncreditLines({ sale: sale, amounts: left, whole: true });
        _frozen[sale.head.currency()] += sum;
        sale.state.dispute = DisputeState.Open;
        // Safe: times are below 2^40.
        sale.state.deadline = uint40(deadline);
        _saleStates[sale.place] = sale.state;
        return
            Logs.emit2({
                selector: SaleDisputed.selector,
                topic: sale.id,
                second: bytes32(number),
                data: abi.encode(deadline, role, left, shown, reason, evidence)
            });
    }
}
