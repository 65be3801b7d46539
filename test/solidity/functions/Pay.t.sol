// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { FeeToken } from "../../../contracts/mocks/FeeToken.sol";

contract PayTest is Base {
    function test_RevertWhen_TheKindIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownKind.selector, 3));
        program.pay(3, address(usdc), 1);
    }

    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        program.pay(INITIAL, stranger, 1);
    }

    function test_RevertWhen_TheAmountIsZero() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        program.pay(INITIAL, address(usdc), 0);
    }

    function test_RevertWhen_TheAmountIsMoreThanTheBooksCanHold() external {
        _give(customer, 1 << 96);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_RevenueTooLarge.selector, 1 << 96));
        vm.prank(customer);
        program.pay(INITIAL, address(usdc), 1 << 96);
    }

    function test_RevertWhen_TheProgramHasNotStarted() external {
        vm.warp(START - 1);
        _give(customer, 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotStarted.selector, START, START - 1));
        vm.prank(customer);
        program.pay(INITIAL, address(usdc), 1);
    }

    function test_RevertWhen_TheValueIsNotTheAmount() external {
        vm.deal(customer, 3);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_WrongValue.selector, 2, 3));
        vm.prank(customer);
        program.pay{ value: 2 }(INITIAL, ETHER, 3);
    }

    function test_WhenTheValueIsTheAmount() external {
        vm.deal(customer, 3 ether);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.RevenuePaid(customer, RENEWAL, ETHER, 3 ether);
        vm.prank(customer);
        program.pay{ value: 3 ether }(RENEWAL, ETHER, 3 ether);
        vm.assertEq(program.bucketAt(ETHER, RENEWAL, START).revenue, 3 ether, "revenue");
        vm.assertEq(program.bucketAt(ETHER, RENEWAL, START).setAside, 3 ether, "setAside");
        vm.assertEq(program.bucketAt(ETHER, INITIAL, START).revenue, 0, "other kind");
        vm.assertEq(program.solvency()[ETH].owed, 3 ether, "owed");
    }

    function test_GivenASegmentOfOneSecond() external {
        Terms memory terms = _terms();
        terms.standing[TECH].starts = START + 1;
        program = _create(terms);
        _pay(INITIAL, 100e6);
        vm.warp(START + 1);
        _pay(INITIAL, 10e6);
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 100e6, "the first second");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START + 1).revenue, 10e6, "from then on");
    }

    function test_RevertWhen_ValueIsSentAlong() external {
        _give(customer, 1);
        vm.deal(customer, 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_WrongValue.selector, 1, 0));
        vm.prank(customer);
        program.pay{ value: 1 }(INITIAL, address(usdc), 1);
    }

    function test_RevertWhen_NothingArrives() external {
        FeeToken token = _withFeeToken(1_000_000);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        vm.prank(customer);
        program.pay(INITIAL, address(token), 100);
    }

    function test_WhenLessArrivesThanWasSent() external {
        FeeToken token = _withFeeToken(10_000);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.RevenuePaid(customer, INITIAL, address(token), 99);
        vm.prank(customer);
        program.pay(INITIAL, address(token), 100);
        vm.assertEq(program.bucketAt(address(token), INITIAL, START).revenue, 99, "revenue");
        _assertSolvent(program);
    }

    function test_WhenAllArrives() external {
        _pay(EXPANSION, 100e6);
        vm.assertEq(program.bucketAt(address(usdc), EXPANSION, START).revenue, 100e6, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), EXPANSION, START).setAside, 100e6, "setAside");
        vm.assertEq(program.bucketAt(address(usdc), EXPANSION, START).until, START + 10 days, "until");
        vm.assertEq(program.solvency()[USDC].owed, 100e6, "owed");
    }

    function _withFeeToken(uint256 fee) private returns (FeeToken token) {
        token = FeeToken(_deploy("contracts/mocks/FeeToken.sol:FeeToken", abi.encode(fee)));
        Terms memory terms = _terms();
        terms.currencies[USDC] = address(token);
        program = _create(terms);
        token.mint(customer, 100);
        vm.prank(customer);
        token.approve(address(program), 100);
    }
}
