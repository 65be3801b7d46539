// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Vm } from "../support/Vm.sol";
import { Limits } from "../../../contracts/libraries/Limits.sol";

contract LimitsTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function test_AThresholdIsItsFormula(uint96 counted, uint96 base, uint96 threshold) external pure {
        uint256 sum = uint256(counted) + base;
        uint256 after_ = sum > threshold ? sum - threshold : 0;
        uint256 before = counted > threshold ? counted - threshold : 0;
        vm.assertEq(Limits.beyond(counted, base, threshold), after_ - before, "beyond");
    }

    function test_AThresholdOfNothingCountsAll(uint96 counted, uint96 base) external pure {
        vm.assertEq(Limits.beyond(counted, base, 0), base, "beyond");
    }

    function test_AThresholdCountsOnceHoweverItIsCut(uint96 base, uint96 cut, uint96 threshold) external pure {
        cut = base == 0 ? 0 : cut % base;
        uint256 parts = Limits.beyond(0, cut, threshold) + Limits.beyond(cut, base - cut, threshold);
        vm.assertEq(parts, Limits.beyond(0, base, threshold), "beyond");
    }

    function test_ACapIsItsFormula(uint96 capped, uint96 raw, uint256 cap) external pure {
        uint256 earned = Limits.within(capped, raw, cap);
        vm.assertLe(earned, raw, "more than was earned");
        if (capped <= cap) vm.assertLe(capped + earned, cap, "over the cap");
        else vm.assertEq(earned, 0, "beyond the cap");
        if (uint256(capped) + raw <= cap) vm.assertEq(earned, raw, "below the cap all counts");
    }

    function test_ACapStopsToTheUnitHoweverItIsCut(uint96 raw, uint96 cut, uint96 cap) external pure {
        cut = raw == 0 ? 0 : cut % raw;
        uint256 first = Limits.within(0, cut, cap);
        uint256 second = Limits.within(first, raw - cut, cap);
        vm.assertEq(first + second, raw < cap ? raw : cap, "earned");
    }

    function test_AGuaranteeIsItsFormula(uint96 fee, uint96 minimum, uint96 earned) external pure {
        uint256 whole = uint256(earned) + Limits.due(fee, minimum, earned);
        uint256 withFee = uint256(earned) + fee;
        vm.assertEq(whole, withFee > minimum ? withFee : minimum, "the larger of both");
    }

    function test_SumsStopAtWhatTheBooksHold() external pure {
        vm.assertEq(Limits.saturated(0), 0, "nothing");
        vm.assertEq(Limits.saturated(uint256(type(uint96).max) - 1), type(uint96).max - 1, "one less");
        vm.assertEq(Limits.saturated(type(uint96).max), type(uint96).max, "the most");
        vm.assertEq(Limits.saturated(uint256(type(uint96).max) + 1), type(uint96).max, "one more");
    }
}
