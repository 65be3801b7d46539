// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The sales, partners and books of a program, as callers and readers see them
/// @notice Rates are parts per million (ppm, 1e6 = 100 %). Amounts are integers in a currency's smallest unit. Times are
/// UTC seconds. Ranges are half-open. A year is 365 days.

/* SALES */

/// @notice A posted sale as its event tells it, with the path from its leaf to its batch's root.
/// @param id External id: the text itself up to 31 bytes, else its keccak256.
/// @param head Of the sale as a whole, see `SaleWords`.
/// @param words One for each line, and last the payer's where the sale was paid here.
/// @param proof Hashes beside the path, from the leaf up, as OpenZeppelin's MerkleProof takes them; none where the batch has one
/// sale, or where the words are those of a re-attribution.
struct ShownSale {
    bytes32 id;
    uint256 head;
    uint256[] words;
    bytes32[] proof;
}

/// @notice A full or partial reversal of a held sale.
/// @param sale The sale.
/// @param id External id of the refund.
/// @param tag The sale's tag before it: which refunds went before. Where it has another one, this refund is skipped.
/// @param amount What of the sale is refunded, in the currency's smallest unit; above 0.
/// @param reason Why, in words.
struct Refund {
    ShownSale sale;
    bytes32 id;
    uint64 tag;
    uint96 amount;
    string reason;
}

/// @notice What happened to a posted sale since.
/// @param refunded How much of it was refunded, or went back when it was made void while it was held.
/// @param tag Which refunds were made: `keccak256(abi.encode(tag, refund's id))` of the one before, 64 bits; 0 where none was.
/// @param dispute What became of its dispute.
/// @param disputant The number of the partner who disputes it; 0 where a duplicate waits for the arbiter.
/// @param deadline When it stands as posted if the arbiter has not settled the dispute.
/// @param reattributed Whether it has other partners than it was posted with, and is shown by their words.
struct SaleState {
    uint96 refunded;
    uint64 tag;
    DisputeState dispute;
    uint24 disputant;
    uint40 deadline;
    bool reattributed;
}

/// @notice One amount of a sale in words, for people who read a block explorer.
/// @param source The name of the role, pool or standing line, or "residual".
/// @param party Who earns it: a partner, a pool, a holder or the treasury.
/// @param rate In whole ppm, rounded down: the amount follows from the exact one. 0 for the residual.
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
    uint24 tierPeriod;
}

