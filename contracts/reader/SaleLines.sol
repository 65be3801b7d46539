// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { DisputeState } from "../interfaces/Types.sol";
import { ONE, REFERRED, RESIDUAL_RATE } from "../libraries/Constants.sol";
import { SaleWords } from "../libraries/SaleWords.sol";
import { GROSS, Waterfall } from "../libraries/Waterfall.sol";
import { Opened } from "./Opened.sol";
import { GivenSale } from "./SaleReader.sol";
import { Page } from "./Sentences.sol";
import { Text } from "./Text.sol";

/// @title The lines of a sale in words: who, for what, how it was worked out, and what was taken back
library SaleLines {
    using SaleWords for uint256;
    using Strings for uint256;

    /// @notice A sentence a line.
    /// @param why Whether it tells how each is worked out.
    function addLines(GivenSale memory sale, Opened memory opened, Page memory page, bool why) internal view {
        for (uint256 i = 0; i < sale.head.lines(); ++i) {
            uint256 word = sale.words[i];
            string memory what = Text.join(
                opened.partner(word.partner()),
                ": ",
                opened.terms.roles[word.role()].name,
                ", "
            );
            if (why) what = Text.join(what, _formula(sale, opened, i), " = ");
            string memory amount = opened.money(sale.head.currency(), word.lineAmount());
            page.add(Text.join(what, amount, _takenBack(sale, opened, word.lineAmount())));
        }
    }

    function _takenBack(
        GivenSale memory sale,
        Opened memory opened,
        uint256 amount
    ) private view returns (string memory) {
        if (sale.state.dispute == DisputeState.Void) return "; nothing is left of it, for the sale is void";
        if (sale.state.refunded == 0) return "";
        uint256 taken = Waterfall.reversed(amount, sale.state.refunded, sale.head.amount());
        uint256 currency = sale.head.currency();
        return
            Text.join(
                "; ",
                opened.money(currency, taken),
                " taken back, ",
                opened.money(currency, amount - taken),
                " left"
            );
    }

    /// @dev `15 % × 99.00 USDC × 2/5`.
    function _formula(
        GivenSale memory sale,
        Opened memory opened,
        uint256 index
    ) private view returns (string memory formula) {
        uint256 word = sale.words[index];
        if (word.rate() == RESIDUAL_RATE) return "what no other line takes";
        (uint256 base, string memory what) = _base(sale, opened, index);
        formula = Text.join(Text.percent(word.rate()), unicode" × ", opened.money(sale.head.currency(), base), what);
        uint256 weights = _weights(sale, opened, index);
        if (weights > word.weight())
            formula = Text.join(formula, unicode" × ", word.weight().toString(), "/", weights.toString());
        // The rate in the log is in whole ppm, and the amount follows from the exact one.
        if ((base * word.rate() * word.weight()) / (weights * ONE) != word.lineAmount())
            formula = Text.join(formula, ", at the exact rate,");
    }

    /// @dev What a line's rate is of.
    function _base(
        GivenSale memory sale,
        Opened memory opened,
        uint256 index
    ) private pure returns (uint256 base, string memory what) {
        uint256 stage = opened.terms.roles[sale.words[index].role()].stage;
        if (stage == GROSS) return (sale.head.amount(), "");
        if (stage == REFERRED) {
            uint256 before = index;
            while (before > 0 && _stage(sale, opened, before) == REFERRED) --before;
            return (sale.words[before].lineAmount(), " of the line before");
        }
        base = sale.head.amount() - Waterfall.setAside(sale.head.amount(), sale.head.standingRate());
        for (uint256 i = 0; i < sale.head.lines(); ++i) {
            if (_stage(sale, opened, i) == GROSS) base -= sale.words[i].lineAmount();
        }
        return (base, " that is left");
    }

    /// @dev Of the residual none of these.
    function _stage(GivenSale memory sale, Opened memory opened, uint256 index) private pure returns (uint256) {
        uint256 word = sale.words[index];
        return word.rate() == RESIDUAL_RATE ? type(uint256).max : opened.terms.roles[word.role()].stage;
    }

    /// @dev Of all lines that share the line's role with it.
    function _weights(GivenSale memory sale, Opened memory opened, uint256 index) private pure returns (uint256 sum) {
        uint256 role = sale.words[index].role();
        if (opened.terms.roles[role].stage == REFERRED) return sale.words[index].weight();
        for (uint256 i = 0; i < sale.head.lines(); ++i) {
            uint256 word = sale.words[i];
            if (word.role() == role && word.rate() != RESIDUAL_RATE) sum += word.weight();
        }
    }
}
