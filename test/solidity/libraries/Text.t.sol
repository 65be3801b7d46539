// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Page } from "../../../contracts/reader/Sentences.sol";
import { Text } from "../../../contracts/reader/Text.sol";
import { Vm } from "../support/Vm.sol";

contract TextTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /* AMOUNTS */

    function test_AmountsOfSixDecimals() external pure {
        _assertDecimal(0, 6, "0.00");
        _assertDecimal(1, 6, "0.000001");
        _assertDecimal(10, 6, "0.00001");
        _assertDecimal(10_000, 6, "0.01");
        _assertDecimal(100_000, 6, "0.10");
        _assertDecimal(1_000_000, 6, "1.00");
        _assertDecimal(1_500_000, 6, "1.50");
        _assertDecimal(1_050_000, 6, "1.05");
        _assertDecimal(1_005_000, 6, "1.005");
        _assertDecimal(6_665_333, 6, "6.665333");
        _assertDecimal(1_000_000_000_000, 6, "1000000.00");
        _assertDecimal(type(uint96).max, 6, "79228162514264337593543.950335");
    }

    function test_AmountsOfOtherDecimals() external pure {
        _assertDecimal(0, 0, "0");
        _assertDecimal(1200, 0, "1200");
        _assertDecimal(1200, 1, "120.0");
        _assertDecimal(1205, 1, "120.5");
        _assertDecimal(1200, 2, "12.00");
        _assertDecimal(1205, 2, "12.05");
        _assertDecimal(1200, 3, "1.20");
        _assertDecimal(1201, 3, "1.201");
        _assertDecimal(1, 18, "0.000000000000000001");
        _assertDecimal(1.2 ether, 18, "1.20");
    }

    function test_Percentages() external pure {
        vm.assertEq(Text.percent(0), "0 %", "none");
        vm.assertEq(Text.percent(1), "0.0001 %", "a millionth");
        vm.assertEq(Text.percent(25_000), "2.5 %", "a part");
        vm.assertEq(Text.percent(123_456), "12.3456 %", "all places");
        vm.assertEq(Text.percent(150_000), "15 %", "whole");
        vm.assertEq(Text.percent(1e6), "100 %", "the whole");
        vm.assertEq(Text.percent(1_048_575), "104.8575 %", "more");
    }

    /* TIMES */

    function test_Times() external pure {
        vm.assertEq(Text.time(0), "1970-01-01 00:00 UTC", "the first");
        vm.assertEq(Text.time(59), "1970-01-01 00:00:59 UTC", "seconds");
        vm.assertEq(Text.time(60), "1970-01-01 00:01 UTC", "a minute");
        vm.assertEq(Text.time(86_399), "1970-01-01 23:59:59 UTC", "the last of a day");
        vm.assertEq(Text.time(951_782_400), "2000-02-29 00:00 UTC", "a leap day of a century that has one");
        vm.assertEq(Text.time(1_709_164_800), "2024-02-29 00:00 UTC", "a leap day");
        vm.assertEq(Text.time(1_709_251_199), "2024-02-29 23:59:59 UTC", "its end");
        vm.assertEq(Text.time(1_709_251_200), "2024-03-01 00:00 UTC", "the day after");
        vm.assertEq(Text.time(1_735_689_599), "2024-12-31 23:59:59 UTC", "the end of a leap year");
        vm.assertEq(Text.time(1_767_225_600), "2026-01-01 00:00 UTC", "a year");
        vm.assertEq(Text.time(1_772_445_600), "2026-03-02 10:00 UTC", "an hour");
        vm.assertEq(Text.time(4_107_542_399), "2100-02-28 23:59:59 UTC", "the last of a February");
        vm.assertEq(Text.time(4_107_542_400), "2100-03-01 00:00 UTC", "of a century that has no leap day");
        vm.assertEq(Text.time(type(uint40).max), "36812-02-20 00:36:15 UTC", "the latest");
    }

    /// @dev Against a calendar that counts years and months one by one, for 1970 to 2470.
    function testFuzz_DatesAreTheCalendars(uint256 day) external pure {
        day %= 365 * 500;
        uint256 left = day;
        uint256 year = 1970;
        while (left >= _daysOf(year)) left -= _daysOf(year++);
        uint256 month = 1;
        while (left >= _daysOf(year, month)) left -= _daysOf(year, month++);
        string memory expected = string.concat(vm.toString(year), "-", _two(month), "-", _two(left + 1));
        vm.assertEq(Text.time(day * 1 days), string.concat(expected, " 00:00 UTC"), "date");
    }

    function test_Lengths() external pure {
        vm.assertEq(Text.duration(1 days), "1 day", "a day");
        vm.assertEq(Text.duration(90 days), "90 days", "days");
        vm.assertEq(Text.duration(1 hours), "1 hour", "an hour");
        vm.assertEq(Text.duration(25 hours), "25 hours", "hours");
        vm.assertEq(Text.duration(1), "1 second", "a second");
        vm.assertEq(Text.duration(3601), "3601 seconds", "seconds");
        vm.assertEq(Text.counted(0, "sale"), "0 sales", "none");
    }

    /* IDS */

    function test_Ids() external pure {
        vm.assertEq(Text.idOf("S-1002"), "S-1002", "text");
        vm.assertEq(Text.idOf(0), "0x0000000000000000000000000000000000000000000000000000000000000000", "nothing");
        bytes32 hash = keccak256("S-1002");
        vm.assertEq(Text.idOf(hash), vm.toString(hash), "a hash");
        vm.assertTrue(!Text.isText("12345678901234567890123456789012"), "32 bytes");
        vm.assertTrue(Text.isText("1234567890123456789012345678901"), "31 bytes");
        vm.assertEq(Text.asText("12345678901234567890123456789012"), "12345678901234567890123456789012", "all of it");
    }

    /* PAGES */

    function test_APageGrows() external pure {
        Page memory page;
        for (uint256 i = 0; i < 100; ++i) page.add(vm.toString(i));
        string[] memory words = page.done();
        vm.assertEq(words.length, 100, "sentences");
        for (uint256 i = 0; i < 100; ++i) vm.assertEq(words[i], vm.toString(i), "sentence");
    }

    /* HELPERS */

    function _assertDecimal(uint256 amount, uint256 decimals, string memory expected) private pure {
        vm.assertEq(Text.decimal(amount, decimals), expected, expected);
    }

    function _daysOf(uint256 year) private pure returns (uint256) {
        return _isLeap(year) ? 366 : 365;
    }

    function _daysOf(uint256 year, uint256 month) private pure returns (uint256) {
        if (month == 2) return _isLeap(year) ? 29 : 28;
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    function _isLeap(uint256 year) private pure returns (bool) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    function _two(uint256 number) private pure returns (string memory) {
        return string.concat(number < 10 ? "0" : "", vm.toString(number));
    }
}
