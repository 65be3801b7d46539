// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The sales, partners and books of a program, as callers and readers see them
/// @notice Rates are parts per million (ppm, 1e6 = 100 %). Amounts are integers in a currency's smallest unit. Times are
/// UTC seconds. Ranges are half-open. A year is 365 days.

/* SALES */

/// @notice An attributed sale, as the attributor posts it.
/// @param id External id: the text itself up to 31 bytes, else its keccak256.
/// @param kind Index in `Terms.kinds`.
/// @param amount The sale in the currency's smallest unit; above 0, below 2^96.
/// @param credits Who played which role.
struct Sale {
    bytes32 id;
    uint256 kind;
    uint256 amount;
    Credit[] credits;
}

/// @notice That a partner played a role in a sale.
/// @param partner The partner's number, from 1.
/// @param role Index in `Terms.roles`.
/// @param weight Share among the credits of the same role in the sale; above 0, below 2^32.
struct Credit {
    uint256 partner;
    uint256 role;
    uint256 weight;
}

/// @notice A full or partial reversal of a held sale.
/// @param id External id of the refund; counts once.
/// @param saleId External id of the sale.
/// @param amount What of the sale is refunded, in the currency's smallest unit; above 0.
/// @param reason Why, in words.
struct Refund {
    bytes32 id;
    bytes32 saleId;
    uint96 amount;
    string reason;
}

/// @notice One amount that one partner earns on one sale.
/// @param partner The wallet the partner was enrolled with, or the pool's holder.
/// @param role Index in `Terms.roles`.
/// @param rate The frozen rate, ppm; `RESIDUAL_RATE` where the line is what remains of the sale.
/// @param amount In the currency's smallest unit, rounded down.
struct Line {
    address partner;
    uint8 role;
    uint24 rate;
    uint256 amount;
}

/// @notice One amount of a sale in words, for people who read a block explorer.
/// @param source The name of the role, pool or standing line, or "residual".
/// @param party Who earns it: a partner, a pool, a holder or the treasury.
/// @param rate In ppm; 0 for the residual.
/// @param amount In the currency's smallest unit.
struct NamedLine {
    string source;
    address party;
    uint24 rate;
    uint256 amount;
}

/* PARTNERS */

/// @notice A partner to enroll.
/// @param wallet The wallet it goes by for good, and is paid at until it moves.
/// @param name External name, as in the operator's files.
/// @param tier Index in `Terms.tiers`.
/// @param joined From when tenure counts.
/// @param referrer The number of the partner who referred this one, or 0.
struct Enrollment {
    address wallet;
    string name;
    uint8 tier;
    uint40 joined;
    uint24 referrer;
}

/// @notice What a partner is. Only an active one can be credited; one that has left never comes back.
enum Status {
    None,
    Active,
    Suspended,
    Left
}

/// @notice A partner, or a pool.
/// @param wallet The wallet it was enrolled with.
/// @param joined From when tenure counts.
/// @param status Active, suspended or left.
/// @param tier Index in `Terms.tiers`.
/// @param nextTier Takes the place of `tier` at the start of `tierPeriod`.
struct Partner {
    address wallet;
    uint40 joined;
    Status status;
    uint8 tier;
    uint8 nextTier;
    uint16 tierPeriod;
}

/// @notice What is kept by a partner's wallet.
/// @param number The partner's number, from 1; 0 where the wallet is not enrolled.
/// @param referrer The number of the partner who referred this one, or 0.
/// @param period The period of enrollment: no line is older.
/// @param accepted Whether the partner has accepted the terms.
/// @param score The contribution score last attested.
struct Membership {
    uint24 number;
    uint24 referrer;
    uint24 period;
    bool accepted;
    uint32 score;
}

/// @notice What a partner has reached in one currency, for graduation and milestones.
/// @param next The first period that is not counted yet.
/// @param sales Sales of counted periods in which the partner has a line.
/// @param earned Credits of counted periods less reversals.
struct Progress {
    uint32 next;
    uint32 sales;
    uint96 earned;
}

