// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title Hostile token: another address of a token, with the same balances
contract SecondEntry {
    TestToken private immutable _token;

    constructor(TestToken token) {
        _token = token;
    }

    function symbol() external view returns (string memory) {
        return _token.symbol();
    }

    function decimals() external view returns (uint8) {
        return _token.decimals();
    }

    function totalSupply() external view returns (uint256) {
        return _token.totalSupply();
    }

    function balanceOf(address account) external view returns (uint256) {
        return _token.balanceOf(account);
    }
}
