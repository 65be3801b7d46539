// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title Hostile token: balances grow and shrink by themselves
/// @dev Holds shares; a balance is shares × factor ÷ 1e6, rounded down.
contract RebasingToken is TestToken {
    uint256 private _factor = 1e6;

    constructor() TestToken("Rebasing", "REB", 18) {}

    function rebase(uint256 factor) external {
        _factor = factor;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return (super.balanceOf(account) * _factor) / 1e6;
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, (amount * 1e6) / _factor);
    }
}
