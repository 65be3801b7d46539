// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ProgramBase } from "./ProgramBase.sol";
import { PackedAccount } from "../libraries/Accounts.sol";
import { TermsBlob, AT_HOLD, AT_PERIOD, AT_START } from "../libraries/TermsBlob.sol";

/// @title What parties have earned and not yet been paid
abstract contract Earnings is ProgramBase {
    using TermsBlob for bytes;

    /// @dev Keeps a claim after years of silence within one transaction.
    uint256 private constant MAX_WALK = 600;

    /// @return locked How many periods are locked now.
    /// @return hold For how many periods each is held.
    function _locked(bytes memory blob) internal view returns (uint256 locked, uint256 hold) {
        uint256 start = blob.number(AT_START, 5);
        if (block.timestamp < start) return (0, 0);
        hold = blob.number(AT_HOLD, 1);
        uint256 current = (block.timestamp - start) / blob.number(AT_PERIOD, 4);
        if (current > hold) locked = current - hold;
    }

    /// @return amount What is owed at once and the credits of locked periods since the last claim.
    /// @return next The first period that is not claimed then.
    function _claimable(
        PackedAccount account,
        address party,
        uint256 index,
        uint256 locked,
        uint256 hold
    ) internal view returns (uint256 amount, uint256 next) {
        amount = account.owed();
        next = account.next();
        // Without hold, credits are owed as they are posted.
        if (hold == 0 || locked <= next) return (amount, next);
        if (next == 0) {
            if (_members[party].number == 0) return (amount, 0);
            next = _members[party].period;
        }
        uint256 last = next + MAX_WALK;
        if (locked < last) last = locked;
        for (; next < last; ++next) {
            (uint256 earned, uint256 reversed) = _heldOf(party, index, next);
            // No line is reversed by more than itself, and all three are below 2^96.
            unchecked {
                uint256 sum = amount + earned - reversed;
                // More than one claim can pay waits for the next one.
                if (sum > type(uint96).max) break;
                amount = sum;
            }
        }
    }
}
