// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Credits } from "./Credits.sol";
import { Member } from "./ProgramStorage.sol";
import { Accounts, PackedAccount } from "../libraries/Accounts.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_FLAGS, AT_HOLD, AT_PERIOD, AT_START, FLAG_ACCEPTANCE } from "../terms/TermsLayout.sol";

/// @title What parties have earned and not yet been paid
abstract contract Earnings is Credits {
    using PackedTerms for bytes;

    /// @dev What claims must heed of the terms.
    uint256 internal constant NO_HOLD = 1;
    uint256 internal constant ACCEPTANCE = FLAG_ACCEPTANCE;

    /// @return locked How many periods are locked now.
    /// @return rules What claims must heed: `NO_HOLD`, `ACCEPTANCE`, or 0.
    function _locked(bytes memory packed) internal view returns (uint256 locked, uint256 rules) {
        uint256 start = packed.number(AT_START, 5);
        uint256 hold = packed.number(AT_HOLD, 1);
        rules = packed.number(AT_FLAGS, 2) & ACCEPTANCE;
        if (hold == 0) rules |= NO_HOLD;
        if (block.timestamp < start) return (0, rules);
        // Safe by the comparisons.
        unchecked {
            uint256 current = (block.timestamp - start) / packed.number(AT_PERIOD, 4);
            if (current > hold) locked = current - hold;
        }
    }

    /// @return amount What is owed at once and the credits of locked periods since the last claim.
    /// @return cursor Which credits are claimed then.
    function _claimable(
        PackedAccount account,
        address party,
        uint256 index,
        uint256 locked,
        uint256 rules
    ) internal view returns (uint256 amount, uint256 cursor) {
        amount = account.owed();
        cursor = account.cursor();
        if (rules != 0) locked = _heed({ rules: rules, party: party, locked: locked });
        if (locked <= account.next()) return (amount, cursor);
        if (Accounts.numberOf(cursor) == 0) {
            (uint256 number, uint256 period) = _ownBook(party);
            if (number == 0) return (amount, cursor);
            cursor = Accounts.cursorOf(number, period);
        }
        return _sumCredits({ cursor: cursor, currency: index, until: locked, sum: amount });
    }

    /// @dev The book that holds a party's credits.
    /// @return number 0 where it has none.
    /// @return period None of its credits is older.
    function _ownBook(address party) internal view returns (uint256 number, uint256 period) {
        Member storage member = _members[party];
        return (member.number, member.period);
    }

    /// @dev The first period whose credits are not to be paid yet. What is owed beside credits is not a partner's, and waits for
    /// nothing.
    function _heed(uint256 rules, address party, uint256 locked) private view returns (uint256) {
        // Without hold, credits are owed as they are posted, or wait in a place of their own: no period is looked at.
        return rules & NO_HOLD != 0 || _waits(party) ? 0 : locked;
    }
}
