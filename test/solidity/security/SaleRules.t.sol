// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DisputeBase } from "../support/DisputeBase.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { Milestone, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { DisputeState, Power, Refund, ShownSale } from "../../../contracts/interfaces/Types.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { Credit } from "../support/Sales.sol";
import { assertGas } from "../support/GasBounds.sol";

/// @dev What a posted sale counts for, what can be taken back of it, and what terms may say of it.
contract SaleRulesTest is DisputeBase {
    /* REFUNDS */

    /// @dev A stolen attributor takes back no more in a night than the terms say; the operator takes the rest.
    function test_K2_TheAttributorRefundsUpToThePeriodsLimit() external {
        _useLimited(_only(USDC, 50e6));
        _postElsewhere("a");
        _refund("r", "a", 50e6);
        Refund[] memory refunds = _refunds("s", "a", 1);
        vm.expectRevert(_overLimit(50e6 + 1));
        vm.prank(attributor);
        program.refund(refunds, 0);
        vm.prank(operator);
        program.refund(refunds, 0);
        vm.assertEq(_stateOf("a").refunded, 50e6 + 1, "by the operator");
        refunds = _refunds("t", "a", 1);
        vm.expectRevert(_overLimit(50e6 + 1));
        vm.prank(attributor);
        program.refund(refunds, 0);
        vm.warp(START + PERIOD);
        _refund("t", "a", 40e6);
        vm.assertEq(_stateOf("a").refunded, 90e6 + 1, "in the next period");
    }

    function test_K2_NobodyElseRefunds() external {
        _postElsewhere("a");
        Refund[] memory refunds = _refunds("r", "a", 1);
        vm.expectRevert(
            abi.encodeWithSelector(IProgramErrors.Program_PowerMissing.selector, arbiter, Power.Attributor)
        );
        vm.prank(arbiter);
        program.refund(refunds, 0);
    }

    /// @dev One that names another tag is skipped, but not of a sale that was never posted.
    function test_F16_ARefundOfNoSaleIsRefusedWhateverItsTag() external {
        _postElsewhere("a");
        Refund[] memory refunds = _refunds("r", "a", 1);
        refunds[0].tag = 7;
        refunds[0].sale.head += 1;
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownSale.selector, bytes32("a")));
        vm.prank(attributor);
        program.refund(refunds, 0);
    }

    /// @dev An id that a thief took by paying a unit for it is free again once that is gone.
    function test_K5_AnIdOfAPaidSaleThatIsGoneCanBePostedAgain() external {
        _give(stranger, 1);
        vm.prank(stranger);
        program.paySale("order", INITIAL, address(usdc), 1);
        _postPaid(_sale("order", 1, new Credit[](0)), stranger);
        _paySale("order", INITIAL, 100e6);
        vm.expectPartialRevert(IProgramErrors.Program_SaleAlreadyPosted.selector);
        this.postCustomers();
        _refund("r", "order", 1);
        this.postCustomers();
        _assertHeld(1_500_000, 15e6, 61_500_000, 20e6);
    }

    function test_K5_AnIdOfAPaidSaleThatIsVoidCanBePostedAgain() external {
        _give(stranger, 1);
        vm.prank(stranger);
        program.paySale("order", INITIAL, address(usdc), 1);
        _postPaid(_sale("order", 1, new Credit[](0)), stranger);
        _paySale("order", INITIAL, 100e6);
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        _dispute(ana, "order");
        vm.warp(START + 2 * uint256(PERIOD));
        _void("order", "not an order");
        this.postCustomers();
        vm.assertEq(program.claimable(stranger, address(usdc)), 0, "its lines were nothing");
    }

    function postCustomers() external {
        _postPaid(_mixed("order", 100e6));
    }

    /* WHAT READS SAY */

    /// @dev After the lock nothing of a void sale is refunded: its state says that it is void, and it pays nobody.
    function test_F10_ASaleMadeVoidAfterItLockedReadsAsVoid() external {
        _postElsewhere("a");
        _disputeLate("a");
        vm.warp(START + 2 * uint256(PERIOD));
        vm.assertEq(_saleLines("a").length, 4 + 2, "before");
        _void("a", "invented");
        ShownSale memory sale = _shown("a");
        (, uint256 refunded, , , , , DisputeState dispute) = program.saleAt(sale);
        vm.assertEq(refunded, 0, "refunded");
        vm.assertTrue(dispute == DisputeState.Void, "state");
        vm.assertEq(program.describeSale(sale).length, 0, "pays nobody");
        _assertClaimable(0, 0, 0, 0);
        vm.assertEq(program.solvency()[USDC].funds, 98e6, "back where it came from, and nowhere else");
        _drain();
    }

    /* WHAT COUNTS */

    function test_F14_ASaleBelowTheLeastCountsForNoMilestone() external {
        Terms memory terms = _disputeTerms();
        terms.milestones = new Milestone[](1);
        terms.milestones[0] = Milestone({ name: "two sales", sales: 2, earned: _none(), pays: _each(5e6) });
        terms.rules.leastSale = _only(USDC, 10e6);
        program = _create(terms);
        _enroll(program);
        _fund(100e6);
        _post(_sale("a", 10e6 - 1, _credits(_credit(ANA, INTEGRATION, 1))));
        _post(_sale("b", 10e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _warpToLock();
        vm.assertEq(program.progressOf(ANA, address(usdc)).sales, 1, "sales");
        vm.assertEq(program.claimable(ana, address(usdc)), 2_999_999, "earns all the same");
    }

    function test_F14_ASaleCountsForNoReferrerAndNoPool() external {
        Terms memory terms = _disputeTerms();
        terms.milestones = new Milestone[](1);
        terms.milestones[0] = Milestone({ name: "one sale", sales: 1, earned: _none(), pays: _each(5e6) });
        _use(terms);
        _postElsewhere("a");
        _warpToLock();
        vm.assertEq(program.progressOf(BEN, address(usdc)).sales, 1, "who is credited");
        vm.assertEq(program.progressOf(ANA, address(usdc)).sales, 0, "who referred him");
        vm.assertEq(_shown("a").words[3] >> SaleWords.COUNTS_AT, 0, "the pool");
    }

    /// @dev A sale that pools alone had is somebody's once a dispute gives it to it. Whatever the hash of the terms is.
    function test_F14_ASaleOfPoolsAloneCountsForWhoGetsItByADispute() external {
        string[6] memory names = ["a", "b", "c", "d", "e", "f"];
        for (uint256 i = 0; i < names.length; ++i) _countPoolsSales(names[i]);
    }

    function _countPoolsSales(string memory name) private {
        vm.warp(START);
        Terms memory terms = _disputeTerms();
        terms.name = name;
        terms.milestones = new Milestone[](1);
        terms.milestones[0] = Milestone({ name: "one sale", sales: 1, earned: _none(), pays: _each(5e6) });
        terms.rules.leastSale = _only(USDC, 10e6);
        program = _create(terms);
        _enroll(program);
        _fund(200e6);
        _post(_sale("a", 100e6, new Credit[](0)));
        _post(_sale("b", 9e6, new Credit[](0)));
        uint256[] memory partners = new uint256[](1);
        partners[0] = ANA;
        for (uint256 i = 0; i < 2; ++i) {
            _dispute(ana, i == 0 ? bytes32("a") : bytes32("b"));
            _reattribute(i == 0 ? bytes32("a") : bytes32("b"), partners, "");
        }
        _warpToLock();
        vm.assertEq(program.progressOf(ANA, address(usdc)).sales, 1, "the larger one");
    }

    /// @dev What it can be made to cost is the bonus's most, however much is paid in.
    function test_F14_BoughtVolumeAddsNoMoreThanItsMost() external {
        Terms memory terms = _disputeTerms();
        terms.roles[INTEGRATION].volume.every = _each(1_000e6);
        (terms.roles[INTEGRATION].volume.add, terms.roles[INTEGRATION].volume.max) = (PERCENT, 3 * PERCENT);
        program = _create(terms);
        _enroll(program);
        _pay(INITIAL, 1_000_000e6);
        vm.warp(START + PERIOD);
        _postElsewhere("a");
        vm.assertEq(_saleLines("a")[0].rate, 18 * PERCENT, "15 % and 3 %");
    }

    /// @dev Whoever paid when: the terms of the post price a sale, and an amendment is told a notice ahead.
    function test_F13_ASaleIsPricedByTheTermsOfItsPosting() external {
        Terms memory terms = _disputeTerms();
        (terms.noticePeriods, terms.name) = (1, "amended");
        program = _create(terms);
        _enroll(program);
        terms.roles[INTEGRATION].rates[INITIAL] = 5 * PERCENT;
        vm.prank(operator);
        program.proposeAmendment(terms, "", 0);
        uint256 from = program.amendment().from;
        vm.warp(from - 1);
        _paySale("before", INITIAL, 100e6);
        _paySale("after", INITIAL, 100e6);
        _postPaid(_mixed("before", 100e6));
        vm.warp(from);
        _postPaid(_mixed("after", 100e6));
        vm.assertEq(_saleLines("before")[0].amount, 15e6, "posted before it");
        vm.assertEq(_saleLines("after")[0].amount, 5e6, "posted after it");
    }

    /// @dev Anyone counts what came before a line begins ahead of it.
    function test_F13_WhatIsSyncedAheadOfALineIsNotItsOwn() external {
        Terms memory terms = _terms();
        terms.name = "synced";
        terms.standing[TECH].starts = START + 10 days;
        program = _create(terms);
        usdc.mint(address(program), 1_000e6);
        vm.warp(START + 10 days - 1);
        vm.prank(moderators);
        program.sync(address(usdc));
        vm.warp(START + 10 days);
        usdc.mint(address(program), 100e6);
        program.sync(address(usdc));
        _warpToLock();
        vm.assertEq(program.settleLine(TECH, address(usdc)), 30e6, "30 % of what was counted since it began");
    }

    /* TERMS */

    /// @dev A role with the residual is paid all that is left: a ceiling below the whole could not be kept.
    function test_F15_TermsWhoseResidualARoleGetsHaveACeilingOfTheWhole() external {
        Terms memory terms = _disputeTerms();
        terms.ceiling = 100 * PERCENT - 1;
        vm.expectRevert(
            abi.encodeWithSelector(
                ITermsErrors.Terms_PaysOverCeiling.selector,
                INITIAL,
                100 * PERCENT,
                100 * PERCENT - 1
            )
        );
        factory.create(terms, "", 0);
        terms.ceiling = 100 * PERCENT;
        factory.create(terms, "", 0);
    }

    /* LONG PROGRAMS */

    /// @dev 2^16 periods of an hour are seven and a half years.
    function test_F9_TiersChangeInPeriodsBeyond65535() external {
        Terms memory terms = _terms();
        terms.period = 1 days;
        program = _create(terms);
        _enroll(program);
        vm.warp(START + uint256(70_000) * 1 days);
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        vm.assertEq(program.partnerAt(ANA).tierPeriod, 70_001, "period");
        vm.warp(START + uint256(70_001) * 1 days);
        _fund(100e6);
        Credit[] memory credits = _credits(_credit(ANA, AFFILIATE, 1));
        _post(_sale("a", 100e6, credits));
        vm.assertEq(program.partnerAt(ANA).nextTier, 1, "tier");
        vm.assertGe(_saleLines("a")[0].amount, 1, "earns");
    }

    function test_F9_AnAccountIsReadAfterYearsOfDailyPeriods() external {
        Terms memory terms = _terms();
        terms.period = 1 days;
        program = _create(terms);
        _enroll(program);
        _postElsewhereAt("a");
        vm.warp(START + 10 * 365 days);
        _postElsewhereAt("b");
        uint256 before = gasleft();
        uint256 held = program.account(ana, address(usdc)).held;
        assertGas(before - gasleft(), 3_000_000, "gas");
        vm.assertEq(held, 15e6, "held");
    }

    function _postElsewhereAt(bytes32 id) private {
        _fund(100e6);
        _post(_sale(id, 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
    }

    function _useLimited(uint96[] memory limit) private {
        Terms memory terms = _disputeTerms();
        terms.rules.refundLimit = limit;
        // Limits name each currency.
        limit[ETH] = 1;
        program = _create(terms);
        _enroll(program);
    }

    function _overLimit(uint256 refunded) private view returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_RefundLimit.selector, address(usdc), refunded, 50e6);
    }
}
