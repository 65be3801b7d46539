// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant, PlanPower } from "../../../contracts/interfaces/EquityTypes.sol";
import { Way } from "../../../contracts/interfaces/Types.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev Whatever the operator does shows that it is there.
contract PlanActsTest is PlanBase {
    uint256 private _now = START;

    function setUp() public override {
        super.setUp();
        _grant(_vested(ana, 50_000));
        usdc.mint(operator, 2);
        vm.prank(operator);
        usdc.approve(address(plan), 2);
    }

    function test_ActsOnGrants() external {
        NewGrant[] memory list = new NewGrant[](1);
        list[0] = _vested(ben, 1);
        _acts(abi.encodeCall(plan.grant, (list)));
        _acts(abi.encodeCall(plan.pause, (ANA)));
        _acts(abi.encodeCall(plan.resume, (ANA)));
        _acts(abi.encodeCall(plan.setWithholding, (ANA, 0)));
        _acts(abi.encodeCall(plan.dismiss, (ANA, type(uint40).max, "")));
        _acts(abi.encodeCall(plan.withdrawLeave, (ANA)));
        vm.prank(arbiter);
        plan.dismissForCause(ANA, "", 0);
        _acts(abi.encodeCall(plan.withdrawLeave, (ANA)));
        _acts(abi.encodeCall(plan.offer, (ANA, address(usdc), 1)));
        _acts(abi.encodeCall(plan.withdrawOffer, (ANA)));
    }

    function test_ActsOnThePlan() external {
        _acts(abi.encodeCall(plan.declareExit, ("")));
        _acts(abi.encodeCall(plan.vetoExit, ()));
        _acts(abi.encodeCall(plan.proposePower, (PlanPower.Operator, Way.HandOver, ben)));
        _acts(abi.encodeCall(plan.cancelPower, (PlanPower.Operator, Way.HandOver)));
        _acts(abi.encodeCall(plan.alive, ()));
        // To the hour.
        uint256 last = _now;
        vm.warp(last + 1 hours - 1);
        vm.prank(operator);
        plan.alive();
        vm.assertEq(plan.powerState(PlanPower.Operator).lastAct, last, "not twice in an hour");
    }

    function test_WhatOthersDoIsNoAct() external {
        vm.warp(START + 2 hours);
        vm.prank(arbiter);
        plan.declareExit("");
        vm.prank(guardian);
        plan.vetoExit();
        plan.sync(address(usdc));
        vm.assertEq(plan.powerState(PlanPower.Operator).lastAct, START, "as it was");
    }

    function _acts(bytes memory act) private {
        _now += 1 hours;
        vm.warp(_now);
        vm.prank(operator);
        (bool success, ) = address(plan).call(act);
        vm.assertTrue(success, "done");
        vm.assertEq(plan.powerState(PlanPower.Operator).lastAct, _now, "an act");
    }
}
