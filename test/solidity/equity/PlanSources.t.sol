// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { NewGrant, PlanPower, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityGrants } from "../../../contracts/interfaces/IEquityGrants.sol";
import { IEquityPlanFactory } from "../../../contracts/interfaces/IEquityPlanFactory.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { PausableToken } from "../../../contracts/mocks/PausableToken.sol";
import { IDeployedPlan } from "./support/IDeployedPlan.sol";
import { PlanDeployment } from "./support/PlanDeployment.sol";

/// @dev `addSource`, and how sources are pulled.
contract PlanSourcesTest is Base {
    uint256 private constant NOTICE = 10 days;

    IEquityPlanFactory private planFactory;
    IDeployedPlan private plan;

    /// @dev The plan holds the moderators' line, 2 % of all revenue.
    function setUp() public override {
        super.setUp();
        planFactory = PlanDeployment.deployFactory(factory.implementation());
        _open(address(usdc));
    }

    function _open(address token) private {
        PlanSettings memory settings;
        settings.name = "Phantom shares";
        settings.operator = operator;
        settings.arbiter = arbiter;
        settings.guardian = guardian;
        settings.treasury = treasury;
        settings.authorised = 100_000;
        settings.currencies = new address[](3);
        settings.currencies[0] = token;
        settings.currencies[1] = ETHER;
        // A currency that the program does not know.
        settings.currencies[2] = address(_token("OTHER", 6));
        settings.hurdles = new uint96[][](1);
        settings.hurdles[0] = new uint96[](3);
        settings.notice = uint32(NOTICE);
        settings.handover = 7 days;
        address expected = planFactory.predict(settings, "ipfs://plan", "salt", address(this));
        Terms memory terms = _terms();
        terms.currencies[USDC] = token;
        terms.standing[MODERATORS].holder = expected;
        program = _create(terms);
        plan = IDeployedPlan(payable(planFactory.create(settings, "ipfs://plan", "salt")));
        vm.assertEq(address(plan), expected, "the terms name a plan that is not there yet");
        _grant(ana, 100);
    }

    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        vm.expectRevert(
            abi.encodeWithSelector(IEquityErrors.EquityPlan_PowerMissing.selector, arbiter, PlanPower.Operator)
        );
        vm.prank(arbiter);
        plan.addSource(address(program), MODERATORS);
    }

    function test_RevertWhen_TheAddressIsNoProgram() external {
        address[3] memory others = [address(usdc), stranger, program.salesModule()];
        for (uint256 i = 0; i < 3; ++i)
            _refuses(
                others[i],
                MODERATORS,
                abi.encodeWithSelector(IEquityErrors.EquityPlan_NotAProgram.selector, others[i])
            );
    }

    function test_RevertWhen_ThePlanDoesNotHoldTheLine() external {
        _refuses(address(program), TECH, _notTheHolder(TECH));
        _refuses(address(program), 9, _notTheHolder(9));
        _refuses(address(program), 1 << 64, _notTheHolder(1 << 64));
    }

    function test_RevertWhen_TheLineIsASourceAlready() external {
        _add();
        _refuses(
            address(program),
            MODERATORS,
            abi.encodeWithSelector(IEquityErrors.EquityPlan_NoMoreSources.selector, 4)
        );
    }

    function test_RevertWhen_ItHasFourSources() external {
        Terms memory terms = _terms();
        terms.standing[MODERATORS].holder = address(plan);
        for (uint256 i = 0; i < 4; ++i) {
            terms.name = string(abi.encodePacked("Program ", bytes1(uint8(65 + i))));
            address other = address(_create(terms));
            vm.prank(operator);
            plan.addSource(other, MODERATORS);
        }
        vm.assertEq(plan.overview().sources.length, 4, "four");
        _refuses(
            address(program),
            MODERATORS,
            abi.encodeWithSelector(IEquityErrors.EquityPlan_NoMoreSources.selector, 4)
        );
    }

    function test_WhenTwoLinesAreOfOneProgram() external {
        Terms memory terms = _terms();
        terms.standing[MODERATORS].holder = address(plan);
        terms.standing[TECH].holder = address(plan);
        program = _create(terms);
        _add();
        vm.prank(operator);
        plan.addSource(address(program), TECH);
        vm.assertEq(plan.overview().sources[1].line, TECH, "both");
    }

    function test_WhenThePlanHoldsTheLine() external {
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityGrants.SourceAdded(address(program), MODERATORS);
        _add();
        vm.assertEq(plan.overview().sources[0].program, address(program), "program");
        vm.assertEq(plan.overview().sources[0].line, MODERATORS, "line");
    }

    function test_WhenUnitsAreGranted() external {
        _add();
        _earn(1_000e6);
        _warpToLock();
        _grant(ben, 100);
        vm.assertEq(plan.earningsOf(1, address(usdc)).payable_, 20e6, "it was locked before");
        vm.assertEq(plan.earningsOf(2, address(usdc)).payable_, 0, "nothing of it");
    }

    function test_WhenSomebodySettledTheLineBefore() external {
        _add();
        _earn(1_000e6);
        _warpToLock();
        program.settleLine(MODERATORS, address(usdc));
        _grant(ben, 100);
        vm.assertEq(plan.earningsOf(1, address(usdc)).payable_, 20e6, "what the program owed is pulled, too");
    }

    function test_WhenAHolderLeaves() external {
        _add();
        _grant(ben, 100);
        _earn(1_000e6);
        vm.prank(ana);
        plan.resign(1, uint40(block.timestamp + 2 * PERIOD));
        vm.warp(block.timestamp + 2 * PERIOD);
        plan.finishLeave(1);
        vm.assertEq(plan.earningsOf(1, address(usdc)).owed, 10e6, "of what was locked, too");
    }

    function test_RevertWhen_ASourceOwesForItsTokenHasStopped() external {
        PausableToken token = PausableToken(_deploy("contracts/mocks/PausableToken.sol:PausableToken", ""));
        _open(address(token));
        _add();
        token.mint(customer, 1_000);
        vm.startPrank(customer);
        token.approve(address(program), 1_000);
        program.pay(INITIAL, address(token), 1_000);
        vm.stopPrank();
        _warpToLock();
        token.setPaused(true);
        bytes memory expected = abi.encodeWithSelector(
            IEquityErrors.EquityPlan_SourceOwes.selector,
            address(program),
            MODERATORS,
            address(token)
        );
        NewGrant[] memory list = _list(ben, 100);
        vm.expectRevert(expected);
        vm.prank(operator);
        plan.grant(list);
        vm.prank(ana);
        plan.resign(1, uint40(block.timestamp + NOTICE));
        vm.warp(block.timestamp + NOTICE);
        vm.expectRevert(expected);
        plan.finishLeave(1);
        vm.warp(block.timestamp + 30 days - 1);
        vm.expectRevert(expected);
        plan.finishLeave(1);
        vm.warp(block.timestamp + 1);
        plan.finishLeave(1);
        vm.assertTrue(plan.grantAt(1).left, "it cannot hold a leave up for ever");
    }

    function test_RevertWhen_TheCallHasLittleGas() external {
        _add();
        _earn(1_000e6);
        _warpToLock();
        NewGrant[] memory list = _list(ben, 100);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_GasTooLow.selector, 700_000));
        vm.prank(operator);
        plan.grant{ gas: 700_000 }(list);
    }

    function _add() private {
        vm.prank(operator);
        plan.addSource(address(program), MODERATORS);
    }

    function _refuses(address source, uint256 line, bytes memory expected) private {
        vm.expectRevert(expected);
        vm.prank(operator);
        plan.addSource(source, line);
    }

    function _notTheHolder(uint256 line) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEquityErrors.EquityPlan_NotTheHolder.selector, address(program), line);
    }

    function _earn(uint256 amount) private {
        _give(customer, amount);
        vm.prank(customer);
        program.pay(INITIAL, address(usdc), amount);
    }

    function _grant(address holder, uint64 units) private {
        NewGrant[] memory list = _list(holder, units);
        vm.prank(operator);
        plan.grant(list);
    }

    function _list(address holder, uint64 units) private view returns (NewGrant[] memory list) {
        list = new NewGrant[](1);
        list[0].holder = holder;
        list[0].units = units;
        list[0].start = uint40(block.timestamp);
    }
}
