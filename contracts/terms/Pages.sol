// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ALL_KINDS, ONE } from "../libraries/Constants.sol";
import { Lists } from "../libraries/Lists.sol";
import { Rates } from "../libraries/Rates.sol";
import { PackedTerms } from "./PackedTerms.sol";
import { AT_PAGES_OFFSET } from "./TermsLayout.sol";

/// @dev One page holds this many standing lines.
uint256 constant LINES_PER_PAGE = 480;

/// @dev Bytes of a standing line's record: holder 20, kinds 2, starts 5, ends 5, offset of its rates 2, their count 1.
uint256 constant LINE_SIZE = 35;

/// @dev A standing line as it is stored. `rates` is the packed table, 3 bytes a year.
struct StoredLine {
    address holder;
    uint256 kinds;
    uint256 starts;
    uint256 ends;
    bytes rates;
}

/// @title Standing lines in data contracts
/// @notice Lines are packed into pages, the code of contracts that hold nothing else: records first, then rate tables.
library Pages {
    using Lists for uint256[];
    using PackedTerms for bytes;

    /// @dev The byte before a page's data: STOP, so that a call to a page does nothing.
    uint256 private constant PREFIX = 1;

    /// @notice Reads one standing line, whatever their number.
    function line(bytes memory packed, uint256 index) internal view returns (StoredLine memory) {
        address source = packed.addressAt(packed.number(AT_PAGES_OFFSET, 2) + (index / LINES_PER_PAGE) * 20);
        bytes memory record = _read(source, (index % LINES_PER_PAGE) * LINE_SIZE, LINE_SIZE);
        return _decode(record, 0, _read(source, record.number(32, 2), record.number(34, 1) * 3));
    }

    /// @notice Reads a whole page.
    function page(bytes memory packed, uint256 index) internal view returns (bytes memory) {
        address source = packed.addressAt(packed.number(AT_PAGES_OFFSET, 2) + index * 20);
        return _read(source, 0, source.code.length - PREFIX);
    }

    /// @notice What the lines of a whole page earn in a segment that begins at `time`, `⌊rate × revenue⌋` of each kind.
    /// @param count How many lines of it.
    /// @param all The kinds with revenue that lines on all kinds earn on.
    /// @param kinds All kinds with revenue, and `bits` the same one by one.
    /// @param revenues Of each of them.
    function earningsIn(
        bytes memory data,
        uint256 count,
        uint256 time,
        uint256 all,
        uint256 kinds,
        uint256[] memory bits,
        uint256[] memory revenues
    ) internal pure returns (uint256 sum) {
        // Safe: records lie within the page, revenue is below 2^96 and a rate below 2^24, and there are at most 2^16 lines.
        unchecked {
            for (uint256 i = 0; i < count; ++i) {
                // From the kinds on: kinds 2, starts 5, ends 5, offset of its rates 2, their count 1.
                uint256 word = data.number(i * LINE_SIZE + 20, 15);
                uint256 on = word >> 104;
                on = on == ALL_KINDS ? all : on & kinds;
                if (on == 0) continue;
                uint256 rate = _rateOf(data, word, time);
                if (rate == 0) continue;
                for (uint256 j = 0; j < bits.length; ++j) {
                    if (on & bits.get(j) != 0) sum += (revenues.get(j) * rate) / ONE;
                }
            }
        }
    }

    /// @dev The rate at `time` of a line whose record ends with `word`; 0 where it does not run.
    function _rateOf(bytes memory data, uint256 word, uint256 time) private pure returns (uint256) {
        uint256 starts = (word >> 64) & type(uint40).max;
        if (!isActive(starts, (word >> 24) & type(uint40).max, time)) return 0;
        uint256 table = (word >> 8) & type(uint16).max;
        uint256 entries = word & type(uint8).max;
        if (entries == 1) return data.number(table, 3);
        return _rateOfYear(data, table, entries, starts, time);
    }

    /// @notice The kinds of a line of a whole page.
    function kindsIn(bytes memory data, uint256 index) internal pure returns (uint256) {
        return data.number(index * LINE_SIZE + 20, 2);
    }

    /// @notice Has a line of a whole page in memory earn on other kinds: on none where it is reckoned apart or suspended.
    function setKindsIn(bytes memory data, uint256 index, uint256 kinds) internal pure {
        _write(data, index * LINE_SIZE + 20, kinds, 2);
    }

    /// @notice Has a line of a whole page in memory end at `ends`, if it does not before.
    function endIn(bytes memory data, uint256 index, uint256 ends) internal pure {
        uint256 offset = index * LINE_SIZE + 27;
        _write(data, offset, earlier(data.number(offset, 5), ends), 5);
    }

    /// @notice The earlier of two ends, of which 0 is never.
    function earlier(uint256 a, uint256 b) internal pure returns (uint256) {
        if (a == 0 || b == 0) return a + b;
        return a < b ? a : b;
    }

    /// @notice The rate of a standing line at `time`, ppm; 0 before it starts and from its end on.
    function rateAt(StoredLine memory self, uint256 time) internal pure returns (uint256) {
        if (!isActive(self.starts, self.ends, time)) return 0;
        return _rateOfYear(self.rates, 0, self.rates.length / 3, self.starts, time);
    }

    /// @notice Whether `time` lies in `[starts, ends)`; an `ends` of 0 is never.
    function isActive(uint256 starts, uint256 ends, uint256 time) internal pure returns (bool) {
        return time >= starts && (ends == 0 || time < ends);
    }

    function _rateOfYear(
        bytes memory table,
        uint256 from,
        uint256 count,
        uint256 starts,
        uint256 time
    ) private pure returns (uint256) {
        uint256 year = Rates.fullYears(starts, time);
        if (year >= count) year = count - 1;
        return table.number(from + year * 3, 3);
    }

    function _decode(bytes memory data, uint256 record, bytes memory rates) private pure returns (StoredLine memory) {
        return
            StoredLine({
                holder: data.addressAt(record),
                kinds: data.number(record + 20, 2),
                starts: data.number(record + 22, 5),
                ends: data.number(record + 27, 5),
                rates: rates
            });
    }

    function _write(bytes memory data, uint256 offset, uint256 value, uint256 size) private pure {
        // Memory-safe: writes `size` bytes of a record; the bytes behind them are written as they are.
        assembly ("memory-safe") {
            let place := add(add(data, 0x20), offset)
            let bits := shl(3, size)
            mstore(place, or(shl(sub(256, bits), value), and(mload(place), shr(bits, not(0)))))
        }
    }

    function _read(address source, uint256 from, uint256 size) private view returns (bytes memory data) {
        data = new bytes(size);
        // Memory-safe: writes `size` bytes into the array just allocated with that length.
        assembly ("memory-safe") {
            extcodecopy(source, add(data, 0x20), add(from, PREFIX), size)
        }
    }
}
