// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title Hostile token: refuses transfers from and to blocked accounts
contract BlocklistToken is TestToken {
    mapping(address account => bool isBlocked) private _blocked;

    /// @notice Thrown when an account is blocked.
    error BlocklistToken_Blocked(address account);

    constructor() TestToken("Blocklisting", "BLK", 6) {}

    function setBlocked(address account, bool isBlocked) external {
        _blocked[account] = isBlocked;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!_blocked[from], BlocklistToken_Blocked(from));
        require(!_blocked[to], BlocklistToken_Blocked(to));
        super._update(from, to, amount);
    }
}
