// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IncidentsBase } from "../incidents/IncidentsBase.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Power, Refund, Way } from "../../../contracts/interfaces/Types.sol";

/// @dev What a stolen key of the operator's takes at most.
contract StolenOperatorTest is IncidentsBase {
    /// @dev A holder of a line is in league with the thief, and a customer, and whoever the thief enrolls.
    function test_K2_InOneNightNothingLeavesButToTheTreasury() external {
        uint256 night = block.timestamp;
        uint256 funds = _funds();
        uint256 price = funds - 1e6;
        vm.prank(operator);
        program.offerBuyout(MODERATORS, address(usdc), uint96(price));
        uint256[4] memory times = [night, night + 8 hours, night + HANDOVER - 1, night + HANDOVER];
        for (uint256 i = 0; i < 3; ++i) {
            vm.warp(times[i]);
            _expectEarly(night + HANDOVER);
            vm.prank(moderators);
            program.acceptBuyout(MODERATORS, address(usdc), uint96(price));
        }
        vm.warp(night);
        // What is held it can take back, as what was never posted: it is in the funds.
        Refund[] memory refunds = _refunds("r", "held", 100e6);
        vm.prank(operator);
        program.refund(refunds, 0);
        vm.assertEq(_held(ben), 0, "held no more");
        uint256 back = _funds() - 1e6;
        Terms memory terms = _disputeTerms();
        terms.treasury = thief;
        vm.startPrank(operator);
        program.proposeAmendment(terms, "", 0);
        program.agreeExit(MODERATORS, true);
        vm.stopPrank();
        vm.prank(moderators);
        program.agreeExit(MODERATORS, true);
        // The line ends, and what was offered for it is in the funds again.
        vm.assertEq(_funds(), back + 1e6 + price, "all of it");
        uint256 all = _funds();
        vm.prank(operator);
        program.withdrawFunds(address(usdc), all);
        _enrollOne(program, accomplice, "accomplice");
        vm.assertEq(usdc.balanceOf(treasury), all, "to the treasury");
        address[5] memory league = [thief, accomplice, operator, moderators, stranger];
        for (uint256 i = 0; i < league.length; ++i) {
            vm.assertEq(usdc.balanceOf(league[i]), 0, "nothing in hand");
            vm.assertEq(program.claimable(league[i], address(usdc)), 0, "nothing to claim");
        }
        // What is locked stands.
        program.claim(ben, address(usdc));
        vm.assertEq(usdc.balanceOf(ben), 15e6, "what was locked");
        _assertSolvent(program);
    }

    /// @dev The guardian takes back what the thief offers, as often as it does; its successor takes back the last offer.
    function test_K2_AnOfferOfAThiefIsWithdrawn() external {
        uint256 night = block.timestamp;
        uint256 funds = _funds();
        vm.prank(operator);
        program.offerBuyout(MODERATORS, address(usdc), uint96(funds));
        vm.warp(night + 8 hours);
        vm.prank(guardian);
        program.withdrawBuyout(MODERATORS);
        _propose(guardian, Power.Operator, Way.Joint, next);
        _propose(arbiter, Power.Operator, Way.Joint, next);
        vm.warp(night + 9 hours);
        vm.prank(operator);
        program.offerBuyout(MODERATORS, address(usdc), uint96(funds));
        vm.warp(night + 8 hours + HANDOVER);
        _accept(next, Power.Operator, Way.Joint);
        _expectEarly(night + 9 hours + HANDOVER);
        vm.prank(moderators);
        program.acceptBuyout(MODERATORS, address(usdc), uint96(funds));
        vm.prank(next);
        program.withdrawBuyout(MODERATORS);
        vm.assertEq(_funds(), funds, "all there");
    }

    /// @dev However short periods are, another treasury takes as long as another operator.
    function test_K2_AnotherTreasuryTakesTheDays() external {
        Terms memory terms = _bareTerms();
        terms.period = 1 days;
        terms.start = uint40(block.timestamp);
        program = _create(terms);
        vm.warp(block.timestamp + 10 hours);
        uint256 from = terms.start + 8 days;
        terms.treasury = thief;
        vm.prank(operator);
        program.proposeAmendment(terms, "", 0);
        vm.assertEq(program.amendment().from, from, "the first period's start after the days");
        _propose(operator, Power.Arbiter, Way.Notice, thief);
        vm.assertEq(_waits(Power.Arbiter, Way.Notice).from, from, "as another arbiter");
        _fund(10e6);
        vm.warp(from - 1);
        vm.prank(operator);
        program.withdrawFunds(address(usdc), 4e6);
        vm.assertEq(usdc.balanceOf(treasury), 4e6, "to the treasury");
        vm.prank(guardian);
        program.withdrawAmendment();
        vm.warp(from);
        vm.prank(operator);
        program.withdrawFunds(address(usdc), 6e6);
        vm.assertEq(usdc.balanceOf(thief), 0, "to no thief");
    }

    /// @dev From the days' very second on it is in force, where the period begins with it.
    function test_K2_AnAmendmentBeginsWithThePeriodThatTheDaysEndIn() external {
        Terms memory terms = _bareTerms();
        terms.period = 7 days;
        terms.start = uint40(block.timestamp);
        terms.rules.handoverDays = 21;
        program = _create(terms);
        terms.name = "another";
        vm.prank(operator);
        program.proposeAmendment(terms, "", 0);
        vm.assertEq(program.amendment().from, terms.start + 21 days, "both are over");
    }
}
