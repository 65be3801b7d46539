// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { JoinSigner } from "../support/JoinSigner.sol";
import { ClaimToSigner } from "../support/ClaimToSigner.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Enrollment } from "../../../contracts/interfaces/Types.sol";

/// @dev What a signature under the terms must not be good for.
contract JoinSignaturesTest is PartnersBase {
    using JoinSigner for *;

    uint256 private constant DEADLINE = START + 1_000 days;
    uint256 private constant ORDER_OF_CURVE = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    /// @dev The runner's chain id. A variable would not do: the compiler reads `block.chainid` again where it is used.
    uint256 private constant HERE = 31_337;

    function test_ASignatureIsNotAcceptedByASecondProgram() external {
        bytes memory signature = _signed();
        IDeployedProgram first = program;
        // The same deal to the last byte, elsewhere.
        vm.prank(operator);
        program = IDeployedProgram(payable(factory.create(_partnersTerms(), "ipfs://terms", "another")));
        vm.assertEq(program.termsHash(), first.termsHash(), "the terms differ");
        _refuses(signature);
        program = first;
        _join(signature);
    }

    function test_ASignatureIsNotAcceptedOnAnotherChain() external {
        bytes memory signature = _signed();
        vm.chainId(HERE + 1);
        _refuses(signature);
        vm.chainId(HERE);
        _join(signature);
    }

    function test_ASignatureEnds() external {
        bytes memory signature = _signed();
        vm.warp(DEADLINE + 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_SignatureExpired.selector, DEADLINE));
        _join(signature);
    }

    function test_ASignatureCanBeRevoked() external {
        bytes memory signature = _signed();
        vm.prank(newWallet);
        program.useNonce();
        _refuses(signature);
    }

    function test_ASignatureIsNotGoodForAClaim() external {
        // Both count the same nonce, and neither is the other.
        bytes memory signature = _signed();
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, newWallet));
        program.actSigned(
            newWallet,
            abi.encodeCall(program.claimTo, (newWallet, address(usdc), stranger)),
            DEADLINE,
            signature
        );
        ClaimToSigner.Order memory order = ClaimToSigner.Order(newWallet, address(usdc), stranger, 0, DEADLINE);
        _refuses(ClaimToSigner.sign(program, NEW_KEY, order));
    }

    function test_AMalleatedSignatureIsRefused() external {
        bytes memory signature = _signed();
        (bytes32 r, uint256 s, uint8 v) = _parts(signature);
        _refuses(abi.encodePacked(r, bytes32(ORDER_OF_CURVE - s), v == 27 ? uint8(28) : uint8(27)));
        _refuses(abi.encodePacked(r, bytes32(s), v, uint8(0)));
        _refuses(abi.encodePacked(r, bytes32(s)));
    }

    function test_AWalletThatSignsAnythingBindsItselfAlone() external {
        address liar = _deploy(
            "contracts/mocks/LyingWallet.sol:LyingWallet",
            abi.encode(abi.encode(bytes4(0x1626ba7e)))
        );
        vm.prank(operator);
        program.enrollSigned(_enrollment(liar, "liar"), DEADLINE, "anything");
        vm.assertEq(program.membershipOf(liar).number, 4, "number");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, stranger));
        vm.prank(operator);
        program.enrollSigned(_enrollment(stranger, "stranger"), DEADLINE, "anything");
    }

    function _one() private view returns (Enrollment memory) {
        return _enrollment(newWallet, "new");
    }

    function _signed() private view returns (bytes memory) {
        return program.sign(NEW_KEY, _one(), DEADLINE);
    }

    function _join(bytes memory signature) private {
        vm.prank(operator);
        program.enrollSigned(_one(), DEADLINE, signature);
    }

    function _refuses(bytes memory signature) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, newWallet));
        _join(signature);
    }

    function _parts(bytes memory signature) private pure returns (bytes32 r, uint256 s, uint8 v) {
        assembly ("memory-safe") {
            r := mload(add(signature, 0x20))
            s := mload(add(signature, 0x40))
            v := byte(0, mload(add(signature, 0x60)))
        }
    }
}
