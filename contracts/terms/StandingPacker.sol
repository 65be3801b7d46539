// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../interfaces/ITermsErrors.sol";
import { StandingLine, Terms } from "../interfaces/TermsTypes.sol";
import { ALL_KINDS, DATA_CREATION, PER_YEAR, YEAR } from "../libraries/Constants.sol";
import { ByteWriter, Buffer } from "./ByteWriter.sol";
import { LINES_PER_PAGE, LINE_SIZE } from "./Pages.sol";

/// @title Packing standing lines: their pages, and the sums of their rates over time
/// @notice The layout is described at `Pages`.
library StandingPacker {
    using ByteWriter for Buffer;

    /// @dev The most code that a contract may have, EIP-170.
    uint256 private constant MAX_CODE = 24_576;

    /// @dev The most cuts whose rows fit a transaction of 2^24 gas, of 16 kinds too, in a creation and in an amendment.
    uint256 private constant MAX_CUTS = 160;

    /// @dev How many years of a yearly clause begin on their very second.
    uint256 private constant YEARS_CUT = 25;

    /// @notice The times after the program's start at which some standing line starts, ends or begins another year.
    function cutsOf(Terms calldata terms) internal pure returns (uint256[] memory cuts) {
        StandingLine[] calldata lines = terms.standing;
        cuts = new uint256[](MAX_CUTS + 1);
        uint256 count = 0;
        for (uint256 i = 0; i < lines.length; ++i) {
            StandingLine calldata line = lines[i];
            count = _insert(cuts, count, line.starts, terms.start);
            count = _insert(cuts, count, line.ends, terms.start);
            uint256 turns = _yearsToCut(line);
            for (uint256 year = 1; year < turns; ++year) {
                uint256 time = line.starts + year * YEAR;
                if (line.ends == 0 || time < line.ends) count = _insert(cuts, count, time, terms.start);
            }
        }
        // Memory-safe: `count` is at most the allocated length, so this only shortens the array.
        assembly ("memory-safe") {
            mstore(cuts, count)
        }
    }

    /// @dev A cap or threshold per year turns on the anniversary's very second, for 25 years; then with the first segment after.
    function _yearsToCut(StandingLine calldata line) private pure returns (uint256) {
        uint256 rates = line.rates.length;
        bool yearly = line.clauses.capPer == PER_YEAR || line.clauses.thresholdPer == PER_YEAR;
        return yearly && rates < YEARS_CUT ? YEARS_CUT : rates;
    }

    /// @notice Sums the lines' rates after each cut, per kind.
    /// @dev Notes each change of a rate in the row where it comes, then adds the rows up: to ask each line in each row would not fit a
    /// transaction. What is taken off wraps around until then.
    function standingRates(
        Terms calldata terms,
        uint256[] memory cuts
    ) internal pure returns (uint256[][] memory standing) {
        StandingLine[] calldata lines = terms.standing;
        uint256 kinds = terms.kinds.length;
        standing = new uint256[][](cuts.length + 1);
        for (uint256 row = 0; row < standing.length; ++row) standing[row] = new uint256[](kinds);
        uint256 all = _revenueKinds(terms);
        for (uint256 i = 0; i < lines.length; ++i) {
            StandingLine calldata line = lines[i];
            _noteChanges({
                standing: standing,
                cuts: cuts,
                line: line,
                kinds: line.kinds == ALL_KINDS ? all : line.kinds
            });
        }
        for (uint256 row = 1; row < standing.length; ++row) {
            for (uint256 kind = 0; kind < kinds; ++kind) {
                unchecked {
                    standing[row][kind] += standing[row - 1][kind];
                }
            }
        }
    }

    /// @dev Every kind that is no outcome: see `PackedTerms.kindsOf`.
    function _revenueKinds(Terms calldata terms) private pure returns (uint256 kinds) {
        kinds = (1 << terms.kinds.length) - 1;
        for (uint256 i = 0; i < terms.outcomes.length; ++i) kinds &= ~(1 << terms.outcomes[i].kind);
    }

    function _noteChanges(
        uint256[][] memory standing,
        uint256[] memory cuts,
        StandingLine calldata line,
        uint256 kinds
    ) private pure {
        uint24[] calldata rates = line.rates;
        uint256 ends = line.ends;
        uint256 last = 0;
        for (uint256 year = 0; year < rates.length; ++year) {
            uint256 time = line.starts + year * YEAR;
            if (ends != 0 && time >= ends) break;
            uint256 rate = rates[year];
            if (rate == last) continue;
            unchecked {
                _add(standing[_cutsUntil(cuts, cuts.length, time)], kinds, rate - last);
            }
            last = rate;
        }
        if (ends == 0) return;
        unchecked {
            _add(standing[_cutsUntil(cuts, cuts.length, ends)], kinds, 0 - last);
        }
    }

    function _add(uint256[] memory rates, uint256 kinds, uint256 change) private pure {
        for (uint256 kind = 0; kind < rates.length; ++kind) {
            unchecked {
                if ((kinds >> kind) & 1 == 1) rates[kind] += change;
            }
        }
    }

    /// @dev How many of the first `count` cuts, which rise, are at `time` or before it.
    function _cutsUntil(uint256[] memory cuts, uint256 count, uint256 time) private pure returns (uint256 low) {
        uint256 high = count;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (cuts[middle] <= time) low = middle + 1;
            else high = middle;
        }
    }

    /// @notice How many pages the standing lines take.
    function pageCount(Terms calldata terms) internal pure returns (uint256) {
        return (terms.standing.length + LINES_PER_PAGE - 1) / LINES_PER_PAGE;
    }

    /// @notice The creation code of one page of standing lines.
    function pageOf(Terms calldata terms, uint256 index) internal pure returns (bytes memory) {
        uint256 from = index * LINES_PER_PAGE;
        uint256 to = from + LINES_PER_PAGE;
        return _page(terms.standing, from, to < terms.standing.length ? to : terms.standing.length);
    }

    /// @dev A line with the same rates as the line before shares its table.
    function _page(StandingLine[] calldata lines, uint256 from, uint256 to) private pure returns (bytes memory) {
        Buffer memory records = ByteWriter.create((to - from) * LINE_SIZE + DATA_CREATION.length);
        Buffer memory tables = ByteWriter.create(MAX_CODE);
        records.put(uint96(DATA_CREATION), DATA_CREATION.length);
        uint24[] calldata rates = lines[from].rates;
        uint256 table = (to - from) * LINE_SIZE;
        _table(tables, rates);
        for (uint256 i = from; i < to; ++i) {
            StandingLine calldata line = lines[i];
            if (!_same(line.rates, rates)) {
                table += rates.length * 3;
                rates = line.rates;
                _table(tables, rates);
            }
            // Holder 20, kinds 2, starts 5, ends 5: one word.
            uint256 word = (uint256(uint160(line.holder)) << 96) | (uint256(line.kinds) << 80);
            records.put(word | (uint256(line.starts) << 40) | line.ends, 32);
            records.put((table << 8) | rates.length, 3);
        }
        return bytes.concat(records.finish(), tables.finish());
    }

    function _same(uint24[] calldata a, uint24[] calldata b) private pure returns (bool) {
        if (a.length != b.length) return false;
        for (uint256 i = 0; i < a.length; ++i) if (a[i] != b[i]) return false;
        return true;
    }

    function _table(Buffer memory buffer, uint24[] calldata values) private pure {
        for (uint256 i = 0; i < values.length; ++i) buffer.put(values[i], 3);
    }

    /// @dev Keeps the first `count` of `cuts` rising and without repetition.
    function _insert(
        uint256[] memory cuts,
        uint256 count,
        uint256 time,
        uint256 after_
    ) private pure returns (uint256) {
        if (time <= after_) return count;
        uint256 place = _cutsUntil(cuts, count, time);
        if (place > 0 && cuts[place - 1] == time) return count;
        require(count < MAX_CUTS, ITermsErrors.Terms_TooManyCuts(count + 1));
        // Memory-safe: the list has room for one more than the most.
        assembly ("memory-safe") {
            let at := add(add(cuts, 0x20), shl(5, place))
            mcopy(add(at, 0x20), at, shl(5, sub(count, place)))
            mstore(at, time)
        }
        return count + 1;
    }
}
