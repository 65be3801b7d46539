// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Leave, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { PlanBase } from "./support/PlanBase.sol";

contract ActSignedPlanTest is PlanBase {
    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    uint256 private constant DEADLINE = START + 1_000 days;
    string private constant CLAIM_TO = "ClaimTo(uint256 id,address currency,address to";

    function setUp() public override {
        super.setUp();
        _grant(_vested(ana, 100));
        _receive(100e6);
    }

    function test_RevertWhen_TheDeadlineIsOver() external {
        bytes memory signature = _sign(ANA_KEY, CLAIM_TO, _fields());
        vm.warp(DEADLINE + 1);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_SignatureExpired.selector, DEADLINE));
        _act(_claimTo(), signature);
    }

    function test_RevertWhen_AnotherSigned() external {
        bytes memory signature = _sign(0xBAD, CLAIM_TO, _fields());
        _refuses(_claimTo(), signature, _invalid());
        _refuses(_claimTo(), "", _invalid());
    }

    function test_RevertWhen_TheActDiffersFromWhatWasSigned() external {
        bytes memory signature = _sign(ANA_KEY, CLAIM_TO, _fields());
        _refuses(abi.encodeCall(plan.claimTo, (ANA, address(usdc), ben)), signature, _invalid());
        _refuses(abi.encodeCall(plan.claimTo, (ANA, ETHER, stranger)), signature, _invalid());
        _refuses(abi.encodeCall(plan.claimTo, (BEN, address(usdc), stranger)), signature, _invalid());
    }

    function test_RevertWhen_TheSignatureWasUsedOrRevoked() external {
        bytes memory signature = _sign(ANA_KEY, CLAIM_TO, _fields());
        _act(_claimTo(), signature);
        vm.assertEq(plan.nonces(ana), 1, "nonce");
        _receive(100e6);
        _refuses(_claimTo(), signature, _invalid());
        signature = _sign(ANA_KEY, CLAIM_TO, _fields());
        vm.prank(ana);
        vm.assertEq(plan.useNonce(), 1, "the one that is spent");
        _refuses(_claimTo(), signature, _invalid());
    }

    function test_RevertWhen_TheActCannotBeSigned() external {
        bytes[6] memory acts = [
            bytes(""),
            abi.encodeCall(plan.claim, (ANA, address(usdc))),
            abi.encodeCall(plan.pause, (ANA)),
            abi.encodeCall(plan.alive, ()),
            abi.encodeCall(plan.pushToken, (address(usdc), ana, 1, 1)),
            bytes.concat(_claimTo(), bytes32(0))
        ];
        for (uint256 i = 0; i < 6; ++i) {
            bytes4 selector = acts[i].length == 0 ? bytes4(0) : bytes4(acts[i]);
            _refuses(acts[i], "", abi.encodeWithSelector(IEquityErrors.EquityPlan_NotSignable.selector, selector));
        }
    }

    function test_RevertWhen_TheActItselfIsRefused() external {
        bytes memory fields = abi.encode(ANA, address(usdc), address(0));
        bytes memory signature = _sign(ANA_KEY, CLAIM_TO, fields);
        _refuses(
            bytes.concat(plan.claimTo.selector, fields),
            signature,
            abi.encodeWithSelector(IEquityErrors.EquityPlan_ZeroAddress.selector)
        );
        vm.assertEq(plan.nonces(ana), 0, "keeps the nonce");
    }

    function test_RevertWhen_WhoHasAPowerSignsForIt() external {
        plan = _create(_arbiterIsAna());
        _grant(_vested(ben, 100));
        bytes memory act = abi.encodeCall(plan.proposeMove, (ANA, stranger));
        bytes memory signature = _sign(ANA_KEY, "ProposeMove(uint256 id,address to", abi.encode(ANA, stranger));
        _refuses(act, signature, _notAllowed(ana));
    }

    function test_WhenTheHolderSigned() external {
        bytes memory signature = _sign(ANA_KEY, CLAIM_TO, _fields());
        vm.prank(ben);
        bytes memory answer = _act(_claimTo(), signature);
        vm.assertEq(abi.decode(answer, (uint256)), 100e6, "answer");
        vm.assertEq(usdc.balanceOf(stranger), 100e6, "paid");
    }

    function test_WhenAnyOfTheOtherActsIsSigned() external {
        uint256 date = START + NOTICE;
        _signAndAct("Resign(uint256 id,uint40 date", abi.encodeCall(plan.resign, (ANA, uint40(date))));
        vm.assertTrue(plan.grantAt(ANA).leaving == Leave.Resigned, "resigned");
        _signAndAct("WithdrawLeave(uint256 id", abi.encodeCall(plan.withdrawLeave, (ANA)));
        vm.assertTrue(plan.grantAt(ANA).leaving == Leave.None, "withdrawn");
        _signAndAct("SetWithholding(uint256 id,uint24 rate", abi.encodeCall(plan.setWithholding, (ANA, 10_000)));
        vm.assertEq(plan.grantAt(ANA).withholding, 10_000, "withheld");
        _signAndAct("Delegate(address delegatee", abi.encodeCall(plan.delegate, (ben)));
        vm.assertEq(plan.delegates(ana), ben, "delegated");
        _signAndAct("ProposeMove(uint256 id,address to", abi.encodeCall(plan.proposeMove, (ANA, ben)));
        _signAndAct("CancelMove(uint256 id", abi.encodeCall(plan.cancelMove, (ANA)));
        vm.prank(ana);
        plan.proposeMove(ANA, ana);
        vm.warp(START + 7 days);
        _signAndAct("FinishMove(uint256 id", abi.encodeCall(plan.finishMove, (ANA)));
        vm.deal(operator, 5);
        vm.prank(operator);
        plan.offer{ value: 5 }(ANA, ETHER, 5);
        vm.warp(START + 14 days);
        _signAndAct(
            "AcceptOffer(uint256 id,address currency,uint96 price",
            abi.encodeCall(plan.acceptOffer, (ANA, ETHER, 5))
        );
        vm.assertEq(ana.balance, 5, "sold");
    }

    function test_GivenTheHolderIsASmartWallet() external {
        address wallet = _deploy("contracts/mocks/SmartWallet.sol:SmartWallet", abi.encode(ana));
        uint256 id = _grant(_vested(wallet, 100));
        _receive(200e6);
        bytes memory fields = abi.encode(id, address(usdc), stranger);
        bytes memory signature = _signFor(wallet, ANA_KEY, CLAIM_TO, fields);
        plan.actSigned(wallet, bytes.concat(plan.claimTo.selector, fields), DEADLINE, signature);
        vm.assertEq(usdc.balanceOf(stranger), 100e6, "paid");
    }

    function test_GivenTheHoldersAccountHasCodeAndAKey() external {
        vm.etch(ana, hex"00");
        _act(_claimTo(), _sign(ANA_KEY, CLAIM_TO, _fields()));
        vm.assertEq(usdc.balanceOf(stranger), 100e6, "paid");
    }

    function _arbiterIsAna() private view returns (PlanSettings memory settings) {
        settings = _settings();
        settings.arbiter = ana;
    }

    function _fields() private view returns (bytes memory) {
        return abi.encode(ANA, address(usdc), stranger);
    }

    function _claimTo() private view returns (bytes memory) {
        return bytes.concat(plan.claimTo.selector, _fields());
    }

    function _signAndAct(string memory typeName, bytes memory act) private {
        bytes memory fields = new bytes(act.length - 4);
        for (uint256 i = 0; i < fields.length; ++i) fields[i] = act[i + 4];
        _act(act, _sign(ANA_KEY, typeName, fields));
    }

    function _act(bytes memory act, bytes memory signature) private returns (bytes memory) {
        return plan.actSigned(ana, act, DEADLINE, signature);
    }

    function _refuses(bytes memory act, bytes memory signature, bytes memory expected) private {
        vm.expectRevert(expected);
        _act(act, signature);
    }

    function _invalid() private view returns (bytes memory) {
        return abi.encodeWithSelector(IEquityErrors.EquityPlan_InvalidSignature.selector, ana);
    }

    function _sign(uint256 key, string memory typeName, bytes memory fields) private view returns (bytes memory) {
        return _signFor(ana, key, typeName, fields);
    }

    function _signFor(
        address signer,
        uint256 key,
        string memory typeName,
        bytes memory fields
    ) private view returns (bytes memory) {
        bytes32 typeHash = keccak256(bytes(string.concat(typeName, ",uint256 nonce,uint256 deadline)")));
        bytes32 hash = keccak256(bytes.concat(typeHash, fields, abi.encode(plan.nonces(signer), DEADLINE)));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", _domain(), hash)));
        return abi.encodePacked(r, s, v);
    }

    function _domain() private view returns (bytes32) {
        (, string memory name, string memory version, uint256 chainId, address verifying, , ) = plan.eip712Domain();
        return
            keccak256(
                abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256(bytes(version)), chainId, verifying)
            );
    }
}
