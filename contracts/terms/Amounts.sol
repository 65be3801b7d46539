// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Buffer, ByteWriter } from "./ByteWriter.sol";
import { AMOUNT_SIZE } from "./TermsLayout.sol";
import { Refuse } from "./Refuse.sol";

/// @title Amounts of money in terms: checked and packed
/// @notice One for each currency, or none at all; read by `PackedTerms`.
library Amounts {
    using ByteWriter for Buffer;

    /// @notice Refuses a list that is neither empty nor has a place for each currency, that names an amount in a currency that the
    /// program does not take, or that is of zeros alone: it would not come back as it was given.
    /// @param index Of what the amounts belong to.
    function check(
        string memory field,
        uint256 index,
        uint96[] calldata values,
        address[] calldata currencies
    ) internal pure {
        if (values.length == 0) return;
        bool any = false;
        bool fits = values.length == currencies.length;
        for (uint256 i = 0; fits && i < values.length; ++i) {
            if (values[i] == 0) continue;
            any = true;
            fits = currencies[i] != address(0);
        }
        Refuse.unless(any && fits, field, index, values.length);
    }

    /// @notice The same of one that must not be empty.
    function checkSome(
        string memory field,
        uint256 index,
        uint96[] calldata values,
        address[] calldata currencies
    ) internal pure {
        Refuse.unless(values.length > 0, field, index, 0);
        check(field, index, values, currencies);
    }

    /// @notice Refuses limits that leave a currency of the program without one.
    function checkLimit(string memory field, uint96[] calldata values, address[] calldata currencies) internal pure {
        check(field, 0, values, currencies);
        for (uint256 i = 0; i < values.length; ++i) {
            Refuse.unless(values[i] > 0 || currencies[i] == address(0), field, i, 0);
        }
    }

    /// @notice Appends where a list lies to `buffer`, and the list to `amounts`.
    function put(Buffer memory buffer, Buffer memory amounts, uint96[] calldata values) internal pure {
        buffer.put(values.length == 0 ? 0 : amounts.size / AMOUNT_SIZE + 1, 2);
        for (uint256 i = 0; i < values.length; ++i) amounts.put(values[i], AMOUNT_SIZE);
    }
}
