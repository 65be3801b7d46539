// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Terms that are refused
/// @notice What `TermsValidator` refuses, and through it the factory and amendments.
interface ITermsErrors {
    /// @notice Thrown when a field is out of its range.
    /// @param field Names it, as in `Terms`: "role.rates".
    /// @param index Its place in a list; 0 where it is in none.
    /// @param value What was found, or how many.
    error Terms_Invalid(string field, uint256 index, uint256 value);

    /// @notice Thrown when the holder of a role, the treasury, a standing line's or a pool's holder is the zero address.
    error Terms_ZeroAddress(string field, uint256 index);

    /// @notice Thrown when a currency is not a contract, stands twice, or ETH stands elsewhere than first.
    error Terms_InvalidCurrency(uint256 index, address currency);

    /// @notice Thrown when a token's balances are shares of something, which change by themselves and round.
    error Terms_ShareToken(uint256 index, address currency);

    /// @notice Thrown when two currencies are one token: they have the same symbol and the same supply.
    error Terms_SameToken(uint256 index, address currency, address other);

    /// @notice Thrown when a token counts in units smaller than the books can scale.
    error Terms_TooManyDecimals(address currency, uint8 decimals);

    /// @notice Thrown when standing lines start, end or change their rate at more than 160 times.
    error Terms_TooManyCuts(uint256 count);

    /// @notice Thrown when some sale could pay out more than the ceiling.
    /// @param kind The kind of sale, by its index.
    /// @param worst What all lines could take of it at most, ppm, rounded up.
    /// @param ceiling What the terms allow, ppm.
    error Terms_PaysOverCeiling(uint256 kind, uint256 worst, uint256 ceiling);

    /// @notice Thrown when the packed terms are larger than a program's code can hold.
    error ByteWriter_Full(uint256 capacity, uint256 wanted);

    /// @notice Thrown when a number does not fit its field.
    error ByteWriter_TooLarge(uint256 value, uint256 size);

    /// @notice Thrown when a name is longer than 255 bytes.
    error ByteWriter_TextTooLong(string text);
}
