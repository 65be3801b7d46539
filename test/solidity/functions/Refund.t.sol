// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramDisputes } from "../../../contracts/interfaces/IProgramDisputes.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Power, Refund } from "../../../contracts/interfaces/Types.sol";
import { Credit, Sale } from "../support/Sales.sol";
import { Vm } from "../support/Vm.sol";

contract RefundTest is Base {
    function test_RevertWhen_TheCallerIsNotTheAttributor() external {
        vm.expectRevert(_missing(arbiter, Power.Attributor));
        vm.prank(arbiter);
        program.refund(new Refund[](0), 0);
    }

    function test_RevertWhen_TheSaleIsUnknown() external {
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_UnknownSale.selector, bytes32("a")));
        _refund("r", "a", 1);
    }

    function test_GivenTheRefundWasMadeBefore() external {
        _postElsewhere(100e6);
        Refund[] memory refunds = _refunds("r", "a", 10e6);
        _send(refunds);
        _expectSkipped("r", _tagOf(0, "r"));
        _send(refunds);
        vm.assertEq(_stateOf("a").refunded, 10e6, "refunded once");
        // With the tag as it is, the same id is another refund.
        _refund("r", "a", 10e6);
        vm.assertEq(_stateOf("a").refunded, 20e6, "refunded twice");
        vm.assertEq(_stateOf("a").tag, _tagOf(_tagOf(0, "r"), "r"), "tag");
    }

    function test_GivenItWasMadeBeforeOfASaleAmongOthers() external {
        _fund(200e6);
        Sale[] memory sales = new Sale[](2);
        sales[0] = _sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1)));
        sales[1] = _sale("b", 100e6, _credits(_credit(BEN, INTEGRATION, 1)));
        _postAll(sales);
        Refund[] memory refunds = _refunds("r", "b", 10e6);
        _send(refunds);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.RefundSkipped("b", "r", 1, 1, _tagOf(0, "r"));
        _send(refunds);
    }

    function test_GivenAnotherRefundWasMadeSince() external {
        _postElsewhere(100e6);
        Refund[] memory stale = _refunds("r", "a", 100e6);
        _refund("q", "a", 1);
        _expectSkipped("r", _tagOf(0, "q"));
        _send(stale);
        vm.assertEq(_stateOf("a").refunded, 1, "refunded");
        // What would be wrong with it is not looked at.
        vm.warp(START + 2 * uint256(PERIOD));
        stale[0].amount = 0;
        _expectSkipped("r", _tagOf(0, "q"));
        _send(stale);
    }

    function test_WhenSomeOfSeveralAreSkipped() external {
        _postElsewhere(100e6);
        _fund(100e6);
        _post(_sale("b", 100e6, _credits(_credit(ANA, INTEGRATION, 1))));
        _refund("r", "a", 10e6);
        Refund[] memory refunds = new Refund[](3);
        refunds[0] = Refund({ sale: _shown("a"), id: "r", tag: 0, amount: 10e6, reason: "again" });
        refunds[1] = Refund({ sale: _shown("b"), id: "s", tag: 0, amount: 20e6, reason: "new" });
        refunds[2] = Refund({ sale: _shown("b"), id: "t", tag: _tagOf(0, "s"), amount: 5e6, reason: "after it" });
        _send(refunds);
        vm.assertEq(_stateOf("a").refunded, 10e6, "a");
        vm.assertEq(_stateOf("b").refunded, 25e6, "b");
        vm.assertEq(_stateOf("b").tag, _tagOf(_tagOf(0, "s"), "t"), "tag");
        _assertSolvent(program);
    }

    function test_WhenEvidenceIsGiven() external {
        _postElsewhere(100e6);
        Refund[] memory refunds = _refunds("r", "a", 1);
        vm.recordLogs();
        vm.prank(attributor);
        program.refund(refunds, "evidence");
        Vm.Log memory first = vm.getRecordedLogs()[0];
        vm.assertEq(first.topics[0], IProgramDisputes.EvidenceGiven.selector, "event");
        vm.assertEq(first.topics[1], "evidence", "evidence");
    }

    function test_RevertWhen_TheAmountIsZero() external {
        _postElsewhere(100e6);
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_ZeroAmount.selector));
        _refund("r", "a", 0);
    }

    function test_RevertWhen_TheAmountIsAboveWhatIsLeft() external {
        _postElsewhere(100e6);
        _refund("r", "a", 40e6);
        _expectRefusal(
            abi.encodeWithSelector(IProgramErrors.Program_RefundTooLarge.selector, bytes32("a"), 60e6 + 1, 60e6)
        );
        _refund("q", "a", 60e6 + 1);
    }

    function test_RevertWhen_ItIsTheSecondOfTheLock() external {
        _postElsewhere(100e6);
        uint256 locks = START + 2 * uint256(PERIOD);
        vm.warp(locks);
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_SaleLocked.selector, bytes32("a"), locks));
        _refund("r", "a", 1);
    }

    function test_WhenItIsTheSecondBeforeTheLock() external {
        _postElsewhere(100e6);
        vm.warp(START + 2 * uint256(PERIOD) - 1);
        _refund("r", "a", 100e6);
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 0, "reversed");
    }

    function test_RevertGiven_TheProgramHoldsNothing() external {
        Terms memory terms = _terms();
        terms.holdPeriods = 0;
        program = _create(terms);
        _enroll(program);
        vm.warp(START + 1);
        _postElsewhere(100e6);
        _expectRefusal(abi.encodeWithSelector(IProgramErrors.Program_SaleLocked.selector, bytes32("a"), START));
        _refund("r", "a", 1);
    }

    function test_WhenTheRefundIsPartial_TheSaleWasPaidElsewhere() external {
        _postElsewhere(100e6);
        uint256[] memory reversed = new uint256[](2);
        (reversed[0], reversed[1]) = (1_500_001, 1_000_001);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.SaleRefunded("a", "r", 1, 0, 10_000_001, 2_700_002, 200_000, reversed, "returned");
        _refund("r", "a", 10_000_001);
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 13_499_999, "ana");
        vm.assertEq(program.statement(ben, address(usdc), 0).held, 8_999_999, "ben");
        vm.assertEq(program.solvency()[USDC].funds, 73e6 + 2_700_002, "funds");
        vm.assertEq(program.solvency()[USDC].owed, 100e6, "owed");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 89_999_999, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 1_800_000, "setAside");
        vm.assertEq(_stateOf("a").refunded, 10_000_001, "refunded");
        vm.assertEq(_stateOf("a").tag, _tagOf(0, "r"), "tag");
        _assertSolvent(program);
    }

    function test_WhenPartialRefundsAddUpToTheWhole_TheSaleWasPaidElsewhere() external {
        _postElsewhere(100e6);
        _refund("r1", "a", 1);
        _refund("r2", "a", 33_333_333);
        _refund("r3", "a", 66_666_666);
        _assertNothingLeft(100e6);
    }

    function test_WhenTheRefundIsOfTheWhole() external {
        _postElsewhere(99_999_999);
        _refund("r", "a", 99_999_999);
        _assertNothingLeft(100e6);
    }

    function test_WhenTheRefundIsPartial_TheSaleWasPaidOnChain() external {
        _postOnChain(100e6);
        _refund("r", "a", 10e6);
        vm.assertEq(program.claimable(customer, address(usdc)), 10e6, "payer");
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 13_500_000, "ana");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 67_500_000, "setAside");
        vm.assertEq(program.solvency()[USDC].owed, 100e6, "owed");
        program.claim(customer, address(usdc));
        vm.assertEq(usdc.balanceOf(customer), 10e6, "paid back");
        _assertSolvent(program);
    }

    function test_WhenLinesRoundedUpGiveBackMoreThanIsRefunded() external {
        Terms memory terms = _terms();
        uint8 seller = _withSeller(terms);
        terms.standing[MODERATORS].rates[0] = 0;
        program = _create(terms);
        _enroll(program);
        _paySale("a", INITIAL, 100);
        Sale memory sale = _sale("a", 100, _credits(_credit(ANA, seller, 1), _credit(BEN, seller, 1)));
        _postPaid(sale);
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 0, "setAside before");
        _refund("r", "a", 3);
        vm.assertEq(program.claimable(customer, address(usdc)), 3, "payer");
        vm.assertEq(program.statement(ana, address(usdc), 0).held, 48, "ana");
        vm.assertEq(program.statement(ben, address(usdc), 0).held, 48, "ben");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 1, "kept");
        vm.assertEq(program.solvency()[USDC].owed, 100, "owed");
        _refund("q", "a", 97);
        vm.assertEq(program.claimable(customer, address(usdc)), 100, "payer, in all");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 0, "setAside after");
        _assertSolvent(program);
    }

    function test_WhenPartialRefundsAddUpToTheWhole_TheSaleWasPaidOnChain() external {
        _postOnChain(100e6);
        _refund("r1", "a", 1);
        _refund("r2", "a", 33_333_333);
        _refund("r3", "a", 66_666_666);
        vm.assertEq(program.claimable(customer, address(usdc)), 100e6, "payer");
        _assertNothingLeft(0);
    }

    function test_GivenTheRateOfAPartnerChangedSince() external {
        _fund(100e6);
        _post(_sale("a", 100e6, _credits(_credit(ANA, AFFILIATE, 1))));
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        vm.warp(START + PERIOD);
        _refund("r", "a", 50e6);
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 5e6, "reversed");
        vm.assertEq(_saleLines("a")[0].rate, 10 * PERCENT, "rate");
    }

    function test_GivenTheSalesSegmentIsClosed() external {
        _postElsewhere(100e6);
        vm.warp(START + PERIOD);
        _pay(INITIAL, 1e6);
        _refund("r", "a", 50e6);
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 50e6, "closed");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 1e6, "closed, setAside");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START + PERIOD).revenue, 1e6, "running");
        vm.assertEq(program.solvency()[USDC].owed, 101e6, "owed");
        _assertSolvent(program);
    }

    function test_GivenTheSaleHasManyLines() external {
        _fund(100e6);
        Credit[] memory credits = new Credit[](5);
        for (uint256 i = 0; i < 5; ++i) credits[i] = _credit(1 + (i % 3), i < 3 ? INTEGRATION : LOYALTY, 1 + i);
        _post(_sale("a", 100e6, credits));
        _refund("r", "a", 100e6);
        _assertNothingLeft(100e6);
        vm.assertEq(program.statement(cleo, address(usdc), 0).held, 0, "cleo");
    }

    function _send(Refund[] memory refunds) private {
        vm.prank(attributor);
        program.refund(refunds, 0);
    }

    function _expectSkipped(bytes32 id, uint64 tag) private {
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramDisputes.RefundSkipped("a", id, 1, 0, tag);
    }

    function _tagOf(uint64 before, bytes32 id) private pure returns (uint64) {
        return uint64(uint256(keccak256(abi.encode(before, id))));
    }

    /// @dev Ana takes 15 %, Ben 10 %, moderators 2 %.
    function _postElsewhere(uint96 amount) private {
        _fund(100e6);
        _post(_sale("a", amount, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, AFFILIATE, 1))));
    }

    function _postOnChain(uint96 amount) private {
        _paySale("a", INITIAL, amount);
        Sale memory sale = _sale("a", amount, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, AFFILIATE, 1)));
        _postPaid(sale);
    }

    function _assertNothingLeft(uint256 funds) private view {
        vm.assertEq(program.statement(ana, address(usdc), 0).held, 0, "ana");
        vm.assertEq(program.statement(ben, address(usdc), 0).held, 0, "ben");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 0, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 0, "setAside");
        vm.assertEq(program.solvency()[USDC].funds, funds, "funds");
        vm.assertEq(program.solvency()[USDC].owed, 100e6, "owed");
        _assertSolvent(program);
    }
}
