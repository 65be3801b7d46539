// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgram } from "../../../contracts/interfaces/IProgram.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { BlocklistToken } from "../../../contracts/mocks/BlocklistToken.sol";
import { HookToken } from "../../../contracts/mocks/HookToken.sol";
import { ReentrantReceiver } from "../../../contracts/mocks/ReentrantReceiver.sol";
import { RevertingReceiver } from "../../../contracts/mocks/RevertingReceiver.sol";
import { RoundingToken } from "../../../contracts/mocks/RoundingToken.sol";
import { SenderFeeToken } from "../../../contracts/mocks/SenderFeeToken.sol";
import { TestToken } from "../../../contracts/mocks/TestToken.sol";

contract ClaimManyTest is Base {
    function test_RevertWhen_TheCurrencyIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownCurrency.selector, stranger));
        program.claimMany(new address[](0), stranger);
    }

    function test_WhenNobodyIsNamed() external {
        _fund(1e6);
        program.claimMany(new address[](0), address(usdc));
        vm.assertEq(program.solvency()[USDC].owed, 1e6, "owed");
    }

    function test_WhenOneHasNothingToClaim() external {
        _earn(address(usdc));
        _warpToLock();
        program.claimMany(_parties(stranger, ana, ben), address(usdc));
        vm.assertEq(usdc.balanceOf(stranger), 0, "stranger");
        vm.assertEq(usdc.balanceOf(ana), 15e6, "ana");
        vm.assertEq(usdc.balanceOf(ben), 10e6, "ben");
        _assertSolvent(program);
    }

    function test_WhenOneHasASingleUnitToClaim() external {
        _fund(7);
        _post(_sale("a", 7, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        program.claimMany(_parties(ana, ben, cleo), address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 1, "ana");
        _assertSolvent(program);
    }

    function test_WhenOneIsNamedTwice() external {
        _earn(address(usdc));
        _warpToLock();
        program.claimMany(_parties(ana, ana, ben), address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15e6, "ana");
        vm.assertEq(usdc.balanceOf(ben), 10e6, "ben");
        _assertSolvent(program);
    }

    function test_WhenAllCanBePaid() external {
        _earnEther();
        _warpToLock();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(ana, ETHER, 15e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(ben, ETHER, 10e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(cleo, ETHER, 7_300_000);
        program.claimMany(_parties(ana, ben, cleo), ETHER);
        vm.assertEq(ana.balance, 15e6, "ana");
        vm.assertEq(ben.balance, 10e6, "ben");
        vm.assertEq(cleo.balance, 7_300_000, "cleo");
        _assertSolvent(program);
    }

    function test_WhenOneRefusesETH() external {
        vm.etch(ana, _runtime("contracts/mocks/RevertingReceiver.sol:RevertingReceiver"));
        _earnEther();
        _warpToLock();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimFailed(ana, ETHER, 15e6);
        program.claimMany(_parties(ana, ben, cleo), ETHER);
        vm.assertEq(ben.balance, 10e6, "ben");
        vm.assertEq(cleo.balance, 7_300_000, "cleo");
        vm.assertEq(program.claimable(ana, ETHER), 15e6, "still ana's");
        vm.assertEq(program.account(ana, ETHER).claimed, 0, "not claimed");
        _assertSolvent(program);
        RevertingReceiver(payable(ana)).setAccepts(true);
        program.claim(ana, ETHER);
        vm.assertEq(ana.balance, 15e6, "ana, later");
        _assertSolvent(program);
    }

    /// @dev Whoever calls could else make payments fail by giving too little gas.
    function test_R3_RevertWhen_APaymentFailsForLackOfGas() external {
        vm.etch(ana, _runtime("contracts/mocks/GasBurner.sol:GasBurner"));
        _fundEther(1 ether);
        _postIn(ETHER, _sale("e", 1 ether, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        address[] memory parties = new address[](1);
        parties[0] = ana;
        bytes memory expected = abi.encodeWithSelector(IProgramErrors.Program_GasTooLow.selector, 100_000);
        bytes memory call = abi.encodeCall(program.claimMany, (parties, ETHER));
        bool success = false;
        bool refused = false;
        // With less than the rest of the call takes it is not even asked.
        for (uint256 gas = 100_000; !success && gas < 2_000_000; gas += 10_000) {
            bytes memory answer;
            (success, answer) = address(program).call{ gas: gas }(call);
            refused = refused || keccak256(answer) == keccak256(expected);
        }
        vm.assertTrue(refused, "too little");
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimFailed(ana, ETHER, 0.15 ether);
        (success, ) = address(program).call{ gas: 2_000_000 }(call);
        vm.assertTrue(success, "enough");
        vm.assertEq(program.claimable(ana, ETHER), 0.15 ether, "kept");
    }

    /// @dev What needs no more than is left is paid, however little was promised for.
    function test_R3_WhenLittleGasIsEnough() external {
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        address[] memory parties = new address[](1);
        parties[0] = ana;
        (bool success, ) = address(program).call{ gas: 250_000 }(
            abi.encodeCall(program.claimMany, (parties, address(usdc)))
        );
        vm.assertTrue(success, "success");
        vm.assertEq(usdc.balanceOf(ana), 15e6, "paid");
    }

    function test_WhenATokenRefusesOne() external {
        BlocklistToken token = BlocklistToken(_use(_deploy("contracts/mocks/BlocklistToken.sol:BlocklistToken", "")));
        _earn(address(token));
        _warpToLock();
        token.setBlocked(ben, true);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimFailed(ben, address(token), 10e6);
        program.claimMany(_parties(ana, ben, cleo), address(token));
        vm.assertEq(token.balanceOf(ana), 15e6, "ana");
        vm.assertEq(token.balanceOf(cleo), 7_300_000, "cleo");
        vm.assertEq(program.claimable(ben, address(token)), 10e6, "still ben's");
        _assertSolvent(program);
    }

    /// @dev 10 units are 6 shares at a rate of 1.5, rounded down, and 6 shares are 9 units.
    function test_WhenATokenMovesAUnitLess() external {
        RoundingToken token = RoundingToken(_use(_deploy("contracts/mocks/RoundingToken.sol:RoundingToken", "")));
        token.mintShares(operator, 2_000, 3_000);
        vm.startPrank(operator);
        token.approve(address(program), 300);
        program.fund(address(token), 300);
        vm.stopPrank();
        _postIn(address(token), _sale("a", 100, _credits(_credit(ANA, AFFILIATE, 1))));
        _warpToLock();
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.Claimed(ana, address(token), 10);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgram.ClaimShort(ana, address(token), 1);
        program.claimMany(_parties(ana, ben, cleo), address(token));
        vm.assertEq(token.balanceOf(ana), 9, "ana");
        vm.assertEq(program.claimable(ana, address(token)), 1, "still ana's");
        vm.assertEq(program.account(ana, address(token)).claimed, 9, "claimed");
        _assertSolvent(program);
    }

    function test_WhenATokensRecipientSendsAPartBack() external {
        HookToken token = HookToken(_use(_deploy("contracts/mocks/HookToken.sol:HookToken", "")));
        vm.etch(ben, _runtime("contracts/mocks/ReentrantReceiver.sol:ReentrantReceiver"));
        ReentrantReceiver(payable(ben)).register(token);
        ReentrantReceiver(payable(ben)).arm(
            address(token),
            0,
            abi.encodeWithSelector(token.transfer.selector, program, 4e6)
        );
        _earn(address(token));
        _warpToLock();
        program.claimMany(_parties(ana, ben, cleo), address(token));
        vm.assertEq(token.balanceOf(ana), 15e6, "ana");
        vm.assertEq(token.balanceOf(ben), 0, "ben");
        vm.assertEq(token.balanceOf(cleo), 7_300_000, "cleo");
        vm.assertEq(program.claimable(ben, address(token)), 10e6, "still ben's");
        vm.assertEq(program.account(ben, address(token)).claimed, 0, "claimed");
        vm.assertEq(program.solvency()[USDC].uncounted, 0, "uncounted");
        _assertSolvent(program);
    }

    /// @dev The program has more after paying than before.
    function test_WhenATokensRecipientSendsMoreBack() external {
        HookToken token = HookToken(_use(_deploy("contracts/mocks/HookToken.sol:HookToken", "")));
        vm.etch(ben, _runtime("contracts/mocks/ReentrantReceiver.sol:ReentrantReceiver"));
        ReentrantReceiver(payable(ben)).register(token);
        _earn(address(token));
        _warpToLock();
        token.mint(ben, 1);
        ReentrantReceiver(payable(ben)).arm(
            address(token),
            0,
            abi.encodeWithSelector(token.transfer.selector, program, 10e6 + 1)
        );
        program.claimMany(_parties(ana, ben, cleo), address(token));
        vm.assertEq(token.balanceOf(ana), 15e6, "ana");
        vm.assertEq(token.balanceOf(ben), 1, "ben has what he had");
        vm.assertEq(program.claimable(ben, address(token)), 10e6, "still ben's");
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_TransferMismatch.selector, address(token), 10e6, 0)
        );
        program.claim(ben, address(token));
        _assertSolvent(program);
    }

    function test_WhenATokenTakesAFeeFromItsSender() external {
        SenderFeeToken token = SenderFeeToken(
            _use(_deploy("contracts/mocks/SenderFeeToken.sol:SenderFeeToken", abi.encode(10_000)))
        );
        // Its funding takes the fee too.
        token.mint(operator, 1e6);
        _earn(address(token));
        _warpToLock();
        uint256 owed = program.solvency()[USDC].owed;
        program.claimMany(_parties(ana, ben, cleo), address(token));
        vm.assertEq(program.solvency()[USDC].owed, owed, "owed as before");
        vm.assertEq(token.balanceOf(ana), 0, "ana");
        vm.assertEq(program.claimable(ana, address(token)), 15e6, "still ana's");
        vm.assertEq(program.claimable(cleo, address(token)), 7_300_000, "still cleo's");
        _assertSolvent(program);
    }

    /// @dev Puts a token in the place of USDC.
    function _use(address token) private returns (address) {
        Terms memory terms = _terms();
        terms.currencies[USDC] = token;
        program = _create(terms);
        _enroll(program);
        return token;
    }

    /// @dev Ana earns 15e6, Ben 10e6, Cleo 7.3e6.
    function _earn(address token) private {
        TestToken(token).mint(operator, 100e6);
        vm.startPrank(operator);
        TestToken(token).approve(address(program), 100e6);
        program.fund(token, 100e6);
        vm.stopPrank();
        _postTo(token);
    }

    function _earnEther() private {
        _fundEther(100e6);
        _postTo(ETHER);
    }

    function _postTo(address currency) private {
        _postIn(
            currency,
            _sale(
                "a",
                100e6,
                _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, AFFILIATE, 1), _credit(CLEO, LOYALTY, 1))
            )
        );
    }

    function _parties(address a, address b, address c) private pure returns (address[] memory parties) {
        parties = new address[](3);
        (parties[0], parties[1], parties[2]) = (a, b, c);
    }
}
