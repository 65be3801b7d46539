// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title Hostile token: can stop all transfers
contract PausableToken is TestToken {
    bool private _paused;

    /// @notice Thrown when transfers are stopped.
    error PausableToken_Paused();

    constructor() TestToken("Pausing", "PAU", 18) {}

    function setPaused(bool paused) external {
        _paused = paused;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!_paused, PausableToken_Paused());
        super._update(from, to, amount);
    }
}
