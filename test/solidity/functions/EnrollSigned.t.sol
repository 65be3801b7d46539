// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { MAX_PARTNERS } from "../../../contracts/libraries/Constants.sol";
import { PartnersBase } from "../support/PartnersBase.sol";
import { JoinSigner } from "../support/JoinSigner.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPartners } from "../../../contracts/interfaces/IProgramPartners.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, Membership, Power } from "../../../contracts/interfaces/Types.sol";

contract EnrollSignedTest is PartnersBase {
    using JoinSigner for *;

    uint256 private constant DEADLINE = START + 10 days;

    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        bytes memory signature = _signed(_one());
        vm.expectRevert(_missing(newWallet, Power.Operator));
        vm.prank(newWallet);
        program.enrollSigned(_one(), DEADLINE, signature);
    }

    function test_RevertWhen_TheDeadlineIsOver() external {
        bytes memory signature = _signed(_one());
        vm.warp(DEADLINE + 1);
        _refuses(_one(), signature, abi.encodeWithSelector(IProgramErrors.Program_SignatureExpired.selector, DEADLINE));
    }

    function test_WhenItIsTheSecondOfTheDeadline() external {
        bytes memory signature = _signed(_one());
        vm.warp(DEADLINE);
        _enrollSigned(_one(), signature);
        vm.assertEq(program.membershipOf(newWallet).number, 4, "number");
    }

    function test_RevertWhen_AnotherSigned() external {
        _refuses(_one(), program.sign(0xBAD, _one(), DEADLINE), _invalid(newWallet));
        _refuses(_one(), "", _invalid(newWallet));
    }

    function test_RevertWhen_AnythingDiffersFromWhatWasSigned() external {
        bytes memory signature = _signed(_one());
        Enrollment memory one = _one();
        one.name = "e";
        _refuses(one, signature, _invalid(newWallet));
        one = _one();
        one.tier = 0;
        _refuses(one, signature, _invalid(newWallet));
        one = _one();
        one.joined += 1;
        _refuses(one, signature, _invalid(newWallet));
        one = _one();
        one.referrer = 1;
        _refuses(one, signature, _invalid(newWallet));
        one = _one();
        one.wallet = stranger;
        _refuses(one, signature, _invalid(stranger));
        vm.expectRevert(_invalid(newWallet));
        vm.prank(operator);
        program.enrollSigned(_one(), DEADLINE + 1, signature);
    }

    function test_RevertWhen_OtherTermsWereSigned() external {
        bytes memory signature = program.sign(NEW_KEY, _one(), type(uint256).max);
        Terms memory terms = program.terms();
        terms.name = "Amended";
        vm.prank(operator);
        program.proposeAmendment(terms, "", "");
        vm.warp(program.amendment().from);
        vm.prank(operator);
        vm.expectRevert(_invalid(newWallet));
        program.enrollSigned(_one(), type(uint256).max, signature);
        signature = program.sign(NEW_KEY, _one(), type(uint256).max);
        vm.prank(operator);
        program.enrollSigned(_one(), type(uint256).max, signature);
        vm.assertTrue(program.membershipOf(newWallet).accepted, "under the terms in force");
    }

    function test_RevertWhen_TheSignatureWasUsed() external {
        bytes memory signature = _signed(_one());
        _enrollSigned(_one(), signature);
        vm.assertEq(program.nonces(newWallet), 1, "nonce");
        _refuses(_one(), signature, _invalid(newWallet));
    }

    function test_RevertGiven_TheWalletRevokedTheSignature() external {
        bytes memory signature = _signed(_one());
        vm.prank(newWallet);
        program.useNonce();
        _refuses(_one(), signature, _invalid(newWallet));
    }

    function test_RevertGiven_TheWalletIsEnrolledAlready() external {
        Enrollment memory one = _enrollment(ana, "ana");
        _refuses(
            one,
            program.sign(ANA_KEY, one, DEADLINE),
            abi.encodeWithSelector(IProgramErrors.Program_AlreadyEnrolled.selector, ana)
        );
        vm.assertEq(program.nonces(ana), 0, "nonce");
    }

    function test_RevertWhen_TheReferrerIsNotAPartnerBefore() external {
        Enrollment memory one = _one();
        one.referrer = 4;
        _refuses(one, _signed(one), abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 4));
    }

    function test_RevertGiven_ThereIsNoNumberLeft() external {
        bytes32 counters = bytes32((uint256(3) << 24) | 3);
        uint256 slot = 0;
        while (vm.load(address(program), bytes32(slot)) != counters) ++slot;
        vm.store(address(program), bytes32(slot), bytes32((MAX_PARTNERS << 24) | MAX_PARTNERS));
        _refuses(
            _one(),
            _signed(_one()),
            abi.encodeWithSelector(IProgramErrors.Program_TooManyPartners.selector, MAX_PARTNERS)
        );
    }

    function test_WhenTheWalletSigned() external {
        vm.warp(START + 5 days);
        bytes memory signature = _signed(_one());
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPartners.PartnerEnrolled(4, newWallet, "d", 1, START, 2);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPartners.TermsAccepted(4, program.termsHash());
        _enrollSigned(_one(), signature);
        Membership memory member = program.membershipOf(newWallet);
        vm.assertTrue(member.accepted, "accepted");
        vm.assertEq(member.number, 4, "number");
        vm.assertEq(member.referrer, 2, "referrer");
        vm.assertEq(program.partnerAt(4).tier, 1, "tier");
        (uint256 enrolled, uint256 active) = program.partnerCount();
        vm.assertEq(enrolled, 4, "enrolled");
        vm.assertEq(active, 4, "active");
    }

    function test_GivenItsOwnerSigned() external {
        Enrollment memory one = _smartWallet();
        _enrollSigned(one, program.sign(NEW_KEY, one, DEADLINE));
        vm.assertEq(program.membershipOf(one.wallet).number, 4, "number");
    }

    function test_RevertGiven_ItsOwnerDidNotSign() external {
        Enrollment memory one = _smartWallet();
        _refuses(one, program.sign(0xBAD, one, DEADLINE), _invalid(one.wallet));
    }

    function _smartWallet() private returns (Enrollment memory) {
        return
            _enrollment(_deploy("contracts/mocks/SmartWallet.sol:SmartWallet", abi.encode(newWallet)), "smart wallet");
    }

    function _one() private view returns (Enrollment memory) {
        return Enrollment({ wallet: newWallet, name: "d", tier: 1, joined: START, referrer: 2 });
    }

    function _signed(Enrollment memory one) private view returns (bytes memory) {
        return program.sign(NEW_KEY, one, DEADLINE);
    }

    function _enrollSigned(Enrollment memory one, bytes memory signature) private {
        vm.prank(operator);
        program.enrollSigned(one, DEADLINE, signature);
    }

    function _refuses(Enrollment memory one, bytes memory signature, bytes memory expected) private {
        vm.expectRevert(expected);
        _enrollSigned(one, signature);
    }

    function _invalid(address wallet) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, wallet);
    }
}
