// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev `seat`, and votes.
contract SeatGrantTest is PlanBase {
    function setUp() public override {
        super.setUp();
        _grant(_fourYears(ana, 48_000));
        _grant(_vested(ben, 1_000));
    }

    function test_RevertWhen_TheGrantIsUnknown() external {
        vm.expectRevert(_unknownGrant(3));
        plan.seat(3);
    }

    function test_RevertWhen_TheCliffIsNotOver() external {
        vm.warp(START + 365 days - 1);
        vm.expectRevert(_tooEarly(START + 365 days));
        plan.seat(ANA);
    }

    function test_RevertGiven_NothingIsLeft() external {
        _dismiss(ANA, START + NOTICE);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingLeft.selector, ANA));
        plan.seat(ANA);
    }

    function test_RevertWhen_APauseMovesTheCliff() external {
        vm.prank(operator);
        plan.pause(ANA);
        vm.warp(START + 400 days);
        vm.expectRevert(_tooEarly(START + 365 days));
        plan.seat(ANA);
    }

    function test_WhenTheCliffIsOver() external {
        vm.assertEq(plan.getVotes(ana), 0, "an operator's free grants do not vote");
        vm.warp(START + 365 days);
        vm.prank(stranger);
        plan.seat(ANA);
        vm.assertEq(plan.getVotes(ana), 48_000, "all units");
        plan.seat(ANA);
        vm.assertEq(plan.getVotes(ana), 48_000, "once");
        vm.assertEq(plan.grantAt(ANA).votes, 48_000, "told");
    }

    function test_WhenItIsOfOneUnit() external {
        uint256 id = _grant(_fourYears(cleo, 1));
        vm.warp(START + 365 days);
        plan.seat(id);
        vm.assertEq(plan.getVotes(cleo), 1, "it votes");
    }

    function test_WhenThereIsNoCliff() external {
        vm.assertEq(plan.getVotes(ben), 1_000, "at once, without a delegation");
        vm.assertEq(plan.delegates(ben), ben, "of itself");
    }

    function test_WhenVotesAreDelegated() external {
        vm.prank(ben);
        plan.delegate(cleo);
        vm.assertEq(plan.getVotes(cleo), 1_000, "to another");
        vm.assertEq(plan.getVotes(ben), 0, "no longer its own");
        _grant(_vested(ben, 5));
        vm.assertEq(plan.getVotes(cleo), 1_005, "later grants, too");
        vm.prank(ben);
        plan.delegate(address(0));
        vm.assertEq(plan.delegates(ben), ben, "nobody is oneself");
        vm.assertEq(plan.getVotes(ben), 1_005, "back");
        vm.assertEq(plan.getVotes(cleo), 0, "gone");
    }

    function test_WhenUnitsAreLost() external {
        vm.warp(START + 365 days);
        plan.seat(ANA);
        _resign(ANA, _month(24));
        vm.assertEq(plan.getVotes(ana), 19_200, "those that are kept");
        vm.prank(ana);
        plan.delegate(cleo);
        vm.assertEq(plan.getVotes(cleo), 19_200, "and can be delegated");
        vm.assertEq(plan.getVotes(ana), 0, "all of them");
    }

    function test_WhenUnitsWaitForAnExit() external {
        NewGrant memory terms = _fourYears(cleo, 1_000);
        terms.double = 50 * PERCENT;
        uint256 id = _grant(terms);
        _receive(50_000e6);
        _dismiss(id, _month(24));
        plan.seat(id);
        vm.assertEq(plan.getVotes(cleo), 500, "those that wait do not vote");
        _exit(_month(25));
        uint256 due = _earnings(id).owed + _payable(id);
        plan.seat(id);
        vm.assertEq(plan.getVotes(cleo), 750, "once the exit came they do");
        vm.assertEq(_earnings(id).owed + _payable(id), due, "and their money is as it was");
        vm.assertEq(plan.grantAt(id).contingent, 0, "nothing waits");
    }

    function test_WhenThePastIsAskedFor() external {
        vm.assertEq(plan.CLOCK_MODE(), "mode=timestamp", "clock");
        vm.assertEq(plan.clock(), START, "now");
        vm.warp(START + 10);
        _grant(_vested(ben, 500));
        vm.warp(START + 20);
        vm.assertEq(plan.getPastVotes(ben, START + 9), 1_000, "before");
        vm.assertEq(plan.getPastVotes(ben, START + 10), 1_500, "after");
        vm.assertEq(plan.getPastTotalSupply(START + 10), 1_500, "all that vote");
    }
}
