// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { HookToken } from "./HookToken.sol";
import { ITokenHooks } from "./ITokenHooks.sol";

/// @title Hostile receiver: burns all gas it is given
contract GasBurner is ITokenHooks {
    receive() external payable {
        _burn();
    }

    function register(HookToken token) external {
        token.register();
    }

    function tokensToSend(address, address, uint256) external pure {}

    function tokensReceived(address, address, uint256) external pure {
        _burn();
    }

    function _burn() private pure {
        // Memory-safe: touches no memory. INVALID consumes all gas of the call.
        assembly ("memory-safe") {
            invalid()
        }
    }
}
