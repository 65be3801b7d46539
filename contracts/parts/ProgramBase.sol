// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccessControl } from "@openzeppelin/contracts/access/AccessControl.sol";
import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { Nonces } from "@openzeppelin/contracts/utils/Nonces.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { IProgramEvents } from "../interfaces/IProgramEvents.sol";
import { Dispute, Membership, Payout, Progress, Remedy, Status } from "../interfaces/Types.sol";
import { PackedAccount } from "../libraries/Accounts.sol";
import { Buckets, PackedBucket } from "../libraries/Buckets.sol";
import { ETHER_INDEX, FIRST_POOL, MAX_CURRENCIES, MAX_KINDS } from "../libraries/Constants.sol";
import { PackedPartner } from "../libraries/PartnerRecord.sol";
import { Periods, Schedule, Segment } from "../libraries/Periods.sol";
import { TermsBlob, AT_CURRENCIES, AT_KINDS, AT_OUTCOMES, AT_NOTICE } from "../libraries/TermsBlob.sol";

/// @dev What the program has counted in one currency.
/// @param counted All that it owes but what open buckets brought; those add theirs when they close. Below zero while an open
/// bucket, of a program without hold or one that outlived its lock in silence, has paid out more than all else is.
/// @param funds The operator's unspent part of it.
struct Pot {
    int128 counted;
    uint128 funds;
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

/// @dev How a standing line stands beside its terms.
/// @param ends When it stops to earn where that was agreed after its terms; 0 as in them.
/// @param agreed Bit 0: the operator has agreed to end it; bit 1: the holder.
/// @param remedy What the arbiter gave notice of, over at `noticeUntil`.
/// @param price What the operator offers for it, in the currency with index `currency`.
struct LineRecord {
    uint40 ends;
    uint40 noticeUntil;
    Remedy remedy;
    uint8 agreed;
    uint8 currency;
    uint96 price;
}

/// @dev What a line with clauses has earned in one currency. `capYear` and `countedYear` are the years since the line's start
/// that `capped` and `counted` belong to. `earned` is that of the period being settled.
struct ClauseBook {
    uint96 capped;
    uint96 counted;
    uint16 capYear;
    uint16 countedYear;
    uint96 earned;
    uint96 arrears;
}

/// @dev Terms that were proposed or came into force after creation.
/// @param source The data contract that holds them.
/// @param from When they come into force.
/// @param consents How many holders' consents are missing.
struct Version {
    address source;
    uint40 from;
    uint16 consents;
}

/// @title The books every part of a program shares
/// @notice All storage is declared here, so that all parts of a program see the same. Money is counted in three places: what partners' credits hold per period, what standing lines and the residual
/// share per segment and kind (`Bucket`), and what is owed at once (`PackedAccount`).
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
    PackedBucket[MAX_KINDS][MAX_CURRENCIES] internal _open;

    Pot[MAX_CURRENCIES] internal _pots;

    /// @dev Revenue of past segments.
    mapping(uint256 currencyKindSegment => PackedBucket bucket) internal _closed;

    mapping(uint256 partyCurrency => PackedAccount account) internal _accounts;

    /// @dev A partner's credits in one currency and period: earned 96 | reversed 96 | sales 64, counted where the terms ask.
    mapping(uint256 walletPeriodCurrency => uint256 earnedReversedSales) internal _held;

    mapping(uint256 number => PackedPartner partner) internal _partners;

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

    /// @dev The last amendment proposed, in force or not, and the one in force before it. Where there is no last one there is
    /// none before it.
    Version internal _proposed;
    Version internal _amended;

    /// @dev Consents to a proposed amendment, by where its terms lie, so that none counts for another proposal.
    mapping(address source => mapping(uint256 line => bool given)) internal _consents;

    mapping(uint256 line => LineRecord record) internal _lineRecords;

    /// @dev When a line was suspended and resumed, in turns; rising.
    mapping(uint256 line => uint40[] times) internal _suspensions;

    /// @dev Bit `line % 256` is set where the line was suspended or ended after its terms: so that others need not be looked up.
    mapping(uint256 lineDividedBy256 => uint256 bits) internal _changedLines;

    mapping(uint256 line => mapping(uint256 currency => ClauseBook book)) internal _clauseBooks;

    /// @dev Residual of the segments that are settled of a period that is not, where lines have clauses.
    mapping(uint256 currency => uint256 amount) internal _periodResidual;

    /// @dev What a line with clauses and a price earned in a period, its guarantee counted.
    mapping(uint256 line => mapping(uint256 periodCurrency => uint256 amount)) internal _earnedIn;

    /// @dev Counted money that pays guarantees and milestones.
    mapping(uint256 currency => uint256 amount) internal _reserves;

