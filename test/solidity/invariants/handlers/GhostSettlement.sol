// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GhostLines } from "./GhostLines.sol";
import { Clauses } from "../../../../contracts/interfaces/TermsTypes.sol";
import { NEVER, PER_YEAR } from "../../../../contracts/libraries/Constants.sol";

/// @dev The residual, and conditional lines: shared stretch by stretch, guaranteed period by period.
abstract contract GhostSettlement is GhostLines {
    /// @dev Settling one conditional line settles 64 stretches, or what is this much work.
    uint256 private constant MOST_WORK = 30_000;

    mapping(uint256 program => mapping(uint256 currency => uint256 stretches)) private _settledTo;

    /// @dev Residual of stretches of a period that is not settled in whole.
    mapping(uint256 program => mapping(uint256 currency => uint256 amount)) private _rest;

    /// @dev Of conditional lines: in all, in a period, towards a cap or a threshold in a year, and owed for want of money.
    mapping(uint256 program => mapping(uint256 currency => mapping(uint256 line => uint256 amount)))
        internal _settledSum;
    mapping(uint256 program => mapping(uint256 currency => mapping(uint256 line => uint256 amount))) internal _arrears;
    mapping(bytes32 programCurrencyLinePeriod => uint256 amount) private _earnedIn;
    mapping(bytes32 programCurrencyLineYear => uint256 amount) private _towardsCap;
    mapping(bytes32 programCurrencyLineYear => uint256 amount) private _towardsThreshold;

    /* SETTLING */

    /// @return amount What at most `steps` locked stretches bring the treasury.
    function _settleUpTo(uint256 p, uint256 c, uint256 steps) internal returns (uint256 amount) {
        uint256 before = ghostDue[p][c][treasury];
        uint256 locked = START + _lockedPeriods(p) * PERIOD;
        while (steps > 0 && _settledTime(p, c) < locked) {
            _settleNext(p, c);
            --steps;
        }
        amount = ghostDue[p][c][treasury] - before;
    }

    /// @dev The start of the first stretch that is not settled.
    function _settledTime(uint256 p, uint256 c) internal view returns (uint256 time) {
        time = _settledTo[p][c];
        if (time == 0) time = START;
    }

    function _settleNext(uint256 p, uint256 c) private {
        uint256 start = _settledTime(p, c);
        uint256 next = _nextStretch(p, start);
        uint256 rest = _known[p][start] ? _shareStretch(p, c, start) : 0;
        _settledTo[p][c] = next;
        _rest[p][c] += rest;
        if (_ghostPeriod(next) == _ghostPeriod(start)) return;
        _guarantee(p, c, _ghostPeriod(start));
        _toTreasury(p, c, _rest[p][c]);
        _rest[p][c] = 0;
    }

    /// @return rest What no line earns.
    function _shareStretch(uint256 p, uint256 c, uint256 start) private returns (uint256 rest) {
        uint256 sum = 0;
        for (uint256 kind = 0; kind < _termsOf[p].kinds.length; ++kind) rest += _setAsideIn[_key(p, c, kind, start)];
        for (uint256 line = 0; line < _termsOf[p].standing.length; ++line) {
            if (!_isConditional(p, line)) {
                sum += _plainEarnings(p, c, line, start);
                continue;
            }
            uint256 earned = _clauseEarnings(p, c, line, start);
            _earnedIn[_lineKey(p, c, line, _ghostPeriod(start))] += earned;
            _toHolder(p, c, line, earned);
            sum += earned;
        }
        _check(2, sum <= rest, "standing lines earn more than sales setAside");
        rest = sum <= rest ? rest - sum : 0;
    }

    /// @dev Beyond the threshold, and up to the cap.
    function _clauseEarnings(uint256 p, uint256 c, uint256 line, uint256 start) private returns (uint256 earned) {
        if (!_runs(p, line, start)) return 0;
        Clauses storage clauses = _termsOf[p].standing[line].clauses;
        earned = _plainEarnings(p, c, line, start);
        if (_amountIn(clauses.threshold, c) > 0) {
            bytes32 key = _yearKey(p, c, line, clauses.thresholdPer, start);
            uint256 before = _beyond(_towardsThreshold[key], _amountIn(clauses.threshold, c));
            _towardsThreshold[key] += _stretchRevenue(p, c, start, _kindsOf(p, line));
            if (_towardsThreshold[key] > _amountIn(clauses.threshold, c)) _did("threshold");
            uint256 more = _beyond(_towardsThreshold[key], _amountIn(clauses.threshold, c)) - before;
            earned = (more * _earnedRate(p, line, start)) / 1e6;
        }
        if (_amountIn(clauses.cap, c) > 0) {
            bytes32 key = _yearKey(p, c, line, clauses.capPer, start);
            uint256 left = _amountIn(clauses.cap, c) - _towardsCap[key];
            if (earned > left) _did("cap");
            if (earned > left) earned = left;
            _towardsCap[key] += earned;
        }
    }

    function _beyond(uint256 sum, uint256 threshold) private pure returns (uint256) {
        return sum > threshold ? sum - threshold : 0;
    }

    /* GUARANTEES */

    /// @dev Line by line: out of the residual what was owed before and what is due; out of the line's own reserve what is left of it.
    function _guarantee(uint256 p, uint256 c, uint256 period) private {
        for (uint256 line = 0; line < _termsOf[p].standing.length; ++line) {
            uint256 due = _dueOf(p, c, line, period);
            _earnedIn[_lineKey(p, c, line, period)] += due;
            uint256 owed = _arrears[p][c][line] + due;
            if (owed == 0) continue;
            uint256 paid = _smaller(owed, _rest[p][c]);
            _rest[p][c] -= paid;
            uint256 reserved = _smaller(owed - paid, _lineReserve[p][c][line]);
            _lineReserve[p][c][line] -= reserved;
            ghostReserve[p][c] -= reserved;
            ghostUnsettled[p][c] += reserved;
            _arrears[p][c][line] = owed - paid - reserved;
            _toHolder(p, c, line, paid + reserved);
            if (paid > 0) _did("guarantee from the residual");
            if (reserved > 0) _did("guarantee from the reserve");
            if (owed > paid + reserved) _did("arrears");
        }
    }

    function _dueOf(uint256 p, uint256 c, uint256 line, uint256 period) private view returns (uint256) {
        Clauses storage clauses = _termsOf[p].standing[line].clauses;
        if (!_runs(p, line, START + period * PERIOD)) return 0;
        uint256 fee = _amountIn(clauses.fee, c);
        uint256 least = _amountIn(clauses.minimum, c);
        uint256 earned = _earnedIn[_lineKey(p, c, line, period)] + fee;
        return earned < least ? fee + least - earned : fee;
    }

    /// @dev A line's new reserve pays what the line was owed before.
    function _payArrears(uint256 p, uint256 c, uint256 line) internal {
        uint256 paid = _smaller(_arrears[p][c][line], _lineReserve[p][c][line]);
        if (paid == 0) return;
        _arrears[p][c][line] -= paid;
        _lineReserve[p][c][line] -= paid;
        ghostReserve[p][c] -= paid;
        ghostUnsettled[p][c] += paid;
        _toHolder(p, c, line, paid);
        _did("arrears paid");
    }

    /* READING */

    /// @dev What a line's last twelve periods earned: settled ones of a conditional line, else locked ones.
    function _lastTwelve(uint256 p, uint256 c, uint256 line) internal view returns (uint256 sum) {
        bool conditional = _isConditional(p, line);
        uint256 last = conditional ? _ghostPeriod(_settledTime(p, c)) : _lockedPeriods(p);
        uint256 first = last > 12 ? last - 12 : 0;
        if (!conditional) return _plainEarningsIn(p, c, line, first, last);
        for (uint256 period = first; period < last; ++period) sum += _earnedIn[_lineKey(p, c, line, period)];
    }

    function _mostSteps(uint256 p) internal view returns (uint256 most) {
        uint256 lines = _termsOf[p].standing.length;
        uint256 clauses = 0;
        for (uint256 i = 0; i < lines; ++i) {
            if (_isConditional(p, i) || _termsOf[p].standing[i].clauses.buyout > 0) ++clauses;
        }
        most = MOST_WORK / (lines * (1 + _termsOf[p].kinds.length) + 100 * clauses);
        if (most > 64) most = 64;
    }

    function _toHolder(uint256 p, uint256 c, uint256 line, uint256 amount) private {
        ghostDue[p][c][_termsOf[p].standing[line].holder] += amount;
        _settledSum[p][c][line] += amount;
        ghostUnsettled[p][c] -= amount;
    }

    function _toTreasury(uint256 p, uint256 c, uint256 amount) private {
        ghostDue[p][c][treasury] += amount;
        ghostUnsettled[p][c] -= amount;
    }

    function _lineKey(uint256 p, uint256 c, uint256 line, uint256 period) private pure returns (bytes32) {
        return keccak256(abi.encode(p, c, line, period));
    }

    /// @dev All of a life is year 0.
    function _yearKey(uint256 p, uint256 c, uint256 line, uint256 per, uint256 time) private view returns (bytes32) {
        if (per != PER_YEAR) return _lineKey(p, c, line, 0);
        return _lineKey(p, c, line, (time - _termsOf[p].standing[line].starts) / 365 days);
    }

    function _smaller(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
