// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GrantEarnings, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityPlan } from "../../../contracts/interfaces/IEquityPlan.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { HookToken } from "../../../contracts/mocks/HookToken.sol";
import { ReentrantReceiver } from "../../../contracts/mocks/ReentrantReceiver.sol";
import { RoundingToken } from "../../../contracts/mocks/RoundingToken.sol";
import { assertGas } from "../support/GasBounds.sol";
import { PlanBase } from "./support/PlanBase.sol";

contract ClaimManyGrantsTest is PlanBase {
    uint256 private constant CLEO = 3;

    function setUp() public override {
        super.setUp();
        _grant(_vested(ana, 100));
        _grant(_vested(ben, 200));
        _grant(_vested(cleo, 700));
        _receive(1_000e6);
        _receiveEther(1_000);
    }

    function test_RevertWhen_OneIsUnknown() external {
        uint256[] memory ids = new uint256[](1);
        ids[0] = 4;
        vm.expectRevert(_unknownGrant(4));
        plan.claimMany(ids, address(usdc));
    }

    function test_RevertWhen_AnotherThanThePlanPushes() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NotItself.selector, operator));
        vm.prank(operator);
        plan.pushToken(address(usdc), operator, 1, 1_000e6);
    }

    function test_RevertWhen_APaymentFailsForWantOfGas() external {
        vm.etch(ben, _deploy("contracts/mocks/GasBurner.sol:GasBurner", "").code);
        uint256[] memory ids = new uint256[](1);
        ids[0] = BEN;
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_GasTooLow.selector, 100_000);
        bytes memory call = abi.encodeCall(plan.claimMany, (ids, ETHER));
        bool success = false;
        bool refused = false;
        // With less than the rest of the call takes it is not even asked.
        for (uint256 gas = 50_000; !success && gas < 2_000_000; gas += 10_000) {
            bytes memory answer;
            (success, answer) = address(plan).call{ gas: gas }(call);
            refused = refused || keccak256(answer) == keccak256(expected);
        }
        vm.assertTrue(refused, "too little");
        vm.assertTrue(success, "enough");
        vm.assertEq(plan.earningsOf(BEN, ETHER).payable_, 200, "kept");
    }

    function test_WhenAllArePaid() external {
        plan.claimMany(_all(), address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 100e6, "Ana");
        vm.assertEq(usdc.balanceOf(ben), 200e6, "Ben");
        vm.assertEq(usdc.balanceOf(cleo), 700e6, "Cleo");
        vm.assertEq(_money().counted, usdc.balanceOf(address(plan)), "counted");
        plan.claimMany(_all(), ETHER);
        vm.assertEq(cleo.balance, 700, "ETH");
        vm.assertEq(plan.levelOf(ETHER).counted, address(plan).balance, "counted, ETH");
    }

    function test_WhenAPartIsWithheld() external {
        vm.prank(ben);
        plan.setWithholding(BEN, 250_000);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Claimed(BEN, ben, address(usdc), 200e6);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Withheld(BEN, address(usdc), 50e6);
        plan.claimMany(_all(), address(usdc));
        vm.assertEq(usdc.balanceOf(ben), 150e6, "the rest");
        vm.assertEq(_money().tax, 50e6, "withheld");
        vm.assertEq(_money().counted, 50e6, "counted");
        vm.assertEq(_earnings(BEN).paid, 200e6, "paid in all");
    }

    function test_WhenTheTokenMovesLess() external {
        RoundingToken token = _useRoundingToken();
        uint256[] memory ids = new uint256[](2);
        (ids[0], ids[1]) = (ANA, BEN);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Claimed(ANA, ana, address(token), 357);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.ClaimShort(ANA, address(token), 2);
        plan.claimMany(ids, address(token));
        vm.assertEq(plan.earningsOf(ANA, address(token)).payable_, 2, "stays payable");
        vm.assertEq(plan.earningsOf(ANA, address(token)).paid, 355, "paid");
        vm.assertEq(plan.levelOf(address(token)).counted, token.balanceOf(address(plan)), "counted");
    }

    function test_WhenTheTokenMovesLessOfWhatIsOwed() external {
        RoundingToken token = _useRoundingToken();
        _dismiss(ANA, START + NOTICE);
        uint256[] memory ids = new uint256[](1);
        ids[0] = ANA;
        plan.claimMany(ids, address(token));
        vm.assertEq(plan.earningsOf(ANA, address(token)).owed, 2, "stays owed");
        vm.assertEq(plan.earningsOf(ANA, address(token)).paid, 355, "paid");
        vm.assertEq(plan.levelOf(address(token)).counted, token.balanceOf(address(plan)), "counted");
    }

    /// @dev Ana has 1 of 7 units of 2,500, Ben the others.
    function _useRoundingToken() private returns (RoundingToken token) {
        token = RoundingToken(_deploy("contracts/mocks/RoundingToken.sol:RoundingToken", ""));
        PlanSettings memory settings = _settings();
        settings.currencies[0] = address(token);
        plan = _create(settings);
        _grant(_vested(ana, 1));
        _grant(_vested(ben, 6));
        token.mintShares(address(plan), 1_000, 2_500);
        token.mintShares(stranger, 1_000, 2_500);
        plan.sync(address(token));
    }

    function test_WhenOneWhoIsOwedSomethingRefusesETH() external {
        _dismiss(BEN, START + NOTICE);
        _receiveEther(1_000);
        vm.etch(ben, _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "").code);
        plan.claimMany(_all(), ETHER);
        GrantEarnings memory earnings = plan.earningsOf(BEN, ETHER);
        vm.assertEq(earnings.owed, 200, "owed since it left");
        vm.assertEq(earnings.payable_, 200, "earned since");
        vm.assertEq(earnings.paid, 0, "nothing is paid");
        vm.assertEq(plan.levelOf(ETHER).counted, 400, "counted");
    }

    function test_WhenAllIsWithheldOfOneWhoRefusesETH() external {
        vm.prank(ben);
        plan.setWithholding(BEN, 1e6);
        vm.etch(ben, _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "").code);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Claimed(BEN, ben, ETHER, 200);
        plan.claimMany(_all(), ETHER);
        vm.assertEq(plan.levelOf(ETHER).tax, 200, "withheld");
        vm.assertEq(plan.earningsOf(BEN, ETHER).paid, 200, "paid");
    }

    function test_WhenOneStandsTwice() external {
        uint256[] memory ids = new uint256[](2);
        (ids[0], ids[1]) = (ANA, ANA);
        plan.claimMany(ids, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 100e6, "once");
    }

    function test_WhenNothingIsPayableToOne() external {
        plan.claim(BEN, address(usdc));
        plan.claimMany(_all(), address(usdc));
        vm.assertEq(usdc.balanceOf(ben), 200e6, "passed over");
        vm.assertEq(usdc.balanceOf(cleo), 700e6, "the others");
    }

    function test_WhenOneRefusesETH() external {
        vm.etch(ben, _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "").code);
        _assertBenFails(ETHER, 200);
    }

    function test_WhenOneBurnsItsGas() external {
        vm.etch(ben, _deploy("contracts/mocks/GasBurner.sol:GasBurner", "").code);
        _assertBenFails(ETHER, 200);
    }

    function test_WhenOneReturnsABomb() external {
        vm.etch(ben, _deploy("contracts/mocks/ReturnBomb.sol:ReturnBomb", abi.encode(true)).code);
        uint256 before = gasleft();
        plan.claimMany(_all(), ETHER);
        assertGas(before - gasleft(), 600_000, "nothing is copied");
        vm.assertEq(cleo.balance, 700, "the others");
    }

    function test_WhenATokenRefusesOne() external {
        address token = _deploy("contracts/mocks/BlocklistToken.sol:BlocklistToken", "");
        _useToken(token);
        IBlocks(token).setBlocked(ben, true);
        _assertBenFails(token, 200e6);
        IBlocks(token).setBlocked(ben, false);
        vm.assertEq(plan.claim(BEN, token), 200e6, "later");
    }

    function test_WhenOneSendsSomethingBackInItsHook() external {
        HookToken token = HookToken(_deploy("contracts/mocks/HookToken.sol:HookToken", ""));
        _useToken(address(token));
        vm.etch(ben, _deploy("contracts/mocks/ReentrantReceiver.sol:ReentrantReceiver", "").code);
        ReentrantReceiver(payable(ben)).register(token);
        ReentrantReceiver(payable(ben)).arm(address(token), 0, abi.encodeCall(token.transfer, (address(plan), 50e6)));
        _assertBenFails(address(token), 200e6);
    }

    function test_WhenOneCallsBack() external {
        HookToken token = HookToken(_deploy("contracts/mocks/HookToken.sol:HookToken", ""));
        _useToken(address(token));
        vm.etch(ben, _deploy("contracts/mocks/ReentrantReceiver.sol:ReentrantReceiver", "").code);
        ReentrantReceiver(payable(ben)).register(token);
        bytes[3] memory calls = [
            abi.encodeCall(plan.sync, (address(token))),
            abi.encodeCall(plan.claim, (BEN, address(token))),
            abi.encodeCall(plan.claimTreasury, (address(token)))
        ];
        for (uint256 i = 0; i < 3; ++i) {
            token.mint(address(plan), 1_000e6);
            plan.sync(address(token));
            ReentrantReceiver(payable(ben)).arm(address(plan), 0, calls[i]);
            plan.claimMany(_all(), address(token));
            vm.assertTrue(ReentrantReceiver(payable(ben)).called(), "called back");
            vm.assertTrue(!ReentrantReceiver(payable(ben)).succeeded(), "and was refused");
        }
        vm.assertEq(plan.levelOf(address(token)).counted, token.balanceOf(address(plan)), "counted");
    }

    function _assertBenFails(address currency, uint256 due) private {
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.ClaimFailed(BEN, ben, currency, due);
        plan.claimMany(_all(), currency);
        vm.assertEq(plan.earningsOf(BEN, currency).payable_, due, "kept");
        vm.assertEq(plan.earningsOf(BEN, currency).paid, 0, "not paid");
        vm.assertEq(plan.earningsOf(CLEO, currency).payable_, 0, "the others");
        vm.assertEq(plan.levelOf(currency).counted, due, "counted");
    }

    function _useToken(address token) private {
        PlanSettings memory settings = _settings();
        settings.currencies[0] = token;
        plan = _create(settings);
        _grant(_vested(ana, 100));
        _grant(_vested(ben, 200));
        _grant(_vested(cleo, 700));
        HookToken(token).mint(address(plan), 1_000e6);
        plan.sync(token);
    }

    function _all() private pure returns (uint256[] memory ids) {
        ids = new uint256[](3);
        (ids[0], ids[1], ids[2]) = (ANA, BEN, CLEO);
    }
}

interface IBlocks {
    function setBlocked(address account, bool blocked) external;
}
