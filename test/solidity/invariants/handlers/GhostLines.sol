// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GhostTerms } from "./GhostTerms.sol";
import { Clauses, StandingLine } from "../../../../contracts/interfaces/TermsTypes.sol";
import { Remedy } from "../../../../contracts/interfaces/Types.sol";
import { NEVER, PER_YEAR } from "../../../../contracts/libraries/Constants.sol";

/// @dev Revenue by stretches of time in which no standing rate changes, and what standing lines earn of it.
abstract contract GhostLines is GhostTerms {
    /// @dev From a time on a line is suspended, or not; the last entry that has begun counts.
    struct Pause {
        uint256 from;
        bool suspended;
    }

    struct Exit {
        uint256 ends;
        bool byOperator;
        bool byHolder;
        Remedy remedy;
        uint256 until;
        uint256 price;
        uint256 priceFrom;
        uint256 currency;
    }

    uint256 internal constant YEARS_TURNED = 25;

    mapping(bytes32 programCurrencyKindStart => uint256 amount) internal _revenue;
    mapping(bytes32 programCurrencyKindStart => uint256 amount) internal _setAsideIn;
    mapping(uint256 program => mapping(uint256 start => bool known)) internal _known;
    mapping(uint256 program => uint256[] starts) internal _starts;

    mapping(uint256 program => mapping(uint256 line => Exit exit)) internal _exits;
    mapping(uint256 program => mapping(uint256 line => Pause[] pauses)) internal _pauses;

    /// @dev What was settled of lines that are not conditional.
    mapping(uint256 program => mapping(uint256 currency => mapping(uint256 line => uint256 amount)))
        internal _lineSettled;

    /* STRETCHES */

    /// @dev The latest of: the period's start, and every time at which some standing line starts, ends or turns a year.
    function _stretchOf(uint256 p, uint256 time) internal view returns (uint256 start) {
        start = START + _ghostPeriod(time) * PERIOD;
        for (uint256 i = 0; i < _termsOf[p].standing.length; ++i) {
            StandingLine storage line = _termsOf[p].standing[i];
            if (line.ends != 0 && line.ends <= time) start = _later(start, line.ends);
            if (line.starts > time) continue;
            uint256 year = (time - line.starts) / 365 days;
            uint256 last = _turnsOf(line) - 1;
            uint256 turn = line.starts + (year < last ? year : last) * 365 days;
            if (line.ends == 0 || turn < line.ends) start = _later(start, turn);
        }
    }

    /// @dev When the stretch that begins at `time` is over.
    function _nextStretch(uint256 p, uint256 time) internal view returns (uint256 next) {
        next = START + (_ghostPeriod(time) + 1) * PERIOD;
        for (uint256 i = 0; i < _termsOf[p].standing.length; ++i) {
            StandingLine storage line = _termsOf[p].standing[i];
            if (line.ends > time && line.ends < next) next = line.ends;
            uint256 turn = line.starts;
            if (turn <= time) {
                uint256 year = (time - line.starts) / 365 days + 1;
                if (year >= _turnsOf(line)) continue;
                turn += year * 365 days;
            }
            if (turn < next && (line.ends == 0 || turn < line.ends)) next = turn;
        }
    }

    /// @dev How many years of a line begin with a new stretch.
    function _turnsOf(StandingLine storage line) private view returns (uint256 turns) {
        turns = line.rates.length;
        bool yearly = line.clauses.capPer == PER_YEAR || line.clauses.thresholdPer == PER_YEAR;
        if (yearly && turns < YEARS_TURNED) turns = YEARS_TURNED;
    }

    function _later(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }

    /* REVENUE */

    function _addGhostRevenue(uint256 p, uint256 c, uint256 kind, uint256 revenue, uint256 setAside) internal {
        uint256 start = _stretchOf(p, block.timestamp);
        if (!_known[p][start]) {
            _known[p][start] = true;
            _starts[p].push(start);
        }
        _revenue[_key(p, c, kind, start)] += revenue;
        _setAsideIn[_key(p, c, kind, start)] += setAside;
        ghostUnsettled[p][c] += setAside;
    }

    function _key(uint256 p, uint256 c, uint256 kind, uint256 start) internal pure returns (bytes32) {
        return keccak256(abi.encode(p, c, kind, start));
    }

    /// @dev Revenue of some kinds in one period.
    function _periodRevenue(uint256 p, uint256 c, uint256 period, uint256 kinds) internal view returns (uint256 sum) {
        uint256[] storage starts = _starts[p];
        for (uint256 i = 0; i < starts.length; ++i) {
            if (_ghostPeriod(starts[i]) == period) sum += _stretchRevenue(p, c, starts[i], kinds);
        }
    }

    function _stretchRevenue(uint256 p, uint256 c, uint256 start, uint256 kinds) internal view returns (uint256 sum) {
        for (uint256 kind = 0; kinds >> kind != 0; ++kind) {
            if ((kinds >> kind) & 1 == 1) sum += _revenue[_key(p, c, kind, start)];
        }
    }

    /* LINES */

    /// @dev The rate of a standing line at a time by its terms alone: what sales set aside.
    function _lineRate(StandingLine storage line, uint256 time) private view returns (uint256) {
        if (time < line.starts || (line.ends != 0 && time >= line.ends)) return 0;
        uint256 year = (time - line.starts) / 365 days;
        return line.rates[year < line.rates.length ? year : line.rates.length - 1];
    }

    function _standingRate(uint256 p, uint256 kind, uint256 time) internal view returns (uint256 sum) {
        for (uint256 i = 0; i < _termsOf[p].standing.length; ++i) {
            StandingLine storage line = _termsOf[p].standing[i];
            if ((_kindsOf(p, i) >> kind) & 1 == 1) sum += _lineRate(line, time);
        }
    }

    /// @dev The rate that a line earns: none where it was ended or suspended.
    function _earnedRate(uint256 p, uint256 line, uint256 time) internal view returns (uint256) {
        return _runs(p, line, time) ? _lineRate(_termsOf[p].standing[line], time) : 0;
    }

    /// @dev Whether a line has started, has not ended and is not suspended.
    function _runs(uint256 p, uint256 line, uint256 time) internal view returns (bool) {
        uint256 ends = _endOf(p, line);
        if (time < _termsOf[p].standing[line].starts || (ends != 0 && time >= ends)) return false;
        return !_suspendedAt(p, line, time);
    }

    function _suspendedAt(uint256 p, uint256 line, uint256 time) internal view returns (bool) {
        Pause[] storage pauses = _pauses[p][line];
        for (uint256 i = pauses.length; i > 0; --i) {
            if (pauses[i - 1].from <= time) return pauses[i - 1].suspended;
        }
        return false;
    }

    /// @dev When a line ends, by its terms or before; 0 never.
    function _endOf(uint256 p, uint256 line) internal view returns (uint256 ends) {
        ends = _termsOf[p].standing[line].ends;
        uint256 exit = _exits[p][line].ends;
        if (exit != 0 && (ends == 0 || exit < ends)) ends = exit;
    }

    /// @dev Whether a line is settled together with the residual.
    function _isConditional(uint256 p, uint256 line) internal view returns (bool) {
        Clauses storage clauses = _termsOf[p].standing[line].clauses;
        bool limited = clauses.capPer != NEVER || clauses.thresholdPer != NEVER;
        return limited || clauses.fee.length > 0 || clauses.minimum.length > 0;
    }

    /// @dev Its rate of each kind's revenue in a stretch.
    function _plainEarnings(uint256 p, uint256 c, uint256 line, uint256 start) internal view returns (uint256 sum) {
        uint256 rate = _earnedRate(p, line, start);
        if (rate == 0) return 0;
        uint256 kinds = _kindsOf(p, line);
        for (uint256 kind = 0; kinds >> kind != 0; ++kind) {
            if ((kinds >> kind) & 1 == 1) sum += (_revenue[_key(p, c, kind, start)] * rate) / 1e6;
        }
    }

    /// @dev The same over periods from `first` on and before `last`.
    function _plainEarningsIn(
        uint256 p,
        uint256 c,
        uint256 line,
        uint256 first,
        uint256 last
    ) internal view returns (uint256 sum) {
        uint256[] storage starts = _starts[p];
        for (uint256 i = 0; i < starts.length; ++i) {
            uint256 period = _ghostPeriod(starts[i]);
            if (period >= first && period < last) sum += _plainEarnings(p, c, line, starts[i]);
        }
    }

    /// @dev What a line that is not conditional has earned and locked and is not settled.
    function _plainLocked(uint256 p, uint256 c, uint256 line) internal view returns (uint256) {
        uint256 last = _lockedPeriods(p) + (_holdOf(p) == 0 ? 1 : 0);
        return _plainEarningsIn(p, c, line, 0, last) - _lineSettled[p][c][line];
    }
}
