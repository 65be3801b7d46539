// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IncidentsBase } from "./IncidentsBase.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Power, Status, Way } from "../../../contracts/interfaces/Types.sol";

contract OperatorKeyTest is IncidentsBase {
    function test_OperatorLost() external {
        // Nobody needs the operator meanwhile: sales are posted and parties are paid.
        _post(_mixed("meanwhile", 1e6));
        _replace(Power.Operator, guardian, arbiter, next);
        _assertOperates(next);
    }

    /// @dev The thief does all that it can from midnight on; at breakfast the guardian sees it.
    function test_K2_OperatorStolen() external {
        uint256 night = block.timestamp;
        uint256 funds = _funds();
        vm.startPrank(operator);
        program.proposePower(Power.Operator, Way.HandOver, thief);
        program.proposePower(Power.Attributor, Way.HandOver, thief);
        program.proposePower(Power.Standby, Way.HandOver, thief);
        program.proposePower(Power.Arbiter, Way.Notice, thief);
        program.proposePower(Power.Guardian, Way.Joint, thief);
        program.proposeAmendment(_greedy(), "", 0);
        program.removeAttributor();
        program.setStatus(BEN, Status.Suspended, "");
        program.withdrawFunds(address(usdc), funds);
        vm.stopPrank();
        uint256 enrolled = _enrollOne(program, accomplice, "accomplice");
        vm.assertEq(usdc.balanceOf(treasury), funds, "to the treasury");
        vm.assertEq(usdc.balanceOf(thief) + usdc.balanceOf(accomplice) + usdc.balanceOf(operator), 0, "to no thief");

        vm.warp(night + 8 hours);
        vm.startPrank(guardian);
        program.cancelPower(Power.Operator, Way.HandOver);
        program.cancelPower(Power.Attributor, Way.HandOver);
        program.cancelPower(Power.Standby, Way.HandOver);
        program.cancelPower(Power.Arbiter, Way.Notice);
        program.appointStandby();
        program.proposePower(Power.Operator, Way.Joint, next);
        vm.stopPrank();
        _propose(arbiter, Power.Operator, Way.Joint, next);

        // The thief cannot stop it, and what it proposes anew comes later.
        _expectNotAllowed(operator);
        _cancel(operator, Power.Operator, Way.Joint);
        vm.warp(night + 9 hours);
        _propose(operator, Power.Attributor, Way.HandOver, thief);
        vm.warp(night + 8 hours + HANDOVER);
        _accept(next, Power.Operator, Way.Joint);
        vm.warp(night + 9 hours + HANDOVER);
        _expectNothing();
        _accept(thief, Power.Attributor, Way.HandOver);

        vm.startPrank(next);
        program.withdrawAmendment();
        program.setStatus(BEN, Status.Active, "");
        program.setStatus(enrolled, Status.Suspended, "");
        vm.stopPrank();
        _expectMissing(operator, Power.Operator);
        vm.prank(operator);
        program.alive();
        vm.assertEq(
            program.claimable(thief, address(usdc)) + program.claimable(accomplice, address(usdc)),
            0,
            "nothing"
        );
        _assertEarningsStand();
    }

    function test_K7_OperatorGone() external {
        uint256 silent = program.powerState(Power.Operator).silentFrom;
        vm.warp(silent);
        _propose(guardian, Power.Operator, Way.Notice, next);
        vm.warp(silent + 30 days);
        _accept(next, Power.Operator, Way.Notice);
        _assertOperates(next);
        // What was held for ever before: funds, and the residual of all that time.
        uint256 funds = _funds();
        vm.prank(next);
        program.withdrawFunds(address(usdc), funds);
        vm.assertEq(_funds(), 0, "funds");
    }

    /// @dev An amendment that leaves partners less.
    function _greedy() private view returns (Terms memory terms) {
        terms = _disputeTerms();
        terms.roles[INTEGRATION] = _role("integration", 1 * PERCENT);
    }
}
