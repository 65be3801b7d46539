// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramDisputes } from "../../../contracts/interfaces/IProgramDisputes.sol";
import { DisputeState, Power, Refund } from "../../../contracts/interfaces/Types.sol";

contract VoidSaleTest is DisputeBase {
    function test_RevertWhen_TheCallerIsNotTheArbiter() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        vm.expectRevert(_missing(attributor, Power.Arbiter));
        vm.prank(attributor);
        program.voidSale(_shown("a"), "");
    }

    function test_RevertGiven_TheSaleIsNotInDispute() external {
        _postElsewhere("a");
        _expectNotDisputed("a");
        _void();
    }

    function test_RevertWhen_ItIsTheDeadline() external {
        _postElsewhere("a");
        _disputeLate("a");
        uint256 deadline = START + 3 * uint256(PERIOD);
        vm.warp(deadline);
        _expectTooLate(deadline);
        _void();
    }

    function test_GivenTheSaleIsHeld_TheSaleWasPaidElsewhere() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        _expectVoid(false, 100e6, 2e6);
        _void();
        _assertHeld(0, 0, 0, 0);
        vm.assertEq(_frozen(), 0, "frozen");
        vm.assertEq(program.solvency()[USDC].funds, 100e6, "funds");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 0, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 0, "setAside");
        (, uint256 refunded, , , , , ) = program.saleAt(_shown("a"));
        vm.assertEq(refunded, 100e6, "refunded");
        vm.assertTrue(_stateOf("a").dispute == DisputeState.Void, "state");
        _assertSolvent(program);
    }

    function test_GivenTheSaleIsHeld_TheSaleWasPaidOnChain() external {
        _postOnChain("a");
        _dispute(ana, "a");
        _expectVoid(false, 100e6, 2e6);
        _void();
        vm.assertEq(program.claimable(customer, address(usdc)), 100e6, "payer");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 0, "setAside");
        vm.assertEq(program.solvency()[USDC].funds, 0, "funds");
        _drain();
    }

    function test_GivenTheSaleIsLocked_TheSaleWasPaidElsewhere() external {
        _postElsewhere("a");
        _disputeLate("a");
        vm.warp(START + 2 * uint256(PERIOD));
        _expectVoid(true, 98e6, 0);
        _void();
        vm.assertEq(program.solvency()[USDC].funds, 98e6, "funds");
        _assertClaimable(0, 0, 0, 0);
        vm.assertEq(program.claimLine(MODERATORS, address(usdc)), 2e6, "standing lines are final");
        _drain();
    }

    function test_GivenTheSaleIsLocked_TheSaleWasPaidOnChain() external {
        _postOnChain("a");
        _disputeLate("a");
        vm.warp(START + 2 * uint256(PERIOD));
        _expectVoid(true, 98e6, 0);
        _void();
        vm.assertEq(program.claimable(customer, address(usdc)), 98e6, "payer");
        vm.assertEq(program.solvency()[USDC].funds, 0, "funds");
        _drain();
    }

    function test_GivenAPartWasRefundedBeforeAndMeanwhile() external {
        _postElsewhere("a");
        _refund("r1", "a", 33_333_333);
        _dispute(ana, "a");
        _refund("r2", "a", 1);
        _void();
        vm.assertEq(program.solvency()[USDC].funds, 100e6, "funds");
        _assertHeld(0, 0, 0, 0);
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 0, "setAside");
        _drain();
    }

    function test_GivenLinesGaveBackMoreThanWasRefunded() external {
        _paySale("a", INITIAL, 101);
        _postPaid(_mixed("a", 101));
        // ⌈15 ÷ 101⌉ + ⌈1 ÷ 101⌉ + ⌈62 ÷ 101⌉ + ⌈20 ÷ 101⌉: each of four lines gives back a unit for one.
        _refund("r", "a", 1);
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 3 + 3, "kept");
        _dispute(ana, "a");
        _void();
        vm.assertEq(program.claimable(customer, address(usdc)), 101, "payer");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 0, "setAside");
        _drain();
    }

    function test_GivenItsDisputantHasDisputedNothingElse() external {
        bytes32[3] memory ids = [bytes32("a"), "b", "c"];
        for (uint256 i = 0; i < 3; ++i) _postElsewhere(ids[i]);
        _dispute(ana, "a");
        _void();
        _dispute(ana, "b");
        _dispute(ana, "c");
        vm.assertEq(_frozen(), 2 * 98e6, "both of a period");
    }

    function test_WhenAVoidSaleIsRefunded() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        _void();
        Refund[] memory refunds = _refunds("r", "a", 1);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.RefundSkipped("a", "r", 1, 0, 0);
        vm.prank(attributor);
        program.refund(refunds, 0);
        vm.assertEq(program.solvency()[USDC].funds, 100e6, "funds");
    }

    function _void() private {
        _void("a", "invented");
    }

    function _expectVoid(bool isFinal, uint256 returned, uint256 setAside) private {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.DisputeSettled(
            "a",
            1,
            0,
            DisputeState.Void,
            new address[](0),
            new uint256[](0),
            isFinal,
            returned,
            setAside,
            "invented"
        );
    }
}
