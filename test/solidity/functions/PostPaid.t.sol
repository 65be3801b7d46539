// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IAccessControl } from "@openzeppelin/contracts/access/IAccessControl.sol";
import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { IProgramSales } from "../../../contracts/interfaces/IProgramSales.sol";
import { Line } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { Sale } from "../support/Sales.sol";

contract PostPaidTest is Base {
    function test_RevertWhen_TheCallerIsNotTheAttributor() external {
        bytes32 role = program.ATTRIBUTOR_ROLE();
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, operator, role)
        );
        vm.prank(operator);
        program.postPaid(address(usdc), _batch(_one()), _payers(customer), 0);
    }

    function test_RevertWhen_ThereIsNotOnePayerForEachSale() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_PayersMismatch.selector, 1, 2));
        vm.prank(attributor);
        program.postPaid(address(usdc), _batch(_one()), new address[](2), 0);
    }

    function test_RevertWhen_APayerIsZero() external {
        _refuses(address(0), abi.encodeWithSelector(IProgramErrors.Program_ZeroAddress.selector));
    }

    function test_RevertGiven_NoPaymentOfThisPayerWaits() external {
        _paySale("a", INITIAL, 100e6);
        _refuses(stranger, _notPaid(stranger));
    }

    function test_RevertGiven_ThePaymentWasReleased() external {
        _paySale("a", INITIAL, 100e6);
        vm.warp(START + 3 * uint256(PERIOD));
        program.releasePayment("a", customer);
        _refuses(customer, _notPaid(customer));
    }

    function test_RevertGiven_ThePaymentWasUsed() external {
        _paySale("a", INITIAL, 100e6);
        _postPaid(_one());
        _refuses(customer, _notPaid(customer));
    }

    function test_RevertGiven_TheSaleWasPostedAsPaidElsewhere() external {
        _paySale("a", INITIAL, 100e6);
        _fund(100e6);
        _post(_one());
        _refuses(customer, abi.encodeWithSelector(IProgramErrors.Program_SaleAlreadyPosted.selector, bytes32("a")));
    }

    function test_RevertGiven_ThePaymentIsOfAnotherKind() external {
        _paySale("a", RENEWAL, 100e6);
        _refuses(customer, _mismatch(100e6));
    }

    function test_RevertGiven_ThePaymentIsInAnotherCurrency() external {
        vm.deal(customer, 100e6);
        vm.prank(customer);
        program.paySale{ value: 100e6 }("a", INITIAL, ETHER, 100e6);
        _refuses(customer, _mismatch(100e6));
    }

    function test_RevertGiven_ThePaymentIsOfAnotherAmount() external {
        _paySale("a", INITIAL, 100e6 - 1);
        _refuses(customer, _mismatch(100e6 - 1));
    }

    function test_GivenThePaymentFits() external {
        _fund(1e6);
        _paySale("a", INITIAL, 100e6);
        Line[] memory lines = new Line[](1);
        lines[0] = Line({ partner: ana, role: INTEGRATION, rate: 15 * PERCENT, amount: 15e6 });
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramSales.PaymentUsed("a", customer);
        vm.expectEmit(true, true, true, true, address(program));
        emit IProgramSales.SalePosted("a", INITIAL, address(usdc), 100e6, 85e6, lines);
        _postPaid(_one());
        vm.assertEq(program.solvency()[USDC].funds, 1e6, "funds");
        vm.assertEq(program.solvency()[USDC].owed, 101e6, "owed");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 100e6, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 85e6, "setAside");
        _assertSolvent(program);
    }

    function test_WhenEvidenceIsGiven() external {
        _paySale("a", INITIAL, 100e6);
        vm.recordLogs();
        vm.prank(attributor);
        program.postPaid(address(usdc), _batch(_one()), _payers(customer), "evidence");
        _assertGivenFirst("evidence");
    }

    function _one() private pure returns (Sale memory) {
        return _sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1)));
    }

    function _refuses(address payer, bytes memory expected) private {
        vm.expectRevert(expected);
        vm.prank(attributor);
        program.postPaid(address(usdc), _batch(_one()), _payers(payer), 0);
    }

    function _notPaid(address payer) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NotPaid.selector, bytes32("a"), payer);
    }

    function _mismatch(uint256 paid) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_PaymentMismatch.selector, bytes32("a"), paid, 100e6);
    }
}
