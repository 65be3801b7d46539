// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { StrangerHandler } from "./StrangerHandler.sol";
import { IProgramErrors } from "../../../../contracts/interfaces/IProgramErrors.sol";
import { Power, Way } from "../../../../contracts/interfaces/Types.sol";

/// @dev Powers pass on, in all programs alike, and all else goes on under the new holders; who had one before is a stranger. What other
/// ways there are, `test/solidity/fuzz/Powers.t.sol` has.
abstract contract PowersHandler is StrangerHandler {
    uint256 private constant MOST_POWER = 300_000;
    uint256 private constant PROPOSALS = 7 days;

    uint256 private _passed;

    /// @dev When the attributor came, and the period whose limits were reset last.
    uint256 private _since = START;
    uint256 private _resetIn = type(uint256).max;

    function passPower(uint256 seed, uint256 wait) external {
        if (block.timestamp + 3 * PROPOSALS > LAST_TIME) return;
        Power power = Power(seed % 5);
        address former = _holderOf(power);
        address next = address(uint160(uint256(keccak256(abi.encode("power", ++_passed)))));
        bytes memory propose = abi.encodeCall(programs[0].proposePower, (power, Way.HandOver, next));
        bytes memory accept = abi.encodeCall(programs[0].acceptPower, (power, Way.HandOver));
        address by = power == Power.Attributor || power == Power.Standby ? operator : former;
        _all(by, propose, true, "a power could not be proposed");
        bool cancelled = (seed >> 8) % 4 == 0;
        bytes memory cancel = abi.encodeCall(programs[0].cancelPower, (power, Way.HandOver));
        if (cancelled) _all(guardian, cancel, true, "the guardian could not cancel");
        uint256 due = block.timestamp + PROPOSALS;
        _warpTo(due - 1);
        _all(next, accept, false, "a power passed before its days were over");
        // It lapses as long after them.
        bool lapsed = (seed >> 16) % 8 == 0;
        _warpTo(lapsed ? due + PROPOSALS : due + (wait % PROPOSALS));
        _all(stranger, accept, false, "somebody else accepted a power");
        _all(next, accept, !cancelled && !lapsed, "a power passed that was taken back, or did not");
        if (cancelled || lapsed) return _did(cancelled ? "cancel power" : "power lapsed");
        _hold(power, next);
        if (by == former) _all(former, propose, false, "who had a power still has it");
        _checkHolders();
        _did("pass power");
    }

    /// @dev The attributor's place is taken at once.
    function appointStandby(uint256 seed) external {
        bytes memory call = abi.encodeCall(programs[0].appointStandby, ());
        bool there = standby != address(0);
        _all(seed % 2 == 0 ? operator : guardian, call, there, "nobody, or not the standby, was appointed");
        if (!there) return;
        (attributor, standby, _since) = (standby, address(0), block.timestamp);
        _checkHolders();
        _did("appoint standby");
    }

    /// @dev Once a period, for an attributor that came in it.
    function resetLimits() external {
        uint256 period = _ghostPeriod(block.timestamp);
        bool good = _since >= START + period * PERIOD && _resetIn != period;
        _all(guardian, abi.encodeCall(programs[0].resetLimits, ()), good, "limits were reset, or were not");
        if (!good) return;
        _resetIn = period;
        for (uint256 c = 0; c < CURRENCIES; ++c) (_posted[DEAL][c][period], _refundedIn[c][period]) = (0, 0);
        _did("reset limits");
    }

    /// @dev Until a period later it decides nothing.
    function suspendArbiter(uint256 seed) external {
        if (seed % 4 > 0 || block.timestamp + 2 * uint256(PERIOD) > LAST_TIME) return;
        bytes memory call = abi.encodeCall(programs[0].suspendArbiter, ());
        _all(guardian, call, true, "the arbiter could not be suspended");
        _warpTo(block.timestamp + PERIOD - 1);
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            vm.prank(arbiter);
            (, bytes memory answer) = address(programs[p]).call(abi.encodeCall(programs[p].withdrawNotice, (0)));
            bool refused = bytes4(answer) == IProgramErrors.Program_Suspended.selector;
            _check(10, refused, "a suspended arbiter was not refused as such");
        }
        _all(guardian, call, false, "the arbiter was suspended again at once");
        // As long as it was suspended it is in office before it can be again.
        _warpTo(block.timestamp + PERIOD + 1);
        _did("suspend arbiter");
    }

    function _checkHolders() private {
        bytes memory expected = abi.encode(operator, attributor, standby, arbiter, guardian);
        for (uint256 p = 0; p < PROGRAMS; ++p) {
            (address a, address b, address c, address d, address e) = programs[p].holders();
            _check(10, keccak256(abi.encode(a, b, c, d, e)) == keccak256(expected), "others have the powers");
        }
    }

    function _all(address by, bytes memory call, bool good, string memory what) private {
        for (uint256 p = 0; p < PROGRAMS; ++p) _check(10, _act(by, p, MOST_POWER, call) == good, what);
    }

    function _holderOf(Power power) private view returns (address) {
        return [operator, attributor, standby, arbiter, guardian][uint256(power)];
    }

    function _hold(Power power, address next) private {
        if (power == Power.Operator) operator = next;
        if (power == Power.Attributor) (attributor, _since) = (next, block.timestamp);
        if (power == Power.Standby) standby = next;
        if (power == Power.Guardian) guardian = next;
        if (power != Power.Arbiter) return;
        arbiter = next;
        for (uint256 p = 0; p < PROGRAMS; ++p) _laterArbiters[p].push(GhostArbiter(next, programs[p].batchCount() + 1));
    }
}
