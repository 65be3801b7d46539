// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LinesBase } from "../support/LinesBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramLines } from "../../../contracts/interfaces/IProgramLines.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER, FOR_MILESTONES } from "../../../contracts/libraries/Constants.sol";
import { Power } from "../../../contracts/interfaces/Types.sol";

contract ReserveTest is LinesBase {
    function setUp() public override {
        super.setUp();
        Terms memory terms = _termsWith(0, _guaranteed(300, 0), PERCENT);
        terms.standing[1].rates = _one(0);
        terms.standing[1].clauses = _guaranteed(100, 0);
        terms.standing[1].ends = START + PERIOD;
        program = _create(terms);
    }

    /* ADDING */

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        program.addReserve(LINE, stranger, 1);
    }

    function test_RevertWhen_NothingIsAdded() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        program.addReserve(LINE, address(usdc), 0);
    }

    function test_RevertWhen_TheLineIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownLine.selector, 2));
        program.addReserve(2, address(usdc), 1);
    }

    function test_RevertWhen_TheLineIsGuaranteedNothingInTheCurrency() external {
        vm.deal(customer, 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "guarantee"));
        vm.prank(customer);
        program.addReserve{ value: 1 }(LINE, ETHER, 1);
    }

    function test_RevertWhen_TheTermsHaveNoMilestones() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "milestone"));
        program.addReserve(FOR_MILESTONES, address(usdc), 1);
    }

    function test_WhenAnyoneAdds() external {
        _give(customer, 50e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ReserveAdded(LINE, customer, address(usdc), 50e6);
        vm.prank(customer);
        program.addReserve(LINE, address(usdc), 50e6);
        _assertUsdc(_reserveOf(LINE), 50, "reserve");
        vm.assertEq(_reserveOf(1), 0, "of the other line");
        _assertUsdc(program.solvency()[USDC].owed, 50, "owed");
        vm.assertEq(program.solvency()[USDC].funds, 0, "no funds");
    }

    function test_WhenETHIsAdded() external {
        Terms memory terms = _termsWith(0, _guaranteed(300, 0), 0);
        terms.standing[LINE].clauses.fee[ETH] = 1 ether;
        terms.name = "in ETH";
        program = _create(terms);
        vm.deal(customer, 2 ether);
        vm.prank(customer);
        program.addReserve{ value: 2 ether }(LINE, ETHER, 2 ether);
        (uint256 reserve, ) = program.reserveOf(LINE, ETHER);
        vm.assertEq(reserve, 2 ether, "reserve");
    }

    /// @dev F1: each reserve backs its own line, whatever another is owed.
    function test_F1_GivenLinesHaveArrears() external {
        _warpToPeriod(2);
        _settleAll();
        _give(operator, 1_000e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ArrearsPaid(1, moderators, address(usdc), 40e6);
        vm.prank(operator);
        program.addReserve(1, address(usdc), 40e6);
        vm.assertEq(_reserveOf(1), 0, "all of it is paid on");
        vm.assertEq(program.claimable(tech, address(usdc)), 0, "the first line gets nothing of it");
        _assertUsdc(program.claimable(moderators, address(usdc)), 40, "the second");
        (, uint256 arrears) = program.reserveOf(1, address(usdc));
        _assertUsdc(arrears, 60, "the rest waits");
        vm.prank(operator);
        program.addReserve(1, address(usdc), 100e6);
        _assertUsdc(program.claimable(moderators, address(usdc)), 100, "paid though the line has ended");
        _assertUsdc(_reserveOf(1), 40, "reserve");
        _assertSolvent(program);
    }

    /// @dev F3: no line waits for a later one, whatever that is owed from before.
    function test_F3_GivenALaterLineHasArrears() external {
        _warpToPeriod(2);
        _settleAll();
        _addReserveFor(LINE, 300);
        _earn(450);
        _warpToPeriod(4);
        _settleAll();
        // Of 450 the first line's arrears of the second period and its fee of the third come first.
        _assertUsdc(_techHas(), 300 + 450, "the first line");
        vm.assertEq(program.claimable(moderators, address(usdc)), 0, "the second, older arrears and all");
    }

    /* WITHDRAWING */

    function test_RevertWhen_WithdrawnByAnotherThanTheOperator() external {
        vm.expectRevert(_missing(tech, Power.Operator));
        vm.prank(tech);
        program.withdrawReserve(LINE, address(usdc), 1);
    }

    function test_RevertWhen_NothingIsWithdrawn() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        _withdraw(0);
    }

    function test_RevertWhen_TheReserveIsSmaller() external {
        _addReserve(50);
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_ReserveTooSmall.selector, address(usdc), 50e6, 50e6 + 1)
        );
        _withdraw(50e6 + 1);
    }

    function test_RevertGiven_AGuaranteedLineRuns() external {
        _addReserve(50);
        _refusesFor(LINE);
    }

    function test_RevertGiven_TheEndedLineIsNotSettled() external {
        _addReserve(1_000);
        _endTech();
        _warpToPeriod(2);
        _refusesFor(LINE);
    }

    function test_RevertGiven_ALineHasArrears() external {
        _endTech();
        _warpToPeriod(3);
        _settleAll();
        _addReserve(250);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ReserveTooSmall.selector, address(usdc), 0, 1));
        _withdraw(1);
        _addReserve(100);
        _assertUsdc(_reserveOf(LINE), 50, "arrears are paid");
        _withdraw(50e6);
    }

    function test_GivenTheLineIsOver() external {
        _addReserve(1_000);
        _addReserveFor(1, 500);
        _endTech();
        _warpToPeriod(2);
        _settleAll();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ReserveWithdrawn(LINE, address(usdc), 700e6);
        _withdraw(700e6);
        vm.prank(operator);
        program.withdrawReserve(1, address(usdc), 400e6);
        _assertUsdc(usdc.balanceOf(treasury), 1_100, "the treasury's");
        program.claim(tech, address(usdc));
        program.claim(moderators, address(usdc));
        vm.assertEq(program.solvency()[USDC].owed, 0, "nothing is owed");
        vm.assertEq(usdc.balanceOf(address(program)), 0, "nothing is stuck");
    }

    /// @dev One line over, another not: each reserve by itself.
    function test_F1_GivenAnotherLineRuns() external {
        _addReserve(1_000);
        _addReserveFor(1, 500);
        _warpToPeriod(2);
        _settleAll();
        _refusesFor(LINE);
        vm.prank(operator);
        program.withdrawReserve(1, address(usdc), 400e6);
        _assertUsdc(_reserveOf(LINE), 700, "the other stays");
    }

    function _endTech() private {
        vm.prank(operator);
        program.agreeExit(LINE, true);
        vm.prank(tech);
        program.agreeExit(LINE, true);
    }

    function _refusesFor(uint256 line) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ReserveNeeded.selector, address(usdc), line));
        _withdraw(1);
    }

    function _withdraw(uint256 amount) private {
        vm.prank(operator);
        program.withdrawReserve(LINE, address(usdc), amount);
    }
}