    mapping(bytes32 saleId => Dispute dispute) internal _disputes;

    /// @dev How many sales a partner disputed in a period.
    mapping(uint256 number => mapping(uint256 period => uint256 count)) internal _disputesOf;

    mapping(uint256 currency => uint256 amount) internal _frozen;

    /// @dev By the wallet a partner was enrolled with; a `wallet` of zero is that one.
    mapping(address party => Payout payout) internal _payouts;

    mapping(uint256 partyCurrency => uint256 amount) internal _withheld;

    mapping(uint256 number => mapping(uint256 currency => Progress progress)) internal _progress;

    mapping(uint256 number => uint256 bits) internal _milestones;

    /// @dev Sales posted in the running period: period 32 | amount 96.
    mapping(uint256 currency => uint256 periodAmount) internal _postedIn;

    /* TERMS */

    /// @dev The packed terms in force, but for the names.
    function _terms() internal view returns (bytes memory blob) {
        blob = TermsBlob.load();
        address source = _amendment(blob);
        if (source != address(0)) blob = TermsBlob.loadFrom(source);
    }

    /// @dev The packed terms in force with their names, for reading.
    function _namedTerms() internal view returns (bytes memory) {
        address source = _amendment(TermsBlob.loadHeader());
        return source == address(0) ? Clones.fetchCloneArgs(address(this)) : TermsBlob.loadNamedFrom(source);
    }

    /// @dev Where the amendment in force lies; zero where the program's own terms are. Those without notice are never amended
    /// and cost no look.
    function _amendment(bytes memory own) private view returns (address) {
        if (own.number(AT_NOTICE, 1) == 0) return address(0);
        Version storage last = _proposed;
        if (last.from == 0) return address(0);
        return _isInForce(last) ? last.source : _amended.source;
    }

    function _isInForce(Version storage version) internal view returns (bool) {
        return version.consents == 0 && version.from != 0 && version.from <= block.timestamp;
    }

