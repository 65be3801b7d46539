// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LinesBase } from "../support/LinesBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramExits } from "../../../contracts/interfaces/IProgramExits.sol";
import { Clauses, Terms } from "../../../contracts/interfaces/TermsTypes.sol";

contract AgreeExitTest is LinesBase {
    function setUp() public override {
        super.setUp();
        Clauses memory none;
        _createWith(10 * PERCENT, none, 5 * PERCENT);
    }

    function test_RevertWhen_TheLineIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownLine.selector, 2));
        vm.prank(operator);
        program.agreeExit(2, true);
    }

    function test_RevertWhen_TheCallerIsNeitherOperatorNorHolder() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, moderators));
        vm.prank(moderators);
        program.agreeExit(LINE, true);
    }

    function test_RevertGiven_TheLineWillEnd() external {
        _agree(operator);
        _agree(tech);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LineNotInForce.selector, LINE));
        vm.prank(tech);
        program.agreeExit(LINE, true);
    }

    function test_RevertGiven_TheLineEndsByItsTermsBeforeTheNextPeriod() external {
        Clauses memory none;
        Terms memory terms = _termsWith(10 * PERCENT, none, 0);
        terms.standing[LINE].ends = START + PERIOD;
        program = _create(terms);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_LineNotInForce.selector, LINE));
        vm.prank(tech);
        program.agreeExit(LINE, true);
    }

    function test_WhenOneAgrees() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.ExitAgreed(LINE, tech, 2, true);
        _agree(tech);
        vm.assertEq(uint256(program.lineState(LINE).agreed), 2, "the holder");
        vm.assertEq(uint256(program.lineState(LINE).ends), 0, "nothing ends");
        vm.prank(tech);
        program.agreeExit(LINE, false);
        vm.assertEq(uint256(program.lineState(LINE).agreed), 0, "no longer");
        _agree(operator);
        vm.assertEq(uint256(program.lineState(LINE).agreed), 1, "the operator alone");
        vm.assertEq(uint256(program.lineState(LINE).ends), 0, "still nothing ends");
    }

    function test_WhenBothAgree() external {
        _earn(1_000);
        _agree(operator);
        vm.warp(START + 29 days);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.ExitAgreed(LINE, tech, 2, true);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.LineEnded(LINE, uint40(START + PERIOD));
        _agree(tech);
        vm.assertEq(uint256(program.lineState(LINE).ends), START + PERIOD, "at the next period's start");
        vm.assertEq(uint256(program.lineState(LINE).agreed), 0, "done");
        _earn(1_000);
        _warpToPeriod(1);
        _earn(1_000);
        _warpToPeriod(3);
        _assertUsdc(program.claimLine(LINE, address(usdc)), 200, "all that was earned until then");
        _assertUsdc(_settleAll(), 2_650, "the rest is residual");
        _assertUsdc(program.claimLine(1, address(usdc)), 150, "another line goes on");
        vm.assertEq(program.solvency()[USDC].owed, 0, "owed");
    }

    function test_GivenTheCallerIsBoth() external {
        Clauses memory none;
        Terms memory terms = _termsWith(10 * PERCENT, none, 0);
        terms.standing[LINE].holder = operator;
        program = _create(terms);
        _agree(operator);
        vm.assertEq(uint256(program.lineState(LINE).ends), START + PERIOD, "ends at once");
    }

    function test_GivenTheProgramHasNotStarted() external {
        vm.warp(START - 10 days);
        _agree(operator);
        _agree(tech);
        vm.assertEq(uint256(program.lineState(LINE).ends), START, "before it earns");
        vm.warp(START);
        _earn(1_000);
        _warpToLock();
        vm.assertEq(program.settleLine(LINE, address(usdc)), 0, "nothing");
        _assertUsdc(_settleAll(), 950, "all is residual");
    }

    function test_GivenAPriceIsOnOffer() external {
        _fund(500e6);
        vm.prank(operator);
        program.offerBuyout(LINE, address(usdc), 400e6);
        _agree(operator);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.BuyoutWithdrawn(LINE, address(usdc), 400e6);
        _agree(tech);
        _assertUsdc(program.solvency()[USDC].funds, 500, "the price is back");
        vm.assertEq(uint256(program.lineState(LINE).price), 0, "no offer");
    }

    function _agree(address by) private {
        vm.prank(by);
        program.agreeExit(LINE, true);
    }
}
