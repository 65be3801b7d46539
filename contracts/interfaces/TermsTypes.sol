// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The terms of a program, as they are written
/// @notice Rates are parts per million (ppm, 1e6 = 100 %). Times are UTC seconds. Ranges are half-open. A year is 365 days.
/// Amounts of money are lists with a place for each of `Terms.currencies`, in that currency's smallest unit: 0 where what they
/// are for does not apply in the currency, an empty list where it applies in none.

/// @notice The whole agreement of a program. It changes by amendment only, prospectively and after the notice.
/// @param name What the program is called.
/// @param operator Runs the program: enrolls partners, withdraws unused funds, names the next attributor. This one, attributor, arbiter,
/// guardian and standby are those at creation; `IProgramPowers` says how powers come to others.
/// @param attributor Posts sales and refunds.
/// @param arbiter Settles disputes.
/// @param treasury Where the operator's residual and withdrawn funds go.
/// @param guardian Cancels what is on its way (hand-overs, amendments of addresses) and removes an attributor; has no power over
/// money. Zero: there is none.
/// @param standby Takes the attributor's place at once where operator or guardian say so; zero: nobody does.
/// @param start When period 0 begins; may lie in the past.
/// @param period Length of a settlement period in seconds, at least one day.
/// @param holdPeriods Whole periods that a line is held after its own; 0 locks it as it is posted.
/// @param noticePeriods Whole periods of notice before an amendment, which begins no sooner than powers are handed over; 0: the terms
/// are never amended.
/// @param lineNoticePeriods Whole periods of notice before the arbiter suspends a standing line or ends it for breach, at least 1.
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
    address guardian;
    address standby;
    uint40 start;
    uint32 period;
    uint8 holdPeriods;
    uint8 noticePeriods;
    uint8 lineNoticePeriods;
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
/// @param perPeriod False: each sale of the kind is exactly its currency's amount. True: all of a period are at most that.
/// @param amounts In a currency of 0 there is no such sale.
struct Outcome {
    uint8 kind;
    bool perPeriod;
    uint96[] amounts;
}

/// @notice A named address that gets the share of roles nobody filled. It has a partner's books, under a number from
/// `FIRST_POOL` on.
/// @param name What it is called.
/// @param holder Any address: a wallet, a Safe, another program. It stays the pool's, whatever amendments follow.
struct Pool {
    string name;
    address holder;
}

/// @notice What a partner must have reached, all of it, for a tier. Anyone may trigger it.
/// @param tier Index in `Terms.tiers`, above 0.
/// @param earned Locked credits less reversals, of one currency. Where there are some, nobody reaches the tier by a currency of 0.
/// @param sales Sales of locked periods in one currency in which the partner has a line; 0 does not count.
/// @param months Full months of 30 days since the partner joined; 0 does not count.
/// @param score The least contribution score that the operator attested; 0 does not count.
struct Graduation {
    uint8 tier;
    uint96[] earned;
    uint32 sales;
    uint16 months;
    uint32 score;
}

/// @notice An amount that a partner is paid once, out of the reserve, when a cumulative measure reaches a threshold.
/// @param name What it is called.
/// @param sales Reached by so many sales in one currency; 0: by what was earned.
/// @param earned Reached by so much of locked credits less reversals, of one currency; empty where it is reached by sales.
/// @param pays What it pays in that currency; in one of 0 it is not reached.
struct Milestone {
    string name;
    uint32 sales;
    uint96[] earned;
    uint96[] pays;
}

/// @notice Limits and procedures. No amendment changes them.
/// @param acceptance Whether a partner must accept the terms, or leave, before it is paid what it earned.
/// @param postingLimit The most that can be posted in one period; empty: no limit, else above 0 in each currency.
/// @param refundLimit The most of one period's refunds that the attributor can make; the operator can beyond. Empty: no limit, else
/// above 0 in each currency.
/// @param leastSale A smaller sale earns as any other, but counts for no tier and milestone by count.
/// @param minimumPayout Below it `claimMany` passes a party over.
/// @param disputes How many sales one partner can dispute in one period; 0: none.
/// @param disputePeriods Whole periods after the current one within which the arbiter must settle a dispute.
/// @param moveDays Days between the proposal and the move of a partner's wallet.
/// @param handoverDays Days between the proposal and the hand-over of a power, at least 1.
/// @param silencePeriods Periods without any act of the operator after which it can be succeeded, at least 6; 0: never.
/// @param taxAccount Where withheld parts of payments go; zero: nothing can be withheld.
struct Rules {
    bool acceptance;
    uint96[] postingLimit;
    uint96[] refundLimit;
    uint96[] leastSale;
    uint96[] minimumPayout;
    uint8 disputes;
    uint8 disputePeriods;
    uint8 moveDays;
    uint8 handoverDays;
    uint8 silencePeriods;
    address taxAccount;
}

/// @notice What a role earns. For one credit, every step floored:
/// `rate = min(ceiling, rates[kind] + tiers[tier] + tenure[years] + network + volume) × commission`.
/// @param name What it is called.
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
/// @param volume Addition per `every` of the last closed period's revenue in the sale's currency.
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
    VolumeBonus volume;
}

/// @notice `min(max, add × ⌊measure / every⌋)`; none where `every` is 0.
/// @param every How much of the measure one step is.
/// @param add What each full step adds, ppm.
/// @param max The most that all steps add, ppm.
struct Bonus {
    uint96 every;
    uint24 add;
    uint24 max;
}

/// @notice The same, of a measure of money; none where `every` is empty.
/// @param every In a currency of 0 nothing is added.
/// @param add What each full step adds, ppm.
/// @param max The most that all steps add, ppm.
struct VolumeBonus {
    uint96[] every;
    uint24 add;
    uint24 max;
}

/// @notice A fixed holder's rate on all revenue of some kinds, with no attribution.
/// @param name What it is called.
/// @param holder Any address: a wallet, a Safe, a pool, another program.
/// @param kinds Bit `k` is set where the line earns on kind `k`.
/// @param starts When it begins to earn.
/// @param ends When it stops; 0 never.
/// @param rates Rate per full year since `starts`, ppm; the last repeats.
/// @param clauses What limits or guarantees it; a line whose clauses do is a conditional line.
struct StandingLine {
    string name;
    address holder;
    uint16 kinds;
    uint40 starts;
    uint40 ends;
    uint24[] rates;
    Clauses clauses;
}

/// @notice What limits or guarantees a standing line. Years count from the line's start.
/// @param capPer `NEVER` 0: no cap; `PER_YEAR` 1; `PER_LIFE` 2.
/// @param thresholdPer The same for the threshold.
/// @param cap The most that the line earns; in a currency of 0 there is none.
/// @param threshold The line earns only of the revenue of its kinds beyond it.
/// @param fee Earned for each period that begins while the line runs, beside its rate.
/// @param minimum The least that each such period earns, its fee counted.
/// @param buyout The default price of the line: a multiple of what its last twelve periods earned, ppm.
struct Clauses {
    uint8 capPer;
    uint8 thresholdPer;
    uint96[] cap;
    uint96[] threshold;
    uint96[] fee;
    uint96[] minimum;
    uint32 buyout;
}
