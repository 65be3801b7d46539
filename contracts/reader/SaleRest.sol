// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { Clauses, StandingLine } from "../interfaces/TermsTypes.sol";
import { LineState } from "../interfaces/Types.sol";
import { NEVER, ONE, YEAR } from "../libraries/Constants.sol";
import { Periods, Schedule } from "../libraries/Periods.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { Waterfall } from "../libraries/Waterfall.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { Opened } from "./Opened.sol";
import { GivenSale } from "./SaleReader.sol";
import { Page } from "./Sentences.sol";
import { StandingKinds } from "./StandingKinds.sol";
import { Text } from "./Text.sol";

/// @title What a sale leaves for standing lines and the operator, in words
library SaleRest {
    using SaleWords for uint256;
    using PackedTerms for bytes;
    using Periods for Schedule;
    using Strings for address;

    /// @notice What standing lines share, each where the terms in force tell how, and what then remains.
    function add(GivenSale memory sale, Opened memory opened, Page memory page) internal view {
        (uint256 currency, uint256 amount) = (sale.head.currency(), sale.head.amount());
        uint256 rate = sale.head.standingRate();
        uint256 left = amount - Waterfall.setAside(amount, rate);
        for (uint256 i = 0; i < sale.head.lines(); ++i) left -= sale.words[i].lineAmount();
        if (rate > 0) {
            uint256 time = _postedFrom(sale, opened);
            bool known = _sum({ sale: sale, opened: opened, time: time }) == rate;
            string memory what = _share(sale, opened, rate, Waterfall.setAside(amount, rate));
            page.add(Text.join("Standing lines, of all revenue of their kinds: ", what, known ? ", of which" : ""));
            for (uint256 i = 0; known && i < opened.terms.standing.length; ++i)
                _addLine({ sale: sale, opened: opened, page: page, index: i, time: time });
        }
        page.add(Text.join("What is left is the operator's: ", opened.money(currency, left)));
    }

    /// @dev When the segment begins that the sale counts in, which is known while the terms are those of creation; else when it
    /// occurred.
    function _postedFrom(GivenSale memory sale, Opened memory opened) private view returns (uint256) {
        if (!opened.isAsCreated()) return sale.head.time();
        return opened.packed.schedule().segmentOf(sale.head.segment()).start;
    }

    function _addLine(
        GivenSale memory sale,
        Opened memory opened,
        Page memory page,
        uint256 index,
        uint256 time
    ) private view {
        StandingLine memory line = opened.terms.standing[index];
        uint256 rate = _rateOf({ sale: sale, opened: opened, line: line, time: time });
        if (rate == 0) return;
        string memory who = Text.join(line.name, " (", line.holder.toChecksumHexString(), "): ");
        string memory share = _share(sale, opened, rate, (sale.head.amount() * rate) / ONE);
        page.add(Text.join(who, share, _but({ opened: opened, line: line, index: index, time: time })));
    }

    /// @dev What bounds a line's share of a sale. Where it is not known when the sale was posted, that follows from what is known.
    function _but(
        Opened memory opened,
        StandingLine memory line,
        uint256 index,
        uint256 time
    ) private view returns (string memory) {
        if (!opened.program.lineEarns(index, time)) return ", but the operator's: the line had ended or was suspended";
        LineState memory state = opened.program.lineState(index);
        bool changed = state.suspended || state.ends != line.ends;
        if (changed && !opened.isAsCreated())
            return ", or the operator's if the line had ended or was suspended as the sale was posted";
        return _isConditional(line.clauses) ? ", within the line's limits over all sales" : "";
    }

    function _isConditional(Clauses memory clauses) private pure returns (bool) {
        return clauses.capPer != NEVER || clauses.thresholdPer != NEVER;
    }

    /// @dev `2 % × 99.00 USDC = 1.98 USDC`.
    function _share(
        GivenSale memory sale,
        Opened memory opened,
        uint256 rate,
        uint256 share
    ) private view returns (string memory) {
        uint256 currency = sale.head.currency();
        string memory base = opened.money(currency, sale.head.amount());
        return Text.join(Text.percent(rate), unicode" × ", base, " = ", opened.money(currency, share));
    }

    /// @dev Of the lines' rates on the sale, as the terms in force have them.
    function _sum(GivenSale memory sale, Opened memory opened, uint256 time) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < opened.terms.standing.length; ++i)
            sum += _rateOf({ sale: sale, opened: opened, line: opened.terms.standing[i], time: time });
    }

    /// @dev A line's rate in the sale's segment, which is what is set aside for it where their sum is the one that the log names.
    function _rateOf(
        GivenSale memory sale,
        Opened memory opened,
        StandingLine memory line,
        uint256 time
    ) private pure returns (uint256) {
        bool earns = StandingKinds.isOn(opened.terms, line, sale.head.kind()) && time >= line.starts;
        if (!earns || (line.ends != 0 && time >= line.ends)) return 0;
        uint256 year = (time - line.starts) / YEAR;
        return line.rates[year < line.rates.length ? year : line.rates.length - 1];
    }
}