/// @notice What is kept by a partner's wallet.
/// @param number The partner's number, from 1; 0 where the wallet is not enrolled.
/// @param referrer The number of the partner who referred this one, or 0.
/// @param period The first period that was not locked when it was enrolled: no line is older.
/// @param accepted Whether the partner has accepted the terms.
/// @param score The contribution score last attested.
/// @param name As it was enrolled, up to 20 bytes; of a longer one the beginning, and "…" behind it. None of a pool.
struct Membership {
    uint24 number;
    uint24 referrer;
    uint24 period;
    bool accepted;
    uint32 score;
    string name;
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

/// @notice Where a party's money and rights are.
/// @param wallet Where the party is paid, and who speaks for it: its own address, or the one it moved to.
/// @param withholding What of each payment goes to the tax account, ppm.
/// @param recovery Who may move the wallet beside its owner, or zero.
/// @param recoveryAt When `nextRecovery` takes its place; 0 where none is proposed.
/// @param nextRecovery Who is proposed as recovery address; zero for none.
/// @param moveTo The wallet it will be moved to, or zero.
/// @param moveAt When that may be done.
/// @param moveUntil When it no longer may.
/// @param recovers Whether the recovery address proposed that.
struct Payout {
    address wallet;
    uint24 withholding;
    address recovery;
    uint40 recoveryAt;
    address nextRecovery;
    address moveTo;
    uint40 moveAt;
    uint40 moveUntil;
    bool recovers;
}

/// @notice A signature for a token's EIP-2612 `permit`, which lets the program take an amount from its signer.
/// @param deadline The last second at which it counts.
/// @param v Of the signature.
/// @param r Of the signature.
/// @param s Of the signature.
struct Permit {
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/* LINES AND AMENDMENTS */

/// @notice What an arbiter can do to a standing line after notice.
enum Remedy {
    None,
    Suspend,
    End
}

/// @notice How a standing line stands.
/// @param holder Whose it is: the address that it goes by, wherever it is paid.
/// @param ends When it stops to earn, agreed exits counted; 0 never.
/// @param suspended Whether it earns nothing from the next period's start on, or already.
/// @param agreed Who has agreed to end it: bit 0 the operator, bit 1 the holder.
/// @param remedy What the arbiter gave notice of.
/// @param noticeUntil When the notice is over.
/// @param price What the operator offers for it; 0 where there is no offer.
/// @param priceCurrency Of the price.
/// @param priceFrom From when on the holder can accept it.
struct LineState {
    address holder;
    uint40 ends;
    bool suspended;
    uint8 agreed;
    Remedy remedy;
    uint40 noticeUntil;
    uint96 price;
    address priceCurrency;
    uint40 priceFrom;
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
/// @param addresses Whether the treasury or the tax account would be another.
struct Amendment {
    bytes32 termsHash;
    uint40 from;
    uint16 consents;
    bool addresses;
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

/* BOOKS */

/// @notice A party's books in one currency, up to now or for one period.
/// @param net Credits, less what refunds and disputes took back of them, and settled standing lines.
/// @param held Of it, not yet final.
/// @param locked Of it, final, whether claimed or not.
/// @param claimed Paid out.
/// @param claimable Final and not yet paid out: `locked − claimed`.
struct Statement {
    uint256 net;
    uint256 held;
    uint256 locked;
    uint256 claimed;
    uint256 claimable;
}

/// @notice What the program has and owes in one currency.
/// @param currency ETH or the token.
/// @param answers Whether the currency says what the program holds; where it does not, `balance` and `uncounted` are 0.
/// @param balance What the program's address holds.
/// @param owed Everything counted: partners, standing lines, residual, payments and funds.
/// @param funds The operator's unspent part of `owed`.
/// @param uncounted `balance − owed`: arrived by plain transfer and not yet synced.
struct Solvency {
    address currency;
    bool answers;
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

/* POWERS */

/// @notice What one address can do alone. Each has one holder at a time; many hold it through a Safe.
/// - `Operator`: runs the program.
/// - `Attributor`: posts sales and refunds.
/// - `Standby`: can be made the attributor at once, and does nothing until then.
/// - `Arbiter`: settles disputes and gives notice to standing lines.
/// - `Guardian`: stops what others do with their powers; has none over money.
enum Power {
    Operator,
    Attributor,
    Standby,
    Arbiter,
    Guardian
}

/// @notice How a power comes to its next holder. Each has its own proposal, so that none of them stands in another's way.
/// - `HandOver`: by who may give it, after the terms' days.
/// - `Joint`: the operator's, arbiter's or guardian's by the other two together, after the terms' days.
/// - `Notice`: the arbiter's by the operator, after the notice of an amendment; a silent operator's by the guardian, after the
/// terms' days or 30, whichever is longer.
enum Way {
    HandOver,
    Joint,
    Notice
}

/// @notice Who is to have a power next.
/// @param to Who; zero where nobody is proposed, or what was proposed has lapsed or came to nothing.
/// @param by Who proposed it: bit `p` is set for power `p`. Of a `Joint` one there are two in the end.
/// @param from When it can be accepted; 0 while the second of two has yet to agree.
/// @param until When it lapses: twice the delay after it was proposed.
struct Proposal {
    address to;
    uint8 by;
    uint40 from;
    uint40 until;
}

/// @notice How a power stands.
/// @param holder Who has it; zero: nobody.
/// @param since When it came to its holder.
/// @param lastAct Of the operator: its last act, as far as it is kept: at most an hour older than it was. Else 0.
/// @param silentFrom Of the operator: when the guardian can give notice if no act comes before; 0 where it never can.
/// @param suspendedUntil Of the arbiter: until when it decides nothing. Else 0.
/// @param firstBatch Of the arbiter: the first batch whose sales it decides. Else 0.
/// @param proposals By `Way`.
struct PowerState {
    address holder;
    uint40 since;
    uint40 lastAct;
    uint40 silentFrom;
    uint40 suspendedUntil;
    uint32 firstBatch;
    Proposal[3] proposals;
}
