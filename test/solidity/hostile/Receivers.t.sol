// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { HostileBase } from "./HostileBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { GasBurner } from "../../../contracts/mocks/GasBurner.sol";
import { HookToken } from "../../../contracts/mocks/HookToken.sol";
import { assertGas } from "../support/GasBounds.sol";

/// @dev What a recipient can do to itself and cannot do to others.
contract ReceiversTest is HostileBase {
    function test_GasBurnerBurnsItsShareAndTheOthersArePaid() external {
        vm.etch(ana, _runtime("contracts/mocks/GasBurner.sol:GasBurner"));
        _earn(ETHER);
        _warpToLock();
        uint256 before = gasleft();
        program.claimMany(_all(), ETHER);
        assertGas(before - gasleft(), 500_000, "gas");
        _assertAllButAnaPaid();
    }

    function test_GasBurnerInATokensHookBurnsItsShareAndTheOthersArePaid() external {
        HookToken token = HookToken(_useToken("HookToken", ""));
        vm.etch(ana, _runtime("contracts/mocks/GasBurner.sol:GasBurner"));
        GasBurner(payable(ana)).register(token);
        _earn(address(token));
        _warpToLock();
        uint256 before = gasleft();
        program.claimMany(_all(), address(token));
        assertGas(before - gasleft(), 1_000_000, "gas");
        vm.assertEq(token.balanceOf(ben), 10e6, "ben");
        vm.assertEq(token.balanceOf(cleo), 7_300_000, "cleo");
        vm.assertEq(program.claimable(ana, address(token)), 15e6, "ana keeps the claim");
    }

    function test_ManyGasBurnersFitATransaction() external {
        address[] memory parties = new address[](100);
        bytes memory code = _runtime("contracts/mocks/GasBurner.sol:GasBurner");
        _fundEther(10_000e6);
        for (uint160 i = 0; i < 100; ++i) {
            parties[i] = address(10_000 + i);
            if (i % 2 == 0) vm.etch(parties[i], code);
            uint256 number = _enrollOne(program, parties[i], "p");
            _postIn(ETHER, _sale(bytes32(uint256(i + 1)), 100, _credits(_credit(number, INTEGRATION, 1))));
        }
        _warpToLock();
        uint256 before = gasleft();
        program.claimMany(parties, ETHER);
        assertGas(before - gasleft(), 16_777_216, "gas");
        for (uint256 i = 0; i < 100; ++i) vm.assertEq(parties[i].balance, i % 2 == 0 ? 0 : 15, "party");
    }

    function test_ReturnBombCostsTheCallerNothing() external {
        vm.etch(ana, _deploy("contracts/mocks/ReturnBomb.sol:ReturnBomb", abi.encode(false)).code);
        _earn(ETHER);
        _warpToLock();
        uint256 before = gasleft();
        program.claim(ana, ETHER);
        // The bomb itself expands its own memory for some 340,000 gas; copying would cost the same again.
        assertGas(before - gasleft(), 450_000, "gas");
        vm.assertEq(ana.balance, 15e6, "ana");
    }

    function test_RevertingReturnBombIsPassedOver() external {
        vm.etch(ana, _deploy("contracts/mocks/ReturnBomb.sol:ReturnBomb", abi.encode(true)).code);
        _earn(ETHER);
        _warpToLock();
        uint256 before = gasleft();
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_PaymentFailed.selector, ana, 15e6));
        program.claim(ana, ETHER);
        program.claimMany(_all(), ETHER);
        assertGas(before - gasleft(), 1_000_000, "gas");
        _assertAllButAnaPaid();
    }

    function test_SmartWalletIsPaidAmongMany() external {
        vm.etch(ana, _deploy("contracts/mocks/SmartWallet.sol:SmartWallet", abi.encode(stranger)).code);
        _earn(ETHER);
        _warpToLock();
        program.claimMany(_all(), ETHER);
        vm.assertEq(ana.balance, 15e6, "ana");
    }

    function test_WalletThatAnswersNonsenseHasNotSigned() external {
        _checkLyingWallet("");
        _checkLyingWallet(abi.encode(true));
        _checkLyingWallet(hex"1626ba7e");
        _checkLyingWallet(abi.encode(bytes4(0xffffffff)));
        _checkLyingWallet(abi.encode(uint256(0x1626ba7e)));
        _checkLyingWallet(abi.encodePacked(bytes4(0x1626ba7e), uint224(1)));
        _checkLyingWallet(new bytes(40_000));
    }

    /// @dev Redirecting the money of a wallet that signs anything is the wallet's own doing, and no other's money moves.
    function test_WalletThatSignsAnythingLosesItsOwnAlone() external {
        _earn(ETHER);
        _warpToLock();
        vm.etch(ana, _wallet(abi.encode(bytes4(0x1626ba7e))).code);
        vm.store(ana, 0, vm.load(_wallet(abi.encode(bytes4(0x1626ba7e))), 0));
        vm.store(ana, keccak256(abi.encode(0)), bytes32(bytes4(0x1626ba7e)));
        program.actSigned(ana, abi.encodeCall(program.claimTo, (ana, ETHER, stranger)), START + 1_000 days, "");
        vm.assertEq(stranger.balance, 15e6, "ana's");
        vm.assertEq(program.claimable(ben, ETHER), 10e6, "ben's");
        _assertSolvent(program);
    }

    function _checkLyingWallet(bytes memory answer) private {
        address wallet = _wallet(answer);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_InvalidSignature.selector, wallet));
        program.actSigned(wallet, abi.encodeCall(program.claimTo, (wallet, ETHER, stranger)), START + 1_000 days, "");
    }

    function _wallet(bytes memory answer) private returns (address) {
        return _deploy("contracts/mocks/LyingWallet.sol:LyingWallet", abi.encode(answer));
    }

    function _assertAllButAnaPaid() private view {
        vm.assertEq(ben.balance, 10e6, "ben");
        vm.assertEq(cleo.balance, 7_300_000, "cleo");
        vm.assertEq(program.claimable(ana, ETHER), 15e6, "ana keeps the claim");
        _assertSolvent(program);
    }
}
