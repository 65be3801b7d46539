// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GrantEarnings, Leave, NewGrant, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityPlan } from "../../../contracts/interfaces/IEquityPlan.sol";
import { IEquityLeaving } from "../../../contracts/interfaces/IEquityLeaving.sol";
import { LyingToken } from "../../../contracts/mocks/LyingToken.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev `finishLeave` and `lapse`.
contract FinishLeaveTest is PlanBase {
    function setUp() public override {
        super.setUp();
        NewGrant memory terms = _fourYears(ana, 48_000);
        terms.cliff = 0;
        terms.double = 50 * PERCENT;
        _grant(terms);
        _grant(_vested(ben, 52_000));
        _receive(10_000e6);
    }

    function test_RevertWhen_NothingWaits() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector);
        vm.expectRevert(expected);
        plan.finishLeave(ANA);
        _dismiss(ANA, _month(18));
        vm.expectRevert(expected);
        plan.finishLeave(ANA);
    }

    function test_RevertWhen_TheDateHasNotCome() external {
        vm.prank(ana);
        plan.resign(ANA, uint40(START + NOTICE));
        vm.warp(START + NOTICE - 1);
        vm.expectRevert(_tooEarly(START + NOTICE));
        plan.finishLeave(ANA);
    }

    function test_RevertGiven_TheUnitsWereSold() external {
        vm.prank(ana);
        plan.resign(ANA, uint40(START + NOTICE));
        usdc.mint(operator, 1);
        vm.startPrank(operator);
        usdc.approve(address(plan), 1);
        plan.offer(ANA, address(usdc), 1);
        vm.stopPrank();
        vm.warp(START + NOTICE);
        vm.prank(ana);
        plan.acceptOffer(ANA, address(usdc), 1);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingLeft.selector, ANA));
        plan.finishLeave(ANA);
    }

    function test_WhenItIsBookedLate() external {
        vm.prank(ana);
        plan.resign(ANA, uint40(_month(18)));
        vm.warp(_month(30));
        plan.finishLeave(ANA);
        vm.assertEq(_units(ANA), 14_400, "as of its date");
        vm.assertEq(_earnings(ANA).owed, 1_800e6, "and so is the money");
    }

    function test_WhenTheHolderResigned() external {
        vm.warp(_month(18) - NOTICE);
        vm.prank(ana);
        plan.resign(ANA, uint40(_month(18)));
        vm.warp(_month(18));
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityLeaving.Left(ANA, Leave.Resigned, 14_400, 0, 33_600);
        vm.prank(stranger);
        plan.finishLeave(ANA);
        vm.assertEq(_earnings(ANA).owed, 1_800e6, "all that was vested");
        vm.assertEq(_outstanding(), 66_400, "the rest goes back");
        vm.assertEq(plan.vestedOf(ANA, _month(18)), 14_400, "all of it is vested");
    }

    function test_WhenTheHolderLeavesForCause() external {
        _leaveForCause(ANA, _month(18));
        vm.assertEq(_units(ANA), 9_000, "half of what was vested");
        vm.assertEq(_earnings(ANA).owed, 1_800e6, "what was earned stays");
    }

    function test_WhenASingleUnitWasClaimedBefore() external {
        PlanSettings memory settings = _settings();
        settings.name = "another";
        plan = _create(settings);
        _grant(_vested(ana, 1));
        _grant(_vested(ben, 1));
        _receive(2);
        plan.claim(ANA, address(usdc));
        _dismiss(ANA, START + NOTICE);
        vm.assertEq(_earnings(ANA).paid, 1, "told apart");
    }

    function test_WhenSomethingWasClaimedBefore() external {
        vm.warp(_month(10));
        plan.claim(ANA, address(usdc));
        _dismiss(ANA, _month(18));
        GrantEarnings memory earnings = _earnings(ANA);
        vm.assertEq(earnings.paid, 1_000e6, "told apart");
        vm.assertEq(earnings.owed, 800e6, "the rest");
        uint256 share = _payable(ANA);
        plan.claim(ANA, address(usdc));
        vm.assertEq(_earnings(ANA).paid, 1_800e6 + share, "in all, with its share of what was freed");
    }

    function test_WhenTheLevelIsBelowItsHurdle() external {
        PlanSettings memory settings = _settings();
        settings.hurdles = new uint96[][](2);
        settings.hurdles[0] = new uint96[](2);
        settings.hurdles[1] = new uint96[](2);
        settings.hurdles[1][0] = 5e6;
        plan = _create(settings);
        _grant(_vested(ben, 100));
        NewGrant memory terms = _fourYears(ana, 100);
        terms.class = 1;
        uint256 id = _grant(terms);
        _receive(100e6);
        _dismiss(id, _month(24));
        vm.assertEq(_earnings(id).owed, 0, "nothing was earned");
        _receive(1_000e6);
        vm.assertEq(_payable(id), 200e6, "above the hurdle all the same");
    }

    function test_WhenMillionsOfUnitsAreVested() external {
        PlanSettings memory settings = _settings();
        settings.authorised = 4_000_000;
        plan = _create(settings);
        _grant(_vested(ana, 2_000_000));
        _dismiss(ANA, START + NOTICE);
        vm.assertEq(_units(ANA), 2_000_000, "all are kept, to the last");
        vm.assertEq(plan.grantAt(ANA).contingent, 0, "none waits");
    }

    function test_WhenTheSmallestUnitWaitsForAnExit() external {
        PlanSettings memory settings = _settings();
        settings.name = "Another";
        plan = _create(settings);
        NewGrant memory terms = _fourYears(ana, 4);
        terms.double = 25 * PERCENT;
        _grant(terms);
        _receive(4);
        _dismiss(ANA, _month(6));
        vm.assertEq(_earnings(ANA).owed, 0, "nothing was vested");
        vm.assertEq(_earnings(ANA).held, 4, "waits, with what the other units had, for nobody else is there");
        uint256 state = vm.snapshotState();
        vm.warp(_month(6) + WINDOW + 1);
        plan.lapse(ANA);
        vm.assertEq(_units(ANA), 0, "or lapses");
        vm.revertToState(state);
        _exit(_month(8));
        vm.assertEq(_earnings(ANA).owed, 1, "its own");
        vm.assertEq(plan.claim(ANA, address(usdc)), 4, "paid");
    }

    function test_WhenTheRestIsTheTreasurys() external {
        PlanSettings memory settings = _settings();
        settings.restToTreasury = true;
        plan = _create(settings);
        NewGrant memory terms = _fourYears(ana, 50_000);
        terms.cliff = 0;
        _grant(terms);
        _receive(10_000e6);
        vm.assertEq(_money().treasury, 5_000e6, "its part");
        _dismiss(ANA, _month(24));
        vm.assertEq(_money().treasury, 7_500e6, "and what is freed");
        vm.assertEq(_money().waiting, 0, "nothing waits");
    }

    function test_WhenNobodyIsLeftToShareWith() external {
        PlanSettings memory settings = _settings();
        settings.name = "Another";
        plan = _create(settings);
        uint256 id = _grant(_fourYears(ana, 100));
        _receive(100e6);
        _dismiss(id, START + NOTICE);
        vm.assertEq(_units(id), 0, "before the cliff");
        vm.assertEq(_money().waiting, 100e6, "waits");
        _grant(_vested(ben, 10));
        vm.assertEq(_payable(2), 0, "a later grant has nothing of it yet");
    }

    function test_WhenATokenDoesNotTellItsBalance() external {
        LyingToken token = LyingToken(_deploy("contracts/mocks/LyingToken.sol:LyingToken", ""));
        PlanSettings memory settings = _settings();
        settings.currencies[1] = address(token);
        plan = _create(settings);
        _grant(_fourYears(ana, 100));
        _receive(100e6);
        vm.etch(address(token), hex"fe");
        _dismiss(ANA, _month(24));
        vm.assertEq(_earnings(ANA).owed, 50e6, "others are not touched");
        vm.assertEq(plan.levelOf(address(token)).counted, 0, "nothing is counted");
        vm.etch(address(token), "");
        NewGrant[] memory list = new NewGrant[](1);
        list[0] = _vested(ben, 1);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NotCounted.selector, address(token)));
        vm.prank(operator);
        plan.grant(list);
    }

    function test_WhenATokenAnswersNothing() external {
        LyingToken token = LyingToken(_deploy("contracts/mocks/LyingToken.sol:LyingToken", ""));
        PlanSettings memory settings = _settings();
        settings.currencies[1] = address(token);
        plan = _create(settings);
        _grant(_fourYears(ana, 100));
        vm.etch(address(token), hex"00");
        _dismiss(ANA, _month(24));
        vm.assertEq(plan.levelOf(address(token)).counted, 0, "nothing is counted");
    }

    function test_WhenATokenTellsMoreThanTheBooksCanHold() external {
        LyingToken token = LyingToken(_deploy("contracts/mocks/LyingToken.sol:LyingToken", ""));
        PlanSettings memory settings = _settings();
        settings.currencies[1] = address(token);
        plan = _create(settings);
        _grant(_fourYears(ana, 100));
        token.lie(address(plan), uint256(type(uint96).max) + 6);
        _dismiss(ANA, _month(24));
        vm.assertEq(plan.levelOf(address(token)).counted, type(uint96).max, "as far as they can");
        vm.assertApproxEqAbs(plan.earningsOf(ANA, address(token)).owed, type(uint96).max / 2, 1, "and shared");
    }

    function test_RevertWhen_ATokenTakesGasThatTheCallHasNot() external {
        LyingToken token = LyingToken(_deploy("contracts/mocks/LyingToken.sol:LyingToken", ""));
        PlanSettings memory settings = _settings();
        settings.currencies[1] = address(token);
        plan = _create(settings);
        _grant(_fourYears(ana, 100));
        vm.etch(address(token), hex"fe");
        vm.warp(_month(24) - NOTICE);
        vm.prank(operator);
        plan.dismiss(ANA, uint40(_month(24)), "");
        vm.warp(_month(24));
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_GasTooLow.selector, 200_000);
        bytes memory call = abi.encodeCall(plan.finishLeave, (ANA));
        bool success = false;
        bool refused = false;
        for (uint256 gas = 50_000; !success && gas < 2_000_000; gas += 10_000) {
            bytes memory answer;
            (success, answer) = address(plan).call{ gas: gas }(call);
            refused = refused || keccak256(answer) == keccak256(expected);
        }
        vm.assertTrue(refused, "too little");
        vm.assertTrue(success, "enough");
    }

    function test_GivenAnExitCameAWindowBefore() external {
        uint256 exit = START + NOTICE;
        _exit(exit);
        uint256 state = vm.snapshotState();
        _dismiss(ANA, exit + WINDOW);
        vm.assertEq(_units(ANA), 30_000, "12,000 and half of the others");
        vm.revertToState(state);
        _dismiss(ANA, exit + WINDOW + 1);
        vm.assertEq(_units(ANA), 12_000, "a second later not");
    }

    function test_GivenAnExitCameAWindowAfterTheDate() external {
        uint256 date = START + NOTICE;
        vm.prank(operator);
        plan.dismiss(ANA, uint40(date), "");
        uint256 state = vm.snapshotState();
        _exit(date + WINDOW);
        plan.finishLeave(ANA);
        vm.assertEq(_units(ANA), 24_000, "half of all, of which none was vested");
        vm.revertToState(state);
        _exit(date + WINDOW + 1);
        plan.finishLeave(ANA);
        vm.assertEq(_units(ANA), 0, "a second later not");
    }

    function test_GivenAnExitComesASecondLate() external {
        _dismiss(ANA, START + NOTICE);
        _exit(START + NOTICE + WINDOW + 1);
        vm.assertEq(plan.vestedOf(ANA, block.timestamp), 0, "what waits is not vested");
        plan.lapse(ANA);
        vm.assertEq(_units(ANA), 0, "it waited in vain");
    }

    function test_GivenAnExitCameBefore() external {
        _exit(_month(17));
        _dismiss(ANA, _month(18));
        vm.assertEq(_units(ANA), 33_000, "18,000 and half of the others");
        vm.assertEq(_earnings(ANA).owed, 3_300e6, "with their money");
    }

    function test_GivenAnExitCameLongBefore() external {
        _exit(_month(1));
        _dismiss(ANA, _month(18));
        vm.assertEq(_units(ANA), 18_000, "no second trigger");
    }

    function test_GivenAnExitComesInTime() external {
        _dismiss(ANA, _month(18));
        vm.assertEq(plan.grantAt(ANA).contingent, 15_000, "wait");
        vm.assertEq(_units(ANA), 33_000, "with the others");
        vm.assertEq(_earnings(ANA).held, 1_764_705_883, "and their money, with a share of what was freed");
        _receive(8_500e6);
        uint256 payableBefore = _payable(ANA);
        _exit(_month(18) + WINDOW);
        vm.assertEq(_earnings(ANA).owed, 3_300e6, "owed");
        vm.assertEq(_earnings(ANA).held, 0, "nothing waits");
        vm.assertTrue(_payable(ANA) > payableBefore, "and what they earned since");
        plan.claim(ANA, address(usdc));
        vm.assertEq(plan.vestedOf(ANA, block.timestamp), 33_000, "vested");
    }

    function test_GivenAnExitComesBetweenTheDateAndTheBooking() external {
        vm.warp(_month(18) - NOTICE);
        vm.prank(operator);
        plan.dismiss(ANA, uint40(_month(18)), "");
        _exit(_month(19));
        plan.finishLeave(ANA);
        vm.assertEq(_units(ANA), 33_000, "as if it was booked on its date");
        vm.assertEq(plan.grantAt(ANA).contingent, 0, "nothing waits");
    }

    function test_RevertWhen_WhatWaitsLapsesTooEarly() external {
        _dismiss(ANA, _month(18));
        vm.warp(_month(18) + WINDOW);
        vm.expectRevert(_tooEarly(_month(18) + WINDOW + 1));
        plan.lapse(ANA);
    }

    function test_RevertWhen_NothingWaitsForAnExit() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector));
        plan.lapse(BEN);
    }

    function test_RevertGiven_AnExitCameInTime() external {
        _dismiss(ANA, _month(18));
        _exit(_month(19));
        vm.warp(_month(18) + WINDOW + 1);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_IsExited.selector, _month(19)));
        plan.lapse(ANA);
    }

    function test_WhenWhatWaitsLapses() external {
        _dismiss(ANA, _month(18));
        _receive(8_500e6);
        vm.warp(_month(18) + WINDOW + 1);
        uint256 due = _earnings(ANA).owed + _payable(ANA);
        uint256 held = _earnings(ANA).held;
        uint256 before = _payable(BEN);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityLeaving.Lapsed(ANA, 15_000);
        vm.prank(stranger);
        plan.lapse(ANA);
        vm.assertEq(_units(ANA), 18_000, "lost");
        vm.assertEq(_earnings(ANA).held, 0, "nothing waits");
        vm.assertApproxEqAbs(_payable(BEN) - before, (held * 52) / 70, 2, "shared");
        vm.assertApproxEqAbs(_earnings(ANA).owed + _payable(ANA) - due, (held * 18) / 70, 2, "among all");
    }
}
