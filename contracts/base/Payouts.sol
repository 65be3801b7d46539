// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Earnings } from "./Earnings.sol";
import { Account } from "./ProgramStorage.sol";
import { Transfers } from "./Transfers.sol";
import { IProgram } from "../interfaces/IProgram.sol";
import { Accounts, PackedAccount } from "../libraries/Accounts.sol";
import { ETHER_INDEX, ONE } from "../libraries/Constants.sol";
import { Lists } from "../libraries/Lists.sol";
import { Sending } from "../libraries/Sending.sol";
import { PackedTerms } from "../terms/PackedTerms.sol";
import { AT_TREASURY, EXTRA_TAX_ACCOUNT } from "../terms/TermsLayout.sol";

/// @title Paying what parties can claim
/// @dev Effects come before payments. A payment among many that fails leaves the party with the same balance. The accounts
/// of a party that is paid at another wallet, or has a part withheld, are special: for all others nothing is looked up.
abstract contract Payouts is Earnings, Transfers {
    using Lists for address[];
    using Lists for uint256[];
    using PackedTerms for bytes;

    /// @dev Gas for a recipient of ETH among many: enough for a smart wallet, too little to starve the others.
    uint256 private constant PUSH_GAS = 100_000;

    /// @dev The same for a token's payment, whose hooks may call the recipient.
    uint256 private constant PUSH_TOKEN_GAS = 500_000;

    /// @dev The most that a call costs before the one called gets any: with value, to an account that is not there.
    uint256 private constant CALL_GAS = 40_000;

    /// @dev Stands among dues for a party whose account is special. Where it is the address itself, the second pass finds nothing.
    uint256 private constant SPECIAL = 1;

    /* ONE PARTY */

    /// @dev Pays a party where its payments go, or reverts.
    function _claim(bytes memory packed, address party, address currency) internal returns (uint256) {
        return _claimAt({ packed: packed, party: party, currency: currency, to: address(0) });
    }

    /// @dev The same at an address that the party signed for; zero is where its payments go.
    function _claimAt(
        bytes memory packed,
        address party,
        address currency,
        address to
    ) internal returns (uint256 amount) {
        uint256 index = _indexOf(packed, currency);
        (uint256 locked, uint256 rules) = _locked(packed);
        Account storage own = _accountOf(party, index);
        PackedAccount account = own.word;
        bool more;
        (amount, more) = _take({
            own: own,
            account: account,
            party: party,
            index: index,
            locked: locked,
            rules: rules,
            minimum: 0
        });
        // After a silence longer than one call covers, the periods covered are kept though they held nothing yet.
        if (more && to == address(0)) return 0;
        if (amount == 0) _refuseClaim({ rules: rules, party: party, currency: currency });
        _logClaimed({ party: party, currency: currency, amount: amount });
        address wallet = party;
        uint256 paid = amount;
        if (account.isSpecial()) {
            address taxAccount;
            (wallet, paid, taxAccount) = _split(party, amount);
            _withhold({
                party: party,
                taxAccount: taxAccount,
                index: index,
                currency: currency,
                amount: amount - paid
            });
        }
        _subCounted(index, paid);
        if (to == address(0)) to = wallet;
        else if (to != wallet)
            emit IProgram.ClaimRedirected({ party: party, to: to, currency: currency, amount: amount });
        if (paid == 0) return amount;
        uint256 missing = _push({ index: index, currency: currency, to: to, amount: paid });
        if (missing == 0) return amount;
        _keepMissing({ index: index, currency: currency, party: party, amount: missing });
        return amount - missing;
    }

    function _refuseClaim(uint256 rules, address party, address currency) private view {
        require(rules & ACCEPTANCE == 0 || !_waits(party), Program_NotAccepted(party));
        revert Program_NothingToClaim(party, currency);
    }

    /// @dev Marks all that a party can claim as claimed, unless it is below `minimum`.
    /// @param account Of `own`.
    /// @return amount What it can.
    /// @return more Whether that is nothing only because the call ended before all that is locked was seen.
    function _take(
        Account storage own,
        PackedAccount account,
        address party,
        uint256 index,
        uint256 locked,
        uint256 rules,
        uint256 minimum
    ) private returns (uint256 amount, bool more) {
        uint256 cursor;
        (amount, cursor) = _claimable({ account: account, party: party, index: index, locked: locked, rules: rules });
        if (amount == 0) {
            more = _endsEarly(account, cursor, locked);
            if (!more) return (0, false);
        } else if (amount < minimum) {
            return (0, false);
        }
        own.word = account.take(amount, cursor);
    }

    /// @dev Whether a call that found nothing has not seen all that is locked. What it has seen is worth keeping.
    function _endsEarly(PackedAccount account, uint256 cursor, uint256 locked) private pure returns (bool) {
        return cursor != account.cursor() && Accounts.periodOf(cursor) < locked;
    }

    /* MANY */

    /// @dev Pays each party that can be paid at least `minimum`. First all balances are final, then money moves; those with
    /// special accounts follow one by one.
    function _claimMany(
        bytes memory packed,
        address[] calldata parties,
        uint256 index,
        address currency,
        uint256 minimum
    ) internal {
        (uint256 locked, uint256 rules) = _locked(packed);
        (uint256[] memory dues, uint256 sum) = _takeMany({
            parties: parties,
            index: index,
            locked: locked,
            rules: rules,
            minimum: minimum
        });
        _subCounted(index, sum);
        (uint256 unpaid, bool specials) = _payAll({ index: index, currency: currency, dues: dues });
        if (unpaid > 0) _addCounted(index, unpaid);
        if (!specials) return;
        for (uint256 i = 0; i < parties.length; ++i) {
            if (_accountOf(parties[i], index).word.isSpecial())
                _tryClaim({ packed: packed, index: index, party: parties[i], minimum: minimum });
        }
    }

    /// @dev Marks all that parties can claim as claimed, but of those that can claim less than `minimum`, or have special accounts.
    /// @return dues What each is to be paid, beside it: amount 96 | party 160; `SPECIAL` for a special account, or 0.
    /// @return sum Of the amounts.
    function _takeMany(
        address[] calldata parties,
        uint256 index,
        uint256 locked,
        uint256 rules,
        uint256 minimum
    ) private returns (uint256[] memory dues, uint256 sum) {
        dues = new uint256[](parties.length);
        // Nothing is no payment.
        if (minimum == 0) minimum = 1;
        // Safe: a list in calldata is shorter than 2^32, and amounts are below 2^96.
        unchecked {
            for (uint256 i = 0; i < dues.length; ++i) {
                address party = parties.item(i);
                Account storage own = _accountOf(party, index);
                PackedAccount account = own.word;
                if (account.isSpecial()) {
                    dues.set(i, SPECIAL);
                    continue;
                }
                (uint256 amount, uint256 cursor) = _claimable({
                    account: account,
                    party: party,
                    index: index,
                    locked: locked,
                    rules: rules
                });
                if (amount < minimum && (amount > 0 || !_endsEarly(account, cursor, locked))) continue;
                own.word = account.take(amount, cursor);
                dues.set(i, (amount << 160) | uint160(party));
                sum += amount;
            }
        }
    }

    /// @param dues See `_takeMany`.
    /// @return unpaid What does not leave the program: each all or nothing.
    /// @return specials Whether special accounts wait.
    function _payAll(
        uint256 index,
        address currency,
        uint256[] memory dues
    ) private returns (uint256 unpaid, bool specials) {
        // Nothing else moves between two payments: so what is held after one is what was before the next.
        uint256 held = _heldOf(index, currency);
        // Safe: as where they were summed up, and no payment moves more than is held.
        unchecked {
            for (uint256 i = 0; i < dues.length; ++i) {
                uint256 due = dues.get(i);
                uint256 amount = due >> 160;
                if (amount == 0) {
                    if (due == SPECIAL) specials = true;
                    continue;
                }
                // Narrowing is safe: it cuts the amount off.
                address party = address(uint160(due));
                uint256 missing = _tryPush({ index: index, currency: currency, to: party, amount: amount, held: held });
                held -= amount - missing;
                if (missing == amount) {
                    _keep({ index: index, currency: currency, party: party, amount: amount });
                    unpaid += amount;
                    continue;
                }
                _logClaimed({ party: party, currency: currency, amount: amount });
                if (missing > 0) _keepMissing({ index: index, currency: currency, party: party, amount: missing });
            }
        }
    }

    /// @dev Pays one party, or leaves it its balance.
    function _tryClaim(bytes memory packed, uint256 index, address party, uint256 minimum) internal {
        (uint256 locked, uint256 rules) = _locked(packed);
        address currency = packed.currency(index);
        Account storage own = _accountOf(party, index);
        PackedAccount account = own.word;
        (uint256 amount, ) = _take({
            own: own,
            account: account,
            party: party,
            index: index,
            locked: locked,
            rules: rules,
            minimum: minimum
        });
        if (amount > 0)
            _tryPay({ index: index, currency: currency, party: party, amount: amount, isSpecial: account.isSpecial() });
    }

    /// @dev Pays what was taken from a party's account, or owes it again.
    function _tryPay(uint256 index, address currency, address party, uint256 amount, bool isSpecial) private {
        (address wallet, uint256 paid, address taxAccount) = (party, amount, address(0));
        if (isSpecial) (wallet, paid, taxAccount) = _split(party, amount);
        _subCounted(index, paid);
        uint256 held = _heldOf(index, currency);
        uint256 missing = _tryPush({ index: index, currency: currency, to: wallet, amount: paid, held: held });
        if (paid > 0 && missing == paid) {
            _keep({ index: index, currency: currency, party: party, amount: amount });
            return _addCounted(index, paid);
        }
        _logClaimed({ party: party, currency: currency, amount: amount });
        _withhold({ party: party, taxAccount: taxAccount, index: index, currency: currency, amount: amount - paid });
        if (missing > 0) _keepMissing({ index: index, currency: currency, party: party, amount: missing });
    }

    /// @dev What the program has of a token; of ETH nobody asks.
    function _heldOf(uint256 index, address currency) private view returns (uint256) {
        return index == ETHER_INDEX ? type(uint256).max : _tokenBalance(currency);
    }

    /// @dev Owes the treasury what leaves the operator's pots, and pays it all that it can claim: one that cannot be paid keeps its
    /// balance.
    function _payTreasury(bytes memory packed, uint256 index, uint256 amount) internal {
        address treasury = packed.addressAt(AT_TREASURY);
        _owe({ party: treasury, currency: index, amount: amount });
        _tryClaim({ packed: packed, index: index, party: treasury, minimum: 0 });
    }

    /// @dev Emits {Claimed}, for 70 gas less than the compiler's own encoding: each payment does.
    function _logClaimed(address party, address currency, uint256 amount) private {
        bytes32 selector = IProgram.Claimed.selector;
        // Memory-safe: uses scratch space.
        assembly ("memory-safe") {
            mstore(0, currency)
            mstore(0x20, amount)
            log2(0, 0x40, selector, party)
        }
    }

    /// @dev Owes a party again what could not be paid.
    function _keep(uint256 index, address currency, address party, uint256 amount) private {
        Account storage own = _accountOf(party, index);
        own.word = own.word.giveBack(amount);
        emit IProgram.ClaimFailed({ party: party, currency: currency, amount: amount });
    }

    /// @dev Owes a party again what a token did not move of a payment.
    function _keepMissing(uint256 index, address currency, address party, uint256 amount) private {
        Account storage own = _accountOf(party, index);
        own.word = own.word.giveBack(amount);
        _addCounted(index, amount);
        emit IProgram.ClaimShort({ party: party, currency: currency, amount: amount });
    }

    /// @dev Copies no return data but one word: a recipient can burn its own gas only. One that is not paid had all the gas that is
    /// promised: else whoever calls could make payments fail by giving too little.
    /// @param held What the program has of a token.
    /// @return missing What of it was not paid; all of it where the payment failed.
    function _tryPush(
        uint256 index,
        address currency,
        address to,
        uint256 amount,
        uint256 held
    ) private returns (uint256 missing) {
        if (amount == 0) return 0;
        uint256 gas = gasleft();
        uint256 promised = PUSH_GAS;
        if (index == ETHER_INDEX) {
            if (Sending.sendEther({ to: to, amount: amount, gasLimit: promised })) return 0;
        } else {
            promised = PUSH_TOKEN_GAS;
            bool success;
            (success, missing) = _tryPushToken({ currency: currency, to: to, amount: amount, held: held });
            if (success) return missing;
        }
        // A call gets 63 of 64 parts of what is left, see EIP-150.
        require(gas - gas / 64 >= promised + CALL_GAS, Program_GasTooLow(promised));
        return amount;
    }

    function _tryPushToken(
        address currency,
        address to,
        uint256 amount,
        uint256 held
    ) private returns (bool success, uint256 missing) {
        bytes memory data = abi.encodeCall(IProgram.pushToken, (currency, to, amount, held));
        // Memory-safe: only reads `data`, and writes one word to scratch space.
        assembly ("memory-safe") {
            success := call(PUSH_TOKEN_GAS, address(), 0, add(data, 0x20), mload(data), 0, 0x20)
            missing := mload(0)
        }
    }

    /* SPECIAL ACCOUNTS */

    /// @return wallet Where a party with a special account is paid.
    /// @return paid What of the amount is paid there: the rest is withheld, rounded down.
    /// @return taxAccount For whom: nothing is where the terms in force name nobody any more, or the party itself.
    function _split(
        address party,
        uint256 amount
    ) private view returns (address wallet, uint256 paid, address taxAccount) {
        wallet = _walletOf(party);
        uint256 rate = _payouts[party].withholding;
        if (rate == 0) return (wallet, amount, address(0));
        taxAccount = address(uint160(_terms().extra(EXTRA_TAX_ACCOUNT, 20)));
        if (taxAccount == address(0) || taxAccount == party) return (wallet, amount, address(0));
        paid = amount - (amount * rate) / ONE;
    }

    /// @dev Gives what is withheld to the tax account. It never left what is counted.
    function _withhold(address party, address taxAccount, uint256 index, address currency, uint256 amount) private {
        if (amount == 0) return;
        _owe({ party: taxAccount, currency: index, amount: amount });
        _withheld[_accountKey(party, index)] += amount;
        emit IProgram.Withheld({ party: party, taxAccount: taxAccount, currency: currency, amount: amount });
    }
}
