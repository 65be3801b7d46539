// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPartners } from "../../../contracts/interfaces/IProgramPartners.sol";
import { Status } from "../../../contracts/interfaces/Types.sol";
import { Sale } from "../support/Sales.sol";

contract LeaveProgramTest is PartnersBase {
    function test_RevertWhen_TheCallerIsNoPartner() external {
        vm.expectRevert(_notAllowed(stranger));
        _leave(stranger);
    }

    function test_RevertGiven_ThePartnerHasLeft() external {
        _leave(ana);
        vm.expectRevert(_notActive(Status.Left));
        _leave(ana);
        vm.expectRevert(_notActive(Status.Left));
        vm.prank(operator);
        program.setStatus(ANA, Status.Active, "");
    }

    function test_GivenThePartnerMoved() external {
        _move();
        vm.expectRevert(_notAllowed(ana));
        _leave(ana);
        _leave(newWallet);
        vm.assertTrue(program.partnerAt(ANA).status == Status.Left, "status");
    }

    function test_GivenThePartnerIsSuspended() external {
        vm.prank(operator);
        program.setStatus(ANA, Status.Suspended, "");
        _leave(ana);
        (, uint256 active) = program.partnerCount();
        vm.assertEq(active, 2, "active");
        vm.assertTrue(program.partnerAt(ANA).status == Status.Left, "status");
    }

    function test_WhenAnActivePartnerLeaves() external {
        _earn("a");
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPartners.StatusChanged(ANA, Status.Left, "moving on");
        _leave(ana);
        (, uint256 active) = program.partnerCount();
        vm.assertEq(active, 2, "active");
        Sale memory sale = _sale("b", 100e6, _credits(_credit(ANA, INTEGRATION, 1)));
        _expectRefusal(_notActive(Status.Left));
        _post(sale);
        _warpToLock();
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
    }

    /* RETURNING */

    function test_RevertGiven_ThePartnerHasNotLeft() external {
        vm.expectRevert(_notActive(Status.Active));
        _return(ana);
    }

    function test_RevertWhen_AnotherReturnsIt() external {
        _leave(ana);
        address[3] memory others = [operator, ben, stranger];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(_notAllowed(others[i]));
            _return(others[i]);
        }
    }

    function test_K3_GivenAThiefLeftInItsName() external {
        _setRecovery();
        _leave(ana);
        _propose(recovery, newWallet);
        vm.warp(program.payoutOf(ana).moveAt);
        vm.prank(newWallet);
        program.finishMove(ana);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPartners.StatusChanged(ANA, Status.Active, "it was not me");
        _return(newWallet);
        (, uint256 active) = program.partnerCount();
        vm.assertEq(active, 3, "active");
        _earn("b");
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 15e6, "credited again");
    }

    function test_GivenItWasSuspendedAsItLeft() external {
        vm.prank(operator);
        program.setStatus(ANA, Status.Suspended, "");
        _leave(ana);
        _return(ana);
        vm.assertTrue(program.partnerAt(ANA).status == Status.Suspended, "status");
        vm.prank(operator);
        program.setStatus(ANA, Status.Active, "");
        _leave(ana);
        _return(ana);
        vm.assertTrue(program.partnerAt(ANA).status == Status.Active, "and active again");
    }

    function _return(address by) private {
        vm.prank(by);
        program.returnToProgram(ana, "it was not me");
    }

    function _leave(address by) private {
        vm.prank(by);
        program.leaveProgram(by == newWallet ? ana : by, "moving on");
    }

    function _notActive(Status status) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_PartnerNotActive.selector, ANA, status);
    }
}
