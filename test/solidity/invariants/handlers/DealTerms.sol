// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Base } from "../../Base.t.sol";
import {
    Bonus,
    Clauses,
    Graduation,
    Milestone,
    Outcome,
    Pool,
    Role,
    Rules,
    StandingLine,
    Terms,
    VolumeBonus
} from "../../../../contracts/interfaces/TermsTypes.sol";
import {
    ALL_KINDS,
    NOT_PAID,
    PER_LIFE,
    PER_YEAR,
    REFERRED,
    TO_OTHERS,
    TO_POOL
} from "../../../../contracts/libraries/Constants.sol";

/// @dev The programs under test: three plain ones, and one with all that a deal can have.
abstract contract DealTerms is Base {
    uint256 internal constant PROGRAMS = 4;
    uint256 internal constant CURRENCIES = 2;

    /// @dev The program with the whole deal.
    uint256 internal constant DEAL = 3;

    uint8 internal constant COMPLETION = 3;
    uint8 internal constant ENGAGEMENT = 4;
    uint8 internal constant SCOUT = 4;
    uint256 internal constant MILESTONES = 2;

    address internal agency = _actor("agency");
    address internal investor = _actor("investor");
    address internal creator = _actor("creator");
    address internal taxAccount = _actor("taxAccount");

    /* PLAIN */

    /// @dev Without hold; held one period, the residual a seller's; held two, at half the commission.
    function _plainTerms(uint256 p) internal view returns (Terms memory terms) {
        terms = _terms();
        terms.name = string(abi.encodePacked("program ", bytes1(uint8(48 + p))));
        terms.holdPeriods = uint8(p);
        terms.commission = p == 2 ? 500_000 : 1_000_000;
        _addBonuses(terms.roles[AFFILIATE]);
        terms.standing = _withThird(terms.standing);
        terms.rules.acceptance = p == 0;
        terms.standing[MODERATORS].kinds = ALL_KINDS;
        if (p > 0) (terms.rules.disputes, terms.rules.disputePeriods) = (2, 1);
        if (p == 1) _withSeller(terms);
    }

    function _addBonuses(Role memory role) private pure {
        role.network = Bonus({ every: 2, add: PERCENT, max: 3 * PERCENT });
        role.volume = VolumeBonus({ every: _each(1e6), add: PERCENT / 3, max: 2 * PERCENT });
    }

    /// @dev A third line, of the first holder again, that began before the program and earns on one kind.
    function _withThird(StandingLine[] memory two) private view returns (StandingLine[] memory lines) {
        lines = new StandingLine[](3);
        (lines[0], lines[1]) = (two[0], two[1]);
        lines[2] = _line("early", moderators, 0);
        lines[2].kinds = 2;
        lines[2].starts = START - 100 days;
        lines[2].rates = _three(3 * PERCENT, 7, 2 * PERCENT);
    }

    /* THE WHOLE DEAL */

    function _dealTerms() internal view returns (Terms memory terms) {
        terms = _terms();
        terms.name = "the whole deal";
        terms.ceiling = 95 * PERCENT;
        terms.lineNoticePeriods = 2;
        terms.commission = 90 * PERCENT;
        terms.kinds = new string[](5);
        (terms.kinds[INITIAL], terms.kinds[RENEWAL]) = ("initial", "renewal");
        (terms.kinds[EXPANSION], terms.kinds[COMPLETION], terms.kinds[ENGAGEMENT]) = ("expansion", "done", "engaged");
        terms.outcomes = new Outcome[](2);
        terms.outcomes[0] = Outcome({ kind: COMPLETION, perPeriod: false, amounts: _each(1_000_003) });
        terms.outcomes[1] = Outcome({ kind: ENGAGEMENT, perPeriod: true, amounts: _each(3_000_000) });
        terms.roles = _dealRoles();
        terms.standing = _dealLines(terms.standing);
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: _poolHolder(0) });
        terms.graduations = new Graduation[](1);
        terms.graduations[0] = Graduation({ tier: 1, earned: _each(100_000), sales: 1, months: 2, score: 5 });
        terms.milestones = new Milestone[](MILESTONES);
        terms.milestones[0] = Milestone({ name: "two", sales: 2, earned: _none(), pays: _each(1_000) });
        terms.milestones[1] = Milestone({ name: "much", sales: 0, earned: _each(1_000_000), pays: _each(2_000) });
        terms.checkpoints = new uint40[](1);
        terms.checkpoints[0] = START + 365 days;
        terms.rules = _dealRules();
    }

    function _dealRules() private view returns (Rules memory rules) {
        rules.acceptance = true;
        rules.postingLimit = _each(2.5e13);
        rules.refundLimit = _each(2e12);
        rules.leastSale = _each(50);
        rules.minimumPayout = _each(100);
        rules.disputes = 2;
        rules.disputePeriods = 1;
        rules.moveDays = 7;
        rules.handoverDays = 7;
        rules.taxAccount = taxAccount;
    }

    /// @dev Gross roles of which one leaves its share to the others and one to a pool, a net one, and one of the referrers'.
    function _dealRoles() private pure returns (Role[] memory roles) {
        roles = new Role[](5);
        roles[INTEGRATION] = _dealRole("integration", 8, NOT_PAID, 50);
        roles[INTEGRATION].missing = TO_OTHERS;
        roles[COACH] = _dealRole("coach", 8, 40, NOT_PAID);
        roles[COACH].missing = TO_POOL;
        (roles[COACH].rates[INITIAL], roles[COACH].rates[RENEWAL]) = (NOT_PAID, NOT_PAID);
        roles[AFFILIATE] = _dealRole("affiliate", 10, NOT_PAID, 20);
        roles[AFFILIATE].tiers[1] = 5 * PERCENT;
        roles[AFFILIATE].tenure = _three(0, 2 * PERCENT, 4 * PERCENT);
        roles[AFFILIATE].ceiling = 16 * PERCENT;
        _addBonuses(roles[AFFILIATE]);
        roles[LOYALTY] = _dealRole("loyalty", 10, NOT_PAID, 10);
        roles[LOYALTY].stage = 1;
        roles[LOYALTY].missing = TO_POOL;
        roles[SCOUT] = _dealRole("scout", 5, NOT_PAID, 5);
        roles[SCOUT].stage = REFERRED;
    }

    /// @param sold Its rate on what is sold, in percent; the others are those of the two outcomes.
    function _dealRole(
        string memory name,
        uint24 sold,
        uint24 completion,
        uint24 engagement
    ) private pure returns (Role memory role) {
        role = _role(name, 0);
        role.rates = new uint24[](5);
        for (uint256 kind = 0; kind < 3; ++kind) role.rates[kind] = sold * PERCENT;
        role.rates[COMPLETION] = completion == NOT_PAID ? completion : completion * PERCENT;
        role.rates[ENGAGEMENT] = engagement == NOT_PAID ? engagement : engagement * PERCENT;
    }

    /// @dev Two plain lines, of which the first has a price; then one with a cap per year and an outcome kind, one with a
    /// threshold for life, one guaranteed in USDC with a cap for life, and one guaranteed in ETH with a threshold per year.
    function _dealLines(StandingLine[] memory two) private view returns (StandingLine[] memory lines) {
        lines = new StandingLine[](6);
        (lines[0], lines[1]) = (two[0], two[1]);
        lines[0].kinds = ALL_KINDS;
        lines[0].clauses.buyout = 1_500_000;
        lines[2] = _line("agency", agency, 5 * PERCENT);
        lines[2].kinds = 11;
        lines[2].starts = START - 100 days;
        lines[2].clauses = _capped(PER_YEAR, 3e11);
        lines[2].clauses.buyout = 2_500_000;
        lines[3] = _line("investor", investor, 4 * PERCENT);
        (lines[3].clauses.thresholdPer, lines[3].clauses.threshold) = (PER_LIFE, _each(1e13));
        lines[4] = _line("creator", creator, 3 * PERCENT);
        lines[4].kinds = 2;
        lines[4].starts = START + 3 days;
        lines[4].clauses = _capped(PER_LIFE, 1e12);
        (lines[4].clauses.fee, lines[4].clauses.minimum) = (_only(USDC, 1_000), _only(USDC, 5e9));
        lines[4].clauses.buyout = 2_000_000;
        lines[5] = _line("keeper", moderators, PERCENT);
        (lines[5].starts, lines[5].ends) = (START - 200 days, START + 4 * 365 days);
        (lines[5].clauses.thresholdPer, lines[5].clauses.threshold) = (PER_YEAR, _each(2e12));
        lines[5].clauses.minimum = _only(ETH, 1 ether);
    }

    function _capped(uint8 per, uint96 amount) internal pure returns (Clauses memory clauses) {
        (clauses.capPer, clauses.cap) = (per, _each(amount));
    }

    function _poolHolder(uint256 index) internal pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode("pool", index)))));
    }
}
