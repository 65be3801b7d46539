// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { InvariantBase } from "./InvariantBase.sol";

/// @dev Rule 2, and that money never gets stuck: at the end of every run everything locks and everybody is paid.
contract ConservedTest is InvariantBase {
    function invariant_2_Conserved() external view {
        _assertHolds(2);
    }

    function afterInvariant() external {
        for (uint256 rule = 1; rule <= 10; ++rule) _assertHolds(rule);
        _handler.drain();
        for (uint256 rule = 1; rule <= 10; ++rule) _assertHolds(rule);
        _handler.assertDrained();
    }
}
