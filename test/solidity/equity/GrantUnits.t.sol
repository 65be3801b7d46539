// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GrantState, NewGrant, PlanPower, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityGrants } from "../../../contracts/interfaces/IEquityGrants.sol";
import { PlanBase } from "./support/PlanBase.sol";

contract GrantUnitsTest is PlanBase {
    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        NewGrant[] memory list = new NewGrant[](1);
        list[0] = _vested(ana, 1);
        vm.expectRevert(_powerMissing(ana, PlanPower.Operator));
        vm.prank(ana);
        plan.grant(list);
    }

    function test_RevertWhen_TheHolderIsZeroOrThePlan() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_ZeroAddress.selector);
        _refuses(_vested(address(0), 1), expected);
        _refuses(_vested(address(plan), 1), expected);
    }

    function test_RevertWhen_ThereAreNoUnits() external {
        _refuses(_vested(ana, 0), abi.encodeWithSelector(IEquityErrors.EquityPlan_ZeroAmount.selector));
    }

    function test_RevertWhen_TheClassIsUnknown() external {
        NewGrant memory terms = _vested(ana, 1);
        terms.class = 1;
        _refuses(terms, abi.encodeWithSelector(IEquityErrors.EquityPlan_UnknownClass.selector, 1));
    }

    function test_RevertWhen_ARateIsMoreThanAll() external {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_RateNotAllowed.selector, 1e6 + 1, 1e6);
        NewGrant memory terms = _vested(ana, 1);
        terms.single = 1e6 + 1;
        _refuses(terms, expected);
        terms.single = 0;
        terms.double = 1e6 + 1;
        _refuses(terms, expected);
        terms.double = 0;
        terms.withholding = 1e6 + 1;
        _refuses(terms, expected);
    }

    function test_RevertWhen_MoreThanIsFreeIsGranted() external {
        _grant(_vested(ana, 60_000));
        _refuses(
            _vested(ben, 40_001),
            abi.encodeWithSelector(IEquityErrors.EquityPlan_NotAuthorised.selector, 40_001, 40_000)
        );
        _grant(_vested(ben, 40_000));
        vm.assertEq(_outstanding(), 100_000, "all of them");
    }

    function test_RevertGiven_ThePlanHasNoTaxAccount() external {
        PlanSettings memory settings = _settings();
        settings.taxAccount = address(0);
        plan = _create(settings);
        NewGrant memory terms = _vested(ana, 1);
        terms.withholding = 1;
        _refuses(terms, abi.encodeWithSelector(IEquityErrors.EquityPlan_NotInSettings.selector, "withholding"));
    }

    function test_WhenSeveralAreGranted() external {
        NewGrant[] memory list = new NewGrant[](2);
        list[0] = _fourYears(ana, 48_000);
        list[0].single = 1;
        list[0].double = 2;
        list[0].withholding = 3;
        list[0].agreement = "agreed";
        list[1] = _vested(ben, 10);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityGrants.Granted(1, ana, list[0]);
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityGrants.Granted(2, ben, list[1]);
        vm.prank(operator);
        vm.assertEq(plan.grant(list), 1, "the first");
        GrantState memory state = plan.grantAt(1);
        vm.assertEq(state.holder, ana, "holder");
        vm.assertEq(state.units, 48_000, "units");
        vm.assertEq(state.start, START, "start");
        vm.assertEq(state.cliff, 365 days, "cliff");
        vm.assertEq(state.length, 1_460 days, "length");
        vm.assertEq(state.step, MONTH, "step");
        vm.assertEq(state.single, 1, "single");
        vm.assertEq(state.double, 2, "double");
        vm.assertEq(state.withholding, 3, "withholding");
        vm.assertTrue(state.hasTriggers, "triggers");
        vm.assertEq(plan.overview().grants, 2, "count");
        vm.assertEq(plan.overview().byClass[0], 48_010, "units of its class");
    }

    function test_GivenMoneyArrivedThatNobodyShared() external {
        _grant(_vested(ana, 100));
        usdc.mint(address(plan), 100e6);
        _grant(_vested(ben, 100));
        vm.assertEq(_payable(ANA), 100e6, "it was there before");
        vm.assertEq(_payable(BEN), 0, "nothing of it");
    }

    function test_GivenTheLevelIsBelowTheHurdleOfItsClass() external {
        PlanSettings memory settings = _settings();
        settings.hurdles = new uint96[][](2);
        settings.hurdles[0] = new uint96[](2);
        settings.hurdles[1] = new uint96[](2);
        settings.hurdles[1][0] = 5e6;
        plan = _create(settings);
        _grant(_vested(ana, 100));
        NewGrant memory terms = _vested(ben, 100);
        terms.class = 1;
        _grant(terms);
        _receive(500e6);
        vm.assertEq(_payable(BEN), 0, "up to the hurdle");
        _receive(100e6);
        vm.assertEq(_payable(BEN), 50e6, "above it");
    }

    function test_GivenAnExitIsInEffect() external {
        _exit(START + NOTICE);
        NewGrant memory terms = _fourYears(ana, 48_000);
        terms.single = 1e6;
        uint256 id = _grant(terms);
        vm.assertTrue(!plan.grantAt(id).hasTriggers, "no triggers");
        vm.assertEq(plan.vestedOf(id, block.timestamp), 0, "nothing is sped up");
        _receive(100e6);
        _resign(id, block.timestamp + 730 days);
        vm.assertEq(_units(id), 19_200, "what a resignation leaves of half");
        vm.assertTrue(_earnings(id).owed > 0, "with what it earned");
        vm.assertTrue(!plan.grantAt(id).hasTriggers, "no triggers for all that");
    }

    function test_GivenAnExitIsAnnounced() external {
        vm.prank(operator);
        plan.declareExit("");
        vm.warp(START + NOTICE - 1);
        vm.assertTrue(plan.grantAt(_grant(_vested(ana, 1))).hasTriggers, "not in effect yet");
        vm.warp(START + NOTICE);
        vm.assertTrue(!plan.grantAt(_grant(_vested(ana, 1))).hasTriggers, "in effect");
    }

    function test_GivenTheSmallestPartIsWithheld() external {
        NewGrant memory terms = _vested(ana, 100);
        terms.withholding = 1;
        vm.assertEq(plan.grantAt(_grant(terms)).withholding, 1, "kept");
        _receive(1e6);
        plan.claim(ANA, address(usdc));
        vm.assertEq(_money().tax, 1, "and withheld");
    }

    function test_GivenItsCliffIsOver() external {
        NewGrant memory terms = _fourYears(ana, 100);
        terms.start = START - 365 days;
        _grant(terms);
        vm.assertEq(plan.getVotes(ana), 100, "votes at once");
        terms = _fourYears(ben, 100);
        terms.start = START - 365 days + 1;
        _grant(terms);
        vm.assertEq(plan.getVotes(ben), 0, "a second before not");
    }

    function test_GivenItStartsLater() external {
        NewGrant memory terms = _vested(ana, 100);
        terms.start = START + 10;
        uint256 id = _grant(terms);
        vm.assertEq(plan.vestedOf(id, START + 9), 0, "before");
        vm.assertEq(plan.vestedOf(id, START + 10), 100, "then");
    }

    function test_GivenThereAreClassesBeyondTheFourth() external {
        PlanSettings memory settings = _settings();
        settings.name = "Another";
        settings.hurdles = new uint96[][](6);
        for (uint256 class = 0; class < 6; ++class) settings.hurdles[class] = new uint96[](2);
        plan = _create(settings);
        address[3] memory holders = [ana, ben, cleo];
        uint64[3] memory units = [uint64(30), 50, 20];
        uint8[3] memory classes = [0, 4, 5];
        for (uint256 i = 0; i < 3; ++i) {
            NewGrant memory terms = _vested(holders[i], units[i]);
            terms.class = classes[i];
            _grant(terms);
        }
        vm.assertEq(_outstanding(), 100, "all");
        _receive(100e6);
        for (uint256 i = 0; i < 3; ++i) vm.assertEq(_payable(i + 1), units[i] * 1e6, "each by its units");
    }

    function _refuses(NewGrant memory terms, bytes memory expected) private {
        NewGrant[] memory list = new NewGrant[](1);
        list[0] = terms;
        vm.expectRevert(expected);
        vm.prank(operator);
        plan.grant(list);
    }
}
