import type { ContractFunctionName } from "viem";
import type { programAbi, programFactoryAbi } from "../../generated/abis.ts";

/** Whom the table of roles tells apart. Anyone is somebody without any role. */
export const ACTORS = ["operator", "attributor", "arbiter", "partner", "anyone"] as const;

export type Actor = (typeof ACTORS)[number];

export interface Permission {
  /** Which call, where one function has several answers. */
  readonly of?: string;
  readonly may: readonly Actor[];
  readonly does: string;
}

type Writing<A extends typeof programAbi | typeof programFactoryAbi> = ContractFunctionName<
  A,
  "nonpayable" | "payable"
>;

const ANYONE = ACTORS;
const NOBODY: readonly Actor[] = [];

/** Who may call what, written by hand. A function of the ABI that is missing here does not compile. */
export const PROGRAM_PERMISSIONS: Record<Writing<typeof programAbi>, readonly Permission[]> = {
  post: [{ may: ["attributor"], does: "posts sales, out of the operator's funds" }],
  postPaid: [{ may: ["attributor"], does: "posts sales that customers paid to the program" }],
  refund: [{ may: ["attributor"], does: "reverses held sales, to whoever funded them" }],
  enroll: [{ may: ["operator"], does: "enrolls partners" }],
  setTier: [
    { may: ["operator"], does: "gives a partner another tier from the next period's start" },
  ],
  setStatus: [
    { may: ["operator"], does: "makes a partner active, suspended or left; what it earned stays" },
  ],
  withdrawFunds: [{ may: ["operator"], does: "sends unspent funds to the treasury" }],
  grantRole: [
    { of: "the operator's role", may: ["operator"], does: "appoints another operator" },
    { of: "the attributor's role", may: ["operator"], does: "appoints an attributor" },
    { of: "the arbiter's role", may: ["arbiter"], does: "appoints another arbiter" },
  ],
  revokeRole: [
    { of: "the operator's role", may: ["operator"], does: "dismisses an operator" },
    { of: "the attributor's role", may: ["operator"], does: "dismisses an attributor" },
    { of: "the arbiter's role", may: ["arbiter"], does: "dismisses an arbiter" },
  ],
  renounceRole: [{ may: ANYONE, does: "gives up the caller's own role" }],
  fund: [{ may: ANYONE, does: "adds to the operator's funds" }],
  pay: [{ may: ANYONE, does: "pays in revenue that no sale attributes" }],
  paySale: [{ may: ANYONE, does: "pays a sale ahead of its attribution" }],
  releasePayment: [
    { may: ANYONE, does: "counts a payment as revenue that nobody attributed in time" },
  ],
  sync: [{ may: ANYONE, does: "counts what arrived by plain transfer as revenue" }],
  claim: [{ may: ANYONE, does: "pays a party what is locked, to its own address" }],
  claimMany: [{ may: ANYONE, does: "the same for many parties" }],
  claimTo: [
    { of: "signed by the party", may: ANYONE, does: "pays a party at the address it signed for" },
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
  publish: [{ may: ANYONE, does: "puts standing lines on chain ahead of a program's creation" }],
};
