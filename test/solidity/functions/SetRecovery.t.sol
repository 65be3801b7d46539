// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramWallets } from "../../../contracts/interfaces/IProgramWallets.sol";

contract SetRecoveryTest is PartnersBase {
    function test_RevertWhen_TheCallerIsNotThePartner() external {
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

    function test_RevertGiven_ThereIsARecoveryAddress() external {
        _setRecovery();
        vm.expectRevert(_notAllowed(ana));
        vm.prank(ana);
        program.setRecovery(ana, address(0));
        vm.prank(recovery);
        program.setRecovery(ana, stranger);
        vm.assertEq(program.payoutOf(ana).recovery, stranger, "another");
        vm.expectRevert(_notAllowed(recovery));
        vm.prank(recovery);
        program.setRecovery(ana, recovery);
        vm.prank(stranger);
        program.setRecovery(ana, address(0));
        _setRecovery();
        vm.assertEq(program.payoutOf(ana).recovery, recovery, "again");
    }

    function test_RevertGiven_AMoveWaits() external {
        _propose(ana, newWallet);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyWaits.selector));
        _setRecovery();
    }

    function test_GivenThePartnerMoved() external {
        _move();
        vm.expectRevert(_notAllowed(ana));
        _setRecovery();
        vm.prank(newWallet);
        program.setRecovery(ana, recovery);
        vm.assertEq(program.payoutOf(ana).recovery, recovery, "recovery");
    }

    function test_WhenThePartnerNamesOne() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramWallets.RecoverySet(ana, recovery);
        _setRecovery();
        vm.assertEq(program.payoutOf(ana).recovery, recovery, "recovery");
        vm.assertEq(program.payoutOf(ana).wallet, ana, "wallet");
    }
}
