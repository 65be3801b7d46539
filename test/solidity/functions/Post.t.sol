// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IAccessControl } from "@openzeppelin/contracts/access/IAccessControl.sol";
import { Base } from "../Base.t.sol";
import { IProgramEvents } from "../../../contracts/interfaces/IProgramEvents.sol";
import { Credit, Line, Sale, Status, Terms } from "../../../contracts/interfaces/Types.sol";
import { Periods } from "../../../contracts/libraries/Periods.sol";
import { SaleStore } from "../../../contracts/libraries/SaleStore.sol";

contract PostTest is Base {
    function test_RevertWhen_TheCallerIsNotTheAttributor() external {
        bytes32 role = program.ATTRIBUTOR_ROLE();
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, operator, role)
        );
        vm.prank(operator);
        program.post(_batch(_one()));
    }

    function test_RevertWhen_TheProgramHasNotStarted() external {
        vm.warp(START - 1);
        _refuses(_one(), abi.encodeWithSelector(Periods.Program_NotStarted.selector, START, START - 1));
    }

    function test_RevertWhen_TheSaleIdIsZero() external {
        Sale memory sale = _one();
        sale.id = 0;
        _refuses(sale, abi.encodeWithSelector(IProgramEvents.Program_ZeroSaleId.selector));
    }

    function test_RevertGiven_TheSaleWasPostedBefore() external {
        _fund(100e6);
        _post(_one());
        _refuses(_one(), _alreadyPosted());
    }

    function test_RevertWhen_ASaleStandsTwiceInABatch() external {
        _fund(100e6);
        Sale[] memory sales = new Sale[](2);
        (sales[0], sales[1]) = (_one(), _one());
        vm.expectRevert(_alreadyPosted());
        vm.prank(attributor);
        program.post(sales);
        (uint256 amount, , , , , ) = program.saleOf("a");
        vm.assertEq(amount, 0, "posted");
    }

    function test_RevertWhen_TheKindIsUnknown() external {
        Sale memory sale = _one();
        sale.kind = 3;
        _refuses(sale, abi.encodeWithSelector(IProgramEvents.Program_UnknownKind.selector, 3));
    }

    function test_RevertWhen_TheCurrencyIndexIsUnknown() external {
        Sale memory sale = _one();
        sale.currency = 2;
        _refuses(sale, abi.encodeWithSelector(IProgramEvents.Program_UnknownCurrencyIndex.selector, 2));
    }

    function test_RevertWhen_TheCurrencyIsETHAndTheProgramTakesNone() external {
        Terms memory terms = _terms();
        terms.currencies[ETH] = address(0);
        program = _create(terms);
        Sale memory sale = _sale("a", 1, new Credit[](0));
        sale.currency = ETH;
        _refuses(sale, abi.encodeWithSelector(IProgramEvents.Program_UnknownCurrencyIndex.selector, 0));
    }

    function test_RevertWhen_TheAmountIsZero() external {
        Sale memory sale = _one();
        sale.amount = 0;
        _refuses(sale, abi.encodeWithSelector(IProgramEvents.Program_ZeroAmount.selector));
    }

    function test_RevertWhen_TheRoleIsUnknown() external {
        Sale memory sale = _sale("a", 1, _credits(_credit(ANA, 4, 1)));
        _refuses(sale, abi.encodeWithSelector(IProgramEvents.Program_UnknownRole.selector, bytes32("a"), 4));
    }

    function test_RevertWhen_AWeightIsZero() external {
        Sale memory sale = _sale("a", 1, _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, INTEGRATION, 0)));
        _refuses(sale, abi.encodeWithSelector(IProgramEvents.Program_ZeroWeight.selector, bytes32("a"), BEN));
    }

    function test_RevertWhen_APartnerIsUnknown() external {
        Sale memory sale = _sale("a", 1, _credits(_credit(4, INTEGRATION, 1)));
        _refuses(sale, abi.encodeWithSelector(IProgramEvents.Program_UnknownPartner.selector, 4));
        sale.credits[0].partner = 0;
        _refuses(sale, abi.encodeWithSelector(IProgramEvents.Program_UnknownPartner.selector, 0));
    }

    function test_RevertGiven_APartnerIsSuspended() external {
        vm.prank(operator);
        program.setStatus(BEN, Status.Suspended, "");
        _refuses(
            _sale("a", 1, _credits(_credit(BEN, INTEGRATION, 1))),
            abi.encodeWithSelector(IProgramEvents.Program_PartnerNotActive.selector, BEN, Status.Suspended)
        );
    }

    function test_RevertWhen_ThereAreMoreLinesThanASaleCanHold() external {
        _fund(100e6);
        Credit[] memory credits = new Credit[](34);
        for (uint256 i = 0; i < 34; ++i) credits[i] = _credit(ANA, INTEGRATION, 1);
        _refuses(
            _sale("a", 100e6, credits),
            abi.encodeWithSelector(SaleStore.Program_TooManyLines.selector, 34, 33)
        );
    }

    function test_RevertGiven_TheFundsDoNotCoverLinesAndStandingLines() external {
        _fund(17e6 - 1);
        _refuses(_one(), _notFunded(17e6 - 1, 17e6));
    }

    function test_RevertGiven_TheFundsDoNotCoverTheBatch() external {
        _fund(34e6 - 1);
        Sale[] memory sales = new Sale[](2);
        (sales[0], sales[1]) = (_one(), _one());
        sales[1].id = "b";
        vm.expectRevert(_notFunded(34e6 - 1, 34e6));
        vm.prank(attributor);
        program.post(sales);
        (uint256 amount, , , , , ) = program.saleOf("a");
        vm.assertEq(amount, 0, "posted");
    }

    function test_GivenTheFundsCoverIt() external {
        _fund(20e6);
        Line[] memory lines = new Line[](1);
        lines[0] = Line({ partner: ana, role: INTEGRATION, rate: 15 * PERCENT, amount: 15e6 });
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramEvents.SalePosted("a", INITIAL, address(usdc), 100e6, address(0), 2e6, lines);
        _post(_one());
        vm.assertEq(program.solvency()[USDC].funds, 3e6, "funds");
        vm.assertEq(program.solvency()[USDC].owed, 20e6, "owed");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 100e6, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).brought, 2e6, "brought");
        vm.assertEq(program.statement(ana, address(usdc), 0).earned, 15e6, "earned");
        vm.assertEq(program.statement(ana, address(usdc), 0).held, 15e6, "held");
        _assertSolvent(program);
    }

    function test_RevertGiven_NoPaymentOfThisPayerWaits() external {
        _paySale("a", INITIAL, 100e6);
        Sale memory sale = _one();
        sale.payer = stranger;
        _refuses(sale, _notPaid(stranger));
    }

    function test_RevertGiven_ThePaymentWasUsed() external {
        _paySale("a", INITIAL, 100e6);
        vm.warp(START + 3 * uint256(PERIOD));
        program.releasePayment("a", customer);
        Sale memory sale = _one();
        sale.payer = customer;
        _refuses(sale, _notPaid(customer));
    }

    function test_RevertGiven_ThePaymentIsOfAnotherKind() external {
        _paySale("a", RENEWAL, 100e6);
        _refusesPaid(100e6, 100e6);
    }

    function test_RevertGiven_ThePaymentIsInAnotherCurrency() external {
        _paySale("a", INITIAL, 100e6);
        Sale memory sale = _one();
        sale.payer = customer;
        sale.currency = ETH;
        _refuses(sale, _mismatch(100e6, 100e6));
    }

    function test_RevertGiven_ThePaymentIsOfAnotherAmount() external {
        _paySale("a", INITIAL, 100e6 - 1);
        _refusesPaid(100e6 - 1, 100e6);
    }

    function test_GivenThePaymentFits() external {
        _fund(1e6);
        _paySale("a", INITIAL, 100e6);
        Sale memory sale = _one();
        sale.payer = customer;
        Line[] memory lines = new Line[](1);
        lines[0] = Line({ partner: ana, role: INTEGRATION, rate: 15 * PERCENT, amount: 15e6 });
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramEvents.SalePosted("a", INITIAL, address(usdc), 100e6, customer, 85e6, lines);
        _post(sale);
        vm.assertEq(program.solvency()[USDC].funds, 1e6, "funds");
        vm.assertEq(program.solvency()[USDC].owed, 101e6, "owed");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 100e6, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).brought, 85e6, "brought");
        _assertSolvent(program);
    }

    function _one() private pure returns (Sale memory) {
        return _sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1)));
    }

    function _refuses(Sale memory sale, bytes memory expected) private {
        vm.expectRevert(expected);
        _post(sale);
    }

    function _refusesPaid(uint256 paid, uint256 posted) private {
        Sale memory sale = _one();
        sale.payer = customer;
        _refuses(sale, _mismatch(paid, posted));
    }

    function _mismatch(uint256 paid, uint256 posted) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IProgramEvents.Program_PaymentMismatch.selector,
                bytes32("a"),
                paid,
                posted
            );
    }

    function _notPaid(address payer) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramEvents.Program_NotPaid.selector, bytes32("a"), payer);
    }

    function _notFunded(uint256 funds, uint256 owed) private view returns (bytes memory) {
        return
            abi.encodeWithSelector(IProgramEvents.Program_NotFunded.selector, address(usdc), funds, owed);
    }

    function _alreadyPosted() private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramEvents.Program_SaleAlreadyPosted.selector, bytes32("a"));
    }
}
