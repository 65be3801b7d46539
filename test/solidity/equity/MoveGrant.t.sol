// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Move } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityHolders } from "../../../contracts/interfaces/IEquityHolders.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev `proposeMove`, `cancelMove` and `finishMove`.
contract MoveGrantTest is PlanBase {
    function setUp() public override {
        super.setUp();
        _grant(_vested(ana, 100));
        _receive(100e6);
    }

    function test_RevertWhen_WhoMayNotProposes() external {
        vm.expectRevert(_notAllowed(operator));
        _propose(operator, cleo);
    }

    function test_RevertWhen_TheWalletIsZeroOrThePlan() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_ZeroAddress.selector);
        vm.expectRevert(expected);
        _propose(ana, address(0));
        vm.expectRevert(expected);
        _propose(ana, address(plan));
    }

    function test_RevertGiven_AMoveWaits() external {
        _propose(ana, cleo);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_AlreadyWaits.selector));
        _propose(arbiter, ben);
    }

    function test_RevertWhen_WhoMayNotCancels() external {
        _propose(ana, cleo);
        vm.expectRevert(_notAllowed(guardian));
        _cancel(guardian);
    }

    function test_RevertWhen_NoMoveWaits() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector);
        vm.expectRevert(expected);
        _cancel(ana);
        vm.expectRevert(expected);
        _finish(cleo);
    }

    function test_RevertWhen_AnotherThanTheNewWalletFinishes() external {
        _propose(ana, cleo);
        vm.warp(START + 7 days);
        vm.expectRevert(_notAllowed(ana));
        _finish(ana);
    }

    function test_RevertWhen_TheDelayIsNotOver() external {
        _propose(ana, cleo);
        vm.warp(START + 7 days - 1);
        vm.expectRevert(_tooEarly(START + 7 days));
        _finish(cleo);
    }

    function test_RevertGiven_ItHasLapsed() external {
        _propose(ana, cleo);
        vm.warp(START + 14 days);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector));
        _finish(cleo);
        _propose(ana, ben);
    }

    function test_WhenTheHolderProposes() external {
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityHolders.MoveProposed(ANA, cleo, ana, uint40(START + 7 days), uint40(START + 14 days));
        _propose(ana, cleo);
        (Move memory moving, ) = plan.waitingFor(ANA);
        vm.assertEq(moving.to, cleo, "waits");
        vm.assertEq(plan.grantAt(ANA).holder, ana, "nothing has changed");
    }

    function test_WhenEitherSideCancels() external {
        _propose(ana, cleo);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityHolders.MoveCancelled(ANA, cleo, arbiter);
        _cancel(arbiter);
        _propose(arbiter, cleo);
        _cancel(ana);
        (Move memory moving, ) = plan.waitingFor(ANA);
        vm.assertEq(moving.to, address(0), "none");
    }

    function test_WhenItIsFinished() external {
        _resignHalf();
        uint256 due = _earnings(ANA).owed + _payable(ANA);
        _propose(arbiter, cleo);
        vm.warp(block.timestamp + 7 days);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityHolders.Moved(ANA, ana, cleo);
        _finish(cleo);
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(cleo), due, "what is owed goes along");
        vm.assertEq(usdc.balanceOf(ana), 0, "nothing is left behind");
        vm.assertEq(plan.getVotes(ana), 0, "votes before");
        vm.assertEq(plan.getVotes(cleo), 80, "votes");
        vm.expectRevert(_notAllowed(ana));
        _propose(ana, ana);
    }

    function test_WhenItGoesToTheHolderItself() external {
        _propose(ana, ana);
        vm.warp(START + 7 days);
        _finish(ana);
        vm.assertEq(plan.getVotes(ana), 100, "votes once");
    }

    function _resignHalf() private {
        _resign(ANA, START + NOTICE);
    }

    function _propose(address by, address to) private {
        vm.prank(by);
        plan.proposeMove(ANA, to);
    }

    function _cancel(address by) private {
        vm.prank(by);
        plan.cancelMove(ANA);
    }

    function _finish(address by) private {
        vm.prank(by);
        plan.finishMove(ANA);
    }
}
