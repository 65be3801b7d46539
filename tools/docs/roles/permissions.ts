import type { ContractFunctionName } from "viem";
import { POWERS } from "../../../core/deal/POWERS.ts";
import type { programAbi } from "../../../generated/abis/Program.ts";
import type { programFactoryAbi } from "../../../generated/abis/ProgramFactory.ts";
import type { termsValidatorAbi } from "../../../generated/abis/TermsValidator.ts";

/** Whom the table of powers tells apart. A holder has a standing line; anyone is somebody without any power. */
export const ACTORS = [...POWERS, "partner", "holder", "anyone"] as const;

export type Actor = (typeof ACTORS)[number];

export interface PermissionOf<Who extends string> {
  /** Which call, where one function has several answers. */
  readonly of?: string;
  readonly may: readonly Who[];
  readonly does: string;
}

export type Permission = PermissionOf<Actor>;

type Writing<A extends typeof programAbi | typeof programFactoryAbi | typeof termsValidatorAbi> =
  ContractFunctionName<A, "nonpayable" | "payable">;

const ANYONE = ACTORS;
const NOBODY: readonly Actor[] = [];

const TAKES_BACK = "takes back what was proposed";

/** Who may call what, written by hand. A function of the ABI that is missing here does not compile. */
export const PROGRAM_PERMISSIONS: Record<Writing<typeof programAbi>, readonly Permission[]> = {
  post: [
    {
      may: ["attributor"],
      does: "posts a batch of sales, out of the operator's funds or as customers paid them here",
    },
  ],
  openLane: [{ may: ["operator"], does: "opens a lane, in which batches follow each other" }],
  refund: [
    {
      may: ["attributor", "operator"],
      does: "reverses held sales, to whoever funded them; the attributor within the terms' limit of a period",
    },
  ],
  enroll: [{ may: ["operator"], does: "enrolls partners" }],
  enrollSigned: [{ may: ["operator"], does: "enrolls a partner who signed the terms" }],
  accept: [{ may: ["partner"], does: "accepts the terms in force" }],
  leaveProgram: [{ may: ["partner"], does: "leaves the program; what it earned stays" }],
  returnToProgram: [{ may: ["partner"], does: "undoes that it left" }],
  setTier: [
    { may: ["operator"], does: "gives a partner another tier from the next period's start" },
  ],
  setStatus: [
    { may: ["operator"], does: "makes a partner active or suspended; what it earned stays" },
  ],
  attest: [{ may: ["operator"], does: "records a partner's contribution score" }],
  graduate: [
    {
      may: ANYONE,
      does: "gives a partner a higher tier from the next period's start, if it meets the criteria",
    },
  ],
  reachMilestone: [
    {
      of: "of one's own",
      may: ["partner"],
      does: "has a milestone taken down that it reached, and paid where the reserve covers it; with one currency anyone may",
    },
  ],
  payMilestone: [{ may: ANYONE, does: "pays a milestone that waited for the reserve" }],
  countProgress: [{ may: ANYONE, does: "counts locked periods towards tiers and milestones" }],
  setWithholding: [
    { may: ["partner"], does: "has a part of its own payments go to the tax account" },
  ],
  setRecovery: [
    {
      may: ["partner"],
      does: "proposes who may move its wallet beside itself, in force after the delay of a move; its recovery address may too",
    },
  ],
  cancelRecovery: [
    {
      may: ["partner"],
      does: "takes back a recovery address that is not in force yet; the one in force may too",
    },
  ],
  proposeMove: [
    {
      may: ["partner"],
      does: "proposes to be paid at another wallet; its recovery address may too",
    },
  ],
  cancelMove: [
    { may: ["partner"], does: "takes back what it proposed; its recovery address takes back any" },
  ],
  finishMove: [{ may: NOBODY, does: "makes a proposed move; only the wallet that it goes to may" }],
  dispute: [{ may: ["partner"], does: "freezes the lines of a held sale" }],
  upholdSale: [{ may: ["arbiter"], does: "lets a disputed sale stand" }],
  voidSale: [{ may: ["arbiter"], does: "returns a disputed sale's lines to whoever funded it" }],
  reattributeSale: [{ may: ["arbiter"], does: "gives a disputed sale's lines to other partners" }],
  closeDispute: [{ may: ANYONE, does: "lets a disputed sale stand after the deadline" }],
  voidDuplicate: [
    {
      may: ANYONE,
      does: "makes a held sale void, or freezes it, that has the id of one before it",
    },
  ],
  addReserve: [{ may: ANYONE, does: "adds to the reserve of a guaranteed line, or of milestones" }],
  announceWithdrawal: [
    {
      may: ["operator"],
      does: "announces what it will take out of the reserve of milestones, at least a whole period ahead",
    },
  ],
  withdrawReserve: [
    {
      may: ["operator"],
      does: "sends to the treasury what the guarantee of a line that is over does not need, or what was announced of the reserve of milestones",
    },
  ],
  agreeExit: [{ may: ["operator", "holder"], does: "agrees to end a standing line; both have to" }],
  offerBuyout: [
    {
      may: ["operator"],
      does: "offers a price for a line, out of the funds, to be accepted after the terms' days",
    },
  ],
  withdrawBuyout: [{ may: ["operator", "guardian"], does: "takes the offer back" }],
  acceptBuyout: [{ may: ["holder"], does: "sells its line for the price offered" }],
  giveNotice: [{ may: ["arbiter"], does: "announces that a line will be suspended or ended" }],
  withdrawNotice: [{ may: ["arbiter"], does: "takes the notice back" }],
  executeNotice: [{ may: ["arbiter"], does: "suspends or ends the line once the notice is over" }],
  resumeLine: [{ may: ["arbiter"], does: "lets a suspended line earn again" }],
  proposeAmendment: [
    { may: ["operator"], does: "proposes other terms, in force after the notice" },
  ],
  consent: [
    { may: ["holder"], does: "consents to what an amendment does to its line or its guarantee" },
  ],
  withdrawAmendment: [
    {
      may: ["operator"],
      does: "takes back an amendment that is not in force; one that changes addresses the guardian may too",
    },
  ],
  withdrawFunds: [{ may: ["operator"], does: "sends unspent funds to the treasury" }],
  proposePower: [
    { of: "the operator's, to hand over", may: ["operator"], does: "names its successor" },
    {
      of: "the operator's, jointly",
      may: ["arbiter", "guardian"],
      does: "replaces the operator; both have to",
    },
    {
      of: "a silent operator's, by notice",
      may: ["guardian"],
      does: "names a successor; any act of the operator stops it",
    },
    { of: "the attributor's", may: ["operator"], does: "names another attributor" },
    { of: "the standby's", may: ["operator"], does: "names another standby" },
    { of: "the arbiter's, to hand over", may: ["arbiter"], does: "names its successor" },
    {
      of: "the arbiter's, jointly",
      may: ["operator", "guardian"],
      does: "replaces the arbiter; both have to",
    },
    {
      of: "the arbiter's, by notice",
      may: ["operator"],
      does: "names another arbiter, with the notice of an amendment",
    },
    { of: "the guardian's, to hand over", may: ["guardian"], does: "names its successor" },
    {
      of: "the guardian's, jointly",
      may: ["operator", "arbiter"],
      does: "replaces the guardian, or names the first; both have to",
    },
  ],
  cancelPower: [
    { of: "the operator's, to hand over", may: ["operator", "guardian"], does: TAKES_BACK },
    { of: "the operator's, jointly", may: ["arbiter", "guardian"], does: TAKES_BACK },
    { of: "a silent operator's, by notice", may: ["operator", "guardian"], does: TAKES_BACK },
    { of: "the attributor's", may: ["operator", "guardian"], does: TAKES_BACK },
    { of: "the standby's", may: ["operator", "guardian"], does: TAKES_BACK },
    { of: "the arbiter's, to hand over", may: ["arbiter", "guardian"], does: TAKES_BACK },
    { of: "the arbiter's, jointly", may: ["operator", "guardian"], does: TAKES_BACK },
    { of: "the arbiter's, by notice", may: ["operator", "guardian"], does: TAKES_BACK },
    { of: "the guardian's, to hand over", may: ["guardian"], does: TAKES_BACK },
    { of: "the guardian's, jointly", may: ["operator", "arbiter"], does: TAKES_BACK },
  ],
  acceptPower: [
    { may: NOBODY, does: "takes a power after the delay; only whom it was proposed to may" },
  ],
  appointStandby: [
    { may: ["operator", "guardian"], does: "makes the standby the attributor, at once" },
  ],
  removeAttributor: [
    { may: ["operator", "guardian"], does: "takes the attributor's power from it, at once" },
  ],
  resetLimits: [
    { may: ["guardian"], does: "gives a new attributor the period's limits anew, once a period" },
  ],
  suspendArbiter: [{ may: ["guardian"], does: "suspends the arbiter for a period, at once" }],
  alive: [{ may: ["operator"], does: "shows that the operator is there, as all that it does" }],
  fund: [{ may: ANYONE, does: "adds to the operator's funds" }],
  fundWithPermit: [{ may: ANYONE, does: "the same with the token's permit" }],
  pay: [{ may: ANYONE, does: "pays in revenue that no sale attributes" }],
  payWithPermit: [{ may: ANYONE, does: "the same with the token's permit" }],
  paySale: [{ may: ANYONE, does: "pays a sale ahead of its attribution" }],
  paySaleWithPermit: [{ may: ANYONE, does: "the same with the token's permit" }],
  releasePayment: [
    {
      may: ANYONE,
      does: "counts a payment as revenue that nobody attributed in time; gives it back where its sale was posted otherwise",
    },
  ],
  sync: [{ may: ANYONE, does: "counts what arrived by plain transfer as revenue" }],
  claim: [{ may: ANYONE, does: "pays a party what is locked, to its own address" }],
  claimMany: [{ may: ANYONE, does: "the same for many parties" }],
  claimTo: [{ may: ["partner"], does: "has itself paid at another address; so may every party" }],
  actSigned: [
    { of: "signed by who may act", may: ANYONE, does: "does what the signer signed" },
    { of: "signed by somebody else", may: NOBODY, does: "is refused" },
  ],
  claimLine: [{ may: ANYONE, does: "settles a standing line and pays its holder" }],
  settleLine: [{ may: ANYONE, does: "settles a standing line, to be claimed by its holder" }],
  claimResidual: [{ may: ANYONE, does: "settles the residual and pays the treasury" }],
  useNonce: [{ may: ANYONE, does: "revokes a signature of the caller's own" }],
  pushToken: [{ may: NOBODY, does: "is called by the program itself alone, from `claimMany`" }],
  initialize: [{ may: NOBODY, does: "is called once, by the factory, at creation" }],
};

export const FACTORY_PERMISSIONS: Record<
  Writing<typeof programFactoryAbi>,
  readonly Permission[]
> = {
  create: [{ may: ANYONE, does: "creates a program, over which the factory has no power" }],
};

export const VALIDATOR_PERMISSIONS: Record<
  Writing<typeof termsValidatorAbi>,
  readonly Permission[]
> = {
  validate: [
    { may: ANYONE, does: "checks and packs terms, and puts their standing lines on chain" },
  ],
  publish: [{ may: ANYONE, does: "puts standing lines on chain ahead of a program's creation" }],
};
