// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Vm } from "../support/Vm.sol";
import { Bonus } from "../../../contracts/interfaces/TermsTypes.sol";
import { Rates } from "../../../contracts/libraries/Rates.sol";

contract RatesTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function test_ABonusIsItsFormula(uint96 every, uint24 add, uint24 max, uint128 measure) external pure {
        vm.assume(every > 0);
        uint256 sum = (uint256(measure) / every) * add;
        vm.assertEq(Rates.bonusOf(Bonus(every, add, max), measure), sum < max ? sum : max, "bonus");
    }

    /// @dev No measure overflows.
    function test_ABonusOfAnyMeasureIsAtMostItsMaximum(
        uint96 every,
        uint24 add,
        uint24 max,
        uint256 measure
    ) external pure {
        vm.assertLe(Rates.bonusOf(Bonus(every, add, max), measure), max, "bonus");
        vm.assertEq(Rates.bonusOf(Bonus(1, 1, max), type(uint256).max), max, "the largest measure");
        vm.assertEq(Rates.bonusOf(Bonus(1, 2, max), type(uint256).max), max, "the largest measure, by two");
    }

    function test_NoBonusAddsNothing(uint256 measure, uint24 max) external pure {
        vm.assertEq(Rates.bonusOf(Bonus(0, 0, 0), measure), 0, "none");
        vm.assertEq(Rates.bonusOf(Bonus(1, 0, max), measure), 0, "adds nothing");
    }

    function test_YearsAreFullOnTheirSecond(uint40 since, uint8 count) external pure {
        uint256 year = uint256(since) + uint256(count) * 365 days;
        vm.assertEq(Rates.fullYears(since, year), count, "on the second");
        vm.assertEq(Rates.fullYears(since, year + 365 days - 1), count, "the last second");
        if (count > 0) vm.assertEq(Rates.fullYears(since, year - 1), uint256(count) - 1, "the second before");
        if (since > 0) vm.assertEq(Rates.fullYears(since, since - 1), 0, "ahead");
    }

    function test_ARateStopsAtItsCeilingThenScales(uint24 sum, uint24 ceiling, uint24 commission) external pure {
        commission = commission % 1_000_001;
        uint256 least = sum < ceiling ? sum : ceiling;
        vm.assertEq(Rates.capped(sum, ceiling, commission), (least * commission) / 1e6, "rate");
    }

    function test_MissingRolesAreSharedInProportion() external pure {
        vm.assertEq(Rates.renormalised(100_000, 100_000, 350_000, 1e6), 450_000, "all to one");
        vm.assertEq(Rates.renormalised(100_000, 250_000, 200_000, 1e6), 180_000, "a part");
        vm.assertEq(Rates.renormalised(100_001, 100_004, 77_777, 1e6), 177_775, "floored");
        vm.assertEq(Rates.renormalised(100_000, 100_000, 350_000, 300_000), 300_000, "its ceiling");
        vm.assertEq(Rates.renormalised(0, 1, 1e6, 1e6), 0, "nothing of nothing");
        vm.assertEq(Rates.renormalised(1e6, 1, 16e6, 1e6), 1e6, "at the limits");
    }

    /// @dev Where each filled role earns its base, together they earn what all roles would have, but for rounding.
    function test_MissingRolesAreSharedInWhole(uint24 a, uint24 b, uint24 missing) external pure {
        (a, b, missing) = (a % 300_001, b % 300_001, missing % 400_001);
        vm.assume(a > 0);
        uint256 sum = Rates.renormalised(a, uint256(a) + b, missing, 1e6);
        sum += Rates.renormalised(b, uint256(a) + b, missing, 1e6);
        vm.assertLe(sum, uint256(a) + b + missing, "more than all");
        vm.assertGe(sum + 1, uint256(a) + b + missing, "more than rounding is lost");
    }
}
