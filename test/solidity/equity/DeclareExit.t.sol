// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PlanPower } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { IEquityLeaving } from "../../../contracts/interfaces/IEquityLeaving.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev `declareExit` and `vetoExit`.
contract DeclareExitTest is PlanBase {
    function test_RevertWhen_WhoMayNotDeclares() external {
        vm.expectRevert(_notAllowed(guardian));
        _declare(guardian);
    }

    function test_RevertWhen_OneWasDeclared() external {
        _declare(operator);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_IsExited.selector, START + NOTICE));
        _declare(arbiter);
    }

    function test_RevertWhen_WhoMayNotVetoes() external {
        _declare(operator);
        vm.expectRevert(_notAllowed(ana));
        _veto(ana);
    }

    function test_RevertWhen_NoneWasDeclared() external {
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_NothingWaits.selector));
        _veto(arbiter);
    }

    function test_RevertGiven_ItIsInEffect() external {
        _declare(operator);
        vm.warp(START + NOTICE);
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_TooLate.selector, START + NOTICE));
        _veto(arbiter);
    }

    function test_WhenTheOperatorOrTheArbiterDeclares() external {
        vm.expectEmit(true, true, true, true, address(plan));
        emit IEquityLeaving.ExitDeclared(uint40(START + NOTICE), arbiter, "ipfs://exit");
        _declare(arbiter);
        vm.assertEq(plan.overview().exitAt, START + NOTICE, "in effect after the notice");
        vm.assertTrue(plan.overview().exitBy == PlanPower.Arbiter, "by the arbiter");
        _veto(operator);
        _declare(operator);
        vm.assertEq(plan.overview().exitAt, START + NOTICE, "again");
        vm.assertTrue(plan.overview().exitBy == PlanPower.Operator, "by the operator");
    }

    function test_WhenAnyOfTheThreeVetoes() external {
        address[3] memory three = [operator, arbiter, guardian];
        for (uint256 i = 0; i < 3; ++i) {
            _declare(operator);
            vm.expectEmit(true, true, true, true, address(plan));
            emit IEquityLeaving.ExitVetoed(three[i]);
            _veto(three[i]);
            vm.assertEq(plan.overview().exitAt, 0, "none");
        }
    }

    function test_GivenItIsNotInEffect() external {
        uint256 id = _grantWithTrigger();
        _declare(operator);
        vm.warp(START + NOTICE - 1);
        vm.assertEq(plan.vestedOf(id, block.timestamp), 0, "nothing is sped up");
        vm.assertTrue(plan.grantAt(_grantWithTrigger()).hasTriggers, "grants have triggers");
    }

    function _grantWithTrigger() private returns (uint256) {
        return _grant(_fourYears(ana, 100));
    }

    function _declare(address by) private {
        vm.prank(by);
        plan.declareExit("ipfs://exit");
    }

    function _veto(address by) private {
        vm.prank(by);
        plan.vetoExit();
    }
}
