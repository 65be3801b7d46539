// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { CurrencyCheck } from "./CurrencyCheck.sol";
import { WorstCase } from "./WorstCase.sol";

/// @title What terms must keep to beyond their shape: tokens that can be counted, and a worst case that can be paid
/// @dev A part of `TermsValidator`, which creates it: together they would not fit a contract.
contract TermsBounds {
    /// @notice Refuses tokens that can be seen to be none that a program can count; see `CurrencyCheck`.
    function checkCurrencies(address[] calldata currencies) external view {
        CurrencyCheck.check(currencies);
    }

    /// @notice Refuses packed terms under which some sale could pay out more than its ceiling; see `WorstCase`.
    /// @param since Standing rates that are over by then do not count.
    function checkWorstCase(bytes memory packed, uint256 since) external pure {
        WorstCase.check(packed, since);
    }
}
