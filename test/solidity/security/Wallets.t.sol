// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { ClaimToSigner } from "../support/ClaimToSigner.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Status } from "../../../contracts/interfaces/Types.sol";
import { ETHER, FOR_MILESTONES } from "../../../contracts/libraries/Constants.sol";

/// @dev What stolen keys, recovery addresses and strangers cannot do to where a partner is paid.
contract WalletsTest is PartnersBase {
    using ClaimToSigner for *;

    uint256 private constant DEADLINE = type(uint256).max;

    function _partnersTerms() internal view override returns (Terms memory terms) {
        terms = super._partnersTerms();
        terms.rules.disputes = 3;
        terms.rules.disputePeriods = 1;
    }

    /* A STOLEN OLD WALLET */

    function test_ASignatureOfTheOldWalletEndsWithTheMove() external {
        bytes memory before = program.sign(ANA_KEY, _order(stranger, 0));
        _earn("a");
        _move();
        _warpToLock();
        _refuses(before);
        _refuses(program.sign(ANA_KEY, _order(stranger, program.nonces(newWallet))));
        program.actSigned(
            newWallet,
            abi.encodeCall(program.claimTo, (ana, address(usdc), stranger)),
            DEADLINE,
            program.sign(NEW_KEY, _order(stranger, 0))
        );
        vm.assertEq(usdc.balanceOf(stranger), 15e6, "the new wallet's");
    }

    function test_TheOldWalletCannotSpendTheNonceOfTheNewOne() external {
        _earn("a");
        _move();
        _warpToLock();
        bytes memory signature = program.sign(NEW_KEY, _order(stranger, 0));
        vm.startPrank(ana);
        for (uint256 i = 0; i < 3; ++i) program.useNonce();
        vm.stopPrank();
        program.actSigned(
            newWallet,
            abi.encodeCall(program.claimTo, (ana, address(usdc), stranger)),
            DEADLINE,
            signature
        );
        vm.assertEq(usdc.balanceOf(stranger), 15e6, "paid");
        vm.assertEq(program.nonces(newWallet), 1, "nonce of the new wallet");
    }

    function test_TheOldWalletHasNoSayAfterTheMove() external {
        _earn("a");
        _move();
        bytes32 hash = program.termsHash();
        bytes[] memory calls = new bytes[](8);
        calls[0] = abi.encodeCall(program.accept, (ana, hash));
        calls[1] = abi.encodeCall(program.leaveProgram, (ana, ""));
        calls[2] = abi.encodeCall(program.setWithholding, (ana, 1e6));
        calls[3] = abi.encodeCall(program.setRecovery, (ana, ana));
        calls[4] = abi.encodeCall(program.proposeMove, (ana, ana));
        calls[5] = abi.encodeCall(program.cancelMove, (ana));
        calls[6] = abi.encodeCall(program.dispute, (ana, _shown("a"), 0, "", ""));
        calls[7] = abi.encodeCall(program.reachMilestone, (ANA, THREE_SALES, address(usdc)));
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(ana);
            (bool success, bytes memory answer) = address(program).call(calls[i]);
            vm.assertTrue(!success, "the old wallet has a say");
            vm.assertEq(answer, _notAllowed(ana), "answer");
        }
    }

    function test_AThiefCannotStopTheRecovery() external {
        _setRecovery();
        // The thief has Ana's key: it proposes first, cancels, and tries to be the recovery address itself.
        _propose(ana, stranger);
        _propose(recovery, newWallet);
        bytes[] memory calls = new bytes[](3);
        calls[0] = abi.encodeCall(program.cancelMove, (ana));
        calls[1] = abi.encodeCall(program.proposeMove, (ana, stranger));
        calls[2] = abi.encodeCall(program.setRecovery, (ana, stranger));
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(ana);
            (bool success, ) = address(program).call(calls[i]);
            vm.assertTrue(!success, "the thief stopped it");
        }
        vm.warp(program.payoutOf(ana).moveAt);
        vm.prank(newWallet);
        program.finishMove(ana);
        _earnAndLock("a");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 15e6, "the owner's");
    }

    function test_AThiefsMoveCanBeTakenBackUntilItIsFinished() external {
        _setRecovery();
        _propose(ana, stranger);
        vm.warp(program.payoutOf(ana).moveUntil - 1);
        vm.prank(recovery);
        program.cancelMove(ana);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        vm.prank(stranger);
        program.finishMove(ana);
    }

    /* RECOVERY ADDRESSES */

    function test_ARecoveryAddressHasNothingBeforeTheDelayIsOver() external {
        _setRecovery();
        _earnAndLock("a");
        vm.startPrank(recovery);
        program.proposeMove(ana, stranger);
        vm.expectRevert(_notAllowed(recovery));
        program.setWithholding(ana, 1e6);
        vm.expectRevert(_notAllowed(recovery));
        program.leaveProgram(ana, "");
        vm.stopPrank();
        bytes memory signature = program.sign(RECOVERY_KEY, _order(recovery, 0));
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, ana));
        program.actSigned(ana, abi.encodeCall(program.claimTo, (ana, address(usdc), recovery)), DEADLINE, signature);
        vm.warp(program.payoutOf(ana).moveAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooEarly.selector, program.payoutOf(ana).moveAt));
        vm.prank(stranger);
        program.finishMove(ana);
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "all that locked is the owner's");
    }

    function test_ARecoveryAddressIsOfOnePartnerAlone() external {
        _setRecovery();
        vm.startPrank(recovery);
        vm.expectRevert(_notAllowed(recovery));
        program.proposeMove(ben, recovery);
        vm.expectRevert(_notAllowed(recovery));
        program.setRecovery(ben, recovery);
        vm.stopPrank();
    }

    /* WALLETS OF OTHERS */

    function test_AMoveTakesNoWalletThatDoesNotWantIt() external {
        // A partner proposes the wallet of somebody who is about to join: it joins all the same.
        _propose(ana, newWallet);
        vm.warp(program.payoutOf(ana).moveAt + 1);
        vm.expectRevert(_notAllowed(ana));
        vm.prank(ana);
        program.finishMove(ana);
        vm.assertEq(_enrollOne(program, newWallet, "new"), 4, "number");
    }

    /// @dev P4: each new proposal cost the operator one transaction.
    function test_K3_TheOperatorCannotVetoARecoveryByEnrolling() external {
        _setRecovery();
        _propose(recovery, newWallet);
        _enrollOne(program, newWallet, "squat");
        vm.warp(program.payoutOf(ana).moveAt);
        vm.prank(newWallet);
        program.finishMove(ana);
        vm.assertEq(program.payoutOf(ana).wallet, newWallet, "moved");
        bytes32 hash = program.termsHash();
        vm.startPrank(newWallet);
        program.accept(ana, hash);
        program.leaveProgram(ana, "");
        vm.stopPrank();
        vm.assertTrue(program.partnerAt(4).status == Status.Active, "the other is another");
    }

    /// @dev Nor does a partner veto an enrollment by proposing the wallet.
    function test_K3_AMoveStopsNoEnrollment() external {
        _move();
        vm.assertEq(_enrollOne(program, newWallet, "new"), 4, "number");
        vm.assertEq(program.payoutOf(ana).wallet, newWallet, "still ana's");
    }

    function test_K3_ARescueDropsTheRecoveryAddressThatAThiefProposed() external {
        _setRecovery();
        _proposeRecovery(ana, stranger);
        vm.warp(block.timestamp + 6 days);
        _propose(recovery, newWallet);
        vm.assertEq(program.payoutOf(ana).nextRecovery, address(0), "dropped");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyWaits.selector));
        _proposeRecovery(ana, stranger);
        vm.warp(program.payoutOf(ana).moveAt);
        vm.expectRevert(_notAllowed(stranger));
        _propose(stranger, stranger);
        vm.prank(newWallet);
        program.finishMove(ana);
        vm.assertEq(program.payoutOf(ana).recovery, recovery, "the owner's");
    }

    /* NOTHING IS LOST */

    function test_AThirdPartysClaimNeverLowersValue() external {
        // Claiming for a partner at any moment around a move and a withholding changes where it is paid, not what.
        for (uint256 when = 0; when < 4; ++when) {
            uint256 state = vm.snapshotState();
            _earnAndLock("a");
            if (when == 0) program.claim(ana, address(usdc));
            _propose(ana, newWallet);
            if (when == 1) program.claim(ana, address(usdc));
            _withhold(30 * PERCENT);
            if (when == 2) program.claim(ana, address(usdc));
            vm.warp(program.payoutOf(ana).moveAt);
            vm.prank(newWallet);
            program.finishMove(ana);
            if (when == 3) program.claim(ana, address(usdc));
            uint256 sum = usdc.balanceOf(ana) + usdc.balanceOf(newWallet) + _claimable(taxAccount);
            vm.assertEq(sum, 15e6, "sum");
            _assertSolvent(program);
            vm.revertToState(state);
        }
    }

    function test_LeavingDestroysNothingEarned() external {
        _earnAndLock("a");
        uint256 state = vm.snapshotState();
        program.claim(ana, address(usdc));
        _leave();
        uint256 claimedFirst = usdc.balanceOf(ana);
        vm.revertToState(state);
        _leave();
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), claimedFirst, "the order matters");
    }

    function test_SeparatePotsStaySeparate(uint24 rate, uint96 amount, uint8 moves) external {
        rate = uint24(rate % (1e6 + 1));
        amount = uint96((amount % 1e24) + 1e6);
        _withhold(rate);
        address last = ana;
        for (uint256 i = 0; i < moves % 3; ++i) {
            address to = address(uint160(0xA000 + i));
            _moveTo(last, to);
            last = to;
        }
        _fund(amount);
        _post(_sale("a", amount, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, AFFILIATE, 1))));
        _warpToLock();
        uint256 due = (uint256(amount) * 15) / 100;
        uint256 withheld = (due * rate) / 1e6;
        address[] memory parties = new address[](3);
        (parties[0], parties[1], parties[2]) = (ana, ben, taxAccount);
        program.claimMany(parties, address(usdc));
        vm.assertEq(usdc.balanceOf(last), due - withheld, "paid");
        vm.assertEq(program.withheldOf(ana, address(usdc)), withheld, "withheld");
        if (withheld > 0) program.claim(taxAccount, address(usdc));
        vm.assertEq(usdc.balanceOf(taxAccount), withheld, "the tax account");
        vm.assertEq(usdc.balanceOf(ben), (uint256(amount) * 10) / 100, "ben");
        program.settleLine(MODERATORS, address(usdc));
        program.settleLine(TECH, address(usdc));
        (parties[0], parties[1]) = (moderators, tech);
        program.claimMany(parties, address(usdc));
        uint256 funds = program.solvency()[USDC].funds;
        if (funds > 0) {
            vm.prank(operator);
            program.withdrawFunds(address(usdc), funds);
        }
        program.claimResidual(address(usdc), 100);
        vm.assertEq(program.solvency()[USDC].owed, 0, "owed");
        vm.assertEq(usdc.balanceOf(address(program)), 0, "stuck");
    }

    function test_AMilestoneIsPaidOnceAndInTheCurrencyThatThePartnerChose() external {
        _reserve(50e6);
        vm.deal(operator, 60 ether);
        vm.prank(operator);
        program.addReserve{ value: 50 ether }(FOR_MILESTONES, ETHER, 50 ether);
        _fundEther(3 ether);
        for (uint256 i = 0; i < 3; ++i) {
            _earn(bytes32(i + 1));
            _postIn(ETHER, _sale(bytes32(i + 9), 1 ether, _credits(_credit(ANA, INTEGRATION, 1))));
        }
        _warpToLock();
        vm.expectRevert(_notAllowed(operator));
        vm.prank(operator);
        program.reachMilestone(ANA, THREE_SALES, address(usdc));
        vm.startPrank(ana);
        program.reachMilestone(ANA, THREE_SALES, ETHER);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyReached.selector, ANA, THREE_SALES));
        program.reachMilestone(ANA, THREE_SALES, address(usdc));
        vm.stopPrank();
        vm.assertEq(program.claimable(ana, ETHER), 50.45 ether, "in ETH");
        _assertSolvent(program);
    }

    function _leave() private {
        vm.prank(ana);
        program.leaveProgram(ana, "");
    }

    function _order(address to, uint256 nonce) private view returns (ClaimToSigner.Order memory) {
        return ClaimToSigner.Order(ana, address(usdc), to, nonce, DEADLINE);
    }

    function _refuses(bytes memory signature) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, newWallet));
        program.actSigned(
            newWallet,
            abi.encodeCall(program.claimTo, (ana, address(usdc), stranger)),
            DEADLINE,
            signature
        );
    }
}
