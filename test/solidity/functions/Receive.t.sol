// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";

contract ReceiveTest is Base {
    function test_RevertWhen_TheProgramTakesNoETH() external {
        Terms memory terms = _terms();
        terms.currencies[ETH] = address(0);
        program = _create(terms);
        bytes memory expected = abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrencyIndex.selector, 0);
        vm.assertEq(_send(1, false), expected, "answer");
    }

    function test_RevertWhen_TheProgramHasNotStarted() external {
        vm.warp(START - 1);
        bytes memory expected = abi.encodeWithSelector(IProgramErrors.Program_NotStarted.selector, START, START - 1);
        vm.assertEq(_send(1, false), expected, "answer");
    }

    function test_GivenTheRunningSegmentHasNoRevenueYet() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Received(1 ether);
        _send(1 ether, true);
        vm.assertEq(program.bucketAt(ETHER, INITIAL, START).revenue, 1 ether, "revenue");
        vm.assertEq(program.bucketAt(ETHER, INITIAL, START).setAside, 1 ether, "setAside");
        vm.assertEq(program.solvency()[ETH].owed, 1 ether, "owed");
    }

    function test_GivenTheRunningSegmentHasRevenue() external {
        _send(1 ether, true);
        vm.warp(START + 10 days - 1);
        _send(2 ether, true);
        vm.assertEq(program.bucketAt(ETHER, INITIAL, START).revenue, 3 ether, "revenue");
        vm.assertEq(program.solvency()[ETH].owed, 3 ether, "owed");
    }

    function test_GivenAnOlderSegmentIsOpen() external {
        _send(1 ether, true);
        vm.warp(START + 10 days);
        _send(2 ether, true);
        vm.assertEq(program.bucketAt(ETHER, INITIAL, START).revenue, 1 ether, "older");
        vm.assertEq(program.bucketAt(ETHER, INITIAL, START + 10 days).revenue, 2 ether, "running");
        vm.assertEq(program.solvency()[ETH].owed, 3 ether, "owed");
        vm.assertEq(program.solvency()[ETH].uncounted, 0, "uncounted");
    }

    function _send(uint256 amount, bool expected) private returns (bytes memory answer) {
        vm.deal(customer, amount);
        vm.prank(customer);
        bool success;
        (success, answer) = address(program).call{ value: amount }("");
        vm.assertEq(success, expected, "success");
    }
}
