// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LineBook } from "./ProgramBase.sol";
import { Payouts } from "./Payouts.sol";
import { IProgramLines } from "../interfaces/IProgramLines.sol";
import { StoredLine } from "../libraries/Pages.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { TermsBlob, AT_TREASURY } from "../libraries/TermsBlob.sol";

/// @title Settling standing lines and the residual
abstract contract Settlement is Payouts {
    using Periods for Schedule;
    using TermsBlob for bytes;

    /* STANDING LINES */

    /// @dev TODO-INHERIT IProgramLines
    function claimLine(uint256 line, address currency) external nonReentrant returns (uint256 amount) {
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        uint256 index = _indexOf(blob, currency);
        address holder;
        (amount, holder) = _settleLine(blob, schedule, line, index);
        _claim(blob, holder, currency, holder);
    }

    /// @dev TODO-INHERIT IProgramLines
    function settleLine(uint256 line, address currency) external nonReentrant returns (uint256 amount) {
        bytes memory blob = _terms();
        (amount, ) = _settleLine(blob, blob.schedule(), line, _indexOf(blob, currency));
    }

    function _settleLine(
        bytes memory blob,
        Schedule memory schedule,
        uint256 line,
        uint256 index
    ) private returns (uint256 amount, address holder) {
        StoredLine memory stored = _line(blob, line);
        holder = stored.holder;
        LineBook storage book = _lineBooks[line][index];
        uint256 next;
        uint256 taken;
        (amount, next, taken) = _lineEarned(schedule, stored, line, index);
        // Safe: a segment is below 2^20 where it has sales and below 2^32 for 490,000 years.
        book.next = uint32(next);
        book.taken = _toUint96(taken);
        _owe(holder, index, amount);
        emit LineSettled(line, holder, blob.currency(index), amount);
    }

    /* RESIDUAL */

    /// @dev TODO-INHERIT IProgramLines
    function claimResidual(address currency, uint256 segments) external nonReentrant returns (uint256 amount) {
        bytes memory blob = _terms();
        Schedule memory schedule = blob.schedule();
        uint256 index = _indexOf(blob, currency);
        (amount, _residualNext[index]) = _residual(blob, schedule, index, segments);
        address treasury = blob.addressAt(AT_TREASURY);
        _owe(treasury, index, amount);
        emit ResidualSettled(currency, amount);
        (uint256 locked, uint256 hold) = _locked(blob);
        (uint256 due, ) = _take(treasury, index, locked, hold);
        if (due == 0) return amount;
        _subCounted(index, due);
        _addCounted(index, _payOneOfMany(index, currency, treasury, due));
    }
}
