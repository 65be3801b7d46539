// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Levels, Sharing } from "../../../contracts/libraries/Levels.sol";
import { Vm } from "../support/Vm.sol";

/// @dev Money that is shared is conserved, in the order of hurdles, whatever it is cut into.
contract LevelsTest {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint256 private constant CLASSES = 8;

    function testFuzz_SharedMoneyIsConserved(
        uint64[CLASSES] calldata units,
        uint96[CLASSES] calldata hurdles,
        uint256 shape,
        uint96 amount
    ) external pure {
        Sharing memory sharing = _sharing(units, hurdles, shape);
        (uint256 level, uint256 waiting, uint256 forTreasury) = Levels.share(sharing, 0, amount);
        uint256 sum = waiting + forTreasury;
        for (uint256 class = 0; class < CLASSES; ++class) sum += _earnedBy(sharing, class, level);
        vm.assertLe(sum, amount, "more than there is");
        // Each of at most nine rises keeps less than a unit beside one for the treasury, and each class less than one.
        vm.assertLe(amount - sum, 2 * 9 + CLASSES, "rounding keeps more");
        vm.assertTrue(!sharing.toTreasury || level >= type(uint160).max - 1 || waiting == 0, "waits");
    }

    function testFuzz_LevelsNeverFallAndMoreMoneyLiftsThemMore(
        uint64[CLASSES] calldata units,
        uint96[CLASSES] calldata hurdles,
        uint256 shape,
        uint96 first,
        uint96 second
    ) external pure {
        Sharing memory sharing = _sharing(units, hurdles, shape);
        (uint256 once, , ) = Levels.share(sharing, 0, first);
        (uint256 twice, , ) = Levels.share(sharing, once, second);
        vm.assertLe(once, twice, "falls");
        uint256 sum = uint256(first) + second;
        if (sum > type(uint96).max) return;
        (uint256 together, , ) = Levels.share(sharing, 0, sum);
        vm.assertLe(twice, together, "cutting money makes more of it");
    }

    function test_UnitsOfAClassLieApart() external pure {
        uint256[2] memory words;
        for (uint256 class = 0; class < CLASSES; ++class)
            words[class >> 2] = Levels.add(words[class >> 2], class, class + 1);
        vm.assertEq(Levels.sumOf(words), 36, "sum");
        words[1] = Levels.sub(words[1], 6, 7);
        for (uint256 class = 0; class < CLASSES; ++class)
            vm.assertEq(Levels.unitsOf(words, class), class == 6 ? 0 : class + 1, "class");
    }

    function _earnedBy(Sharing memory sharing, uint256 class, uint256 level) private pure returns (uint256) {
        uint256 base = sharing.hurdles[class] * Levels.SCALE;
        return Levels.earned(Levels.unitsOf(sharing.units, class), Levels.riseOf(level, base));
    }

    function _sharing(
        uint64[CLASSES] calldata units,
        uint96[CLASSES] calldata hurdles,
        uint256 shape
    ) private pure returns (Sharing memory sharing) {
        sharing.hurdles = new uint256[](CLASSES);
        for (uint256 class = 0; class < CLASSES; ++class) {
            // All units together are below 2^64. Some classes have none.
            uint256 own = (shape >> class) & 1 == 0 ? units[class] >> 4 : 0;
            sharing.units[class >> 2] = Levels.add(sharing.units[class >> 2], class, own);
            if (class > 0) sharing.hurdles[class] = hurdles[class] >> ((shape >> (8 + 8 * class)) & 63);
        }
        sharing.toTreasury = (shape >> 100) & 1 == 0;
        if (!sharing.toTreasury) return sharing;
        sharing.rest = (shape >> 101) & type(uint32).max;
        sharing.restClass = (shape >> 140) & 7;
    }
}
