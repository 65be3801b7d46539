// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccessControl } from "@openzeppelin/contracts/access/AccessControl.sol";
import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { Nonces } from "@openzeppelin/contracts/utils/Nonces.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { IProgramEvents } from "../interfaces/IProgramEvents.sol";
import { Bucket, Membership, Partner } from "../interfaces/Types.sol";
import { ETHER, ETHER_INDEX, MAX_CURRENCIES, MAX_KINDS } from "../libraries/Constants.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { TermsBlob, AT_CURRENCIES, AT_KINDS } from "../libraries/TermsBlob.sol";

/// @dev What the program has counted in one currency.
/// @param counted All that it owes but what open buckets brought; those add theirs when they close. It is below zero only
/// while an open bucket has paid out more than all else is, which takes a program without hold.
/// @param funds The operator's unspent part of it.
struct Pot {
    int128 counted;
    uint128 funds;
}

/// @dev What a party has been paid and is owed beyond its held credits.
/// @param next The first period whose credits are not claimed.
/// @param claimed Paid out so far.
/// @param owed Final and not paid: settled lines, residual, refunds, failed payments, credits without hold.
struct Account {
    uint32 next;
    uint128 claimed;
    uint96 owed;
}

/// @dev A partner's credits in one currency and period.
struct Held {
    uint96 earned;
    uint96 reversed;
}

/// @dev A sale's payment that waits for its attribution.
struct Payment {
    uint96 amount;
    uint40 paidAt;
    uint8 kind;
    uint8 currency;
    bool used;
}

/// @dev How far a standing line is settled in one currency.
/// @param next The first segment that is not settled in whole.
/// @param taken What was settled of that segment, which takes a program without hold.
struct LineBook {
    uint32 next;
    uint96 taken;
}

