// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { Base } from "../Base.t.sol";
import {
    Clauses,
    Graduation,
    Milestone,
    Outcome,
    Pool,
    StandingLine,
    Terms
} from "../../../contracts/interfaces/TermsTypes.sol";

/// @dev Every refusal of what terms have beyond roles and rates, and the value beside it that is accepted.
contract ExtrasCheckTest is Base {
    function test_RolesAreOfAStageAndGoSomewhere() external {
        Terms memory terms = _terms();
        terms.roles[COACH].stage = 3;
        _refuses(terms, "role.stage", 1, 3);
        terms = _terms();
        terms.roles[COACH].missing = 3;
        _refuses(terms, "role.missing", 1, 3);
        terms.roles[COACH].missing = 1;
        terms.roles[COACH].pool = 1;
        _refuses(terms, "role.pool", 1, 1);
        terms.roles[COACH].missing = 2;
        _refuses(terms, "role.pool", 1, 1);
        terms.pools = new Pool[](2);
        (terms.pools[0].holder, terms.pools[1].holder) = (stranger, stranger);
        _accepts(terms);
        terms.roles[COACH].pool = 2;
        _refuses(terms, "role.pool", 1, 2);
    }

    function test_AReferralRoleFollows() external {
        Terms memory terms = _terms();
        terms.ceiling = 100 * PERCENT;
        terms.roles[LOYALTY].stage = 2;
        _accepts(terms);
        terms.roles[LOYALTY].ceiling = 100 * PERCENT + 1;
        _refuses(terms, "role.ceiling", 3, 100 * PERCENT + 1);
        terms.roles[LOYALTY].ceiling = 100 * PERCENT;
        terms.roles[LOYALTY].missing = 1;
        _refuses(terms, "role.missing", 3, 1);
        terms.roles[LOYALTY].missing = 0;
        terms.residualRole = LOYALTY;
        _refuses(terms, "residualRole", 0, 3);
    }

    function test_OutcomesAreOfOneLaterKindEach() external {
        Terms memory terms = _terms();
        terms.outcomes = new Outcome[](2);
        terms.outcomes[0] = Outcome({ kind: RENEWAL, perPeriod: false, amounts: _each(1) });
        terms.outcomes[1] = Outcome({ kind: EXPANSION, perPeriod: true, amounts: _only(USDC, type(uint96).max) });
        _accepts(terms);
        terms.outcomes[1].kind = 3;
        _refuses(terms, "outcomes.kind", 1, 3);
        terms.outcomes[1].kind = RENEWAL;
        _refuses(terms, "outcomes.kind", 1, RENEWAL);
        terms.outcomes[1].kind = INITIAL;
        _refuses(terms, "outcomes.kind", 1, INITIAL);
        terms.outcomes[0].amounts = _none();
        _refuses(terms, "outcomes.amounts", 0, 0);
    }

    function test_PoolsHaveHoldersAndAreNotTooMany() external {
        Terms memory terms = _terms();
        terms.pools = new Pool[](16);
        for (uint160 i = 0; i < 16; ++i) terms.pools[i].holder = address(i + 1);
        _accepts(terms);
        terms.pools[15].holder = address(0);
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_ZeroAddress.selector, "pools.holder", 15));
        factory.create(terms, "", 0);
        terms.pools = new Pool[](17);
        _refuses(terms, "pools", 0, 17);
    }

    function test_GraduationsAskForSomething() external {
        Terms memory terms = _threeTiers();
        terms.graduations = new Graduation[](2);
        terms.graduations[0] = Graduation({ tier: 1, earned: _each(1), sales: 0, months: 0, score: 0 });
        terms.graduations[1] = Graduation({ tier: 2, earned: _none(), sales: 1, months: 0, score: 0 });
        _accepts(terms);
        terms.graduations[1].sales = 0;
        _refuses(terms, "graduations", 1, 0);
        terms.graduations[1].months = 1;
        _accepts(terms);
        (terms.graduations[1].months, terms.graduations[1].score) = (0, 1);
        _accepts(terms);
        terms.graduations[1].tier = 3;
        _refuses(terms, "graduations.tier", 1, 3);
        terms.graduations[1].tier = 1;
        _refuses(terms, "graduations.tier", 1, 1);
        terms.graduations[1].tier = 0;
        _refuses(terms, "graduations.tier", 1, 0);
    }

    function test_MilestonesPayForSomething() external {
        Terms memory terms = _terms();
        terms.milestones = new Milestone[](64);
        for (uint256 i = 0; i < 64; ++i) (terms.milestones[i].sales, terms.milestones[i].pays) = (1, _each(1));
        _accepts(terms);
        terms.milestones[63].pays = _none();
        _refuses(terms, "milestones.pays", 63, 0);
        terms.milestones[1].sales = 0;
        _refuses(terms, "milestones.sales", 1, 0);
        terms.milestones[1].earned = _only(USDC, 1);
        _refuses(terms, "milestones.earned", 1, 0);
        terms.milestones[1].pays = _only(USDC, 7);
        _refuses(terms, "milestones.pays", 63, 0);
        terms.milestones[1].sales = 2;
        _refuses(terms, "milestones.sales", 1, 2);
        terms.milestones = new Milestone[](65);
        _refuses(terms, "milestones", 0, 65);
    }

    function test_CheckpointsRise() external {
        Terms memory terms = _terms();
        terms.checkpoints = new uint40[](255);
        for (uint40 i = 0; i < 255; ++i) terms.checkpoints[i] = START + i;
        _accepts(terms);
        terms.checkpoints[7] = terms.checkpoints[6];
        _refuses(terms, "checkpoints", 7, START + 6);
        terms.checkpoints[0] = 0;
        _refuses(terms, "checkpoints", 0, 0);
        terms.checkpoints = new uint40[](256);
        _refuses(terms, "checkpoints", 0, 256);
    }

    function test_OnlyHeldSalesCanBeDisputed() external {
        Terms memory terms = _terms();
        (terms.rules.disputes, terms.rules.disputePeriods) = (3, 1);
        _accepts(terms);
        terms.rules.disputePeriods = 0;
        _refuses(terms, "rules.disputes", 0, 3);
        (terms.rules.disputePeriods, terms.holdPeriods) = (1, 0);
        _refuses(terms, "rules.disputes", 0, 3);
        terms.rules.disputes = 0;
        _accepts(terms);
    }

    function test_LimitsHaveAnAmountAndATime() external {
        Terms memory terms = _terms();
        Clauses memory clauses = terms.standing[TECH].clauses;
        (clauses.capPer, clauses.cap, clauses.thresholdPer, clauses.threshold) = (1, _each(5), 2, _each(6));
        _accepts(terms);
        clauses.capPer = 0;
        _refuses(terms, "clauses.cap", 1, 0);
        (clauses.capPer, clauses.cap) = (2, _none());
        _refuses(terms, "clauses.cap", 1, 2);
        (clauses.capPer, clauses.cap) = (3, _each(5));
        _refuses(terms, "clauses.cap", 1, 3);
        (clauses.capPer, clauses.thresholdPer) = (2, 0);
        _refuses(terms, "clauses.threshold", 1, 0);
        (clauses.thresholdPer, clauses.threshold) = (1, _none());
        _refuses(terms, "clauses.threshold", 1, 1);
        (clauses.thresholdPer, clauses.threshold) = (3, _each(6));
        _refuses(terms, "clauses.threshold", 1, 3);
    }

    function test_F5_AmountsAreInCurrenciesOfTheProgram() external {
        Terms memory terms = _terms();
        Clauses memory clauses = terms.standing[TECH].clauses;
        clauses.fee = _only(USDC, 1);
        _accepts(terms);
        (clauses.fee, clauses.minimum) = (_none(), _only(ETH, 1));
        _accepts(terms);
        terms.currencies[ETH] = address(0);
        _refuses(terms, "clauses.minimum", 1, 2);
        clauses.minimum = new uint96[](3);
        clauses.minimum[USDC] = 1;
        _refuses(terms, "clauses.minimum", 1, 3);
        clauses.minimum = new uint96[](1);
        clauses.minimum[0] = 1;
        _refuses(terms, "clauses.minimum", 1, 1);
        clauses.minimum = new uint96[](2);
        _refuses(terms, "clauses.minimum", 1, 2);
        (clauses.minimum, terms.rules.minimumPayout) = (_none(), _only(ETH, 1));
        _refuses(terms, "rules.minimumPayout", 0, 2);
        (terms.rules.minimumPayout, terms.rules.leastSale) = (_none(), _only(ETH, 1));
        _refuses(terms, "rules.leastSale", 0, 2);
        terms.rules.leastSale = _only(USDC, 1);
        _accepts(terms);
    }

    /// @dev A currency that a limit forgets would have none.
    function test_F5_LimitsNameEachCurrency() external {
        Terms memory terms = _terms();
        terms.rules.postingLimit = _only(USDC, 1_000e6);
        _refuses(terms, "rules.postingLimit", ETH, 0);
        terms.rules.postingLimit = _only(ETH, 1 ether);
        _refuses(terms, "rules.postingLimit", USDC, 0);
        terms.rules.postingLimit[USDC] = 1_000e6;
        _accepts(terms);
        terms.rules.refundLimit = _only(USDC, 1_000e6);
        _refuses(terms, "rules.refundLimit", ETH, 0);
        terms.currencies[ETH] = address(0);
        terms.rules.postingLimit = _only(USDC, 1_000e6);
        _accepts(terms);
    }

    function test_PowersHaveTimes() external {
        Terms memory terms = _terms();
        terms.rules.handoverDays = 0;
        _refuses(terms, "rules.handoverDays", 0, 0);
        (terms.rules.handoverDays, terms.rules.silencePeriods) = (1, 5);
        _refuses(terms, "rules.silencePeriods", 0, 5);
        terms.rules.silencePeriods = 6;
        _accepts(terms);
        terms.lineNoticePeriods = 0;
        _refuses(terms, "lineNoticePeriods", 0, 0);
    }

    function test_LinesWithClausesAreNotTooMany() external {
        Terms memory terms = _bareTerms();
        terms.standing = new StandingLine[](256);
        for (uint256 i = 0; i < 256; ++i) {
            terms.standing[i] = _line("l", moderators, 1);
            if (i < 32) terms.standing[i].clauses.minimum = _only(USDC, 1);
            else if (i < 255) terms.standing[i].clauses.buyout = 1;
        }
        _accepts(terms);
        terms.standing[254].clauses.cap = _each(1);
        terms.standing[254].clauses.capPer = 2;
        _refuses(terms, "clauses", 1, 33);
        terms.standing[255].clauses.buyout = 1;
        _refuses(terms, "clauses", 0, 256);
    }

    function _threeTiers() private view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.tiers = new string[](3);
    }

    /// @dev What is accepted comes back in full: nothing of it was dropped in packing.
    function _accepts(Terms memory terms) private {
        uint256 before = vm.snapshotState();
        vm.assertEq(abi.encode(_create(terms).terms()), abi.encode(terms), "terms");
        vm.revertToState(before);
    }

    function _refuses(Terms memory terms, string memory field, uint256 index, uint256 value) private {
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_Invalid.selector, field, index, value));
        factory.create(terms, "", 0);
    }
}
