// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IncidentsBase } from "./IncidentsBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Power, Remedy, Way } from "../../../contracts/interfaces/Types.sol";

contract ArbiterKeyTest is IncidentsBase {
    /// @dev A suspended line earns again as soon as there is another arbiter.
    function test_K1_ArbiterLost() external {
        vm.prank(arbiter);
        program.giveNotice(MODERATORS, Remedy.Suspend, "", 0);
        vm.warp(block.timestamp + PERIOD);
        vm.prank(arbiter);
        program.executeNotice(MODERATORS);
        _replace(Power.Arbiter, operator, guardian, next);
        vm.prank(next);
        program.resumeLine(MODERATORS);
        vm.assertEq(program.lineState(MODERATORS).suspended, false, "earns again");
    }

    /// @dev The thief is suspended before it decides, and replaced before it is back; what was disputed stands.
    function test_K1_ArbiterStolen() external {
        _dispute(ana, "held");
        vm.prank(guardian);
        program.suspendArbiter();
        uint256 until = program.powerState(Power.Arbiter).suspendedUntil;
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_Suspended.selector, until));
        _void("held", "mine");
        _replace(Power.Arbiter, operator, guardian, next);
        vm.warp(until);
        _expectMissing(arbiter, Power.Arbiter);
        _void("held", "mine");
        _expectNotAllowed(arbiter);
        _cancel(arbiter, Power.Arbiter, Way.Joint);
        // Until then it could have made void or given to who disputed what is in dispute; no more.
        vm.warp(START + 4 * uint256(PERIOD));
        program.closeDispute(_shown("held"));
        vm.assertEq(program.claimable(ben, address(usdc)), 30e6, "both sales stand");
        _postElsewhere("after");
        _dispute(ana, "after");
        vm.prank(next);
        program.upholdSale(_shown("after"), "");
        _assertSolvent(program);
    }

    function test_ArbiterGone() external {
        _dispute(ana, "held");
        _propose(operator, Power.Arbiter, Way.Notice, next);
        uint256 from = _waits(Power.Arbiter, Way.Notice).from;
        vm.assertEq(from, START + 4 * uint256(PERIOD), "a period's start after the notice");
        vm.warp(from);
        _accept(next, Power.Arbiter, Way.Notice);
        // Nobody decided it: it stands.
        program.closeDispute(_shown("held"));
        vm.assertEq(_holder(Power.Arbiter), next, "arbiter");
        vm.assertEq(program.claimable(ben, address(usdc)), 30e6, "both sales stand");
    }
}
