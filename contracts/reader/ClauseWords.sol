// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { Clauses, Graduation, Milestone, Outcome, Rules, StandingLine, Terms } from "../interfaces/TermsTypes.sol";
import { LineState } from "../interfaces/Types.sol";
import { PER_YEAR } from "../libraries/Constants.sol";
import { Opened } from "./Opened.sol";
import { Page } from "./Sentences.sol";
import { StandingKinds } from "./StandingKinds.sol";
import { Text } from "./Text.sol";

/// @title A deal in words: standing lines, bonuses, pools, limits
library ClauseWords {
    using Strings for uint256;
    using Strings for address;

    /* STANDING LINES */

    function addLines(Opened memory opened, Page memory page) internal view {
        for (uint256 i = 0; i < opened.terms.standing.length; ++i) {
            StandingLine memory line = opened.terms.standing[i];
            string memory who = Text.join("Standing line ", line.name, ", ", line.holder.toChecksumHexString(), ": ");
            string memory span = Text.join("; from ", Text.time(line.starts));
            if (line.ends > 0) span = Text.join(span, " to ", Text.time(line.ends));
            string memory share = Text.join(who, _rates(line.rates), _kinds(opened.terms, line), span);
            page.add(Text.join(share, _clauses(opened, line.clauses), _since(opened, i)));
        }
    }

    /// @dev What happened to a line since the terms named it.
    function _since(Opened memory opened, uint256 line) private view returns (string memory) {
        LineState memory state = opened.program.lineState(line);
        uint256 ends = opened.terms.standing[line].ends;
        if (state.ends != 0 && (ends == 0 || state.ends < ends)) {
            string memory tense = block.timestamp < state.ends ? "; ends " : "; ended ";
            return Text.join(tense, Text.time(state.ends), ": what it would earn is the operator's");
        }
        return state.suspended ? "; suspended: what it would earn is the operator's" : "";
    }

    /// @dev `2 %`, or `30 %, 20 %, 10 % year by year`.
    function _rates(uint24[] memory rates) private pure returns (string memory text) {
        for (uint256 i = 0; i < rates.length; ++i) text = Text.join(text, i == 0 ? "" : ", ", Text.percent(rates[i]));
        if (rates.length > 1) text = Text.join(text, " year by year");
    }

    function _kinds(Terms memory terms, StandingLine memory line) private pure returns (string memory text) {
        text = " of all revenue of";
        for (uint256 i = 0; i < terms.kinds.length; ++i) {
            if (StandingKinds.isOn(terms, line, i)) text = Text.join(text, " ", terms.kinds[i]);
        }
    }

    function _clauses(Opened memory opened, Clauses memory clauses) private view returns (string memory text) {
        text = Text.join(
            _amount(opened, "; at most ", clauses.cap, _per(clauses.capPer)),
            _amount(opened, "; only beyond ", clauses.threshold, _per(clauses.thresholdPer)),
            _amount(opened, "; a fee of ", clauses.fee, " a period"),
            _amount(opened, "; guaranteed ", clauses.minimum, " a period")
        );
    }

    function _per(uint256 per) private pure returns (string memory) {
        return per == PER_YEAR ? " a year" : " in all";
    }

    /// @dev Nothing where no currency has an amount.
    function _amount(
        Opened memory opened,
        string memory before,
        uint96[] memory amounts,
        string memory behind
    ) private view returns (string memory) {
        string memory text = opened.amounts(amounts);
        return bytes(text).length == 0 ? "" : Text.join(before, text, behind);
    }

    /* BONUSES AND LIMITS */

    function addRest(Opened memory opened, Page memory page) internal view {
        Terms memory terms = opened.terms;
        for (uint256 i = 0; i < terms.outcomes.length; ++i) {
            Outcome memory outcome = terms.outcomes[i];
            string memory per = outcome.perPeriod ? " a period at most" : " each";
            page.add(Text.join("Outcome ", terms.kinds[outcome.kind], ": ", opened.amounts(outcome.amounts), per));
        }
        for (uint256 i = 0; i < terms.pools.length; ++i)
            page.add(Text.join("Pool ", terms.pools[i].name, ": ", terms.pools[i].holder.toChecksumHexString()));
        for (uint256 i = 0; i < terms.graduations.length; ++i) page.add(_graduation(opened, terms.graduations[i]));
        for (uint256 i = 0; i < terms.milestones.length; ++i) page.add(_milestone(opened, terms.milestones[i]));
        _addRules(opened, page);
    }

    function _graduation(Opened memory opened, Graduation memory asked) private view returns (string memory text) {
        text = Text.join(
            "Tier ",
            opened.terms.tiers[asked.tier],
            " for",
            _amount(opened, " earned ", asked.earned, "")
        );
        if (asked.sales > 0) text = Text.join(text, " ", Text.counted(asked.sales, "sale"));
        if (asked.months > 0) text = Text.join(text, " ", Text.counted(asked.months, "month"));
        if (asked.score > 0) text = Text.join(text, " a score of ", uint256(asked.score).toString());
    }

    function _milestone(Opened memory opened, Milestone memory milestone) private view returns (string memory text) {
        text = Text.join("Milestone ", milestone.name, ": pays ", opened.amounts(milestone.pays), " once, for");
        if (milestone.sales > 0) text = Text.join(text, " ", Text.counted(milestone.sales, "sale"));
        return Text.join(text, _amount(opened, " earned ", milestone.earned, ""));
    }

    function _addRules(Opened memory opened, Page memory page) private view {
        Rules memory rules = opened.terms.rules;
        if (rules.acceptance) page.add("Partners accept the terms before they are paid");
        _addLimit(opened, page, "Posted in a period at most: ", rules.postingLimit);
        _addLimit(opened, page, "Refunded in a period by the attributor at most: ", rules.refundLimit);
        _addLimit(opened, page, "A sale counts for tiers and milestones from: ", rules.leastSale);
        _addLimit(opened, page, "Payments to many pass over less than: ", rules.minimumPayout);
        if (rules.disputes > 0)
            page.add(Text.join("A partner may dispute ", Text.counted(rules.disputes, "sale"), " a period"));
    }

    function _addLimit(Opened memory opened, Page memory page, string memory what, uint96[] memory limit) private view {
        string memory text = opened.amounts(limit);
        if (bytes(text).length > 0) page.add(Text.join(what, text));
    }
}
