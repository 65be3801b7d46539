// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title Hostile token: takes a fee from the sender on top of what it was told to move
contract SenderFeeToken is TestToken {
    uint256 private immutable _fee;

    /// @param fee Parts per million of each transfer.
    constructor(uint256 fee) TestToken("Fee from sender", "SFEE", 18) {
        _fee = fee;
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) super._update(from, address(0), (amount * _fee) / 1e6);
    }
}
