// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Hostile receiver: refuses ETH until it is told not to
contract RevertingReceiver {
    bool private _accepts;

    /// @notice Thrown when ETH arrives.
    error RevertingReceiver_Refused();

    receive() external payable {
        require(_accepts, RevertingReceiver_Refused());
    }

    function setAccepts(bool accepts) external {
        _accepts = accepts;
    }
}
