// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ProgramBase } from "./ProgramBase.sol";
import { ONE } from "../libraries/Constants.sol";
import { Pages, StoredLine } from "../terms/Pages.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_LINES, CLAUSES } from "../terms/TermsLayout.sol";

/// @dev A standing line as it stands: `terms.ends` is the end in force, agreed or ordered ones counted.
/// @param interrupted Whether it was ever suspended.
struct LiveLine {
    uint256 index;
    bool interrupted;
    StoredLine terms;
}

/// @dev The clauses of a standing line as they are in one currency, amounts in its smallest unit.
/// @param isConditional Whether they limit or guarantee the line in some currency.
/// @param capPer And `thresholdPer`: `NEVER` where there is none in this one.
struct LineClauses {
    bool isConditional;
    uint256 capPer;
    uint256 cap;
    uint256 thresholdPer;
    uint256 threshold;
    uint256 fee;
    uint256 minimum;
    uint256 buyout;
}

/// @title Standing lines as they stand: their terms, and what was done to them since
abstract contract LiveLines is ProgramBase {
    using Pages for bytes;
    using Pages for StoredLine;
    using Periods for Schedule;
    using PackedTerms for bytes;

    /* LINES */

    function _liveLine(bytes memory packed, uint256 line) internal view returns (LiveLine memory) {
        require(line < packed.number(AT_LINES, 2), Program_UnknownLine(line));
        StoredLine memory terms = packed.line(line);
        terms.kinds = packed.kindsOf(terms.kinds);
        if ((_changedLines[line >> 8] >> (line & 0xFF)) & 1 == 0)
            return LiveLine({ index: line, interrupted: false, terms: terms });
        terms.ends = Pages.earlier(terms.ends, _lineRecords[line].ends);
        return LiveLine({ index: line, interrupted: _suspensions[line].length > 0, terms: terms });
    }

    /// @dev Whether a line runs and is not suspended.
    function _isEarning(LiveLine memory live, uint256 time) internal view returns (bool) {
        if (!Pages.isActive(live.terms.starts, live.terms.ends, time)) return false;
        return !live.interrupted || !_isSuspended(live.index, time);
    }

    /// @dev Whether as many resumptions as suspensions are over: finds by halves how many of the rising times are.
    function _isSuspended(uint256 line, uint256 time) internal view returns (bool) {
        uint40[] storage times = _suspensions[line];
        uint256 low = 0;
        uint256 high = times.length;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (times[middle] <= time) low = middle + 1;
            else high = middle;
        }
        return low & 1 == 1;
    }

    /// @dev `⌊rate × revenue⌋` of each of the line's kinds.
    function _lineEarnedIn(
        LiveLine memory live,
        Segment memory segment,
        uint256 currency
    ) internal view returns (uint256 sum) {
        if (!_isEarning(live, segment.start)) return 0;
        uint256 rate = live.terms.rateAt(segment.start);
        if (rate == 0) return 0;
        uint256 kinds = live.terms.kinds;
        for (uint256 kind = 0; kinds >> kind != 0; ++kind) {
            if ((kinds >> kind) & 1 == 0) continue;
            sum += (_bucketOf({ segment: segment, currency: currency, kind: kind }).revenue() * rate) / ONE;
        }
    }

    /* CLAUSES */

    /// @dev The line that the clauses at a place of their list belong to, and they.
    function _clausesAt(
        bytes memory packed,
        uint256 place,
        uint256 currency
    ) internal pure returns (uint256 line, LineClauses memory clauses) {
        (uint256 offset, uint256 size) = packed.listAt(CLAUSES);
        offset += place * size;
        line = packed.number(offset, 2);
        clauses = _readClauses({ packed: packed, offset: offset, currency: currency });
    }

    /// @dev The clauses of a line; empty where it has none.
    function _clausesOf(
        bytes memory packed,
        uint256 line,
        uint256 currency
    ) internal pure returns (LineClauses memory clauses) {
        uint256 count = packed.listLength(CLAUSES);
        (uint256 offset, uint256 size) = packed.listAt(CLAUSES);
        for (uint256 i = 0; i < count; ++i) {
            if (packed.number(offset, 2) == line)
                return _readClauses({ packed: packed, offset: offset, currency: currency });
            offset += size;
        }
    }

    /// @dev Whether a standing line is settled together with the residual: in every currency, if in one.
    function _isConditionalLine(bytes memory packed, uint256 line) internal pure returns (bool) {
        return packed.listLength(CLAUSES) > 0 && _clausesOf(packed, line, 0).isConditional;
    }

    /// @dev Whether a line is guaranteed something in the clauses' currency.
    function _isGuaranteed(LineClauses memory clauses) internal pure returns (bool) {
        return clauses.fee > 0 || clauses.minimum > 0;
    }

    function _readClauses(
        bytes memory packed,
        uint256 offset,
        uint256 currency
    ) private pure returns (LineClauses memory clauses) {
        // The periods and amounts of all that limits or guarantees: a price alone changes nothing of what a line earns.
        clauses.isConditional = packed.number(offset + 2, 10) != 0;
        clauses.cap = packed.amountAt(packed.number(offset + 4, 2), currency);
        if (clauses.cap > 0) clauses.capPer = packed.number(offset + 2, 1);
        clauses.threshold = packed.amountAt(packed.number(offset + 6, 2), currency);
        if (clauses.threshold > 0) clauses.thresholdPer = packed.number(offset + 3, 1);
        clauses.fee = packed.amountAt(packed.number(offset + 8, 2), currency);
        clauses.minimum = packed.amountAt(packed.number(offset + 10, 2), currency);
        clauses.buyout = packed.number(offset + 12, 4);
    }
}
