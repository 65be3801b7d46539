// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramDisputes } from "../../../contracts/interfaces/IProgramDisputes.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { DisputeState, ShownSale } from "../../../contracts/interfaces/Types.sol";
import { ETHER, NO_ROLE } from "../../../contracts/libraries/Constants.sol";
import { Sale } from "../support/Sales.sol";

/// @dev Two sales under one id. Batches have one sale each, so that the first is at 1 and the second at 2.
contract VoidDuplicateTest is DisputeBase {
    uint256 private constant ONE = 1 << 16;
    uint256 private constant TWO = 2 << 16;

    function test_RevertWhen_IdsDiffer() external {
        _postElsewhere("a");
        _postElsewhere("b");
        _refuses(1, 2, _notDuplicate("b"));
    }

    function test_RevertWhen_TheyStandInTheOtherOrder() external {
        _postTwice();
        _refuses(2, 1, _notDuplicate("a"));
    }

    function test_RevertWhen_ItIsOneSale() external {
        _postTwice();
        _refuses(1, 1, _notDuplicate("a"));
    }

    function test_RevertWhen_OneWasNotPostedAsShown() external {
        _postTwice();
        ShownSale memory first = _at(1);
        ShownSale memory second = _at(2);
        second.words[0] ^= 1 << 80;
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownSale.selector, bytes32("a")));
        program.voidDuplicate(first, second);
        second = _at(2);
        first.head ^= 1;
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownSale.selector, bytes32("a")));
        program.voidDuplicate(first, second);
    }

    function test_RevertGiven_TheFirstIsVoid() external {
        _postTwice();
        _disputeAt(1);
        ShownSale memory first = _at(1);
        vm.prank(arbiter);
        program.voidSale(first, "");
        _refuses(1, 2, _nothingLeft());
        _assertState(2, DisputeState.None, 0);
    }

    function test_RevertGiven_TheFirstIsVoidAndLocked() external {
        _postElsewhere("a");
        _disputeLate("a");
        vm.warp(START + 2 * uint256(PERIOD));
        _void("a", "");
        _postElsewhere("a");
        _refuses(1, 2, _nothingLeft());
    }

    function test_RevertGiven_TheFirstWasRefundedInWhole() external {
        _postElsewhere("a");
        _refund("r", "a", 100e6);
        _postElsewhere("a");
        _refuses(1, 2, _nothingLeft());
    }

    function test_RevertGiven_TheSecondIsLocked() external {
        _postTwice();
        uint256 locks = START + 2 * uint256(PERIOD);
        vm.warp(locks);
        _refuses(1, 2, abi.encodeWithSelector(IProgramErrors.Program_SaleLocked.selector, bytes32("a"), locks));
    }

    function test_RevertGiven_TheSecondWasRefundedInWhole() external {
        _postTwice();
        _refund("r", "a", 100e6);
        _refuses(1, 2, _nothingLeft());
    }

    function test_RevertGiven_TheSecondIsVoidAlready() external {
        _postTwice();
        _voidDuplicate(1, 2);
        _refuses(1, 2, _nothingLeft());
    }

    function test_RevertGiven_TheFirstIsWorthLessAndTheSecondWasDisputed() external {
        _fund(1);
        _post(_mixed("a", 1));
        _postElsewhere("a");
        _dispute(ana, "a");
        _refuses(1, 2, _alreadyDisputed());
        _uphold("a", "");
        _refuses(1, 2, _alreadyDisputed());
    }

    /// @dev Whoever a duplicate pays cannot shield it by a dispute.
    function test_GivenTheSecondIsInDispute() external {
        _postTwice();
        _dispute(ben, "a");
        vm.assertEq(_frozen(), 98e6, "frozen");
        _voidDuplicate(1, 2);
        _assertState(2, DisputeState.Void, 100e6);
        vm.assertEq(_frozen(), 0, "frozen after");
        vm.assertEq(program.solvency()[USDC].funds, 100e6, "funds");
        _assertHeld(1_500_000, 15e6, 61_500_000, 20e6);
        _expectNotDisputed("a");
        _uphold("a", "");
        _drain();
    }

    function test_GivenADisputeOfTheSecondWasSettled() external {
        _postTwice();
        _dispute(ben, "a");
        _uphold("a", "");
        _voidDuplicate(1, 2);
        _assertState(2, DisputeState.Void, 100e6);
        _assertHeld(1_500_000, 15e6, 61_500_000, 20e6);
        _drain();
    }

    /// @dev What the arbiter gave to others is theirs.
    function test_RevertGiven_TheSecondWasReattributed() external {
        _postTwice();
        ShownSale memory old = _at(2);
        _dispute(ben, "a");
        uint256[] memory partners = new uint256[](4);
        for (uint256 i = 0; i < 4; ++i) partners[i] = CLEO;
        _reattribute("a", partners, "");
        ShownSale memory first = _at(1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownSale.selector, bytes32("a")));
        program.voidDuplicate(first, old);
        _refuses(1, 2, _alreadyDisputed());
    }

    function test_WhenTheFirstIsWorthTheSecond() external {
        _postTwice();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.SaleDuplicated("a", ONE, TWO);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.DisputeSettled(
            "a",
            2,
            0,
            DisputeState.Void,
            new address[](0),
            new uint256[](0),
            false,
            100e6,
            2e6,
            "posted twice"
        );
        _voidDuplicate(1, 2);
        _assertHeld(1_500_000, 15e6, 61_500_000, 20e6);
        _assertState(1, DisputeState.None, 0);
        _assertState(2, DisputeState.Void, 100e6);
        vm.assertEq(program.solvency()[USDC].funds, 100e6, "funds");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 100e6, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 2e6, "setAside");
        vm.assertEq(_frozen(), 0, "frozen");
        _assertSolvent(program);
        _drain();
    }

    function test_WhenTheFirstIsLockedAndTheSecondIsHeld() external {
        _postElsewhere("a");
        _warpToLock();
        _postElsewhere("a");
        _voidDuplicate(1, 2);
        _assertState(2, DisputeState.Void, 100e6);
        _drain();
    }

    function test_WhenKindsDiffer() external {
        _postElsewhere("a");
        _fund(100e6);
        Sale memory sale = _mixed("a", 100e6);
        sale.kind = RENEWAL;
        _post(sale);
        _voidDuplicate(1, 2);
        _assertState(2, DisputeState.Void, 100e6);
    }

    function test_WhenAPartOfTheSecondWasRefunded() external {
        _postTwice();
        _refund("r", "a", 33_333_333);
        _voidDuplicate(1, 2);
        _assertHeld(1_500_000, 15e6, 61_500_000, 20e6);
        _assertState(2, DisputeState.Void, 100e6);
        vm.assertEq(program.solvency()[USDC].funds, 100e6, "funds");
        _drain();
    }

    /// @dev A sale paid on chain stands, however late it was posted.
    function test_WhenTheLaterWasPaidHere() external {
        _postElsewhere("a");
        _postOnChain("a");
        _refuses(1, 2, _notDuplicate("a"));
        _voidDuplicate(2, 1);
        _assertState(1, DisputeState.Void, 100e6);
        vm.assertEq(program.solvency()[USDC].funds, 100e6, "funds");
        _assertHeld(1_500_000, 15e6, 61_500_000, 20e6);
        _drain();
    }

    function test_WhenTheEarlierWasPaidHere() external {
        _postOnChain("a");
        _postElsewhere("a");
        _refuses(2, 1, _notDuplicate("a"));
        _voidDuplicate(1, 2);
        _assertState(2, DisputeState.Void, 100e6);
        _drain();
    }

    /// @dev A sale of one unit under a guessed id makes no other void.
    function test_WhenTheFirstIsWorthLess() external {
        _fund(1);
        _post(_mixed("a", 1));
        _postElsewhere("a");
        ShownSale memory second = _at(2);
        uint256[] memory frozen = new uint256[](4);
        (frozen[0], frozen[1], frozen[2], frozen[3]) = (15e6, 1_500_000, 61_500_000, 20e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.SaleDuplicated("a", ONE, TWO);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.SaleDisputed("a", 0, START + 2 * PERIOD, NO_ROLE, frozen, second, "posted twice", 0);
        _voidDuplicate(1, 2);
        _assertState(2, DisputeState.Open, 0);
        vm.assertEq(_stateOf("a").disputant, 0, "disputant");
        vm.assertEq(_stateOf("a").deadline, START + 2 * PERIOD, "deadline");
        vm.assertEq(_frozen(), 98e6, "frozen");
        _assertSolvent(program);
        // The arbiter lets it stand, and nobody freezes it again.
        _uphold("a", "the other is a squat");
        _assertHeld(1_500_000, 15e6, 61_500_000, 20e6);
        _refuses(1, 2, _alreadyDisputed());
        _drain();
    }

    function test_WhenNobodyDecides() external {
        _fund(1);
        _post(_mixed("a", 1));
        _postElsewhere("a");
        _voidDuplicate(1, 2);
        vm.warp(START + 2 * uint256(PERIOD));
        program.closeDispute(_shown("a"));
        _assertClaimable(1_500_000, 15e6, 61_500_000, 20e6);
        _drain();
    }

    function test_WhenTooLittleIsLeftOfTheFirst() external {
        _postElsewhere("a");
        _refund("r", "a", 1);
        _postElsewhere("a");
        _voidDuplicate(1, 2);
        _assertState(2, DisputeState.Open, 0);
    }

    function test_WhenTheFirstIsInDispute() external {
        _postTwice();
        _disputeAt(1);
        _voidDuplicate(1, 2);
        _assertState(1, DisputeState.Open, 0);
        _assertState(2, DisputeState.Void, 100e6);
        vm.assertEq(_frozen(), 98e6, "frozen");
        _drainOpen();
    }

    function test_WhenCurrenciesDiffer() external {
        _postElsewhere("a");
        _fundEther(100e6);
        _postIn(ETHER, _mixed("a", 1));
        _voidDuplicate(1, 2);
        _assertState(2, DisputeState.Open, 0);
        _void("a", "of the same customer");
        _assertState(2, DisputeState.Void, 1);
        vm.assertEq(program.solvency()[ETH].funds, 100e6, "funds");
        _drain();
    }

    function test_GivenTheTermsKnowNoDisputes() external {
        Terms memory terms = _disputeTerms();
        (terms.rules.disputes, terms.rules.disputePeriods) = (0, 0);
        program = _create(terms);
        _enroll(program);
        _fund(1);
        _post(_mixed("a", 1));
        _postElsewhere("a");
        _voidDuplicate(1, 2);
        vm.assertEq(_stateOf("a").deadline, START + 2 * PERIOD, "deadline");
    }

    function test_GivenTheFirstWasReattributed() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        uint256[] memory partners = new uint256[](4);
        for (uint256 i = 0; i < 4; ++i) partners[i] = CLEO;
        _reattribute("a", partners, "");
        _postElsewhere("a");
        _voidDuplicate(1, 2);
        _assertState(2, DisputeState.Void, 100e6);
        _assertHeld(0, 0, 98e6, 0);
        _drain();
    }

    function test_WhenThreeHaveOneId() external {
        for (uint256 i = 0; i < 3; ++i) _postElsewhere("a");
        _voidDuplicate(2, 3);
        _voidDuplicate(1, 2);
        _assertState(2, DisputeState.Void, 100e6);
        _assertState(3, DisputeState.Void, 100e6);
        _assertHeld(1_500_000, 15e6, 61_500_000, 20e6);
        _drain();
    }

    /* HELPERS */

    function _postTwice() private {
        _postElsewhere("a");
        _postElsewhere("a");
    }

    /// @dev The first sale's dispute ends by its deadline.
    function _drainOpen() private {
        vm.warp(START + 2 * uint256(PERIOD));
        program.closeDispute(_at(1));
        _drain();
    }

    function _at(uint256 batch) private view returns (ShownSale memory) {
        return _shownAt(program, batch, 0);
    }

    function _disputeAt(uint256 batch) private {
        ShownSale memory sale = _at(batch);
        vm.prank(ana);
        program.dispute(ana, sale, 0, "", 0);
    }

    /// @dev Anybody may.
    function _voidDuplicate(uint256 standing, uint256 duplicate) private {
        ShownSale memory first = _at(standing);
        ShownSale memory second = _at(duplicate);
        vm.prank(stranger);
        program.voidDuplicate(first, second);
    }

    function _refuses(uint256 standing, uint256 duplicate, bytes memory expected) private {
        vm.expectRevert(expected);
        _voidDuplicate(standing, duplicate);
    }

    function _assertState(uint256 batch, DisputeState state, uint256 refunded) private view {
        vm.assertTrue(program.stateOf(batch, 0).dispute == state, "state");
        vm.assertEq(program.stateOf(batch, 0).refunded, refunded, "refunded");
    }

    function _notDuplicate(bytes32 id) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NotDuplicate.selector, id);
    }

    function _nothingLeft() private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NothingLeft.selector, bytes32("a"));
    }

    function _alreadyDisputed() private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_AlreadyDisputed.selector, bytes32("a"));
    }
}
