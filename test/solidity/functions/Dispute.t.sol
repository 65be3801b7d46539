// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramDisputes } from "../../../contracts/interfaces/IProgramDisputes.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { DisputeState, SaleState, ShownSale, Status } from "../../../contracts/interfaces/Types.sol";
import { NOT_PAID } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";

contract DisputeTest is DisputeBase {
    function test_RevertGiven_TheTermsKnowNoDisputes() external {
        Terms memory terms = _disputeTerms();
        terms.rules.disputes = 0;
        program = _create(terms);
        _enroll(program);
        _postElsewhere("a");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotInTerms.selector, "disputes"));
        _dispute(ana, "a");
    }

    function test_RevertWhen_TheCallerIsNoPartner() external {
        _postElsewhere("a");
        address[4] memory others = [stranger, operator, attributor, community];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, others[i]));
            _dispute(others[i], "a");
        }
    }

    function test_RevertGiven_ThePartnerHasLeft() external {
        _postElsewhere("a");
        vm.prank(ana);
        program.leaveProgram(ana, "");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_PartnerNotActive.selector, ANA, Status.Left));
        _dispute(ana, "a");
    }

    function test_RevertWhen_TheSaleIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownSale.selector, bytes32("a")));
        _dispute(ana, "a");
    }

    function test_RevertGiven_ThePartnerDisputesItAlready() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        _dispute(ben, "a");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyDisputed.selector, bytes32("a")));
        _dispute(ana, "a");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyDisputed.selector, bytes32("a")));
        _dispute(ben, "a");
    }

    function test_RevertGiven_ThePartnerDisputedItBefore() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        vm.prank(arbiter);
        program.upholdSale(_shown("a"), "");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyDisputed.selector, bytes32("a")));
        _dispute(ana, "a");
    }

    function test_RevertGiven_TheSaleWasRefundedInWhole() external {
        _postElsewhere("a");
        _refund("r", "a", 100e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingLeft.selector, bytes32("a")));
        _dispute(ana, "a");
    }

    function test_RevertWhen_ItIsTheSecondOfTheLock() external {
        _postElsewhere("a");
        uint256 locks = START + 2 * uint256(PERIOD);
        vm.warp(locks);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_SaleLocked.selector, bytes32("a"), locks));
        _dispute(ana, "a");
    }

    function test_WhenItIsTheSecondBeforeTheLock() external {
        _postElsewhere("a");
        _disputeLate("a");
        vm.assertEq(_frozen(), 98e6, "frozen");
        vm.assertEq(_stateOf("a").deadline, START + 3 * uint256(PERIOD), "deadline");
        vm.warp(block.timestamp + 1);
        _assertClaimable(0, 0, 0, 0);
    }

    function test_RevertGiven_ThePartnerHasNoDisputesLeft() external {
        bytes32[3] memory ids = [bytes32("a"), "b", "c"];
        for (uint256 i = 0; i < 3; ++i) _postElsewhere(ids[i]);
        _dispute(ana, "a");
        _dispute(ana, "b");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooManyDisputes.selector, ANA, 2));
        _dispute(ana, "c");
        _dispute(ben, "c");
        vm.assertEq(_frozen(), 3 * 98e6, "frozen");
    }

    function test_GivenAnotherPeriodBegan() external {
        bytes32[3] memory ids = [bytes32("a"), "b", "c"];
        for (uint256 i = 0; i < 3; ++i) _postElsewhere(ids[i]);
        _dispute(ana, "a");
        _dispute(ana, "b");
        vm.warp(START + PERIOD);
        _dispute(ana, "c");
        vm.assertEq(_stateOf("b").deadline, START + 2 * uint256(PERIOD), "deadline of the first");
        vm.assertEq(_stateOf("c").deadline, START + 3 * uint256(PERIOD), "deadline of the last");
    }

    function test_GivenThePartnerIsSuspended() external {
        _postElsewhere("a");
        vm.prank(operator);
        program.setStatus(ANA, Status.Suspended, "");
        _dispute(ana, "a");
        vm.assertEq(_frozen(), 98e6, "frozen");
    }

    function test_GivenThePartnersWalletWasMoved() external {
        _postElsewhere("a");
        vm.prank(ana);
        program.proposeMove(ana, stranger);
        vm.warp(program.payoutOf(ana).moveAt);
        vm.prank(stranger);
        program.finishMove(ana);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotAllowed.selector, ana));
        _dispute(ana, "a");
        vm.prank(stranger);
        program.dispute(ana, _shown("a"), COACH, "not mine", 0);
        vm.assertEq(_stateOf("a").disputant, ANA, "partner");
    }

    function test_WhenTheSaleIsHeld() external {
        _postElsewhere("a");
        _assertHeld(1_500_000, 15e6, 61_500_000, 20e6);
        uint256[] memory frozen = new uint256[](4);
        (frozen[0], frozen[1], frozen[2], frozen[3]) = (15e6, 1_500_000, 61_500_000, 20e6);
        uint40 deadline = START + 2 * PERIOD;
        ShownSale memory sale = _shown("a");
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.SaleDisputed("a", ANA, deadline, COACH, frozen, sale, "not mine", keccak256("evidence"));
        _dispute(ana, "a");
        _assertHeld(0, 0, 0, 0);
        vm.assertEq(program.statement(ben, address(usdc), 0).net, 0, "net");
        vm.assertEq(_frozen(), 98e6, "frozen");
        vm.assertEq(program.frozenOf(program.solvency()[ETH].currency), 0, "another currency");
        vm.assertEq(program.solvency()[USDC].owed, 100e6, "owed");
        SaleState memory state = _stateOf("a");
        vm.assertTrue(state.dispute == DisputeState.Open, "state");
        vm.assertEq(state.disputant, ANA, "disputant");
        vm.assertEq(state.deadline, deadline, "deadline");
        vm.assertTrue(_stateOf("b").dispute == DisputeState.None, "of another sale");
        (uint256 held, ) = program.lineEarnings(MODERATORS, address(usdc));
        vm.assertEq(held, 2e6, "standing lines are not frozen");
        _assertSolvent(program);
    }

    function test_GivenAPartWasRefunded() external {
        _postElsewhere("a");
        _refund("r", "a", 33_333_333);
        _dispute(ana, "a");
        // Each line keeps ⌊line × 66,666,667 ÷ 100,000,000⌋.
        vm.assertEq(_frozen(), 10_000_000 + 1_000_000 + 41_000_000 + 13_333_333, "frozen");
        _assertHeld(0, 0, 0, 0);
        vm.assertEq(program.statement(cleo, address(usdc), 0).net, 0, "net");
    }

    function test_WhenADisputedSaleIsRefunded() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        _refund("r1", "a", 40e6);
        vm.assertEq(_frozen(), 58_800_000, "frozen");
        vm.assertEq(program.statement(cleo, address(usdc), 0).net, 0, "net");
        vm.assertEq(program.solvency()[USDC].funds, 40e6, "funds");
        _refund("r2", "a", 60e6);
        vm.assertEq(_frozen(), 0, "frozen");
        vm.assertEq(program.solvency()[USDC].funds, 100e6, "all funds");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 0, "setAside");
        _assertSolvent(program);
        vm.prank(arbiter);
        program.upholdSale(_shown("a"), "");
        _assertHeld(0, 0, 0, 0);
        _drain();
    }

    function test_GivenTheSaleHasNoLines() external {
        Terms memory terms = _disputeTerms();
        terms.roles[COACH].missing = 0;
        program = _create(terms);
        _enroll(program);
        _fund(100e6);
        _post(_sale("a", 100e6, new Credit[](0)));
        _dispute(ana, "a");
        vm.assertEq(_frozen(), 0, "frozen");
        vm.prank(arbiter);
        program.voidSale(_shown("a"), "");
        vm.assertEq(program.solvency()[USDC].funds, 100e6, "funds");
    }
}
