// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Earnings } from "./Earnings.sol";
import { Transfers } from "./Transfers.sol";
import { IProgram } from "../interfaces/IProgram.sol";
import { PackedAccount } from "../libraries/Accounts.sol";
import { ETHER_INDEX, ONE } from "../libraries/Constants.sol";
import { EXTRA_TAX_ACCOUNT, TermsBlob } from "../libraries/TermsBlob.sol";

/// @title Paying what parties can claim
/// @dev Effects come before payments. A payment among many that fails leaves the party with the same balance. The accounts
/// of a party that is paid at another wallet, or has a part withheld, are special: for all others nothing is looked up.
abstract contract Payouts is Earnings, Transfers {
    /// @dev Gas for a recipient of ETH among many: enough for a smart wallet, too little to starve the others.
    uint256 private constant PUSH_GAS = 100_000;

    /// @dev The same for a token's payment, whose hooks may call the recipient.
    uint256 private constant PUSH_TOKEN_GAS = 500_000;

    /// @dev Stands beside an amount, which is below 2^96, where the party's account is special.
    uint256 private constant SPECIAL = 1 << 255;

    /* ONE PARTY */

    /// @dev Pays a party where its payments go, or reverts.
    function _claim(bytes memory blob, address party, address currency) internal returns (uint256) {
        return _claimAt(blob, party, currency, address(0));
    }

    /// @dev The same at an address that the party signed for; zero is where its payments go.
    function _claimAt(
        bytes memory blob,
        address party,
        address currency,
        address to
    ) internal returns (uint256 amount) {
        uint256 index = _indexOf(blob, currency);
        (uint256 locked, uint256 rules) = _locked(blob);
        bool special;
        bool more;
        (amount, special, more) = _take(party, index, locked, rules, 0);
        // After a silence longer than one call walks, the way walked is kept though it led to nothing yet.
        if (more && to == address(0)) return 0;
        if (amount == 0) _refuseClaim(rules, party, currency);
        emit Claimed(party, currency, amount);
        address wallet = party;
        uint256 paid = amount;
        if (special) {
            (wallet, paid) = _split(party, amount);
            _withhold(party, index, currency, amount - paid);
        }
        _subCounted(index, paid);
        if (to == address(0)) to = wallet;
        else if (to != wallet) emit ClaimRedirected(party, to, currency, amount);
        if (paid > 0) _push(index, currency, to, paid);
    }

    function _refuseClaim(uint256 rules, address party, address currency) private view {
        require(rules & ACCEPTANCE == 0 || !_waits(party), Program_NotAccepted(party));
        revert Program_NothingToClaim(party, currency);
    }

    /// @dev Marks all that a party can claim as claimed, unless it is below `minimum`.
    /// @return amount What it can.
    /// @return special Whether its account is.
    /// @return more Whether the amount is nothing only because the walk ended before all that is locked was seen.
    function _take(
        address party,
        uint256 index,
        uint256 locked,
        uint256 rules,
        uint256 minimum
    ) private returns (uint256 amount, bool special, bool more) {
        uint256 key = _accountKey(party, index);
        PackedAccount account = _accounts[key];
        uint256 next;
        (amount, next) = _claimable(account, party, index, locked, rules);
        special = account.isSpecial();
        if (amount == 0) {
            if (next == account.next()) return (0, special, false);
            more = next < locked;
        } else if (amount < minimum) {
            return (0, special, false);
        }
        _accounts[key] = account.take(amount, next);
    }

    /* ONE OF MANY */

    /// @dev Pays a party as one of many: one that cannot be paid keeps its balance.
    function _tryClaim(bytes memory blob, uint256 index, address party) internal {
        (uint256 locked, uint256 rules) = _locked(blob);
        (uint256 due, uint256 paid) = _takeOneOfMany(party, index, locked, rules, 0);
        if (due == 0) return;
        _subCounted(index, paid);
        uint256 unpaid = _payOneOfMany(index, TermsBlob.currency(blob, index), party, due);
        if (unpaid > 0) _addCounted(index, unpaid);
    }

    /// @return due What the party's account was relieved of, marked where that is special.
    /// @return paid What of it is to leave the program.
    function _takeOneOfMany(
        address party,
        uint256 index,
        uint256 locked,
        uint256 rules,
        uint256 minimum
    ) internal returns (uint256 due, uint256 paid) {
        bool special;
        (due, special, ) = _take(party, index, locked, rules, minimum);
        if (!special || due == 0) return (due, due);
        (, paid) = _split(party, due);
        due |= SPECIAL;
    }

    /// @param due As `_takeOneOfMany` has returned it.
    /// @return unpaid What of it does not leave the program: all or nothing.
    function _payOneOfMany(
        uint256 index,
        address currency,
        address party,
        uint256 due
    ) internal returns (uint256 unpaid) {
        address wallet = party;
        uint256 amount = due & ~SPECIAL;
        uint256 paid = amount;
        if (due != amount) (wallet, paid) = _split(party, amount);
        if (paid > 0 && !_tryPush(index, currency, wallet, paid)) {
            uint256 key = _accountKey(party, index);
            _accounts[key] = _accounts[key].giveBack(amount);
            emit ClaimFailed(party, currency, amount);
            return paid;
        }
        emit Claimed(party, currency, amount);
        if (paid < amount) _withhold(party, index, currency, amount - paid);
    }

    /// @dev Copies no return data: a recipient can burn its own gas only.
    /// @return success Whether all of it was paid; else nothing was.
    function _tryPush(uint256 index, address currency, address to, uint256 amount) private returns (bool success) {
        if (index == ETHER_INDEX) {
            return _sendEther(to, amount, PUSH_GAS);
        }
        bytes memory data = abi.encodeCall(IProgram.pushToken, (currency, to, amount));
        // Memory-safe: only reads `data`.
        assembly ("memory-safe") {
            success := call(PUSH_TOKEN_GAS, address(), 0, add(data, 0x20), mload(data), 0, 0)
        }
    }

    /* SPECIAL ACCOUNTS */

    /// @return wallet Where a party with a special account is paid.
    /// @return paid What of the amount is paid there: the rest is withheld, rounded down.
    function _split(address party, uint256 amount) private view returns (address wallet, uint256 paid) {
        wallet = _walletOf(party);
        paid = amount - (amount * _payouts[party].withholding) / ONE;
    }

    /// @dev Gives what is withheld to the tax account. It never left what is counted.
    function _withhold(address party, uint256 index, address currency, uint256 amount) private {
        if (amount == 0) return;
        address taxAccount = address(uint160(TermsBlob.loadExtra(EXTRA_TAX_ACCOUNT, 20)));
        _owe(taxAccount, index, amount);
        _withheld[_accountKey(party, index)] += amount;
        emit Withheld(party, taxAccount, currency, amount);
    }
}
