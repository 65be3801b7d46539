// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { Power, PowerState, Way } from "../../../contracts/interfaces/Types.sol";

/// @dev Eight people hand over, replace, suspend, cancel and go silent as they like, thieves among them. After each call the program is
/// compared with a plain account of who holds what: who may do what stands in two tables here.
contract PowersFuzzTest is Base {
    /// @dev Who is to have a power next. Without a delay the second of two has yet to agree.
    struct Plan {
        address to;
        uint256 by;
        uint256 since;
        uint256 delay;
    }

    uint256 private constant STEPS = 60;
    uint256 private constant OPERATOR = 1;
    uint256 private constant ARBITER = 8;
    uint256 private constant GUARDIAN = 16;

    address[8] private _people;
    uint256[3][5] private _propose;
    uint256[3][5] private _cancel;

    address[5] private _holders;
    mapping(uint256 power => mapping(uint256 way => Plan plan)) private _plans;
    uint256 private _lastAct = START;
    uint256 private _suspendedUntil;
    uint256 private _seed;

    function setUp() public override {
        super.setUp();
        _people = [operator, attributor, standby, arbiter, guardian, ana, ben, cleo];
        _holders = [operator, attributor, standby, arbiter, guardian];
        _propose[0] = [OPERATOR, ARBITER | GUARDIAN, GUARDIAN];
        _propose[1] = [OPERATOR, 0, 0];
        _propose[2] = [OPERATOR, 0, 0];
        _propose[3] = [ARBITER, OPERATOR | GUARDIAN, OPERATOR];
        _propose[4] = [GUARDIAN, OPERATOR | ARBITER, 0];
        _cancel[0] = [OPERATOR | GUARDIAN, ARBITER | GUARDIAN, OPERATOR | GUARDIAN];
        _cancel[1] = [OPERATOR | GUARDIAN, 0, 0];
        _cancel[2] = [OPERATOR | GUARDIAN, 0, 0];
        _cancel[3] = [ARBITER | GUARDIAN, OPERATOR | GUARDIAN, OPERATOR | GUARDIAN];
        _cancel[4] = [GUARDIAN, OPERATOR | ARBITER, 0];
    }

    function testFuzz_PowersPassAsTheTableSays(uint256 seed) external {
        _seed = seed;
        for (uint256 i = 0; i < STEPS; ++i) {
            vm.warp(block.timestamp + _pause());
            _step();
            for (uint256 power = 0; power < 5; ++power) _compare(power);
        }
    }

    /* STEPS */

    function _step() private {
        uint256 what = _random(16);
        (uint256 power, uint256 way) = (_random(5), _random(3));
        if (what < 7) return _tryToPropose(power, way);
        if (what < 11) return _tryToAccept(power, way);
        if (what == 11) return _tryToCancel(power, way);
        if (what == 12) return _tryStandby();
        if (what == 13) return _tryToRemove();
        if (what == 14) return _tryToSuspend();
        _try(_who(), abi.encodeCall(program.alive, ()), OPERATOR, true);
    }

    function _tryToPropose(uint256 power, uint256 way) private {
        (address by, address to) = (_who(), _people[_random(8)]);
        uint256 delay = _delay(power, way);
        bool inTime = power != 0 || way != 2 || block.timestamp >= _silentFrom();
        uint256 needed = _propose[power][way];
        uint256 own = _powersOf(by) & needed;
        Plan memory before = _plans[power][way];
        bool agrees = way == 1 && _lives(power, way) && before.to == to;
        bytes memory call = abi.encodeCall(program.proposePower, (Power(power), Way(way), to));
        if (!_try(by, call, needed, inTime)) return;
        if (agrees) own |= before.by;
        if (way == 1 && own != needed) delay = 0;
        _plans[power][way] = Plan({ to: to, by: own, since: block.timestamp, delay: delay });
    }

    function _tryToCancel(uint256 power, uint256 way) private {
        bytes memory call = abi.encodeCall(program.cancelPower, (Power(power), Way(way)));
        if (_try(_who(), call, _cancel[power][way], _lives(power, way))) delete _plans[power][way];
    }

    /// @dev Mostly by whom it was proposed to.
    function _tryToAccept(uint256 power, uint256 way) private {
        // Of what waits, some.
        for (uint256 i = 0; i < 8 && !_lives(power, way); ++i) (power, way) = (_random(5), _random(3));
        Plan memory plan = _plans[power][way];
        address by = _random(8) == 0 || plan.to == address(0) ? _who() : plan.to;
        bool due = plan.delay > 0 && block.timestamp >= plan.since + plan.delay;
        bool may = _lives(power, way) && due && by == plan.to;
        bytes memory call = abi.encodeCall(program.acceptPower, (Power(power), Way(way)));
        vm.prank(by);
        (bool success, ) = address(program).call(call);
        vm.assertEq(success, may, "accepting");
        if (success) _passTo(power, way, by);
    }

    function _tryStandby() private {
        bytes memory call = abi.encodeCall(program.appointStandby, ());
        if (!_try(_who(), call, OPERATOR | GUARDIAN, _holders[2] != address(0))) return;
        (_holders[1], _holders[2]) = (_holders[2], address(0));
    }

    function _tryToRemove() private {
        bytes memory call = abi.encodeCall(program.removeAttributor, ());
        if (_try(_who(), call, OPERATOR | GUARDIAN, _holders[1] != address(0))) _holders[1] = address(0);
    }

    function _tryToSuspend() private {
        bool may = _suspendedUntil == 0 || block.timestamp >= _suspendedUntil + PERIOD;
        if (_try(_who(), abi.encodeCall(program.suspendArbiter, ()), GUARDIAN, may))
            _suspendedUntil = block.timestamp + PERIOD;
    }

    /// @dev Calls as somebody; whoever has none of the powers that are asked for is refused, and so is who asks for what is not there.
    function _try(address by, bytes memory call, uint256 asked, bool there) private returns (bool success) {
        uint256 own = _powersOf(by) & asked;
        vm.prank(by);
        (success, ) = address(program).call(call);
        vm.assertEq(success, own != 0 && there, "who may");
        // Each call that the operator makes as such is an act of it, kept to the hour.
        if (success && own & OPERATOR != 0 && block.timestamp >= _lastAct + 1 hours) _lastAct = block.timestamp;
    }

    /* THE ACCOUNT */

    function _passTo(uint256 power, uint256 way, address to) private {
        _holders[power] = to;
        delete _plans[power][way];
        // What the former holder proposed alone.
        delete _plans[power][0];
        if (power == 0) {
            delete _plans[1][0];
            delete _plans[2][0];
            delete _plans[3][2];
            _lastAct = block.timestamp;
        }
        if (power == 3) _suspendedUntil = 0;
        if (power == 4) delete _plans[0][2];
        for (uint256 other = 0; other < 5; ++other) if (_plans[other][1].by == 1 << power) delete _plans[other][1];
        if (way == 1) for (uint256 any = 0; any < 3; ++any) delete _plans[power][any];
    }

    function _compare(uint256 power) private view {
        PowerState memory state = program.powerState(Power(power));
        vm.assertEq(state.holder, _holders[power], "holder");
        if (power == 0) {
            vm.assertEq(state.lastAct, _lastAct, "last act");
            vm.assertEq(state.silentFrom, _silentFrom(), "silent from");
        }
        if (power == 3) vm.assertEq(state.suspendedUntil, _suspendedUntil, "suspended until");
        for (uint256 way = 0; way < 3; ++way) {
            Plan memory plan = _plans[power][way];
            bool lives = _lives(power, way);
            vm.assertEq(state.proposals[way].to, lives ? plan.to : address(0), "proposed");
            vm.assertEq(state.proposals[way].by, lives ? plan.by : 0, "by");
            vm.assertEq(state.proposals[way].from, lives && plan.delay > 0 ? plan.since + plan.delay : 0, "from");
            vm.assertEq(state.proposals[way].until, lives ? _end(plan) : 0, "until");
        }
    }

    function _lives(uint256 power, uint256 way) private view returns (bool) {
        Plan memory plan = _plans[power][way];
        bool acted = power == 0 && way == 2 && _lastAct >= plan.since;
        return plan.to != address(0) && block.timestamp < _end(plan) && !acted;
    }

    function _end(Plan memory plan) private pure returns (uint256) {
        return plan.since + 2 * (plan.delay == 0 ? HANDOVER : plan.delay);
    }

    function _delay(uint256 power, uint256 way) private view returns (uint256) {
        if (way != 2) return HANDOVER;
        if (power == 0) return 30 days;
        uint256 period = (block.timestamp - START) / PERIOD;
        return START + (period + 2) * PERIOD - block.timestamp;
    }

    function _silentFrom() private view returns (uint256) {
        return _lastAct + 1 hours + 12 * uint256(PERIOD);
    }

    function _powersOf(address who) private view returns (uint256 powers) {
        for (uint256 power = 0; power < 5; ++power) if (_holders[power] == who) powers |= 1 << power;
    }

    /* CHANCE */

    /// @dev Mostly somebody who holds something.
    function _who() private returns (address) {
        address holder = _holders[_random(5)];
        return _random(4) == 0 || holder == address(0) ? _people[_random(8)] : holder;
    }

    /// @dev Nothing, minutes, days, to the second at which something is due, and at times more than a year.
    function _pause() private returns (uint256) {
        uint256 what = _random(16);
        if (what < 6) return _random(2) * _random(2 hours);
        if (what < 12) return _random(3 days);
        if (what < 15) return HANDOVER - _random(2);
        return 12 * uint256(PERIOD) + _random(2 days);
    }

    function _random(uint256 below) private returns (uint256) {
        _seed = uint256(keccak256(abi.encode(_seed)));
        return _seed % below;
    }
}
