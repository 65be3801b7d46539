// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramDisputes } from "../../../contracts/interfaces/IProgramDisputes.sol";
import { Milestone, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { DisputeState, Power } from "../../../contracts/interfaces/Types.sol";

contract UpholdSaleTest is DisputeBase {
    function test_RevertWhen_TheCallerIsNotTheArbiter() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        vm.expectRevert(_missing(operator, Power.Arbiter));
        vm.prank(operator);
        program.upholdSale(_shown("a"), "");
    }

    function test_RevertGiven_TheSaleIsNotInDispute() external {
        _postElsewhere("a");
        _expectNotDisputed("a");
        _uphold();
    }

    function test_RevertGiven_TheDisputeIsSettled() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        _uphold();
        _expectNotDisputed("a");
        _uphold();
    }

    function test_RevertWhen_ItIsTheDeadline() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        uint256 deadline = START + 2 * uint256(PERIOD);
        vm.warp(deadline);
        _expectTooLate(deadline);
        _uphold();
    }

    function test_WhenItIsTheSecondBeforeTheDeadline() external {
        _postElsewhere("a");
        _disputeLate("a");
        vm.warp(START + 3 * uint256(PERIOD) - 1);
        _uphold();
        _assertClaimable(1_500_000, 15e6, 61_500_000, 20e6);
    }

    function test_GivenTheSaleIsHeld() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.DisputeSettled(
            "a",
            1,
            0,
            DisputeState.Stands,
            _parties(),
            _amounts(),
            false,
            0,
            0,
            "as it was"
        );
        _uphold();
        _assertHeld(1_500_000, 15e6, 61_500_000, 20e6);
        vm.assertEq(_frozen(), 0, "frozen");
        vm.assertTrue(_stateOf("a").dispute == DisputeState.Stands, "state");
        vm.warp(block.timestamp + 1);
        _assertClaimable(1_500_000, 15e6, 61_500_000, 20e6);
        _drain();
    }

    function test_GivenTheSaleIsLocked() external {
        _postElsewhere("a");
        _disputeLate("a");
        vm.warp(START + 2 * uint256(PERIOD));
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.DisputeSettled(
            "a",
            1,
            0,
            DisputeState.Stands,
            _parties(),
            _amounts(),
            true,
            0,
            0,
            "as it was"
        );
        _uphold();
        _assertClaimable(1_500_000, 15e6, 61_500_000, 20e6);
        vm.assertEq(program.account(ben, address(usdc)).net, 15e6, "net");
        vm.assertEq(_frozen(), 0, "frozen");
        _assertSolvent(program);
        _drain();
    }

    function test_GivenAPartyClaimedItsOtherLinesMeanwhile() external {
        _postElsewhere("a");
        _postElsewhere("b");
        _disputeLate("a");
        vm.warp(START + 2 * uint256(PERIOD));
        program.claim(ben, address(usdc));
        vm.assertEq(usdc.balanceOf(ben), 15e6, "the other sale");
        _uphold();
        program.claim(ben, address(usdc));
        vm.assertEq(usdc.balanceOf(ben), 30e6, "both");
        _drain();
    }

    function test_GivenAPartWasRefundedMeanwhile() external {
        _postElsewhere("a");
        _refund("r1", "a", 10e6);
        _dispute(ana, "a");
        _refund("r2", "a", 10e6);
        _uphold();
        _assertHeld(1_200_000, 12e6, 49_200_000, 16e6);
        _refund("r3", "a", 80e6);
        _assertHeld(0, 0, 0, 0);
        vm.assertEq(program.solvency()[USDC].funds, 100e6, "funds");
        _drain();
    }

    function test_GivenAllButOneUnitWasRefunded() external {
        Terms memory terms = _disputeTerms();
        terms.milestones = new Milestone[](1);
        terms.milestones[0] = Milestone({ name: "one sale", sales: 1, earned: _none(), pays: _each(5e6) });
        _use(terms);
        _postElsewhere("a");
        _refund("r", "a", 100e6 - 1);
        _dispute(ana, "a");
        _uphold();
        _warpToLock();
        vm.assertEq(program.progressOf(BEN, address(usdc)).sales, 1, "sales");
    }

    function _uphold() private {
        _uphold("a", "as it was");
    }

    function _parties() private view returns (address[] memory parties) {
        parties = new address[](4);
        (parties[0], parties[1], parties[2], parties[3]) = (ben, ana, cleo, community);
    }

    function _amounts() private pure returns (uint256[] memory amounts) {
        amounts = new uint256[](4);
        (amounts[0], amounts[1], amounts[2], amounts[3]) = (15e6, 1_500_000, 61_500_000, 20e6);
    }
}
