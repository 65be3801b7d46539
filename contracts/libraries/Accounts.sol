// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IProgramErrors } from "../interfaces/IProgramErrors.sol";

/// @dev What a party has been paid and is owed beyond its held credits, in one word: next 24 | number 20 | owed 96 | claimed 115 |
/// special 1. `number` is that of the party's book of credits, 0 until one of them was claimed, and `next` the first period whose
/// credits are not claimed: together they are the cursor. `owed` is final and not paid: settled lines, residual, refunds, failed
/// payments, credits without hold; `claimed` is paid out so far; `special` is set where a payment is not simply the party's own,
/// see `Payout`, so that nobody else's payment need look.
type PackedAccount is uint256;

using Accounts for PackedAccount global;

/// @title A party's account in one currency, read and written as one storage word
library Accounts {
    uint256 private constant NUMBER_AT = 24;
    uint256 private constant OWED_AT = 44;
    uint256 private constant CLAIMED_AT = 140;
    uint256 private constant CURSOR = (1 << OWED_AT) - 1;
    uint256 private constant SPECIAL = 1 << 255;

    function next(PackedAccount self) internal pure returns (uint256) {
        return PackedAccount.unwrap(self) & type(uint24).max;
    }

    /// @notice Which credits are claimed: those of the periods before `next` in the book with this number.
    function cursor(PackedAccount self) internal pure returns (uint256) {
        return PackedAccount.unwrap(self) & CURSOR;
    }

    /// @param number_ Below 2^20.
    /// @param next_ Periods of a day at least stay below 2^24 for 45,000 years.
    function cursorOf(uint256 number_, uint256 next_) internal pure returns (uint256) {
        return (number_ << NUMBER_AT) | next_;
    }

    /// @notice The number of a cursor.
    function numberOf(uint256 cursor_) internal pure returns (uint256) {
        return cursor_ >> NUMBER_AT;
    }

    /// @notice The period of a cursor.
    function periodOf(uint256 cursor_) internal pure returns (uint256) {
        return cursor_ & type(uint24).max;
    }

    function owed(PackedAccount self) internal pure returns (uint256) {
        return (PackedAccount.unwrap(self) >> OWED_AT) & type(uint96).max;
    }

    function claimed(PackedAccount self) internal pure returns (uint256) {
        return (PackedAccount.unwrap(self) & ~SPECIAL) >> CLAIMED_AT;
    }

    function isSpecial(PackedAccount self) internal pure returns (bool) {
        return PackedAccount.unwrap(self) & SPECIAL != 0;
    }

    /// @notice Says whether payments are not simply the party's own.
    function setSpecial(PackedAccount self, bool special) internal pure returns (PackedAccount) {
        uint256 word = PackedAccount.unwrap(self);
        return PackedAccount.wrap(special ? word | SPECIAL : word & ~SPECIAL);
    }

    /// @notice Owes `amount` more.
    function owe(PackedAccount self, uint256 amount) internal pure returns (PackedAccount) {
        uint256 sum = owed(self) + amount;
        require(sum <= type(uint96).max, IProgramErrors.Program_OwedTooMuch(sum));
        // The field does not overflow into the next, by the check.
        unchecked {
            return PackedAccount.wrap(PackedAccount.unwrap(self) + (amount << OWED_AT));
        }
    }

    /// @notice Marks all that is owed, and the credits before a cursor, as claimed: `amount` together.
    function take(PackedAccount self, uint256 amount, uint256 cursor_) internal pure returns (PackedAccount) {
        // 2^19 claims of 2^96 fit into the 115 bits, so that the bit above them stays as it is.
        unchecked {
            return PackedAccount.wrap((((PackedAccount.unwrap(self) >> CLAIMED_AT) + amount) << CLAIMED_AT) | cursor_);
        }
    }

    /// @notice Owes again what was taken and could not be paid.
    function giveBack(PackedAccount self, uint256 amount) internal pure returns (PackedAccount) {
        return owe(PackedAccount.wrap(PackedAccount.unwrap(self) - (amount << CLAIMED_AT)), amount);
    }
}
