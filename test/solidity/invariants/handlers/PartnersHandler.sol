// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FOR_MILESTONES } from "../../../../contracts/libraries/Constants.sol";
import { DuplicatesHandler } from "./DuplicatesHandler.sol";
import { Graduation, Milestone } from "../../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, Progress, Status } from "../../../../contracts/interfaces/Types.sol";

/// @dev Partners come, accept, rise, reach milestones, are suspended and leave; time passes.
abstract contract PartnersHandler is DuplicatesHandler {
    uint256 private constant MOST_PARTNERS = 14;
    uint256 private constant MOST_GAS = 3_000_000;

    mapping(uint256 program => mapping(uint256 number => bool suspended)) private _isSuspended;
    mapping(uint256 program => mapping(uint256 number => uint256 score)) private _scores;
    /// @dev A milestone that waits for the reserve.
    struct Due {
        uint256 currency;
        uint256 amount;
        uint256 end;
    }

    mapping(uint256 program => mapping(uint256 number => mapping(uint256 milestone => bool reached))) private _reached;
    mapping(uint256 number => mapping(uint256 milestone => Due due)) internal _dues;

    /* ENROLLMENT */

    /// @dev The same wallet in all programs, under the same number.
    function enroll(uint256 seed) external {
        if (_wallets.length >= MOST_PARTNERS) return;
        address wallet = address(uint160(uint256(keccak256(abi.encode("partner", seed)))));
        if (_numberOf(wallet) == 0) _enrollEverywhere(wallet, seed % (_wallets.length + 1));
    }

    function _enrollEverywhere(address wallet, uint256 referrer) internal {
        uint256 number = _wallets.length + 1;
        Enrollment[] memory one = new Enrollment[](1);
        one[0] = _enrollment(wallet, "partner");
        one[0].referrer = uint24(referrer);
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            _check(9, _act(operator, p, 300_000, abi.encodeCall(programs[p].enroll, (one))), "nobody could enroll");
            (uint256 enrolled, ) = programs[p].partnerCount();
            _check(6, enrolled == number, "numbers are not in order");
            _isActive[p][number] = true;
            _enrolledAfter[p][number] = programs[p].batchCount();
            ++_activeCount[p];
        }
        _wallets.push(wallet);
        _referrers[number] = referrer;
    }

    function accept(uint256 seed, uint256 number) external {
        (uint256 p, , ) = _pick(seed);
        number = 1 + (number % _wallets.length);
        _accept(p, number, (seed >> 32) % 8 == 0 ? keccak256("other terms") : _hashes[p]);
    }

    function _accept(uint256 p, uint256 number, bytes32 hash) internal {
        bytes memory call = abi.encodeCall(programs[p].accept, (_wallets[number - 1], hash));
        bool success = _act(_walletOf(p, _wallets[number - 1]), p, MOST_GAS, call);
        _check(5, success == (hash == _hashes[p]), "other terms were accepted than those in force");
        if (!success) return;
        _hasAccepted[p][number] = true;
        _joinApart(p, _wallets[number - 1]);
        _did("accept");
    }

    /* STATUS */

    /// @dev Partners leave and return by themselves, are suspended and reinstated by the operator.
    function setStatus(uint256 seed, uint256 number) external {
        (uint256 p, , ) = _pick(seed);
        number = 1 + (number % _wallets.length);
        uint256 chosen = (seed >> 32) % 16;
        Status status = chosen < 4 || _isActive[p][number] ? Status.Suspended : Status.Active;
        if (chosen > 11) {
            // Mostly one returns that has left.
            if (chosen > 13) number = _nextWhoLeft(p, number);
            return _leaveOrReturn(p, number, chosen == 12);
        }
        bytes memory call = abi.encodeCall(programs[p].setStatus, (number, status, ""));
        bool success = _act(operator, p, MOST_GAS, call);
        if (!success) return;
        _check(5, !_hasLeft[p][number], "a partner that left came back");
        _keepActive(p, number, status == Status.Active);
        _isSuspended[p][number] = status == Status.Suspended;
        _did(status == Status.Active ? "reinstate" : "suspend");
    }

    function _nextWhoLeft(uint256 p, uint256 number) private view returns (uint256) {
        for (uint256 i = 0; i < _wallets.length && !_hasLeft[p][number]; ++i) number = 1 + (number % _wallets.length);
        return number;
    }

    function _leaveOrReturn(uint256 p, uint256 number, bool leaves) private {
        address party = _wallets[number - 1];
        bytes memory call =
            leaves
                ? abi.encodeCall(programs[p].leaveProgram, (party, "enough"))
                : abi.encodeCall(programs[p].returnToProgram, (party, ""));
        bool success = _act(_walletOf(p, party), p, MOST_GAS, call);
        _check(5, success == (_hasLeft[p][number] != leaves), "a partner left or came back twice");
        if (!success) return;
        _keepActive(p, number, !leaves && !_isSuspended[p][number]);
        _hasLeft[p][number] = leaves;
        if (leaves) _joinApart(p, party);
        _did(leaves ? "leave" : "return");
    }

    function _keepActive(uint256 p, uint256 number, bool active) private {
        if (active && !_isActive[p][number]) ++_activeCount[p];
        if (!active && _isActive[p][number]) --_activeCount[p];
        _isActive[p][number] = active;
    }

    /* TIERS */

    function setTier(uint256 seed, uint256 number) external {
        (uint256 p, , ) = _pick(seed);
        uint256 tier = (seed >> 32) % 3;
        number = 1 + (number % _wallets.length);
        bool success = _act(operator, p, MOST_GAS, abi.encodeCall(programs[p].setTier, (number, uint8(tier), "")));
        _check(5, success == tier < 2, "a tier was refused, or an unknown one set");
        if (!success) return;
        _keepTier(p, number, tier);
        _did("set tier");
    }

    function _keepTier(uint256 p, uint256 number, uint256 tier) private {
        uint256 from = _ghostPeriod(block.timestamp) + 1;
        uint256[] storage periods = _tierPeriods[p][number];
        if (periods.length == 0 || periods[periods.length - 1] != from) periods.push(from);
        _tierFrom[p][number][from] = tier;
    }

    function attest(uint256 seed, uint256 number) external {
        (uint256 p, , ) = _pick(seed);
        number = 1 + (number % _wallets.length);
        uint32 score = uint32((seed >> 32) % 12);
        bool success = _act(operator, p, MOST_GAS, abi.encodeCall(programs[p].attest, (number, score, bytes32(seed))));
        _check(5, success, "a score was refused");
        _scores[p][number] = score;
    }

    function graduate(uint256 seed, uint256 number) external {
        (uint256 p, uint256 c) = _pickDeal(seed);
        number = 1 + (number % _wallets.length);
        bool good = p == DEAL && _isActive[p][number] && _lastTier(p, number) == 0 && _hasGraduated(c, number);
        bytes memory call = abi.encodeCall(programs[p].graduate, (number, 1, _currency(c)));
        bool success = _act(stranger, p, MOST_GAS, call);
        _check(success ? 5 : 10, success == good, "a tier was reached without its criteria, or not with them");
        if (!success) return _did("graduation refused");
        _keepTier(p, number, 1);
        _did("graduate");
    }

    function _hasGraduated(uint256 c, uint256 number) private view returns (bool) {
        Graduation storage asked = _termsOf[DEAL].graduations[0];
        (uint256 earned, uint256 sales) = _progressOf(c, number);
        if (earned < _amountIn(asked.earned, c) || sales < asked.sales) return false;
        return (block.timestamp - START) / 30 days >= asked.months && _scores[DEAL][number] >= asked.score;
    }

    /// @dev What a partner has earned and sold in locked periods.
    function _progressOf(uint256 c, uint256 number) private view returns (uint256 earned, uint256 sales) {
        address party = _wallets[number - 1];
        (earned, sales) = _creditsOf(DEAL, c, party, 0, _lockedPeriods(DEAL));
        earned += _lateIn[DEAL][c][party];
    }

    /* MILESTONES */

    function reachMilestone(uint256 seed, uint256 number, uint256 which) external {
        (uint256 p, uint256 c) = _pickDeal(seed);
        number = 1 + (number % _wallets.length);
        which = which % (MILESTONES + 1);
        // One in eight is tried by someone who would choose the currency for the partner.
        address party = _wallets[number - 1];
        address caller = (seed >> 32) % 8 == 0 ? stranger : _walletOf(p, party);
        bool first = !_reached[p][number][which];
        bool good = p == DEAL && which < MILESTONES && caller != stranger && _isReached(c, number, which);
        bytes memory call = abi.encodeCall(programs[p].reachMilestone, (number, which, _currency(c)));
        bool success = _act(caller, p, MOST_GAS, call);
        _check(first ? 10 : 6, success == (good && first), "a milestone was taken down wrongly or again, or was not");
        if (!success) return _did("milestone refused");
        _reached[p][number][which] = true;
        uint256 pays = _termsOf[p].milestones[which].pays[c];
        _potOwed[c] += pays;
        _dues[number][which] = Due({ currency: c, amount: pays, end: _potOwed[c] });
        _did("milestone");
        if (_potOwed[c] <= _potFunded[c]) _takeDue(number, which);
        else _did("milestone waits");
        _checkReserve(DEAL, c, FOR_MILESTONES);
        _check(6, !_act(caller, p, MOST_GAS, call), "a milestone was taken down again");
        _did("milestone again refused");
    }

    /// @dev Anyone; once what was put in covers it and all that were reached before.
    function payMilestone(uint256 number, uint256 which) external {
        _payMilestone(1 + (number % _wallets.length), which % MILESTONES);
    }

    function _payMilestone(uint256 number, uint256 which) internal {
        Due memory due = _dues[number][which];
        bool good = due.amount > 0 && due.end <= _potFunded[due.currency];
        bool success = _act(stranger, DEAL, MOST_GAS, abi.encodeCall(programs[DEAL].payMilestone, (number, which)));
        _check(success ? 6 : 7, success == good, "a milestone was paid that is not owed or not there, or was not");
        if (!success) return;
        _takeDue(number, which);
        _did("milestone paid later");
    }

    function _takeDue(uint256 number, uint256 which) private {
        Due memory due = _dues[number][which];
        delete _dues[number][which];
        ghostReserve[DEAL][due.currency] -= due.amount;
        ghostDue[DEAL][due.currency][_wallets[number - 1]] += due.amount;
    }

    function _isReached(uint256 c, uint256 number, uint256 which) private view returns (bool) {
        Milestone storage asked = _termsOf[DEAL].milestones[which];
        if (asked.pays[c] == 0) return false;
        (uint256 earned, uint256 sales) = _progressOf(c, number);
        return sales >= asked.sales && earned >= _amountIn(asked.earned, c);
    }

    function countProgress(uint256 seed, uint256 number) external {
        (, uint256 c, ) = _pick(seed);
        number = 1 + (number % _wallets.length);
        Progress memory progress = programs[DEAL].countProgress(number, _currency(c));
        (uint256 earned, uint256 sales) = _progressOf(c, number);
        _check(2, progress.earned == earned && progress.sales == sales, "progress counted something else");
    }

    /* TIME */

    function warp(uint256 time) external {
        uint256 step = time % 8 == 0 ? (time >> 8) % 400 days : (time >> 8) % 20 days;
        if (block.timestamp + step < LAST_TIME) _warpTo(block.timestamp + step);
    }

    /// @dev To a second around a period's start or a standing line's turn.
    function warpToBoundary(uint256 seed) external {
        uint256 period = (block.timestamp - START) / PERIOD + 1 + (seed % 2);
        uint256 time = START + period * PERIOD - 1 + ((seed >> 8) % 3);
        if (time > block.timestamp && time < LAST_TIME) _warpTo(time);
    }
}
