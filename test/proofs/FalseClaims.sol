// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ONE } from "../../contracts/libraries/Constants.sol";
import { Levels } from "../../contracts/libraries/Levels.sol";
import { Periods, Schedule } from "../../contracts/libraries/Periods.sol";
import { Vesting } from "../../contracts/libraries/Vesting.sol";
import { Waterfall } from "../../contracts/libraries/Waterfall.sol";

/// @title What is not true must not be proved
/// @notice A control: were one of these proved, the prover, or what it is told, would be wrong.
contract FalseClaims {
    function nothingIsEverRoundedUp(uint256 sale, uint256 rate) external pure {
        require(sale < 2 ** 96 && rate <= ONE);
        assert(Waterfall.setAside(sale, rate) * ONE <= sale * rate);
    }

    function rolesMayTakeMoreThanTheWhole(uint256 sale, uint256 standingRate, uint256 gross) external pure {
        require(sale < 2 ** 96 && standingRate <= ONE && gross <= sale);
        assert(Waterfall.setAside(sale, standingRate) + gross <= sale);
    }

    function partIsAtMostItsBaseAtAnyRate(uint256 base, uint256 rate) external pure {
        require(base < 2 ** 96 && rate <= 2 ** 40);
        assert(Waterfall.part(base, rate, 1, 1) <= base);
    }

    function reversalIsRoundedDown(uint256 line, uint256 refunded, uint256 sale) external pure {
        require(sale > 0 && sale < 2 ** 96 && line <= sale && refunded <= sale);
        assert(Waterfall.reversed(line, refunded, sale) * sale <= line * refunded);
    }

    function periodsLockAtTheirEnd(uint256 start, uint256 length, uint256 period, uint256 time) external pure {
        require(length > 0 && length < 2 ** 32 && start < 2 ** 40 && time < 2 ** 40 && period < 2 ** 40);
        Schedule memory schedule = Schedule({ start: start, length: length, hold: 1, cuts: 0, rows: 0, rowSize: 0 });
        bool hasEnded = time >= Periods.periodStart(schedule, period + 1);
        assert(hasEnded == (period < Periods.lockedAt(schedule, time)));
    }

    function halfIsVestedHalfWay(uint64 units, uint32 cliff, uint32 half, uint32 step) external pure {
        require(half > 0 && half < 2 ** 31 && cliff <= half);
        uint256 length = 2 * uint256(half);
        assert(Vesting.vestedAfter(units, cliff, length, step, half) == units / 2);
    }

    function closingBooksLosesNothing(uint64 units, uint160 first, uint160 second) external pure {
        require(uint256(first) + second < 2 ** 160);
        uint256 apart = Levels.earned(units, first) + Levels.earned(units, second);
        assert(apart == Levels.earned(units, uint256(first) + second));
    }
}