    function _indexOf(bytes memory blob, address currency) internal pure returns (uint256) {
        uint256 count = blob.number(AT_CURRENCIES, 1);
        // Safe: at most 8 currencies.
        unchecked {
            for (uint256 i = 0; i < count; ++i) {
                if (blob.currency(i) == currency && currency != address(0)) return i;
            }
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

    /// @dev The same for a kind that money can be paid in for: an outcome is what the operator pays.
    function _checkPaidKind(bytes memory blob, uint256 kind) internal pure {
        _checkKind(blob, kind);
        require((blob.number(AT_OUTCOMES, 2) >> kind) & 1 == 0, Program_UnknownKind(kind));
    }

    /// @dev A partner who can be given a line.
    function _activePartner(uint256 number) internal view returns (PackedPartner partner) {
        partner = _partners[number];
        if (partner.isActive()) return partner;
        Status status = partner.status();
        require(status != Status.None, Program_UnknownPartner(number));
        revert Program_PartnerNotActive(number, status);
    }

    /* BUCKETS */

    /// @dev Adds revenue to the running segment, closing an older one first.
    /// @param brought What of it is for standing lines and the residual.
    function _addRevenue(
        Schedule memory schedule,
        Segment memory segment,
        uint256 currency,
        uint256 kind,
        uint256 revenue,
        uint256 brought
    ) internal {
        PackedBucket bucket = _open[currency][kind];
        if (bucket.until() != segment.end) {
            _close(schedule, bucket, currency, kind);
            bucket = Buckets.empty(segment.end);
        }
        _open[currency][kind] = bucket.add(revenue, brought);
    }

    /// @dev Keeps the bucket of a past segment. What it brought counts among all else from now on.
    function _close(Schedule memory schedule, PackedBucket bucket, uint256 currency, uint256 kind) private {
        if (bucket.revenue() == 0 && bucket.brought() == 0) return;
        uint256 ordinal = schedule.segmentAt(bucket.until() - 1).ordinal;
        _closed[_bucketKey(currency, kind, ordinal)] = bucket;
        _addCounted(currency, bucket.brought());
    }

    /// @dev The bucket of any segment.
    function _bucketOf(
        Segment memory segment,
        uint256 currency,
        uint256 kind
    ) internal view returns (PackedBucket bucket) {
        bucket = _open[currency][kind];
        if (bucket.until() != segment.end) {
            bucket = _closed[_bucketKey(currency, kind, segment.ordinal)];
        }
    }

    /// @dev Takes refunded revenue out of a segment.
    /// @param brought What of it leaves what standing lines and the residual share.
    /// @param kept What of the lines' reversals joins it instead.
    function _subRevenue(
        Segment memory segment,
        uint256 currency,
        uint256 kind,
        uint256 revenue,
        uint256 brought,
        uint256 kept
    ) internal {
        PackedBucket bucket = _open[currency][kind];
        if (bucket.until() == segment.end) {
            _open[currency][kind] = bucket.sub(revenue, brought, kept);
            // What a closed bucket brought is counted already.
            _addCounted(currency, brought);
            _subCounted(currency, kept);
        } else {
            uint256 key = _bucketKey(currency, kind, segment.ordinal);
            _closed[key] = _closed[key].sub(revenue, brought, kept);
        }
    }

    function _bucketKey(uint256 currency, uint256 kind, uint256 ordinal) private pure returns (uint256) {
        return (ordinal << 16) | (currency << 8) | kind;
    }

    /* ACCOUNTS */

    /// @dev Adds to what a party can claim at once. The money must have been counted.
    function _owe(address party, uint256 currency, uint256 amount) internal {
        uint256 key = _accountKey(party, currency);
        _accounts[key] = _accounts[key].owe(amount);
    }

    function _addCounted(uint256 currency, uint256 amount) internal {
        _changeCounted(currency, _toUint96(amount));
    }

    function _subCounted(uint256 currency, uint256 amount) internal {
        // Below zero wraps, as a signed number of 256 bits has it.
        unchecked {
            _changeCounted(currency, 0 - amount);
        }
    }

    /// @dev Adds a signed number to what is counted. It would take 2^31 amounts of 2^96 to leave its 128 bits.
    function _changeCounted(uint256 currency, uint256 change) private {
        Pot storage pot = _pots[currency];
        // Memory-safe: touches no memory. `counted` is the lower half of the slot, and what its sum carries is cut off. The
        // compiler reads a slot twice to change a part of it.
        assembly ("memory-safe") {
            let word := sload(pot.slot)
            sstore(pot.slot, or(shl(128, shr(128, word)), shr(128, shl(128, add(word, change)))))
        }
    }

    /// @dev All that the program owes in a currency.
    function _owedInAll(uint256 currency) internal view returns (uint256) {
        int256 sum = _pots[currency].counted;
        for (uint256 kind = 0; kind < MAX_KINDS; ++kind) {
            sum += int256(_open[currency][kind].brought());
        }
        // Safe: what was paid out was counted in `counted` or in an open bucket, so their sum is never below zero.
        return uint256(sum);
    }

    function _balance(uint256 currency, address token) internal view returns (uint256) {
        if (currency == ETHER_INDEX) return address(this).balance;
        return _tokenBalance(token);
    }

    /// @dev `token.balanceOf(address(this))`: every payment of a token asks twice, and the compiler's own call costs more than
    /// twice as much.
    function _tokenBalance(address token) internal view returns (uint256 held) {
        bytes4 selector = IERC20.balanceOf.selector;
        // Memory-safe: uses scratch space; where the token fails, the call ends with what it said.
        assembly ("memory-safe") {
            mstore(0, selector)
            mstore(4, address())
            let success := staticcall(gas(), token, 0, 0x24, 0, 0x20)
            if iszero(and(success, gt(returndatasize(), 0x1f))) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
            held := mload(0)
        }
    }

    function _accountKey(address party, uint256 currency) internal pure returns (uint256) {
        return (uint256(uint160(party)) << 96) | currency;
    }

    function _heldKey(address wallet, uint256 currency, uint256 period) internal pure returns (uint256) {
        // 160 bits of wallet, 88 of period, 8 of currency.
        return (uint256(uint160(wallet)) << 96) | (period << 8) | currency;
    }

    /// @dev A partner's credits of a period in one currency.
    function _heldOf(
        address wallet,
        uint256 currency,
        uint256 period
    ) internal view returns (uint256 earned, uint256 reversed) {
        uint256 word = _held[_heldKey(wallet, currency, period)];
        return (word & type(uint96).max, (word >> 96) & type(uint96).max);
    }

    /* PARTNERS */

    /// @dev Where a party is paid.
    function _walletOf(address party) internal view returns (address wallet) {
        wallet = _payouts[party].wallet;
        if (wallet == address(0)) wallet = party;
    }

    /// @dev The partner that the caller speaks for: a wallet that a partner was moved from has no say any more.
    /// @return number The partner's number.
    /// @return party The wallet it was enrolled with.
    function _callingPartner() internal view returns (uint256 number, address party) {
        number = _members[msg.sender].number;
        require(number > 0 && number < FIRST_POOL, Program_NotAllowed(msg.sender));
        party = _partners[number].wallet();
        require(_walletOf(party) == msg.sender, Program_NotAllowed(msg.sender));
    }

    function _toUint96(uint256 amount) internal pure returns (uint96) {
        require(amount <= type(uint96).max, Program_AmountTooLarge(amount));
        // Safe by the check above.
        return uint96(amount);
    }
}
