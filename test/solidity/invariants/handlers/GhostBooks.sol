// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DealTerms } from "./DealTerms.sol";
import { IDeployedProgram } from "../../support/IDeployedProgram.sol";
import { Vm } from "../../support/Vm.sol";
import { DisputeState, ShownSale } from "../../../../contracts/interfaces/Types.sol";
import { IProgramHistory } from "../../../../contracts/interfaces/IProgramHistory.sol";
import { ETHER } from "../../../../contracts/libraries/Constants.sol";
import { BOUNDS_GAS } from "../../support/GasBounds.sol";

/// @dev What the handlers know of the programs without asking them, each in ETH and USDC. Everything is worked out anew from
/// the terms and from what was done, in the plainest way: no packed words, no running sums, no segments numbered in order.
abstract contract GhostBooks is DealTerms {
    struct GhostLine {
        address party;
        uint256 partner;
        uint256 role;
        uint256 stage;
        /// Exact (1e12 = 100 %), to be divided by `parts`, of which 0 stands for 1.
        uint256 rate;
        uint256 parts;
        uint256 weight;
        uint256 amount;
        uint256 reversed;
        bool isRaised;
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
        DisputeState state;
        uint256 deadline;
        uint256 place;
        uint64 tag;
        /// Whether it counts for somebody.
        bool counts;
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

    /// @dev Who decides the sales from a batch on.
    struct GhostArbiter {
        address holder;
        uint256 first;
    }

    struct GhostPayout {
        address wallet;
        uint256 withholding;
        address recovery;
        address nextRecovery;
        uint256 recoveryAt;
        address moveTo;
        uint256 moveAt;
        uint256 moveUntil;
        bool recovers;
    }

    uint256 internal constant LAST_TIME = START + 12 * 365 days;

    IDeployedProgram[PROGRAMS] public programs;

    /// @dev How often each of the ten rules was seen broken, and where last; how often each action was done.
    uint256[11] public violations;
    string public lastViolation;
    mapping(string action => uint256 times) public done;

    /// @dev What came in less what went out, what of it is for what, and what waits uncounted.
    uint256[CURRENCIES][PROGRAMS] public ghostOwed;
    uint256[CURRENCIES][PROGRAMS] public ghostFunds;
    /// @dev What backs promises, all of it; by line; and what backs milestones: all that was added less what was withdrawn, and all
    /// that was reached.
    uint256[CURRENCIES][PROGRAMS] public ghostReserve;
    mapping(uint256 program => mapping(uint256 currency => mapping(uint256 line => uint256 amount)))
        internal _lineReserve;
    uint256[CURRENCIES] internal _potFunded;
    uint256[CURRENCIES] internal _potOwed;
    uint256[CURRENCIES][PROGRAMS] public ghostFrozen;
    uint256[CURRENCIES][PROGRAMS] public ghostOffered;
    uint256[CURRENCIES][PROGRAMS] public ghostWaiting;
    uint256[CURRENCIES][PROGRAMS] public ghostDonated;
    /// @dev What sales set aside for standing lines and the residual, less what was settled of it.
    uint256[CURRENCIES][PROGRAMS] public ghostUnsettled;

    /// @dev What a party is to get, held or locked: credits less reversals, settled lines and residual, refunds, prices,
    /// milestones, what is withheld for it; and what it got.
    mapping(uint256 program => mapping(uint256 currency => mapping(address party => uint256 amount))) public ghostDue;
    mapping(uint256 program => mapping(uint256 currency => mapping(address party => uint256 amount))) public ghostPaid;
    mapping(uint256 program => mapping(uint256 currency => mapping(address party => uint256 amount)))
        public ghostWithheld;
    mapping(uint256 program => mapping(uint256 currency => mapping(address party => uint256 amount)))
        internal _lastLocked;

    /// @dev The part of `ghostDue` that is credits less reversals, by their periods, and the sales they are of.
    mapping(bytes32 programCurrencyPartyPeriod => uint256 amount) private _creditsIn;
    mapping(bytes32 programCurrencyPartyPeriod => uint256 count) private _salesIn;

    /// @dev What a party got of sales that were disputed until they had locked: no credit, but it counts towards tiers.
    mapping(uint256 program => mapping(uint256 currency => mapping(address party => uint256 amount))) internal _lateIn;

    /// @dev Those that came after the first, rising.
    GhostArbiter[][PROGRAMS] internal _laterArbiters;
    address internal _firstArbiter;

    GhostSale[] internal _ghostSales;
    mapping(uint256 sale => GhostLine[] lines) internal _ghostLines;

    /// @dev Who disputed a sale, in order.
    mapping(uint256 sale => uint256[] partners) internal _disputantsOf;
    mapping(uint256 program => mapping(uint256 number => mapping(uint256 period => uint256 count)))
        internal _disputesBy;

    /// @dev How many batches were posted when a partner was enrolled.
    mapping(uint256 program => mapping(uint256 number => uint256 batches)) internal _enrolledAfter;

    GhostPayment[] internal _ghostPayments;

    /// @dev Sales by their ids, in the order in which they were posted.
    mapping(uint256 program => mapping(bytes32 id => uint256[] sales)) internal _salesWith;

    address[] internal _wallets;
    mapping(uint256 number => uint256 referrer) internal _referrers;
    mapping(uint256 program => mapping(uint256 number => bool active)) internal _isActive;
    mapping(uint256 program => mapping(uint256 number => bool left)) internal _hasLeft;
    mapping(uint256 program => mapping(uint256 number => bool accepted)) internal _hasAccepted;
    mapping(uint256 program => uint256 count) internal _activeCount;
    mapping(uint256 program => mapping(address party => GhostPayout payout)) internal _ghostPayouts;

    uint256 internal _nextId;
    uint256 public lastProgram;

    /* CREDITS */

    function _addCredit(uint256 p, uint256 c, uint256 period, address party, uint256 amount) internal {
        ghostDue[p][c][party] += amount;
        if (_holdOf(p) == 0 && _mustAccept(p, party)) _apart[p][c][party] += amount;
        _creditsIn[_creditKey(p, c, party, period)] += amount;
    }

    function _subCredit(uint256 p, uint256 c, uint256 period, address party, uint256 amount) internal {
        ghostDue[p][c][party] -= amount;
        _creditsIn[_creditKey(p, c, party, period)] -= amount;
    }

    /// @param counts Whether the sale that it is of counts for anybody.
    function _addLate(uint256 p, uint256 c, address party, uint256 amount, bool counts) internal {
        ghostDue[p][c][party] += amount;
        if (counts) _lateIn[p][c][party] += amount;
    }

    /// @dev Counts a sale, or no more, once for each partner with a line of its own, not a referrer's or a pool's.
    function _countGhostSale(uint256 index, bool more) internal {
        GhostSale storage sale = _ghostSales[index];
        GhostLine[] storage lines = _ghostLines[index];
        for (uint256 i = 0; sale.counts && i < lines.length; ++i) {
            if (!_isFirst(lines, i)) continue;
            uint256 period = _ghostPeriod(sale.postedAt);
            bytes32 key = _creditKey(sale.program, sale.currency, lines[i].party, period);
            if (more) ++_salesIn[key];
            else --_salesIn[key];
        }
    }

    /// @dev Whether a sale counts for anybody: one below the least that the deal names does not.
    function _countsAny(uint256 index) internal view returns (bool) {
        GhostSale storage sale = _ghostSales[index];
        if (sale.program == DEAL && sale.amount < _each(50)[sale.currency]) return false;
        GhostLine[] storage lines = _ghostLines[index];
        for (uint256 i = 0; i < lines.length; ++i) {
            if (_isFirst(lines, i)) return true;
        }
        return false;
    }

    function _isFirst(GhostLine[] storage lines, uint256 i) private view returns (bool) {
        if (lines[i].stage == 2 || lines[i].partner > 1000) return false;
        for (uint256 j = 0; j < i; ++j) {
            if (lines[j].partner == lines[i].partner && lines[j].stage != 2) return false;
        }
        return true;
    }

    function _creditKey(uint256 p, uint256 c, address party, uint256 period) private pure returns (bytes32) {
        return keccak256(abi.encode(p, c, party, period));
    }

    /// @dev A party's credits, and its sales, of periods from `first` on and before `last`.
    function _creditsOf(
        uint256 p,
        uint256 c,
        address party,
        uint256 first,
        uint256 last
    ) internal view returns (uint256 amount, uint256 sales) {
        for (uint256 period = first; period < last; ++period) {
            bytes32 key = _creditKey(p, c, party, period);
            amount += _creditsIn[key];
            sales += _salesIn[key];
        }
    }

    /// @dev What of a party's credits is held. Without hold nothing is.
    function _ghostHeld(uint256 p, uint256 c, address party) internal view returns (uint256 amount) {
        if (_holdOf(p) == 0) return 0;
        (amount, ) = _creditsOf(p, c, party, _lockedPeriods(p), _ghostPeriod(block.timestamp) + 1);
    }

    /// @dev What a claim of a party would pay.
    function _ghostClaimable(uint256 p, uint256 c, address party) internal view returns (uint256 amount) {
        amount = ghostDue[p][c][party] - ghostPaid[p][c][party] - _ghostHeld(p, c, party) - _apart[p][c][party];
        if (_holdOf(p) == 0 || !_mustAccept(p, party)) return amount;
        (uint256 waiting, ) = _creditsOf(p, c, party, _paidUntil[p][c][party], _lockedPeriods(p));
        amount -= waiting;
    }

    /// @dev The first period whose credits a partner was not paid before it returned, without having accepted the terms.
    mapping(uint256 program => mapping(uint256 currency => mapping(address party => uint256 period)))
        private _paidUntil;

    /// @dev Without hold: what a partner was credited before it accepted or left, which waits in a place of its own.
    mapping(uint256 program => mapping(uint256 currency => mapping(address party => uint256 amount))) private _apart;

    function _joinApart(uint256 p, address party) internal {
        for (uint256 c = 0; c < CURRENCIES; ++c) delete _apart[p][c][party];
    }

    function _asksAcceptance(uint256 p) internal pure returns (bool) {
        return p == DEAL || p == 0;
    }

    /// @dev Whether a partner has yet to accept the terms, where they ask for it, or leave.
    function _mustAccept(uint256 p, address party) private view returns (bool) {
        uint256 number = _numberOf(party);
        return _asksAcceptance(p) && number > 0 && !_hasAccepted[p][number] && !_hasLeft[p][number];
    }

    /* PARTIES */

    function _numberOf(address party) internal view returns (uint256) {
        for (uint256 i = 0; i < _wallets.length; ++i) if (_wallets[i] == party) return i + 1;
        return 0;
    }

    /// @dev Partners, the customer, the treasury, the holders of lines, the tax account and pools.
    function _party(uint256 who) internal view returns (address) {
        who = who % _partyCount();
        if (who < _wallets.length) return _wallets[who];
        who -= _wallets.length;
        if (who >= 8) return _poolHolder(who - 8);
        return [customer, treasury, moderators, tech, agency, investor, creator, taxAccount][who];
    }

    function _partyCount() internal view returns (uint256) {
        return _wallets.length + 12;
    }

    /// @dev Who decides a sale: the arbiter in whose time it was posted.
    function _arbiterOf(uint256 p, uint256 place) internal view returns (address) {
        GhostArbiter[] storage later = _laterArbiters[p];
        for (uint256 i = later.length; i > 0; --i) if (place >> 16 >= later[i - 1].first) return later[i - 1].holder;
        return _firstArbiter;
    }

    /// @dev Where a party is paid.
    function _walletOf(uint256 p, address party) internal view returns (address wallet) {
        wallet = _ghostPayouts[p][party].wallet;
        if (wallet == address(0)) wallet = party;
    }

    /// @dev Whether the first partner's contract takes ETH, which it does in the end alone.
    bool internal _acceptsEther;

    /// @dev The first partner is a contract that refuses ETH, unless it has moved.
    function _refusesEther(uint256 p, uint256 c, address party) internal view returns (bool) {
        return c == ETH && _walletOf(p, party) == _wallets[0] && !_acceptsEther;
    }

    /// @dev What of a payment the party gets itself.
    function _netOf(uint256 p, address party, uint256 amount) internal view returns (uint256) {
        return amount - (amount * _ghostPayouts[p][party].withholding) / 1e6;
    }

    function _paid(uint256 p, uint256 c, address party, uint256 amount) internal {
        uint256 net = _netOf(p, party, amount);
        ghostPaid[p][c][party] += amount;
        ghostOwed[p][c] -= net;
        if (!_mustAccept(p, party)) _paidUntil[p][c][party] = _lockedPeriods(p);
        if (net == amount) return;
        ghostDue[p][c][taxAccount] += amount - net;
        ghostWithheld[p][c][party] += amount - net;
        _did("withhold");
    }

    /* TIME */

    function _holdOf(uint256 p) internal pure returns (uint256) {
        return p == DEAL ? 1 : p;
    }

    function _ghostPeriod(uint256 time) internal pure returns (uint256) {
        return (time - START) / PERIOD;
    }

    function _nextPeriodStart() internal view returns (uint256) {
        return START + (_ghostPeriod(block.timestamp) + 1) * PERIOD;
    }

    /// @dev How many periods are locked, or of a program without hold over.
    function _lockedPeriods(uint256 p) internal view returns (uint256) {
        uint256 current = _ghostPeriod(block.timestamp);
        return current > _holdOf(p) ? current - _holdOf(p) : 0;
    }

    /// @dev When the lines of a sale posted at `time` lock.
    function _lockOf(uint256 p, uint256 time) internal pure returns (uint256) {
        if (_holdOf(p) == 0) return time;
        return START + (_ghostPeriod(time) + 1 + _holdOf(p)) * PERIOD;
    }

    /* SHOWN SALES */

    function _shownSale(GhostSale storage sale) internal view returns (ShownSale memory) {
        return _shownAt(programs[sale.program], sale.place >> 16, sale.place & 0xFFFF);
    }

    /* CALLS AND CHECKS */

    /// @dev Calls a program as someone, measuring that the gas stays under what the action may take at most.
    function _act(address who, uint256 p, uint256 most, bytes memory data) internal returns (bool success) {
        (success, ) = _ask(who, p, most, data);
    }

    function _ask(
        address who,
        uint256 p,
        uint256 most,
        bytes memory data
    ) internal returns (bool success, uint256 answer) {
        bytes memory result;
        uint256 history = programs[p].history();
        vm.recordLogs();
        vm.prank(who);
        uint256 before = gasleft();
        (success, result) = address(programs[p]).call(data);
        _check(9, before - gasleft() < most || !BOUNDS_GAS, "a call took too much gas");
        if (success && result.length == 32) answer = abi.decode(result, (uint256));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        if (success) _keep(programs[p], logs);
        _checkHistory(p, history, success, logs);
    }

    /// @dev The history is the one before, or that with the logs of this call, which may fold them one after the other.
    function _checkHistory(uint256 p, uint256 before, bool success, Vm.Log[] memory logs) private {
        bytes memory hashes = "";
        uint256 expected = before;
        for (uint256 i = 0; success && i < logs.length; ++i) {
            if (logs[i].emitter != address(programs[p])) continue;
            if (logs[i].topics[0] == IProgramHistory.Folded.selector) {
                _check(4, abi.decode(logs[i].data, (uint256)) == expected, "a fold follows another word");
                expected = _folded(expected, hashes);
                hashes = "";
                _did("fold");
            } else hashes = bytes.concat(hashes, keccak256(abi.encodePacked(logs[i].topics, logs[i].data)));
        }
        _check(4, programs[p].history() == expected, "the history is another than what was told");
    }

    function _folded(uint256 before, bytes memory hashes) private view returns (uint256) {
        bytes32 hash = keccak256(
            abi.encode(before, block.number, block.timestamp, hashes.length / 32, keccak256(hashes))
        );
        return (uint256(hash) << 40) | block.number;
    }

    function _check(uint256 rule, bool holds, string memory what) internal {
        if (holds) return;
        ++violations[rule];
        lastViolation = what;
    }

    /// @dev Notes that an action was done, or refused as it must be.
    function _did(string memory action) internal {
        ++done[action];
    }

    function _currency(uint256 c) internal view returns (address) {
        return c == ETH ? ETHER : address(usdc);
    }

    function _balanceOf(uint256 c, address account) internal view returns (uint256) {
        return c == ETH ? account.balance : usdc.balanceOf(account);
    }
}
