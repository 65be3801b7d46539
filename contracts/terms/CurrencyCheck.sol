// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { IERC20Metadata } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import { ITermsErrors } from "../interfaces/ITermsErrors.sol";
import { ETHER } from "../libraries/Constants.sol";

/// @title Currencies that a program can count
/// @notice Refuses what can be seen to be none: no contract, a token that stands twice, at one address or at two entry points of its
/// own, and one whose balances are shares of something and change by themselves. What cannot be seen is said in docs/terms.md.
library CurrencyCheck {
    /// @dev What tokens of shares answer that others do not: stETH and its like, Aave's and Ampleforth's, Origin's.
    bytes4 private constant SHARES_OF = bytes4(keccak256("sharesOf(address)"));
    bytes4 private constant SCALED_BALANCE_OF = bytes4(keccak256("scaledBalanceOf(address)"));
    bytes4 private constant REBASING_CREDITS = bytes4(keccak256("rebasingCreditsPerToken()"));

    /// @dev For each question: WETH's fallback writes, which takes all the gas of a call that may not.
    uint256 private constant PROBE_GAS = 100_000;

    function check(address[] calldata currencies) internal view {
        address first = currencies[0];
        bool fits = first == ETHER || (first == address(0) && currencies.length > 1);
        require(fits, ITermsErrors.Terms_InvalidCurrency(0, first));
        bytes32[] memory marks = new bytes32[](currencies.length);
        for (uint256 i = 1; i < currencies.length; ++i) {
            address currency = currencies[i];
            require(currency.code.length > 0, ITermsErrors.Terms_InvalidCurrency(i, currency));
            require(!_isShare(currency), ITermsErrors.Terms_ShareToken(i, currency));
            marks[i] = _markOf(currency);
            for (uint256 j = 1; j < i; ++j) {
                require(currency != currencies[j], ITermsErrors.Terms_InvalidCurrency(i, currency));
                bool same = marks[i] != 0 && marks[i] == marks[j];
                require(!same, ITermsErrors.Terms_SameToken(i, currency, currencies[j]));
            }
        }
    }

    function _isShare(address currency) private view returns (bool) {
        bytes memory ofThis = abi.encode(address(this));
        return
            _answers(currency, bytes.concat(SHARES_OF, ofThis)) ||
            _answers(currency, bytes.concat(SCALED_BALANCE_OF, ofThis)) ||
            _answers(currency, bytes.concat(REBASING_CREDITS));
    }

    /// @dev Of a token by its symbol and its supply: two that have both alike are one. None of a token without a supply.
    function _markOf(address currency) private view returns (bytes32) {
        (, bytes memory supply) = currency.staticcall{ gas: PROBE_GAS }(abi.encodeCall(IERC20.totalSupply, ()));
        (, bytes memory symbol) = currency.staticcall{ gas: PROBE_GAS }(abi.encodeCall(IERC20Metadata.symbol, ()));
        return supply.length != 32 || bytes32(supply) == 0 ? bytes32(0) : keccak256(bytes.concat(supply, symbol));
    }

    function _answers(address currency, bytes memory call) private view returns (bool) {
        (bool success, bytes memory answer) = currency.staticcall{ gas: PROBE_GAS }(call);
        return success && answer.length >= 32;
    }
}
