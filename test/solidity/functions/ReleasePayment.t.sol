// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramPayments } from "../../../contracts/interfaces/IProgramPayments.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { ShownSale } from "../../../contracts/interfaces/Types.sol";
import { Credit } from "../support/Sales.sol";

contract ReleasePaymentTest is Base {
    /// @dev The payment's own period, one of hold, and one more.
    uint256 private constant UNTIL = START + 3 * uint256(PERIOD);

    function test_RevertGiven_NoSuchPayment() external {
        _paySale("a", INITIAL, 100e6);
        vm.expectRevert(_notPaid(stranger));
        program.releasePayment("a", stranger, _noSale());
    }

    function test_RevertGiven_ThePaymentWasAttributed() external {
        _paySale("a", INITIAL, 100e6);
        _postPaid(_sale("a", 100e6, new Credit[](0)));
        vm.warp(UNTIL);
        vm.expectRevert(_notPaid(customer));
        program.releasePayment("a", customer, _noSale());
    }

    function test_RevertGiven_ThePaymentWasReleased() external {
        _paySale("a", INITIAL, 100e6);
        vm.warp(UNTIL);
        program.releasePayment("a", customer, _noSale());
        vm.expectRevert(_notPaid(customer));
        program.releasePayment("a", customer, _noSale());
    }

    function test_GivenTheSaleWasPostedAsPaidElsewhere() external {
        _paySale("a", INITIAL, 100e6);
        _fund(2e6);
        _post(_sale("a", 100e6, new Credit[](0)));
        ShownSale memory sale = _shown("a");
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPayments.PaymentReleased("a", customer, true);
        program.releasePayment("a", customer, sale);
        _assertPaidBack(customer);
    }

    function test_GivenTheProgramHoldsNothingAndTheSaleWasPostedAsPaidElsewhere() external {
        Terms memory terms = _terms();
        terms.holdPeriods = 0;
        program = _create(terms);
        _paySale("a", INITIAL, 100e6);
        _fund(2e6);
        _post(_sale("a", 100e6, new Credit[](0)));
        program.releasePayment("a", customer, _noSale());
        _assertPaidBack(customer);
    }

    function test_GivenTheSaleWasPostedAsPaidByAnother() external {
        _paySale("a", INITIAL, 100e6);
        _give(stranger, 100e6);
        vm.prank(stranger);
        program.paySale("a", INITIAL, address(usdc), 100e6);
        _postPaid(_sale("a", 100e6, new Credit[](0)));
        program.releasePayment("a", stranger, _noSale());
        _assertPaidBack(stranger);
    }

    function test_RevertGiven_NothingIsLeftOfTheSale() external {
        _paySale("a", INITIAL, 100e6);
        _fund(2e6);
        _post(_sale("a", 100e6, new Credit[](0)));
        _refund("r", "a", 100e6);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NothingLeft.selector, bytes32("a")));
        program.releasePayment("a", customer, _shown("a"));
    }

    function test_RevertWhen_AnotherSaleIsShown() external {
        _paySale("a", INITIAL, 100e6);
        _fund(2e6);
        _post(_sale("b", 100e6, new Credit[](0)));
        ShownSale memory sale = _shown("b");
        _expectUnknown("a");
        program.releasePayment("a", customer, sale);
        // Nor does it help to call it by the payment's name.
        sale.id = "a";
        _expectUnknown("a");
        program.releasePayment("a", customer, sale);
    }

    function test_RevertWhen_ItIsOneSecondTooEarly() external {
        vm.warp(START + PERIOD - 1);
        _paySale("a", INITIAL, 100e6);
        vm.warp(UNTIL - 1);
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_PaymentPending.selector, bytes32("a"), UNTIL));
        program.releasePayment("a", customer, _noSale());
    }

    function test_WhenTheTimeIsOver() external {
        _paySale("a", RENEWAL, 100e6);
        vm.warp(UNTIL);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramPayments.PaymentReleased("a", customer, false);
        vm.prank(stranger);
        program.releasePayment("a", customer, _noSale());
        vm.assertEq(program.bucketAt(address(usdc), RENEWAL, UNTIL).revenue, 100e6, "revenue");
        vm.assertEq(program.claimable(customer, address(usdc)), 0, "claimable");
        vm.assertEq(program.solvency()[USDC].owed, 100e6, "owed");
    }

    function _notPaid(address payer) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NotPaid.selector, bytes32("a"), payer);
    }

    function _assertPaidBack(address payer) private {
        vm.assertEq(program.claimable(payer, address(usdc)), 100e6, "claimable");
        program.claim(payer, address(usdc));
        vm.assertEq(usdc.balanceOf(payer), 100e6, "paid back");
        _assertSolvent(program);
    }

    function _expectUnknown(bytes32 id) private {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownSale.selector, id));
    }
}
