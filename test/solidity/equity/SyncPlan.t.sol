// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { NewGrant, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityPlan } from "../../../contracts/interfaces/IEquityPlan.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { LyingToken } from "../../../contracts/mocks/LyingToken.sol";
import { PlanBase } from "./support/PlanBase.sol";

contract SyncPlanTest is PlanBase {
    function test_RevertWhen_TheCurrencyIsNotThePlans() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_UnknownCurrency.selector, stranger));
        plan.sync(stranger);
    }

    function test_RevertWhen_TheTokenTellsMoreThanTheBooksCanHold() external {
        LyingToken token = LyingToken(_deploy("contracts/mocks/LyingToken.sol:LyingToken", ""));
        PlanSettings memory settings = _settings();
        settings.currencies[0] = address(token);
        plan = _create(settings);
        token.lie(address(plan), 1 << 96);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NotCounted.selector, address(token)));
        plan.sync(address(token));
        token.lie(address(plan), (1 << 96) - 1);
        vm.assertEq(plan.sync(address(token)), (1 << 96) - 1, "the most");
    }

    function test_RevertWhen_ETHIsSentToAPlanThatTakesNone() external {
        PlanSettings memory settings = _settings();
        settings.currencies = new address[](1);
        settings.currencies[0] = address(usdc);
        settings.hurdles[0] = new uint96[](1);
        plan = _create(settings);
        vm.deal(stranger, 1);
        vm.prank(stranger);
        (bool success, bytes memory answer) = address(plan).call{ value: 1 }("");
        vm.assertTrue(!success, "refused");
        vm.assertEq(
            answer,
            abi.encodeWithSelector(IEquityErrors.EquityPlan_UnknownCurrency.selector, ETHER),
            "and says why"
        );
    }

    function test_WhenNothingArrived() external {
        _grant(_vested(ana, 100));
        _receive(10e6);
        vm.assertEq(plan.sync(address(usdc)), 0, "nothing");
        vm.assertEq(_payable(ANA), 10e6, "as it was");
    }

    function test_WhenMoneyArrived() external {
        _grant(_vested(ana, 30));
        _grant(_vested(ben, 70));
        usdc.mint(address(plan), 1_000e6);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityPlan.Shared(address(usdc), 1_000e6, (1_000e6 << 64) / 100);
        vm.prank(stranger);
        vm.assertEq(plan.sync(address(usdc)), 1_000e6, "arrived");
        vm.assertEq(_payable(ANA), 300e6, "Ana");
        vm.assertEq(_payable(BEN), 700e6, "Ben");
        vm.assertEq(_money().counted, 1_000e6, "counted");
    }

    function test_WhenETHArrived() external {
        _grant(_vested(ana, 100));
        _receiveEther(1 ether);
        vm.assertEq(plan.earningsOf(ANA, ETHER).payable_, 1 ether, "shared");
        vm.assertEq(_payable(ANA), 0, "currencies are apart");
    }

    function test_GivenNobodyTakesPart() external {
        _receive(50e6);
        vm.assertEq(_money().waiting, 50e6, "waits");
        vm.assertEq(_money().treasury, 0, "the treasury has nothing of it");
        vm.recordLogs();
        vm.assertEq(plan.sync(address(usdc)), 0, "nothing arrived since");
        vm.assertEq(vm.getRecordedLogs().length, 0, "nothing to tell of");
    }

    function test_GivenMoneyWaited() external {
        _receive(50e6);
        _grant(_vested(ana, 100));
        vm.assertEq(_payable(ANA), 0, "a grant earns nothing by being made");
        vm.assertEq(plan.sync(address(usdc)), 0, "nothing arrived");
        vm.assertEq(_money().waiting, 0, "does not wait");
        vm.assertEq(_payable(ANA), 50e6, "shared by the next call");
    }

    function test_GivenNobodyTakesPartButTheTreasury() external {
        PlanSettings memory settings = _settings();
        settings.restToTreasury = true;
        plan = _create(settings);
        _receive(50e6);
        vm.assertEq(_money().treasury, 50e6, "all");
        NewGrant memory all = _vested(ana, 100_000);
        _grant(all);
        _receive(50e6);
        vm.assertEq(_money().treasury, 50e6, "nothing is free");
        vm.assertEq(_payable(ANA), 50e6, "all");
    }

    function test_GivenTheRestIsOfAClassWithAHurdle() external {
        PlanSettings memory settings = _settings();
        settings.restToTreasury = true;
        settings.restClass = 1;
        settings.hurdles = new uint96[][](2);
        settings.hurdles[0] = new uint96[](2);
        settings.hurdles[1] = new uint96[](2);
        settings.hurdles[1][0] = 1e6;
        plan = _create(settings);
        _grant(_vested(ana, 100));
        _receive(100e6);
        vm.assertEq(_money().treasury, 0, "takes nothing of a preference");
        vm.assertEq(_payable(ANA), 100e6, "the preference");
        _receive(100_000e6);
        vm.assertEq(_payable(ANA), 200e6, "and its part");
        vm.assertEq(_money().treasury, 99_900e6, "the rest");
    }

    function test_GivenTheLevelWouldPassAllThatItIsKeptIn() external {
        LyingToken token = LyingToken(_deploy("contracts/mocks/LyingToken.sol:LyingToken", ""));
        PlanSettings memory settings = _settings();
        settings.currencies[0] = address(token);
        plan = _create(settings);
        _grant(_vested(ana, 1));
        token.mint(address(plan), (1 << 96) - 1);
        plan.sync(address(token));
        plan.claim(ANA, address(token));
        token.mint(address(plan), 5);
        plan.sync(address(token));
        vm.assertEq(plan.levelOf(address(token)).waiting, 5, "waits for good");
        vm.assertEq(plan.levelOf(address(token)).level, uint256((1 << 96) - 1) << 64, "level");
    }
}
