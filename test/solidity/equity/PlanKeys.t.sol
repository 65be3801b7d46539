// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Leave, NewGrant, PlanPower, PlanSettings } from "../../../contracts/interfaces/EquityTypes.sol";
import { IEquityErrors } from "../../../contracts/interfaces/IEquityErrors.sol";
import { Way } from "../../../contracts/interfaces/Types.sol";
import { PlanBase } from "./support/PlanBase.sol";

/// @dev What a thief of a key can do to a plan, and what it cannot.
contract PlanKeysTest is PlanBase {
    function setUp() public override {
        super.setUp();
        NewGrant memory terms = _fourYears(ana, 48_000);
        terms.cliff = 0;
        _grant(terms);
        _grant(_vested(ben, 2_000));
        _receive(10_000e6);
        vm.warp(_month(12));
    }

    function test_StolenOperatorKeyTakesNothingThatIsVestedOrHeld() external {
        uint256 payableBefore = _payable(ANA);
        uint256 held = _earnings(ANA).held;
        // All that the key can do at once.
        vm.startPrank(operator);
        plan.pause(ANA);
        NewGrant[] memory list = new NewGrant[](1);
        list[0] = _vested(operator, 50_000);
        plan.grant(list);
        plan.dismiss(ANA, uint40(block.timestamp + NOTICE), "");
        plan.declareExit("");
        plan.proposePower(PlanPower.Operator, Way.HandOver, stranger);
        vm.stopPrank();
        vm.assertEq(_payable(ANA), payableBefore, "payable");
        vm.assertEq(_earnings(ANA).held, held, "held");
        vm.assertEq(_payable(3), 0, "what it granted itself earned nothing of what came before");
        plan.claim(ANA, address(usdc));
        vm.assertEq(usdc.balanceOf(ana), payableBefore, "and is paid");
        // The others undo it.
        vm.startPrank(guardian);
        plan.withdrawLeave(ANA);
        plan.vetoExit();
        plan.cancelPower(PlanPower.Operator, Way.HandOver);
        plan.proposePower(PlanPower.Operator, Way.Joint, cleo);
        vm.stopPrank();
        vm.prank(arbiter);
        plan.proposePower(PlanPower.Operator, Way.Joint, cleo);
        vm.prank(arbiter);
        plan.dismissForCause(3, "stolen", 0);
        vm.warp(block.timestamp + HANDOVER);
        vm.prank(cleo);
        plan.acceptPower(PlanPower.Operator, Way.Joint);
        plan.finishLeave(3);
        vm.assertEq(plan.grantAt(ANA).leaveAt, 0, "Ana stays");
        vm.assertEq(_units(3), 25_000, "the thief loses what leaving for cause does");
    }

    function test_StolenArbiterKeyLeavesTimeToUndo() external {
        vm.startPrank(arbiter);
        plan.dismissForCause(ANA, "", 0);
        plan.proposeMove(BEN, stranger);
        plan.declareExit("");
        vm.stopPrank();
        vm.prank(ben);
        plan.cancelMove(BEN);
        vm.startPrank(operator);
        plan.withdrawLeave(ANA);
        plan.vetoExit();
        vm.stopPrank();
        vm.assertEq(plan.grantAt(BEN).holder, ben, "holder");
        vm.assertTrue(plan.grantAt(ANA).leaving == Leave.None, "stays");
    }

    function test_StolenGuardianKeyMovesNothing() external {
        uint256 due = _payable(ANA);
        vm.startPrank(guardian);
        vm.expectRevert(_powerMissing(guardian, PlanPower.Operator));
        plan.dismiss(ANA, uint40(block.timestamp + NOTICE), "");
        vm.expectRevert(_powerMissing(guardian, PlanPower.Arbiter));
        plan.dismissForCause(ANA, "", 0);
        vm.expectRevert(_notAllowed(guardian));
        plan.proposeMove(ANA, stranger);
        vm.stopPrank();
        vm.assertEq(_payable(ANA), due, "payable");
    }

    function test_StolenHolderKeyIsStoppedByTheArbiter() external {
        vm.prank(ana);
        plan.proposeMove(ANA, stranger);
        vm.prank(arbiter);
        plan.cancelMove(ANA);
        vm.prank(arbiter);
        plan.proposeMove(ANA, cleo);
        vm.warp(block.timestamp + 7 days);
        vm.prank(cleo);
        plan.finishMove(ANA);
        vm.assertEq(plan.grantAt(ANA).holder, cleo, "the holder's new wallet");
    }

    function test_NoDismissalBeforeACliffOrAnExitWithoutNotice() external {
        plan = _create(_named("Cliff"));
        uint256 id = _grant(_fourYears(ana, 48_000));
        uint256 cliff = block.timestamp + 365 days;
        vm.warp(cliff - NOTICE + 1);
        vm.prank(operator);
        vm.expectRevert(_tooEarly(block.timestamp + NOTICE));
        plan.dismiss(id, uint40(cliff - 1), "a second before the cliff");
        vm.prank(operator);
        plan.dismiss(id, uint40(block.timestamp + NOTICE), "");
        vm.warp(block.timestamp + NOTICE);
        plan.finishLeave(id);
        vm.assertEq(_units(id), 12_000, "the cliff was over by then");
    }

    function test_NoPauseKeepsAYearAwayFromWhoHasNotice() external {
        plan = _create(_named("Pause"));
        uint256 start = block.timestamp;
        uint256 id = _grant(_fourYears(ana, 48_000));
        vm.warp(start + 364 days);
        vm.prank(operator);
        plan.pause(id);
        vm.prank(operator);
        plan.dismiss(id, uint40(block.timestamp + NOTICE), "");
        vm.expectRevert(abi.encodeWithSelector(IEquityErrors.EquityPlan_HasLeft.selector, id));
        vm.prank(operator);
        plan.pause(id);
        vm.warp(block.timestamp + NOTICE);
        plan.finishLeave(id);
        vm.assertEq(_units(id), 12_000, "a year");
    }

    function test_TheFirstGranteeTakesNotAllByDefault() external {
        PlanSettings memory settings = _named("First");
        settings.restToTreasury = true;
        plan = _create(settings);
        _grant(_vested(ana, 1));
        _receive(100_000e6);
        vm.assertEq(_payable(1), 1e6, "its part");
        vm.assertEq(_money().treasury, 99_999e6, "the rest");
    }

    function _named(string memory name) private view returns (PlanSettings memory settings) {
        settings = _settings();
        settings.name = name;
    }
}
