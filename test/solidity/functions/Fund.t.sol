// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramFunding } from "../../../contracts/interfaces/IProgramFunding.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";

contract FundTest is Base {
    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, address(0)));
        program.fund(address(0), 1);
    }

    function test_RevertWhen_TheAmountIsZero() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        program.fund(address(usdc), 0);
    }

    function test_RevertWhen_TheAmountIsMoreThanTheBooksCanHold() external {
        _give(stranger, 1 << 96);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AmountTooLarge.selector, 1 << 96));
        vm.prank(stranger);
        program.fund(address(usdc), 1 << 96);
    }

    function test_RevertWhen_TheValueIsNotTheAmount() external {
        vm.deal(stranger, 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_WrongValue.selector, 1, 0));
        vm.prank(stranger);
        program.fund{ value: 1 }(address(usdc), 1);
    }

    function test_WhenTheCurrencyIsETH() external {
        vm.deal(stranger, 1 ether);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramFunding.Funded(stranger, ETHER, 1 ether);
        vm.prank(stranger);
        program.fund{ value: 1 ether }(ETHER, 1 ether);
        vm.assertEq(program.solvency()[ETH].funds, 1 ether, "funds");
        vm.assertEq(program.solvency()[ETH].owed, 1 ether, "owed");
    }

    function test_WhenTheCurrencyIsAToken() external {
        _fund(5e6);
        _give(stranger, 1e6);
        vm.prank(stranger);
        program.fund(address(usdc), 1e6);
        vm.assertEq(program.solvency()[USDC].funds, 6e6, "funds");
        vm.assertEq(program.solvency()[USDC].owed, 6e6, "owed");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 0, "revenue");
    }
}
