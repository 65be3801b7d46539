// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Handler } from "./handlers/Handler.t.sol";
import { InvariantBase } from "./InvariantBase.sol";

/// @dev The rules of the money, numbered as in README.md beside this file.
contract RulesTest is InvariantBase {
    function invariant_1_Solvent() external view {
        vm.assertTrue(_handler.isSolvent(), "a balance differs from what came in less what went out");
        _assertHolds(1);
    }

    function invariant_3_Payable() external view {
        _assertHolds(3);
    }

    function invariant_4_FrozenAtPosting() external view {
        _assertHolds(4);
    }

    function invariant_5_Prospective() external view {
        vm.assertTrue(_handler.termsAreUnchanged(), "the terms changed");
        _assertHolds(5);
    }

    function invariant_6_Once() external view {
        _assertHolds(6);
    }

    function invariant_7_LockedIsFinal() external view {
        _assertHolds(7);
    }

    function invariant_8_Isolated() external view {
        _assertHolds(8);
    }

    function invariant_9_Bounded() external view {
        _assertHolds(9);
    }

    function invariant_10_Open() external view {
        _assertHolds(10);
    }
}
