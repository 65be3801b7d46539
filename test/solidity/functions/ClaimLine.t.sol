// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramLines } from "../../../contracts/interfaces/IProgramLines.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";

contract ClaimLineTest is Base {
    uint256 private constant TECH_STARTS = START + 10 days;

    function test_RevertWhen_TheLineIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownLine.selector, 2));
        program.claimLine(2, address(usdc));
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        program.claimLine(MODERATORS, stranger);
    }

    function test_RevertGiven_TheLineHasEarnedNothingThatIsLocked() external {
        _pay(INITIAL, 100e6);
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        _refuses(MODERATORS, moderators);
        vm.warp(START + 2 * uint256(PERIOD));
        _refuses(TECH, tech);
    }

    function test_GivenTheLinesPeriodIsLocked() external {
        _pay(INITIAL, 100e6);
        _pay(RENEWAL, 33);
        _warpToLock();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramLines.LineSettled(MODERATORS, moderators, address(usdc), 2e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(moderators, address(usdc), 2e6);
        vm.prank(stranger);
        vm.assertEq(program.claimLine(MODERATORS, address(usdc)), 2e6, "answer");
        vm.assertEq(usdc.balanceOf(moderators), 2e6, "paid");
        _refuses(MODERATORS, moderators);
        _assertSolvent(program);
    }

    function test_GivenTheLineStartsInsideAPeriod() external {
        vm.warp(TECH_STARTS - 1);
        _pay(INITIAL, 1_000e6);
        vm.warp(TECH_STARTS);
        _pay(INITIAL, 100e6);
        _warpToLock();
        _assertPaid(TECH, tech, 30e6);
        _assertPaid(MODERATORS, moderators, 22e6);
    }

    function test_GivenTheLinesYearEndsInsideAPeriod() external {
        vm.warp(TECH_STARTS + 365 days - 1);
        _pay(INITIAL, 100e6);
        vm.warp(TECH_STARTS + 365 days);
        _pay(INITIAL, 1_000e6);
        _warpToLock();
        _assertPaid(TECH, tech, 30e6 + 200e6);
    }

    function test_GivenTheLineHasNoRateForAYear() external {
        Terms memory terms = _terms();
        terms.standing[TECH].rates = _three(30 * PERCENT, 0, 10 * PERCENT);
        program = _create(terms);
        vm.warp(TECH_STARTS + 365 days - 1);
        _pay(INITIAL, 100e6);
        vm.warp(TECH_STARTS + 365 days);
        _pay(INITIAL, 1_000e6);
        vm.warp(TECH_STARTS + 730 days);
        _pay(INITIAL, 10_000e6);
        _warpToLock();
        _assertPaid(TECH, tech, 30e6 + 1_000e6);
    }

    function test_GivenTheLineEndsInsideAPeriod() external {
        vm.warp(TECH_STARTS + 3 * 365 days - 1);
        _pay(INITIAL, 100e6);
        vm.warp(TECH_STARTS + 3 * 365 days);
        _pay(INITIAL, 1_000e6);
        _warpToLock();
        _assertPaid(TECH, tech, 10e6);
        _assertPaid(MODERATORS, moderators, 22e6);
    }

    function test_GivenTheLineEarnsOnSomeKindsAlone() external {
        Terms memory terms = _terms();
        terms.standing[MODERATORS].kinds = 5;
        program = _create(terms);
        _pay(INITIAL, 100e6);
        _pay(RENEWAL, 1_000e6);
        _pay(EXPANSION, 10_000e6);
        _warpToLock();
        _assertPaid(MODERATORS, moderators, 202e6);
    }

    function test_GivenTheHolderIsAPartnerToo() external {
        uint256 number = _enrollOne(program, moderators, "moderators");
        _fund(17e6);
        _post(_sale("a", 100e6, _credits(_credit(number, INTEGRATION, 1))));
        _warpToLock();
        vm.assertEq(program.claimLine(MODERATORS, address(usdc)), 2e6, "line alone");
        vm.assertEq(usdc.balanceOf(moderators), 17e6, "both");
        _assertSolvent(program);
    }

    function test_GivenTheProgramHoldsNothing() external {
        Terms memory terms = _terms();
        terms.holdPeriods = 0;
        program = _create(terms);
        _pay(INITIAL, 149);
        _assertPaid(MODERATORS, moderators, 2);
        _refuses(MODERATORS, moderators);
        _pay(INITIAL, 1);
        _assertPaid(MODERATORS, moderators, 3);
        vm.warp(START + 10 days);
        _pay(INITIAL, 50);
        _assertPaid(MODERATORS, moderators, 4);
        vm.warp(START + 5 * uint256(PERIOD));
        _pay(INITIAL, 50);
        _assertPaid(MODERATORS, moderators, 5);
        _assertPaid(TECH, tech, 30);
        _assertSolvent(program);
    }

    function test_RevertGiven_TheHolderRefusesETH() external {
        vm.etch(moderators, _runtime("contracts/mocks/RevertingReceiver.sol:RevertingReceiver"));
        vm.deal(customer, 1 ether);
        vm.prank(customer);
        program.pay{ value: 1 ether }(INITIAL, ETHER, 1 ether);
        _warpToLock();
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_PaymentFailed.selector, moderators, 0.02 ether));
        program.claimLine(MODERATORS, ETHER);
        program.settleLine(MODERATORS, ETHER);
        vm.assertEq(program.claimable(moderators, ETHER), 0.02 ether, "settled all the same");
    }

    /// @dev Claims, and compares all that the holder was ever paid.
    function _assertPaid(uint256 line, address holder, uint256 expected) private {
        program.claimLine(line, address(usdc));
        vm.assertEq(usdc.balanceOf(holder), expected, "paid in all");
        _assertSolvent(program);
    }

    function _refuses(uint256 line, address holder) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingToClaim.selector, holder, address(usdc)));
        program.claimLine(line, address(usdc));
    }
}
