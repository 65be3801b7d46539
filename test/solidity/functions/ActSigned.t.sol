// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ActSigner } from "../support/ActSigner.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramAmendments } from "../../../contracts/interfaces/IProgramAmendments.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramExits } from "../../../contracts/interfaces/IProgramExits.sol";
import { IProgramPartners } from "../../../contracts/interfaces/IProgramPartners.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { DisputeState, ShownSale, Status } from "../../../contracts/interfaces/Types.sol";

contract ActSignedTest is PartnersBase {
    using ActSigner for IDeployedProgram;

    uint256 private constant DEADLINE = START + 1_000 days;

    function _partnersTerms() internal view override returns (Terms memory terms) {
        terms = super._partnersTerms();
        terms.rules.disputes = 3;
        terms.rules.disputePeriods = 1;
        terms.rules.acceptance = true;
    }

    /* WHAT IS REFUSED */

    function test_RevertWhen_TheDeadlineIsOver() external {
        (bytes memory act, bytes memory signature) = _cancelOf(ANA_KEY);
        vm.warp(DEADLINE + 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_SignatureExpired.selector, DEADLINE));
        program.actSigned(ana, act, DEADLINE, signature);
    }

    function test_RevertWhen_TheActCannotBeSigned() external {
        bytes[5] memory acts = [
            abi.encodeCall(program.useNonce, ()),
            abi.encodeCall(program.setStatus, (ANA, Status.Suspended, "")),
            abi.encodeCall(program.pushToken, (address(usdc), ana, 1, 1)),
            abi.encodeCall(program.alive, ()),
            abi.encodeCall(program.actSigned, (ana, "", 0, ""))
        ];
        for (uint256 i = 0; i < acts.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotSignable.selector, bytes4(acts[i])));
            program.actSigned(ana, acts[i], DEADLINE, "");
        }
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotSignable.selector, bytes4(0)));
        program.actSigned(ana, hex"123456", DEADLINE, "");
    }

    function test_RevertWhen_SomethingFollowsTheFields() external {
        bytes memory act = bytes.concat(abi.encodeCall(program.cancelMove, (ana)), bytes32(0));
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_NotSignable.selector, program.cancelMove.selector)
        );
        program.actSigned(ana, act, DEADLINE, "");
    }

    function test_RevertWhen_AnotherSigned() external {
        (bytes memory act, bytes memory signature) = _cancelOf(0xBAD);
        _refuses(program, ana, act, signature);
    }

    function test_RevertWhen_TheSignerIsNotTheParty() external {
        _propose(ana, newWallet);
        (bytes memory act, bytes memory signature) = _cancelOf(0xBAD);
        vm.expectRevert(_notAllowed(vm.addr(0xBAD)));
        program.actSigned(vm.addr(0xBAD), act, DEADLINE, signature);
        vm.assertEq(program.nonces(vm.addr(0xBAD)), 0, "nothing is spent");
    }

    function test_RevertWhen_AnythingDiffers() external {
        _propose(ana, newWallet);
        (bytes memory act, bytes memory signature) = _cancelOf(ANA_KEY);
        _refuses(program, ana, abi.encodeCall(program.cancelMove, (ben)), signature);
        _refuses(program, ana, abi.encodeCall(program.cancelRecovery, (ana)), signature);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, ana));
        program.actSigned(ana, act, DEADLINE + 1, signature);
    }

    function test_RevertWhen_ItWasUsedOrRevoked() external {
        _propose(ana, newWallet);
        (bytes memory act, bytes memory signature) = _cancelOf(ANA_KEY);
        program.actSigned(ana, act, DEADLINE, signature);
        vm.assertEq(program.payoutOf(ana).moveTo, address(0), "cancelled");
        _propose(ana, newWallet);
        _refuses(program, ana, act, signature);
        (act, signature) = _cancelOf(ANA_KEY);
        vm.prank(ana);
        program.useNonce();
        _refuses(program, ana, act, signature);
    }

    function test_RevertWhen_ItIsOfAnotherProgramOrChain() external {
        _propose(ana, newWallet);
        (bytes memory act, bytes memory signature) = _cancelOf(ANA_KEY);
        IDeployedProgram first = program;
        Terms memory terms = _partnersTerms();
        terms.name = "second";
        _use(terms);
        _propose(ana, newWallet);
        _refuses(program, ana, act, signature);
        uint256 here = block.chainid;
        vm.chainId(here + 1);
        _refuses(first, ana, act, signature);
        vm.chainId(here);
        first.actSigned(ana, act, DEADLINE, signature);
    }

    function test_RevertGiven_ThePartyMovedAway() external {
        bytes memory act = abi.encodeCall(program.setRecovery, (ana, stranger));
        bytes memory signature = _sign(
            ANA_KEY,
            "SetRecovery(address party,address recovery",
            abi.encode(ana, stranger)
        );
        _move();
        vm.expectRevert(_notAllowed(ana));
        program.actSigned(ana, act, DEADLINE, signature);
    }

    /// @dev Powers are not signed for: the operator's signature agrees for no side.
    function test_RevertWhen_TheOperatorSignsForTheEndOfALine() external {
        Terms memory terms = _partnersTerms();
        (terms.name, terms.operator) = ("operated", ana);
        program = _create(terms);
        bytes memory signature = _sign(ANA_KEY, "AgreeExit(uint256 line,bool agreed", abi.encode(TECH, true));
        vm.expectRevert(_notAllowed(ana));
        program.actSigned(ana, abi.encodeCall(program.agreeExit, (TECH, true)), DEADLINE, signature);
    }

    /* WHO SIGNS */

    function test_GivenASmartWallet() external {
        address wallet = _deploy("contracts/mocks/SmartWallet.sol:SmartWallet", abi.encode(vm.addr(NEW_KEY)));
        _enrollOne(program, wallet, "smart");
        bytes32 hash = program.termsHash();
        bytes memory act = abi.encodeCall(program.accept, (wallet, hash));
        bytes memory signature = _sign(NEW_KEY, "Accept(address party,bytes32 termsHash", abi.encode(wallet, hash));
        program.actSigned(wallet, act, DEADLINE, signature);
        vm.assertTrue(program.membershipOf(wallet).accepted, "accepted");
    }

    /// @dev An account under EIP-7702 has code, which need not know ERC-1271, and its own key.
    function test_R2_GivenAnAccountWithCodeThatKnowsNoSignatures() external {
        vm.etch(ana, _runtime("contracts/mocks/RevertingReceiver.sol:RevertingReceiver"));
        bytes32 hash = program.termsHash();
        bytes memory act = abi.encodeCall(program.accept, (ana, hash));
        bytes memory signature = _sign(ANA_KEY, "Accept(address party,bytes32 termsHash", abi.encode(ana, hash));
        program.actSigned(ana, act, DEADLINE, signature);
        vm.assertTrue(program.membershipOf(ana).accepted, "accepted");
    }

    /* ACTS */

    function test_Accept() external {
        bytes32 hash = program.termsHash();
        bytes memory signature = _sign(ANA_KEY, "Accept(address party,bytes32 termsHash", abi.encode(ana, hash));
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPartners.TermsAccepted(ANA, hash);
        vm.prank(stranger);
        program.actSigned(ana, abi.encodeCall(program.accept, (ana, hash)), DEADLINE, signature);
        vm.assertEq(program.nonces(ana), 1, "nonce");
    }

    function test_ClaimTo() external {
        bytes32 hash = program.termsHash();
        vm.prank(ana);
        program.accept(ana, hash);
        _earnAndLock("a");
        bytes memory signature = _sign(
            ANA_KEY,
            "ClaimTo(address party,address currency,address to",
            abi.encode(ana, usdc, stranger)
        );
        bytes memory act = abi.encodeCall(program.claimTo, (ana, address(usdc), stranger));
        bytes memory answer = program.actSigned(ana, act, DEADLINE, signature);
        vm.assertEq(abi.decode(answer, (uint256)), 15e6, "answer");
        vm.assertEq(usdc.balanceOf(stranger), 15e6, "paid");
    }

    function test_LeaveAndReturn() external {
        bytes memory fields = abi.encode(ana, keccak256("enough"));
        bytes memory signature = _sign(ANA_KEY, "LeaveProgram(address party,string reason", fields);
        program.actSigned(ana, abi.encodeCall(program.leaveProgram, (ana, "enough")), DEADLINE, signature);
        vm.assertTrue(program.partnerAt(ANA).status == Status.Left, "left");
        signature = _sign(ANA_KEY, "ReturnToProgram(address party,string reason", fields);
        program.actSigned(ana, abi.encodeCall(program.returnToProgram, (ana, "enough")), DEADLINE, signature);
        vm.assertTrue(program.partnerAt(ANA).status == Status.Active, "back");
    }

    function test_Dispute() external {
        _earn("a");
        ShownSale memory sale = _shown("a");
        bytes memory fields = abi.encode(
            ana,
            sale.id,
            uint256(0),
            keccak256("not mine"),
            bytes32("evidence"),
            keccak256(abi.encode(sale.head, sale.words))
        );
        string memory name =
            "Dispute(address party,bytes32 saleId,uint256 role,string reason,bytes32 evidence,bytes32 sale";
        bytes memory signature = _sign(ANA_KEY, name, fields);
        bytes memory act = abi.encodeCall(program.dispute, (ana, sale, 0, "not mine", "evidence"));
        _refuses(program, ana, abi.encodeCall(program.dispute, (ana, sale, 0, "mine", "evidence")), signature);
        program.actSigned(ana, act, DEADLINE, signature);
        vm.assertTrue(_stateOf("a").dispute == DisputeState.Open, "disputed");
    }

    function test_WithholdingRecoveryAndMoves() external {
        bytes memory signature = _sign(ANA_KEY, "SetWithholding(address party,uint24 rate", abi.encode(ana, 5));
        program.actSigned(ana, abi.encodeCall(program.setWithholding, (ana, 5)), DEADLINE, signature);
        vm.assertEq(program.payoutOf(ana).withholding, 5, "withholding");
        signature = _sign(ANA_KEY, "SetRecovery(address party,address recovery", abi.encode(ana, recovery));
        program.actSigned(ana, abi.encodeCall(program.setRecovery, (ana, recovery)), DEADLINE, signature);
        vm.assertEq(program.payoutOf(ana).nextRecovery, recovery, "recovery");
        signature = _sign(ANA_KEY, "CancelRecovery(address party", abi.encode(ana));
        program.actSigned(ana, abi.encodeCall(program.cancelRecovery, (ana)), DEADLINE, signature);
        vm.assertEq(program.payoutOf(ana).nextRecovery, address(0), "no recovery");
        signature = _sign(ANA_KEY, "ProposeMove(address party,address wallet", abi.encode(ana, newWallet));
        program.actSigned(ana, abi.encodeCall(program.proposeMove, (ana, newWallet)), DEADLINE, signature);
        vm.warp(START + 7 days);
        signature = _sign(NEW_KEY, "FinishMove(address party", abi.encode(ana));
        program.actSigned(newWallet, abi.encodeCall(program.finishMove, (ana)), DEADLINE, signature);
        vm.assertEq(program.payoutOf(ana).wallet, newWallet, "moved");
    }

    function test_ReachMilestone() external {
        _reserve(50e6);
        for (uint256 i = 0; i < 3; ++i) _earn(bytes32(i + 1));
        _warpToLock();
        bytes memory signature = _sign(
            ANA_KEY,
            "ReachMilestone(uint256 number,uint256 milestone,address currency",
            abi.encode(ANA, THREE_SALES, usdc)
        );
        bytes memory act = abi.encodeCall(program.reachMilestone, (ANA, THREE_SALES, address(usdc)));
        program.actSigned(ana, act, DEADLINE, signature);
        vm.assertEq(program.account(ana, address(usdc)).claimable, 95e6, "paid");
    }

    function test_Consent() external {
        Terms memory terms = _useLineOfAna();
        terms.standing[TECH].ends = START + 2 * PERIOD;
        vm.prank(operator);
        program.proposeAmendment(terms, "", 0);
        bytes32 hash = keccak256(abi.encode(terms));
        bytes memory signature = _sign(ANA_KEY, "Consent(uint256 line,bytes32 termsHash", abi.encode(TECH, hash));
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramAmendments.ConsentGiven(TECH, ana, hash);
        program.actSigned(ana, abi.encodeCall(program.consent, (TECH, hash)), DEADLINE, signature);
        vm.assertEq(program.amendment().consents, 0, "none is missing");
    }

    function test_AgreeExit() external {
        _useLineOfAna();
        vm.prank(operator);
        program.agreeExit(TECH, true);
        bytes memory signature = _sign(ANA_KEY, "AgreeExit(uint256 line,bool agreed", abi.encode(TECH, true));
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramExits.ExitAgreed(TECH, ana, 2, true);
        program.actSigned(ana, abi.encodeCall(program.agreeExit, (TECH, true)), DEADLINE, signature);
        vm.assertEq(uint256(program.lineState(TECH).ends), START + PERIOD, "ends");
    }

    function test_AcceptBuyout() external {
        _useLineOfAna();
        _fund(100e6);
        vm.prank(operator);
        program.offerBuyout(TECH, address(usdc), 40e6);
        vm.warp(block.timestamp + HANDOVER);
        bytes memory signature = _sign(
            ANA_KEY,
            "AcceptBuyout(uint256 line,address currency,uint96 price",
            abi.encode(TECH, usdc, 40e6)
        );
        bytes memory act = abi.encodeCall(program.acceptBuyout, (TECH, address(usdc), 40e6));
        program.actSigned(ana, act, DEADLINE, signature);
        vm.assertEq(program.account(ana, address(usdc)).claimable, 40e6, "the price");
        vm.assertEq(uint256(program.lineState(TECH).ends), START + PERIOD, "ends");
    }

    /* SUPPORT */

    /// @dev Another program, in which Ana has the tech line.
    function _useLineOfAna() private returns (Terms memory terms) {
        terms = _partnersTerms();
        terms.name = "lines";
        terms.standing[TECH].holder = ana;
        _use(terms);
    }

    function _cancelOf(uint256 key) private view returns (bytes memory act, bytes memory signature) {
        act = abi.encodeCall(program.cancelMove, (ana));
        signature = _sign(key, "CancelMove(address party", abi.encode(ana));
    }

    function _sign(uint256 key, string memory name, bytes memory fields) private view returns (bytes memory) {
        // A smart wallet's nonce is its own; here it has used none.
        return program.signAct({ key: key, typeName: name, fields: fields, deadline: DEADLINE });
    }

    function _refuses(IDeployedProgram which, address signer, bytes memory act, bytes memory signature) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, signer));
        which.actSigned(signer, act, DEADLINE, signature);
    }
}
