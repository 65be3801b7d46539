// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title Hostile token: burns a part of every transfer, so that less arrives than was sent
contract FeeToken is TestToken {
    uint256 private immutable _fee;

    /// @param fee Parts per million of each transfer.
    constructor(uint256 fee) TestToken("Fee on transfer", "FEE", 18) {
        _fee = fee;
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) super._update(to, address(0), (amount * _fee) / 1e6);
    }
}
