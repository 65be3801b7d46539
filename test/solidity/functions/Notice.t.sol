// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LinesBase } from "../support/LinesBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramExits } from "../../../contracts/interfaces/IProgramExits.sol";
import { Clauses, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Power, Remedy } from "../../../contracts/interfaces/Types.sol";
import { PER_LIFE } from "../../../contracts/libraries/Constants.sol";

contract NoticeTest is LinesBase {
    function setUp() public override {
        super.setUp();
        Clauses memory none;
        _createWith(10 * PERCENT, none, 5 * PERCENT);
    }

    /* GIVING */

    function test_RevertWhen_AnotherThanTheArbiterActs() external {
        bytes memory refusal = _missing(operator, Power.Arbiter);
        vm.startPrank(operator);
        vm.expectRevert(refusal);
        program.giveNotice(LINE, Remedy.End, "breach", "evidence");
        vm.expectRevert(refusal);
        program.withdrawNotice(LINE);
        vm.expectRevert(refusal);
        program.executeNotice(LINE);
        vm.expectRevert(refusal);
        program.resumeLine(LINE);
    }

    function test_RevertWhen_NoticeIsOfNothing() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "remedy"));
        _notice(Remedy.None);
    }

    function test_RevertGiven_ANoticeWaits() external {
        _notice(Remedy.Suspend);
        vm.warp(START + 2 * PERIOD - 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyWaits.selector));
        _notice(Remedy.End);
    }

    function test_RevertGiven_TheLineToNoticeWillEnd() external {
        _end();
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LineNotInForce.selector, LINE));
        _notice(Remedy.Suspend);
    }

    function test_WhenNoticeIsGiven() external {
        vm.warp(START + 3 days);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.NoticeGiven(LINE, Remedy.End, uint40(START + 33 days), "breach", "evidence");
        _notice(Remedy.End);
        vm.assertTrue(program.lineState(LINE).remedy == Remedy.End, "remedy");
        vm.assertEq(uint256(program.lineState(LINE).noticeUntil), START + 33 days, "until");
        vm.assertEq(uint256(program.lineState(LINE).ends), 0, "nothing ends yet");
    }

    function test_WhenNoticeIsGivenAfterOneLapsed() external {
        _notice(Remedy.End);
        vm.warp(START + 2 * PERIOD);
        vm.assertTrue(program.lineState(LINE).remedy == Remedy.None, "lapsed");
        _notice(Remedy.Suspend);
        vm.assertTrue(program.lineState(LINE).remedy == Remedy.Suspend, "another");
    }

    function test_WhenTheNoticeIsLongerThanTimeItself() external {
        Clauses memory none;
        Terms memory terms = _termsWith(10 * PERCENT, none, 0);
        terms.period = type(uint32).max;
        terms.lineNoticePeriods = 255;
        program = _create(terms);
        vm.warp(5_000_000_000);
        _notice(Remedy.End);
        vm.assertEq(uint256(program.lineState(LINE).noticeUntil), type(uint40).max, "until");
    }

    /* WITHDRAWING */

    function test_RevertGiven_NoNoticeIsToBeWithdrawn() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        vm.prank(arbiter);
        program.withdrawNotice(LINE);
    }

    function test_WhenNoticeIsWithdrawn() external {
        _notice(Remedy.End);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.NoticeWithdrawn(LINE);
        vm.prank(arbiter);
        program.withdrawNotice(LINE);
        vm.warp(START + PERIOD);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _execute();
    }

    /* EXECUTING */

    function test_RevertGiven_TheNoticeIsNotOver() external {
        _notice(Remedy.End);
        vm.warp(START + PERIOD - 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooEarly.selector, START + PERIOD));
        _execute();
    }

    function test_RevertGiven_TheNoticeLapsed() external {
        _notice(Remedy.End);
        vm.warp(START + 2 * PERIOD);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooLate.selector, START + 2 * PERIOD));
        _execute();
    }

    function test_RevertGiven_TheLineIsSuspendedAlready() external {
        _suspend();
        _notice(Remedy.Suspend);
        vm.warp(START + 2 * PERIOD);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LineNotInForce.selector, LINE));
        _execute();
    }

    function test_WhenABreachEndsTheLine() external {
        _earn(1_000);
        _notice(Remedy.End);
        vm.warp(START + PERIOD);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.LineEnded(LINE, uint40(START + 2 * PERIOD));
        _execute();
        vm.assertEq(uint256(program.lineState(LINE).ends), START + 2 * PERIOD, "ends");
        vm.assertTrue(program.lineState(LINE).remedy == Remedy.None, "done");
        _earn(1_000);
        _warpToPeriod(2);
        _earn(1_000);
        _warpToPeriod(4);
        _assertUsdc(program.claimLine(LINE, address(usdc)), 200, "earned money untouched");
        _assertUsdc(_settleAll(), 2_650, "the rest is residual");
    }

    function test_WhenTheLineIsSuspendedAndResumed() external {
        _notice(Remedy.Suspend);
        vm.warp(START + PERIOD);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.LineSuspended(LINE, uint40(START + 2 * PERIOD));
        _execute();
        vm.assertTrue(program.lineState(LINE).suspended, "suspended");
        _earn(1_000);
        _warpToPeriod(2);
        _earn(1_000);
        _warpToPeriod(3);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.LineResumed(LINE, uint40(START + 4 * PERIOD));
        _resume();
        vm.assertTrue(!program.lineState(LINE).suspended, "resumed");
        _earn(1_000);
        _warpToPeriod(4);
        _earn(1_000);
        _warpToPeriod(6);
        _assertUsdc(program.claimLine(LINE, address(usdc)), 200, "before and after");
        _assertUsdc(_settleAll(), 3_600, "the rest is residual");
        _assertUsdc(program.claimLine(1, address(usdc)), 200, "the other line");
        vm.assertEq(program.solvency()[USDC].owed, 0, "owed");
    }

    function test_WhenTheLineIsResumedBeforeItPauses() external {
        _suspend();
        _resume();
        _warpToPeriod(2);
        _earn(1_000);
        _warpToPeriod(4);
        _assertUsdc(program.claimLine(LINE, address(usdc)), 100, "it never paused");
        _assertUsdc(_settleAll(), 850, "the residual");
    }

    function test_WhenAConditionalLineIsSuspended() external {
        Clauses memory clauses = _guaranteed(30, 0);
        clauses.thresholdPer = PER_LIFE;
        clauses.threshold = _each(1_500 * MICROS);
        _createWith(10 * PERCENT, clauses);
        _earn(1_000);
        _suspend();
        _earn(100);
        _warpToPeriod(2);
        _earn(1_000);
        _resume();
        _warpToPeriod(3);
        _earn(1_000);
        _warpToPeriod(5);
        _assertUsdc(program.settleLine(LINE, address(usdc)), 3 * 30 + 60, "three fees, and 10 % of 600");
    }

    /* RESUMING */

    function test_RevertGiven_TheLineIsNotSuspended() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LineNotInForce.selector, LINE));
        _resume();
    }

    function test_RevertGiven_TheSuspendedLineWillEnd() external {
        _suspend();
        vm.prank(operator);
        program.agreeExit(LINE, true);
        vm.prank(tech);
        program.agreeExit(LINE, true);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LineNotInForce.selector, LINE));
        _resume();
    }

    /// @dev Gives notice now and does it when it is over.
    function _suspend() private {
        _notice(Remedy.Suspend);
        vm.warp(block.timestamp + PERIOD);
        _execute();
    }

    function _end() private {
        _notice(Remedy.End);
        vm.warp(block.timestamp + PERIOD);
        _execute();
    }

    function _notice(Remedy remedy) private {
        vm.prank(arbiter);
        program.giveNotice(LINE, remedy, "breach", "evidence");
    }

    function _execute() private {
        vm.prank(arbiter);
        program.executeNotice(LINE);
    }

    function _resume() private {
        vm.prank(arbiter);
        program.resumeLine(LINE);
    }
}
