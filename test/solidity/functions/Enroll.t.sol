// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { MAX_PARTNERS } from "../../../contracts/libraries/Constants.sol";
import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPartners } from "../../../contracts/interfaces/IProgramPartners.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, Membership, Partner, Power, Status } from "../../../contracts/interfaces/Types.sol";

contract EnrollTest is Base {
    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        vm.expectRevert(_missing(attributor, Power.Operator));
        vm.prank(attributor);
        program.enroll(new Enrollment[](0));
    }

    function test_RevertWhen_AWalletIsZero() external {
        _refuses(_enrollment(address(0), ""), abi.encodeWithSelector(IProgramErrors.Program_ZeroAddress.selector));
    }

    function test_RevertWhen_AWalletIsTheProgramItself() external {
        _refuses(
            _enrollment(address(program), ""),
            abi.encodeWithSelector(IProgramErrors.Program_ZeroAddress.selector)
        );
    }

    function test_RevertGiven_AWalletIsEnrolledAlready() external {
        _refuses(
            _enrollment(ana, "again"),
            abi.encodeWithSelector(IProgramErrors.Program_AlreadyEnrolled.selector, ana)
        );
    }

    function test_RevertWhen_AWalletStandsTwice() external {
        Enrollment[] memory partners = new Enrollment[](2);
        (partners[0], partners[1]) = (_enrollment(stranger, "d"), _enrollment(stranger, "e"));
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_AlreadyEnrolled.selector, stranger));
        vm.prank(operator);
        program.enroll(partners);
    }

    function test_RevertWhen_AReferrerIsNotAPartnerBefore() external {
        Enrollment memory one = _enrollment(stranger, "d");
        one.referrer = 4;
        _refuses(one, abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 4));
    }

    function test_RevertWhen_ATierIsUnknown() external {
        Enrollment memory one = _enrollment(stranger, "d");
        one.tier = 2;
        _refuses(one, abi.encodeWithSelector(IProgramErrors.Program_UnknownTier.selector, 2));
    }

    function test_GivenTheProgramHasNoTiers() external {
        Terms memory terms = _bareTerms();
        terms.tiers = new string[](0);
        program = _create(terms);
        Enrollment memory one = _enrollment(stranger, "d");
        one.tier = 1;
        _refuses(one, abi.encodeWithSelector(IProgramErrors.Program_UnknownTier.selector, 1));
        vm.assertEq(_enrollOne(program, stranger, "d"), 1, "number");
    }

    function test_RevertGiven_ThereIsNoNumberLeft() external {
        vm.store(address(program), _counterSlot(), bytes32((MAX_PARTNERS << 24) | MAX_PARTNERS));
        (uint256 enrolled, uint256 active) = program.partnerCount();
        vm.assertEq(enrolled, MAX_PARTNERS, "the slot of the counters moved");
        vm.assertEq(active, MAX_PARTNERS, "the slot of the counters moved");
        _refuses(
            _enrollment(stranger, "d"),
            abi.encodeWithSelector(IProgramErrors.Program_TooManyPartners.selector, MAX_PARTNERS)
        );
    }

    function test_WhenTheProgramHasNotStarted() external {
        vm.warp(START - 1);
        uint256 number = _enrollOne(program, stranger, "d");
        vm.assertEq(number, 4, "number");
        vm.assertEq(program.membershipOf(stranger).period, 0, "period");
    }

    function test_WhenNobodyIsNamed() external {
        uint256 history = program.history();
        vm.recordLogs();
        vm.prank(operator);
        program.enroll(new Enrollment[](0));
        vm.assertEq(vm.getRecordedLogs().length, 0, "nothing is told");
        vm.assertEq(program.history(), history, "nor kept");
    }

    function test_WhenAllIsWell() external {
        vm.warp(START + 2 * uint256(PERIOD));
        Enrollment[] memory partners = new Enrollment[](2);
        partners[0] = Enrollment({ wallet: stranger, name: "d", tier: 1, joined: START + 1, referrer: 2 });
        partners[1] = Enrollment({ wallet: customer, name: "e", tier: 0, joined: START, referrer: 4 });
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPartners.PartnerEnrolled(4, stranger, "d", 1, START + 1, 2);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPartners.PartnerEnrolled(5, customer, "e", 0, START, 4);
        vm.prank(operator);
        program.enroll(partners);
        (uint256 enrolled, uint256 active) = program.partnerCount();
        vm.assertEq(enrolled, 5, "enrolled");
        vm.assertEq(active, 5, "active");
        Partner memory partner = program.partnerAt(4);
        vm.assertEq(partner.wallet, stranger, "wallet");
        vm.assertEq(partner.joined, START + 1, "joined");
        vm.assertTrue(partner.status == Status.Active, "status");
        vm.assertEq(partner.tier, 1, "tier");
        Membership memory member = program.membershipOf(stranger);
        vm.assertEq(member.number, 4, "number");
        vm.assertEq(member.referrer, 2, "referrer");
        vm.assertEq(member.period, 1, "the first period that is not locked");
        vm.assertEq(member.name, "d", "name");
        vm.assertEq(program.membershipOf(treasury).number, 0, "not a member");
        vm.assertEq(program.partnerAt(6).wallet, address(0), "no partner");
    }

    function test_WhenANameIsLong() external {
        _enrollOne(program, stranger, "exactly twenty bytes");
        vm.assertEq(program.membershipOf(stranger).name, "exactly twenty bytes", "fits");
        _enrollOne(program, customer, unicode"Grüße von überall und mehr");
        vm.assertEq(program.membershipOf(customer).name, unicode"Grüße von über…", "its beginning");
        // The sixteenth to the eighteenth byte are one character.
        _enrollOne(program, treasury, unicode"sixteen bytes..€ more");
        vm.assertEq(program.membershipOf(treasury).name, unicode"sixteen bytes..…", "no half a character");
    }

    /// @dev The slot that holds both counters: it holds 3 and 3 after the base's enrollment.
    function _counterSlot() private view returns (bytes32) {
        bytes32 expected = bytes32((uint256(3) << 24) | 3);
        for (uint256 i = 0; i < 512; ++i) {
            if (vm.load(address(program), bytes32(i)) == expected) return bytes32(i);
        }
        revert("the slot of the counters was not found");
    }

    function _refuses(Enrollment memory one, bytes memory expected) private {
        Enrollment[] memory partners = new Enrollment[](1);
        partners[0] = one;
        vm.expectRevert(expected);
        vm.prank(operator);
        program.enroll(partners);
    }
}
