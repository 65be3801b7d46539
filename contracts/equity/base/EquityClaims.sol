// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Book, Dues, Grant, Level } from "./EquityStorage.sol";
import { EquityBooks } from "./EquityBooks.sol";
import { EquityWords } from "../EquityWords.sol";
import { IEquityPlan } from "../../interfaces/IEquityPlan.sol";
import { PlanPower } from "../../interfaces/EquityTypes.sol";
import { ETHER, ONE } from "../../libraries/Constants.sol";
import { CALLED, HAS_DUES, IN_FLOW } from "../../libraries/GrantWords.sol";
import { Levels } from "../../libraries/Levels.sol";
import { Sending } from "../../libraries/Sending.sol";

/// @dev What a grant is to be paid.
/// @param earned Of what its vested units earned.
/// @param owed Of what is owed whatever happens.
/// @param withheld What of both the tax account has.
struct Payment {
    address holder;
    uint256 earned;
    uint256 owed;
    uint256 withheld;
}

/// @title How a plan pays
/// @dev First the books are final, then money moves.
abstract contract EquityClaims is EquityBooks {
    using EquityWords for *;

    /// @dev Gas for a recipient of ETH among many: enough for a smart wallet, too little to starve the others.
    uint256 private constant PUSH_GAS = 100_000;

    /// @dev The same for a token's payment, whose hooks may call the recipient.
    uint256 private constant PUSH_TOKEN_GAS = 500_000;

    /// @dev The most that a call costs before the one called gets any: with value, to an account that is not there.
    uint256 private constant CALL_GAS = 40_000;

    /* ONE GRANT */

    /// @param to Where to; zero: to the holder.
    function _claim(uint256 id, address currency, address to) internal returns (uint256 amount) {
        Level memory book = _levels[currency].load();
        Payment memory payment = _settle({ id: id, currency: currency, level: book.level });
        amount = payment.earned + payment.owed;
        require(amount > 0, EquityPlan_NothingToClaim(id, currency));
        uint256 paid;
        // Safe: what is withheld is a part of it, and it is a part of what is counted.
        unchecked {
            paid = amount - payment.withheld;
            book.counted -= uint96(paid);
        }
        _levels[currency].save(book);
        _logClaimed({ id: id, currency: currency, payment: payment });
        if (to == address(0)) to = payment.holder;
        else if (to != payment.holder) emit IEquityPlan.ClaimRedirected({ id: id, to: to });
        if (paid == 0) return amount;
        uint256 missing = _push({ currency: currency, to: to, amount: paid });
        if (missing == 0) return amount;
        _keepMissing({ id: id, currency: currency, payment: payment, missing: missing });
        return amount - missing;
    }

    /// @dev Books what is withheld, too.
    function _logClaimed(uint256 id, address currency, Payment memory payment) private {
        emit IEquityPlan.Claimed({
            id: id,
            holder: payment.holder,
            currency: currency,
            amount: payment.earned + payment.owed
        });
        if (payment.withheld == 0) return;
        // It never left what is counted, of which it is a part.
        _asides[currency].tax += uint96(payment.withheld);
        emit IEquityPlan.Withheld({ id: id, currency: currency, amount: payment.withheld });
    }

    /// @dev Marks all that is payable to a grant as paid.
    function _settle(uint256 id, address currency, uint256 level) private returns (Payment memory payment) {
        Grant memory grant = _grantAt(id);
        payment.holder = grant.head.holder();
        if (!grant.head.has(CALLED)) {
            if (grant.head.has(IN_FLOW)) _advance(id, grant, currency);
            else payment.earned = _settleEarned({ book: _books[id][currency], grant: grant, level: level });
        }
        if (grant.head.has(HAS_DUES)) payment.owed = _settleDues(id, grant, currency);
        uint256 rate = grant.extra.withholding();
        if (rate > 0) payment.withheld = ((payment.earned + payment.owed) * rate) / ONE;
    }

    function _settleEarned(Book storage book, Grant memory grant, uint256 level) private returns (uint256 amount) {
        Book memory kept = book.load();
        uint256 rise = Levels.riseOf(level, kept.base);
        if (rise == 0) return 0;
        uint256 earned = Levels.earned(_vestedAt(grant, block.timestamp), rise);
        // Safe: neither vested units nor the rise ever fall.
        unchecked {
            amount = earned - kept.taken;
        }
        // Nothing is no change.
        if (amount == 0) return 0;
        kept.taken = _toUint96(earned);
        book.save(kept);
    }

    function _settleDues(uint256 id, Grant memory grant, address currency) private returns (uint256 amount) {
        Dues memory dues = _dues[id][currency];
        if (dues.contingent > 0 && _isExitSoon(grant, block.timestamp))
            (dues.owed, dues.contingent) = (dues.owed + dues.contingent, 0);
        amount = dues.owed;
        if (amount == 0) return 0;
        dues.owed = 0;
        // Safe: a part of what was counted.
        dues.paid += uint96(amount);
        _dues[id][currency] = dues;
    }

    /* MANY */

    /// @dev Pays each of many, or leaves it what it has. Nothing else moves between two payments: so what is held after one is what was
    /// before the next.
    function _claimMany(uint256[] calldata ids, address currency) internal {
        Level memory book = _levels[currency].load();
        uint256 held = currency == ETHER ? 0 : _tokenBalance(currency);
        for (uint256 i = 0; i < ids.length; ++i) {
            Payment memory payment = _settle({ id: ids[i], currency: currency, level: book.level });
            if (payment.earned + payment.owed == 0) continue;
            uint256 moved = _tryPay({ id: ids[i], currency: currency, payment: payment, held: held });
            if (currency != ETHER) held -= moved;
            // Safe: a part of what is counted.
            book.counted -= uint96(moved);
        }
        _levels[currency].save(book);
    }

    /// @param held What the plan has of a token.
    /// @return moved What left.
    function _tryPay(
        uint256 id,
        address currency,
        Payment memory payment,
        uint256 held
    ) private returns (uint256 moved) {
        uint256 paid = payment.earned + payment.owed - payment.withheld;
        (bool success, uint256 missing) = _tryPush({
            currency: currency,
            to: payment.holder,
            amount: paid,
            held: held
        });
        if (!success) {
            _giveBack({ id: id, currency: currency, earned: payment.earned, owed: payment.owed });
            emit IEquityPlan.ClaimFailed({
                id: id,
                holder: payment.holder,
                currency: currency,
                amount: payment.earned + payment.owed
            });
            return 0;
        }
        _logClaimed({ id: id, currency: currency, payment: payment });
        if (missing > 0) _keepShort({ id: id, currency: currency, payment: payment, missing: missing });
        return paid - missing;
    }

    /// @dev Copies no return data but one word: a recipient can burn its own gas only. One that is not paid had all the gas that is
    /// promised: else whoever calls could make payments fail by giving too little.
    function _tryPush(
        address currency,
        address to,
        uint256 amount,
        uint256 held
    ) private returns (bool success, uint256 missing) {
        if (amount == 0) return (true, 0);
        uint256 gas = gasleft();
        uint256 promised = PUSH_GAS;
        if (currency == ETHER) {
            success = Sending.sendEther({ to: to, amount: amount, gasLimit: promised });
        } else {
            promised = PUSH_TOKEN_GAS;
            bytes memory data = abi.encodeCall(IEquityPlan.pushToken, (currency, to, amount, held));
            // Memory-safe: only reads `data`, and writes one word to scratch space.
            assembly ("memory-safe") {
                success := call(promised, address(), 0, add(data, 0x20), mload(data), 0, 0x20)
                missing := mul(success, mload(0))
            }
        }
        // A call gets 63 of 64 parts of what is left, see EIP-150.
        require(success || gas - gas / 64 >= promised + CALL_GAS, EquityPlan_GasTooLow(promised));
    }

    /* WHAT WAS NOT PAID */

    /// @dev Keeps for the holder what a token did not move, and counts it again.
    function _keepMissing(uint256 id, address currency, Payment memory payment, uint256 missing) private {
        // Safe: what did not leave was counted before.
        _levels[currency].counted += uint96(missing);
        _keepShort({ id: id, currency: currency, payment: payment, missing: missing });
    }

    function _keepShort(uint256 id, address currency, Payment memory payment, uint256 missing) private {
        uint256 earned = missing < payment.earned ? missing : payment.earned;
        _giveBack({ id: id, currency: currency, earned: earned, owed: missing - earned });
        emit IEquityPlan.ClaimShort({ id: id, currency: currency, amount: missing });
    }

    /// @dev Marks as not paid what was marked as paid.
    function _giveBack(uint256 id, address currency, uint256 earned, uint256 owed) private {
        // Safe: at most what was added before.
        if (earned > 0) _books[id][currency].taken -= uint96(earned);
        if (owed == 0) return;
        Dues storage dues = _dues[id][currency];
        dues.owed += uint96(owed);
        dues.paid -= uint96(owed);
    }

    /* TREASURY AND TAX ACCOUNT */

    function _claimTreasury(address currency) internal returns (uint256 amount) {
        amount = _pots[currency].treasury;
        _pots[currency].treasury = 0;
        address treasury = _holderOf(PlanPower.Treasury);
        uint256 missing = _payPower({ currency: currency, to: treasury, amount: amount });
        // Safe, as below: a part of what was there.
        _pots[currency].treasury += uint96(missing);
        amount -= missing;
        emit IEquityPlan.TreasuryPaid({ treasury: treasury, currency: currency, amount: amount });
    }

    function _claimTax(address currency) internal returns (uint256 amount) {
        amount = _asides[currency].tax;
        _asides[currency].tax = 0;
        address taxAccount = _holderOf(PlanPower.TaxAccount);
        uint256 missing = _payPower({ currency: currency, to: taxAccount, amount: amount });
        _asides[currency].tax += uint96(missing);
        amount -= missing;
        emit IEquityPlan.TaxPaid({ taxAccount: taxAccount, currency: currency, amount: amount });
    }

    function _payPower(address currency, address to, uint256 amount) private returns (uint256 missing) {
        require(amount > 0, EquityPlan_NothingToClaim(0, currency));
        // Safe, as below: a part of what is counted.
        _levels[currency].counted -= uint96(amount);
        missing = _push({ currency: currency, to: to, amount: amount });
        if (missing > 0) _levels[currency].counted += uint96(missing);
    }
}
