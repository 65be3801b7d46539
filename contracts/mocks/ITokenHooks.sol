// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title What a token with hooks calls, as ERC-777 does
interface ITokenHooks {
    function tokensToSend(address from, address to, uint256 amount) external;

    function tokensReceived(address from, address to, uint256 amount) external;
}
