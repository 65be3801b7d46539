// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "./DisputeBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Power, PowerState, Proposal, Way } from "../../../contracts/interfaces/Types.sol";

/// @dev Powers that pass to others, in a program with disputes.
abstract contract PowersBase is DisputeBase {
    uint8 internal constant BY_OPERATOR = 1;
    uint8 internal constant BY_ARBITER = 8;
    uint8 internal constant BY_GUARDIAN = 16;

    /// @dev Twelve periods of silence, and the hour to which acts are kept.
    uint256 internal constant SILENCE = 12 * uint256(PERIOD) + 1 hours;

    address internal next = _actor("next");
    address internal other = _actor("other");

    function _propose(address by, Power power, Way way, address to) internal {
        vm.prank(by);
        program.proposePower(power, way, to);
    }

    function _cancel(address by, Power power, Way way) internal {
        vm.prank(by);
        program.cancelPower(power, way);
    }

    function _accept(address by, Power power, Way way) internal {
        vm.prank(by);
        program.acceptPower(power, way);
    }

    /// @dev Proposed by two, accepted after the days.
    function _replace(Power power, address one, address two, address to) internal {
        _propose(one, power, Way.Joint, to);
        _propose(two, power, Way.Joint, to);
        vm.warp(block.timestamp + HANDOVER);
        _accept(to, power, Way.Joint);
    }

    function _holder(Power power) internal view returns (address) {
        return program.powerState(power).holder;
    }

    function _waits(Power power, Way way) internal view returns (Proposal memory) {
        PowerState memory state = program.powerState(power);
        return state.proposals[uint256(way)];
    }

    function _assertNone(Power power, Way way, string memory what) internal view {
        vm.assertEq(abi.encode(_waits(power, way)), abi.encode(address(0), 0, 0, 0), what);
    }

    function _assertWaits(Power power, Way way, address to, uint8 by, uint256 from, uint256 until) internal view {
        vm.assertEq(abi.encode(_waits(power, way)), abi.encode(to, by, from, until), "proposal");
    }

    function _expectNotAllowed(address caller) internal {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, caller));
    }

    function _expectNothing() internal {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
    }

    function _expectEarly(uint256 until) internal {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooEarly.selector, until));
    }

    function _expectMissing(address caller, Power power) internal {
        vm.expectRevert(_missing(caller, power));
    }
}
