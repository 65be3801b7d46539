// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    Clauses,
    Graduation,
    Milestone,
    Outcome,
    Pool,
    StandingLine,
    Terms
} from "../../../contracts/interfaces/TermsTypes.sol";
import { ALL_KINDS, PER_LIFE, PER_YEAR } from "../../../contracts/libraries/Constants.sol";
import { ReaderBase } from "../support/ReaderBase.sol";

/// @dev A deal's standing lines, bonuses, pools and limits. What is before them is in ReadDeal: 13 sentences, and the residual's.
contract ReadClausesTest is ReaderBase {
    uint256 private constant FIRST = 14;
    string private constant LINE = "2 % of all revenue of initial renewal expansion; from 2026-01-01 00:00 UTC";

    /* STANDING LINES */

    function test_GivenALineIsOnSomeKinds() external {
        StandingLine memory line = _line("one", tech, 2 * PERCENT);
        line.kinds = uint16((1 << INITIAL) | (1 << EXPANSION));
        _assertLine(line, "2 % of all revenue of initial expansion; from 2026-01-01 00:00 UTC");
        line.kinds = ALL_KINDS;
        _assertLine(line, LINE);
        (line.starts, line.ends) = (START + 3661, START + 59 days);
        line.rates = new uint24[](2);
        (line.rates[0], line.rates[1]) = (12_345, 100 * PERCENT);
        _assertLine(
            line,
            "1.2345 %, 100 % year by year of all revenue of initial renewal expansion; from 2026-01-01 01:01:01 UTC to 2026-03-01 00:00 UTC"
        );
    }

    function test_GivenALineIsCapped() external {
        StandingLine memory line = _line("one", tech, 2 * PERCENT);
        (line.clauses.capPer, line.clauses.cap) = (PER_YEAR, _each(50_000e6));
        _assertLine(line, string.concat(LINE, "; at most 50000.00 ETH, 50000.00 USDC a year"));
        (line.clauses.capPer, line.clauses.cap) = (PER_LIFE, _only(ETH, 1));
        _assertLine(line, string.concat(LINE, "; at most 0.000000000000000001 ETH in all"));
    }

    function test_GivenALineEarnsBeyondAThreshold() external {
        StandingLine memory line = _line("one", tech, 2 * PERCENT);
        (line.clauses.thresholdPer, line.clauses.threshold) = (PER_YEAR, _only(USDC, 1_250_000));
        _assertLine(line, string.concat(LINE, "; only beyond 1.25 USDC a year"));
        line.clauses.thresholdPer = PER_LIFE;
        _assertLine(line, string.concat(LINE, "; only beyond 1.25 USDC in all"));
    }

    function test_GivenALineIsGuaranteed() external {
        StandingLine memory line = _line("one", tech, 2 * PERCENT);
        line.clauses.fee = _only(USDC, 100e6);
        _assertLine(line, string.concat(LINE, "; a fee of 100.00 USDC a period"));
        line.clauses.fee = _none();
        line.clauses.minimum = _each(300e6);
        _assertLine(line, string.concat(LINE, "; guaranteed 300.00 ETH, 300.00 USDC a period"));
    }

    function test_GivenALineHasAllClauses() external {
        StandingLine memory line = _line("one", tech, 2 * PERCENT);
        line.clauses = Clauses({
            capPer: PER_YEAR,
            thresholdPer: PER_LIFE,
            cap: _only(USDC, 4e6),
            threshold: _only(USDC, 3e6),
            fee: _only(USDC, 1e6),
            minimum: _only(USDC, 2e6),
            buyout: 2e6
        });
        _assertLine(
            line,
            string.concat(
                LINE,
                "; at most 4.00 USDC a year; only beyond 3.00 USDC in all; a fee of 1.00 USDC a period; guaranteed 2.00 USDC a period"
            )
        );
    }

    /* OUTCOMES AND POOLS */

    /// @dev A line on all kinds is on none that is an outcome; one that names it is.
    function test_GivenKindsAreOutcomes() external {
        Terms memory terms = _plain();
        terms.standing = new StandingLine[](2);
        terms.standing[0] = _line("all", tech, 2 * PERCENT);
        terms.standing[0].kinds = ALL_KINDS;
        terms.standing[1] = _line("named", moderators, 2 * PERCENT);
        terms.standing[1].kinds = uint16(1 << EXPANSION);
        terms.outcomes = new Outcome[](2);
        terms.outcomes[0] = Outcome({ kind: EXPANSION, perPeriod: true, amounts: _only(USDC, 1000e6) });
        terms.outcomes[1] = Outcome({ kind: RENEWAL, perPeriod: false, amounts: _each(50e6) });
        _expect("Standing line all, ", vm.toString(tech), ": 2 % of all revenue of initial; from 2026-01-01 00:00 UTC");
        _expect(
            "Standing line named, ",
            vm.toString(moderators),
            ": 2 % of all revenue of expansion; from 2026-01-01 00:00 UTC"
        );
        _expect("Outcome expansion: 1000.00 USDC a period at most");
        _expect("Outcome renewal: 50.00 ETH, 50.00 USDC each");
        _assertRest(terms);
    }

    function test_GivenThereArePools() external {
        Terms memory terms = _plain();
        terms.pools = new Pool[](2);
        terms.pools[0] = Pool({ name: "community", holder: community });
        terms.pools[1] = Pool({ name: "charity", holder: ana });
        _expect("Pool community: ", vm.toString(community));
        _expect("Pool charity: ", vm.toString(ana));
        _assertRest(terms);
    }

    /* TIERS AND MILESTONES */

    function test_GivenThereAreGraduations() external {
        Terms memory terms = _plain();
        terms.tiers = new string[](5);
        (terms.tiers[0], terms.tiers[1], terms.tiers[2]) = ("zero", "one", "two");
        (terms.tiers[3], terms.tiers[4]) = ("three", "four");
        terms.graduations = new Graduation[](4);
        terms.graduations[0] = Graduation({ tier: 2, earned: _each(15e6), sales: 3, months: 1, score: 70 });
        terms.graduations[1] = Graduation({ tier: 1, earned: _none(), sales: 1, months: 0, score: 0 });
        terms.graduations[2] = Graduation({ tier: 4, earned: _none(), sales: 0, months: 12, score: 0 });
        terms.graduations[3] = Graduation({ tier: 3, earned: _only(USDC, 30e6), sales: 0, months: 0, score: 1 });
        _expect("Tier two for earned 15.00 ETH, 15.00 USDC 3 sales 1 month a score of 70");
        _expect("Tier one for 1 sale");
        _expect("Tier four for 12 months");
        _expect("Tier three for earned 30.00 USDC a score of 1");
        _assertRest(terms);
    }

    function test_GivenThereAreMilestones() external {
        Terms memory terms = _plain();
        terms.milestones = new Milestone[](3);
        terms.milestones[0] = Milestone({ name: "three", sales: 3, earned: _none(), pays: _each(50e6) });
        terms.milestones[1] = Milestone({ name: "first", sales: 1, earned: _none(), pays: _only(ETH, 1e18) });
        terms.milestones[2] = Milestone({
            name: "thirty",
            sales: 0,
            earned: _only(USDC, 30e6),
            pays: _only(USDC, 5e6)
        });
        _expect("Milestone three: pays 50.00 ETH, 50.00 USDC once, for 3 sales");
        _expect("Milestone first: pays 1.00 ETH once, for 1 sale");
        _expect("Milestone thirty: pays 5.00 USDC once, for earned 30.00 USDC");
        _assertRest(terms);
    }

    /* LIMITS */

    function test_GivenThereAreLimits() external {
        Terms memory terms = _plain();
        terms.rules.acceptance = true;
        terms.rules.postingLimit = _each(1000e6);
        terms.rules.refundLimit = _each(500e6);
        terms.rules.leastSale = _only(USDC, 5e6);
        terms.rules.minimumPayout = _only(ETH, 1e16);
        (terms.rules.disputes, terms.rules.disputePeriods) = (1, 1);
        _expect("Partners accept the terms before they are paid");
        _expect("Posted in a period at most: 1000.00 ETH, 1000.00 USDC");
        _expect("Refunded in a period by the attributor at most: 500.00 ETH, 500.00 USDC");
        _expect("A sale counts for tiers and milestones from: 5.00 USDC");
        _expect("Payments to many pass over less than: 0.01 ETH");
        _expect("A partner may dispute 1 sale a period");
        _assertRest(terms);
    }

    function test_GivenPartnersMayDisputeMore() external {
        _expect("A partner may dispute 255 sales a period");
        Terms memory terms = _plain();
        (terms.rules.disputes, terms.rules.disputePeriods) = (255, 1);
        _assertRest(terms);
    }

    function test_GivenThereIsNothingMore() external {
        _assertRest(_plain());
    }

    /* HELPERS */

    /// @dev No role, no standing line, and nothing else of what is told here.
    function _plain() private view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.name = "plain";
    }

    function _assertLine(StandingLine memory line, string memory expected) private {
        Terms memory terms = _plain();
        terms.standing = new StandingLine[](1);
        terms.standing[0] = line;
        terms.ceiling = 100 * PERCENT;
        _expect("Standing line one, ", vm.toString(tech), ": ", expected);
        _assertRest(terms);
    }

    /// @dev What is said after the sentence on the residual.
    function _assertRest(Terms memory terms) private {
        program = _create(terms);
        string[] memory words = reader.deal(address(program));
        vm.assertEq(words[FIRST - 1], "What remains of a sale is the operator's", "the last before");
        string[] memory rest = new string[](words.length - FIRST);
        for (uint256 i = 0; i < rest.length; ++i) rest[i] = words[FIRST + i];
        _assertRead(rest);
    }
}
