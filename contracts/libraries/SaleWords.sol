// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title What a posted sale is: its head, and a word for each line
/// @notice From the lowest bit:
/// ```
/// head   amount 96 | segment 20 | kind 4 | currency 3 | paid here 1 | lines 6 | standing rate 20 | time 40 | batch 32 | place 16
/// line   partner 20 | role 4 | rate 20 | weight 32 | amount 96 | counts 1
/// ```
/// A line's rate is in whole ppm, rounded down, for people: its amount follows from the exact one, and is what is frozen.
/// The standing rate is the sum of those on the sale's kind when it was posted, ppm. `time` is when the sale occurred. A line
/// counts where it is the first of its partner in a sale that graduations or milestones count.
library SaleWords {
    uint256 internal constant MAX_LINES = 33;
    uint256 internal constant MAX_SEGMENTS = 1 << 20;

    uint256 internal constant SEGMENT_AT = 96;
    uint256 internal constant KIND_AT = 116;
    uint256 internal constant CURRENCY_AT = 120;
    uint256 internal constant PAID_AT = 123;
    uint256 internal constant LINES_AT = 124;
    uint256 internal constant STANDING_AT = 130;
    uint256 internal constant TIME_AT = 150;
    uint256 internal constant BATCH_AT = 190;
    uint256 internal constant PLACE_AT = 222;

    uint256 internal constant ROLE_AT = 20;
    uint256 internal constant RATE_AT = 24;
    uint256 internal constant WEIGHT_AT = 44;
    uint256 internal constant AMOUNT_AT = 76;
    uint256 internal constant COUNTS_AT = 172;

    /* HEAD */

    function amount(uint256 head) internal pure returns (uint256) {
        return head & type(uint96).max;
    }

    function segment(uint256 head) internal pure returns (uint256) {
        return (head >> SEGMENT_AT) & 0xFFFFF;
    }

    function kind(uint256 head) internal pure returns (uint256) {
        return (head >> KIND_AT) & 0xF;
    }

    function currency(uint256 head) internal pure returns (uint256) {
        return (head >> CURRENCY_AT) & 0x7;
    }

    function isPaidHere(uint256 head) internal pure returns (bool) {
        return (head >> PAID_AT) & 1 == 1;
    }

    function lines(uint256 head) internal pure returns (uint256) {
        return (head >> LINES_AT) & 0x3F;
    }

    function standingRate(uint256 head) internal pure returns (uint256) {
        return (head >> STANDING_AT) & 0xFFFFF;
    }

    /// @notice When the sale occurred.
    function time(uint256 head) internal pure returns (uint256) {
        return (head >> TIME_AT) & type(uint40).max;
    }

    /// @notice The batch, and the place in it in the lowest 16 bits: what tells a sale from all others.
    function place(uint256 head) internal pure returns (uint256) {
        return (((head >> BATCH_AT) & type(uint32).max) << 16) | ((head >> PLACE_AT) & type(uint16).max);
    }

    /* LINES */

    function partner(uint256 line) internal pure returns (uint256) {
        return line & 0xFFFFF;
    }

    function role(uint256 line) internal pure returns (uint256) {
        return (line >> ROLE_AT) & 0xF;
    }

    function rate(uint256 line) internal pure returns (uint256) {
        return (line >> RATE_AT) & 0xFFFFF;
    }

    function weight(uint256 line) internal pure returns (uint256) {
        return (line >> WEIGHT_AT) & type(uint32).max;
    }

    function lineAmount(uint256 line) internal pure returns (uint256) {
        return (line >> AMOUNT_AT) & type(uint96).max;
    }

    function counts(uint256 line) internal pure returns (uint256) {
        return (line >> COUNTS_AT) & 1;
    }

    /// @notice The same line of another partner, for whom the sale is not known to count.
    function withPartner(uint256 line, uint256 partner_) internal pure returns (uint256) {
        return (line & ~(uint256(0xFFFFF) | (1 << COUNTS_AT))) | partner_;
    }

    /* LEAVES */

    /// @notice The hash of the log that told of a sale, topics and data.
    /// @param selector Of `SalePosted`.
    function leaf(bytes32 selector, bytes32 id, uint256 head, uint256[] memory words) internal pure returns (bytes32) {
        return keccak256(bytes.concat(selector, id, abi.encode(head, words)));
    }
}
