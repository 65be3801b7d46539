// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PartnersBase } from "../support/PartnersBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramTiers } from "../../../contracts/interfaces/IProgramTiers.sol";
import { Power } from "../../../contracts/interfaces/Types.sol";

contract AttestTest is PartnersBase {
    function test_RevertWhen_TheCallerIsNotTheOperator() external {
        vm.expectRevert(_missing(ana, Power.Operator));
        vm.prank(ana);
        program.attest(ANA, 100, "");
    }

    function test_RevertWhen_ThePartnerIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownPartner.selector, 4));
        vm.prank(operator);
        program.attest(4, 100, "");
    }

    function test_WhenAllIsWell() external {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramTiers.ScoreAttested(ANA, 70, "evidence");
        vm.prank(operator);
        program.attest(ANA, 70, "evidence");
        vm.assertEq(program.membershipOf(ana).score, 70, "score");
        _move();
        vm.prank(operator);
        program.attest(ANA, 40, "less");
        vm.assertEq(program.membershipOf(ana).score, 40, "last score");
        vm.assertEq(program.membershipOf(newWallet).number, 0, "a wallet is what it was enrolled as");
        vm.assertTrue(!program.membershipOf(ana).accepted, "the rest stays");
    }
}
