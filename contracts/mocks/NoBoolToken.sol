// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title Hostile token: answers nothing where ERC-20 says `bool`, as USDT does
contract NoBoolToken is TestToken {
    constructor() TestToken("No bool", "NOB", 6) {}

    function transfer(address to, uint256 amount) public override returns (bool) {
        super.transfer(to, amount);
        _answerNothing();
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        super.transferFrom(from, to, amount);
        _answerNothing();
    }

    function _answerNothing() private pure {
        // Memory-safe: the call ends here.
        assembly ("memory-safe") {
            return(0, 0)
        }
    }
}
