// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { Credit, Sale } from "../support/Sales.sol";

contract SaleAtTest is Base {
    function test_RevertWhen_TheSaleIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownSale.selector, bytes32("a")));
        program.saleAt(_shown("a"));
    }

    function test_GivenTheProgramHoldsLines() external {
        vm.warp(START + 5 * uint256(PERIOD) + 1);
        _postRenewal();
        _refund("r", "a", 7e6);
        _check(100e6, 7e6, RENEWAL, address(usdc), 5, START + 7 * uint256(PERIOD));
    }

    function test_GivenTheProgramHoldsNothing() external {
        Terms memory terms = _terms();
        terms.holdPeriods = 0;
        program = _create(terms);
        vm.warp(START + 11 days);
        _postRenewal();
        _check(100e6, 0, RENEWAL, address(usdc), 0, START + 10 days);
    }

    function _postRenewal() private {
        _fund(100e6);
        Sale memory sale = _sale("a", 100e6, new Credit[](0));
        sale.kind = RENEWAL;
        _post(sale);
    }

    function _check(
        uint256 amount,
        uint256 refunded,
        uint8 kind,
        address currency,
        uint256 period,
        uint256 locksAt
    ) private view {
        (uint256 a, uint256 r, uint256 k, address c, uint256 p, uint256 l, ) = program.saleAt(_shown("a"));
        vm.assertEq(a, amount, "amount");
        vm.assertEq(r, refunded, "refunded");
        vm.assertEq(k, kind, "kind");
        vm.assertEq(c, currency, "currency");
        vm.assertEq(p, period, "period");
        vm.assertEq(l, locksAt, "locks at");
    }
}
