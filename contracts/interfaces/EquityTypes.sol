// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Proposal } from "./Types.sol";

/// @dev Who may do what in a plan. Powers pass as in programs, see `IEquityPowers`.
/// `Operator` grants, pauses, dismisses, buys; `Arbiter` decides leaving for cause and protects holders' moves; `Guardian` stops what
/// others do, and may be missing; `Treasury` and `TaxAccount` are where money goes, and nothing else.
enum PlanPower {
    Operator,
    Arbiter,
    Guardian,
    Treasury,
    TaxAccount
}

/// @dev How a holder leaves: of itself, by notice of the operator, or by the arbiter's decision.
enum Leave {
    None,
    Resigned,
    Dismissed,
    Cause
}

/// @dev What a plan is created with. It lies in the plan's code and never changes.
/// @param name Up to 64 bytes.
/// @param operator, arbiter, treasury Who has these powers first.
/// @param guardian The same; zero: nobody yet.
/// @param taxAccount Gets what is withheld of payments; zero: nothing is.
/// @param authorised The most units that can be granted at a time.
/// @param restToTreasury Whether units that are not granted take part for the treasury; else holders share everything.
/// @param restClass The class as which they do.
/// @param flow Whether money is for the units vested when it comes, without catching up.
/// @param currencies ETH or tokens, at most eight: all that the plan ever shares.
/// @param hurdles By class, at most eight, and currency: what a unit must have brought before the class takes part, in the currency's
/// smallest unit. Class 0 has none.
/// @param resignLoss, causeLoss What of the vested units is lost by whoever resigns, and by whoever leaves for cause, in ppm.
/// @param window Seconds around an exit in which a dismissal has the second trigger, and a call owes the difference.
/// @param notice Seconds ahead in which resignations, dismissals and exits are told; a day at least.
/// @param pauseLimit Seconds that a grant's clock can stand still in all.
/// @param callWindow Seconds after a leave in which its units can be called; 0: never, as in a plan for an exit.
/// @param multiple What a call pays of what the units earned in the last twelve periods, in ppm: 3,000,000 is three years of monthly
/// periods.
/// @param start When period 0 of calls begins.
/// @param period Seconds of a period; a day at least where units can be called.
/// @param handover Seconds between the proposal and the hand-over of a power; a day at least.
/// @param move The same for another holder of a grant.
/// @param silence Seconds without an act of the operator after which it is silent; 0: it never is.
struct PlanSettings {
    string name;
    address operator;
    address arbiter;
    address guardian;
    address treasury;
    address taxAccount;
    uint64 authorised;
    bool restToTreasury;
    uint8 restClass;
    bool flow;
    address[] currencies;
    uint96[][] hurdles;
    uint24 resignLoss;
    uint24 causeLoss;
    uint32 window;
    uint32 notice;
    uint32 pauseLimit;
    uint32 callWindow;
    uint32 multiple;
    uint40 start;
    uint32 period;
    uint32 handover;
    uint32 move;
    uint32 silence;
}

/// @dev What a grant promises.
/// @param holder Whose it is.
/// @param units Above 0.
/// @param class Whose hurdles are its own.
/// @param start Since when it vests, in UTC seconds; may be past, as of someone who was there before the plan.
/// @param cliff Seconds after the start before which nothing is vested.
/// @param length Seconds after the start in which all is vested.
/// @param step Units vest at the end of each step of so many seconds; 0 and 1 are by the second.
/// @param single What of the unvested units vests at an exit, in ppm.
/// @param double What of the rest if the holder is dismissed around one, in ppm.
/// @param withholding What of each payment goes to the tax account, in ppm.
/// @param agreement The hash of what was agreed, for whoever has the text.
struct NewGrant {
    address holder;
    uint64 units;
    uint8 class;
    uint40 start;
    uint32 cliff;
    uint32 length;
    uint32 step;
    uint24 single;
    uint24 double;
    uint24 withholding;
    bytes32 agreement;
}

/// @dev A grant as it is now.
/// @param units What is left of its units, those that wait for an exit included.
/// @param contingent Units of a dismissed holder that are vested if an exit comes within the window, and lost else.
/// @param votes Its units that vote.
/// @param shift Seconds that its clock stood still, without the pause it is in.
/// @param stopped Since when its clock stands still; 0: it runs.
/// @param hasTriggers Whether it was made before any exit, which can then speed it up.
/// @param leaving How it leaves or has left.
/// @param leaveAt When.
/// @param left Whether that is booked.
/// @param calledUntil Until when units that were called wait for an exit; 0: they were not.
struct GrantState {
    address holder;
    uint64 units;
    uint64 contingent;
    uint64 votes;
    uint8 class;
    uint40 start;
    uint32 cliff;
    uint32 length;
    uint32 step;
    uint24 single;
    uint24 double;
    uint24 withholding;
    uint32 shift;
    uint40 stopped;
    bool hasTriggers;
    Leave leaving;
    uint40 leaveAt;
    bool left;
    uint40 calledUntil;
}

/// @dev A grant's money in one currency, in its smallest unit.
/// @param held Earned on units that are not vested: paid when they are, and for the others if they are lost.
/// @param payable_ What its vested units earned and were not paid, without what is owed.
/// @param owed Payable whatever happens to the grant: what it had earned when it left.
/// @param paid In all, what was withheld included.
struct GrantEarnings {
    uint256 held;
    uint256 payable_;
    uint256 owed;
    uint256 paid;
}

/// @dev A plan's money in one currency, in its smallest unit.
/// @param level Money per unit since the plan began, times 2^64.
/// @param counted All that the plan has counted and not paid.
/// @param waiting What nobody takes part in yet.
/// @param treasury The treasury's to claim.
/// @param tax The tax account's to claim.
/// @param offered Prices on offer.
struct PlanLevel {
    uint256 level;
    uint256 counted;
    uint256 waiting;
    uint256 treasury;
    uint256 tax;
    uint256 offered;
}

/// @dev A plan as it is now.
/// @param grants How many were made; those that have no units any more are counted.
/// @param outstanding Granted units.
/// @param byClass The same by class.
/// @param exitAt When the exit that was declared is in effect; 0: none was.
/// @param exitBy Whose power declared it.
/// @param sources The lines that the plan pulls from.
struct PlanOverview {
    uint256 grants;
    uint256 outstanding;
    uint256[] byClass;
    uint256 exitAt;
    PlanPower exitBy;
    Source[] sources;
}

/// @dev A standing line of a program that the plan holds.
struct Source {
    address program;
    uint64 line;
}

/// @dev An offer for all units of a grant; all 0 where none waits.
struct Offer {
    address currency;
    uint96 price;
    uint40 from;
}

/// @dev A move of a grant to another holder; all 0 where none waits.
struct Move {
    address to;
    uint40 from;
    uint40 until;
}

/// @dev How a power stands.
/// @param holder Who has it; zero: nobody.
/// @param lastAct Of the operator: when it last acted, to the hour.
/// @param silentFrom Of the operator: when it is silent if it does not act before; 0: it never is.
/// @param proposals By way.
struct PlanPowerState {
    address holder;
    uint40 lastAct;
    uint40 silentFrom;
    Proposal[3] proposals;
}
