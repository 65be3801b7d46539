// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { StandingLine, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { assertGas } from "../support/GasBounds.sol";

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

    /// @dev R6, M3: with 30 lines of three rates each, begun on days of their own, little more than with none: below what another
    /// program's `claimMany` gives a recipient.
    function test_R6_ReceivingCostsNearlyTheSameWithManyRates() external {
        Terms memory terms = _bareTerms();
        terms.name = "none";
        uint256 none = _gasOfReceiving(terms);
        vm.warp(START);
        terms.name = "many";
        terms.standing = new StandingLine[](30);
        for (uint256 i = 0; i < 30; ++i) {
            terms.standing[i] = _line("l", tech, 0);
            terms.standing[i].starts = uint40(START + i * 1 days + 7);
            terms.standing[i].rates = _three(3 * PERCENT, 2 * PERCENT, PERCENT);
        }
        terms.ceiling = 100 * PERCENT;
        uint256 many = _gasOfReceiving(terms);
        assertGas(many, none + 20_000, "with 90 changes of rates");
        assertGas(many, 100_000, "what one recipient among many gets");
    }

    /// @dev Of the first payment of a segment, after one of an older segment, years after the last rate has changed.
    function _gasOfReceiving(Terms memory terms) private returns (uint256) {
        program = _create(terms);
        vm.deal(address(this), 10);
        vm.warp(START + 5 * 365 days);
        (bool first, ) = address(program).call{ value: 1 }("");
        vm.warp(block.timestamp + 2 * uint256(PERIOD));
        uint256 before = gasleft();
        (bool second, ) = address(program).call{ value: 1 }("");
        uint256 gas = before - gasleft();
        vm.assertTrue(first && second, "received");
        return gas;
    }
}
