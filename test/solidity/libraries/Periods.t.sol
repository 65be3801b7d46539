// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../../../contracts/interfaces/IProgramErrors.sol";
import { PlainPeriods } from "../support/PlainPeriods.sol";
import { Vm } from "../support/Vm.sol";
import { Periods, Schedule, Segment } from "../../../contracts/libraries/Periods.sol";
import { PackedTerms } from "../../../contracts/terms/PackedTerms.sol";
import {
    AT_HOLD,
    AT_KINDS,
    AT_PERIOD,
    AT_ROWS,
    AT_ROWS_OFFSET,
    AT_START,
    HEADER_SIZE
} from "../../../contracts/terms/TermsLayout.sol";

contract PeriodsTest {
    using Periods for Schedule;

    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint256 private constant START = 1_767_225_600;
    uint256 private constant DAY = 1 days;

    /// @dev What the search by halves finds is what a walk along all cuts finds, at and around every cut and in between.
    function test_HalvesFindWhatAWalkFinds(uint256 seed) external pure {
        (uint256[] memory cuts, uint256 length) = _randomCuts(seed, 254);
        _compare({ cuts: cuts, length: length, seed: seed });
    }

    function test_HalvesFindWhatAWalkFindsAmongTheMostCuts() external pure {
        uint256[] memory cuts = new uint256[](254);
        for (uint256 i = 0; i < cuts.length; ++i) cuts[i] = START + (i + 1) * DAY;
        // Every 30th on a period's start; all of them; none; all in one period.
        _compare({ cuts: cuts, length: 30 * DAY, seed: 1 });
        _compare({ cuts: cuts, length: DAY, seed: 2 });
        _compare({ cuts: cuts, length: 256 * DAY, seed: 3 });
        _compare({ cuts: cuts, length: DAY + 1 hours, seed: 4 });
    }

    function _compare(uint256[] memory cuts, uint256 length, uint256 seed) private pure {
        Schedule memory schedule = _schedule(length, 1, cuts, 1 + (seed % 16));
        _compareAt(schedule, cuts, START);
        _compareAt(schedule, cuts, START + (seed % (300 * length)));
        for (uint256 i = 0; i < cuts.length; i += 1 + (seed % 9)) {
            _compareAt(schedule, cuts, cuts[i] - 1);
            _compareAt(schedule, cuts, cuts[i]);
            _compareAt(schedule, cuts, cuts[i] + length / 3);
        }
        if (cuts.length > 0) _compareAt(schedule, cuts, cuts[cuts.length - 1] + 9 * length);
    }

    function _compareAt(Schedule memory schedule, uint256[] memory cuts, uint256 time) private pure {
        Segment memory segment = schedule.segmentAt(time);
        Segment memory plain = PlainPeriods.segmentAt(cuts, START, schedule.length, time);
        vm.assertEq(abi.encode(segment), abi.encode(plain), "by time");
        plain = PlainPeriods.segmentOf(cuts, START, schedule.length, segment.ordinal);
        vm.assertEq(abi.encode(schedule.segmentOf(segment.ordinal)), abi.encode(plain), "by number");
        plain = PlainPeriods.segmentAt(cuts, START, schedule.length, segment.end);
        vm.assertEq(abi.encode(schedule.next(segment)), abi.encode(plain), "next");
    }

    /// @dev Numbers and segments are each other's inverse, and `next` is the segment at the end.
    function test_SegmentsAreNumberedInOrder(uint256 seed, uint256 time) external pure {
        (uint256[] memory cuts, uint256 length) = _randomCuts(seed, 20);
        Schedule memory schedule = _schedule(length, (seed >> 16) % 3, cuts, 1 + (seed % 16));
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
        (uint256[] memory cuts, uint256 length) = _randomCuts(seed, 20);
        Schedule memory schedule = _schedule(length, 1, cuts, 1 + (seed % 16));
        Segment memory segment = schedule.segmentOf(0);
        vm.assertEq(segment.start, START, "first second");
        for (uint256 ordinal = 0; ordinal < 60; ++ordinal) {
            vm.assertEq(abi.encode(schedule.segmentOf(ordinal)), abi.encode(segment), "by number");
            uint256 row = 0;
            while (row < cuts.length && cuts[row] <= segment.start) ++row;
            vm.assertEq(segment.row, row, "row");
            bool cut = row < cuts.length && cuts[row] < segment.end;
            vm.assertEq(cut, false, "a cut inside a segment");
            segment = schedule.next(segment);
        }
    }

    function test_ACutInsideAPeriodSplitsItOnTheSecond() external pure {
        Schedule memory schedule = _schedule(30 * DAY, 1, _cuts(START + 10 * DAY, START + 20 * DAY), 3);
        _check(schedule, START + 10 * DAY - 1, 0, START, START + 10 * DAY, 0);
        _check(schedule, START + 10 * DAY, 1, START + 10 * DAY, START + 20 * DAY, 1);
        _check(schedule, START + 10 * DAY + 1, 1, START + 10 * DAY, START + 20 * DAY, 1);
        _check(schedule, START + 20 * DAY, 2, START + 20 * DAY, START + 30 * DAY, 2);
        _check(schedule, START + 30 * DAY, 3, START + 30 * DAY, START + 60 * DAY, 2);
    }

    function test_ACutOnAPeriodsStartSplitsNothing() external pure {
        Schedule memory schedule = _schedule(30 * DAY, 1, _cuts(START + 30 * DAY, START + 90 * DAY), 3);
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

    /// @dev Up to `most` cuts in rising order, some on the starts of periods, some a second beside them, some close together.
    function _randomCuts(uint256 seed, uint256 most) private pure returns (uint256[] memory cuts, uint256 length) {
        length = 1 hours + (seed % 90) * 12 hours;
        cuts = new uint256[]((seed >> 32) % (most + 1));
        uint256 time = START;
        for (uint256 i = 0; i < cuts.length; ++i) {
            uint256 part = uint256(keccak256(abi.encode(seed, i)));
            uint256 next = time + 1 + (part % (part % 4 == 0 ? length / 5 : length * 3));
            uint256 periodStart = next - ((next - START) % length);
            if (part % 3 == 0 && periodStart > time) next = periodStart;
            if (part % 5 == 0 && periodStart > time + 1) next = periodStart - 1;
            cuts[i] = time = next;
        }
    }

    function _schedule(uint256 length, uint256 hold) private pure returns (Schedule memory) {
        return _schedule(length, hold, new uint256[](0), 1);
    }

    /// @dev Of terms that hold nothing else, packed by hand. `TermsRoundTrip` shows that the packer makes such rows.
    function _schedule(
        uint256 length,
        uint256 hold,
        uint256[] memory cuts,
        uint256 kinds
    ) private pure returns (Schedule memory) {
        bytes memory packed = new bytes(HEADER_SIZE + (cuts.length + 1) * (6 + kinds * 3) + 32);
        _put(packed, AT_START, START, 5);
        _put(packed, AT_PERIOD, length, 4);
        _put(packed, AT_HOLD, hold, 1);
        _put(packed, AT_KINDS, kinds, 1);
        _put(packed, AT_ROWS, cuts.length + 1, 1);
        _put(packed, AT_ROWS_OFFSET, HEADER_SIZE, 2);
        uint256 inner = 0;
        for (uint256 row = 0; row <= cuts.length; ++row) {
            uint256 time = row == 0 ? START : cuts[row - 1];
            if ((time - START) % length != 0) ++inner;
            uint256 offset = HEADER_SIZE + row * (6 + kinds * 3);
            _put(packed, offset, time, 5);
            _put(packed, offset + 5, inner, 1);
            // Rates, of which nothing must be read.
            for (uint256 i = 6; i < 6 + kinds * 3; ++i) packed[offset + i] = 0xff;
        }
        return PackedTerms.schedule(packed);
    }

    function _put(bytes memory packed, uint256 offset, uint256 value, uint256 size) private pure {
        for (uint256 i = 0; i < size; ++i) packed[offset + i] = bytes1(uint8(value >> (8 * (size - 1 - i))));
    }

    function _cuts(uint256 a, uint256 b) private pure returns (uint256[] memory cuts) {
        cuts = new uint256[](2);
        (cuts[0], cuts[1]) = (a, b);
    }
}
