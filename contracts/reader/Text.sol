// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";

/// @title Numbers, dates and ids as people write them
library Text {
    using Strings for uint256;

    /* JOINING */

    /// @dev As functions of their own, for `string.concat` makes code for each literal that it is given.
    function join(string memory a, string memory b) internal pure returns (string memory) {
        return string.concat(a, b);
    }

    function join(string memory a, string memory b, string memory c) internal pure returns (string memory) {
        return join(join(a, b), c);
    }

    function join(
        string memory a,
        string memory b,
        string memory c,
        string memory d
    ) internal pure returns (string memory) {
        return join(join(a, b), join(c, d));
    }

    function join(
        string memory a,
        string memory b,
        string memory c,
        string memory d,
        string memory e
    ) internal pure returns (string memory) {
        return join(join(a, b), join(c, d), e);
    }

    /* NUMBERS, DATES, IDS */

    /// @notice An amount in whole units, with two places at least where the currency has them: 99.00, 6.665333, 1200.
    function decimal(uint256 amount, uint256 decimals) internal pure returns (string memory) {
        return _point({ value: amount, places: decimals, least: decimals < 2 ? decimals : 2 });
    }

    /// @notice Parts per million as a percentage: 15 %, 2.5 %.
    function percent(uint256 rate) internal pure returns (string memory) {
        return string.concat(_point({ value: rate, places: 4, least: 0 }), " %");
    }

    /// @notice `1 period`, `3 periods`.
    function counted(uint256 count, string memory what) internal pure returns (string memory) {
        return join(count.toString(), " ", what, count == 1 ? "" : "s");
    }

    /// @notice A length of time in its largest whole unit.
    function duration(uint256 seconds_) internal pure returns (string memory) {
        if (seconds_ % 1 days == 0) return counted(seconds_ / 1 days, "day");
        if (seconds_ % 1 hours == 0) return counted(seconds_ / 1 hours, "hour");
        return counted(seconds_, "second");
    }

    /// @dev Zeros at the end are left out, but for the first `least` places.
    function _point(uint256 value, uint256 places, uint256 least) private pure returns (string memory) {
        while (places > least && value % 10 == 0) {
            value /= 10;
            --places;
        }
        if (places == 0) return value.toString();
        bytes memory fraction = new bytes(places);
        uint256 rest = value % 10 ** places;
        for (uint256 i = places; i > 0; --i) {
            // Safe: a digit.
            fraction[i - 1] = bytes1(uint8(48 + (rest % 10)));
            rest /= 10;
        }
        return string.concat((value / 10 ** places).toString(), ".", string(fraction));
    }

    /// @notice A time in seconds as `2026-03-02 10:00:00 UTC`; the seconds are left out where they are none.
    function time(uint256 seconds_) internal pure returns (string memory) {
        uint256 inDay = seconds_ % 1 days;
        string memory clock = string.concat(_two(inDay / 1 hours), ":", _two((inDay / 1 minutes) % 60));
        if (inDay % 60 > 0) clock = string.concat(clock, ":", _two(inDay % 60));
        return string.concat(_date(seconds_ / 1 days), " ", clock, " UTC");
    }

    /// @dev The civil date of a day since 1970-01-01, by eras of 400 years from March on.
    function _date(uint256 day) private pure returns (string memory) {
        uint256 shifted = day + 719_468;
        uint256 era = shifted / 146_097;
        uint256 dayOfEra = shifted % 146_097;
        uint256 year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        uint256 dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100);
        uint256 fromMarch = (5 * dayOfYear + 2) / 153;
        uint256 month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        year += era * 400 + (month < 3 ? 1 : 0);
        uint256 dayOfMonth = dayOfYear - (153 * fromMarch + 2) / 5 + 1;
        return string.concat(year.toString(), "-", _two(month), "-", _two(dayOfMonth));
    }

    function _two(uint256 number) private pure returns (string memory) {
        return string.concat(number < 10 ? "0" : "", number.toString());
    }

    /// @notice An external id as logs have it: the text itself up to 31 bytes, else its keccak256; `0x…` of 32 bytes as it is.
    function toTopic(string memory id) internal pure returns (bytes32) {
        bytes memory text = bytes(id);
        if (text.length == 66) {
            (bool isHex, uint256 value) = Strings.tryParseHexUint(id);
            if (isHex) return bytes32(value);
        }
        return text.length < 32 ? bytes32(text) : keccak256(text);
    }

    /// @notice The text of an id, or its hash as `0x…`.
    function idOf(bytes32 topic) internal pure returns (string memory) {
        return isText(topic) ? asText(topic) : uint256(topic).toHexString(32);
    }

    /// @notice Whether a word is text with zeros behind it.
    function isText(bytes32 word) internal pure returns (bool) {
        uint256 size = _sizeOf(word);
        if (size == 0 || size == 32) return false;
        for (uint256 i = 0; i < size; ++i) {
            if (word[i] < 0x20 || word[i] == 0x7f) return false;
        }
        return word << (8 * size) == 0;
    }

    /// @notice What stands before a word's first zero.
    function asText(bytes32 word) internal pure returns (string memory) {
        bytes memory text = bytes.concat(word);
        uint256 size = _sizeOf(word);
        // Memory-safe: it only shortens.
        assembly ("memory-safe") {
            mstore(text, size)
        }
        return string(text);
    }

    function _sizeOf(bytes32 word) private pure returns (uint256 size) {
        while (size < 32 && word[size] != 0) ++size;
    }
}
