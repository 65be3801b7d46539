// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { Vm } from "../support/Vm.sol";
import { Periods, Schedule, Segment } from "../../../contracts/libraries/Periods.sol";

contract PeriodsTest {
    using Periods for Schedule;

    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint256 private constant START = 1_767_225_600;
    uint256 private constant DAY = 1 days;

    /// @dev Numbers and segments are each other's inverse, and `next` is the segment at the end.
    function test_SegmentsAreNumberedInOrder(uint256 seed, uint256 time) external pure {
        Schedule memory schedule = _random(seed);
        time = START + (time % (schedule.length * 300));
        Segment memory segment = schedule.segmentAt(time);
        vm.assertTrue(segment.start <= time && time < segment.end, "the time is in its segment");
        vm.assertEq(segment.period, (time - START) / schedule.length, "period");
        vm.assertEq(abi.encode(schedule.segmentOf(segment.ordinal)), abi.encode(segment), "by its number");
        vm.assertEq(abi.encode(schedule.segmentAt(segment.start)), abi.encode(segment), "by its first second");
        vm.assertEq(abi.encode(schedule.segmentAt(segment.end - 1)), abi.encode(segment), "by its last second");
        Segment memory following = schedule.next(segment);
        vm.assertEq(abi.encode(following), abi.encode(schedule.segmentAt(segment.end)), "next");
        vm.assertEq(following.ordinal, segment.ordinal + 1, "numbers are consecutive");
    }

    /// @dev From the first segment on, steps, numbers and times agree, and rows count the cuts that passed.
    function test_NextMeetsEverySegment(uint256 seed) external pure {
        Schedule memory schedule = _random(seed);
        Segment memory segment = schedule.segmentOf(0);
        vm.assertEq(segment.start, START, "first second");
        for (uint256 ordinal = 0; ordinal < 60; ++ordinal) {
            vm.assertEq(abi.encode(schedule.segmentOf(ordinal)), abi.encode(segment), "by number");
            uint256 row = 0;
            while (row < schedule.cuts.length && schedule.cuts[row] <= segment.start) ++row;
            vm.assertEq(segment.row, row, "row");
            bool cut = row < schedule.cuts.length && schedule.cuts[row] < segment.end;
            vm.assertEq(cut, false, "a cut inside a segment");
            segment = schedule.next(segment);
        }
    }

    function test_ACutInsideAPeriodSplitsItOnTheSecond() external pure {
        Schedule memory schedule = _schedule(30 * DAY, 1);
        schedule.cuts = _cuts(START + 10 * DAY, START + 20 * DAY);
        _check(schedule, START + 10 * DAY - 1, 0, START, START + 10 * DAY, 0);
        _check(schedule, START + 10 * DAY, 1, START + 10 * DAY, START + 20 * DAY, 1);
        _check(schedule, START + 10 * DAY + 1, 1, START + 10 * DAY, START + 20 * DAY, 1);
        _check(schedule, START + 20 * DAY, 2, START + 20 * DAY, START + 30 * DAY, 2);
        _check(schedule, START + 30 * DAY, 3, START + 30 * DAY, START + 60 * DAY, 2);
    }

    function test_ACutOnAPeriodsStartSplitsNothing() external pure {
        Schedule memory schedule = _schedule(30 * DAY, 1);
        schedule.cuts = _cuts(START + 30 * DAY, START + 90 * DAY);
        _check(schedule, START + 30 * DAY - 1, 0, START, START + 30 * DAY, 0);
        _check(schedule, START + 30 * DAY, 1, START + 30 * DAY, START + 60 * DAY, 1);
        _check(schedule, START + 60 * DAY, 2, START + 60 * DAY, START + 90 * DAY, 1);
        _check(schedule, START + 90 * DAY, 3, START + 90 * DAY, START + 120 * DAY, 2);
    }

    function test_PeriodsLockOnTheSecond(uint8 hold, uint16 period) external pure {
        Schedule memory schedule = _schedule(30 * DAY, hold);
        uint256 locks = schedule.lockTime(period);
        vm.assertEq(locks, START + (uint256(period) + 1 + hold) * 30 * DAY, "lock time");
        vm.assertEq(schedule.lockedAt(locks), uint256(period) + 1, "locked from its second on");
        vm.assertLe(schedule.lockedAt(locks - 1), period, "held until the second before");
    }

    function test_NothingIsLockedInTheFirstPeriods() external pure {
        Schedule memory schedule = _schedule(30 * DAY, 2);
        vm.assertEq(schedule.lockedAt(START), 0, "first second");
        vm.assertEq(schedule.lockedAt(START + 90 * DAY - 1), 0, "last second");
        vm.assertEq(schedule.lockedAt(START + 90 * DAY), 1, "then");
    }

    function test_RevertWhen_TheTimeIsBeforeTheStart() external {
        vm.expectRevert(abi.encodeWithSelector(IProgramErrors.Program_NotStarted.selector, START, START - 1));
        this.periodAt(START - 1);
        vm.assertEq(this.periodAt(START), 0, "first second");
    }

    function test_TheYear2106AndBeyond() external pure {
        Schedule memory schedule = _schedule(1 hours, 1);
        uint256 edge = uint256(type(uint32).max);
        for (uint256 time = edge - 1; time <= edge + 2; ++time) {
            Segment memory segment = schedule.segmentAt(time);
            vm.assertEq(segment.period, (time - START) / 1 hours, "period");
        }
        vm.assertEq(schedule.segmentAt(START + 30_000 * 365 * DAY).period, 30_000 * 365 * 24, "30,000 years");
    }

    function periodAt(uint256 time) external pure returns (uint256) {
        return _schedule(30 * DAY, 1).periodAt(time);
    }

    function _check(
        Schedule memory schedule,
        uint256 time,
        uint256 ordinal,
        uint256 start,
        uint256 end,
        uint256 row
    ) private pure {
        Segment memory segment = schedule.segmentAt(time);
        vm.assertEq(segment.ordinal, ordinal, "ordinal");
        vm.assertEq(segment.start, start, "start");
        vm.assertEq(segment.end, end, "end");
        vm.assertEq(segment.row, row, "row");
    }

    /// @dev Up to 20 cuts, some on the starts of periods, some a second beside them, in rising order.
    function _random(uint256 seed) private pure returns (Schedule memory schedule) {
        schedule = _schedule(1 hours + (seed % 90) * 12 hours, (seed >> 16) % 3);
        uint256 count = (seed >> 32) % 21;
        schedule.cuts = new uint256[](count);
        uint256 time = START;
        for (uint256 i = 0; i < count; ++i) {
            uint256 part = uint256(keccak256(abi.encode(seed, i)));
            uint256 next = time + 1 + (part % (schedule.length * 3));
            uint256 periodStart = next - ((next - START) % schedule.length);
            if (part % 3 == 0 && periodStart > time) next = periodStart;
            if (part % 5 == 0 && periodStart > time + 1) next = periodStart - 1;
            schedule.cuts[i] = time = next;
        }
    }

    function _schedule(uint256 length, uint256 hold) private pure returns (Schedule memory) {
        return Schedule({ start: START, length: length, hold: hold, cuts: new uint256[](0) });
    }

    function _cuts(uint256 a, uint256 b) private pure returns (uint256[] memory cuts) {
        cuts = new uint256[](2);
        (cuts[0], cuts[1]) = (a, b);
    }
}
