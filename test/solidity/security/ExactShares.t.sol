// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PricingBase } from "../support/PricingBase.sol";
import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { NamedLine } from "../../../contracts/interfaces/Types.sol";
import { TO_OTHERS } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";

/// @dev Each line is rounded once.
contract ExactSharesTest is PricingBase {
    /// @dev The same stack of a commission of 25 %, on a sale of 3,600, with trust unfilled and shared by the others.
    function test_F11_AValueStackWithoutTrustIsSharedToTheLastUnit() external {
        Terms memory terms = _bareTerms();
        terms.commission = 25 * PERCENT;
        uint24[6] memory rates = [uint24(10), 15, 10, 30, 20, 15];
        for (uint256 i = 0; i < 6; ++i) _withRole(terms, _role("role", rates[i] * PERCENT));
        terms.roles[2].missing = TO_OTHERS;
        terms.ceiling = 25 * PERCENT;
        _use(terms);
        Credit[] memory credits = _credits(_credit(ANA, 0, 1), _credit(BEN, 1, 1), _credit(CLEO, 3, 1));
        Credit[] memory all = new Credit[](5);
        for (uint256 i = 0; i < 3; ++i) all[i] = credits[i];
        (all[3], all[4]) = (_credit(ANA, 4, 1), _credit(BEN, 5, 1));
        NamedLine[] memory lines = _price(INITIAL, 3_600e6, all);
        uint16[6] memory amounts = [100, 150, 300, 200, 150, 2_700];
        for (uint256 i = 0; i < 6; ++i) vm.assertEq(lines[i].amount, uint256(amounts[i]) * 1e6, "share");
        vm.assertEq(lines[0].rate, 27_777, "shown in whole ppm");
        // Of a sale that nothing divides, less than a unit a line is left.
        lines = _price(INITIAL, 3_600_000_001, all);
        uint256 sum = 0;
        for (uint256 i = 0; i < 5; ++i) sum += lines[i].amount;
        vm.assertGe(sum + 5, 900_000_000, "rounded once");
        vm.assertLe(sum, 900_000_000, "within the ceiling");
    }

    /// @dev A third of a third, of a sale of 10^18: nothing is lost to whole ppm.
    function test_F11_ACommissionIsNotRoundedBeforeTheLine() external {
        Terms memory terms = _bareTerms();
        terms.commission = 333_333;
        _withRole(terms, _role("role", 333_333));
        _use(terms);
        NamedLine[] memory lines = _price(INITIAL, 1e18, _credits(_credit(ANA, 0, 1)));
        vm.assertEq(lines[0].amount, 111_110_888_889e6, "exact");
        vm.assertEq(lines[0].rate, 111_110, "shown");
    }

    /// @dev Terms whose exact rates add up to their ceiling, which rates in whole ppm would not reach.
    function test_F11_TheWorstCaseIsWorkedOutFromExactRates() external {
        Terms memory terms = _bareTerms();
        terms.commission = 333_333;
        for (uint256 i = 0; i < 3; ++i) _withRole(terms, _role("role", 333_333));
        terms.ceiling = 333_332;
        vm.expectPartialRevert(ITermsErrors.Terms_PaysOverCeiling.selector);
        factory.create(terms, "", 0);
        terms.ceiling = 333_333;
        _use(terms);
        Credit[] memory credits = _credits(_credit(ANA, 0, 1), _credit(BEN, 1, 1), _credit(CLEO, 2, 1));
        NamedLine[] memory lines = _price(INITIAL, 1e18, credits);
        uint256 sum = lines[0].amount + lines[1].amount + lines[2].amount;
        vm.assertEq(sum, 333_332_666_667e6, "all three");
        vm.assertLe(sum, (1e18 * uint256(terms.ceiling)) / 1e6, "within the ceiling");
    }
}
