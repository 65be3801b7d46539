// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITermsErrors } from "../interfaces/ITermsErrors.sol";

/// @title Refusing a field of terms
/// @dev In one place, for each refusal by itself would take a hundred bytes of the validator's code.
library Refuse {
    /// @param index The field's place in a list; 0 where it is in none.
    /// @param value What was found, or how many.
    function unless(bool fits, string memory field, uint256 index, uint256 value) internal pure {
        require(fits, ITermsErrors.Terms_Invalid(field, index, value));
    }

    function ifZero(address party, string memory field, uint256 index) internal pure {
        require(party != address(0), ITermsErrors.Terms_ZeroAddress(field, index));
    }
}
