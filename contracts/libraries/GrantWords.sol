// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Leave, NewGrant } from "../interfaces/EquityTypes.sol";

/// @dev A grant's first word: holder 160 | units 64 | class 8 | flags 24. Flags have a claim look up what it needs and no more.
type Head is uint256;

/// @dev Its second, how it vests: start 40 | cliff 32 | length 32 | step 32 | stopped 40 | shift 32 | single 24 | double 24.
type Clock is uint256;

/// @dev Its third, what most have nothing of: withholding 24 | kind of leave 8 | its date 40 | contingent units 64 | called until 40.
type Extra is uint256;

using GrantWords for Head global;
using GrantWords for Clock global;
using GrantWords for Extra global;

/// @dev Something was owed, or told apart as paid.
uint256 constant HAS_DUES = 1;
/// @dev Made before any exit.
uint256 constant HAS_TRIGGERS = 2;
/// @dev Its third word has something.
uint256 constant HAS_EXTRA = 4;
/// @dev Its units vote.
uint256 constant SEATED = 8;
/// @dev Its leave is booked.
uint256 constant LEFT = 16;
/// @dev Its units were called.
uint256 constant CALLED = 32;
/// @dev It is of a plan without catching up.
uint256 constant IN_FLOW = 64;

/// @title A grant, read and written as words
/// @dev Narrowing is safe wherever it stands: it cuts the other fields off.
library GrantWords {
    uint256 private constant FLAGS_AT = 232;
    uint256 private constant STOPPED_AT = 136;
    uint256 private constant CONTINGENT_AT = 72;
    uint256 private constant CALLED_AT = 136;

    /* HEAD */

    function headOf(NewGrant calldata terms) internal pure returns (Head) {
        return
            Head.wrap(uint256(uint160(terms.holder)) | (uint256(terms.units) << 160) | (uint256(terms.class) << 224));
    }

    function holder(Head self) internal pure returns (address) {
        return address(uint160(Head.unwrap(self)));
    }

    function units(Head self) internal pure returns (uint256) {
        return uint64(Head.unwrap(self) >> 160);
    }

    function class(Head self) internal pure returns (uint256) {
        return uint8(Head.unwrap(self) >> 224);
    }

    function has(Head self, uint256 flag) internal pure returns (bool) {
        return Head.unwrap(self) & (flag << FLAGS_AT) != 0;
    }

    function with(Head self, uint256 flag) internal pure returns (Head) {
        return Head.wrap(Head.unwrap(self) | (flag << FLAGS_AT));
    }

    function without(Head self, uint256 flag) internal pure returns (Head) {
        return Head.wrap(Head.unwrap(self) & ~(flag << FLAGS_AT));
    }

    /// @param lost At most its units.
    function drop(Head self, uint256 lost) internal pure returns (Head) {
        return Head.wrap(Head.unwrap(self) - (lost << 160));
    }

    function move(Head self, address to) internal pure returns (Head) {
        return Head.wrap(((Head.unwrap(self) >> 160) << 160) | uint160(to));
    }

    /* CLOCK */

    function clockOf(NewGrant calldata terms) internal pure returns (Clock) {
        uint256 low =
            uint256(terms.start) |
                (uint256(terms.cliff) << 40) |
                (uint256(terms.length) << 72) |
                (uint256(terms.step) << 104);
        return Clock.wrap(low | (uint256(terms.single) << 208) | (uint256(terms.double) << 232));
    }

    function start(Clock self) internal pure returns (uint256) {
        return uint40(Clock.unwrap(self));
    }

    function cliff(Clock self) internal pure returns (uint256) {
        return uint32(Clock.unwrap(self) >> 40);
    }

    function length(Clock self) internal pure returns (uint256) {
        return uint32(Clock.unwrap(self) >> 72);
    }

    function step(Clock self) internal pure returns (uint256) {
        return uint32(Clock.unwrap(self) >> 104);
    }

    function stopped(Clock self) internal pure returns (uint256) {
        return uint40(Clock.unwrap(self) >> STOPPED_AT);
    }

    function shift(Clock self) internal pure returns (uint256) {
        return uint32(Clock.unwrap(self) >> 176);
    }

    function single(Clock self) internal pure returns (uint256) {
        return uint24(Clock.unwrap(self) >> 208);
    }

    function double(Clock self) internal pure returns (uint256) {
        return Clock.unwrap(self) >> 232;
    }

    /// @param time Of a clock that runs; below 2^40.
    function stop(Clock self, uint256 time) internal pure returns (Clock) {
        return Clock.wrap(Clock.unwrap(self) | (time << STOPPED_AT));
    }

    /// @param shift_ Seconds that it stood still in all, below 2^32.
    function run(Clock self, uint256 shift_) internal pure returns (Clock) {
        uint256 others = Clock.unwrap(self) & ~(uint256(type(uint72).max) << STOPPED_AT);
        return Clock.wrap(others | (shift_ << 176));
    }

    /* EXTRA */

    function withholding(Extra self) internal pure returns (uint256) {
        return uint24(Extra.unwrap(self));
    }

    function kind(Extra self) internal pure returns (Leave) {
        return Leave(uint8(Extra.unwrap(self) >> 24));
    }

    function leaveAt(Extra self) internal pure returns (uint256) {
        return uint40(Extra.unwrap(self) >> 32);
    }

    function contingent(Extra self) internal pure returns (uint256) {
        return uint64(Extra.unwrap(self) >> CONTINGENT_AT);
    }

    function calledUntil(Extra self) internal pure returns (uint256) {
        return Extra.unwrap(self) >> CALLED_AT;
    }

    function withhold(Extra self, uint256 rate) internal pure returns (Extra) {
        return Extra.wrap(((Extra.unwrap(self) >> 24) << 24) | rate);
    }

    /// @param date Below 2^40.
    function leaveOn(Extra self, Leave kind_, uint256 date) internal pure returns (Extra) {
        uint256 others = Extra.unwrap(self) & ~(uint256(type(uint48).max) << 24);
        return Extra.wrap(others | (uint256(kind_) << 24) | (date << 32));
    }

    /// @param units_ Below 2^64.
    function wait(Extra self, uint256 units_) internal pure returns (Extra) {
        uint256 others = Extra.unwrap(self) & ~(uint256(type(uint64).max) << CONTINGENT_AT);
        return Extra.wrap(others | (units_ << CONTINGENT_AT));
    }

    /// @param time Below 2^40.
    function call(Extra self, uint256 time) internal pure returns (Extra) {
        uint256 others = Extra.unwrap(self) & ~(uint256(type(uint40).max) << CALLED_AT);
        return Extra.wrap(others | (time << CALLED_AT));
    }
}
