// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PricingBase } from "../support/PricingBase.sol";
import { Pool, Terms } from "../../../contracts/interfaces/TermsTypes.sol";
import { NamedLine } from "../../../contracts/interfaces/Types.sol";
import { NOT_PAID, TO_OTHERS, TO_POOL } from "../../../contracts/libraries/Constants.sol";
import { Credit } from "../support/Sales.sol";

contract MissingRolesTest is PricingBase {
    address private community = address(0xC0FFEE);
    address private education = address(0xED0);

    function test_WhenTheShareGoesToThePool() external {
        _use(_pooled());
        NamedLine[] memory lines = _price(_credits(_credit(ANA, AFFILIATE, 3)));
        _assertLine(lines[0], "affiliate", ana, 10e6);
        _assertLine(lines[1], "education", education, 15e6);
        // Net of 73: the pool's gross share comes first.
        _assertLine(lines[2], "community", community, 7_300_000);
        _assertLine(lines[4], "residual", treasury, 65_700_000);
        vm.assertEq(program.statement(education, address(usdc), 0).held, 15e6, "the pool's books");
        _warpToLock();
        program.claim(education, address(usdc));
        vm.assertEq(usdc.balanceOf(education), 15e6, "the pool's claim");
    }

    function test_WhenTheRoleIsFilled() external {
        _use(_pooled());
        NamedLine[] memory lines = _price(_credits(_credit(ANA, INTEGRATION, 1), _credit(BEN, LOYALTY, 1)));
        vm.assertEq(lines.length, 4, "lines");
        _assertLine(lines[0], "integration", ana, 15e6);
        _assertLine(lines[1], "loyalty", ben, 8_300_000);
    }

    function test_WhenTheRoleEarnsNothingOnTheKind() external {
        Terms memory terms = _pooled();
        terms.roles[INTEGRATION].rates[INITIAL] = NOT_PAID;
        _use(terms);
        NamedLine[] memory lines = _price(new Credit[](0));
        vm.assertEq(lines.length, 3, "lines");
        _assertLine(lines[0], "community", community, 9_800_000);
    }

    function test_WhenThePoolsRoleHasAdditions() external {
        Terms memory terms = _pooled();
        terms.commission = 50 * PERCENT;
        terms.roles[INTEGRATION].tiers[0] = 7 * PERCENT;
        terms.roles[INTEGRATION].tenure = _three(5 * PERCENT, 6 * PERCENT, 7 * PERCENT);
        terms.roles[INTEGRATION].ceiling = 12 * PERCENT;
        _use(terms);
        NamedLine[] memory lines = _price(new Credit[](0));
        vm.assertEq(lines[0].rate, 6 * PERCENT, "base, up to the ceiling, by the commission");
    }

    function test_WhenTheResidualsRoleIsMissing() external {
        Terms memory terms = _pooled();
        terms.residualRole = LOYALTY;
        terms.ceiling = 100 * PERCENT;
        _use(terms);
        NamedLine[] memory lines = _price(new Credit[](0));
        _assertLine(lines[1], "community", community, 8_300_000);
        _assertLine(lines[3], "residual", treasury, 74_700_000);
    }

    function test_WhenTheShareGoesToTheOthers() external {
        _use(_shared());
        NamedLine[] memory lines = _price(_credits(_credit(ANA, AFFILIATE, 1)));
        // 10 % of the affiliate × (10 + 15 + 20) ÷ 10.
        vm.assertEq(lines[0].rate, 45 * PERCENT, "one role for all");
        _assertLine(lines[0], "affiliate", ana, 45e6);
        lines = _price(_credits(_credit(ANA, AFFILIATE, 1), _credit(BEN, INTEGRATION, 1)));
        // (25 + 20) ÷ 25.
        _assertLine(lines[0], "affiliate", ana, 18e6);
        _assertLine(lines[1], "integration", ben, 27e6);
        lines = _price(_credits(_credit(ANA, AFFILIATE, 1), _credit(BEN, INTEGRATION, 1), _credit(CLEO, COACH, 1)));
        _assertLine(lines[0], "affiliate", ana, 10e6);
        _assertLine(lines[2], "coach", cleo, 20e6);
    }

    function test_WhenTheOthersHaveAdditions() external {
        Terms memory terms = _shared();
        terms.roles[AFFILIATE].tiers[1] = 5 * PERCENT;
        _use(terms);
        vm.prank(operator);
        program.setTier(ANA, 1, "");
        vm.warp(START + PERIOD);
        NamedLine[] memory lines = _price(_credits(_credit(ANA, AFFILIATE, 1), _credit(BEN, AFFILIATE, 1)));
        // The scale is of base rates: 15 % and 10 %, each × 45 ÷ 10.
        vm.assertEq(lines[0].rate, 675_000, "ana");
        vm.assertEq(lines[1].rate, 450_000, "ben");
    }

    function test_WhenTheScaleIsNotWhole() external {
        Terms memory terms = _shared();
        terms.roles[COACH].missing = 0;
        terms.roles[AFFILIATE].rates = _three(100_001, 100_001, 100_001);
        terms.roles[INTEGRATION].rates = _three(77_777, 77_777, 77_777);
        _use(terms);
        NamedLine[] memory lines = _price(_credits(_credit(ANA, AFFILIATE, 1)));
        vm.assertEq(lines[0].rate, 177_778, "the sum");
        terms.name = "three roles";
        terms.roles[COACH].missing = TO_OTHERS;
        terms.roles[COACH].rates[INITIAL] = 3;
        _use(terms);
        lines = _price(_credits(_credit(ANA, AFFILIATE, 1), _credit(ANA, COACH, 1)));
        // ⌊100,001 × 177,781 ÷ 100,004⌋ and ⌊3 × 177,781 ÷ 100,004⌋.
        vm.assertEq(lines[0].rate, 177_775, "floored");
        vm.assertEq(lines[1].rate, 5, "floored to little");
    }

    function test_WhenTheRolesCeilingBinds() external {
        Terms memory terms = _shared();
        terms.roles[AFFILIATE].ceiling = 30 * PERCENT;
        terms.commission = 50 * PERCENT;
        _use(terms);
        NamedLine[] memory lines = _price(_credits(_credit(ANA, AFFILIATE, 1)));
        vm.assertEq(lines[0].rate, 15 * PERCENT, "ceiling by the commission");
    }

    function test_WhenNoRoleOfTheStageIsFilled() external {
        _use(_shared());
        NamedLine[] memory lines = _price(_credits(_credit(ANA, LOYALTY, 1)));
        _assertLine(lines[0], "loyalty", ana, 9_800_000);
        _assertLine(lines[2], "residual", treasury, 88_200_000);
    }

    function test_WhenTheFilledRolesHaveNoBaseRate() external {
        Terms memory terms = _shared();
        terms.roles[AFFILIATE].rates = _three(0, 0, 0);
        terms.roles[AFFILIATE].tenure = _three(10 * PERCENT, 0, 0);
        terms.roles[AFFILIATE].ceiling = 40 * PERCENT;
        _use(terms);
        NamedLine[] memory lines = _price(_credits(_credit(ANA, AFFILIATE, 1)));
        vm.assertEq(lines[0].rate, 10 * PERCENT, "not scaled");
    }

    function test_GivenAPoolAndOthers() external {
        Terms memory terms = _shared();
        terms.pools = _pools();
        terms.roles[INTEGRATION].missing = TO_POOL;
        _use(terms);
        NamedLine[] memory lines = _price(_credits(_credit(ANA, AFFILIATE, 1)));
        // The coach's share only: the pool's is not missing.
        _assertLine(lines[0], "affiliate", ana, 30e6);
        _assertLine(lines[1], "community", community, 15e6);
    }

    function test_WhenASaleWithAPoolIsRefunded() external {
        _use(_pooled());
        _price(_credits(_credit(ANA, AFFILIATE, 3)));
        _refund("r", bytes32(uint256(1)), 50e6);
        vm.assertEq(program.statement(education, address(usdc), 0).held, 7_500_000, "half");
        _refund("q", bytes32(uint256(1)), 50e6);
        vm.assertEq(program.statement(education, address(usdc), 0).held, 0, "the whole");
    }

    /// @dev Integration, gross, goes to education where it is missing; loyalty, net, to the community.
    function _pooled() private view returns (Terms memory terms) {
        terms = _terms();
        terms.pools = _pools();
        terms.roles[INTEGRATION].missing = TO_POOL;
        terms.roles[INTEGRATION].pool = 1;
        terms.roles[LOYALTY].missing = TO_POOL;
    }

    /// @dev Integration 15 %, coach 20 % and affiliate 10 % go to the others where they are missing; there is no standing
    /// line but the moderators'.
    function _shared() private view returns (Terms memory terms) {
        terms = _terms();
        terms.ceiling = 100 * PERCENT;
        terms.standing[TECH].rates = _one(0);
        terms.roles[COACH].rates[INITIAL] = 20 * PERCENT;
        terms.roles[AFFILIATE] = _role("affiliate", 10 * PERCENT);
        for (uint256 i = 0; i < 3; ++i) terms.roles[i].missing = TO_OTHERS;
    }

    function _pools() private view returns (Pool[] memory pools) {
        pools = new Pool[](2);
        pools[0] = Pool({ name: "community", holder: community });
        pools[1] = Pool({ name: "education", holder: education });
    }
}
