// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { ClaimToSigner } from "../support/ClaimToSigner.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { Vm } from "../support/Vm.sol";

contract ClaimToTest is Base {
    using ClaimToSigner for *;

    uint256 private constant DEADLINE = START + 1_000 days;

    address private safe = address(0x5AFE);

    function setUp() public override {
        super.setUp();
        _fund(17e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
    }

    function test_RevertWhen_TheDeadlineIsOver() external {
        bytes memory signature = _sign(_order());
        vm.warp(DEADLINE + 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_SignatureExpired.selector, DEADLINE));
        _claimTo(_order(), signature);
    }

    function test_WhenItIsTheSecondOfTheDeadline() external {
        bytes memory signature = _sign(_order());
        vm.warp(DEADLINE);
        _claimTo(_order(), signature);
        vm.assertEq(usdc.balanceOf(safe), 15e6, "paid");
    }

    function test_RevertWhen_TheDestinationIsZeroOrTheProgram() external {
        ClaimToSigner.Order memory order = _order();
        order.to = address(0);
        _refuses(order, _sign(order), abi.encodeWithSelector(IProgramErrors.Program_ZeroAddress.selector));
        order.to = address(program);
        _refuses(order, _sign(order), abi.encodeWithSelector(IProgramErrors.Program_ZeroAddress.selector));
    }

    function test_RevertWhen_AnotherSigned() external {
        bytes memory signature = program.sign(0xBAD, _order());
        _refuses(_order(), signature, _invalid());
        _refuses(_order(), "", _invalid());
    }

    function test_RevertWhen_AnythingDiffersFromWhatWasSigned() external {
        bytes memory signature = _sign(_order());
        ClaimToSigner.Order memory order = _order();
        order.to = stranger;
        _refuses(order, signature, _invalid());
        order = _order();
        order.deadline = DEADLINE + 1;
        _refuses(order, signature, _invalid());
        order = _order();
        order.currency = ETHER;
        _refuses(order, signature, _invalid());
        order = _order();
        order.party = ben;
        _refuses(order, signature, abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, ben));
    }

    function test_RevertWhen_TheSignatureWasUsed() external {
        bytes memory signature = _sign(_order());
        _claimTo(_order(), signature);
        vm.assertEq(program.nonces(ana), 1, "nonce");
        _refuses(_order(), signature, _invalid());
    }

    function test_RevertGiven_ThePartyRevokedTheSignature() external {
        bytes memory signature = _sign(_order());
        vm.prank(ana);
        program.useNonce();
        _refuses(_order(), signature, _invalid());
    }

    function test_RevertGiven_ThePartyHasNothingToClaim() external {
        program.claim(ana, address(usdc));
        _refuses(
            _order(),
            _sign(_order()),
            abi.encodeWithSelector(IProgramErrors.Program_NothingToClaim.selector, ana, address(usdc))
        );
        vm.assertEq(program.nonces(ana), 0, "nonce");
    }

    function test_RevertGiven_TheDestinationRefusesETH() external {
        _fundEther(1 ether);
        _postIn(ETHER, _sale("b", 1 ether, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        vm.etch(safe, _runtime("contracts/mocks/RevertingReceiver.sol:RevertingReceiver"));
        ClaimToSigner.Order memory order = _order();
        order.currency = ETHER;
        _refuses(
            order,
            _sign(order),
            abi.encodeWithSelector(IProgramErrors.Program_PaymentFailed.selector, safe, 0.15 ether)
        );
        vm.assertEq(program.nonces(ana), 0, "nonce");
        vm.assertEq(program.claimable(ana, ETHER), 0.15 ether, "kept");
    }

    function test_WhenThePartySigned() external {
        bytes memory signature = _sign(_order());
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(ana, address(usdc), 15e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimRedirected(ana, safe, address(usdc), 15e6);
        vm.prank(stranger);
        _claimTo(_order(), signature);
        vm.assertEq(usdc.balanceOf(safe), 15e6, "paid");
        vm.assertEq(usdc.balanceOf(ana), 0, "party");
        vm.assertEq(program.account(ana, address(usdc)).claimed, 15e6, "claimed");
        _assertSolvent(program);
    }

    function test_WhenTheDestinationIsWhereThePartyIsPaid() external {
        ClaimToSigner.Order memory order = _order();
        order.to = ana;
        bytes memory signature = _sign(order);
        vm.recordLogs();
        _claimTo(order, signature);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i)
            vm.assertTrue(logs[i].topics[0] != IProgram.ClaimRedirected.selector, "not redirected");
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
    }

    function test_GivenItsOwnerSigned() external {
        ClaimToSigner.Order memory order = _walletOrder();
        _claimTo(order, program.sign(ANA_KEY, order));
        vm.assertEq(usdc.balanceOf(safe), 15e6, "paid");
    }

    function test_RevertGiven_ItsOwnerDidNotSign() external {
        ClaimToSigner.Order memory order = _walletOrder();
        _refuses(
            order,
            program.sign(0xBAD, order),
            abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, order.party)
        );
    }

    /// @dev A smart wallet of Ana's has earned 15 USDC.
    function _walletOrder() private returns (ClaimToSigner.Order memory order) {
        order = _order();
        order.party = _deploy("contracts/mocks/SmartWallet.sol:SmartWallet", abi.encode(ana));
        uint256 number = _enrollOne(program, order.party, "wallet");
        _fund(100e6);
        _post(_sale("w", 100e6, _credits(_credit(number, INTEGRATION, 1))));
        _warpToLock();
    }

    function _order() private view returns (ClaimToSigner.Order memory) {
        return ClaimToSigner.Order(ana, address(usdc), safe, 0, DEADLINE);
    }

    function _sign(ClaimToSigner.Order memory order) private view returns (bytes memory) {
        return program.sign(ANA_KEY, order);
    }

    function _claimTo(ClaimToSigner.Order memory order, bytes memory signature) private {
        program.actSigned(
            order.party,
            abi.encodeCall(program.claimTo, (order.party, order.currency, order.to)),
            order.deadline,
            signature
        );
    }

    function _refuses(ClaimToSigner.Order memory order, bytes memory signature, bytes memory expected) private {
        vm.expectRevert(expected);
        _claimTo(order, signature);
    }

    function _invalid() private view returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, ana);
    }
}
