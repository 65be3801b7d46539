// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Who acts: the caller, or who signed what the contract calls itself with
abstract contract Acting {
    /// @dev Who signed the act that the contract is calling itself for.
    address private transient _signer;

    /// @dev Powers are never signed for: they ask `msg.sender`.
    function _sender() internal view returns (address) {
        return msg.sender == address(this) ? _signer : msg.sender;
    }

    /// @dev Calls the contract itself with a signed act. The caller has made sure of the signature, and that such acts can be signed.
    function _actAs(address signer, bytes calldata act) internal returns (bytes memory answer) {
        _signer = signer;
        bool success;
        (success, answer) = address(this).call(act);
        _signer = address(0);
        if (!success) {
            // Memory-safe: only reads what the act answered, and ends the call with it.
            assembly ("memory-safe") {
                revert(add(answer, 0x20), mload(answer))
            }
        }
    }
}