/// @notice Where a partner's payments go.
/// @param wallet Where the partner is paid: its own address, or the one it moved to.
/// @param withholding What of each payment goes to the tax account, ppm.
/// @param recovery Who may move the wallet beside its owner, or zero.
/// @param moveTo The wallet it will be moved to, or zero.
/// @param moveAt When that may be done.
/// @param recovers Whether the recovery address proposed that.
struct Payout {
    address wallet;
    uint24 withholding;
    address recovery;
    address moveTo;
    uint40 moveAt;
    bool recovers;
}

/* LINES AND AMENDMENTS */

/// @notice What an arbiter can do to a standing line after notice.
enum Remedy {
    None,
    Suspend,
    End
}

/// @notice How a standing line stands.
/// @param ends When it stops to earn, agreed exits counted; 0 never.
/// @param suspended Whether it earns nothing from the next period's start on, or already.
/// @param agreed Who has agreed to end it: bit 0 the operator, bit 1 the holder.
/// @param remedy What the arbiter gave notice of.
/// @param noticeUntil When the notice is over.
/// @param price What the operator offers for it.
/// @param priceCurrency Of the price.
struct LineState {
    uint40 ends;
    bool suspended;
    uint8 agreed;
    Remedy remedy;
    uint40 noticeUntil;
    uint96 price;
    address priceCurrency;
}

/// @notice What a standing line with clauses has earned in one currency.
/// @param capped Earned in the running year or life of the cap.
/// @param counted Revenue of its kinds in the running year or life of the threshold.
/// @param earned In the period being settled.
/// @param arrears Guaranteed and not yet funded.
struct LineProgress {
    uint96 capped;
    uint96 counted;
    uint96 earned;
    uint96 arrears;
}

/// @notice An amendment that was proposed and is not withdrawn.
/// @param termsHash Of the new terms.
/// @param from When they come into force; 0 where there is none.
/// @param consents How many holders' consents are missing; until they are there nothing changes.
struct Amendment {
    bytes32 termsHash;
    uint40 from;
    uint16 consents;
}

/* DISPUTES */

/// @notice What became of a sale's dispute.
enum DisputeState {
    None,
    Open,
    Stands,
    Void,
    Reattributed
}

/// @notice A dispute of a sale.
/// @param state What became of it.
/// @param partner The number of the partner who disputes the sale.
/// @param deadline When the sale stands as posted if the arbiter has not settled it.
struct Dispute {
    DisputeState state;
    uint24 partner;
    uint40 deadline;
}

/* BOOKS */

/// @notice A party's books in one currency, up to now or for one period.
/// @param earned Lines and settled standing lines.
/// @param reversed Taken back by refunds while held.
/// @param held Not yet final.
/// @param locked Final, whether claimed or not.
/// @param claimed Paid out.
/// @param claimable Final and not yet paid out: `locked − claimed`.
struct Statement {
    uint256 earned;
    uint256 reversed;
    uint256 held;
    uint256 locked;
    uint256 claimed;
    uint256 claimable;
}

/// @notice What the program has and owes in one currency.
/// @param currency ETH or the token.
/// @param balance What the program's address holds.
/// @param owed Everything counted: partners, standing lines, residual, payments and funds.
/// @param funds The operator's unspent part of `owed`.
/// @param uncounted `balance − owed`: arrived by plain transfer and not yet synced.
struct Solvency {
    address currency;
    uint256 balance;
    uint256 owed;
    uint256 funds;
    uint256 uncounted;
}

/// @notice Revenue of one kind in one currency in one segment of time.
/// @param revenue What standing lines earn their rate of.
/// @param setAside What of it is for standing lines and the residual.
/// @param until End of the segment.
struct Bucket {
    uint96 revenue;
    uint96 setAside;
    uint40 until;
}
