// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Vesting } from "../../../contracts/libraries/Vesting.sol";
import { Vm } from "../support/Vm.sol";

/// @dev Vesting never goes back, never passes the units, and is exact at its end; a clock never runs longer than time does.
contract VestingTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function testFuzz_VestingNeverGoesBack(
        uint64 units,
        uint32 cliff,
        uint32 length,
        uint32 step,
        uint40 first,
        uint40 later
    ) external pure {
        if (later < first) (first, later) = (later, first);
        uint256 before = _vestedAfter(units, cliff, length, step, first);
        uint256 afterwards = _vestedAfter(units, cliff, length, step, later);
        vm.assertLe(before, afterwards, "goes back");
        vm.assertLe(afterwards, units, "passes the units");
    }

    function testFuzz_NothingBeforeTheCliffAndAllAtTheEnd(
        uint64 units,
        uint32 cliff,
        uint32 length,
        uint32 step,
        uint40 time
    ) external pure {
        if (cliff > 0) vm.assertEq(_vestedAfter(units, cliff, length, step, time % cliff), 0, "before the cliff");
        uint256 end = length > cliff ? length : cliff;
        vm.assertEq(_vestedAfter(units, cliff, length, step, end + time), units, "at the end");
    }

    function testFuzz_StepsAreWhole(uint64 units, uint32 length, uint32 step, uint40 time) external pure {
        vm.assume(step > 1 && length > 0);
        uint256 elapsed = time % length;
        uint256 whole = (elapsed / step) * step;
        vm.assertEq(_vestedAfter(units, 0, length, step, elapsed), (uint256(units) * whole) / length, "by whole steps");
    }

    function testFuzz_AClockRunsWithTimeOrStands(
        uint40 start,
        uint32 shift,
        uint40 stopped,
        uint32 limit,
        uint40 first,
        uint40 later
    ) external pure {
        shift = limit == 0 ? 0 : shift % limit;
        if (later < first) (first, later) = (later, first);
        uint256 before = Vesting.elapsed(start, shift, stopped, limit, first);
        uint256 afterwards = Vesting.elapsed(start, shift, stopped, limit, later);
        vm.assertLe(before, afterwards, "goes back");
        vm.assertLe(afterwards - before, later - first, "runs ahead");
        vm.assertLe(Vesting.paused(stopped, shift, limit, later), limit - shift, "stands beyond the limit");
    }

    function testFuzz_SpeedingUpPassesNoUnits(uint64 units, uint64 vested, uint24 rate) external pure {
        vested = units == 0 ? 0 : vested % units;
        rate = rate % 1_000_001;
        uint256 more = Vesting.spedUp(vested, units, rate);
        vm.assertLe(vested, more, "less");
        vm.assertLe(more, units, "more than all");
        vm.assertEq(Vesting.spedUp(vested, units, 0), vested, "nothing");
        vm.assertEq(Vesting.spedUp(vested, units, 1e6), units, "all");
    }

    function _vestedAfter(
        uint256 units,
        uint256 cliff,
        uint256 length,
        uint256 step,
        uint256 elapsed
    ) private pure returns (uint256) {
        return Vesting.vestedAfter({ units: units, cliff: cliff, length: length, step: step, elapsed_: elapsed });
    }
}
