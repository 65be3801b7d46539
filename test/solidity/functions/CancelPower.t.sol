// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PowersBase } from "../support/PowersBase.sol";
import { IProgramPowers } from "../../../contracts/interfaces/IProgramPowers.sol";
import { Power, Way } from "../../../contracts/interfaces/Types.sol";

contract CancelPowerTest is PowersBase {
    function test_RevertWhen_TheCallerMayNotCancelIt() external {
        address[5] memory callers = [operator, attributor, standby, arbiter, guardian];
        uint8[3][5] memory may;
        may[0] = [BY_OPERATOR | BY_GUARDIAN, BY_ARBITER | BY_GUARDIAN, BY_OPERATOR | BY_GUARDIAN];
        may[1][0] = BY_OPERATOR | BY_GUARDIAN;
        may[2][0] = BY_OPERATOR | BY_GUARDIAN;
        may[3] = [BY_ARBITER | BY_GUARDIAN, BY_OPERATOR | BY_GUARDIAN, BY_OPERATOR | BY_GUARDIAN];
        may[4] = [BY_GUARDIAN, BY_OPERATOR | BY_ARBITER, 0];
        vm.warp(START + SILENCE);
        _proposeAll();
        for (uint256 power = 0; power < 5; ++power) {
            for (uint256 way = 0; way < 3; ++way) {
                if (_waits(Power(power), Way(way)).to == address(0)) continue;
                for (uint256 caller = 0; caller < 5; ++caller) {
                    uint256 state = vm.snapshotState();
                    bool allowed = (may[power][way] >> caller) & 1 == 1;
                    if (!allowed) _expectNotAllowed(callers[caller]);
                    _cancel(callers[caller], Power(power), Way(way));
                    vm.revertToState(state);
                }
                _expectNotAllowed(stranger);
                _cancel(stranger, Power(power), Way(way));
            }
        }
    }

    function test_RevertGiven_NothingWaits() external {
        _expectNothing();
        _cancel(operator, Power.Attributor, Way.HandOver);
        _propose(operator, Power.Attributor, Way.HandOver, next);
        _cancel(operator, Power.Attributor, Way.HandOver);
        _expectNothing();
        _cancel(guardian, Power.Attributor, Way.HandOver);
    }

    function test_RevertGiven_ItHasLapsed() external {
        _propose(operator, Power.Attributor, Way.HandOver, next);
        vm.warp(START + 2 * HANDOVER);
        _expectNothing();
        _cancel(operator, Power.Attributor, Way.HandOver);
    }

    function test_WhenItWaits() external {
        _propose(operator, Power.Attributor, Way.HandOver, next);
        vm.warp(START + 2 * HANDOVER - 1);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPowers.PowerCancelled(Power.Attributor, Way.HandOver, next, guardian);
        _cancel(guardian, Power.Attributor, Way.HandOver);
        _assertNone(Power.Attributor, Way.HandOver, "nothing waits");
        _expectNothing();
        _accept(next, Power.Attributor, Way.HandOver);
    }

    function test_RevertWhen_TheThirdCancels() external {
        address[3] memory three = [operator, arbiter, guardian];
        Power[3] memory powers = [Power.Operator, Power.Arbiter, Power.Guardian];
        for (uint256 i = 0; i < 3; ++i) {
            _propose(three[(i + 1) % 3], powers[i], Way.Joint, next);
            _propose(three[(i + 2) % 3], powers[i], Way.Joint, next);
            _expectNotAllowed(three[i]);
            _cancel(three[i], powers[i], Way.Joint);
        }
    }

    /// @dev All but the notice to the operator, whose acts would end it; that last.
    function _proposeAll() private {
        _propose(operator, Power.Operator, Way.HandOver, next);
        _propose(operator, Power.Attributor, Way.HandOver, next);
        _propose(operator, Power.Standby, Way.HandOver, next);
        _propose(operator, Power.Arbiter, Way.Joint, next);
        _propose(operator, Power.Arbiter, Way.Notice, next);
        _propose(arbiter, Power.Arbiter, Way.HandOver, next);
        _propose(arbiter, Power.Guardian, Way.Joint, next);
        _propose(guardian, Power.Guardian, Way.HandOver, next);
        _propose(guardian, Power.Operator, Way.Joint, next);
    }
}
