// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../../../contracts/interfaces/ITermsErrors.sol";
import { Base } from "../Base.t.sol";
import { ITermsValidator } from "../../../contracts/interfaces/ITermsValidator.sol";
import { Bonus, Outcome, Role, StandingLine, Terms, VolumeBonus } from "../../../contracts/interfaces/TermsTypes.sol";
import { NOT_PAID } from "../../../contracts/libraries/Constants.sol";

/// @dev What a sale could pay at most, told where it is over the ceiling.
contract WorstCaseTest is Base {
    /// @dev The worst case: gross 15 + 20 + 16, standing 2 + 30, then 10 % of what that leaves of the kind.
    function test_TheWorstCaseIsOverAllYearsTiersAndKinds() external {
        Terms memory terms = _terms();
        terms.ceiling = 846_999;
        _refusesOver(terms, EXPANSION, 847_000, 846_999);
        terms.roles[COACH].rates[EXPANSION] = NOT_PAID;
        factory.create(terms, "", 0);
        terms.standing[TECH].rates = _three(0, 0, 999_999);
        _refusesOver(terms, INITIAL, 1_329_999, 846_999);
    }

    function test_TheWorstCaseCountsLinesThatOverlapAtAnyTime() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 50 * PERCENT;
        terms.standing = new StandingLine[](2);
        terms.standing[0] = _line("a", moderators, 30 * PERCENT);
        terms.standing[1] = _line("b", tech, 30 * PERCENT);
        terms.standing[0].ends = START + 100;
        terms.standing[1].starts = START + 99;
        _refusesOver(terms, INITIAL, 60 * PERCENT, 50 * PERCENT);
        terms.standing[1].starts = START + 100;
        factory.create(terms, "", 0);
    }

    function test_TheWorstCaseCountsBonusesUpToTheRolesCeiling() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 50 * PERCENT;
        terms.roles = new Role[](1);
        terms.roles[0] = _role("affiliate", 20 * PERCENT);
        terms.roles[0].tiers[1] = 10 * PERCENT;
        terms.roles[0].tenure = _three(0, 11 * PERCENT, 5 * PERCENT);
        (Bonus memory none, VolumeBonus memory nothing) = (terms.roles[0].network, terms.roles[0].volume);
        Bonus memory five = Bonus({ every: 10, add: PERCENT, max: 5 * PERCENT });
        VolumeBonus memory most = VolumeBonus({ every: _each(10), add: PERCENT, max: 5 * PERCENT });
        terms.ceiling = 45 * PERCENT;
        (terms.roles[0].network, terms.roles[0].volume) = (five, nothing);
        _refusesOver(terms, INITIAL, 46 * PERCENT, 45 * PERCENT);
        (terms.roles[0].network, terms.roles[0].volume) = (none, most);
        _refusesOver(terms, INITIAL, 46 * PERCENT, 45 * PERCENT);
        terms.ceiling = 50 * PERCENT;
        terms.roles[0].network = five;
        _refusesOver(terms, INITIAL, 51 * PERCENT, 50 * PERCENT);
        terms.roles[0].ceiling = 50 * PERCENT;
        factory.create(terms, "", 0);
        terms.commission = 500_001;
        // 250,000.5 ppm: rounded up once.
        terms.ceiling = 250_000;
        _refusesOver(terms, INITIAL, 250_001, 250_000);
        terms.ceiling = 250_001;
        factory.create(terms, "", 0);
    }

    function test_NetRolesBeyondWhatIsLeftAreRefused() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        terms.roles = new Role[](2);
        terms.roles[0] = _role("a", 60 * PERCENT);
        terms.roles[1] = _role("b", 40 * PERCENT + 1);
        (terms.roles[0].stage, terms.roles[1].stage) = (1, 1);
        _refusesOver(terms, INITIAL, 100 * PERCENT + 1, 100 * PERCENT);
        terms.roles[1] = _role("b", 40 * PERCENT);
        terms.roles[1].stage = 1;
        factory.create(terms, "", 0);
    }

    /// @dev The terms file's own example of the design could pay 112 %.
    function test_TheExampleThatPaysOverItsCeilingIsRefused() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 60 * PERCENT;
        terms.roles = new Role[](3);
        terms.roles[0] = _role("integration", 15 * PERCENT);
        terms.roles[1] = _role("coach", NOT_PAID);
        terms.roles[1].rates[EXPANSION] = 20 * PERCENT;
        terms.roles[2] = _role("affiliate", 20 * PERCENT);
        terms.roles[2].ceiling = 45 * PERCENT;
        terms.roles[2].tiers[1] = 5 * PERCENT;
        terms.roles[2].tenure = _three(0, 5 * PERCENT, 10 * PERCENT);
        terms.roles[2].network = Bonus({ every: 10, add: PERCENT, max: 10 * PERCENT });
        terms.roles[2].volume = VolumeBonus({ every: _each(1e10), add: PERCENT / 2, max: 5 * PERCENT });
        terms.standing = new StandingLine[](2);
        terms.standing[0] = _line("moderators", moderators, 2 * PERCENT);
        terms.standing[1] = _line("tech", tech, 0);
        terms.standing[1].rates = _three(30 * PERCENT, 20 * PERCENT, 10 * PERCENT);
        _refusesOver(terms, INITIAL, 92 * PERCENT, 60 * PERCENT);
        terms.ceiling = 100 * PERCENT;
        _refusesOver(terms, EXPANSION, 112 * PERCENT, 100 * PERCENT);
    }

    /// @dev 20 % + 1 % for every 10 partners + 0.5 % for every 10,000 + up to 10 % by the years: 230 % where nothing limits it.
    function test_TheNetworkFormulaWithoutCeilingsIsRefused() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 100 * PERCENT;
        terms.roles = new Role[](1);
        terms.roles[0] = _role("affiliate", 20 * PERCENT);
        terms.roles[0].ceiling = type(uint24).max;
        terms.roles[0].tenure = _three(0, 2 * PERCENT, 10 * PERCENT);
        terms.roles[0].network = Bonus({ every: 10, add: PERCENT, max: 100 * PERCENT });
        terms.roles[0].volume = VolumeBonus({ every: _each(1e10), add: PERCENT / 2, max: 100 * PERCENT });
        _refusesOver(terms, INITIAL, 230 * PERCENT, 100 * PERCENT);
        terms.roles[0].ceiling = 45 * PERCENT;
        factory.create(terms, "", 0);
    }

    /// @dev 2 + (20 + 78 × 10.0001 %) × 1.1 %, rounded up once.
    function test_EveryLineMayHaveAReferrer() external {
        Terms memory terms = _threeRoles(20 * PERCENT, 10 * PERCENT + 1, 10 * PERCENT);
        (terms.roles[1].stage, terms.roles[2].stage) = (1, 2);
        terms.standing = new StandingLine[](1);
        terms.standing[0] = _line("moderators", moderators, 2 * PERCENT);
        _worstIs(terms, 325_801);
        terms.roles[2].rates = _three(NOT_PAID, NOT_PAID, NOT_PAID);
        _worstIs(terms, 298_001);
        // Two referred roles follow each line.
        (terms.roles[1].stage, terms.roles[2].rates) = (2, _three(10 * PERCENT, 0, 0));
        _worstIs(terms, 20_000 + 240_001);
    }

    /// @dev As long as the standing line has not begun, a sale would pay 110 %.
    function test_NetRolesWithReferrersBeyondWhatIsLeftAreRefused() external {
        Terms memory terms = _threeRoles(0, 100 * PERCENT, 10 * PERCENT);
        (terms.roles[1].stage, terms.roles[2].stage) = (1, 2);
        terms.standing = new StandingLine[](1);
        terms.standing[0] = _line("all", moderators, 100 * PERCENT);
        terms.standing[0].starts = START + 1;
        _worstIs(terms, 210 * PERCENT);
    }

    function test_FlatSharesOfMissingRolesAddNothing() external {
        Terms memory terms = _threeRoles(10 * PERCENT, 20 * PERCENT, 5 * PERCENT);
        (terms.roles[0].missing, terms.roles[1].missing) = (1, 1);
        _worstIs(terms, 35 * PERCENT);
    }

    /// @dev The first alone could earn (10 + 10) × 35 / 10 %.
    function test_SharesOfMissingRolesMultiplyAdditions() external {
        Terms memory terms = _threeRoles(10 * PERCENT, 20 * PERCENT, 5 * PERCENT);
        terms.roles[0].tiers[1] = 10 * PERCENT;
        _worstIs(terms, 45 * PERCENT);
        terms.roles[1].missing = 1;
        _worstIs(terms, 70 * PERCENT);
        // Those of another stage are not shared here: 45 − 5, then (20 − 5) × 5 %.
        terms.roles[2].stage = 1;
        _worstIs(terms, 60 * PERCENT + (40 * 5 * PERCENT) / 100);
        terms.roles[1].rates = _three(NOT_PAID, NOT_PAID, NOT_PAID);
        _worstIs(terms, 20 * PERCENT + (80 * 5 * PERCENT) / 100);
    }

    /// @dev Next to one with a tiny base, a role without any can grow to its ceiling.
    function test_SharesOfMissingRolesCanRaiseARoleWithoutBaseToItsCeiling() external {
        Terms memory terms = _threeRoles(0, 20 * PERCENT, 1);
        terms.roles[1].missing = 1;
        _worstIs(terms, 20 * PERCENT + 1);
        terms.roles[0].tenure = _three(2, 2, 2);
        terms.roles[0].ceiling = 40 * PERCENT;
        _worstIs(terms, 60 * PERCENT + 1);
        terms.commission = 50 * PERCENT;
        _worstIs(terms, 30 * PERCENT + 1);
    }

    function test_AnOutcomeMayPayItsWholeAmount() external {
        Terms memory terms = _threeRoles(NOT_PAID, NOT_PAID, NOT_PAID);
        terms.roles[0].rates[RENEWAL] = 100 * PERCENT;
        terms.ceiling = 60 * PERCENT;
        _refusesOver(terms, RENEWAL, 100 * PERCENT, 60 * PERCENT);
        terms.outcomes = new Outcome[](1);
        terms.outcomes[0] = Outcome({ kind: RENEWAL, perPeriod: false, amounts: _each(1) });
        factory.create(terms, "", 0);
        terms.roles[1].rates[RENEWAL] = 1;
        _refusesOver(terms, RENEWAL, 100 * PERCENT + 1, 100 * PERCENT);
    }

    /// @dev For an amendment only what can still happen counts.
    function test_StandingRatesThatAreOverDoNotCount() external {
        Terms memory terms = _bareTerms();
        terms.ceiling = 30 * PERCENT;
        terms.standing = new StandingLine[](2);
        terms.standing[0] = _line("a", moderators, 50 * PERCENT);
        terms.standing[1] = _line("b", tech, 30 * PERCENT);
        terms.standing[0].ends = START + 100;
        terms.standing[1].starts = START + 100;
        ITermsValidator validator = factory.validator();
        validator.plan(terms, START + 100);
        vm.expectRevert(
            abi.encodeWithSelector(ITermsErrors.Terms_PaysOverCeiling.selector, INITIAL, 50 * PERCENT, 30 * PERCENT)
        );
        validator.plan(terms, START + 99);
    }

    function _threeRoles(uint24 a, uint24 b, uint24 c) private view returns (Terms memory terms) {
        terms = _bareTerms();
        terms.roles = new Role[](3);
        (terms.roles[0], terms.roles[1], terms.roles[2]) = (_role("a", a), _role("b", b), _role("c", c));
    }

    /// @dev Exactly: with it as the ceiling the terms are accepted, with one less they are not.
    function _worstIs(Terms memory terms, uint24 worst) private {
        terms.ceiling = 100 * PERCENT;
        if (worst <= 100 * PERCENT) {
            terms.ceiling = worst;
            factory.predict(terms, "", 0, operator);
            terms.ceiling = worst - 1;
        }
        _refusesOver(terms, INITIAL, worst, terms.ceiling);
    }

    function _refusesOver(Terms memory terms, uint256 kind, uint256 worst, uint256 ceiling) private {
        vm.expectRevert(abi.encodeWithSelector(ITermsErrors.Terms_PaysOverCeiling.selector, kind, worst, ceiling));
        factory.create(terms, "", 0);
    }
}
