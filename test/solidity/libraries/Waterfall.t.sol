// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Vm } from "../support/Vm.sol";
import { Waterfall } from "../../../contracts/libraries/Waterfall.sol";

contract WaterfallTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @dev Parts by weight of one rate are never more than the rate's part, and less than it by under a unit each.
    function test_PartsByWeightAreTheWhole(uint96 base, uint24 rate, uint256 seed) external pure {
        rate = rate % 1_000_001;
        uint256[5] memory weights;
        uint256 all = 0;
        for (uint256 i = 0; i < 5; ++i) {
            weights[i] = 1 + (uint256(keccak256(abi.encode(seed, i))) % type(uint32).max);
            all += weights[i];
        }
        uint256 sum = 0;
        for (uint256 i = 0; i < 5; ++i) sum += Waterfall.part(base, uint256(rate) * 1e6, weights[i], all);
        uint256 whole = (uint256(base) * rate) / 1e6;
        vm.assertLe(sum, whole, "more than the whole");
        vm.assertGe(sum + 5, whole, "less than the whole");
    }

    function test_WeightsAtTypeMaxima() external pure {
        uint256 weight = type(uint32).max;
        vm.assertEq(
            Waterfall.part(type(uint96).max, 1e12, weight, 32 * weight),
            uint256(type(uint96).max) / 32,
            "of the largest sale"
        );
        vm.assertEq(Waterfall.part(1, 1e12, 1, 32 * weight), 0, "of the smallest");
        // The largest numerator and denominator of a rate: 100 % raised by 16 missing roles, over 16 filled ones.
        vm.assertEq(
            Waterfall.part(type(uint96).max, 1e12 * 16e6, weight, 32 * weight * 16e6),
            uint256(type(uint96).max) / 32,
            "of a fraction"
        );
    }

    function test_APartIsItsFormula(uint96 base, uint40 rate, uint32 weight, uint32 other) external pure {
        vm.assume(weight > 0);
        rate = rate % 1_000_000_000_001;
        uint256 weights = uint256(weight) + other;
        vm.assertEq(
            Waterfall.part(base, rate, weight, weights),
            (uint256(base) * rate * weight) / (weights * 1e12),
            "part"
        );
    }

    /// @dev However revenue is cut into sales, what they set aside covers the rate of their sum.
    function test_WhatIsSetAsideCoversThePeriod(uint256 seed, uint24 rate) external pure {
        rate = rate % 1_000_001;
        uint256 sum = 0;
        uint256 aside = 0;
        for (uint256 i = 0; i < 30; ++i) {
            uint256 amount = uint256(keccak256(abi.encode(seed, i))) % (i % 2 == 0 ? 100 : 1e20);
            sum += amount;
            aside += Waterfall.setAside(amount, rate);
        }
        vm.assertGe(aside, (sum * rate) / 1e6, "set aside");
        vm.assertLe(aside, (sum * rate) / 1e6 + 30, "at most a unit more for each sale");
    }

    /// @dev Partial reversals telescope: never more than the line, all of it in the end, and never less than in proportion.
    function test_ReversalsTelescope(uint96 line, uint96 sale, uint256 seed) external pure {
        vm.assume(sale > 0);
        line = uint96(line % (uint256(sale) + 1));
        uint256 refunded = 0;
        uint256 reversed = 0;
        for (uint256 i = 0; i < 10; ++i) {
            refunded += uint256(keccak256(abi.encode(seed, i))) % (sale - refunded + 1);
            uint256 next = Waterfall.reversed(line, refunded, sale);
            vm.assertGe(next, reversed, "a refund gave something back to a line");
            vm.assertLe(next, line, "more than the line");
            vm.assertGe(next * sale, uint256(line) * refunded, "less than in proportion");
            reversed = next;
        }
        vm.assertEq(Waterfall.reversed(line, sale, sale), line, "a full refund");
        vm.assertEq(Waterfall.reversed(line, 0, sale), 0, "no refund");
    }
}
