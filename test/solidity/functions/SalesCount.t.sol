// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { Bonus, Milestone, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { FIRST_POOL } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";

/// @dev How many sales count for each partner in period 0, where a milestone asks for them.
contract SalesCountTest is DisputeBase {
    function setUp() public override {
        super.setUp();
        _fund(10_000e6);
    }

    function test_WhenAPartnerHasSeveralLinesInASale() external {
        Credit[] memory credits = new Credit[](5);
        credits[0] = _credit(BEN, INTEGRATION, 1);
        credits[1] = _credit(BEN, INTEGRATION, 2);
        credits[2] = _credit(CLEO, LOYALTY, 1);
        credits[3] = _credit(BEN, SELLER, 1);
        credits[4] = _credit(BEN, AFFILIATE, 1);
        _post(_sale("a", 100e6, credits));
        _post(_mixed("b", 100e6));
        _assertCounts(0, 2, 2);
    }

    function test_WhenALineIsAReferrersOrAPools() external {
        _post(_mixed("a", 100e6));
        _assertCounts(0, 1, 1);
    }

    function test_WhenAReferrerHasALineOfItsOwn() external {
        _post(_sale("a", 100e6, _credits(_credit(BEN, INTEGRATION, 1), _credit(ANA, AFFILIATE, 1))));
        _assertCounts(1, 1, 0);
    }

    function test_WhenASaleIsRefundedInPart() external {
        _post(_mixed("a", 100e6));
        _refund("r", "a", 99e6);
        _assertCounts(0, 1, 1);
    }

    function test_WhenASaleIsRefundedInWhole() external {
        _post(_mixed("a", 100e6));
        _post(_mixed("b", 100e6));
        _refund("r", "a", 40e6);
        _refund("q", "a", 60e6);
        _assertCounts(0, 1, 1);
    }

    function test_WhenASaleIsInDispute() external {
        _post(_mixed("a", 100e6));
        _dispute(ana, "a");
        _assertCounts(0, 0, 0);
    }

    function test_WhenADisputedSaleIsRefundedInWhole() external {
        _post(_mixed("a", 100e6));
        _post(_mixed("b", 100e6));
        _dispute(ana, "a");
        _refund("r", "a", 100e6);
        _assertCounts(0, 1, 1);
    }

    function test_WhenNothingIsLeftOfADisputedSaleThatStands() external {
        _post(_mixed("a", 100e6));
        _post(_mixed("b", 100e6));
        _dispute(ana, "a");
        _refund("r", "a", 100e6);
        vm.prank(arbiter);
        program.upholdSale(_shown("a"), "");
        _assertCounts(0, 1, 1);
    }

    function test_WhenADisputedSaleStands() external {
        _post(_mixed("a", 100e6));
        _dispute(ana, "a");
        vm.prank(arbiter);
        program.upholdSale(_shown("a"), "");
        _assertCounts(0, 1, 1);
    }

    function test_WhenADisputedSaleIsVoid() external {
        _post(_mixed("a", 100e6));
        _dispute(ana, "a");
        vm.prank(arbiter);
        program.voidSale(_shown("a"), "");
        _assertCounts(0, 0, 0);
    }

    function test_WhenADisputedSaleHasOtherPartners() external {
        _post(_mixed("a", 100e6));
        _dispute(ana, "a");
        uint256[] memory partners = new uint256[](4);
        (partners[0], partners[1], partners[2], partners[3]) = (ANA, CLEO, ANA, FIRST_POOL);
        _reattribute("a", partners, "");
        _assertCounts(1, 0, 0);
    }

    function test_WhenADisputeIsSettledAfterTheLock() external {
        _post(_mixed("a", 100e6));
        _disputeLate("a");
        vm.warp(START + 2 * uint256(PERIOD));
        vm.prank(arbiter);
        program.upholdSale(_shown("a"), "");
        _assertCounts(0, 1, 1);
    }

    function test_WhenNothingIsLeftAfterTheLock() external {
        _post(_mixed("a", 100e6));
        _disputeLate("a");
        _refund("r", "a", 100e6);
        vm.warp(START + 2 * uint256(PERIOD));
        vm.prank(arbiter);
        program.upholdSale(_shown("a"), "");
        _assertCounts(0, 0, 0);
    }

    function test_GivenTheTermsAskForNoCount() external {
        Terms memory terms = super._disputeTerms();
        terms.roles[AFFILIATE].network = Bonus({ every: 10, add: PERCENT, max: PERCENT });
        program = _create(terms);
        _enroll(program);
        _fund(200e6);
        _post(_mixed("a", 100e6));
        _post(_mixed("b", 100e6));
        _refund("r", "b", 100e6);
        _assertCounts(0, 0, 0);
    }

    function test_GivenAnAmendmentBeganToCount() external {
        program = _create(super._disputeTerms());
        _enroll(program);
        _fund(100e6);
        Terms memory terms = super._disputeTerms();
        terms.milestones = _disputeTerms().milestones;
        vm.prank(operator);
        program.proposeAmendment(terms, "", "");
        vm.warp(START + PERIOD);
        _post(_mixed("a", 100e6));
        vm.warp(START + 2 * uint256(PERIOD));
        vm.assertEq(program.terms().milestones.length, 1, "in force");
        _refund("r", "a", 100e6);
        vm.warp(START + 3 * uint256(PERIOD));
        vm.assertEq(program.progressOf(BEN, address(usdc)).sales, 0, "ben");
    }

    function test_WhenMoneyAndCountsMeet() external {
        _post(_mixed("a", 100e6));
        _refund("r", "a", 50e6);
        vm.assertEq(program.statement(ben, address(usdc), 0).net, 7_500_000, "net");
        _warpToLock();
        program.claim(ben, address(usdc));
        vm.assertEq(usdc.balanceOf(ben), 7_500_000, "paid");
    }

    function _disputeTerms() internal view override returns (Terms memory terms) {
        terms = super._disputeTerms();
        terms.name = "with a count";
        terms.milestones = new Milestone[](1);
        terms.milestones[0] = Milestone({ name: "first 100", sales: 100, earned: _none(), pays: _each(1e6) });
    }

    function _assertCounts(uint256 ofAna, uint256 ofBen, uint256 ofCleo) private {
        vm.warp(START + 2 * uint256(PERIOD));
        vm.assertEq(program.progressOf(ANA, address(usdc)).sales, ofAna, "ana");
        vm.assertEq(program.progressOf(BEN, address(usdc)).sales, ofBen, "ben");
        vm.assertEq(program.progressOf(CLEO, address(usdc)).sales, ofCleo, "cleo");
    }
}
