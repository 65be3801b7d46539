// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramFunding } from "../../../contracts/interfaces/IProgramFunding.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { RevertingReceiver } from "../../../contracts/mocks/RevertingReceiver.sol";
import { RoundingToken } from "../../../contracts/mocks/RoundingToken.sol";
import { Power } from "../../../contracts/interfaces/Types.sol";

contract WithdrawFundsTest is Base {
    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        _fund(1e6);
        vm.expectRevert(_missing(treasury, Power.Operator));
        vm.prank(treasury);
        program.withdrawFunds(address(usdc), 1e6);
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        vm.prank(operator);
        program.withdrawFunds(stranger, 1e6);
    }

    function test_RevertWhen_TheAmountIsZero() external {
        _fund(1e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        vm.prank(operator);
        program.withdrawFunds(address(usdc), 0);
    }

    function test_RevertWhen_TheAmountIsAboveTheFunds() external {
        _fund(1e6);
        _pay(INITIAL, 1e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotFunded.selector, address(usdc), 1e6, 1e6 + 1));
        vm.prank(operator);
        program.withdrawFunds(address(usdc), 1e6 + 1);
    }

    function test_R1_GivenTheTreasuryRefusesETH() external {
        Terms memory terms = _terms();
        terms.treasury = _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "");
        program = _create(terms);
        vm.deal(operator, 1 ether);
        vm.prank(operator);
        program.fund{ value: 1 ether }(ETHER, 1 ether);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimFailed(terms.treasury, ETHER, 1 ether);
        vm.prank(operator);
        program.withdrawFunds(ETHER, 1 ether);
        vm.assertEq(program.solvency()[ETH].funds, 0, "no funds any more");
        vm.assertEq(program.claimable(terms.treasury, ETHER), 1 ether, "owed");
        vm.prank(terms.treasury);
        program.claimTo(terms.treasury, ETHER, stranger);
        vm.assertEq(stranger.balance, 1 ether, "paid elsewhere");
        _assertSolvent(program);
    }

    /// @dev 10 units are 6 shares at a rate of 1.5, rounded down, and 6 shares are 9 units.
    function test_WhenATokenMovesAUnitLess() external {
        RoundingToken token = RoundingToken(_deploy("contracts/mocks/RoundingToken.sol:RoundingToken", ""));
        token.mintShares(operator, 2_000, 3_000);
        Terms memory terms = _terms();
        terms.currencies[USDC] = address(token);
        program = _create(terms);
        vm.startPrank(operator);
        token.approve(address(program), 300);
        program.fund(address(token), 300);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(treasury, address(token), 10);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimShort(treasury, address(token), 1);
        program.withdrawFunds(address(token), 10);
        vm.stopPrank();
        vm.assertEq(token.balanceOf(treasury), 9, "paid");
        vm.assertEq(program.claimable(treasury, address(token)), 1, "still the treasury's");
        vm.assertEq(program.solvency()[USDC].funds, 290, "funds");
        _assertSolvent(program);
    }

    function test_WhenTheAmountIsWithinTheFunds() external {
        _fund(5e6);
        _pay(INITIAL, 3e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramFunding.FundsWithdrawn(address(usdc), 5e6);
        vm.prank(operator);
        program.withdrawFunds(address(usdc), 5e6);
        vm.assertEq(usdc.balanceOf(treasury), 5e6, "treasury");
        vm.assertEq(program.solvency()[USDC].funds, 0, "funds");
        vm.assertEq(program.solvency()[USDC].owed, 3e6, "owed");
        _assertSolvent(program);
    }
}
