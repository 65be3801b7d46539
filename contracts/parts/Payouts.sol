// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Earnings } from "./Earnings.sol";
import { Transfers } from "./Transfers.sol";
import { IProgram } from "../interfaces/IProgram.sol";
import { PackedAccount } from "../libraries/Accounts.sol";
import { ETHER_INDEX } from "../libraries/Constants.sol";

/// @title Paying what parties can claim
/// @dev Effects come before payments. A payment among many that fails leaves the party with the same balance.
abstract contract Payouts is Earnings, Transfers {
    /// @dev Gas for a recipient of ETH among many: enough for a smart wallet, too little to starve the others.
    uint256 private constant PUSH_GAS = 100_000;

    /// @dev The same for a token's payment, whose hooks may call the recipient.
    uint256 private constant PUSH_TOKEN_GAS = 500_000;

    function _claim(bytes memory blob, address party, address currency, address to) internal returns (uint256 amount) {
        uint256 index = _indexOf(blob, currency);
        (uint256 locked, uint256 hold) = _locked(blob);
        bool more;
        (amount, more) = _take(party, index, locked, hold);
        // After a silence longer than one call walks, the way walked is kept though it led to nothing yet.
        if (more && to == party) return 0;
        require(amount > 0, Program_NothingToClaim(party, currency));
        _subCounted(index, amount);
        emit Claimed(party, currency, amount);
        if (to != party) emit ClaimRedirected(party, to, currency, amount);
        _push(index, currency, to, amount);
    }

    /// @dev Marks all that a party can claim as claimed.
    /// @return amount What it can.
    /// @return more Whether that is nothing only because the walk ended before all that is locked was seen.
    function _take(
        address party,
        uint256 index,
        uint256 locked,
        uint256 hold
    ) internal returns (uint256 amount, bool more) {
        uint256 key = _accountKey(party, index);
        PackedAccount account = _accounts[key];
        uint256 next;
        (amount, next) = _claimable(account, party, index, locked, hold);
        more = amount == 0 && next > account.next() && next < locked;
        _accounts[key] = account.take(amount, next);
    }

    /// @return unpaid What stays owed: all or nothing.
    function _payOneOfMany(
        uint256 index,
        address currency,
        address party,
        uint256 amount
    ) internal returns (uint256 unpaid) {
        if (_tryPush(index, currency, party, amount)) {
            emit Claimed(party, currency, amount);
            return 0;
        }
        uint256 key = _accountKey(party, index);
        _accounts[key] = _accounts[key].giveBack(amount);
        emit ClaimFailed(party, currency, amount);
        return amount;
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
}
