// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    Clauses,
    Graduation,
    Milestone,
    Outcome,
    Pool,
    Rules,
    StandingLine,
    Terms
} from "../interfaces/TermsTypes.sol";
import { MAX_CLAUSES, MAX_MILESTONES, MAX_POOLS, NEVER, PER_LIFE } from "../libraries/Constants.sol";
import { Amounts } from "./Amounts.sol";
import { TermsPacker } from "./TermsPacker.sol";
import { Refuse } from "./Refuse.sol";

/// @title What terms hold beyond roles and rates
/// @notice Refuses outcomes, pools, graduations, milestones, checkpoints, clauses and rules that are out of their range.
library ExtrasCheck {
    /// @dev The most records that the packed terms count of one list.
    uint256 private constant MAX_COUNT = 255;

    /// @dev An operator that is to be succeeded must have had the time to speak.
    uint256 private constant LEAST_SILENCE = 6;

    function shape(Terms calldata terms) internal pure {
        _outcomes(terms.outcomes, terms.kinds.length, terms.currencies);
        _pools(terms.pools);
        _graduations(terms.graduations, terms.tiers.length, terms.currencies);
        _milestones(terms.milestones, terms.currencies);
        _checkpoints(terms.checkpoints);
        _rules(terms.rules, terms.holdPeriods);
        _amounts(terms.rules, terms.currencies);
        _allClauses(terms.standing, terms.currencies);
    }

    /// @dev Plain transfers count as the first kind, so that it must be revenue.
    function _outcomes(Outcome[] calldata outcomes, uint256 kinds, address[] calldata currencies) private pure {
        uint256 seen = 0;
        for (uint256 i = 0; i < outcomes.length; ++i) {
            uint256 kind = outcomes[i].kind;
            Refuse.unless(kind > 0 && kind < kinds && (seen >> kind) & 1 == 0, "outcomes.kind", i, kind);
            Amounts.checkSome("outcomes.amounts", i, outcomes[i].amounts, currencies);
            seen |= 1 << kind;
        }
    }

    function _pools(Pool[] calldata pools) private pure {
        Refuse.unless(pools.length <= MAX_POOLS, "pools", 0, pools.length);
        for (uint256 i = 0; i < pools.length; ++i) {
            Refuse.ifZero(pools[i].holder, "pools.holder", i);
        }
    }

    function _graduations(
        Graduation[] calldata graduations,
        uint256 tiers,
        address[] calldata currencies
    ) private pure {
        uint256 seen = 0;
        for (uint256 i = 0; i < graduations.length; ++i) {
            Graduation calldata one = graduations[i];
            uint256 tier = one.tier;
            Refuse.unless(tier > 0 && tier < tiers && (seen >> tier) & 1 == 0, "graduations.tier", i, tier);
            Amounts.check("graduations.earned", i, one.earned, currencies);
            bool asks = one.earned.length > 0 || one.sales > 0 || one.months > 0 || one.score > 0;
            Refuse.unless(asks, "graduations", i, 0);
            seen |= 1 << tier;
        }
    }

    /// @dev Reached by sales, or by what was earned in each currency that it pays in.
    function _milestones(Milestone[] calldata milestones, address[] calldata currencies) private pure {
        Refuse.unless(milestones.length <= MAX_MILESTONES, "milestones", 0, milestones.length);
        for (uint256 i = 0; i < milestones.length; ++i) {
            Milestone calldata one = milestones[i];
            Amounts.checkSome("milestones.pays", i, one.pays, currencies);
            Refuse.unless((one.sales > 0) == (one.earned.length == 0), "milestones.sales", i, one.sales);
            if (one.sales > 0) continue;
            Amounts.check("milestones.earned", i, one.earned, currencies);
            for (uint256 j = 0; j < one.earned.length; ++j) {
                Refuse.unless((one.earned[j] > 0) == (one.pays[j] > 0), "milestones.earned", i, one.earned[j]);
            }
        }
    }

    function _checkpoints(uint40[] calldata checkpoints) private pure {
        Refuse.unless(checkpoints.length <= MAX_COUNT, "checkpoints", 0, checkpoints.length);
        uint256 last = 0;
        for (uint256 i = 0; i < checkpoints.length; ++i) {
            Refuse.unless(checkpoints[i] > last, "checkpoints", i, checkpoints[i]);
            last = checkpoints[i];
        }
    }

    /// @dev Only a held sale can be disputed, and the arbiter needs time to settle it.
    function _rules(Rules calldata rules, uint256 holdPeriods) private pure {
        bool possible = rules.disputes == 0 || (holdPeriods > 0 && rules.disputePeriods > 0);
        Refuse.unless(possible, "rules.disputes", 0, rules.disputes);
        Refuse.unless(rules.handoverDays > 0, "rules.handoverDays", 0, 0);
        uint256 silence = rules.silencePeriods;
        Refuse.unless(silence == 0 || silence >= LEAST_SILENCE, "rules.silencePeriods", 0, silence);
    }

    function _amounts(Rules calldata rules, address[] calldata currencies) private pure {
        Amounts.checkLimit("rules.postingLimit", rules.postingLimit, currencies);
        Amounts.checkLimit("rules.refundLimit", rules.refundLimit, currencies);
        Amounts.check("rules.leastSale", 0, rules.leastSale, currencies);
        Amounts.check("rules.minimumPayout", 0, rules.minimumPayout, currencies);
    }

    function _allClauses(StandingLine[] calldata lines, address[] calldata currencies) private pure {
        uint256 conditional = 0;
        uint256 count = 0;
        for (uint256 i = 0; i < lines.length; ++i) {
            Clauses calldata clauses = lines[i].clauses;
            if (!TermsPacker.hasClauses(clauses)) continue;
            _clauses({ clauses: clauses, index: i, currencies: currencies });
            ++count;
            if (_limits(clauses) || _guarantees(clauses)) ++conditional;
        }
        Refuse.unless(count <= MAX_COUNT, "clauses", 0, count);
        Refuse.unless(conditional <= MAX_CLAUSES, "clauses", 1, conditional);
    }

    /// @dev What is not used must be empty: it is not kept.
    function _clauses(Clauses calldata clauses, uint256 index, address[] calldata currencies) private pure {
        _limit("clauses.cap", index, clauses.capPer, clauses.cap.length);
        Amounts.check("clauses.cap", index, clauses.cap, currencies);
        _limit("clauses.threshold", index, clauses.thresholdPer, clauses.threshold.length);
        Amounts.check("clauses.threshold", index, clauses.threshold, currencies);
        Amounts.check("clauses.fee", index, clauses.fee, currencies);
        Amounts.check("clauses.minimum", index, clauses.minimum, currencies);
    }

    function _limit(string memory field, uint256 index, uint256 per, uint256 amounts) private pure {
        Refuse.unless(per <= PER_LIFE && (per == NEVER) == (amounts == 0), field, index, per);
    }

    function _limits(Clauses calldata clauses) private pure returns (bool) {
        return clauses.capPer != NEVER || clauses.thresholdPer != NEVER;
    }

    function _guarantees(Clauses calldata clauses) private pure returns (bool) {
        return clauses.fee.length > 0 || clauses.minimum.length > 0;
    }
}
