// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title Hostile token: was upgraded and now says whatever its owner likes
contract LyingToken is TestToken {
    mapping(address account => uint256 claimed) private _claimed;
    bool private _lies;
    bool private _movesNothing;

    constructor() TestToken("Lying", "LIE", 18) {}

    /// @notice Makes `account` seem to have `amount`.
    function lie(address account, uint256 amount) external {
        _lies = true;
        _claimed[account] = amount;
    }

    /// @notice Makes transfers succeed without moving anything.
    function setMovesNothing(bool movesNothing) external {
        _movesNothing = movesNothing;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return _lies && _claimed[account] > 0 ? _claimed[account] : super.balanceOf(account);
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (!_movesNothing) super._update(from, to, amount);
    }
}
