// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramTiers } from "../../../contracts/interfaces/IProgramTiers.sol";
import { Partner, Power } from "../../../contracts/interfaces/Types.sol";

contract SetTierTest is Base {
    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        vm.expectRevert(_missing(ana, Power.Operator));
        vm.prank(ana);
        program.setTier(ANA, 1, "");
    }

    function test_RevertWhen_ThePartnerIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 4));
        vm.prank(operator);
        program.setTier(4, 1, "");
    }

    function test_RevertWhen_TheTierIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownTier.selector, 2));
        vm.prank(operator);
        program.setTier(ANA, 2, "");
    }

    function test_WhenTheProgramHasNotStarted() external {
        vm.warp(START - 1);
        _setTier(1);
        vm.assertEq(program.partnerAt(ANA).tierPeriod, 1, "period");
    }

    function test_WhenAChangeIsPending() external {
        _setTier(1);
        _setTier(0);
        Partner memory partner = program.partnerAt(ANA);
        vm.assertEq(partner.tier, 0, "tier");
        vm.assertEq(partner.nextTier, 0, "next tier");
        vm.assertEq(partner.tierPeriod, 1, "period");
    }

    function test_GivenAnEarlierChangeTookEffect() external {
        _setTier(1);
        vm.warp(START + PERIOD);
        _setTier(0);
        Partner memory partner = program.partnerAt(ANA);
        vm.assertEq(partner.tier, 1, "tier");
        vm.assertEq(partner.nextTier, 0, "next tier");
        vm.assertEq(partner.tierPeriod, 2, "period");
        vm.assertEq(partner.wallet, ana, "wallet");
        vm.assertEq(partner.joined, START, "joined");
    }

    function test_GivenTheProgramIsOlderThan65535Periods() external {
        vm.warp(START + 65_535 * uint256(PERIOD));
        _setTier(1);
        vm.assertEq(program.partnerAt(ANA).tierPeriod, 65_536, "period");
        vm.assertEq(program.partnerAt(ANA).tier, 0, "until then");
    }

    function test_WhenAllIsWell() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramTiers.TierChanged(ANA, 1, 1, "promoted");
        vm.prank(operator);
        program.setTier(ANA, 1, "promoted");
        Partner memory partner = program.partnerAt(ANA);
        vm.assertEq(partner.tier, 0, "tier");
        vm.assertEq(partner.nextTier, 1, "next tier");
        vm.assertEq(partner.tierPeriod, 1, "period");
    }

    function _setTier(uint8 tier) private {
        vm.prank(operator);
        program.setTier(ANA, tier, "");
    }
}
