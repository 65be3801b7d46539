// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PricingBase } from "../support/PricingBase.sol";
import { Bonus, StandingLine, Terms, VolumeBonus } from "../../../contracts/interfaces/TermsTypes.sol";
import { Enrollment, NamedLine, Status } from "../../../contracts/interfaces/Types.sol";
import { RESIDUAL_RATE } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";

/// @dev What a sale pays is the same in `preview` and `post`: each case is asked of `preview`, then posted and read again.
contract PricingTest is PricingBase {
    function test_WhenNoCreditIsGiven() external {
        NamedLine[] memory lines = _price(new Credit[](0));
        vm.assertEq(lines.length, 2, "lines");
        _assertLine(lines[0], "moderators", moderators, 2e6);
        _assertLine(lines[1], "residual", treasury, 98e6);
    }

    function test_WhenSeveralShareARole() external {
        NamedLine[] memory lines = _price(
            _credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, INTEGRATION, 2), _credit(CLEO, INTEGRATION, 4))
        );
        _assertLine(lines[0], "integration", ana, 2_142_857);
        _assertLine(lines[1], "integration", ben, 4_285_714);
        _assertLine(lines[2], "integration", cleo, 8_571_428);
        _assertLine(lines[4], "residual", treasury, 83_000_001);
    }

    function test_WhenOneOfSeveralInARoleHasRateZero() external {
        Terms memory terms = _terms();
        terms.roles[INTEGRATION].rates = _three(0, 0, 0);
        terms.roles[INTEGRATION].tiers[1] = 10 * PERCENT;
        _use(terms);
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        vm.warp(START + PERIOD);
        NamedLine[] memory lines = _price(_credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, INTEGRATION, 3)));
        _assertLine(lines[0], "integration", ana, 2_500_000);
        _assertLine(lines[1], "integration", ben, 0);
    }

    function test_WhenARoleEarnsNothingOnTheKind() external {
        NamedLine[] memory lines = _price(_credits(_credit(ANA, COACH, 1)));
        vm.assertEq(lines.length, 2, "lines");
        _assertLine(lines[0], "moderators", moderators, 2e6);
    }

    function test_WhenARoleIsNet() external {
        NamedLine[] memory lines = _price(_credits(_credit(ANA, LOYALTY, 1), _credit(BEN, INTEGRATION, 1)));
        _assertLine(lines[0], "loyalty", ana, 8_300_000);
        _assertLine(lines[1], "integration", ben, 15e6);
        _assertLine(lines[3], "residual", treasury, 74_700_000);
    }

    function test_GivenTheResidualIsARoles() external {
        Terms memory terms = _terms();
        uint8 seller = _withSeller(terms);
        _use(terms);
        NamedLine[] memory lines = _price(
            _credits(_credit(ANA, seller, 1), _credit(BEN, INTEGRATION, 1), _credit(CLEO, seller, 2))
        );
        _assertLine(lines[0], "seller", ana, 27_666_666);
        _assertLine(lines[2], "seller", cleo, 55_333_333);
        vm.assertEq(lines[0].rate, RESIDUAL_RATE, "rate");
        _assertLine(lines[4], "residual", treasury, 1);
    }

    function test_GivenTheResidualRoleHasARateToo() external {
        Terms memory terms = _terms();
        terms.residualRole = INTEGRATION;
        terms.ceiling = 100 * PERCENT;
        _use(terms);
        NamedLine[] memory lines = _price(_credits(_credit(ANA, INTEGRATION, 7)));
        _assertLine(lines[0], "integration", ana, 15e6);
        _assertLine(lines[1], "integration", ana, 83e6);
        _assertLine(lines[3], "residual", treasury, 0);
    }

    function test_GivenTheResidualRoleIsNotFilled() external {
        Terms memory terms = _terms();
        _withSeller(terms);
        _use(terms);
        NamedLine[] memory lines = _price(_credits(_credit(ANA, INTEGRATION, 1)));
        _assertLine(lines[2], "residual", treasury, 83e6);
    }

    function test_GivenACommissionBelow100Percent() external {
        Terms memory terms = _terms();
        terms.commission = 333_333;
        terms.roles[INTEGRATION].ceiling = 100_001;
        _use(terms);
        NamedLine[] memory lines = _price(_credits(_credit(ANA, INTEGRATION, 1)));
        vm.assertEq(lines[0].rate, 33_333, "rate");
        // The rate is exact until the line is rounded: 100,001 × 333,333 millionths of a ppm.
        _assertLine(lines[0], "integration", ana, 3_333_363);
    }

    function test_WhenATierChanges() external {
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        vm.warp(START + PERIOD - 1);
        vm.assertEq(_affiliateRate(), 10 * PERCENT, "before the period ends");
        vm.warp(START + PERIOD);
        vm.assertEq(_affiliateRate(), 15 * PERCENT, "from the next period on");
    }

    function test_GivenTheProgramHasNoTiers() external {
        Terms memory terms = _terms();
        terms.tiers = new string[](0);
        for (uint256 i = 0; i < terms.roles.length; ++i) terms.roles[i].tiers = new uint24[](0);
        _use(terms);
        vm.assertEq(_affiliateRate(), 10 * PERCENT, "with tenure");
        vm.assertEq(_price(_credits(_credit(ANA, LOYALTY, 1)))[0].rate, 10 * PERCENT, "last role");
        uint256 start = vm.snapshotState();
        vm.warp(START + 365 days);
        vm.assertEq(_affiliateRate(), 12 * PERCENT, "second year");
        vm.revertToState(start);
        terms.roles[AFFILIATE].tenure = new uint24[](0);
        terms.roles[AFFILIATE].network = Bonus({ every: 2, add: PERCENT, max: 2 * PERCENT });
        _use(terms);
        vm.assertEq(_affiliateRate(), 11 * PERCENT, "with a bonus alone");
    }

    function test_WhenAPartnersYearEnds() external {
        vm.warp(START + 365 days - 1);
        vm.assertEq(_affiliateRate(), 10 * PERCENT, "first year");
        vm.warp(START + 365 days);
        vm.assertEq(_affiliateRate(), 12 * PERCENT, "second year");
    }

    function test_WhenTenureRunsPastItsTable() external {
        vm.warp(START + 20 * 365 days);
        vm.assertEq(_affiliateRate(), 14 * PERCENT, "last entry");
    }

    function test_WhenAPartnerJoinsInTheFuture() external {
        Enrollment[] memory late = new Enrollment[](1);
        late[0] = _enrollment(stranger, "late");
        late[0].joined = START + 365 days;
        vm.prank(operator);
        program.enroll(late);
        vm.assertEq(_price(_credits(_credit(4, AFFILIATE, 1)))[0].rate, 10 * PERCENT, "first entry");
    }

    function test_GivenANetworkBonus() external {
        Terms memory terms = _terms();
        terms.roles[AFFILIATE].ceiling = 14 * PERCENT;
        terms.roles[AFFILIATE].network = Bonus({ every: 2, add: PERCENT, max: 2 * PERCENT });
        _use(terms);
        vm.assertEq(_affiliateRate(), 11 * PERCENT, "three partners");
        _enrollOne(program, address(101), "d");
        vm.assertEq(_affiliateRate(), 12 * PERCENT, "four partners");
        vm.prank(operator);
        program.setStatus(BEN, Status.Suspended, "");
        vm.assertEq(_affiliateRate(), 11 * PERCENT, "three active partners");
        for (uint160 i = 102; i < 110; ++i) _enrollOne(program, address(i), "e");
        vm.assertEq(_affiliateRate(), 12 * PERCENT, "maximum");
    }

    function test_GivenAVolumeBonus() external {
        Terms memory terms = _terms();
        terms.roles[AFFILIATE].ceiling = 14 * PERCENT;
        terms.roles[AFFILIATE].volume = VolumeBonus({ every: _each(1_000e6), add: PERCENT, max: 3 * PERCENT });
        _use(terms);
        _pay(INITIAL, 1_300e6);
        vm.assertEq(_affiliateRate(), 10 * PERCENT, "first period");
        vm.warp(START + 10 days);
        _pay(RENEWAL, 599e6);
        vm.warp(START + PERIOD);
        vm.assertEq(_affiliateRate(), 11 * PERCENT, "1,999 in the period before");
        vm.warp(START + 2 * PERIOD - 1);
        _pay(RENEWAL, 9_000e6);
        vm.assertEq(_affiliateRate(), 11 * PERCENT, "not yet closed");
        vm.warp(START + 2 * PERIOD);
        vm.assertEq(_affiliateRate(), 13 * PERCENT, "maximum");
        vm.warp(START + 3 * PERIOD);
        vm.assertEq(_affiliateRate(), 10 * PERCENT, "nothing in the period before");
    }

    function test_GivenAVolumeBonusFromTheFirstUnitOn() external {
        Terms memory terms = _terms();
        terms.roles[AFFILIATE].ceiling = 14 * PERCENT;
        terms.roles[AFFILIATE].volume = VolumeBonus({ every: _each(1), add: PERCENT, max: PERCENT });
        terms.roles[AFFILIATE].volume.every[ETH] = 1;
        _use(terms);
        vm.assertEq(_affiliateRate(), 10 * PERCENT, "first period");
        vm.warp(START + PERIOD);
        vm.assertEq(_affiliateRate(), 11 * PERCENT, "something in the period before");
        vm.warp(START + 3 * PERIOD);
        vm.assertEq(_affiliateRate(), 10 * PERCENT, "nothing in the period before");
    }

    function test_GivenAVolumeBonusAndNoStandingLines() external {
        Terms memory terms = _terms();
        terms.standing = new StandingLine[](0);
        terms.roles[AFFILIATE].volume = VolumeBonus({ every: _each(1_000e6), add: PERCENT, max: 3 * PERCENT });
        _use(terms);
        _fund(1_000e6);
        _post(_sale("a", 1_000e6, new Credit[](0)));
        vm.warp(START + PERIOD);
        vm.assertEq(_affiliateRate(), 11 * PERCENT, "1,000 in the period before, of which nothing stayed");
        vm.assertEq(_affiliateRate(), 11 * PERCENT, "the same when its bucket is closed");
    }

    function test_GivenTheSumIsAboveTheRolesCeiling() external {
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        vm.warp(START + 365 days);
        vm.assertEq(_affiliateRate(), 16 * PERCENT, "17 cut to 16");
    }

    function _affiliateRate() private returns (uint256) {
        return _price(_credits(_credit(ANA, AFFILIATE, 1)))[0].rate;
    }
}
