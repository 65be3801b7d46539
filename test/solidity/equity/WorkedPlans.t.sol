// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev The numbers of docs and of `test/core/equity.test.ts`, to the last unit.
contract WorkedPlansTest is PlanBase {
    function test_WhenMoneyIsHeldUntilItsUnitVests() external {
        PlanSettings memory settings = _settings();
        settings.authorised = 1_000_000;
        settings.restToTreasury = true;
        plan = _create(settings);
        _grant(_fourYears(ana, 100_000));
        _receive(10_000e6);
        vm.assertEq(_money().treasury, 9_000e6, "treasury");
        _assertPayableAt(START + 365 days - 1, 0);
        _assertPayableAt(_month(12), 250e6);
        _assertPayableAt(_month(13), 270_830_000);
        _assertPayableAt(_month(47), 979_160_000);
        _assertPayableAt(_month(48), 1_000e6);
    }

    function test_WhenALaterGrantEarnsNothingOfWhatCameBefore() external {
        _grant(_vested(ana, 30_000));
        _receive(1_000_000_001);
        vm.assertEq(_payable(ANA), 1_000e6, "first");
        vm.assertEq(_money().level, 614_891_469_738_543_189_656_985, "level");
        _grant(_vested(ben, 10_000));
        _receive(400e6);
        vm.assertEq(_payable(ANA), 1_300e6, "first, later");
        vm.assertEq(_payable(BEN), 100e6, "second");
    }

    function test_WhenAClassTakesPartAboveItsHurdleAlone() external {
        PlanSettings memory settings = _settings();
        settings.hurdles = new uint96[][](2);
        settings.hurdles[0] = new uint96[](2);
        settings.hurdles[1] = new uint96[](2);
        settings.hurdles[1][0] = 5e6;
        plan = _create(settings);
        _grant(_vested(ana, 600));
        NewGrant memory second = _vested(ben, 400);
        second.class = 1;
        _grant(second);
        _receive(2_000e6);
        vm.assertEq(_payable(ANA), 1_999_999_999, "below");
        vm.assertEq(_payable(BEN), 0, "below its hurdle");
        _receive(4_000e6);
        vm.assertEq(_payable(ANA), 4_799_999_999, "above");
        vm.assertEq(_payable(BEN), 1_199_999_999, "above its hurdle");
    }

    function test_WhenWhoIsDismissedIsOwedAllThatIsVested() external {
        NewGrant memory terms = _fourYears(ana, 48_000);
        terms.cliff = 0;
        _grant(terms);
        _grant(_vested(ben, 52_000));
        _receive(10_000e6);
        _dismiss(ANA, _month(18));
        vm.assertEq(_earnings(ANA).owed, 1_800e6, "owed");
        vm.assertEq(_outstanding(), 70_000, "outstanding");
        vm.assertEq(_earnings(BEN).payable_, 7_428_571_428, "5,200 and of the 3,000 that are freed");
        _receive(7_000e6);
        vm.assertEq(_payable(ANA), 2_571_428_571, "kept units");
        vm.assertEq(_payable(BEN), 12_628_571_428, "the other");
    }

    function test_WhenAClassHasAHurdleInTheSecondCurrencyAlone() external {
        PlanSettings memory settings = _settings();
        settings.hurdles = new uint96[][](2);
        settings.hurdles[0] = new uint96[](2);
        settings.hurdles[1] = new uint96[](2);
        settings.hurdles[1][1] = 5;
        plan = _create(settings);
        _grant(_vested(ana, 600));
        NewGrant memory second = _vested(ben, 400);
        second.class = 1;
        _grant(second);
        _receive(1_000);
        vm.assertApproxEqAbs(_payable(BEN), 400, 1, "of the first from the beginning");
        _receiveEther(2_000);
        vm.assertEq(plan.earningsOf(BEN, ETHER).payable_, 0, "below its hurdle");
        _receiveEther(4_000);
        vm.assertApproxEqAbs(plan.earningsOf(ANA, ETHER).payable_, 4_800, 1, "above");
        vm.assertApproxEqAbs(plan.earningsOf(BEN, ETHER).payable_, 1_200, 1, "above its hurdle");
    }

    function test_WhenAnExitSpeedsVestingUp() external {
        NewGrant memory terms = _fourYears(ana, 48_000);
        terms.single = 50 * PERCENT;
        _grant(terms);
        vm.assertEq(plan.vestedOf(ANA, _month(18)), 18_000, "before");
        _exit(_month(18));
        vm.assertEq(plan.vestedOf(ANA, _month(18)), 33_000, "at once");
        vm.assertEq(plan.vestedOf(ANA, _month(33)), 40_500, "later");
        vm.assertEq(plan.vestedOf(ANA, _month(48)), 48_000, "all");
    }

    function test_WhenAClockStandsStillWithinTheLimit() external {
        PlanSettings memory settings = _settings();
        settings.pauseLimit = 4 * MONTH;
        plan = _create(settings);
        _grant(_fourYears(ana, 48_000));
        vm.warp(_month(15));
        vm.prank(operator);
        plan.pause(ANA);
        vm.assertEq(plan.vestedOf(ANA, _month(18)), 15_000, "paused");
        vm.warp(_month(18));
        vm.prank(operator);
        plan.resume(ANA);
        vm.assertEq(plan.vestedOf(ANA, _month(20)), 17_000, "after");
        vm.assertEq(plan.vestedOf(ANA, _month(51) - 1), 47_000, "before the end");
        vm.assertEq(plan.vestedOf(ANA, _month(51)), 48_000, "the end");
        vm.warp(_month(30));
        vm.prank(operator);
        plan.pause(ANA);
        vm.assertEq(plan.vestedOf(ANA, _month(31)), 27_000, "the rest of the limit");
        vm.assertEq(plan.vestedOf(ANA, _month(32)), 28_000, "runs by itself");
    }

    function test_WhenTheKindOfLeavingDecidesWhatIsLost() external {
        uint256 id = _grant(_fourYears(ana, 20_000));
        uint256 second = _grant(_fourYears(ben, 20_000));
        uint256 third = _grant(_fourYears(cleo, 20_000));
        _resign(id, _month(24));
        vm.warp(START);
        _dismiss(second, _month(24));
        vm.warp(START);
        _leaveForCause(third, _month(24));
        vm.assertEq(_units(id), 8_000, "resigned");
        vm.assertEq(_units(second), 10_000, "dismissed");
        vm.assertEq(_units(third), 5_000, "for cause");
    }

    function _assertPayableAt(uint256 time, uint256 expected) private {
        vm.warp(time);
        vm.assertEq(_payable(ANA), expected, "payable");
    }
}
