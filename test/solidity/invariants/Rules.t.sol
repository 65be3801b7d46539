// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Handler } from "./handlers/Handler.t.sol";
import { InvariantBase } from "./InvariantBase.sol";

/// @dev The rules of the money, numbered as in README.md beside this file. Every run checks all ten at its end, so that the
/// rules from the third on share their runs.
contract RulesTest is InvariantBase {
    function invariant_1_Solvent() external view {
        vm.assertTrue(_handler.isSolvent(), "a balance differs from what came in less what went out");
        _assertHolds(1);
    }

    /// hardhat-config: default.invariant.runs = 64
    function invariant_3_Payable() external view {
        _assertHolds(3);
    }

    /// hardhat-config: default.invariant.runs = 64
    function invariant_4_FrozenAtPosting() external view {
        _assertHolds(4);
    }

    /// hardhat-config: default.invariant.runs = 64
    function invariant_5_Prospective() external view {
        vm.assertTrue(_handler.termsAreUnchanged(), "the terms changed");
        _assertHolds(5);
    }

    /// hardhat-config: default.invariant.runs = 64
    function invariant_6_Once() external view {
        _assertHolds(6);
    }

    /// hardhat-config: default.invariant.runs = 64
    function invariant_7_LockedIsFinal() external view {
        _assertHolds(7);
    }

    /// hardhat-config: default.invariant.runs = 64
    function invariant_8_Isolated() external view {
        _assertHolds(8);
    }

    /// hardhat-config: default.invariant.runs = 64
    function invariant_9_Bounded() external view {
        _assertHolds(9);
    }

    /// hardhat-config: default.invariant.runs = 64
    function invariant_10_Open() external view {
        _assertHolds(10);
    }

    function afterInvariant() external view {
        for (uint256 rule = 1; rule <= 10; ++rule) _assertHolds(rule);
    }
}
