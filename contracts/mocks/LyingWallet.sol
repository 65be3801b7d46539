// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Hostile receiver: answers every question about a signature with the same bytes
contract LyingWallet {
    bytes private _answer;

    constructor(bytes memory answer) {
        _answer = answer;
    }

    receive() external payable {}

    fallback(bytes calldata) external returns (bytes memory) {
        return _answer;
    }
}
