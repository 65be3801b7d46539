// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Nonces } from "@openzeppelin/contracts/utils/Nonces.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { Acting } from "./Acting.sol";
import { Payout, Progress, Proposal, Remedy, SaleState } from "../interfaces/Types.sol";
import { PackedAccount } from "../libraries/Accounts.sol";
import { PackedBucket } from "../libraries/Buckets.sol";
import { MAX_CURRENCIES, MAX_KINDS } from "../libraries/Constants.sol";
import { PackedPartner } from "../libraries/PartnerRecord.sol";

/// @dev What the program has counted in one currency.
/// @param counted All that it owes but what open buckets have set aside; those add theirs when they close. Below zero while
/// an open bucket, of a program without hold or one that outlived its lock in silence, has paid out more than all else is.
/// @param funds The operator's unspent part of it.
struct Pot {
    int128 counted;
    uint128 funds;
}

/// @dev A party's account in one currency: a struct, so that what reads it can hold on to where it lies.
struct Account {
    PackedAccount word;
}

/// @dev What is kept by the wallet that a partner was enrolled with, or by a pool's holder.
/// @param number Of the partner, or of the holder's first pool: the one that its credits are kept by.
/// @param period The first one that was not locked when it was enrolled: none of its credits is older.
/// @param accepted Whether it has accepted the terms; a pool need not.
/// @param suspended Whether it was suspended as it left.
/// @param score The contribution score last attested.
/// @param name What the operator calls it, see `Labels`; none of a pool, whose name is in the terms.
struct Member {
    uint24 number;
    uint24 period;
    bool accepted;
    bool suspended;
    uint32 score;
    bytes20 name;
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
/// @param price What the operator offers for it, in the currency with index `currency`, to be accepted from `priceFrom` on.
struct LineRecord {
    uint40 ends;
    uint40 noticeUntil;
    Remedy remedy;
    uint8 agreed;
    uint8 currency;
    uint96 price;
    uint40 priceFrom;
}

/// @dev What a conditional line has earned in one currency. `capYear` and `countedYear` are the years since the line's start
/// that `capped` and `counted` belong to. `earned` is that of the period being settled.
struct ClauseBook {
    uint96 capped;
    uint96 counted;
    uint16 capYear;
    uint16 countedYear;
    uint96 earned;
    uint96 arrears;
}

/// @dev What backs milestones in one currency. A milestone that is reached is owed the units of `owed` that come last when it is;
/// units below `funded` are there. So older ones come first, whatever comes in and whoever asks first.
/// @param funded All that was added, less what was withdrawn.
/// @param owed All that was ever reached.
/// @param leaving What the operator has announced to withdraw, at `leavesAt`.
struct MilestonePot {
    uint128 funded;
    uint128 owed;
    uint96 leaving;
    uint40 leavesAt;
}

/// @dev A milestone that was reached and is not paid.
/// @param end The last of its units: it is paid once so many are funded.
struct MilestoneDue {
    uint128 end;
    uint96 amount;
    uint8 currency;
}

/// @dev Terms that were proposed or came into force after creation.
/// @param source The data contract that holds them.
/// @param from When they come into force.
/// @param consents How many holders' consents are missing.
/// @param addresses Whether the treasury or the tax account is another: an amendment that the guardian can stop.
struct Version {
    address source;
    uint40 from;
    uint16 consents;
    bool addresses;
}

/// @dev Who has a power, in one word.
/// @param holder Zero: nobody.
/// @param time Of the operator its last act; of the attributor since when it has it; of the arbiter until when it is suspended.
/// @param number Of the attributor one more than the period whose limits were reset last; of the arbiter the first batch that it
/// decides.
struct Holding {
    address holder;
    uint40 time;
    uint32 number;
}

/// @title All that a program stores
/// @notice Declared here alone, so that `Program` and its modules see the same. Money is counted in three places: what
/// partners' credits hold per period, what standing lines and the residual share per segment and kind (`Bucket`), and what is
/// owed at once (`PackedAccount`).
abstract contract ProgramStorage is Acting, Nonces, ReentrancyGuardTransient {
    /// @dev By `Power`.
    Holding[5] internal _powers;

    /// @dev Who decided the sales of earlier batches, rising; without a holder where nobody does any more.
    Holding[] internal _formerArbiters;

    /// @dev Who is to have a power next, by `Power` and `Way`.
    Proposal[3][5] internal _proposals;

    /// @dev Revenue of the running segment, `[currency][kind]`. Where a bucket's `until` has passed it waits to be closed.
    PackedBucket[MAX_KINDS][MAX_CURRENCIES] internal _open;

    Pot[MAX_CURRENCIES] internal _pots;

    /// @dev Revenue of past segments.
    mapping(uint256 currencyKindSegment => PackedBucket bucket) internal _closed;

    mapping(uint256 partyCurrency => Account account) internal _accounts;

    /// @dev Credits of two books in one currency and period, see `Credits`.
    mapping(uint256 pairPeriodCurrency => uint256 sides) internal _credits;

    /// @dev In which of 128 periods two books have had credits: bit `2 × (period % 128) + number % 2`.
    mapping(uint256 pairPeriodsCurrency => uint256 bits) internal _creditedPeriods;

    mapping(uint256 number => PackedPartner partner) internal _partners;

    mapping(address wallet => Member member) internal _members;

    /// @dev Bit `number % 256` is set where the partner, or pool, is active.
    mapping(uint256 numberDividedBy256 => uint256 bits) internal _activeBits;

    /// @dev How many partners were enrolled, and how many of them are active; how many batches were posted.
    uint24 internal _enrolled;
    uint24 internal _active;
    uint32 internal _batches;

    mapping(bytes32 saleId => mapping(address payer => Payment payment)) internal _payments;

    /// @dev The root of each batch's tree of sales.
    mapping(uint256 batch => bytes32 root) internal _roots;

    /// @dev A lane in one currency: end of its last window 40 | head 216.
    mapping(uint256 laneCurrency => uint256 untilHead) internal _lanes;

    /// @dev When lanes that the operator opened begin.
    mapping(uint256 lane => uint256 time) internal _laneBegins;

    /// @dev Ids of which no other sale may be posted: paid here, or posted without hold.
    mapping(bytes32 saleId => bool posted) internal _postedOnce;

    /// @dev What happened to a sale, by its batch and place.
    mapping(uint256 place => SaleState state) internal _saleStates;

    /// @dev The leaf that stands for a sale that was re-attributed.
    mapping(uint256 place => bytes32 leaf) internal _reattributed;

    /// @dev The running hash of the program's history and the block of its last fold, see `History`.
    uint256 internal _history;

    /// @dev The history before each period's first batch.
    mapping(uint256 period => uint256 history) internal _checkpoints;

    mapping(uint256 line => mapping(uint256 currency => LineBook book)) internal _lineBooks;

    /// @dev The first segment whose residual is not settled.
    mapping(uint256 currency => uint256 segment) internal _residualNext;

    /// @dev The last amendment proposed, in force or not, and the one in force before it. Where there is no last one there is
    /// none before it.
    Version internal _proposed;
    Version internal _amended;

    /// @dev Consents that a proposed amendment lacks, by where its terms lie, so that none counts for another proposal.
    mapping(address source => mapping(uint256 line => bool missing)) internal _consentsMissing;

    mapping(uint256 line => LineRecord record) internal _lineRecords;

    /// @dev When a standing line was suspended and resumed, in turns; rising.
    mapping(uint256 line => uint40[] times) internal _suspensions;

    /// @dev Bit `line % 256` is set where the standing line was suspended or ended after its terms: so that others need not be
    /// looked up.
    mapping(uint256 lineDividedBy256 => uint256 bits) internal _changedLines;

    mapping(uint256 line => mapping(uint256 currency => ClauseBook book)) internal _clauseBooks;

    /// @dev Residual of the segments that are settled of a period that is not, where there are conditional lines.
    mapping(uint256 currency => uint256 amount) internal _periodResidual;

    /// @dev What a conditional line with a price earned in a period, its guarantee counted.
    mapping(uint256 line => mapping(uint256 periodCurrency => uint256 amount)) internal _earnedIn;

    /// @dev Counted money that backs what a standing line is guaranteed, and nothing else.
    mapping(uint256 line => mapping(uint256 currency => uint256 amount)) internal _lineReserves;

    /// @dev Counted money that backs milestones, and nothing else.
    mapping(uint256 currency => MilestonePot pot) internal _milestonePots;

    /// @dev How many sales a partner disputed in a period.
    mapping(uint256 number => mapping(uint256 period => uint256 count)) internal _disputesOf;

    /// @dev How many batches were posted when a partner was enrolled, 32 bits each: it disputes none of their sales.
    mapping(uint256 numberDividedBy8 => uint256 batches) internal _enrolledAfter;

    /// @dev Who disputed a sale after the first who did, 20 bits each from the lowest.
    mapping(uint256 place => uint256 numbers) internal _otherDisputants;

    mapping(uint256 currency => uint256 amount) internal _frozen;

    /// @dev By the address that names a party, see `IProgramWallets`; a `wallet` of zero is that one.
    mapping(address party => Payout payout) internal _payouts;

    mapping(uint256 partyCurrency => uint256 amount) internal _withheld;

    /// @dev Without hold, what was credited to a partner that has yet to accept the terms; it is counted, and owed once it has.
    mapping(uint256 partyCurrency => uint256 amount) internal _waiting;

    mapping(uint256 number => mapping(uint256 currency => Progress progress)) internal _progress;

    mapping(uint256 number => uint256 bits) internal _milestones;

    mapping(uint256 number => mapping(uint256 milestone => MilestoneDue due)) internal _milestoneDues;

    /// @dev Sales posted in the running period: period 32 | amount 96.
    mapping(uint256 currency => uint256 periodAmount) internal _postedIn;

    /// @dev What the attributor has refunded in the running period: period 32 | amount 224.
    mapping(uint256 currency => uint256 periodAmount) internal _refundedIn;
}
