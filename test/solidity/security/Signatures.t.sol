// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { ClaimToSigner } from "../support/ClaimToSigner.sol";
import { IDeployedProgram } from "../support/IDeployedProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Sale } from "../support/Sales.sol";

/// @dev What a signature for `claimTo` must not be good for.
contract SignaturesTest is Base {
    using ClaimToSigner for *;

    uint256 private constant DEADLINE = START + 1_000 days;
    uint256 private constant ORDER_OF_CURVE = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    /// @dev The runner's chain id. A variable would not do: the compiler reads `block.chainid` again where it is used.
    uint256 private constant HERE = 31_337;

    address private safe = address(0x5AFE);

    function setUp() public override {
        super.setUp();
        _earnIn(program);
    }

    function test_ASignatureIsNotAcceptedByASecondProgram() external {
        bytes memory signature = program.sign(ANA_KEY, _order());
        Terms memory terms = _terms();
        terms.name = "second";
        IDeployedProgram second = _create(terms);
        _enroll(second);
        _earnIn(second);
        program.actSigned(ana, abi.encodeCall(program.claimTo, (ana, address(usdc), safe)), DEADLINE, signature);
        _refuses(second, signature);
    }

    function test_ASignatureIsNotAcceptedOnAnotherChain() external {
        bytes memory signature = program.sign(ANA_KEY, _order());
        vm.chainId(HERE + 1);
        _refuses(program, signature);
        vm.chainId(HERE);
        program.actSigned(ana, abi.encodeCall(program.claimTo, (ana, address(usdc), safe)), DEADLINE, signature);
        vm.assertEq(usdc.balanceOf(safe), 15e6, "here");
    }

    function test_ASignatureEnds() external {
        bytes memory signature = program.sign(ANA_KEY, _order());
        vm.warp(DEADLINE + 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_SignatureExpired.selector, DEADLINE));
        program.actSigned(ana, abi.encodeCall(program.claimTo, (ana, address(usdc), safe)), DEADLINE, signature);
    }

    function test_ASignatureCanBeRevoked() external {
        bytes memory signature = program.sign(ANA_KEY, _order());
        vm.prank(ana);
        program.useNonce();
        _refuses(program, signature);
    }

    function test_ASignatureCountsOnce() external {
        bytes memory signature = program.sign(ANA_KEY, _order());
        program.actSigned(ana, abi.encodeCall(program.claimTo, (ana, address(usdc), safe)), DEADLINE, signature);
        vm.warp(START + 5 * uint256(PERIOD));
        _fund(100e6);
        _post(_sale("next", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        _refuses(program, signature);
        vm.assertEq(program.claimable(ana, address(usdc)), 15e6, "still ana's");
    }

    function test_AMalleatedSignatureIsRefused() external {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(ANA_KEY, program.digest(_order()));
        bytes32 otherS = bytes32(ORDER_OF_CURVE - uint256(s));
        _refuses(program, abi.encodePacked(r, otherS, v == 27 ? uint8(28) : uint8(27)));
        _refuses(program, abi.encodePacked(r, s, v, uint8(0)));
        _refuses(program, abi.encodePacked(r, s));
        _refuses(program, abi.encodePacked(r, s, v == 27 ? uint8(28) : uint8(27)));
    }

    function test_TheDomainNamesThisProgramAndChain() external view {
        (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            ,

        ) = program.eip712Domain();
        vm.assertEq(uint8(fields), 0x0f, "fields");
        vm.assertEq(name, "Tributary", "name");
        vm.assertEq(version, "1", "version");
        vm.assertEq(chainId, block.chainid, "chain");
        vm.assertEq(verifyingContract, address(program), "contract");
    }

    function _earnIn(IDeployedProgram which) private {
        usdc.mint(operator, 47e6);
        vm.startPrank(operator);
        usdc.approve(address(which), type(uint256).max);
        which.fund(address(usdc), 47e6);
        vm.stopPrank();
        Sale[] memory sales = _batch(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _postTo(which, attributor, address(usdc), sales, new address[](0));
        _warpToLock();
    }

    function _order() private view returns (ClaimToSigner.Order memory) {
        return ClaimToSigner.Order(ana, address(usdc), safe, 0, DEADLINE);
    }

    function _refuses(IDeployedProgram which, bytes memory signature) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, ana));
        which.actSigned(ana, abi.encodeCall(which.claimTo, (ana, address(usdc), safe)), DEADLINE, signature);
    }
}
