// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LinesBase } from "../support/LinesBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramLines } from "../../../contracts/interfaces/IProgramLines.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
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
        program.addReserve(stranger, 1);
    }

    function test_RevertWhen_NothingIsAdded() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        program.addReserve(address(usdc), 0);
    }

    function test_WhenAnyoneAdds() external {
        _give(customer, 50e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ReserveAdded(customer, address(usdc), 50e6);
        vm.prank(customer);
        program.addReserve(address(usdc), 50e6);
        _assertUsdc(program.reserveOf(address(usdc)), 50, "reserve");
        _assertUsdc(program.solvency()[USDC].owed, 50, "owed");
        vm.assertEq(program.solvency()[USDC].funds, 0, "no funds");
    }

    function test_WhenETHIsAdded() external {
        vm.deal(customer, 2 ether);
        vm.prank(customer);
        program.addReserve{ value: 2 ether }(ETHER, 2 ether);
        vm.assertEq(program.reserveOf(ETHER), 2 ether, "reserve");
    }

    function test_GivenLinesHaveArrears() external {
        _warpToPeriod(2);
        _settleAll();
        _give(operator, 1_000e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ArrearsPaid(LINE, tech, address(usdc), 300e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ArrearsPaid(1, moderators, address(usdc), 40e6);
        vm.prank(operator);
        program.addReserve(address(usdc), 340e6);
        vm.assertEq(program.reserveOf(address(usdc)), 0, "all of it is paid on");
        _assertUsdc(program.claimable(tech, address(usdc)), 300, "the first line");
        _assertUsdc(program.claimable(moderators, address(usdc)), 40, "the second");
        _assertUsdc(program.lineProgress(1, address(usdc)).arrears, 60, "the rest waits");
        vm.prank(operator);
        program.addReserve(address(usdc), 100e6);
        _assertUsdc(program.claimable(moderators, address(usdc)), 100, "paid though the line has ended");
        _assertUsdc(program.reserveOf(address(usdc)), 40, "reserve");
        _assertSolvent(program);
    }

    /* WITHDRAWING */

    function test_RevertWhen_WithdrawnByAnotherThanTheOperator() external {
        vm.expectRevert(_missing(tech, Power.Operator));
        vm.prank(tech);
        program.withdrawReserve(address(usdc), 1);
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
        _addReserve(350);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ReserveTooSmall.selector, address(usdc), 0, 1));
        _withdraw(1);
        _addReserve(100);
        _assertUsdc(program.reserveOf(address(usdc)), 50, "arrears are paid");
        _withdraw(50e6);
    }

    function test_GivenAllGuaranteedLinesAreOver() external {
        _addReserve(1_000);
        _endTech();
        _warpToPeriod(2);
        _settleAll();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.ReserveWithdrawn(address(usdc), 600e6);
        _withdraw(600e6);
        _assertUsdc(usdc.balanceOf(treasury), 600, "the treasury's");
        program.claim(tech, address(usdc));
        program.claim(moderators, address(usdc));
        vm.assertEq(program.solvency()[USDC].owed, 0, "nothing is owed");
        vm.assertEq(usdc.balanceOf(address(program)), 0, "nothing is stuck");
    }

    function test_GivenNoLineIsGuaranteedInTheCurrency() external {
        vm.deal(operator, 1 ether);
        vm.prank(operator);
        program.addReserve{ value: 1 ether }(ETHER, 1 ether);
        vm.prank(operator);
        program.withdrawReserve(ETHER, 1 ether);
        vm.assertEq(treasury.balance, 1 ether, "the treasury's");
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
        program.withdrawReserve(address(usdc), amount);
    }
}
