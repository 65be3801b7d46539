// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramWallets } from "../../../contracts/interfaces/IProgramWallets.sol";
import { Pool, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Payout } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";

contract MoveWalletTest is PartnersBase {
    /* PROPOSING */

    function test_RevertWhen_TheCallerIsNeitherThePartnerNorItsRecoveryAddress() external {
        address[4] memory others = [operator, ben, recovery, newWallet];
        for (uint256 i = 0; i < 4; ++i) {
            vm.expectRevert(_notAllowed(others[i]));
            _propose(others[i], newWallet);
        }
    }

    function test_RevertWhen_TheWalletIsZeroOrTheProgram() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAddress.selector));
        _propose(ana, address(0));
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAddress.selector));
        _propose(ana, address(program));
    }

    function test_RevertWhen_TheWalletIsEnrolledOrAPool() external {
        Terms memory terms = _partnersTerms();
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: stranger });
        _use(terms);
        vm.expectRevert(_alreadyEnrolled(ben));
        _propose(ana, ben);
        vm.expectRevert(_alreadyEnrolled(stranger));
        _propose(ana, stranger);
    }

    function test_RevertWhen_TheWalletWasAnotherPartners() external {
        _move();
        _moveTo(newWallet, stranger);
        vm.expectRevert(_alreadyEnrolled(newWallet));
        vm.prank(ben);
        program.proposeMove(ben, newWallet);
    }

    function test_RevertGiven_AMoveWaits() external {
        _propose(ana, newWallet);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyWaits.selector));
        _propose(ana, stranger);
    }

    function test_GivenTheWalletsMoveWaits() external {
        _setRecovery();
        _propose(ana, stranger);
        vm.warp(START + 1 days);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.MoveCancelled(ana, stranger);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.MoveProposed(ana, newWallet, START + 8 days);
        _propose(recovery, newWallet);
        Payout memory payout = program.payoutOf(ana);
        vm.assertEq(payout.moveTo, newWallet, "to");
        vm.assertEq(payout.moveAt, START + 8 days, "at");
        vm.assertTrue(payout.recovers, "by the recovery address");
    }

    function test_WhenThePartnerProposes() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.MoveProposed(ana, newWallet, START + 7 days);
        _propose(ana, newWallet);
        Payout memory payout = program.payoutOf(ana);
        vm.assertEq(payout.wallet, ana, "wallet");
        vm.assertEq(payout.moveTo, newWallet, "to");
        vm.assertEq(payout.moveAt, START + 7 days, "at");
        vm.assertTrue(!payout.recovers, "by the wallet");
    }

    /* CANCELLING */

    function test_RevertWhen_NoMoveWaits() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _cancel(ana);
    }

    function test_RevertWhen_AnotherCancels() external {
        _propose(ana, newWallet);
        address[3] memory others = [operator, ben, newWallet];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(_notAllowed(others[i]));
            _cancel(others[i]);
        }
    }

    function test_WhenThePartnerCancelsWhatItProposed() external {
        _propose(ana, newWallet);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.MoveCancelled(ana, newWallet);
        _cancel(ana);
        vm.assertEq(program.payoutOf(ana).moveTo, address(0), "to");
        vm.assertEq(program.payoutOf(ana).moveAt, 0, "at");
        vm.warp(START + 7 days);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _finish(newWallet);
    }

    function test_RevertWhen_ThePartnerCancelsWhatItsRecoveryAddressProposed() external {
        _setRecovery();
        _propose(recovery, newWallet);
        vm.expectRevert(_notAllowed(ana));
        _cancel(ana);
    }

    function test_WhenTheRecoveryAddressCancels() external {
        _setRecovery();
        _propose(ana, newWallet);
        _cancel(recovery);
        _propose(recovery, newWallet);
        _cancel(recovery);
        vm.assertEq(program.payoutOf(ana).moveTo, address(0), "to");
        vm.assertTrue(!program.payoutOf(ana).recovers, "by the recovery address");
    }

    /* FINISHING */

    function test_RevertWhen_NothingWasProposed() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _finish(newWallet);
    }

    function test_RevertWhen_ItIsTheSecondBeforeTheDelayIsOver() external {
        _propose(ana, newWallet);
        vm.warp(START + 7 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooEarly.selector, START + 7 days));
        _finish(newWallet);
        vm.warp(START + 7 days);
        _finish(newWallet);
    }

    function test_RevertWhen_AnotherThanTheNewWalletFinishes() external {
        _propose(ana, newWallet);
        vm.warp(START + 7 days);
        address[3] memory others = [ana, operator, stranger];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(_notAllowed(others[i]));
            _finish(others[i]);
        }
    }

    function test_RevertGiven_TheNewWalletWasEnrolledMeanwhile() external {
        _propose(ana, newWallet);
        vm.warp(START + 7 days);
        _enrollOne(program, newWallet, "new");
        vm.expectRevert(_alreadyEnrolled(newWallet));
        _finish(newWallet);
    }

    function test_WhenTheNewWalletFinishes() external {
        _earn("a");
        _propose(ana, newWallet);
        vm.warp(START + 7 days);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.WalletMoved(ana, newWallet);
        _finish(newWallet);
        vm.assertEq(program.payoutOf(ana).wallet, newWallet, "wallet");
        vm.assertEq(program.payoutOf(ana).moveTo, address(0), "to");
        vm.assertEq(program.membershipOf(newWallet).number, ANA, "number");
        vm.assertEq(program.partnerAt(ANA).wallet, ana, "identity");
        _earn("b");
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 30e6, "credits");
        _warpToLock();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(ana, address(usdc), 30e6);
        vm.prank(stranger);
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 0, "before");
        vm.assertEq(usdc.balanceOf(newWallet), 30e6, "after");
        _assertSolvent(program);
    }

    function test_GivenThePartnerMovesOn() external {
        _earn("a");
        _move();
        _moveTo(newWallet, stranger);
        _warpToLock();
        program.claimMany(_only(ana), address(usdc));
        vm.assertEq(usdc.balanceOf(stranger), 15e6, "paid");
        vm.expectRevert(_notAllowed(newWallet));
        _propose(newWallet, customer);
        vm.assertEq(program.membershipOf(stranger).number, ANA, "number");
        _assertSolvent(program);
    }

    function test_GivenThePartnerMovesBack() external {
        _earn("a");
        _move();
        _moveTo(newWallet, ana);
        _warpToLock();
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
        vm.assertEq(program.payoutOf(ana).wallet, ana, "wallet");
        vm.assertEq(program.membershipOf(ana).number, ANA, "number");
        _moveTo(ana, newWallet);
        vm.assertEq(program.payoutOf(ana).wallet, newWallet, "there again");
    }

    function test_GivenThePartnerHoldsALinePaidASaleAndIsTheTreasury() external {
        Terms memory terms = _partnersTerms();
        terms.treasury = ana;
        terms.standing[MODERATORS].holder = ana;
        _use(terms);
        _move();
        usdc.mint(ana, 100e6);
        vm.startPrank(ana);
        usdc.approve(address(program), 100e6);
        program.paySale("a", INITIAL, address(usdc), 100e6);
        vm.stopPrank();
        _postPaid(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))), ana);
        _refund("r", "a", 100e6);
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 100e6, "the refund");
        _pay(INITIAL, 100e6);
        _warpToLock();
        program.claimLine(MODERATORS, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 102e6, "the line");
        program.claimResidual(address(usdc), 10);
        vm.assertEq(usdc.balanceOf(newWallet), 200e6, "the residual");
        vm.assertEq(usdc.balanceOf(ana), 0, "the old wallet");
        _assertSolvent(program);
    }

    function test_GivenTheNewWalletHoldsALine() external {
        _earn("a");
        _moveTo(ana, moderators);
        _pay(INITIAL, 100e6);
        _warpToLock();
        program.claimLine(MODERATORS, address(usdc));
        vm.assertEq(usdc.balanceOf(moderators), 4e6, "of the line");
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(moderators), 19e6, "of ana");
        vm.assertEq(program.account(moderators, address(usdc)).claimed, 4e6, "the line's account");
        vm.assertEq(program.account(ana, address(usdc)).claimed, 15e6, "ana's account");
        _assertSolvent(program);
    }

    function test_GivenTheNewWalletCannotBePaidAmongMany() external {
        _fundEther(1 ether);
        _postIn(ETHER, _sale("e", 1 ether, _credits(_credit(ANA, INTEGRATION, 1))));
        _move();
        vm.etch(newWallet, _runtime("contracts/mocks/RevertingReceiver.sol:RevertingReceiver"));
        _warpToLock();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimFailed(ana, ETHER, 0.15 ether);
        program.claimMany(_only(ana), ETHER);
        vm.assertEq(program.claimable(ana, ETHER), 0.15 ether, "kept");
        vm.assertEq(ana.balance, 0, "the old wallet");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_PaymentFailed.selector, newWallet, 0.15 ether));
        program.claim(ana, ETHER);
        _assertSolvent(program);
    }

    function test_GivenTheProgramTakesNoETH() external {
        Terms memory terms = _partnersTerms();
        terms.currencies[ETH] = address(0);
        _use(terms);
        _earn("a");
        _move();
        _warpToLock();
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 15e6, "paid");
    }

    function _cancel(address by) private {
        vm.prank(by);
        program.cancelMove(ana);
    }

    function _finish(address by) private {
        vm.prank(by);
        program.finishMove(ana);
    }

    function _alreadyEnrolled(address wallet) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_AlreadyEnrolled.selector, wallet);
    }
}
