// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ProgramBase } from "./ProgramBase.sol";
import { Clauses } from "../interfaces/TermsTypes.sol";
import { NEVER, ONE } from "../libraries/Constants.sol";
import { Pages, StoredLine } from "../terms/Pages.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_LINES, CLAUSES } from "../terms/TermsLayout.sol";
import { TermsReader } from "../terms/TermsReader.sol";

/// @dev A standing line as it stands: `terms.ends` is the end in force, agreed or ordered ones counted.
/// @param interrupted Whether it was ever suspended.
struct LiveLine {
    uint256 index;
    bool interrupted;
    StoredLine terms;
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
        uint256 place
    ) internal pure returns (uint256 line, Clauses memory clauses) {
        (uint256 offset, uint256 size) = packed.listAt(CLAUSES);
        offset += place * size;
        line = packed.number(offset, 2);
        clauses = TermsReader.clausesAt(packed, offset);
    }

    /// @dev The clauses of a line; empty where it has none.
    function _clausesOf(bytes memory packed, uint256 line) internal pure returns (Clauses memory clauses) {
        uint256 count = packed.listLength(CLAUSES);
        (uint256 offset, uint256 size) = packed.listAt(CLAUSES);
        for (uint256 i = 0; i < count; ++i) {
            if (packed.number(offset, 2) == line) return TermsReader.clausesAt(packed, offset);
            offset += size;
        }
    }

    /// @dev Whether a standing line is settled together with the residual.
    function _isConditionalLine(bytes memory packed, uint256 line) internal pure returns (bool) {
        return packed.listLength(CLAUSES) > 0 && _isConditional(_clausesOf(packed, line));
    }

    /// @dev The same by its clauses: a price alone changes nothing of what it earns.
    function _isConditional(Clauses memory clauses) internal pure returns (bool) {
        return clauses.capPer != NEVER || clauses.thresholdPer != NEVER || clauses.fee > 0 || clauses.minimum > 0;
    }

    /// @dev Whether a line is guaranteed something in a currency.
    function _isGuaranteed(Clauses memory clauses, uint256 currency) internal pure returns (bool) {
        return clauses.currency == currency && (clauses.fee > 0 || clauses.minimum > 0);
    }
}