/// @title The books every part of a program shares
/// @notice All storage is declared here, so that both halves of a program see the same. Money is counted in three places: what partners' credits hold per period, what standing lines and the residual
/// share per segment and kind (`Bucket`), and what is owed at once (`Account`).
abstract contract ProgramBase is IProgramEvents, AccessControl, Nonces, ReentrancyGuardTransient {
    using Periods for Schedule;
    using TermsBlob for bytes;

    /// @notice Runs the program; the admin of the attributor's role.
    bytes32 public constant OPERATOR_ROLE = DEFAULT_ADMIN_ROLE;

    /// @notice Posts sales and refunds.
    bytes32 public constant ATTRIBUTOR_ROLE = keccak256("ATTRIBUTOR_ROLE");

    /// @notice Settles disputes; its own admin.
    bytes32 public constant ARBITER_ROLE = keccak256("ARBITER_ROLE");

    /// @dev Revenue of the running segment, `[currency][kind]`. Where a bucket's `until` has passed it waits to be closed.
    Bucket[MAX_KINDS][MAX_CURRENCIES] internal _open;

    Pot[MAX_CURRENCIES] internal _pots;

    /// @dev Revenue of past segments.
    mapping(uint256 currencyKindSegment => Bucket bucket) internal _closed;

    mapping(address party => mapping(uint256 currency => Account account)) internal _accounts;

    mapping(address partner => mapping(uint256 currencyPeriod => Held held)) internal _held;

    mapping(uint256 number => Partner partner) internal _partners;

    mapping(address wallet => Membership membership) internal _members;

    /// @dev How many partners were enrolled, and how many of them are active.
    uint24 internal _enrolled;
    uint24 internal _active;

    mapping(bytes32 saleId => mapping(address payer => Payment payment)) internal _payments;

    /// @dev Who paid a posted sale; zero where it was paid elsewhere.
    mapping(bytes32 saleId => address payer) internal _payerOf;

    /// @dev The first word of each posted sale is not zero, see `SaleStore`.
    mapping(bytes32 saleId => uint256[12] words) internal _sales;

    mapping(bytes32 saleId => uint256 amount) internal _refunded;

    mapping(bytes32 refundId => bool done) internal _refunds;

    mapping(uint256 line => mapping(uint256 currency => LineBook book)) internal _lineBooks;

    /// @dev The first segment whose residual is not settled.
    mapping(uint256 currency => uint256 segment) internal _residualNext;

    /* TERMS */

    /// @dev The packed terms: immutable arguments in this clone's own code.
    function _terms() internal view returns (bytes memory) {
        return Clones.fetchCloneArgs(address(this));
    }

    function _indexOf(bytes memory blob, address currency) internal pure returns (uint256) {
        uint256 count = blob.number(AT_CURRENCIES, 1);
        for (uint256 i = 0; i < count; ++i) {
            if (blob.currency(i) == currency && currency != address(0)) return i;
        }
        revert Program_UnknownCurrency(currency);
    }

    function _checkCurrencyIndex(bytes memory blob, uint256 index) internal pure {
        bool known = index < blob.number(AT_CURRENCIES, 1) && blob.currency(index) != address(0);
        require(known, Program_UnknownCurrencyIndex(index));
    }

    function _checkKind(bytes memory blob, uint256 kind) internal pure {
        require(kind < blob.number(AT_KINDS, 1), Program_UnknownKind(kind));
    }

    /* BUCKETS */

    /// @dev The bucket of the running segment, closing an older one first.
    function _openBucket(
        Schedule memory schedule,
        Segment memory segment,
        uint256 currency,
        uint256 kind
    ) internal returns (Bucket storage bucket) {
        bucket = _open[currency][kind];
        uint256 until = bucket.until;
        if (until == segment.end) return bucket;
        if (bucket.revenue > 0 || bucket.brought > 0) {
            uint256 ordinal = schedule.segmentAt(until - 1).ordinal;
            _closed[_bucketKey(currency, kind, ordinal)] = bucket;
            // Safe: 96 bits into 128.
            _pots[currency].counted += int128(uint128(bucket.brought));
        }
        // Safe: an end of a segment is below 2^40 until the year 36,812.
        _open[currency][kind] = Bucket({ revenue: 0, brought: 0, until: uint40(segment.end) });
    }

    /// @dev The bucket of any segment, for reading and for refunds.
    function _bucketOf(
        Segment memory segment,
        uint256 currency,
        uint256 kind
    ) internal view returns (Bucket storage bucket, bool isOpen) {
        bucket = _open[currency][kind];
        if (bucket.until == segment.end) return (bucket, true);
        return (_closed[_bucketKey(currency, kind, segment.ordinal)], false);
    }

    function _addRevenue(Bucket storage bucket, uint256 revenue, uint256 brought) internal {
        bucket.revenue += _toUint96(revenue);
        bucket.brought += _toUint96(brought);
    }

    function _bucketKey(uint256 currency, uint256 kind, uint256 ordinal) private pure returns (uint256) {
        return (ordinal << 16) | (currency << 8) | kind;
    }

    /* ACCOUNTS */

    /// @dev Adds to what a party can claim at once. The money must have been counted.
    function _owe(address party, uint256 currency, uint256 amount) internal {
        _accounts[party][currency].owed += _toUint96(amount);
    }

    function _addCounted(uint256 currency, uint256 amount) internal {
        // Safe: amounts are below 2^96.
        _pots[currency].counted += int128(uint128(_toUint96(amount)));
    }

    function _subCounted(uint256 currency, uint256 amount) internal {
        // Safe: amounts are below 2^96.
        _pots[currency].counted -= int128(uint128(_toUint96(amount)));
    }

    /// @dev All that the program owes in a currency.
    function _owedInAll(uint256 currency) internal view returns (uint256) {
        int256 sum = _pots[currency].counted;
        for (uint256 kind = 0; kind < MAX_KINDS; ++kind) {
            sum += int256(uint256(_open[currency][kind].brought));
        }
        // Safe: what was paid out was counted in `counted` or in an open bucket, so their sum is never below zero.
        return uint256(sum);
    }

    function _balance(uint256 currency, address token) internal view returns (uint256) {
        if (currency == ETHER_INDEX) return address(this).balance;
        return IERC20(token).balanceOf(address(this));
    }

    function _periodKey(uint256 currency, uint256 period) internal pure returns (uint256) {
        return (period << 8) | currency;
    }

    function _toUint96(uint256 amount) internal pure returns (uint96) {
        require(amount <= type(uint96).max, Program_AmountTooLarge(amount));
        // Safe by the check above.
        return uint96(amount);
    }

    function _isEther(address currency) internal pure returns (bool) {
        return currency == ETHER;
    }
}
