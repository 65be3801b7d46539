// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IncidentsBase } from "./IncidentsBase.sol";
import { Power, Way } from "../../../contracts/interfaces/Types.sol";

contract GuardianKeyTest is IncidentsBase {
    function test_GuardianLost() external {
        _replace(Power.Guardian, operator, arbiter, next);
        vm.prank(next);
        program.suspendArbiter();
    }

    /// @dev The thief stops all that it can stop, every day, until the other two have replaced it.
    function test_GuardianStolen() external {
        uint256 funds = _funds();
        vm.startPrank(guardian);
        program.suspendArbiter();
        program.removeAttributor();
        program.appointStandby();
        program.removeAttributor();
        program.proposePower(Power.Guardian, Way.HandOver, thief);
        program.proposePower(Power.Operator, Way.Joint, thief);
        program.proposePower(Power.Arbiter, Way.Joint, thief);
        vm.stopPrank();
        _propose(operator, Power.Attributor, Way.HandOver, next);
        _cancel(guardian, Power.Attributor, Way.HandOver);

        _propose(operator, Power.Guardian, Way.Joint, other);
        _propose(arbiter, Power.Guardian, Way.Joint, other);
        _expectNotAllowed(guardian);
        _cancel(guardian, Power.Guardian, Way.Joint);
        vm.warp(begins + HANDOVER);
        // It may pass its power to another thief meanwhile: that one is replaced all the same.
        _accept(thief, Power.Guardian, Way.HandOver);
        _accept(other, Power.Guardian, Way.Joint);
        vm.assertEq(_holder(Power.Guardian), other, "guardian");
        _expectNothing();
        _accept(thief, Power.Operator, Way.Joint);
        _propose(operator, Power.Attributor, Way.HandOver, next);
        vm.warp(begins + 2 * HANDOVER);
        _accept(next, Power.Attributor, Way.HandOver);
        vm.assertEq(_funds(), funds, "no money moved");
        _assertEarningsStand();
    }

    function test_GuardianGone() external {
        _replace(Power.Guardian, arbiter, operator, next);
        vm.assertEq(_holder(Power.Guardian), next, "guardian");
    }
}
