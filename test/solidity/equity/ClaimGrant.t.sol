// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityPlan } from "../../../contracts/interfaces/IEquityPlan.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { FeeToken } from "../../../contracts/mocks/FeeToken.sol";
import { RoundingToken } from "../../../contracts/mocks/RoundingToken.sol";
import { PlanBase } from "./support/PlanBase.sol";

contract ClaimGrantTest is PlanBase {
    function setUp() public override {
        super.setUp();
        _grant(_fourYears(ana, 48_000));
        _grant(_vested(ben, 52_000));
        _receive(100_000e6);
        _receiveEther(1 ether);
    }

    function test_RevertWhen_TheGrantIsUnknown() external {
        vm.expectRevert(_unknownGrant(3));
        plan.claim(3, address(usdc));
        vm.expectRevert(_unknownGrant(0));
        plan.claim(0, address(usdc));
    }

    function test_RevertWhen_NothingIsPayable() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingToClaim.selector, ANA, address(usdc)));
        plan.claim(ANA, address(usdc));
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingToClaim.selector, BEN, stranger));
        plan.claim(BEN, stranger);
    }

    function test_RevertWhen_TheHolderRefusesETH() external {
        vm.etch(ben, _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "").code);
        uint256 due = plan.earningsOf(BEN, ETHER).payable_;
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_PaymentFailed.selector, ben, due));
        plan.claim(BEN, ETHER);
        vm.assertEq(plan.earningsOf(BEN, ETHER).payable_, due, "kept");
    }

    function test_RevertWhen_TheTokenMovesAnotherAmount() external {
        FeeToken token = FeeToken(_deploy("contracts/mocks/FeeToken.sol:FeeToken", abi.encode(10_000)));
        _useToken(address(token));
        token.mint(address(plan), 1_000);
        plan.sync(address(token));
        // The fee is taken from who receives: exactly so much leaves the plan.
        plan.claim(1, address(token));
        vm.assertEq(token.balanceOf(ana), 990, "less the fee");
        vm.assertEq(plan.levelOf(address(token)).counted, 0, "counted");
        address lying = _deploy("contracts/mocks/LyingToken.sol:LyingToken", "");
        _useToken(lying);
        FeeToken(lying).mint(address(plan), 1_000);
        plan.sync(lying);
        ILies(lying).setMovesNothing(true);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_TransferMismatch.selector, lying, 1_000, 0));
        plan.claim(1, lying);
    }

    function test_WhenUnitsAreVested() external {
        vm.warp(_month(12));
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Claimed(ANA, ana, address(usdc), 12_000e6);
        vm.recordLogs();
        vm.prank(stranger);
        vm.assertEq(plan.claim(ANA, address(usdc)), 12_000e6, "answered");
        vm.assertEq(vm.getRecordedLogs().length, 2, "the claim and the transfer");
        vm.assertEq(usdc.balanceOf(ana), 12_000e6, "paid");
        vm.assertEq(_earnings(ANA).paid, 12_000e6, "told");
        vm.assertEq(_money().counted, 88_000e6, "counted");
    }

    function test_WhenETHIsClaimed() external {
        uint256 before = ben.balance;
        plan.claim(BEN, ETHER);
        vm.assertEq(ben.balance - before, 0.52 ether, "paid");
    }

    function test_WhenTwoClaimsAreMadeForOneLaterOne() external {
        uint256 state = vm.snapshotState();
        vm.warp(_month(20));
        plan.claim(ANA, address(usdc));
        uint256 once = usdc.balanceOf(ana);
        vm.assertTrue(vm.revertToState(state), "as before");
        vm.warp(_month(13));
        plan.claim(ANA, address(usdc));
        vm.warp(_month(20));
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), once, "the same");
    }

    function test_WhenMoneyArrivedThatNobodyShared() external {
        plan.claim(BEN, address(usdc));
        usdc.mint(address(plan), 100_000e6);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingToClaim.selector, BEN, address(usdc)));
        plan.claim(BEN, address(usdc));
        plan.sync(address(usdc));
        vm.assertEq(plan.claim(BEN, address(usdc)), 52_000e6, "after a sync");
    }

    function test_GivenNoticeRuns() external {
        vm.warp(_month(13));
        vm.prank(ana);
        plan.resign(ANA, uint40(_month(15)));
        vm.warp(_month(20));
        vm.assertEq(_payable(ANA), 15_000e6, "up to the date");
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), 15_000e6, "paid");
        plan.finishLeave(ANA);
        vm.assertEq(_earnings(ANA).owed, 0, "nothing is owed twice");
    }

    function test_GivenSomethingIsOwed() external {
        _dismiss(ANA, _month(18));
        vm.assertEq(_earnings(ANA).owed, 18_000e6, "owed");
        _receive(7_000e6);
        uint256 due = _earnings(ANA).owed + _earnings(ANA).payable_;
        vm.assertEq(plan.claim(ANA, address(usdc)), due, "both");
        vm.assertEq(_earnings(ANA).owed, 0, "nothing is owed");
        vm.assertEq(_earnings(ANA).paid, due, "told");
    }

    function test_GivenAPartIsWithheld() external {
        NewGrant memory terms = _vested(cleo, 0);
        plan = _create(_single());
        terms.units = 100;
        terms.withholding = 333_333;
        _grant(terms);
        _receive(100);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Claimed(1, cleo, address(usdc), 100);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Withheld(1, address(usdc), 33);
        plan.claim(1, address(usdc));
        vm.assertEq(usdc.balanceOf(cleo), 67, "the rest");
        vm.assertEq(_money().tax, 33, "rounded down");
        vm.assertEq(_money().counted, 33, "stays counted");
        vm.assertEq(_earnings(1).paid, 100, "paid in all");
    }

    function test_GivenAllIsWithheld() external {
        PlanSettings memory settings = _settings();
        settings.name = "Another";
        plan = _create(settings);
        vm.etch(cleo, _deploy("contracts/mocks/RevertingReceiver.sol:RevertingReceiver", "").code);
        NewGrant memory terms = _vested(cleo, 100);
        terms.withholding = 1e6;
        uint256 id = _grant(terms);
        _receiveEther(100);
        vm.assertEq(plan.claim(id, ETHER), 100, "all");
        vm.assertEq(plan.levelOf(ETHER).tax, 100, "withheld, and nobody is asked to take nothing");
    }

    function test_WhenTheSmallestUnitIsPayable() external {
        PlanSettings memory settings = _settings();
        settings.name = "Another";
        plan = _create(settings);
        _grant(_vested(cleo, 1));
        _receive(1);
        vm.assertEq(plan.claim(1, address(usdc)), 1, "paid");
        vm.assertEq(_earnings(1).paid, 1, "told");
        vm.assertEq(_payable(1), 0, "nothing more");
    }

    function test_GivenTheTokenMovesUpToTwoUnitsLess() external {
        RoundingToken token = RoundingToken(_deploy("contracts/mocks/RoundingToken.sol:RoundingToken", ""));
        _useToken(address(token));
        _grant(_vested(ben, 6));
        token.mintShares(address(plan), 1_000, 2_500);
        token.mintShares(stranger, 1_000, 2_500);
        plan.sync(address(token));
        vm.assertEq(plan.earningsOf(1, address(token)).payable_, 357, "due");
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Claimed(1, ana, address(token), 357);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.ClaimShort(1, address(token), 2);
        vm.assertEq(plan.claim(1, address(token)), 355, "what left");
        vm.assertEq(plan.earningsOf(1, address(token)).payable_, 2, "stays payable");
        vm.assertEq(plan.levelOf(address(token)).counted, token.balanceOf(address(plan)), "counted");
    }

    /// @dev One plan in one token, of which Ana holds all units.
    function _useToken(address token) private {
        PlanSettings memory settings = _single();
        settings.currencies[0] = token;
        plan = _create(settings);
        _grant(_vested(ana, 1));
    }

    function _single() private view returns (PlanSettings memory settings) {
        settings = _settings();
        settings.currencies = new address[](1);
        settings.currencies[0] = address(usdc);
        settings.hurdles[0] = new uint96[](1);
        settings.notice = 2 days;
    }
}

interface ILies {
    function setMovesNothing(bool movesNothing) external;
}
