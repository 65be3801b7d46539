// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LineClauses, LiveLine, LiveLines } from "./LiveLines.sol";
import { ClauseBook } from "./ProgramStorage.sol";
import { Transfers } from "./Transfers.sol";
import { IProgramLines } from "../interfaces/IProgramLines.sol";
import { LineProgress } from "../interfaces/Types.sol";
import { PER_YEAR } from "../libraries/Constants.sol";
import { Pages } from "../terms/Pages.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { Rates } from "../libraries/Rates.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_TREASURY, CLAUSES } from "../terms/TermsLayout.sol";

/// @title The reserve behind guaranteed lines
abstract contract Guarantees is IProgramLines, Transfers, LiveLines {
    using Periods for Schedule;
    using PackedTerms for bytes;

    /// @inheritdoc IProgramLines
    function addReserve(address currency, uint256 amount) external payable nonReentrant {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        uint256 left = _pull({ index: index, currency: currency, amount: amount });
        _addCounted(index, left);
        emit ReserveAdded({ from: msg.sender, currency: currency, amount: left });
        uint256 count = packed.listLength(CLAUSES);
        for (uint256 i = 0; i < count; ++i) {
            (uint256 line, LineClauses memory clauses) = _clausesAt({ packed: packed, place: i, currency: index });
            if (_isGuaranteed(clauses)) left -= _payArrears({ packed: packed, line: line, index: index, most: left });
        }
        _reserves[index] += left;
    }

    function _payArrears(
        bytes memory packed,
        uint256 line,
        uint256 index,
        uint256 most
    ) private returns (uint256 paid) {
        ClauseBook storage book = _clauseBooks[line][index];
        uint96 arrears = book.arrears;
        // Safe: below the arrears where it is narrowed.
        paid = most < arrears ? uint96(most) : arrears;
        if (paid == 0) return 0;
        book.arrears = arrears - uint96(paid);
        address holder = Pages.line(packed, line).holder;
        _owe({ party: holder, currency: index, amount: paid });
        emit ArrearsPaid({ line: line, holder: holder, currency: packed.currency(index), amount: paid });
    }

    /// @inheritdoc IProgramLines
    function withdrawReserve(address currency, uint256 amount) external onlyOperator nonReentrant {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        uint256 reserve = _reserves[index];
        require(amount > 0, Program_ZeroAmount());
        require(amount <= reserve, Program_ReserveTooSmall(currency, reserve, amount));
        uint256 count = packed.listLength(CLAUSES);
        uint256 settled = _settledUntil(packed.schedule(), index);
        for (uint256 i = 0; i < count; ++i) {
            (uint256 line, LineClauses memory clauses) = _clausesAt({ packed: packed, place: i, currency: index });
            if (!_isGuaranteed(clauses)) continue;
            uint256 ends = _liveLine(packed, line).terms.ends;
            // Where a reserve is left no line has arrears: they are paid out of it before anything stays in it.
            require(ends != 0 && ends <= settled, Program_ReserveNeeded(currency, line));
        }
        _reserves[index] = reserve - amount;
        _subCounted(index, amount);
        emit ReserveWithdrawn(currency, amount);
        _push({ index: index, currency: currency, to: packed.addressAt(AT_TREASURY), amount: amount });
    }

    /// @dev The start of the first period whose residual is not settled in whole.
    function _settledUntil(Schedule memory schedule, uint256 index) private view returns (uint256) {
        return schedule.periodStart(schedule.segmentOf(_residualNext[index]).period);
    }

    /// @inheritdoc IProgramLines
    function reserveOf(address currency) external view returns (uint256 amount) {
        return _reserves[_indexOf(_terms(), currency)];
    }

    /// @inheritdoc IProgramLines
    function lineProgress(uint256 line, address currency) external view returns (LineProgress memory progress) {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        LiveLine memory live = _liveLine(packed, line);
        LineClauses memory clauses = _clausesOf(packed, line, index);
        ClauseBook memory book = _clauseBooks[line][index];
        uint256 time = packed.schedule().segmentOf(_residualNext[index]).start;
        uint256 year = Rates.fullYears(live.terms.starts, time);
        if (clauses.capPer != PER_YEAR || year == book.capYear) progress.capped = book.capped;
        if (clauses.thresholdPer != PER_YEAR || year == book.countedYear) progress.counted = book.counted;
        progress.earned = book.earned;
        progress.arrears = book.arrears;
    }
}
