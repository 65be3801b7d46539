// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Handing the terms of an amendment on to who checks and who packs them
/// @notice For an external function of which the first of three arguments is the terms, as it is there, and that does not look at
/// them itself. All that are called are handed the same bytes but for the selector, so that in calldata that overlaps, too, what is packed
/// is what was checked.
/// @dev The caller's own calldata goes on, see `ValidatorCall`, with the second and the third argument replaced.
library AmendmentCall {
    /// @notice Calls `to` with the terms in calldata, `from` and `source`. Reverts as it does.
    /// @return answer As it comes, to be decoded.
    function run(address to, bytes4 selector, uint256 from, address source) internal returns (bytes memory answer) {
        // Memory-safe: the call's data lies in fresh memory, which the answer then takes: it begins where memory was free.
        assembly ("memory-safe") {
            let data := mload(0x40)
            calldatacopy(data, 0, calldatasize())
            mstore(data, or(selector, and(mload(data), shr(32, not(0)))))
            mstore(add(data, 0x24), from)
            mstore(add(data, 0x44), source)
            if iszero(call(gas(), to, 0, data, calldatasize(), 0, 0)) {
                returndatacopy(data, 0, returndatasize())
                revert(data, returndatasize())
            }
            answer := data
            mstore(answer, returndatasize())
            returndatacopy(add(answer, 0x20), 0, returndatasize())
            mstore(0x40, and(add(add(answer, returndatasize()), 0x3f), not(0x1f)))
        }
    }
}
