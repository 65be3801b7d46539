// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Vm } from "../support/Vm.sol";
import { FIRST_POOL, REFERRED, RESIDUAL_RATE } from "../../../contracts/libraries/Constants.sol";
import { GROSS, NET, RESIDUAL, Share, Waterfall } from "../../../contracts/libraries/Waterfall.sol";

contract WaterfallTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @dev Of any sale that checked terms allow, lines, standing lines and residual are the whole.
    function test_LinesAndStandingAndResidualAreTheSale(uint96 amount, uint256 seed, bool withSeller) external pure {
        vm.assume(amount > 0);
        _check(amount, seed, withSeller);
    }

    function test_TheSameAtTypeMaxima(uint256 seed, bool withSeller) external pure {
        _check(type(uint96).max, seed, withSeller);
        _check(1, seed, withSeller);
    }

    function test_WeightsAtTypeMaxima() external pure {
        Share[] memory shares = new Share[](33);
        for (uint256 i = 0; i < 33; ++i) shares[i] = _share(0, GROSS, 1e6, type(uint32).max);
        (uint256 standing, uint256 residual) = Waterfall.fill(shares, type(uint96).max, 0, Waterfall.survey(shares));
        vm.assertEq(standing, 0, "standing");
        vm.assertEq(residual, type(uint96).max % 33, "residual");
        for (uint256 i = 0; i < 33; ++i) vm.assertEq(shares[i].amount, uint256(type(uint96).max) / 33, "line");
    }

    /// @dev One line is exactly its formula, whoever else is there.
    function test_ALineIsItsFormula(
        uint96 amount,
        uint24 rate,
        uint32 weight,
        uint32 other,
        uint24 standing
    ) external pure {
        vm.assume(weight > 0 && other > 0);
        standing = standing % 500_001;
        rate = rate % (1_000_001 - standing);
        Share[] memory shares = new Share[](3);
        shares[0] = _share(3, GROSS, rate, weight);
        shares[1] = _share(5, NET, 400_000, 7);
        shares[2] = _share(3, GROSS, 0, other);
        Waterfall.fill(shares, amount, standing, Waterfall.survey(shares));
        uint256 expected = (uint256(amount) * rate * weight) / ((uint256(weight) + other) * 1e6);
        vm.assertEq(shares[0].amount, expected, "gross");
        uint256 left = amount - (uint256(amount) * standing + 999_999) / 1e6 - expected;
        vm.assertEq(shares[1].amount, (left * 400_000) / 1e6, "net");
        vm.assertEq(shares[2].amount, 0, "rate zero");
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

    function test_MarksTellStagesAndSharing(uint8 role, uint8 stage) external pure {
        role %= 16;
        stage %= 4;
        uint256 seen = Waterfall.mark(0, role, stage);
        vm.assertEq(seen, 1 << (uint256(stage) * 16 + role), "bit");
        vm.assertTrue(Waterfall.isAlone(seen), "alone");
        vm.assertTrue(Waterfall.isAlone(Waterfall.mark(seen, role, (stage + 1) % 4)), "another stage");
        vm.assertTrue(Waterfall.isAlone(Waterfall.mark(seen, (role + 1) % 16, stage)), "another role");
        seen = Waterfall.mark(seen, role, stage);
        vm.assertTrue(!Waterfall.isAlone(seen), "twice");
        vm.assertTrue(!Waterfall.isAlone(Waterfall.mark(seen, (role + 1) % 16, stage)), "twice, and another");
    }

    function test_ReferredSharesAreNeverAlike(uint8 role) external pure {
        role %= 16;
        uint256 seen = Waterfall.markReferred(Waterfall.markReferred(0, role), role);
        vm.assertEq(seen, 1 << (32 + uint256(role)), "bit");
        vm.assertTrue(Waterfall.isAlone(seen), "alone, however often");
        vm.assertTrue(Waterfall.plays(seen, role, REFERRED), "plays");
        vm.assertTrue(!Waterfall.plays(seen, role, NET), "in no other stage");
        Share[] memory shares = new Share[](3);
        shares[0] = _share(role, GROSS, 1, 1);
        (shares[1], shares[2]) = (_share(role, REFERRED, 1, 1), _share(role, REFERRED, 2, 1));
        vm.assertEq(Waterfall.survey(shares), seen | (1 << uint256(role)), "survey");
    }

    function test_AReferredShareFollowsTheLineBeforeIt() external pure {
        Share[] memory shares = new Share[](6);
        shares[0] = _share(0, NET, 333_333, 1);
        shares[1] = _share(7, REFERRED, 100_000, 1);
        shares[2] = _share(8, REFERRED, 1e6, 1);
        shares[3] = _share(1, GROSS, 100_000, 1);
        shares[4] = _share(7, REFERRED, 500_000, 1);
        shares[5] = _share(2, RESIDUAL, 0, 1);
        (, uint256 residual) = Waterfall.fill(shares, 1_001, 0, Waterfall.survey(shares));
        // Net of 901: 300; of that 30 and 300; gross 100, of that 50; 221 remain.
        uint256[6] memory expected = [uint256(300), 30, 300, 100, 50, 221];
        for (uint256 i = 0; i < 6; ++i) vm.assertEq(shares[i].amount, expected[i], "amount");
        vm.assertEq(residual, 0, "residual");
    }

    function test_ASaleCountsOnceForEachPartner() external pure {
        Share[] memory shares = new Share[](6);
        uint24[6] memory partners = [uint24(5), 9, 9, 5, uint24(FIRST_POOL), 7];
        for (uint256 i = 0; i < 6; ++i) {
            shares[i] = _share(i, i == 1 ? REFERRED : GROSS, 1, 1);
            shares[i].partner = partners[i];
        }
        vm.assertEq(Waterfall.firsts(shares), 37, "bits 0, 2 and 5");
        shares[1].stage = NET;
        vm.assertEq(Waterfall.firsts(shares), 35, "bits 0, 1 and 5");
        vm.assertEq(Waterfall.firsts(new Share[](0)), 0, "none");
    }

    function test_StagesOfStoredLines() external pure {
        vm.assertEq(Waterfall.stageOf(RESIDUAL_RATE, GROSS), RESIDUAL, "residual");
        vm.assertEq(Waterfall.stageOf(RESIDUAL_RATE, NET), RESIDUAL, "residual of a net role");
        vm.assertEq(Waterfall.stageOf(0, NET), NET, "net");
        vm.assertEq(Waterfall.stageOf(1e6, GROSS), GROSS, "gross");
    }

    function test_AllocatedSharesDoNotOverlap(uint8 most) external pure {
        Share[] memory shares = Waterfall.allocate(most);
        bytes memory behind = new bytes(7);
        for (uint256 i = 0; i < most; ++i) {
            shares[i].wallet = address(uint160(i + 1));
            shares[i].role = i;
            shares[i].rate = i;
            shares[i].amount = i;
            shares[i].partner = i;
            shares[i].weight = i;
            shares[i].stage = i;
        }
        for (uint256 i = 0; i < most; ++i) {
            vm.assertEq(shares[i].wallet, address(uint160(i + 1)), "first field");
            vm.assertEq(shares[i].stage, i, "last field");
        }
        vm.assertEq(behind, new bytes(7), "what lies behind");
    }

    /// @dev Random shares of four gross and two net roles, whose rates stay within what the terms' check allows.
    function _check(uint256 amount, uint256 seed, bool withSeller) private pure {
        uint256 standingRate = seed % 200_001;
        Share[] memory shares = new Share[](1 + ((seed >> 32) % 20));
        for (uint256 i = 0; i < shares.length; ++i) {
            uint256 part = uint256(keccak256(abi.encode(seed, i)));
            uint256 role = part % 6;
            bool seller = withSeller && role == 5;
            uint256 rate = (part >> 8) % (role < 4 ? 200_001 : 500_001);
            shares[i] = _share(
                role,
                seller
                    ? RESIDUAL
                    : role < 4
                        ? GROSS
                        : NET,
                rate,
                1 + ((part >> 64) % type(uint32).max)
            );
        }
        (uint256 standing, uint256 residual) = Waterfall.fill(shares, amount, standingRate, Waterfall.survey(shares));
        uint256 sum = standing + residual;
        for (uint256 i = 0; i < shares.length; ++i) {
            vm.assertLe(shares[i].amount, amount, "a line is more than its sale");
            sum += shares[i].amount;
        }
        vm.assertEq(sum, amount, "the whole");
    }

    function _share(
        uint256 role,
        uint256 stage,
        uint256 rate,
        uint256 weight
    ) private pure returns (Share memory share) {
        share.role = role;
        share.stage = stage;
        share.rate = stage == RESIDUAL ? RESIDUAL_RATE : rate;
        share.weight = weight;
    }
}
