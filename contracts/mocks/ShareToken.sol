// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title Hostile token: balances are shares, as those of stETH, and it says so
contract ShareToken is TestToken {
    constructor() TestToken("Shares", "SHR", 18) {}

    function sharesOf(address account) external view returns (uint256) {
        return balanceOf(account);
    }
}
