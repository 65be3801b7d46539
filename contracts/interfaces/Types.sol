// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The terms, sales and books of a program, as callers and readers see them
/// @notice Rates are parts per million (ppm, 1e6 = 100 %). Amounts are integers in a currency's smallest unit. Times are
/// UTC seconds. Ranges are half-open. A year is 365 days.

/* TERMS */

/// @notice The whole agreement of a program. It changes by amendment only, prospectively and after the notice.
/// @param name What the program is called.
/// @param operator Runs the program: enrolls partners, withdraws unused funds, appoints the attributor.
/// @param attributor Posts sales and refunds.
/// @param arbiter Settles disputes. Only the arbiter itself can hand the role on.
/// @param treasury Where the operator's residual and withdrawn funds go.
/// @param start When period 0 begins; may lie in the past.
/// @param period Length of a settlement period in seconds, at least one hour.
/// @param holdPeriods Whole periods that a line is held after its own; 0 locks it as it is posted.
/// @param noticePeriods Whole periods of notice before an amendment, a suspension or an end for breach; 0: the terms are
/// never amended.
/// @param ceiling The most of any sale that all lines together can ever take, ppm.
/// @param commission Scales the rate of every role, ppm.
/// @param residualRole Index of the role that gets what remains of a sale, or `NO_ROLE` for the operator.
/// @param currencies Position 0 belongs to ETH: the ERC-7528 address where the program takes ETH, else zero. ERC-20s follow.
/// @param kinds Names of the kinds of sale. Plain transfers to the program count as the first.
/// @param tiers Names of the tiers. The first is the default.
/// @param roles The parts that partners play in a sale.
/// @param standing The holders of a fixed rate on all revenue of some kinds.
/// @param outcomes The kinds that are no revenue but a bonus that the operator pays.
/// @param pools Where the share of a role that nobody filled may go, at most 16.
/// @param graduations What a partner must reach for a tier; at most one per tier.
/// @param milestones Amounts that a partner is paid once.
/// @param checkpoints When the parties mean to renegotiate; rising. They bind nobody.
/// @param rules Limits and procedures.
struct Terms {
    string name;
    address operator;
    address attributor;
    address arbiter;
    address treasury;
    uint40 start;
    uint32 period;
    uint8 holdPeriods;
    uint8 noticePeriods;
    uint24 ceiling;
    uint24 commission;
    uint8 residualRole;
    address[] currencies;
    string[] kinds;
    string[] tiers;
    Role[] roles;
    StandingLine[] standing;
    Outcome[] outcomes;
    Pool[] pools;
    Graduation[] graduations;
    Milestone[] milestones;
    uint40[] checkpoints;
    Rules rules;
}

/// @notice A kind of "sale" that no customer pays: its amount is a named bonus that the operator funds. Standing lines earn
/// on it only where they name it, and it does not count as revenue for volume bonuses.
/// @param kind Index in `Terms.kinds`.
/// @param perPeriod False: each sale of the kind is exactly `amount`. True: all of a period are at most `amount`.
/// @param amount In millionths of the sale's currency.
struct Outcome {
    uint8 kind;
    bool perPeriod;
    uint96 amount;
}

/// @notice A named address that gets the share of roles nobody filled. It has a partner's books, under a number from
/// `FIRST_POOL` on.
struct Pool {
    string name;
    address holder;
}

/// @notice What a partner must have reached, all of it, for a tier. Anyone may trigger it.
/// @param tier Index in `Terms.tiers`, above 0.
/// @param earned Locked credits less reversals, in millionths of one currency; 0 does not count.
/// @param sales Sales of locked periods in which the partner has a line; 0 does not count.
/// @param months Full months of 30 days since the partner joined; 0 does not count.
/// @param score The least contribution score that the operator attested; 0 does not count.
struct Graduation {
    uint8 tier;
    uint96 earned;
    uint32 sales;
    uint16 months;
    uint32 score;
}

/// @notice An amount that a partner is paid once, out of the reserve, when a cumulative measure reaches a threshold.
/// @param bySales False: of locked credits, in millionths of a currency. True: of sales.
/// @param threshold When it is reached.
/// @param pays In millionths of the currency.
struct Milestone {
    string name;
    bool bySales;
    uint96 threshold;
    uint96 pays;
}

/// @param acceptance Whether a partner must accept the terms, or leave, before it is paid what it earned.
/// @param postingLimit The most that can be posted in one period and currency, in its millionths; 0 is no limit.
/// @param minimumPayout Below it `claimMany` passes a party over, in millionths of the currency.
/// @param disputes How many sales one partner can dispute in one period; 0: none.
/// @param disputePeriods Whole periods after the current one within which the arbiter must settle a dispute.
/// @param moveDays Days between the proposal and the move of a partner's wallet.
/// @param taxAccount Where withheld parts of payments go; zero: nothing can be withheld.
struct Rules {
    bool acceptance;
    uint96 postingLimit;
    uint96 minimumPayout;
    uint8 disputes;
    uint8 disputePeriods;
    uint8 moveDays;
    address taxAccount;
}

