// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The terms, sales and books of a program, as callers and readers see them
/// @notice Rates are parts per million (ppm, 1e6 = 100 %). Amounts are integers in a currency's smallest unit. Times are
/// UTC seconds. Ranges are half-open. A year is 365 days.

/* TERMS */

/// @notice The whole agreement of a program. Nothing in it changes after creation.
/// @param name What the program is called.
/// @param operator Runs the program: enrolls partners, withdraws unused funds, appoints the attributor.
/// @param attributor Posts sales and refunds.
/// @param arbiter Settles disputes. Only the arbiter itself can hand the role on.
/// @param treasury Where the operator's residual and withdrawn funds go.
/// @param start When period 0 begins; may lie in the past.
/// @param period Length of a settlement period in seconds, at least one hour.
/// @param holdPeriods Whole periods that a line is held after its own; 0 locks it as it is posted.
/// @param noticePeriods Whole periods of notice before an amendment.
/// @param ceiling The most of any sale that all lines together can ever take, ppm.
/// @param commission Scales the rate of every role, ppm.
/// @param residualRole Index of the role that gets what remains of a sale, or `NO_ROLE` for the operator.
/// @param currencies Position 0 belongs to ETH: the ERC-7528 address where the program takes ETH, else zero. ERC-20s follow.
/// @param kinds Names of the kinds of sale. Plain transfers to the program count as the first.
/// @param tiers Names of the tiers. The first is the default.
/// @param roles The parts that partners play in a sale.
/// @param standing The holders of a fixed rate on all revenue of some kinds.
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
}

/// @notice What a role earns. For one credit, every step floored:
/// `rate = min(ceiling, rates[kind] + tiers[tier] + tenure[years] + network + volume) × commission`.
/// @param net False: of the sale. True: of what standing lines and gross roles leave.
/// @param missing Where the share of a role that nobody filled goes; 0 is the residual.
/// @param pool Index of the standing line that is the pool, where `missing` names one.
/// @param ceiling The most that one credit's rate can reach before commission, ppm.
/// @param rates Base rate per kind, ppm; `NOT_PAID` where the role earns nothing on that kind.
/// @param tiers Addition per tier, ppm; missing entries add nothing.
/// @param tenure Addition per full year since the partner joined, ppm; the last repeats.
/// @param network Addition per `every` active partners.
/// @param volume Addition per `every` of the last closed period's revenue, in millionths of the sale's currency.
struct Role {
    string name;
    bool net;
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
struct StandingLine {
    string name;
    address holder;
    uint16 kinds;
    uint40 starts;
    uint40 ends;
    uint24[] rates;
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
/// @param source The name of the role or standing line, or "residual".
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
struct Membership {
    uint24 number;
    uint24 referrer;
    uint24 period;
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
