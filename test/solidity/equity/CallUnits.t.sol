// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant, PlanPower, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityBuyouts } from "../../../contracts/interfaces/IEquityBuyouts.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { LyingToken } from "../../../contracts/mocks/LyingToken.sol";
import { Vm } from "../support/Vm.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev `callUnits`, `finishCall` and `priceOf`.
contract CallUnitsTest is PlanBase {
    uint256 private constant LEFT_AT = START + 720 days;

    function setUp() public override {
        super.setUp();
        NewGrant memory terms = _vested(ana, 50_000);
        _grant(terms);
        _grant(_vested(ben, 50_000));
        usdc.mint(operator, 1_000_000e6);
        vm.prank(operator);
        usdc.approve(address(plan), type(uint256).max);
        vm.deal(operator, 100 ether);
    }

    function test_RevertWhen_AnotherThanTheOperatorCalls() external {
        vm.expectRevert(_powerMissing(guardian, PlanPower.Operator));
        vm.prank(guardian);
        plan.callUnits(ANA);
    }

    function test_RevertGiven_ThePlanKnowsNoCalls() external {
        PlanSettings memory settings = _settings();
        settings.callWindow = 0;
        plan = _create(settings);
        _grant(_vested(ana, 1));
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_NotInSettings.selector, "calls");
        _refuses(0, expected);
        vm.expectRevert(expected);
        plan.priceOf(ANA);
    }

    function test_RevertGiven_TheHolderHasNotLeft() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_HasNotLeft.selector, ANA);
        _refuses(0, expected);
        PlanSettings memory settings = _settings();
        settings.callWindow = 1;
        plan = _create(settings);
        _grant(_vested(ana, 1));
        _refuses(0, expected);
        vm.assertEq(plan.priceOf(ANA)[0], 0, "a window of a second is one");
    }

    function test_RevertWhen_TheWindowOfCallsIsOver() external {
        _earnAndLeave();
        vm.warp(LEFT_AT + 180 days + 1);
        _refuses(0, abi.encodeWithSelector(IEquityErrors.EquityPlan_TooLate.selector, LEFT_AT + 180 days));
    }

    function test_RevertGiven_UnitsWaitForAnExit() external {
        NewGrant memory terms = _fourYears(cleo, 100);
        terms.double = 50 * PERCENT;
        plan = _create(_another());
        _grant(terms);
        _dismiss(1, _month(24));
        _refuses(0, abi.encodeWithSelector(IEquityErrors.EquityPlan_WaitsForExit.selector, 1, _month(24) + WINDOW));
    }

    function test_RevertGiven_AnExitWasDeclared() external {
        _earnAndLeave();
        vm.prank(arbiter);
        plan.declareExit("");
        _refuses(0, abi.encodeWithSelector(IEquityErrors.EquityPlan_IsExited.selector, block.timestamp + NOTICE));
    }

    function test_RevertWhen_ThePlanIsTooYoung() external {
        vm.warp(START + 100 days);
        _receive(1_000e6);
        _resign(ANA, START + 300 days);
        bytes memory expected = abi.encodeWithSelector(
            IEquityErrors.EquityPlan_TooFewPeriods.selector,
            address(usdc),
            3
        );
        _refuses(0, expected);
        vm.expectRevert(expected);
        plan.priceOf(ANA);
    }

    function test_RevertWhen_ThePriceIsZero() external {
        _receive(1_000e6);
        _resign(ANA, LEFT_AT);
        _refuses(0, abi.encodeWithSelector(IEquityErrors.EquityPlan_ZeroAmount.selector));
    }

    function test_RevertWhen_TheETHSentIsNotItsPrice() external {
        _earnAndLeave();
        _refuses(1, abi.encodeWithSelector(IEquityErrors.EquityPlan_WrongValue.selector, 1, 0));
    }

    function test_RevertGiven_TheyWereCalled() external {
        _earnAndLeave();
        _call(0);
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_IsCalled.selector, ANA);
        _refuses(0, expected);
        vm.expectRevert(expected);
        plan.seat(ANA);
        vm.expectRevert(expected);
        vm.prank(operator);
        plan.offer(ANA, address(usdc), 1);
    }

    function test_WhenUnitsAreCalled() external {
        _earnAndLeave();
        // 40,000 units are left. Of 24 months of 100 USDC those of the last twelve periods count: 40 % of 600 in the six before the
        // leave and the rest, three times over.
        uint256 price = plan.priceOf(ANA)[0];
        uint256 owed = _earnings(ANA).owed;
        vm.assertEq(price, 3 * 480e6, "what the units would have earned, three times");
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityBuyouts.CallPaid(ANA, address(usdc), price);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityBuyouts.UnitsCalled(ANA, 40_000, uint40(block.timestamp + WINDOW));
        _call(0);
        vm.assertEq(_earnings(ANA).owed, owed + price, "owed at once");
        vm.assertEq(plan.getVotes(ana), 0, "they do not vote");
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), owed + price, "paid");
        _receive(900e6);
        vm.assertEq(_earnings(ANA).payable_, 0, "they earn for nobody yet");
        vm.assertEq(_earnings(ANA).held, 400e6, "it is held");
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingToClaim.selector, ANA, address(usdc)));
        plan.claim(ANA, address(usdc));
    }

    function test_WhenTheWindowOfCallsEnds() external {
        _earnAndLeave();
        vm.warp(LEFT_AT + 180 days);
        _call(0);
        vm.assertEq(plan.grantAt(ANA).calledUntil, LEFT_AT + 180 days + WINDOW, "in its last second");
    }

    function test_WhenAnOfferWaited() external {
        _earnAndLeave();
        vm.prank(operator);
        plan.offer(ANA, address(usdc), 5e6);
        uint256 before = _money().treasury;
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityBuyouts.OfferWithdrawn(ANA, address(usdc), 5e6);
        _call(0);
        vm.assertEq(_money().treasury - before, 5e6, "the treasury's");
        vm.assertEq(_money().offered, 0, "not on offer");
    }

    function test_WhenMoneyCameTwiceInAPeriod() external {
        _receive(1_000e6);
        vm.warp(START + 300 days);
        _receive(100e6);
        vm.warp(START + 301 days);
        _receive(300e6);
        // The last second of the twelfth period after them.
        vm.warp(START + 690 days - 1);
        vm.assertApproxEqAbs(plan.priceOf(ANA)[0], 3 * 200e6, 6, "both count");
        vm.warp(START + 690 days);
        vm.assertEq(plan.priceOf(ANA)[0], 0, "neither");
    }

    function test_WhenItsUnitsAreYoungerThanTwelvePeriods() external {
        _receive(1_000e6);
        vm.warp(START + 600 days);
        _receive(1_000e6);
        vm.prank(ana);
        plan.resign(ANA, uint40(block.timestamp + NOTICE));
        vm.warp(block.timestamp + NOTICE);
        plan.finishLeave(ANA);
        uint256 id = _grant(_vested(cleo, 10_000));
        vm.warp(START + 700 days);
        vm.assertEq(plan.priceOf(id)[0], 0, "nothing of what came before");
        _receive(1_000e6);
        uint256 price = plan.priceOf(id)[0];
        vm.assertApproxEqAbs(price, 300e6, 3, "three times its tenth");
        _resign(id, START + 730 days);
        vm.assertApproxEqAbs(plan.priceOf(id)[0], (price * 8) / 10, 60e6, "and of what it keeps once it left");
    }

    function test_WhenATokenInWhichNothingIsDueIsDead() external {
        LyingToken token = LyingToken(_deploy("contracts/mocks/LyingToken.sol:LyingToken", ""));
        PlanSettings memory settings = _another();
        settings.currencies[1] = address(token);
        plan = _create(settings);
        _grant(_vested(ana, 50_000));
        _grant(_vested(ben, 50_000));
        vm.prank(operator);
        usdc.approve(address(plan), type(uint256).max);
        _earnAndLeave();
        vm.etch(address(token), hex"fe");
        _call(0);
        vm.assertTrue(plan.grantAt(ANA).calledUntil > 0, "it is not asked");
    }

    function test_WhenSomethingArrivedWithIt() external {
        _earnEther();
        uint256[] memory prices = plan.priceOf(ANA);
        vm.assertTrue(prices[1] > 0, "a price in ETH");
        vm.deal(address(plan), address(plan).balance + 9_000);
        uint256 before = plan.earningsOf(BEN, ETHER).payable_;
        // The price grows by what had arrived, and only by that: 3,999 of it, rounded down, three times over.
        _refuses(prices[1], _wrongValue(prices[1], prices[1] + 11_997));
        _call(prices[1] + 11_997);
        vm.assertApproxEqAbs(plan.earningsOf(BEN, ETHER).payable_ - before, 5_000, 1, "the price is not shared");
        vm.assertEq(plan.levelOf(ETHER).counted, address(plan).balance, "counted");
    }

    function test_RevertWhen_TheWindowIsNotOver() external {
        _earnAndLeave();
        _call(0);
        uint256 until = block.timestamp + WINDOW;
        vm.warp(until - 1);
        vm.expectRevert(_tooEarly(until));
        plan.finishCall(ANA);
    }

    function test_RevertWhen_NothingWasCalled() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector));
        plan.finishCall(ANA);
    }

    function test_WhenNoExitCame() external {
        _earnAndLeave();
        _call(0);
        plan.claim(ANA, address(usdc));
        _receive(900e6);
        vm.warp(block.timestamp + WINDOW);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityBuyouts.CallFinished(ANA, 40_000);
        vm.recordLogs();
        plan.finishCall(ANA);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i)
            vm.assertTrue(logs[i].topics[0] != IEquityBuyouts.DifferenceOwed.selector, "no difference is told");
        vm.assertEq(_units(ANA), 0, "back to the plan");
        vm.assertEq(_earnings(ANA).owed, 0, "nothing more is owed");
        vm.assertEq(_earnings(ANA).held, 0, "nothing is held");
        vm.assertEq(_outstanding(), 50_000, "units");
        _assertAllIsBens();
    }

    function test_WhenAnExitBroughtNoMoreThanThePrice() external {
        _earnAndLeave();
        _call(0);
        plan.claim(ANA, address(usdc));
        uint256 ends = block.timestamp + WINDOW;
        _exit(ends);
        _receive(900e6);
        vm.warp(ends + WINDOW);
        plan.finishCall(ANA);
        vm.assertEq(_earnings(ANA).owed, 0, "no difference");
        _assertAllIsBens();
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector));
        plan.finishCall(ANA);
    }

    function test_WhenAnExitCameTooLate() external {
        _earnAndLeave();
        _call(0);
        plan.claim(ANA, address(usdc));
        uint256 ends = block.timestamp + WINDOW;
        _exit(ends + 1);
        _receive(90_000e6);
        plan.finishCall(ANA);
        vm.assertEq(_earnings(ANA).owed, 0, "no difference");
        _assertAllIsBens();
    }

    function test_WhenAnExitCameInTime() external {
        _earnAndLeave();
        _call(0);
        plan.claim(ANA, address(usdc));
        uint256 paid = usdc.balanceOf(ana);
        _exit(block.timestamp + 100 days);
        _receive(90_000e6);
        uint256 until = block.timestamp + WINDOW;
        vm.warp(until - 1);
        vm.expectRevert(_tooEarly(until));
        plan.finishCall(ANA);
        vm.warp(until);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityBuyouts.DifferenceOwed(ANA, address(usdc), 40_000e6 - 1_440e6);
        plan.finishCall(ANA);
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(ana) - paid, 40_000e6 - 1_440e6, "as if nothing had been called");
        _assertAllIsBens();
    }

    function _assertAllIsBens() private {
        plan.claim(BEN, address(usdc));
        vm.assertLe(usdc.balanceOf(address(plan)), 2, "nothing is stuck");
    }

    /// @dev 100 USDC every 30 days for 24 months, then Ana resigns with a loss of 20 %.
    function _earnAndLeave() private {
        for (uint256 month = 0; month < 24; ++month) {
            vm.warp(START + month * 30 days);
            _receive(100e6);
        }
        vm.warp(LEFT_AT - NOTICE);
        vm.prank(ana);
        plan.resign(ANA, uint40(LEFT_AT));
        vm.warp(LEFT_AT);
        plan.finishLeave(ANA);
    }

    function _earnEther() private {
        for (uint256 month = 0; month < 24; ++month) {
            vm.warp(START + month * 30 days);
            _receiveEther(100_000_000);
        }
        vm.warp(LEFT_AT - NOTICE);
        vm.prank(ana);
        plan.resign(ANA, uint40(LEFT_AT));
        vm.warp(LEFT_AT);
        plan.finishLeave(ANA);
    }

    function _another() private view returns (PlanSettings memory settings) {
        settings = _settings();
        settings.name = "Another";
    }

    function _call(uint256 value) private {
        vm.prank(operator);
        plan.callUnits{ value: value }(ANA);
    }

    function _refuses(uint256 value, bytes memory expected) private {
        vm.expectRevert(expected);
        _call(value);
    }

    function _wrongValue(uint256 sent, uint256 expected) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IEquityErrors.EquityPlan_WrongValue.selector, sent, expected);
    }
}
