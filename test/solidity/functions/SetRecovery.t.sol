// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramWallets } from "../../../contracts/interfaces/IProgramWallets.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Payout } from "../../../contracts/interfaces/Types.sol";

contract SetRecoveryTest is PartnersBase {
    /* NAMING */

    function test_RevertWhen_TheCallerIsNotTheParty() external {
        address[3] memory others = [operator, ben, recovery];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(_notAllowed(others[i]));
            vm.prank(others[i]);
            program.setRecovery(ana, recovery);
        }
    }

    function test_RevertWhen_ThePartyIsNotTheCallers() external {
        vm.expectRevert(_notAllowed(ana));
        vm.prank(ana);
        program.setRecovery(stranger, recovery);
    }

    function test_RevertGiven_AMoveWaits() external {
        _propose(ana, newWallet);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyWaits.selector));
        _proposeRecovery(ana, recovery);
        vm.warp(START + 14 days);
        _proposeRecovery(ana, recovery);
    }

    function test_RevertGiven_AnotherOneWaits() external {
        _proposeRecovery(ana, recovery);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyWaits.selector));
        _proposeRecovery(ana, stranger);
    }

    function test_GivenThePartnerMoved() external {
        _move();
        vm.expectRevert(_notAllowed(ana));
        _proposeRecovery(ana, recovery);
        _proposeRecovery(newWallet, recovery);
        vm.assertEq(program.payoutOf(ana).nextRecovery, recovery, "recovery");
    }

    function test_WhenThePartnerNamesOne() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.RecoverySet(ana, recovery, START + 7 days);
        _proposeRecovery(ana, recovery);
        Payout memory payout = program.payoutOf(ana);
        vm.assertEq(payout.recovery, address(0), "not yet");
        vm.assertEq(payout.nextRecovery, recovery, "next");
        vm.assertEq(payout.recoveryAt, START + 7 days, "from");
        vm.warp(START + 7 days - 1);
        vm.expectRevert(_notAllowed(recovery));
        _propose(recovery, newWallet);
        vm.warp(START + 7 days);
        payout = program.payoutOf(ana);
        vm.assertEq(payout.recovery, recovery, "in force");
        vm.assertEq(payout.nextRecovery, address(0), "nobody next");
        vm.assertEq(payout.recoveryAt, 0, "never");
        _propose(recovery, newWallet);
    }

    function test_GivenThereIsARecoveryAddress() external {
        _setRecovery();
        _proposeRecovery(recovery, stranger);
        vm.assertEq(program.payoutOf(ana).recovery, recovery, "until then the one before");
        vm.warp(START + 14 days);
        vm.expectRevert(_notAllowed(recovery));
        _proposeRecovery(recovery, recovery);
        _proposeRecovery(stranger, address(0));
        vm.warp(START + 21 days);
        vm.assertEq(program.payoutOf(ana).recovery, address(0), "none");
        vm.expectRevert(_notAllowed(stranger));
        _propose(stranger, newWallet);
    }

    function test_GivenMovesTakeNoTime() external {
        Terms memory terms = _partnersTerms();
        terms.rules.moveDays = 0;
        _use(terms);
        _proposeRecovery(ana, recovery);
        vm.assertEq(program.payoutOf(ana).recovery, recovery, "at once");
    }

    /// @dev The holder of a line, the treasury, whoever paid a sale: what goes to them is not lost with a key either.
    function test_WhenThePartyIsNoPartner() external {
        address[4] memory parties = [moderators, treasury, taxAccount, customer];
        for (uint256 i = 0; i < 4; ++i) {
            vm.prank(parties[i]);
            program.setRecovery(parties[i], recovery);
            vm.assertEq(program.payoutOf(parties[i]).nextRecovery, recovery, "next");
        }
    }

    /* CANCELLING */

    function test_RevertWhen_NothingWaits() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _cancel(ana);
        _setRecovery();
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingWaits.selector));
        _cancel(ana);
    }

    function test_RevertWhen_AnotherCancels() external {
        _proposeRecovery(ana, recovery);
        address[3] memory others = [operator, ben, recovery];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(_notAllowed(others[i]));
            _cancel(others[i]);
        }
    }

    function test_K3_WhenTheWalletCancelsInTime() external {
        _proposeRecovery(ana, stranger);
        vm.warp(START + 7 days - 1);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.RecoveryCancelled(ana, stranger);
        _cancel(ana);
        vm.warp(START + 7 days);
        vm.assertEq(program.payoutOf(ana).recovery, address(0), "a phished one is never in force");
        vm.expectRevert(_notAllowed(stranger));
        _propose(stranger, stranger);
    }

    function test_K3_WhenTheRecoveryAddressCancels() external {
        _setRecovery();
        // A thief has Ana's key.
        _proposeRecovery(ana, stranger);
        _cancel(recovery);
        vm.warp(START + 30 days);
        vm.assertEq(program.payoutOf(ana).recovery, recovery, "still");
    }

    function _cancel(address by) private {
        vm.prank(by);
        program.cancelRecovery(ana);
    }
}
