// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    GrantEarnings,
    GrantState,
    NewGrant,
    PlanLevel,
    PlanPower,
    PlanSettings
} from "../../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityPlanFactory } from "../../../../contracts/interfaces/IEquityPlanFactory.sol";
import { ETHER } from "../../../../contracts/libraries/Constants.sol";
import { TestToken } from "../../../../contracts/mocks/TestToken.sol";
import { Vm } from "../../support/Vm.sol";
import { IDeployedPlan } from "./IDeployedPlan.sol";
import { PlanDeployment } from "./PlanDeployment.sol";

/// @dev What every test of a plan starts from: the actors, one plan in USDC and ETH, and builders of settings and grants.
abstract contract PlanBase {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint40 internal constant START = 1_767_225_600; // 2026-01-01
    /// @dev A twelfth of a year of 365 days.
    uint32 internal constant MONTH = 2_628_000;
    uint24 internal constant PERCENT = 10_000;
    uint256 internal constant HANDOVER = 7 days;
    uint256 internal constant NOTICE = 30 days;
    uint256 internal constant WINDOW = 365 days;
    uint256 internal constant ANA_KEY = 0xA11CE;
    uint256 internal constant ANA = 1;
    uint256 internal constant BEN = 2;

    address internal operator = _actor("operator");
    address internal arbiter = _actor("arbiter");
    address internal guardian = _actor("guardian");
    address internal treasury = _actor("treasury");
    address internal taxAccount = _actor("tax account");
    address internal ana = vm.addr(ANA_KEY);
    address internal ben = _actor("ben");
    address internal cleo = _actor("cleo");
    address internal stranger = _actor("stranger");

    IEquityPlanFactory internal factory;
    IDeployedPlan internal plan;
    TestToken internal usdc;

    function setUp() public virtual {
        vm.warp(START);
        vm.label(ana, "ana");
        usdc = _token("USDC", 6);
        factory = PlanDeployment.deployFactory(address(0xC0DE));
        plan = _create(_settings());
    }

    /* DEPLOYING */

    function _deploy(string memory artifact, bytes memory arguments) internal returns (address) {
        return PlanDeployment.deploy(artifact, arguments);
    }

    function _create(PlanSettings memory settings) internal returns (IDeployedPlan created) {
        created = IDeployedPlan(payable(factory.create(settings, "ipfs://plan", "salt")));
        vm.label(address(created), "plan");
    }

    function _token(string memory symbol, uint8 decimals) internal returns (TestToken) {
        return TestToken(_deploy("contracts/mocks/TestToken.sol:TestToken", abi.encode(symbol, symbol, decimals)));
    }

    function _actor(string memory name) internal returns (address account) {
        account = address(uint160(uint256(keccak256(bytes(name)))));
        vm.label(account, name);
    }

    /* SETTINGS AND GRANTS */

    /// @dev 100,000 units, all money to holders, one class, USDC and ETH.
    function _settings() internal view returns (PlanSettings memory settings) {
        settings.name = "Phantom shares";
        settings.operator = operator;
        settings.arbiter = arbiter;
        settings.guardian = guardian;
        settings.treasury = treasury;
        settings.taxAccount = taxAccount;
        settings.authorised = 100_000;
        settings.currencies = new address[](2);
        settings.currencies[0] = address(usdc);
        settings.currencies[1] = ETHER;
        settings.hurdles = new uint96[][](1);
        settings.hurdles[0] = new uint96[](2);
        settings.resignLoss = 20 * PERCENT;
        settings.causeLoss = 50 * PERCENT;
        settings.window = uint32(WINDOW);
        settings.notice = uint32(NOTICE);
        settings.pauseLimit = 90 days;
        settings.callWindow = 180 days;
        settings.multiple = 3_000_000;
        settings.start = START;
        settings.period = 30 days;
        settings.handover = uint32(HANDOVER);
        settings.move = 7 days;
        settings.silence = 180 days;
    }

    /// @dev All of its units are vested.
    function _vested(address holder, uint64 units) internal view returns (NewGrant memory terms) {
        terms.holder = holder;
        terms.units = units;
        terms.start = uint40(block.timestamp);
    }

    /// @dev Over four years by the month, with a cliff of one.
    function _fourYears(address holder, uint64 units) internal view returns (NewGrant memory terms) {
        terms = _vested(holder, units);
        terms.cliff = 365 days;
        terms.length = 1_460 days;
        terms.step = MONTH;
    }

    function _grant(NewGrant memory terms) internal returns (uint256 id) {
        NewGrant[] memory list = new NewGrant[](1);
        list[0] = terms;
        vm.prank(operator);
        return plan.grant(list);
    }

    /* MONEY */

    /// @dev USDC arrives and is shared.
    function _receive(uint256 amount) internal {
        usdc.mint(address(plan), amount);
        plan.sync(address(usdc));
    }

    function _receiveEther(uint256 amount) internal {
        vm.deal(address(this), amount);
        (bool success, ) = address(plan).call{ value: amount }("");
        vm.assertTrue(success, "ETH arrives");
        plan.sync(ETHER);
    }

    /* BOOKS */

    function _payable(uint256 id) internal view returns (uint256) {
        return _earnings(id).payable_;
    }

    function _earnings(uint256 id) internal view returns (GrantEarnings memory) {
        return plan.earningsOf(id, address(usdc));
    }

    function _money() internal view returns (PlanLevel memory) {
        return plan.levelOf(address(usdc));
    }

    function _units(uint256 id) internal view returns (uint256) {
        return plan.grantAt(id).units;
    }

    function _outstanding() internal view returns (uint256) {
        return plan.overview().outstanding;
    }

    /// @dev The time so many months after the start.
    function _month(uint256 months) internal pure returns (uint256) {
        return START + months * MONTH;
    }

    /* LEAVING */

    /// @dev Leaves on a date, with the notice before it; and is booked.
    function _dismiss(uint256 id, uint256 date) internal {
        vm.warp(date - NOTICE);
        vm.prank(operator);
        plan.dismiss(id, uint40(date), "reorganised");
        vm.warp(date);
        plan.finishLeave(id);
    }

    function _resign(uint256 id, uint256 date) internal {
        address holder = plan.grantAt(id).holder;
        vm.warp(date - NOTICE);
        vm.prank(holder);
        plan.resign(id, uint40(date));
        vm.warp(date);
        plan.finishLeave(id);
    }

    /// @dev Decided so that it takes effect on a date.
    function _leaveForCause(uint256 id, uint256 date) internal {
        vm.warp(date - HANDOVER);
        vm.prank(arbiter);
        plan.dismissForCause(id, "fraud", "proof");
        vm.warp(date);
        plan.finishLeave(id);
    }

    /// @dev An exit is in effect from a time on.
    function _exit(uint256 time) internal {
        vm.warp(time - NOTICE);
        vm.prank(operator);
        plan.declareExit("ipfs://exit");
        vm.warp(time);
    }

    /* REFUSALS */

    function _powerMissing(address caller, PlanPower power) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IEquityErrors.EquityPlan_PowerMissing.selector, caller, power);
    }

    function _notAllowed(address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IEquityErrors.EquityPlan_NotAllowed.selector, caller);
    }

    function _tooEarly(uint256 until) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IEquityErrors.EquityPlan_TooEarly.selector, until);
    }

    function _unknownGrant(uint256 id) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IEquityErrors.EquityPlan_UnknownGrant.selector, id);
    }
}
