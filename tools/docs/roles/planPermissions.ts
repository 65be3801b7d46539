import type { ContractFunctionName } from "viem";
import { PLAN_POWERS } from "../../../core/equity/PLAN_POWERS.ts";
import type { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import type { equityPlanFactoryAbi } from "../../../generated/abis/EquityPlanFactory.ts";
import type { PermissionOf } from "./permissions.ts";

/** Whom the table of a plan's powers tells apart. A holder has a grant; anyone is somebody without any power. */
export const PLAN_ACTORS = [...PLAN_POWERS, "holder", "anyone"] as const;

export type PlanActor = (typeof PLAN_ACTORS)[number];

type PlanPermission = PermissionOf<PlanActor>;
type Writing<A extends typeof equityPlanAbi | typeof equityPlanFactoryAbi> = ContractFunctionName<
  A,
  "nonpayable" | "payable"
>;

const ANYONE = PLAN_ACTORS;
const NOBODY: readonly PlanActor[] = [];
const PROTECTORS = ["operator", "arbiter", "guardian"] as const;
const TAKES_BACK = "takes back what was proposed";

/** Each power in each way in which it can pass, in this order in the test, too: who proposes, and who takes it back. */
const PASSING: readonly (readonly [
  of: string,
  proposes: readonly PlanActor[],
  cancels: readonly PlanActor[],
  does: string,
])[] = [
  ["the operator's, to hand over", ["operator"], ["operator", "guardian"], "names its successor"],
  [
    "the operator's, jointly",
    ["arbiter", "guardian"],
    ["arbiter", "guardian"],
    "replaces the operator; both have to",
  ],
  [
    "a silent operator's, by notice",
    ["guardian"],
    ["operator", "guardian"],
    "names a successor; any act of the operator stops it; where there is no guardian the arbiter may",
  ],
  ["the arbiter's, to hand over", ["arbiter"], ["arbiter", "guardian"], "names its successor"],
  [
    "the arbiter's, jointly",
    ["operator", "guardian"],
    ["operator", "guardian"],
    "replaces the arbiter; both have to",
  ],
  [
    "the arbiter's, by notice",
    ["operator"],
    ["operator", "arbiter", "guardian"],
    "names another arbiter, with a longer notice",
  ],
  ["the guardian's, to hand over", ["guardian"], ["guardian"], "names its successor"],
  [
    "the guardian's, jointly",
    ["operator", "arbiter"],
    ["operator", "arbiter"],
    "replaces the guardian, or names the first; both have to",
  ],
  ["the treasury's, to hand over", ["treasury"], ["treasury", "guardian"], "names its successor"],
  [
    "the treasury's, jointly",
    ["operator", "arbiter"],
    ["operator", "arbiter"],
    "replaces the treasury; both have to",
  ],
  [
    "the tax account's, to hand over",
    ["tax account"],
    ["tax account", "guardian"],
    "names its successor",
  ],
  [
    "the tax account's, jointly",
    ["operator", "arbiter"],
    ["operator", "arbiter"],
    "replaces the tax account, or names the first; both have to",
  ],
];

/** Who may call what of a plan, written by hand. A function of the ABI that is missing here does not compile. */
export const PLAN_PERMISSIONS: Record<Writing<typeof equityPlanAbi>, readonly PlanPermission[]> = {
  sync: [{ may: ANYONE, does: "shares what arrived" }],
  advance: [{ may: ANYONE, does: "settles a grant of a plan without catching up" }],
  claim: [{ may: ANYONE, does: "pays a grant what is payable, to its holder" }],
  claimMany: [{ may: ANYONE, does: "the same for many grants" }],
  claimTo: [{ may: ["holder"], does: "has its grant paid at another address" }],
  claimTreasury: [{ may: ANYONE, does: "pays the treasury what is its" }],
  claimTax: [{ may: ANYONE, does: "pays the tax account what was withheld" }],
  pushToken: [{ may: NOBODY, does: "moves a token; only the plan itself may" }],
  grant: [{ may: ["operator"], does: "grants units that are free" }],
  seat: [{ may: ANYONE, does: "makes a grant's units vote once its cliff is over" }],
  pause: [{ may: ["operator"], does: "stops a grant's clock, within the limit of pauses" }],
  resume: [{ may: PROTECTORS, does: "lets a grant's clock run again" }],
  setWithholding: [
    {
      may: ["operator", "holder"],
      does: "has less of a grant's payments withheld; its holder more",
    },
  ],
  addSource: [
    { may: ["operator"], does: "has a line pulled that the plan holds, before units change" },
  ],
  resign: [{ may: ["holder"], does: "gives notice that it leaves" }],
  dismiss: [{ may: ["operator"], does: "gives a holder notice" }],
  dismissForCause: [
    { may: ["arbiter"], does: "decides that a holder leaves for cause, after a delay" },
  ],
  withdrawLeave: [
    { of: "of who resigned", may: ["holder"], does: "takes its notice back before its date" },
    { of: "of who is dismissed", may: ["operator", "guardian"], does: "takes the notice back" },
    { of: "for cause", may: PROTECTORS, does: "takes the decision back before its date" },
  ],
  finishLeave: [{ may: ANYONE, does: "books a leave whose date has come" }],
  lapse: [{ may: ANYONE, does: "gives back what waited for an exit in vain" }],
  declareExit: [
    { may: ["operator", "arbiter"], does: "announces an exit, in effect after the notice" },
  ],
  vetoExit: [{ may: PROTECTORS, does: "takes it back before it is in effect" }],
  offer: [
    { may: ["operator"], does: "offers a price for all units of a grant, and sets it aside" },
  ],
  withdrawOffer: [{ may: ["operator", "guardian"], does: "gives that price to the treasury" }],
  acceptOffer: [{ may: ["holder"], does: "sells its units for the price offered, after a delay" }],
  callUnits: [{ may: ["operator"], does: "calls a leaver's units at the settings' price" }],
  finishCall: [{ may: ANYONE, does: "gives called units back once the window is over" }],
  proposeMove: [{ may: ["arbiter", "holder"], does: "proposes another wallet for a grant" }],
  cancelMove: [{ may: ["arbiter", "holder"], does: "takes that back, whoever proposed it" }],
  finishMove: [{ may: NOBODY, does: "makes a proposed move; only the wallet that it goes to may" }],
  proposePower: PASSING.map(([of, may, , does]) => ({ of, may, does })),
  cancelPower: PASSING.map(([of, , may]) => ({ of, may, does: TAKES_BACK })),
  acceptPower: [
    { may: NOBODY, does: "takes a power after the delay; only whom it was proposed to may" },
  ],
  alive: [{ may: ["operator"], does: "shows that the operator is there, as all that it does" }],
  actSigned: [
    { of: "signed by who may act", may: ANYONE, does: "does what the signer signed" },
    { of: "signed by somebody else", may: NOBODY, does: "is refused" },
  ],
  useNonce: [{ may: ANYONE, does: "makes void what it signed itself and nobody has used" }],
  delegate: [{ may: ANYONE, does: "names who votes with its own units" }],
  delegateBySig: [{ may: ANYONE, does: "the same, as the signature says" }],
  initialize: [{ may: NOBODY, does: "gives the powers as the plan is created, by the factory" }],
};

export const PLAN_FACTORY_PERMISSIONS: Record<
  Writing<typeof equityPlanFactoryAbi>,
  readonly PlanPermission[]
> = {
  create: [{ may: ANYONE, does: "creates a plan; it makes the caller nothing in it" }],
};
