// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { HookToken } from "./HookToken.sol";
import { ITokenHooks } from "./ITokenHooks.sol";

/// @title Hostile receiver: calls back with whatever it was told to, once, as money reaches or leaves it
contract ReentrantReceiver is ITokenHooks {
    address private _target;
    uint256 private _value;
    bytes private _data;

    /// @notice Whether a callback was made, whether it succeeded, and what it answered.
    bool public called;
    bool public succeeded;
    bytes public answer;

    receive() external payable {
        _callBack();
    }

    /// @notice Sets what to call; a call of another contract than the program is as welcome.
    function arm(address target, uint256 value, bytes calldata data) external {
        (_target, _value, _data) = (target, value, data);
        (called, succeeded, answer) = (false, false, "");
    }

    function register(HookToken token) external {
        token.register();
    }

    /// @notice Calls as this account, so that it can be a payer too.
    function execute(address target, uint256 value, bytes calldata data) external returns (bytes memory result) {
        bool success;
        (success, result) = target.call{ value: value }(data);
        if (success) return result;
        // Memory-safe: reads the array and ends the call.
        assembly ("memory-safe") {
            revert(add(result, 0x20), mload(result))
        }
    }

    function tokensToSend(address, address, uint256) external {
        _callBack();
    }

    function tokensReceived(address, address, uint256) external {
        _callBack();
    }

    function _callBack() private {
        if (_target == address(0) || called) return;
        called = true;
        (succeeded, answer) = _target.call{ value: _value }(_data);
    }
}
