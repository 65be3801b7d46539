// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsValidator } from "../interfaces/ITermsValidator.sol";
import { Terms } from "../interfaces/TermsTypes.sol";

/// @title Handing terms on to the validator
/// @notice For external functions whose first argument of several is the terms, as it is the validator's, and that do not look at
/// them: in calldata that overlaps, the replaced word may be one of the terms.
/// @dev The caller's own calldata goes on, with the second argument replaced: to encode a thousand standing lines again
/// would cost as much as to check them, and every further copy of them in memory is dearer than the last. So the terms that are
/// validated are those of the calldata: the argument says so, and is not read.
library ValidatorCall {
    /// @notice `to.validate(terms, since)`.
    function validate(ITermsValidator to, Terms calldata, uint256 since) internal returns (bytes memory) {
        return
            _decode(
                _run({ to: address(to), selector: ITermsValidator.validate.selector, since: since, isStatic: false })
            );
    }

    /// @notice `to.plan(terms, since)`.
    function plan(ITermsValidator to, Terms calldata, uint256 since) internal view returns (bytes memory) {
        function(address, bytes4, uint256, bool) internal view returns (bytes memory) read;
        function(address, bytes4, uint256, bool) internal returns (bytes memory) run = _run;
        // Memory-safe: copies one function pointer. A static call changes nothing.
        assembly ("memory-safe") {
            read := run
        }
        return _decode(read(address(to), ITermsValidator.plan.selector, since, true));
    }

    function _decode(bytes memory answer) private pure returns (bytes memory) {
        return abi.decode(answer, (bytes));
    }

    /// @dev Reverts as the validator does.
    function _run(address to, bytes4 selector, uint256 since, bool isStatic) private returns (bytes memory answer) {
        // Memory-safe: the call's data lies in fresh memory, which the answer then takes: it begins where memory was free.
        assembly ("memory-safe") {
            let data := mload(0x40)
            calldatacopy(data, 0, calldatasize())
            mstore(data, or(selector, and(mload(data), shr(32, not(0)))))
            mstore(add(data, 0x24), since)
            let success
            switch isStatic
            case 0 {
                success := call(gas(), to, 0, data, calldatasize(), 0, 0)
            }
            default {
                success := staticcall(gas(), to, data, calldatasize(), 0, 0)
            }
            if iszero(success) {
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
