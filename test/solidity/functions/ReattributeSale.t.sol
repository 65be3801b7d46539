// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramDisputes } from "../../../contracts/interfaces/IProgramDisputes.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { DisputeState, NamedLine, Power, Status } from "../../../contracts/interfaces/Types.sol";
import { FIRST_POOL } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";

contract ReattributeSaleTest is DisputeBase {
    function test_RevertWhen_TheCallerIsNotTheArbiter() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        uint256[] memory partners = _partners(ANA, ANA, ANA, ANA);
        vm.expectRevert(_missing(ana, Power.Arbiter));
        vm.prank(ana);
        program.reattributeSale(_shown("a"), partners, "");
    }

    function test_RevertGiven_TheSaleIsNotInDispute() external {
        _postElsewhere("a");
        _expectNotDisputed("a");
        _reattribute(_partners(ANA, ANA, ANA, ANA));
    }

    function test_RevertWhen_ItIsTheDeadline() external {
        _postElsewhere("a");
        _disputeLate("a");
        uint256 deadline = START + 3 * uint256(PERIOD);
        vm.warp(deadline);
        _expectTooLate(deadline);
        _reattribute(_partners(ANA, ANA, ANA, ANA));
    }

    function test_RevertWhen_ThereIsNotOnePartnerForEachLine() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_LinesMismatch.selector, bytes32("a"), 3, 4));
        _reattribute(new uint256[](3));
    }

    function test_GivenTheSaleIsHeld() external {
        _postElsewhere("a");
        _dispute(ana, "a");
        address[] memory parties = new address[](4);
        (parties[0], parties[1], parties[2], parties[3]) = (cleo, community, ana, ben);
        uint256[] memory amounts = new uint256[](4);
        (amounts[0], amounts[1], amounts[2], amounts[3]) = (15e6, 1_500_000, 61_500_000, 20e6);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.DisputeSettled(
            "a",
            1,
            0,
            DisputeState.Reattributed,
            parties,
            amounts,
            false,
            0,
            0,
            "hers"
        );
        _reattribute(_partners(CLEO, FIRST_POOL, ANA, BEN));
        _assertHeld(61_500_000, 20e6, 15e6, 1_500_000);
        vm.assertEq(_frozen(), 0, "frozen");
        vm.assertTrue(_stateOf("a").dispute == DisputeState.Reattributed, "state");
        NamedLine[] memory lines = _saleLines("a");
        _assertLine(lines[0], "integration", cleo, 15e6);
        _assertLine(lines[1], "community", community, 1_500_000);
        _assertLine(lines[2], "seller", ana, 61_500_000);
        _assertLine(lines[3], "coach", ben, 20e6);
        _drain();
    }

    function test_GivenTheSaleIsLocked() external {
        _postOnChain("a");
        _disputeLate("a");
        vm.warp(START + 2 * uint256(PERIOD));
        _reattribute(_partners(CLEO, CLEO, CLEO, CLEO));
        _assertClaimable(0, 0, 98e6, 0);
        _drain();
    }

    function test_WhenAReattributedSaleIsRefunded() external {
        _postOnChain("a");
        _refund("r1", "a", 10e6);
        _dispute(ana, "a");
        _reattribute(_partners(CLEO, ANA, CLEO, FIRST_POOL));
        _assertHeld(1_350_000, 0, 68_850_000, 18e6);
        _refund("r2", "a", 40e6);
        _assertHeld(750_000, 0, 38_250_000, 10e6);
        _refund("r3", "a", 50e6);
        _assertHeld(0, 0, 0, 0);
        vm.assertEq(program.claimable(customer, address(usdc)), 100e6, "payer");
        _drain();
    }

    function test_GivenTheLinesAreInShortForm() external {
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(BEN, COACH, 7), _credit(CLEO, LOYALTY, 2))));
        // Ben's coaching 20, Ana's part of it 2, Cleo's loyalty 10 % of 78.
        _assertHeld(2e6, 20e6, 7_800_000, 0);
        _dispute(ana, "a");
        uint256[] memory partners = new uint256[](3);
        (partners[0], partners[1], partners[2]) = (ANA, BEN, BEN);
        _reattribute(partners);
        _assertHeld(20e6, 9_800_000, 0, 0);
        vm.assertEq(_saleLines("a")[1].rate, 10 * PERCENT, "rate");
        _drain();
    }

    function test_GivenTheLinesAreOfOneRole() external {
        _fund(100e6);
        Credit[] memory credits = new Credit[](4);
        for (uint256 i = 0; i < 3; ++i) credits[i] = _credit(i + 1, AFFILIATE, i + 1);
        credits[3] = _credit(CLEO, COACH, 1);
        _post(_sale("a", 100e6, credits));
        NamedLine[] memory before = _saleLines("a");
        _dispute(ana, "a");
        _dispute(ben, "a");
        uint256[] memory partners = new uint256[](6);
        for (uint256 i = 0; i < 6; ++i) partners[i] = i == 3 ? ANA : BEN;
        vm.assertEq(before.length, 5 + 2, "lines");
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_LinesMismatch.selector, bytes32("a"), 6, 5));
        _reattribute(partners);
        partners = new uint256[](5);
        for (uint256 i = 0; i < 5; ++i) partners[i] = BEN;
        _reattribute(partners);
        NamedLine[] memory lines = _saleLines("a");
        for (uint256 i = 0; i < 5; ++i) {
            vm.assertEq(lines[i].amount, before[i].amount, "amount");
            vm.assertEq(lines[i].party, ben, "party");
        }
        _drain();
    }

    function _reattribute(uint256[] memory partners) private {
        _reattribute("a", partners, "hers");
    }

    function _partners(uint256 a, uint256 b, uint256 c, uint256 d) private pure returns (uint256[] memory partners) {
        partners = new uint256[](4);
        (partners[0], partners[1], partners[2], partners[3]) = (a, b, c, d);
    }

    function _assertLine(NamedLine memory line, string memory source, address party, uint256 amount) private pure {
        vm.assertEq(line.source, source, "source");
        vm.assertEq(line.party, party, source);
        vm.assertEq(line.amount, amount, source);
    }
}
