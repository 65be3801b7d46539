// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramWallets } from "../../../contracts/interfaces/IProgramWallets.sol";
import { Graduation, Milestone, Pool, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Payout, Status } from "../../../contracts/interfaces/Types.sol";
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

    function test_K3_WhenTheWalletIsAnotherParty() external {
        Terms memory terms = _partnersTerms();
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: stranger });
        _use(terms);
        _earn("a");
        _post(_sale("b", 100e6, _credits(_credit(BEN, AFFILIATE, 1))));
        _moveTo(ana, ben);
        _moveTo(ben, stranger);
        _moveTo(stranger, ben);
        vm.prank(ben);
        program.leaveProgram(ana, "by the wallet of both");
        vm.assertTrue(program.partnerAt(ANA).status == Status.Left, "ana left");
        vm.assertTrue(program.partnerAt(BEN).status == Status.Active, "ben is here");
        _warpToLock();
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ben), 15e6, "ana's");
        program.claim(ben, address(usdc));
        vm.assertEq(usdc.balanceOf(ben), 25e6, "ben's own");
        _assertSolvent(program);
    }

    function test_RevertGiven_AMoveWaits() external {
        _propose(ana, newWallet);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyWaits.selector));
        _propose(ana, stranger);
    }

    function test_GivenTheWalletsMoveWaits() external {
        _setRecovery();
        _propose(ana, stranger);
        vm.warp(START + 8 days);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.MoveCancelled(ana, stranger);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.MoveProposed(ana, newWallet, START + 15 days, START + 22 days);
        _propose(recovery, newWallet);
        Payout memory payout = program.payoutOf(ana);
        vm.assertEq(payout.moveTo, newWallet, "to");
        vm.assertEq(payout.moveAt, START + 15 days, "at");
        vm.assertTrue(payout.recovers, "by the recovery address");
    }

    function test_WhenThePartnerProposes() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.MoveProposed(ana, newWallet, START + 7 days, START + 14 days);
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

    function test_K3_GivenTheNewWalletWasEnrolledMeanwhile() external {
        _earn("a");
        _propose(ana, newWallet);
        vm.warp(START + 7 days);
        uint256 number = _enrollOne(program, newWallet, "squatter");
        _finish(newWallet);
        vm.assertEq(program.payoutOf(ana).wallet, newWallet, "moved");
        vm.assertEq(program.membershipOf(newWallet).number, number, "its own number");
        vm.assertEq(program.membershipOf(ana).number, ANA, "ana's number");
        _warpToLock();
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 15e6, "paid");
    }

    function test_RevertGiven_TheMoveLapsed() external {
        _propose(ana, newWallet);
        vm.warp(START + 14 days);
        vm.assertEq(program.payoutOf(ana).moveTo, address(0), "none waits");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_TooLate.selector, START + 14 days));
        _finish(newWallet);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _cancel(ana);
        _propose(ana, stranger);
        vm.assertEq(program.payoutOf(ana).moveTo, stranger, "another");
    }

    function test_GivenTheLastSecondBeforeItLapses() external {
        _propose(ana, newWallet);
        vm.warp(START + 14 days - 1);
        _finish(newWallet);
    }

    function test_GivenMovesTakeNoTime() external {
        Terms memory terms = _partnersTerms();
        terms.rules.moveDays = 0;
        _use(terms);
        _propose(ana, newWallet);
        vm.assertEq(program.payoutOf(ana).moveUntil, START + 1 days, "a day");
        _finish(newWallet);
        vm.assertEq(program.payoutOf(ana).wallet, newWallet, "at once");
    }

    /// @dev A line's holder, the treasury and the tax account are no partners; a lost key need not cost them anything.
    function test_K3_WhenThePartyIsNoPartner() external {
        address[3] memory parties = [moderators, treasury, taxAccount];
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(parties[i]);
            program.proposeMove(parties[i], newWallet);
        }
        vm.warp(START + 7 days);
        vm.startPrank(newWallet);
        for (uint256 i = 0; i < 3; ++i) program.finishMove(parties[i]);
        vm.stopPrank();
        _withhold(10 * PERCENT);
        _earn("a");
        _pay(INITIAL, 100e6);
        _warpToLock();
        program.claimLine(MODERATORS, address(usdc));
        program.claimResidual(address(usdc), 10);
        program.claim(ana, address(usdc));
        program.claim(taxAccount, address(usdc));
        vm.assertEq(usdc.balanceOf(newWallet), 4e6 + 98e6 + 1.5e6, "all at the new wallet");
        for (uint256 i = 0; i < 3; ++i) vm.assertEq(usdc.balanceOf(parties[i]), 0, "nothing at the old ones");
        _assertSolvent(program);
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
        vm.assertEq(program.membershipOf(newWallet).number, 0, "no number of its own");
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
        terms.graduations = new Graduation[](0);
        terms.milestones = new Milestone[](0);
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
}
