// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPayments } from "../../../contracts/interfaces/IProgramPayments.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";

contract PaySaleTest is Base {
    function test_RevertWhen_TheKindIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownKind.selector, 3));
        program.paySale("a", 3, address(usdc), 1);
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        program.paySale("a", INITIAL, stranger, 1);
    }

    function test_RevertWhen_TheProgramHasNotStarted() external {
        vm.warp(START - 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotStarted.selector, START, START - 1));
        program.paySale("a", INITIAL, address(usdc), 1);
    }

    function test_RevertWhen_TheSaleIdIsZero() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroSaleId.selector));
        program.paySale(0, INITIAL, address(usdc), 1);
    }

    function test_RevertWhen_TheAmountIsZero() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        program.paySale("a", INITIAL, address(usdc), 0);
    }

    function test_RevertGiven_ThePayerPaidThisSaleBefore() external {
        _paySale("a", INITIAL, 100e6);
        _give(customer, 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyPaid.selector, bytes32("a"), customer));
        vm.prank(customer);
        program.paySale("a", INITIAL, address(usdc), 1);
    }

    function test_RevertWhen_TheValueIsNotTheAmount() external {
        vm.deal(customer, 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_WrongValue.selector, 1, 2));
        vm.prank(customer);
        program.paySale{ value: 1 }("a", INITIAL, ETHER, 2);
    }

    function test_WhenTheCurrencyIsETH() external {
        vm.deal(customer, 2 ether);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPayments.SalePaid("a", customer, RENEWAL, ETHER, 2 ether);
        vm.prank(customer);
        program.paySale{ value: 2 ether }("a", RENEWAL, ETHER, 2 ether);
        vm.assertEq(program.solvency()[ETH].owed, 2 ether, "owed");
        vm.assertEq(program.solvency()[ETH].funds, 0, "funds");
        vm.assertEq(program.bucketAt(ETHER, RENEWAL, START).revenue, 0, "revenue");
    }

    function test_WhenTheCurrencyIsAToken() external {
        _paySale("a", INITIAL, 100e6);
        vm.assertEq(program.solvency()[USDC].owed, 100e6, "owed");
        vm.assertEq(program.solvency()[USDC].funds, 0, "funds");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 0, "revenue");
    }

    function test_GivenAnotherPayerPaidTheSameSale() external {
        _paySale("a", INITIAL, 100e6);
        _give(stranger, 1e6);
        vm.prank(stranger);
        program.paySale("a", INITIAL, address(usdc), 1e6);
        vm.assertEq(program.solvency()[USDC].owed, 101e6, "owed");
    }
}
