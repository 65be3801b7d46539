// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { History } from "./History.sol";
import { LineClauses, LiveLine, LiveLines } from "./LiveLines.sol";
import { Payouts } from "./Payouts.sol";
import { ClauseBook, MilestonePot } from "./ProgramStorage.sol";
import { IProgramLines } from "../interfaces/IProgramLines.sol";
import { LineProgress } from "../interfaces/Types.sol";
import { FOR_MILESTONES, PER_YEAR } from "../libraries/Constants.sol";
import { Logs } from "../libraries/Logs.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { Rates } from "../libraries/Rates.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { MILESTONES } from "../terms/TermsLayout.sol";

/// @title The reserves: one for each promise, and for no other
abstract contract Guarantees is IProgramLines, Payouts, LiveLines, History {
    using Periods for Schedule;
    using PackedTerms for bytes;

    /* ADDING */

    /// @inheritdoc IProgramLines
    function addReserve(uint256 backs, address currency, uint256 amount) external payable nonReentrant {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        LiveLine memory live = _backed(packed, backs, index);
        uint256 received = _pull({ index: index, currency: currency, amount: amount });
        _addCounted(index, received);
        emit ReserveAdded({ backs: backs, from: msg.sender, currency: currency, amount: received });
        // Safe: `_addCounted` has checked 96 bits, and 2^32 of these fit.
        if (backs == FOR_MILESTONES) _milestonePots[index].funded += uint128(received);
        else _backLine({ live: live, index: index, currency: currency, amount: received });
    }

    /// @dev The line that a reserve would back, empty where it would back milestones.
    function _backed(bytes memory packed, uint256 backs, uint256 index) private view returns (LiveLine memory live) {
        if (backs == FOR_MILESTONES) {
            require(packed.listLength(MILESTONES) > 0, Program_NotInTerms("milestone"));
            return live;
        }
        live = _liveLine(packed, backs);
        require(_isGuaranteed(_clausesOf(packed, backs, index)), Program_NotInTerms("guarantee"));
    }

    /// @dev Pays a line's arrears, and keeps what is left.
    function _backLine(LiveLine memory live, uint256 index, address currency, uint256 amount) private {
        ClauseBook storage book = _clauseBooks[live.index][index];
        uint96 arrears = book.arrears;
        // Safe: below the arrears where it is narrowed.
        uint96 paid = amount < arrears ? uint96(amount) : arrears;
        _lineReserves[live.index][index] += amount - paid;
        if (paid == 0) return;
        book.arrears = arrears - paid;
        address holder = live.terms.holder;
        _owe({ party: holder, currency: index, amount: paid });
        emit ArrearsPaid({ line: live.index, holder: holder, currency: currency, amount: paid });
    }

    /* WITHDRAWING */

    /// @inheritdoc IProgramLines
    function announceWithdrawal(address currency, uint96 amount) external onlyOperator nonReentrant {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        Schedule memory schedule = packed.schedule();
        uint256 current = block.timestamp < schedule.start ? 0 : schedule.periodAt(block.timestamp);
        uint256 time = schedule.periodStart(current + 2);
        require(time <= type(uint40).max, Program_AmountTooLarge(time));
        MilestonePot storage pot = _milestonePots[index];
        pot.leaving = amount;
        // Safe by the check above.
        pot.leavesAt = uint40(time);
        _foldOne(
            Logs.emit1({
                selector: WithdrawalAnnounced.selector,
                topic: Logs.topicOf(currency),
                data: abi.encode(amount, time)
            })
        );
    }

    /// @inheritdoc IProgramLines
    function withdrawReserve(uint256 backs, address currency, uint256 amount) external onlyOperator nonReentrant {
        bytes memory packed = _terms();
        uint256 index = _indexOf(packed, currency);
        require(amount > 0, Program_ZeroAmount());
        (uint256 reserve, ) = _reserveOf(backs, index);
        if (backs == FOR_MILESTONES) {
            _requireAnnounced(packed, index, amount);
            require(amount <= reserve, Program_ReserveTooSmall(currency, reserve, amount));
            // Safe: at most the reserve.
            _milestonePots[index].funded -= uint128(amount);
        } else {
            require(amount <= reserve, Program_ReserveTooSmall(currency, reserve, amount));
            _requireOver({ packed: packed, line: backs, index: index, currency: currency });
            _lineReserves[backs][index] = reserve - amount;
        }
        _foldOne(
            Logs.emit2({
                selector: ReserveWithdrawn.selector,
                topic: bytes32(backs),
                second: Logs.topicOf(currency),
                data: abi.encode(amount)
            })
        );
        _payTreasury({ packed: packed, index: index, amount: amount });
    }

    /// @dev Uses up an announcement. What partners had reached when it was made they could ask for since.
    function _requireAnnounced(bytes memory packed, uint256 index, uint256 amount) private {
        MilestonePot storage pot = _milestonePots[index];
        uint256 time = pot.leavesAt;
        require(time > 0 && amount <= pot.leaving, Program_NothingWaits());
        require(block.timestamp >= time, Program_TooEarly(time));
        uint256 lapse = time + packed.schedule().length;
        require(block.timestamp < lapse, Program_TooLate(lapse));
        pot.leaving = 0;
        pot.leavesAt = 0;
    }

    /// @dev Where a line's reserve is left it has no arrears: they are paid out of it before anything stays in it.
    function _requireOver(bytes memory packed, uint256 line, uint256 index, address currency) private view {
        uint256 ends = _liveLine(packed, line).terms.ends;
        bool over = ends != 0 && ends <= _settledUntil(packed.schedule(), index);
        require(over, Program_ReserveNeeded(currency, line));
    }

    /// @dev The start of the first period whose residual is not settled in whole.
    function _settledUntil(Schedule memory schedule, uint256 index) private view returns (uint256) {
        return schedule.periodStart(schedule.segmentOf(_residualNext[index]).period);
    }

    /* READING */

    /// @inheritdoc IProgramLines
    function announcedWithdrawal(address currency) external view returns (uint96 amount, uint40 from) {
        MilestonePot storage pot = _milestonePots[_indexOf(_terms(), currency)];
        return (pot.leaving, pot.leavesAt);
    }

    /// @inheritdoc IProgramLines
    function reserveOf(uint256 backs, address currency) external view returns (uint256 reserve, uint256 owed) {
        return _reserveOf(backs, _indexOf(_terms(), currency));
    }

    function _reserveOf(uint256 backs, uint256 index) private view returns (uint256 reserve, uint256 owed) {
        if (backs != FOR_MILESTONES) return (_lineReserves[backs][index], _clauseBooks[backs][index].arrears);
        MilestonePot storage pot = _milestonePots[index];
        (uint256 funded, uint256 due) = (pot.funded, pot.owed);
        if (funded > due) reserve = funded - due;
        else owed = due - funded;
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