/// @notice What a role earns. For one credit, every step floored:
/// `rate = min(ceiling, rates[kind] + tiers[tier] + tenure[years] + network + volume) × commission`.
/// @param stage What its rate is of: `GROSS` 0, the sale; `NET` 1, what standing lines and gross roles leave; `REFERRED` 2,
/// each gross or net line of a partner that the earner referred. Nobody is credited with a referred role: it follows.
/// @param missing Where the share of a role that nobody filled goes: `TO_RESIDUAL` 0, `TO_OTHERS` 1 (shared by the filled
/// roles of the same stage), `TO_POOL` 2.
/// @param pool Index in `Terms.pools` where `missing` is `TO_POOL`.
/// @param ceiling The most that one credit's rate can reach before commission, ppm; above 100 % it is none.
/// @param rates Base rate per kind, ppm; `NOT_PAID` where the role earns nothing on that kind.
/// @param tiers Addition per tier, ppm; missing entries add nothing.
/// @param tenure Addition per full year since the partner joined, ppm; the last repeats.
/// @param network Addition per `every` active partners.
/// @param volume Addition per `every` of the last closed period's revenue, in millionths of the sale's currency.
struct Role {
    string name;
    uint8 stage;
    uint8 missing;
    uint8 pool;
    uint24 ceiling;
    uint24[] rates;
    uint24[] tiers;
    uint24[] tenure;
    Bonus network;
    Bonus volume;
}

/// @notice `min(max, add × ⌊measure / every⌋)`; none where `every` is 0.
struct Bonus {
    uint96 every;
    uint24 add;
    uint24 max;
}

/// @notice A fixed holder's rate on all revenue of some kinds, with no attribution.
/// @param holder Any address: a wallet, a Safe, a pool, another program.
/// @param kinds Bit `k` is set where the line earns on kind `k`.
/// @param starts When it begins to earn.
/// @param ends When it stops; 0 never.
/// @param rates Rate per full year since `starts`, ppm; the last repeats.
/// @param clauses What limits or guarantees it.
struct StandingLine {
    string name;
    address holder;
    uint16 kinds;
    uint40 starts;
    uint40 ends;
    uint24[] rates;
    Clauses clauses;
}

/// @notice Amounts are in millionths of a currency. Years count from the line's start.
/// @param currency Index of the currency that `fee` and `minimum` are in.
/// @param capPer `NEVER` 0: no cap; `PER_YEAR` 1; `PER_LIFE` 2.
/// @param thresholdPer The same for the threshold.
/// @param cap The most that the line earns, in each currency.
/// @param threshold The line earns only of the revenue of its kinds beyond it, in each currency.
/// @param fee Earned for each period that begins while the line runs, beside its rate.
/// @param minimum The least that each such period earns, its fee counted.
/// @param buyout The default price of the line: a multiple of what its last twelve periods earned, ppm.
struct Clauses {
    uint8 currency;
    uint8 capPer;
    uint8 thresholdPer;
    uint96 cap;
    uint96 threshold;
    uint96 fee;
    uint96 minimum;
    uint32 buyout;
}

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
struct Refund {
    bytes32 id;
    bytes32 saleId;
    uint96 amount;
    string reason;
}

/// @notice One amount that one partner earns on one sale.
/// @param rate The frozen rate, ppm; `RESIDUAL_RATE` where the line is what remains of the sale.
struct Line {
    address partner;
    uint8 role;
    uint24 rate;
    uint256 amount;
}

/// @notice One amount of a sale in words, for people who read a block explorer.
/// @param source The name of the role, pool or standing line, or "residual".
struct NamedLine {
    string source;
    address party;
    uint24 rate;
    uint256 amount;
}

/* PARTNERS */

/// @param wallet Where the partner is paid.
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

enum Status {
    None,
    Active,
    Suspended,
    Left
}

/// @param joined From when tenure counts.
/// @param nextTier Takes the place of `tier` at the start of `tierPeriod`.
struct Partner {
    address wallet;
    uint40 joined;
    Status status;
    uint8 tier;
    uint8 nextTier;
    uint16 tierPeriod;
}

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

enum DisputeState {
    None,
    Open,
    Stands,
    Void,
    Reattributed
}

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
/// @param brought What the program received for standing lines and the residual.
/// @param until End of the segment.
struct Bucket {
    uint96 revenue;
    uint96 brought;
    uint40 until;
}
