// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AmendmentBase } from "../support/AmendmentBase.sol";
import { IProgramAmendments } from "../../../contracts/interfaces/IProgramAmendments.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Power } from "../../../contracts/interfaces/Types.sol";

contract WithdrawAmendmentTest is AmendmentBase {
    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        _propose(_lowered());
        vm.expectRevert(_missing(stranger, Power.Operator));
        vm.prank(stranger);
        program.withdrawAmendment();
    }

    function test_RevertGiven_NothingWaits() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _withdraw();
        _propose(_lowered());
        vm.warp(FROM);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _withdraw();
    }

    function test_WhenOneWaits() external {
        bytes32 hash = _propose(_lowered());
        vm.warp(FROM - 1);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramAmendments.AmendmentWithdrawn(hash);
        _withdraw();
        vm.warp(FROM);
        _assertInForce(_terms(), "as before");
        vm.assertEq(uint256(program.amendment().from), 0, "none");
    }

    function test_GivenAnotherIsInForce() external {
        Terms memory first = _lowered();
        _propose(first);
        vm.warp(FROM);
        Terms memory second = _lowered();
        second.name = "second";
        _propose(second);
        _assertInForce(first, "while the second waits");
        _withdraw();
        _assertInForce(first, "after it was withdrawn");
        vm.assertEq(program.amendment().from, FROM, "the last one");
        vm.warp(FROM + 2 * PERIOD);
        _assertInForce(first, "for good");
    }

    function test_GivenItLapsed() external {
        _propose(_replaced());
        vm.warp(FROM);
        _withdraw();
        vm.assertEq(uint256(program.amendment().from), 0, "none");
        _assertInForce(_terms(), "as before");
    }

    function _withdraw() private {
        vm.prank(operator);
        program.withdrawAmendment();
    }
}
