// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PlanPower, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityPlanFactory } from "../../../contracts/interfaces/IEquityPlanFactory.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { IDeployedPlan } from "./support/IDeployedPlan.sol";
import { PlanBase } from "./support/PlanBase.sol";
import { PlanDeployment } from "./support/PlanDeployment.sol";

contract CreatePlanTest is PlanBase {
    function test_RevertWhen_AHolderOfAPowerIsMissing() external {
        PlanSettings memory settings = _settings();
        settings.operator = address(0);
        _refuses(settings, "operator", 0);
        settings = _settings();
        settings.arbiter = address(0);
        _refuses(settings, "arbiter", 0);
        settings = _settings();
        settings.treasury = address(0);
        _refuses(settings, "treasury", 0);
    }

    function test_RevertWhen_NothingIsAuthorised() external {
        PlanSettings memory settings = _settings();
        settings.authorised = 0;
        _refuses(settings, "authorised", 0);
    }

    function test_RevertWhen_TheNameIsLong() external {
        PlanSettings memory settings = _settings();
        settings.name = "Sixty-five bytes are one more than the name of a plan can be here";
        _refuses(settings, "name", 0);
    }

    function test_RevertWhen_ALossIsMoreThanAll() external {
        PlanSettings memory settings = _settings();
        settings.resignLoss = 1e6 + 1;
        _refuses(settings, "resignLoss", 0);
        settings = _settings();
        settings.causeLoss = 1e6 + 1;
        _refuses(settings, "causeLoss", 0);
    }

    function test_RevertWhen_NoticeOrHandOverAreShorterThanADay() external {
        PlanSettings memory settings = _settings();
        settings.notice = 1 days - 1;
        _refuses(settings, "notice", 0);
        settings = _settings();
        settings.handover = 1 days - 1;
        _refuses(settings, "handover", 0);
    }

    function test_RevertWhen_CallsLackWhatTheyNeed() external {
        PlanSettings memory settings = _settings();
        settings.flow = true;
        _refuses(settings, "callWindow", 0);
        settings = _settings();
        settings.multiple = 0;
        _refuses(settings, "multiple", 0);
        settings = _settings();
        settings.period = 1 days - 1;
        _refuses(settings, "period", 0);
    }

    function test_RevertWhen_CurrenciesAreNoneOrTooMany() external {
        PlanSettings memory settings = _settings();
        settings.currencies = new address[](0);
        _refuses(settings, "currencies", 0);
        settings.currencies = new address[](9);
        _refuses(settings, "currencies", 9);
    }

    function test_RevertWhen_ACurrencyComesTwiceOrIsNoToken() external {
        PlanSettings memory settings = _settings();
        settings.currencies[1] = address(usdc);
        _refuses(settings, "currencies", 1);
        settings.currencies[1] = stranger;
        _refuses(settings, "currencies", 1);
        settings.currencies[1] = address(factory);
        _refuses(settings, "currencies", 1);
        settings = _settings();
        settings.currencies[0] = stranger;
        _refuses(settings, "currencies", 0);
    }

    function test_RevertWhen_ClassesAreNotWhatTheyHaveToBe() external {
        PlanSettings memory settings = _settings();
        settings.hurdles = new uint96[][](0);
        _refuses(settings, "hurdles", 0);
        settings.hurdles = new uint96[][](9);
        _refuses(settings, "hurdles", 9);
        settings = _settings();
        settings.hurdles[0][1] = 1;
        _refuses(settings, "hurdles", 0);
        (settings.hurdles[0][0], settings.hurdles[0][1]) = (1, 0);
        _refuses(settings, "hurdles", 0);
        settings = _settings();
        settings.hurdles[0] = new uint96[](1);
        _refuses(settings, "hurdles", 0);
        settings = _settings();
        settings.restClass = 1;
        _refuses(settings, "restClass", 1);
    }

    function test_RevertWhen_TheSamePlanWasCreatedBefore() external {
        vm.expectRevert();
        factory.create(_settings(), "ipfs://plan", "salt");
    }

    function test_RevertWhen_APlanIsInitializedAgain() external {
        vm.expectRevert(abi.encodeWithSignature("InvalidInitialization()"));
        plan.initialize();
        IEquityPlanInitialize code = IEquityPlanInitialize(factory.implementation());
        vm.expectRevert(abi.encodeWithSignature("InvalidInitialization()"));
        code.initialize();
    }

    function test_WhenTheSettingsAreSound() external {
        PlanSettings memory settings = _settings();
        settings.hurdles = new uint96[][](8);
        for (uint256 class = 0; class < 8; ++class) settings.hurdles[class] = new uint96[](2);
        settings.hurdles[7][1] = type(uint96).max;
        settings.hurdles[3][0] = 3;
        settings.restClass = 7;
        settings.restToTreasury = true;
        address expected = factory.predict(settings, "ipfs://plan", "salt", address(this));
        vm.expectEmit(true, true, true, true, address(factory));
        emit IEquityPlanFactory.PlanCreated(expected, operator, settings, "ipfs://plan");
        plan = _create(settings);
        vm.assertEq(address(plan), expected, "address");
        vm.assertEq(keccak256(abi.encode(plan.settings())), keccak256(abi.encode(settings)), "settings");
        _assertHolder(PlanPower.Operator, operator);
        _assertHolder(PlanPower.Arbiter, arbiter);
        _assertHolder(PlanPower.Guardian, guardian);
        _assertHolder(PlanPower.Treasury, treasury);
        _assertHolder(PlanPower.TaxAccount, taxAccount);
        vm.assertEq(plan.powerState(PlanPower.Operator).silentFrom, START + 1 hours + 180 days, "silence");
    }

    function test_WhenThePlanDoesNotCatchUp() external {
        PlanSettings memory settings = _settings();
        settings.flow = true;
        settings.callWindow = 0;
        settings.multiple = 0;
        settings.notice = 1 days;
        settings.handover = 1 days;
        plan = _create(settings);
        vm.assertEq(keccak256(abi.encode(plan.settings())), keccak256(abi.encode(settings)), "settings");
    }

    function test_WhenItIsAskedWhichCodeItRuns() external {
        address[7] memory modules = PlanDeployment.deployModules(address(0xC0DE));
        plan = IDeployedPlan(payable(PlanDeployment.factoryOf(modules).create(_settings(), "ipfs://plan", "salt")));
        address[7] memory told;
        (told[0], told[1], told[2], told[3], told[4], told[5], told[6]) = plan.modules();
        for (uint256 i = 0; i < 7; ++i) vm.assertEq(told[i], modules[i], "module");
    }

    function test_WhenAnotherCreatesTheSamePlan() external {
        vm.prank(stranger);
        address other = factory.create(_settings(), "ipfs://plan", "salt");
        vm.assertTrue(other != address(plan), "an address of its own");
        vm.assertEq(other, factory.predict(_settings(), "ipfs://plan", "salt", stranger), "predicted");
    }

    function test_WhenThereIsNeitherGuardianNorTaxAccount() external {
        PlanSettings memory settings = _settings();
        settings.guardian = address(0);
        settings.taxAccount = address(0);
        settings.silence = 0;
        plan = _create(settings);
        _assertHolder(PlanPower.Guardian, address(0));
        _assertHolder(PlanPower.TaxAccount, address(0));
        vm.assertEq(plan.powerState(PlanPower.Operator).silentFrom, 0, "never silent");
    }

    function _assertHolder(PlanPower power, address holder) private view {
        vm.assertEq(plan.powerState(power).holder, holder, "holder");
    }

    function _refuses(PlanSettings memory settings, string memory field, uint256 index) private {
        bytes memory expected = abi.encodeWithSelector(IEquityErrors.EquityPlan_InvalidSettings.selector, field, index);
        vm.expectRevert(expected);
        factory.create(settings, "ipfs://plan", "other");
        vm.expectRevert(expected);
        factory.predict(settings, "ipfs://plan", "other", address(this));
    }
}

interface IEquityPlanInitialize {
    function initialize() external;
}
