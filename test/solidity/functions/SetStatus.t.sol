// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPartners } from "../../../contracts/interfaces/IProgramPartners.sol";
import { Role, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, Power, Status } from "../../../contracts/interfaces/Types.sol";

contract SetStatusTest is Base {
    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        vm.expectRevert(_missing(ben, Power.Operator));
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
        vm.prank(ana);
        program.leaveProgram(ana, "");
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

    function test_RevertWhen_TheStatusIsLeft() external {
        vm.expectRevert(_refused(Status.Active));
        _set(ANA, Status.Left);
    }

    /// @dev Without tiers and bonuses a post asks of partners nothing but their bits.
    function test_GivenOnlyBitsAreAsked() external {
        Terms memory terms = _bareTerms();
        terms.tiers = new string[](0);
        terms.roles = new Role[](1);
        terms.roles[INTEGRATION] = _role("integration", 15 * PERCENT);
        terms.roles[INTEGRATION].tiers = new uint24[](0);
        program = _create(terms);
        Enrollment[] memory partners = new Enrollment[](300);
        for (uint160 i = 0; i < 300; ++i) partners[i] = _enrollment(address(i + 1_000), "p");
        vm.prank(operator);
        program.enroll(partners);
        _fund(1_000e6);
        for (uint256 number = 255; number < 258; ++number) _credited(number);
        _set(256, Status.Suspended);
        _credited(255);
        _credited(257);
        _expectRefusal(_refused(256, Status.Suspended));
        _credited(256);
        _set(256, Status.Active);
        _credited(256);
        vm.prank(address(1_255));
        program.leaveProgram(address(1_255), "");
        _expectRefusal(_refused(256, Status.Left));
        _credited(256);
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 301));
        _credited(301);
    }

    function _credited(uint256 number) private {
        _post(_sale("a", 100e6, _credits(_credit(number, INTEGRATION, 1))));
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
        return _refused(ANA, status);
    }

    function _refused(uint256 number, Status status) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_PartnerNotActive.selector, number, status);
    }
}
