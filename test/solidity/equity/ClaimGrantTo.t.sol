// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityPlan } from "../../../contracts/interfaces/IEquityPlan.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { PlanBase } from "./support/PlanBase.sol";

contract ClaimGrantToTest is PlanBase {
    function setUp() public override {
        super.setUp();
        _grant(_vested(ana, 100));
        _receive(100e6);
        _receiveEther(100);
    }

    function test_RevertWhen_AnotherThanTheHolderCalls() external {
        vm.expectRevert(_notAllowed(operator));
        vm.prank(operator);
        plan.claimTo(ANA, address(usdc), operator);
    }

    function test_RevertWhen_TheDestinationIsZeroOrThePlan() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_ZeroAddress.selector);
        vm.startPrank(ana);
        vm.expectRevert(expected);
        plan.claimTo(ANA, address(usdc), address(0));
        vm.expectRevert(expected);
        plan.claimTo(ANA, address(usdc), address(plan));
        vm.stopPrank();
    }

    function test_WhenTheHolderCalls() external {
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Claimed(ANA, ana, address(usdc), 100e6);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.ClaimRedirected(ANA, stranger);
        vm.prank(ana);
        plan.claimTo(ANA, address(usdc), stranger);
        vm.assertEq(usdc.balanceOf(stranger), 100e6, "paid there");
    }

    function test_GivenTheHolderRefusesETH() external {
        vm.etch(ana, _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "").code);
        vm.prank(ana);
        plan.claimTo(ANA, ETHER, stranger);
        vm.assertEq(stranger.balance, 100, "paid there");
    }
}
