// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Power, ShownSale } from "../../../contracts/interfaces/Types.sol";
import { ETHER } from "../../../contracts/libraries/Constants.sol";
import { SaleWords } from "../../../contracts/libraries/SaleWords.sol";
import { Sale } from "../support/Sales.sol";

contract PostPaidTest is Base {
    function test_RevertWhen_TheCallerIsNotTheAttributor() external {
        _expectRefusal(_missing(operator, Power.Attributor));
        _postTo(program, operator, address(usdc), _batch(_one()), _payers(customer));
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
        program.releasePayment("a", customer, _noSale());
        _refuses(customer, _notPaid(customer));
    }

    function test_RevertGiven_ThePaymentWasUsed() external {
        _paySale("a", INITIAL, 100e6);
        _postPaid(_one());
        _refuses(customer, _notPaid(customer));
    }

    function test_RevertGiven_AnotherPaymentOfTheSaleWasUsed() external {
        _paySale("a", INITIAL, 100e6);
        _give(stranger, 100e6);
        vm.prank(stranger);
        program.paySale("a", INITIAL, address(usdc), 100e6);
        _postPaid(_one());
        _refuses(stranger, abi.encodeWithSelector(IProgramErrors.Program_SaleAlreadyPosted.selector, bytes32("a")));
    }

    function test_GivenTheSaleWasPostedAsPaidElsewhere() external {
        _paySale("a", INITIAL, 100e6);
        _fund(100e6);
        _post(_one());
        _postPaid(_one());
        vm.assertEq(program.statement(ana, address(usdc), 0).net, 30e6, "until one is void");
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
        _postPaid(_one());
        ShownSale memory sale = _shown("a");
        vm.assertTrue(SaleWords.isPaidHere(sale.head), "paid here");
        vm.assertEq(SaleWords.lines(sale.head), 1, "lines");
        vm.assertEq(sale.words.length, 2, "words");
        vm.assertEq(SaleWords.lineAmount(sale.words[0]), 15e6, "line");
        vm.assertEq(sale.words[1], uint160(customer), "payer");
        vm.assertEq(program.solvency()[USDC].funds, 1e6, "funds");
        vm.assertEq(program.solvency()[USDC].owed, 101e6, "owed");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 100e6, "revenue");
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).setAside, 85e6, "setAside");
        _assertSolvent(program);
    }

    function test_GivenASingleUnitWasPaid() external {
        _paySale("a", INITIAL, 1);
        _postPaid(_sale("a", 1, _credits(_credit(ANA, INTEGRATION, 1))));
        vm.assertEq(program.bucketAt(address(usdc), INITIAL, START).revenue, 1, "revenue");
        _assertSolvent(program);
    }

    function _one() private pure returns (Sale memory) {
        return _sale("a", 100e6, _credits(_credit(ANA, INTEGRATION, 1)));
    }

    function _refuses(address payer, bytes memory expected) private {
        _expectRefusal(expected);
        _postPaid(_one(), payer);
    }

    function _notPaid(address payer) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_NotPaid.selector, bytes32("a"), payer);
    }

    function _mismatch(uint256 paid) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgramErrors.Program_PaymentMismatch.selector, bytes32("a"), paid, 100e6);
    }
}
