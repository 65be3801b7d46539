// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITokenHooks } from "./ITokenHooks.sol";
import { TestToken } from "./TestToken.sol";

/// @title Hostile token: hands control to sender and recipient, as ERC-777 does
contract HookToken is TestToken {
    mapping(address account => bool hooked) private _hooked;

    constructor() TestToken("Hooks", "HOOK", 18) {}

    /// @notice Asks to be called before the caller's tokens leave and after tokens reach it.
    function register() external {
        _hooked[msg.sender] = true;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (_hooked[from]) ITokenHooks(from).tokensToSend(from, to, amount);
        super._update(from, to, amount);
        if (_hooked[to]) ITokenHooks(to).tokensReceived(from, to, amount);
    }
}
