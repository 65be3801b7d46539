// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { History } from "../base/History.sol";
import { LineEarnings } from "../base/LineEarnings.sol";
import { LineClauses, LiveLine } from "../base/LiveLines.sol";
import { LineRecord, Version } from "../base/ProgramStorage.sol";
import { IProgramExits } from "../interfaces/IProgramExits.sol";
import { LineState, Power, Remedy } from "../interfaces/Types.sol";
import { MAX_SUSPENSIONS, ONE } from "../libraries/Constants.sol";
import { Logs } from "../libraries/Logs.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { EXTRA_LINE_NOTICE } from "../terms/TermsLayout.sol";

/// @title The module for how standing lines end before their time, or pause
/// @notice `Program` runs this code on its own storage; called at its own address it knows no terms and does nothing.
/// @dev All takes effect at the next period's start, which nothing settled reaches: the order of settlements and exits
/// changes nothing.
contract ProgramExits is IProgramExits, LineEarnings, History {
    using Periods for Schedule;
    using PackedTerms for bytes;

    /// @dev `LineRecord.agreed`.
    uint256 private constant BY_OPERATOR = 1;
    uint256 private constant BY_HOLDER = 2;

    /// @dev The default price counts what so many periods earned.
    uint256 private constant PRICED_PERIODS = 12;

    /* BY AGREEMENT */

    /// @inheritdoc IProgramExits
    function agreeExit(uint256 line, bool agreed) external nonReentrant {
        (bytes memory packed, LiveLine memory live, uint256 next) = _inForce(line);
        LineRecord storage record = _lineRecords[line];
        uint256 own = 0;
        if (_has(Power.Operator)) {
            own = BY_OPERATOR;
            _act();
        }
        if (_isPartyNow(live.terms.holder)) own |= BY_HOLDER;
        require(own != 0, Program_NotAllowed(_sender()));
        uint256 all = agreed ? record.agreed | own : record.agreed & ~own;
        // Safe: two bits.
        record.agreed = uint8(all);
        // Safe: two bits.
        bytes memory told = abi.encode(uint8(own), agreed);
        _foldOne(
            Logs.emit2({
                selector: ExitAgreed.selector,
                topic: bytes32(line),
                second: Logs.topicOf(_sender()),
                data: told
            })
        );
        if (all == BY_OPERATOR | BY_HOLDER) _end(packed, line, next);
    }

    /* BUYOUT */

    /// @inheritdoc IProgramExits
    function offerBuyout(uint256 line, address currency, uint96 price) external onlyOperator nonReentrant {
        (bytes memory packed, LiveLine memory live, ) = _inForce(line);
        uint256 index = _indexOf(packed, currency);
        if (price == 0) price = _toUint96(_defaultPrice({ packed: packed, live: live, index: index }));
        require(price > 0, Program_ZeroAmount());
        _returnOffer(packed, line);
        uint256 funds = _pots[index].funds;
        require(price <= funds, Program_NotFunded(currency, funds, price));
        uint256 from = block.timestamp + _handoverDelay(packed);
        require(from <= type(uint40).max, Program_AmountTooLarge(from));
        _pots[index].funds -= price;
        LineRecord storage record = _lineRecords[line];
        record.price = price;
        // Safe: an index of a currency is below 8, and the time is checked.
        record.currency = uint8(index);
        record.priceFrom = uint40(from);
        _tellPrice(BuyoutOffered.selector, line, currency, abi.encode(price, from));
    }

    /// @inheritdoc IProgramExits
    function withdrawBuyout(uint256 line) external nonReentrant {
        bool byOperator = _has(Power.Operator);
        require(byOperator || _has(Power.Guardian), Program_PowerMissing(msg.sender, Power.Operator));
        if (byOperator) _act();
        require(_lineRecords[line].price > 0, Program_NothingWaits());
        _returnOffer(_terms(), line);
    }

    /// @inheritdoc IProgramExits
    function acceptBuyout(uint256 line, address currency, uint96 price) external nonReentrant {
        (bytes memory packed, LiveLine memory live, uint256 next) = _inForce(line);
        address holder = live.terms.holder;
        _requireParty(holder);
        LineRecord storage record = _lineRecords[line];
        require(record.price > 0, Program_NothingWaits());
        uint256 index = record.currency;
        bool same = record.price == price && packed.currency(index) == currency;
        require(same, Program_OtherOffer(line, packed.currency(index), record.price));
        require(block.timestamp >= record.priceFrom, Program_TooEarly(record.priceFrom));
        record.price = 0;
        _owe({ party: holder, currency: index, amount: price });
        _foldOne(
            Logs.emit3({
                selector: BuyoutAccepted.selector,
                topic: bytes32(line),
                second: Logs.topicOf(holder),
                third: Logs.topicOf(currency),
                data: abi.encode(price)
            })
        );
        _end(packed, line, next);
    }

    /// @dev Gives the price on offer back to the funds.
    function _returnOffer(bytes memory packed, uint256 line) private {
        LineRecord storage record = _lineRecords[line];
        uint96 price = record.price;
        if (price == 0) return;
        record.price = 0;
        _pots[record.currency].funds += price;
        _tellPrice(BuyoutWithdrawn.selector, line, packed.currency(record.currency), abi.encode(price));
    }

    /// @dev The multiple in the line's clauses of what its last twelve settled periods earned.
    function _defaultPrice(bytes memory packed, LiveLine memory live, uint256 index) private view returns (uint256) {
        LineClauses memory clauses = _clausesOf(packed, live.index, index);
        require(clauses.buyout > 0, Program_NotInTerms("buyout"));
        Schedule memory schedule = packed.schedule();
        bool conditional = clauses.isConditional;
        uint256 last =
            conditional ? schedule.segmentOf(_residualNext[index]).period : schedule.lockedAt(block.timestamp);
        uint256 first = last > PRICED_PERIODS ? last - PRICED_PERIODS : 0;
        uint256 earned = 0;
        if (conditional) {
            for (uint256 period = first; period < last; ++period) {
                earned += _earnedIn[live.index][(period << 8) | index];
            }
        } else {
            earned = _lineEarnedBetween({ schedule: schedule, live: live, currency: index, first: first, last: last });
        }
        return (earned * clauses.buyout) / ONE;
    }

    /* BY THE ARBITER */

    /// @inheritdoc IProgramExits
    function giveNotice(
        uint256 line,
        Remedy remedy,
        string calldata reason,
        bytes32 evidence
    ) external onlyArbiter nonReentrant {
        (bytes memory packed, , ) = _inForce(line);
        require(remedy != Remedy.None, Program_NotInTerms("remedy"));
        LineRecord storage record = _lineRecords[line];
        bool waits = record.remedy != Remedy.None && block.timestamp < _lapseOf(packed, record.noticeUntil);
        require(!waits, Program_AlreadyWaits());
        Schedule memory schedule = packed.schedule();
        uint256 until = block.timestamp + packed.extra(EXTRA_LINE_NOTICE, 1) * schedule.length;
        if (until > type(uint40).max) until = type(uint40).max;
        record.remedy = remedy;
        // Safe by the line above.
        record.noticeUntil = uint40(until);
        _tell(NoticeGiven.selector, line, abi.encode(remedy, uint40(until), reason, evidence));
    }

    /// @inheritdoc IProgramExits
    function withdrawNotice(uint256 line) external onlyArbiter nonReentrant {
        require(_lineRecords[line].remedy != Remedy.None, Program_NothingWaits());
        _clearNotice(line);
        _tell(NoticeWithdrawn.selector, line, "");
    }

    /// @inheritdoc IProgramExits
    function executeNotice(uint256 line) external onlyArbiter nonReentrant {
        (bytes memory packed, , uint256 next) = _inForce(line);
        LineRecord storage record = _lineRecords[line];
        Remedy remedy = record.remedy;
        uint256 until = record.noticeUntil;
        require(remedy != Remedy.None, Program_NothingWaits());
        require(block.timestamp >= until, Program_TooEarly(until));
        uint256 lapse = _lapseOf(packed, until);
        require(block.timestamp < lapse, Program_TooLate(lapse));
        if (remedy == Remedy.End) return _end(packed, line, next);
        require(!_willPause(line), Program_LineNotInForce(line));
        // Two times each.
        bool possible = _suspensions[line].length < 2 * MAX_SUSPENSIONS;
        require(possible, Program_TooManySuspensions(line, MAX_SUSPENSIONS));
        _clearNotice(line);
        _toggle(line, next);
        _tell(LineSuspended.selector, line, abi.encode(next));
    }

    /// @inheritdoc IProgramExits
    function resumeLine(uint256 line) external onlyArbiter nonReentrant {
        (, , uint256 next) = _inForce(line);
        require(_willPause(line), Program_LineNotInForce(line));
        _toggle(line, next);
        _tell(LineResumed.selector, line, abi.encode(next));
    }

    /// @dev A notice lapses one period after it is over: else the arbiter could keep one in its drawer.
    function _lapseOf(bytes memory packed, uint256 until) private pure returns (uint256) {
        return until + packed.schedule().length;
    }

    function _clearNotice(uint256 line) private {
        _lineRecords[line].remedy = Remedy.None;
        _lineRecords[line].noticeUntil = 0;
    }

    /// @dev Whether a line is suspended at the next period's start, as matters stand.
    function _willPause(uint256 line) private view returns (bool) {
        return _suspensions[line].length & 1 == 1;
    }

    /// @dev Suspends or resumes a line from `next` on. What was to happen then is undone instead, so that there is at most
    /// one time per period.
    function _toggle(uint256 line, uint256 next) private {
        uint40[] storage times = _suspensions[line];
        uint256 count = times.length;
        if (count > 0 && times[count - 1] == next)
            times.pop();
            // Safe: times are below 2^40.
        else times.push(uint40(next));
        _markChanged(line);
    }

    /* ALL */

    /// @dev The terms, a line that can still be ended, and when: at the next period's start, before its end.
    function _inForce(uint256 line) private view returns (bytes memory packed, LiveLine memory live, uint256 next) {
        packed = _terms();
        live = _liveLine(packed, line);
        Schedule memory schedule = packed.schedule();
        next = schedule.start;
        if (block.timestamp >= next) next = schedule.periodStart(schedule.periodAt(block.timestamp) + 1);
        uint256 ends = live.terms.ends;
        require(ends == 0 || next < ends, Program_LineNotInForce(line));
    }

    function _end(bytes memory packed, uint256 line, uint256 next) private {
        LineRecord storage record = _lineRecords[line];
        // Safe: times are below 2^40.
        record.ends = uint40(next);
        record.agreed = 0;
        _clearNotice(line);
        _markChanged(line);
        _tell(LineEnded.selector, line, abi.encode(next));
        _returnOffer(packed, line);
        _releaseConsent(line);
    }

    /// @dev Whose line ends is asked for nothing that an amendment would do to it.
    function _releaseConsent(uint256 line) private {
        Version storage version = _proposed;
        // One that lapsed for want of it stays so.
        if (block.timestamp >= version.from || !_consentsMissing[version.source][line]) return;
        delete _consentsMissing[version.source][line];
        --version.consents;
    }

    /// @dev Tells of a line, and remembers it.
    function _tell(bytes32 selector, uint256 line, bytes memory data) private {
        _foldOne(Logs.emit1(selector, bytes32(line), data));
    }

    /// @dev The same of a price for it.
    function _tellPrice(bytes32 selector, uint256 line, address currency, bytes memory data) private {
        _foldOne(Logs.emit2({ selector: selector, topic: bytes32(line), second: Logs.topicOf(currency), data: data }));
    }

    function _markChanged(uint256 line) private {
        _changedLines[line >> 8] |= 1 << (line & 0xFF);
    }

    /// @inheritdoc IProgramExits
    function lineState(uint256 line) external view returns (LineState memory state) {
        bytes memory packed = _terms();
        LiveLine memory live = _liveLine(packed, line);
        LineRecord memory record = _lineRecords[line];
        state.holder = live.terms.holder;
        // Safe: times are below 2^40.
        state.ends = uint40(live.terms.ends);
        state.suspended = _willPause(line);
        state.agreed = record.agreed;
        if (block.timestamp < _lapseOf(packed, record.noticeUntil)) {
            state.remedy = record.remedy;
            state.noticeUntil = record.noticeUntil;
        }
        if (record.price == 0) return state;
        state.price = record.price;
        state.priceCurrency = packed.currency(record.currency);
        state.priceFrom = record.priceFrom;
    }

    /// @inheritdoc IProgramExits
    function lineEarns(uint256 line, uint256 time) external view returns (bool earns) {
        return _isEarning(_liveLine(_terms(), line), time);
    }
}
