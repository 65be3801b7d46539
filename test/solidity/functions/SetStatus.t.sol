// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IAccessControl } from "@openzeppelin/contracts/access/IAccessControl.sol";
import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPartners } from "../../../contracts/interfaces/IProgramPartners.sol";
import { Status } from "../../../contracts/interfaces/Types.sol";

contract SetStatusTest is Base {
    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, ben, bytes32(0))
        );
        vm.prank(ben);
        program.setStatus(ANA, Status.Suspended, "");
    }

    function test_RevertWhen_ThePartnerIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 0));
        _set(0, Status.Suspended);
    }

    function test_RevertWhen_TheStatusIsNone() external {
        vm.expectRevert(_refused(Status.Active));
        _set(ANA, Status.None);
    }

    function test_RevertWhen_TheStatusDoesNotChange() external {
        vm.expectRevert(_refused(Status.Active));
        _set(ANA, Status.Active);
    }

    function test_RevertGiven_ThePartnerHasLeft() external {
        _set(ANA, Status.Left);
        _assertActive(2);
        vm.expectRevert(_refused(Status.Left));
        _set(ANA, Status.Active);
    }

    function test_WhenAnActivePartnerIsSuspended() external {
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPartners.StatusChanged(ANA, Status.Suspended, "spam");
        vm.prank(operator);
        program.setStatus(ANA, Status.Suspended, "spam");
        _assertActive(2);
        _warpToLock();
        program.claim(ana, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
    }

    function test_WhenASuspendedPartnerBecomesActive() external {
        _set(ANA, Status.Suspended);
        _set(ANA, Status.Active);
        _assertActive(3);
        vm.assertTrue(program.partnerAt(ANA).status == Status.Active, "status");
        vm.assertEq(program.partnerAt(ANA).wallet, ana, "wallet");
    }

    function test_WhenASuspendedPartnerLeaves() external {
        _set(ANA, Status.Suspended);
        _set(ANA, Status.Left);
        _assertActive(2);
    }

    function _set(uint256 number, Status status) private {
        vm.prank(operator);
        program.setStatus(number, status, "");
    }

    function _assertActive(uint256 expected) private view {
        (uint256 enrolled, uint256 active) = program.partnerCount();
        vm.assertEq(enrolled, 3, "enrolled");
        vm.assertEq(active, expected, "active");
    }

    function _refused(Status status) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_PartnerNotActive.selector, ANA, status);
    }
}
