import { emptyTask } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { commandTask } from "./commandTask.ts";
import { EVIDENCE, FROM, PROGRAM, REASON, SERVICE, text, WITHOUT_SAFEGUARDS } from "./options.ts";

const PLAN_FILE = text("plan", "The plan file, see schema/plan.schema.json");
const PLAN = text("plan", "The plan's address");
const GRANT = text("grant", "The grant's number, which `equity show` tells");
const GRANTS = text(
  "grants",
  "grant,holder,units,class,starts,cliff,length,step,single,double,withholding,agreement",
);
const CURRENCY = text("currency", "A currency of the plan; may be left out if it has one");
const DATE = text("date", "When the holder leaves; as soon as the notice allows unless given");
const REPORT = text(
  "report",
  "Draw it to this .html file: each grant's curve, and an exit by its price",
);
const UP_TO = text("upto", "The report's highest price, such as 5000000, or USDC=5000000;ETH=300");
const WITHDRAW = { name: "withdraw", description: "Take it back instead" } as const;

/** Equity plans: units that share money as they vest. */
export const equityTasks: TaskDefinition[] = [
  emptyTask("equity", "Share money by units that vest").build(),
  commandTask(["equity", "create"], {
    description: "Check a plan file and create its plan, whose settings never change",
    options: [
      PLAN_FILE,
      text("uri", "Where the plan file can be read; told in the event of its creation"),
      FROM,
    ],
    flags: [WITHOUT_SAFEGUARDS],
    action: () => import("../commands/equity/create.ts"),
  }),
  commandTask(["equity", "grant"], {
    description: "As the operator: make a file's grants; those that are there are passed over",
    options: [PLAN, GRANTS, FROM],
    action: () => import("../commands/equity/grant.ts"),
  }),
  commandTask(["equity", "show"], {
    description: "Show a plan, its money and its grants; or one grant, or those of a wallet",
    options: [PLAN, GRANT, text("wallet", "Only the grants of this holder")],
    action: () => import("../commands/equity/show.ts"),
  }),
  commandTask(["equity", "claim"], {
    description: "Share what arrived and pay a grant, to its holder; or everyone",
    options: [
      PLAN,
      GRANT,
      text("currency", "Only in this currency"),
      text("to", "As the holder: have what is payable paid at this address"),
      FROM,
    ],
    flags: [
      { name: "all", description: "Pay all grants, the treasury and the tax account" },
      { name: "treasury", description: "Pay the treasury and the tax account alone" },
    ],
    isSignable: true,
    action: () => import("../commands/equity/claim.ts"),
  }),
  commandTask(["equity", "pause"], {
    description: "As the operator: stop a grant's clock, within the plan's limit of pauses",
    options: [PLAN, GRANT, FROM],
    action: () => import("../commands/equity/pause.ts"),
  }),
  commandTask(["equity", "resume"], {
    description: "As operator, arbiter or guardian: let a grant's clock run again",
    options: [PLAN, GRANT, FROM],
    action: () => import("../commands/equity/resume.ts"),
  }),
  commandTask(["equity", "resign"], {
    description: "As the holder: give notice",
    options: [PLAN, GRANT, DATE, FROM],
    flags: [WITHDRAW],
    isSignable: true,
    action: () => import("../commands/equity/resign.ts"),
  }),
  commandTask(["equity", "dismiss"], {
    description: "As the operator: give a holder notice; as the arbiter: decide for cause",
    options: [PLAN, GRANT, DATE, REASON, EVIDENCE, FROM],
    flags: [
      { name: "cause", description: "As the arbiter: for cause, after the delay of a hand-over" },
      WITHDRAW,
    ],
    action: () => import("../commands/equity/dismiss.ts"),
  }),
  commandTask(["equity", "finish-leave"], {
    description:
      "Book a leave whose date has come, or what waited for an exit in vain; anybody may",
    options: [PLAN, GRANT, FROM],
    action: () => import("../commands/equity/finishLeave.ts"),
  }),
  commandTask(["equity", "exit"], {
    description: "As the operator or the arbiter: announce an exit, in effect after the notice",
    options: [PLAN, text("uri", "Where to read about it; told in the event"), FROM],
    flags: [
      {
        name: "veto",
        description: "As one of them, or the guardian: take it back before it is in effect",
      },
    ],
    action: () => import("../commands/equity/exit.ts"),
  }),
  commandTask(["equity", "offer"], {
    description: "As the operator: offer a price for all units of a grant, and set it aside",
    options: [PLAN, GRANT, CURRENCY, text("price", "The price, such as 5000.00"), FROM],
    flags: [WITHDRAW],
    action: () => import("../commands/equity/offer.ts"),
  }),
  commandTask(["equity", "accept"], {
    description: "As the holder: take an offer, once its days are over; all units are sold",
    options: [PLAN, GRANT, CURRENCY, text("price", "The price that the holder expects"), FROM],
    isSignable: true,
    action: () => import("../commands/equity/accept.ts"),
  }),
  commandTask(["equity", "call"], {
    description: "As the operator: call a leaver's units at the plan's price",
    options: [PLAN, GRANT, FROM],
    flags: [
      {
        name: "finish",
        description: "Give called units back once the window is over; anybody may",
      },
    ],
    action: () => import("../commands/equity/call.ts"),
  }),
  commandTask(["equity", "move"], {
    description: "As the holder or the arbiter: move a grant to another wallet, which finishes it",
    options: [PLAN, GRANT, text("to", "The new wallet"), FROM],
    flags: [{ name: "cancel", description: "Take a move back that was proposed" }],
    isSignable: true,
    action: () => import("../commands/equity/move.ts"),
  }),
  commandTask(["equity", "withhold"], {
    description: "As the holder: have more go to the tax account; as the operator: less",
    options: [PLAN, GRANT, text("rate", "The part of each payment, such as 15%"), FROM],
    isSignable: true,
    action: () => import("../commands/equity/withhold.ts"),
  }),
  commandTask(["equity", "source"], {
    description: "As the operator: have a line that the plan holds pulled before units change",
    options: [PLAN, PROGRAM, text("line", "A standing line's name"), FROM],
    action: () => import("../commands/equity/source.ts"),
  }),
  commandTask(["equity", "sync"], {
    description: "Share what arrived; in a plan without catching up settle every grant, too",
    options: [PLAN, FROM],
    action: () => import("../commands/equity/sync.ts"),
  }),
  commandTask(["equity", "vote"], {
    description:
      "Make a grant's units vote once its cliff is over, or name who votes with one's own",
    options: [PLAN, GRANT, text("to", "As a holder: who votes with all units of the wallet"), FROM],
    isSignable: true,
    action: () => import("../commands/equity/vote.ts"),
  }),
  commandTask(["equity", "power"], {
    description: "Propose who is to have a power next, accept it, or take it back",
    options: [
      PLAN,
      text("power", "operator, arbiter, guardian, treasury or tax account"),
      text("to", "Who is to have it"),
      text("way", "hand-over, joint or notice; hand-over, or the one that waits, unless given"),
      FROM,
    ],
    flags: [
      { name: "accept", description: "As who was proposed: take it, once the delay is over" },
      { name: "cancel", description: "Take back who was proposed" },
    ],
    action: () => import("../commands/equity/power.ts"),
  }),
  commandTask(["equity", "alive"], {
    description: "As the operator: show that it is there",
    options: [PLAN, FROM],
    action: () => import("../commands/equity/alive.ts"),
  }),
  commandTask(["equity", "unsign"], {
    description: "As a holder: make void what was signed and not posted",
    options: [PLAN, FROM],
    action: () => import("../commands/equity/unsign.ts"),
  }),
  commandTask(["equity", "statement"], {
    description: "Show what grants earned, were paid, hold and are owed, by time",
    options: [PLAN, GRANT, text("wallet", "Only the grants of this holder"), REPORT, UP_TO],
    action: () => import("../commands/equity/statement.ts"),
  }),
  commandTask(["equity", "audit"], {
    description: "Recompute every grant and the plan's money from its events and compare",
    options: [PLAN],
    action: () => import("../commands/equity/audit.ts"),
  }),
  commandTask(["equity", "verify"], {
    description: "Verify a plan's contracts on Etherscan, Blockscout and Sourcify",
    options: [PLAN, SERVICE],
    action: () => import("../commands/equity/verify.ts"),
  }),
  commandTask(["equity", "simulate"], {
    description: "Show what a plan's grants would have, with no chain; tokens count in 6 decimals",
    options: [
      PLAN_FILE,
      GRANTS,
      text("happenings", "occurred_at,what,grant,amount[,currency]"),
      text("at", "Up to this time, such as 2030-01-31; now unless given"),
      REPORT,
      UP_TO,
    ],
    action: () => import("../commands/equity/simulate.ts"),
  }),
];
