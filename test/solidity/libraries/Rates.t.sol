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
        vm.assertEq(Rates.capped(sum, ceiling, commission), least * commission, "rate");
    }

    function test_MissingRolesAreSharedInProportion() external pure {
        _renormalises([uint256(1e11), 100_000, 350_000, 1e12], [uint256(1e11) * 450_000, 100_000], "all to one");
        _renormalises([uint256(1e11), 250_000, 200_000, 1e12], [uint256(1e11) * 450_000, 250_000], "a part");
        _renormalises([uint256(100_001e6), 100_004, 77_777, 1e12], [uint256(100_001e6) * 177_781, 100_004], "exact");
        _renormalises([uint256(1e11), 100_000, 350_000, 3e11], [uint256(3e11), 1], "its ceiling");
        _renormalises([uint256(1e11), 100_000, 350_000, 45e10], [uint256(45e10), 1], "just its ceiling");
        _renormalises([uint256(0), 1, 1e6, 1e12], [uint256(0), 1], "nothing of nothing");
        _renormalises([uint256(1e12), 1, 16e6, 1e12], [uint256(1e12), 1], "at the limits");
    }

    /// @dev Where each filled role earns its base, together they earn what all roles would have, to the last part.
    function test_MissingRolesAreSharedInWhole(uint24 a, uint24 b, uint24 missing) external pure {
        (a, b, missing) = (a % 300_001, b % 300_001, missing % 400_001);
        vm.assume(a > 0 && missing > 0);
        uint256 filled = uint256(a) + b;
        (uint256 first, uint256 under) = Rates.renormalised(uint256(a) * 1e6, filled, missing, 1e12);
        (uint256 second, ) = Rates.renormalised(uint256(b) * 1e6, filled, missing, 1e12);
        vm.assume(under == filled);
        vm.assertEq(first + second, (filled + missing) * 1e6 * filled, "all of it");
    }

    /// @param given Rate, filled, missing, most.
    function _renormalises(uint256[4] memory given, uint256[2] memory expected, string memory what) private pure {
        (uint256 numerator, uint256 denominator) = Rates.renormalised(given[0], given[1], given[2], given[3]);
        vm.assertEq(numerator, expected[0], what);
        vm.assertEq(denominator, expected[1], what);
    }
}
