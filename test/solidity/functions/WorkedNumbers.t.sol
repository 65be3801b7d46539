// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PricingBase } from "../support/PricingBase.sol";
import {
    Bonus,
    Outcome,
    Pool,
    Role,
    StandingLine,
    Terms,
    VolumeBonus
} from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, NamedLine } from "../../../contracts/interfaces/Types.sol";
import { NOT_PAID, PER_YEAR, REFERRED, TO_OTHERS, TO_POOL } from "../../../contracts/libraries/Constants.sol";
import { Credit, Sale } from "../support/Sales.sol";

/// @dev The figures that people work out on paper when they agree on a deal, each to the last unit.
contract WorkedNumbersTest is PricingBase {
    /* RATES */

    /// @dev 20 %, 1 % more per 10 partners (10 % at most), 0.5 % per 10,000 of last period's revenue (5 % at most), 2 % per year
    /// (10 % at most). Whoever is credited is a partner, so there is always one.
    function test_GivenTheNetworkMultiplier() external {
        vm.assertEq(_multiplied(1, 0, 0), 200_000, "nothing yet");
        vm.assertEq(_multiplied(9, 9_999e6, 0), 200_000, "just below");
        vm.assertEq(_multiplied(10, 10_000e6, 1), 235_000, "one step each");
        vm.assertEq(_multiplied(100, 100_000e6, 5), 450_000, "all there is");
        vm.assertEq(_multiplied(100, 100_000e6, 6), 450_000, "and no more");
    }

    /// @dev 10/15/10/30/20/15 of a commission of 20 %, on a sale that brings 1,000 of it.
    function test_GivenTheValueStack() external {
        Terms memory terms = _bareTerms();
        terms.commission = 20 * PERCENT;
        uint24[6] memory rates = [uint24(10), 15, 10, 30, 20, 15];
        for (uint256 i = 0; i < 6; ++i) _withRole(terms, _role("role", rates[i] * PERCENT));
        _use(terms);
        Credit[] memory credits = new Credit[](6);
        for (uint256 i = 0; i < 6; ++i) credits[i] = _credit(1 + (i % 3), i, 1);
        NamedLine[] memory lines = _price(INITIAL, 5_000e6, credits);
        for (uint256 i = 0; i < 6; ++i) vm.assertEq(lines[i].amount, uint256(rates[i]) * 10e6, "share");
        vm.assertEq(lines[6].amount, 4_000e6, "the rest");
    }

    function test_GivenASaaSAccount() external {
        Terms memory terms = _bareTerms();
        _withRole(terms, _role("integration", 15 * PERCENT));
        _withRole(terms, _role("template", 5 * PERCENT));
        _withRole(terms, _role("training", 10 * PERCENT));
        _withLine(terms, _line("moderators", moderators, 2 * PERCENT));
        _use(terms);
        NamedLine[] memory lines = _price(
            INITIAL,
            99e6,
            _credits(_credit(ANA, 0, 1), _credit(BEN, 1, 1), _credit(CLEO, 2, 1))
        );
        _assertLine(lines[0], "integration", ana, 14_850_000);
        _assertLine(lines[1], "template", ben, 4_950_000);
        _assertLine(lines[2], "training", cleo, 9_900_000);
        _assertLine(lines[3], "moderators", moderators, 1_980_000);
    }

    function test_GivenACrossSale() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        _withLine(terms, _line("operations", moderators, 5 * PERCENT));
        _withLine(terms, _line("loyalty", tech, 2 * PERCENT));
        _withRole(terms, _role("influencer", 15 * PERCENT));
        Role memory referrer = _role("referrer", 30 * PERCENT);
        referrer.stage = 1;
        _withRole(terms, referrer);
        uint8 seller = _withSeller(terms);
        _use(terms);
        NamedLine[] memory lines = _price(
            INITIAL,
            1_000e6,
            _credits(_credit(ANA, 0, 1), _credit(BEN, 1, 1), _credit(CLEO, seller, 1))
        );
        _assertLine(lines[0], "influencer", ana, 150e6);
        _assertLine(lines[1], "referrer", ben, 234e6);
        _assertLine(lines[2], "seller", cleo, 546e6);
        _assertLine(lines[3], "operations", moderators, 50e6);
        _assertLine(lines[4], "loyalty", tech, 20e6);
    }

    function test_GivenABundle() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        _withLine(terms, _line("operations", moderators, 5 * PERCENT));
        uint8 seller = _withSeller(terms);
        _use(terms);
        NamedLine[] memory lines = _price(
            INITIAL,
            1_000e6,
            _credits(_credit(ANA, seller, 1), _credit(BEN, seller, 1), _credit(CLEO, seller, 1))
        );
        for (uint256 i = 0; i < 3; ++i) vm.assertEq(lines[i].amount, 316_666_666, "a third of 950");
        _assertLine(lines[4], "residual", treasury, 2);
    }

    /// @dev 10 % for whoever brought the customer, and 20 % of that for whoever brought that partner.
    function test_GivenASecondTierReferral() external {
        Terms memory terms = _bareTerms();
        _withRole(terms, _role("affiliate", 10 * PERCENT));
        Role memory second = _role("second tier", 20 * PERCENT);
        second.stage = REFERRED;
        _withRole(terms, second);
        _useReferred(terms);
        NamedLine[] memory lines = _price(INITIAL, 1_000e6, _credits(_credit(CLEO, 0, 1)));
        _assertLine(lines[0], "affiliate", cleo, 100e6);
        _assertLine(lines[1], "second tier", ben, 20e6);
        _assertLine(lines[2], "residual", treasury, 880e6);
    }

    /// @dev A class of products is a kind of its own, with its own rates.
    function test_GivenAProductMix() external {
        Terms memory terms = _bareTerms();
        terms.kinds[RENEWAL] = "initial/software";
        terms.kinds[EXPANSION] = "initial/services";
        Role memory affiliate = _role("affiliate", 0);
        affiliate.rates = _three(15 * PERCENT, 20 * PERCENT, 8 * PERCENT);
        _withRole(terms, affiliate);
        _use(terms);
        Credit[] memory credits = _credits(_credit(ANA, 0, 1));
        vm.assertEq(_price(RENEWAL, 1_000e6, credits)[0].amount, 200e6, "software");
        vm.assertEq(_price(EXPANSION, 1_000e6, credits)[0].amount, 80e6, "services");
        vm.assertEq(_price(INITIAL, 1_000e6, credits)[0].amount, 150e6, "all else");
    }

    /// @dev 30/20/10 of a sale, and one of the three is missing.
    function test_GivenARoleThatNobodyFilled() external {
        Terms memory terms = _bareTerms();
        terms.pools = new Pool[](1);
        terms.pools[0] = Pool({ name: "community", holder: moderators });
        _withRole(terms, _role("trust", 30 * PERCENT));
        _withRole(terms, _role("education", 20 * PERCENT));
        _withRole(terms, _role("discovery", 10 * PERCENT));
        for (uint256 missing = 0; missing < 3; ++missing) {
            terms.name = ["residual", "renormalise", "pool"][missing];
            for (uint256 i = 0; i < 3; ++i) terms.roles[i].missing = uint8(missing);
            _use(terms);
            NamedLine[] memory lines = _price(INITIAL, 600e6, _credits(_credit(ANA, 0, 1), _credit(BEN, 2, 1)));
            bool others = missing == TO_OTHERS;
            _assertLine(lines[0], "trust", ana, others ? 270e6 : 180e6);
            _assertLine(lines[1], "discovery", ben, others ? 90e6 : 60e6);
            if (missing == TO_POOL) _assertLine(lines[2], "community", moderators, 120e6);
            else _assertLine(lines[2], "residual", treasury, others ? 240e6 : 360e6);
        }
    }

    /* OUTCOMES */

    function test_GivenACompletionBonus() external {
        _use(_paying(false, 50e6));
        NamedLine[] memory lines = _price(RENEWAL, 50e6, _credits(_credit(ANA, 0, 1)));
        _assertLine(lines[0], "teacher", ana, 50e6);
        _assertLine(lines[1], "residual", treasury, 0);
    }

    /// @dev 1,000 a period, shared by what each teacher's students spent in minutes: 500, 300 and 200.
    function test_GivenAnEngagementPool() external {
        _use(_paying(true, 1_000e6));
        for (uint256 period = 0; period < 2; ++period) {
            vm.warp(START + period * PERIOD);
            NamedLine[] memory lines = _price(
                RENEWAL,
                1_000e6,
                _credits(_credit(ANA, 0, 500), _credit(BEN, 0, 300), _credit(CLEO, 0, 200))
            );
            vm.assertEq(lines[0].amount, 500e6, "ana");
            vm.assertEq(lines[1].amount, 300e6, "ben");
            vm.assertEq(lines[2].amount, 200e6, "cleo");
        }
    }

    /* STANDING LINES */

    function test_GivenATechPartnership() external {
        Terms memory terms = _bareTerms();
        _withLine(terms, _line("tech", tech, 25 * PERCENT));
        program = _create(terms);
        for (uint256 i = 0; i < 200; ++i) _pay(INITIAL, 297e6);
        _warpToLock();
        vm.assertEq(program.claimLine(0, address(usdc)), 14_850e6, "25 %");
        vm.assertEq(program.claimResidual(address(usdc), 100), 44_550e6, "75 %");
    }

    function test_GivenADecliningPartnership() external {
        Terms memory terms = _bareTerms();
        _withLine(terms, _line("tech", tech, 0));
        terms.standing[0].rates = _three(30 * PERCENT, 20 * PERCENT, 10 * PERCENT);
        program = _create(terms);
        uint256[3] memory expected = [uint256(30_000e6), 20_000e6, 10_000e6];
        for (uint256 year = 0; year < 3; ++year) {
            vm.warp(START + year * 365 days);
            _pay(INITIAL, 60_000e6);
            vm.warp(START + year * 365 days + 100 days);
            _pay(INITIAL, 40_000e6);
            vm.warp(START + year * 365 days + 200 days);
            vm.assertEq(program.claimLine(0, address(usdc)), expected[year], "a year");
        }
    }

    function test_GivenAnAnnualCap() external {
        Terms memory terms = _bareTerms();
        _withLine(terms, _line("tech", tech, 30 * PERCENT));
        terms.standing[0].clauses.capPer = PER_YEAR;
        terms.standing[0].clauses.cap = _each(25_000e6);
        program = _create(terms);
        _pay(INITIAL, 83_333_333_333);
        _pay(INITIAL, 16_666_666_667);
        vm.warp(START + 365 days);
        _pay(INITIAL, 10_000e6);
        vm.warp(START + 2 * 365 days);
        program.claimResidual(address(usdc), 100);
        vm.assertEq(program.claimable(tech, address(usdc)), 25_000e6 + 3_000e6, "the cap, and the next year's rate");
        vm.assertEq(usdc.balanceOf(treasury), 75_000e6 + 7_000e6, "the rest");
    }

    /// @dev A base fee of 300 a period and 12 % of what the influencer sold.
    function test_GivenAMicroInfluencer() external {
        vm.assertEq(_micro("kept", 0), 900e6, "300 and 12 % of 5,000");
        vm.assertEq(_micro("clawed back", 1_000e6), 780e6, "after a refund of 1,000");
    }

    function _micro(string memory name, uint96 refunded) private returns (uint256 paid) {
        vm.warp(START);
        Terms memory terms = _bareTerms();
        terms.name = name;
        Role memory affiliate = _role("affiliate", 0);
        affiliate.tiers[0] = 8 * PERCENT;
        affiliate.tiers[1] = 12 * PERCENT;
        _withRole(terms, affiliate);
        _withLine(terms, _line("base fee", ana, 0));
        terms.standing[0].clauses.fee = _only(USDC, 300e6);
        program = _create(terms);
        Enrollment[] memory partners = new Enrollment[](1);
        partners[0] = _enrollment(ana, "ana");
        partners[0].tier = 1;
        vm.prank(operator);
        program.enroll(partners);
        _paySale("a", INITIAL, 5_000e6);
        _postPaid(_sale("a", 5_000e6, _credits(_credit(ANA, 0, 1))));
        if (refunded > 0) _refund("r", "a", refunded);
        vm.warp(START + 2 * PERIOD);
        program.claimResidual(address(usdc), 100);
        paid = usdc.balanceOf(ana);
        program.claim(ana, address(usdc));
        paid = usdc.balanceOf(ana) - paid;
    }

    function _multiplied(uint256 active, uint256 revenue, uint256 fullYears) private returns (uint256) {
        vm.warp(START);
        Terms memory terms = _bareTerms();
        terms.ceiling = 45 * PERCENT;
        terms.name = string(abi.encodePacked(active, fullYears));
        Role memory affiliate = _role("affiliate", 20 * PERCENT);
        affiliate.tenure = new uint24[](6);
        for (uint24 i = 0; i < 6; ++i) affiliate.tenure[i] = i * 2 * PERCENT;
        affiliate.network = Bonus({ every: 10, add: PERCENT, max: 10 * PERCENT });
        affiliate.volume = VolumeBonus({ every: _each(10_000e6), add: PERCENT / 2, max: 5 * PERCENT });
        _withRole(terms, affiliate);
        program = _create(terms);
        Enrollment[] memory partners = new Enrollment[](active);
        for (uint256 i = 0; i < active; ++i) {
            partners[i] = _enrollment(address(uint160(1_000 + i)), "partner");
            partners[i].joined = uint40(START + PERIOD - fullYears * 365 days);
        }
        vm.prank(operator);
        program.enroll(partners);
        if (revenue > 0) _pay(INITIAL, revenue);
        vm.warp(START + PERIOD);
        return _preview(_sale("a", 100e6, _credits(_credit(1, 0, 1))))[0].rate;
    }

    /// @dev A teacher gets all of an outcome.
    function _paying(bool perPeriod, uint96 amount) private view returns (Terms memory terms) {
        terms = _bareTerms();
        Role memory teacher = _role("teacher", 40 * PERCENT);
        teacher.rates[RENEWAL] = 100 * PERCENT;
        _withRole(terms, teacher);
        terms.kinds[RENEWAL] = "outcome";
        terms.outcomes = new Outcome[](1);
        terms.outcomes[0] = Outcome({ kind: RENEWAL, perPeriod: perPeriod, amounts: _each(amount) });
    }

    function _withLine(Terms memory terms, StandingLine memory line) private pure {
        StandingLine[] memory lines = new StandingLine[](terms.standing.length + 1);
        for (uint256 i = 0; i < terms.standing.length; ++i) lines[i] = terms.standing[i];
        lines[terms.standing.length] = line;
        terms.standing = lines;
    }
}
