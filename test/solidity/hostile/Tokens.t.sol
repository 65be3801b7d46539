// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { HostileBase } from "./HostileBase.sol";
import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { BlocklistToken } from "../../../contracts/mocks/BlocklistToken.sol";
import { FalseToken } from "../../../contracts/mocks/FalseToken.sol";
import { FeeToken } from "../../../contracts/mocks/FeeToken.sol";
import { LyingToken } from "../../../contracts/mocks/LyingToken.sol";
import { NoBoolToken } from "../../../contracts/mocks/NoBoolToken.sol";
import { PausableToken } from "../../../contracts/mocks/PausableToken.sol";
import { RebasingToken } from "../../../contracts/mocks/RebasingToken.sol";
import { TestToken } from "../../../contracts/mocks/TestToken.sol";
import { Sale } from "../support/Sales.sol";

/// @dev What a program does with each hostile token: it refuses, or counts what arrived; it never owes more than it has
/// unless the token itself takes it away; and the other currency flows on.
contract TokensTest is HostileBase {
    function test_FeeOnTransferIsCountedByWhatArrived() external {
        FeeToken token = FeeToken(_useToken("FeeToken", abi.encode(10_000)));
        _fundToken(address(token), 100e6);
        vm.assertEq(program.solvency()[USDC].funds, 99e6, "funds");
        _approve(address(token), customer, 100e6);
        vm.prank(customer);
        program.paySale("a", INITIAL, address(token), 100e6);
        Sale memory sale = _sale("a", 99e6, _credits(_credit(ANA, INTEGRATION, 1)));
        _postTo(program, attributor, address(token), _batch(sale), _payers(customer));
        _assertSolvent(program);
        _warpToLock();
        program.claim(ana, address(token));
        vm.assertEq(token.balanceOf(ana), (14_850_000 * 99) / 100, "ana bears the fee of her own transfer");
        program.claimLine(MODERATORS, address(token));
        program.claimResidual(address(token), 100);
        vm.prank(operator);
        program.withdrawFunds(address(token), 99e6);
        vm.assertEq(token.balanceOf(address(program)), 0, "nothing is stuck");
    }

    function test_SenderFeeIsRefusedOnTheWayOut() external {
        address token = _useToken("SenderFeeToken", abi.encode(10_000));
        TestToken(token).mint(operator, 1e6);
        _earn(token);
        _earn(ETHER);
        _warpToLock();
        vm.expectRevert(_mismatch(token, 15e6, 15_150_000));
        program.claim(ana, token);
        program.claimMany(_all(), token);
        vm.assertEq(TestToken(token).balanceOf(ana), 0, "not paid");
        vm.assertEq(program.claimable(ana, token), 15e6, "ana keeps the claim");
        _assertSolvent(program);
        _assertEtherFlows();
    }

    function test_RebasingUpIsCountedAsRevenue() external {
        RebasingToken token = RebasingToken(_useToken("RebasingToken", ""));
        _earn(address(token));
        token.rebase(1_100_000);
        vm.assertEq(program.sync(address(token)), 10e6, "growth");
        vm.assertEq(program.bucketAt(address(token), INITIAL, START).revenue, 110e6, "revenue");
        _assertSolvent(program);
    }

    function test_RebasingDownIsFirstComeFirstServedInItsOwnCurrency() external {
        RebasingToken token = RebasingToken(_useToken("RebasingToken", ""));
        _earn(address(token));
        _earn(ETHER);
        token.rebase(200_000);
        _warpToLock();
        vm.assertEq(program.solvency()[USDC].balance, 20e6, "what is left");
        vm.assertEq(program.solvency()[USDC].owed, 100e6, "what is owed");
        program.claim(ana, address(token));
        vm.assertEq(token.balanceOf(ana), 15e6, "first");
        program.claimMany(_all(), address(token));
        vm.assertEq(program.claimable(ben, address(token)), 10e6, "second keeps the claim");
        _assertEtherFlows();
    }

    function test_BlocklistedPartyClaimsElsewhereAndTheOthersArePaid() external {
        BlocklistToken token = BlocklistToken(_useToken("BlocklistToken", ""));
        _earn(address(token));
        _warpToLock();
        token.setBlocked(ben, true);
        vm.expectRevert(abi.encodeWithSelector(BlocklistToken.BlocklistToken_Blocked.selector, ben));
        program.claim(ben, address(token));
        program.claimMany(_all(), address(token));
        vm.assertEq(token.balanceOf(ana), 15e6, "ana");
        vm.assertEq(token.balanceOf(cleo), 7_300_000, "cleo");
        token.setBlocked(ben, false);
        program.claim(ben, address(token));
        vm.assertEq(token.balanceOf(ben), 10e6, "ben");
    }

    function test_BlocklistedProgramStopsItsCurrencyAlone() external {
        BlocklistToken token = BlocklistToken(_useToken("BlocklistToken", ""));
        _earn(address(token));
        _earn(ETHER);
        _warpToLock();
        token.setBlocked(address(program), true);
        program.claimMany(_all(), address(token));
        vm.assertEq(program.claimable(ana, address(token)), 15e6, "ana keeps the claim");
        _assertEtherFlows();
        token.setBlocked(address(program), false);
        program.claimMany(_all(), address(token));
        vm.assertEq(token.balanceOf(ana), 15e6, "ana, later");
        _assertSolvent(program);
    }

    function test_PausedTokenIsPaidLater() external {
        PausableToken token = PausableToken(_useToken("PausableToken", ""));
        _earn(address(token));
        _earn(ETHER);
        _warpToLock();
        token.setPaused(true);
        vm.expectRevert(abi.encodeWithSelector(PausableToken.PausableToken_Paused.selector));
        program.claim(ana, address(token));
        program.claimMany(_all(), address(token));
        vm.assertEq(program.claimable(ana, address(token)), 15e6, "ana keeps the claim");
        _assertEtherFlows();
        token.setPaused(false);
        program.claim(ana, address(token));
        vm.assertEq(token.balanceOf(ana), 15e6, "ana, later");
        _assertSolvent(program);
    }

    function test_TokenWithoutBoolWorks() external {
        address token = address(NoBoolToken(_useToken("NoBoolToken", "")));
        _earn(token);
        _payToken(token, 50e6);
        _warpToLock();
        program.claim(ana, token);
        program.claimMany(_all(), token);
        program.claimLine(MODERATORS, token);
        vm.assertEq(TestToken(token).balanceOf(ana), 15e6, "ana");
        vm.assertEq(TestToken(token).balanceOf(ben), 10e6, "ben");
        vm.assertEq(TestToken(token).balanceOf(moderators), 3e6, "moderators");
        _assertSolvent(program);
    }

    function test_FalseIsTakenForARefusal() external {
        FalseToken token = FalseToken(_useToken("FalseToken", ""));
        _earn(address(token));
        _warpToLock();
        token.setRefuses(true);
        bytes memory refused = abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, token);
        vm.expectRevert(refused);
        program.claim(ana, address(token));
        vm.expectRevert(refused);
        vm.prank(operator);
        program.fund(address(token), 1);
        program.claimMany(_all(), address(token));
        vm.assertEq(program.claimable(ana, address(token)), 15e6, "ana keeps the claim");
        token.setRefuses(false);
        program.claimMany(_all(), address(token));
        vm.assertEq(token.balanceOf(ana), 15e6, "ana, later");
        _assertSolvent(program);
    }

    function test_TokenThatIsOnlyAFallbackIsRefusedAtCreation() external {
        Terms memory terms = _terms();
        terms.currencies[USDC] = _deploy("contracts/mocks/FallbackToken.sol:FallbackToken", abi.encode(0, true));
        (bool success, ) = address(factory).call(abi.encodeCall(factory.create, (terms, "", 0)));
        vm.assertEq(success, false, "created");
    }

    function test_TokenThatAnswersEverythingIsRefusedAtCreation() external {
        Terms memory terms = _terms();
        address token = _deploy("contracts/mocks/FallbackToken.sol:FallbackToken", abi.encode(1, false));
        terms.currencies[USDC] = token;
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_ShareToken.selector, USDC, token));
        factory.create(terms, "", 0);
    }

    function test_TokenThatCameToAnswerEverythingBringsNothing() external {
        address token = _useToken("TestToken", abi.encode("T", "T", 6));
        vm.etch(token, _deploy("contracts/mocks/FallbackToken.sol:FallbackToken", abi.encode(1, false)).code);
        _earn(ETHER);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        program.pay(INITIAL, token, 1_000e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        program.fund(token, 1_000e6);
        _warpToLock();
        _assertEtherFlows();
    }

    function test_TokenThatMovesNothingUsesUpNoClaim() external {
        LyingToken token = LyingToken(_useToken("LyingToken", ""));
        _earn(address(token));
        _warpToLock();
        token.setMovesNothing(true);
        vm.expectRevert(_mismatch(address(token), 15e6, 0));
        program.claim(ana, address(token));
        program.claimMany(_all(), address(token));
        vm.assertEq(program.claimable(ana, address(token)), 15e6, "ana keeps the claim");
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        vm.prank(operator);
        program.fund(address(token), 1);
        token.setMovesNothing(false);
        program.claim(ana, address(token));
        vm.assertEq(token.balanceOf(ana), 15e6, "ana, later");
        _assertSolvent(program);
    }

    function test_TokenThatLiesAboutTheBalanceHarmsItsOwnCurrencyAlone() external {
        LyingToken token = LyingToken(_useToken("LyingToken", ""));
        _earn(address(token));
        _earn(ETHER);
        token.lie(address(program), 1_000e6);
        vm.assertEq(program.sync(address(token)), 900e6, "it says that it arrived");
        _warpToLock();
        vm.expectRevert(_mismatch(address(token), 15e6, 0));
        program.claim(ana, address(token));
        _assertEtherFlows();
    }

    function test_DecimalsOf0And2And24() external {
        _checkDecimals(0, 100, 15);
        _checkDecimals(2, 99_99, 14_99);
        _checkDecimals(24, 79_000e24, 11_850e24);
    }

    /// @dev Posts one sale and claims Ana's 15 % of it.
    function _checkDecimals(uint8 decimals, uint256 amount, uint256 expected) private {
        TestToken token = TestToken(_useToken("TestToken", abi.encode("T", "T", decimals)));
        _fundToken(address(token), amount);
        _postIn(address(token), _sale("a", amount, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        program.claim(ana, address(token));
        vm.assertEq(token.balanceOf(ana), expected, "ana");
        _assertSolvent(program);
    }
}
