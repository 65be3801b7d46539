// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../../Base.t.sol";
import { IDeployedProgram } from "../../support/IDeployedProgram.sol";
import { Role, StandingLine, Terms } from "../../../../contracts/interfaces/Types.sol";
import { ETHER, NOT_PAID } from "../../../../contracts/libraries/Constants.sol";

/// @dev What the handlers know of three programs without asking them: hold 0, 1 and 2, each in ETH and USDC. Everything is
/// worked out anew from the terms and from what was done, in the plainest way: no packed words, no running sums, no segments
/// numbered in order.
abstract contract GhostBooks is Base {
    struct GhostLine {
        address party;
        uint256 amount;
        uint256 reversed;
    }

    struct GhostSale {
        uint256 program;
        uint256 currency;
        bytes32 id;
        uint256 kind;
        uint256 amount;
        uint256 refunded;
        uint256 postedAt;
        address payer;
        bytes32 linesHash;
    }

    struct GhostPayment {
        uint256 program;
        uint256 currency;
        bytes32 id;
        uint256 kind;
        uint256 amount;
        address payer;
        uint256 paidAt;
        bool used;
    }

    uint256 internal constant PROGRAMS = 3;
    uint256 internal constant CURRENCIES = 2;
    uint256 internal constant LAST_TIME = START + 12 * 365 days;

    IDeployedProgram[PROGRAMS] public programs;
    Terms[PROGRAMS] internal _termsOf;
    bytes32[PROGRAMS] internal _hashes;

    /// @dev How often each of the ten rules was seen broken, and where last.
    uint256[11] public violations;
    string public lastViolation;

    /// @dev What came in and went out, and what waits uncounted.
    uint256[CURRENCIES][PROGRAMS] public ghostOwed;
    uint256[CURRENCIES][PROGRAMS] public ghostFunds;
    uint256[CURRENCIES][PROGRAMS] public ghostDonated;

    /// @dev What a party is to get in the end: credits less reversals, refunds, released payments.
    mapping(uint256 program => mapping(uint256 currency => mapping(address party => uint256 amount))) public ghostDue;
    mapping(uint256 program => mapping(uint256 currency => mapping(address party => uint256 amount))) public ghostPaid;
    mapping(uint256 program => mapping(uint256 currency => mapping(address party => uint256 amount)))
        internal _lastLocked;

    /// @dev Revenue and what it brought, by the start of the stretch in which no rate changes.
    mapping(bytes32 programCurrencyKindStart => uint256 amount) internal _revenue;
    mapping(bytes32 programCurrencyKindStart => uint256 amount) internal _brought;
    mapping(uint256 program => mapping(uint256 start => bool known)) private _known;
    mapping(uint256 program => uint256[] starts) internal _starts;

    GhostSale[] internal _ghostSales;
    mapping(uint256 sale => GhostLine[] lines) internal _ghostLines;
    GhostPayment[] internal _ghostPayments;

    /// @dev The tier of each partner by the period from which it holds.
    mapping(uint256 program => mapping(uint256 number => uint256[] periods)) internal _tierPeriods;
    mapping(uint256 program => mapping(uint256 number => mapping(uint256 period => uint256 tier))) internal _tierFrom;
    address[] internal _wallets;
    mapping(uint256 program => mapping(uint256 number => bool active)) internal _isActive;
    mapping(uint256 program => uint256 count) internal _activeCount;

    uint256 internal _nextId;
    uint256 public lastProgram;

    /* TIME */

    function _periodOf(uint256 p, uint256 time) internal view returns (uint256) {
        return (time - _termsOf[p].start) / _termsOf[p].period;
    }

    /// @dev When the lines of a sale posted at `time` lock.
    function _lockOf(uint256 p, uint256 time) internal view returns (uint256) {
        if (_termsOf[p].holdPeriods == 0) return time;
        return START + (_periodOf(p, time) + 1 + _termsOf[p].holdPeriods) * PERIOD;
    }

    /// @dev The latest of: the period's start, and every time at which some standing line starts, ends or changes its rate.
    function _stretchOf(uint256 p, uint256 time) internal view returns (uint256 start) {
        start = START + _periodOf(p, time) * PERIOD;
        for (uint256 i = 0; i < _termsOf[p].standing.length; ++i) {
            StandingLine storage line = _termsOf[p].standing[i];
            start = _later(start, line.ends, time);
            for (uint256 year = 0; year < line.rates.length; ++year) {
                uint256 turn = line.starts + year * 365 days;
                if (line.ends == 0 || turn < line.ends) start = _later(start, turn, time);
            }
        }
    }

    function _later(uint256 start, uint256 turn, uint256 time) private pure returns (uint256) {
        return turn > start && turn <= time ? turn : start;
    }

    /* REVENUE */

    function _addGhostRevenue(uint256 p, uint256 c, uint256 kind, uint256 revenue, uint256 brought) internal {
        uint256 start = _stretchOf(p, block.timestamp);
        if (!_known[p][start]) {
            _known[p][start] = true;
            _starts[p].push(start);
        }
        _revenue[_key(p, c, kind, start)] += revenue;
        _brought[_key(p, c, kind, start)] += brought;
    }

    function _key(uint256 p, uint256 c, uint256 kind, uint256 start) internal pure returns (bytes32) {
        return keccak256(abi.encode(p, c, kind, start));
    }

    /// @dev The rate of a standing line on a kind at a time.
    function _lineRate(uint256 p, uint256 index, uint256 kind, uint256 time) internal view returns (uint256) {
        StandingLine storage line = _termsOf[p].standing[index];
        bool earns = (line.kinds >> kind) & 1 == 1 && time >= line.starts && (line.ends == 0 || time < line.ends);
        if (!earns) return 0;
        uint256 year = (time - line.starts) / 365 days;
        return line.rates[year < line.rates.length ? year : line.rates.length - 1];
    }

    function _standingRate(uint256 p, uint256 kind, uint256 time) internal view returns (uint256 sum) {
        for (uint256 i = 0; i < _termsOf[p].standing.length; ++i) sum += _lineRate(p, i, kind, time);
    }

    /* RATES */

    /// @dev The rate of one credit now, or `NOT_PAID`.
    function _creditRate(
        uint256 p,
        uint256 c,
        uint256 kind,
        uint256 role,
        uint256 number
    ) internal view returns (uint256 rate) {
        Role storage terms = _termsOf[p].roles[role];
        rate = terms.rates[kind];
        if (rate == NOT_PAID) return rate;
        rate += terms.tiers[_tierOf(p, number)];
        if (terms.tenure.length > 0) {
            // Every partner joined at the start.
            uint256 year = (block.timestamp - START) / 365 days;
            rate += terms.tenure[year < terms.tenure.length ? year : terms.tenure.length - 1];
        }
        rate += _ghostBonus(terms.network.every, terms.network.add, terms.network.max, _activeCount[p]);
        uint256 period = _periodOf(p, block.timestamp);
        if (terms.volume.every > 0 && period > 0) {
            uint256 revenue = _periodRevenue(p, c, period - 1);
            // In millionths: USDC has 6 decimals, ETH 18.
            if (c == ETH) revenue /= 1e12;
            rate += _ghostBonus(terms.volume.every, terms.volume.add, terms.volume.max, revenue);
        }
        if (rate > terms.ceiling) rate = terms.ceiling;
        return (rate * _termsOf[p].commission) / 1e6;
    }

    function _ghostBonus(uint256 every, uint256 add, uint256 max, uint256 measure) private pure returns (uint256) {
        if (every == 0) return 0;
        uint256 sum = (measure / every) * add;
        return sum < max ? sum : max;
    }

    function _tierOf(uint256 p, uint256 number) private view returns (uint256 tier) {
        uint256 period = _periodOf(p, block.timestamp);
        uint256[] storage periods = _tierPeriods[p][number];
        for (uint256 i = periods.length; i > 0; --i) {
            if (periods[i - 1] <= period) return _tierFrom[p][number][periods[i - 1]];
        }
    }

    function _periodRevenue(uint256 p, uint256 c, uint256 period) private view returns (uint256 sum) {
        uint256[] storage starts = _starts[p];
        for (uint256 i = 0; i < starts.length; ++i) {
            if (_periodOf(p, starts[i]) != period) continue;
            for (uint256 kind = 0; kind < 3; ++kind) sum += _revenue[_key(p, c, kind, starts[i])];
        }
    }

    /* CHECKS */

    function _check(uint256 rule, bool holds, string memory what) internal {
        if (holds) return;
        ++violations[rule];
        lastViolation = what;
    }

    function _currency(uint256 c) internal view returns (address) {
        return c == ETH ? ETHER : address(usdc);
    }

    function _balanceOf(uint256 c, address account) internal view returns (uint256) {
        return c == ETH ? account.balance : usdc.balanceOf(account);
    }
}
