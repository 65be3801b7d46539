// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../Base.t.sol";
import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { NamedLine } from "../../../contracts/interfaces/Types.sol";
import { Credit, Sale } from "../support/Sales.sol";

contract DescribeSaleTest is Base {
    function test_RevertWhen_TheSaleIsUnknown() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_UnknownSale.selector, bytes32("a")));
        program.describeSale(_shown("a"));
    }

    function test_GivenTheSaleHasOneTwoOrThreeLinesOfTheirOwnRoles() external {
        Credit memory first = _credit(ANA, LOYALTY, type(uint32).max);
        Credit memory second = _credit(BEN, INTEGRATION, 1);
        Credit memory third = _credit(CLEO, AFFILIATE, 3);
        _check("a", _credits(first));
        _check("b", _credits(first, second));
        _check("c", _credits(first, second, third));
    }

    function test_GivenTheSaleHasLinesThatShareRoles() external {
        _check("a", _credits(_credit(ANA, INTEGRATION, type(uint32).max), _credit(BEN, INTEGRATION, 1)));
        vm.assertEq(_saleLines("a")[0].amount, 14_999_999, "ana");
        vm.assertEq(_saleLines("a")[1].amount, 0, "ben");
    }

    function test_GivenTheSaleHasTheMostLines() external {
        Credit[] memory credits = new Credit[](32);
        for (uint256 i = 0; i < 32; ++i) credits[i] = _credit(1 + (i % 3), i % 2 == 0 ? INTEGRATION : LOYALTY, i + 1);
        _check("a", credits);
        vm.assertEq(_saleLines("a").length, 34, "lines");
    }

    function test_GivenTheSaleWasRefunded() external {
        _check("a", _credits(_credit(ANA, INTEGRATION, 1)));
        _refund("r", "a", 100e6);
        vm.assertEq(_saleLines("a")[0].amount, 15e6, "line");
    }

    function _check(bytes32 id, Credit[] memory credits) private {
        Sale memory sale = _sale(id, 100e6, credits);
        NamedLine[] memory expected = _preview(sale);
        _fund(100e6);
        _post(sale);
        vm.assertEq(abi.encode(_saleLines(id)), abi.encode(expected), "lines");
    }
}
