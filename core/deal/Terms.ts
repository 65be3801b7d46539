import { type ContractFunctionArgs, zeroAddress } from "viem";
import type { programFactoryAbi } from "../../generated/abis/ProgramFactory.ts";

/** The whole deal, as the factory takes it and the program's `terms()` gives it. */
export type Terms = ContractFunctionArgs<typeof programFactoryAbi, "nonpayable", "create">[0];
export type Role = Terms["roles"][number];
export type StandingLine = Terms["standing"][number];
export type Clauses = StandingLine["clauses"];
export type Graduation = Terms["graduations"][number];

/** UTC seconds. */
export type Time = number;

/** `Role.stage`: what the role's rate is of. */
export const GROSS = 0;
export const NET = 1;
export const REFERRED = 2;

/** `Role.missing`: where the share of a role goes that nobody filled. */
export const TO_RESIDUAL = 0;
export const TO_OTHERS = 1;
export const TO_POOL = 2;

/** `StandingLine.kinds` of a line on every kind that is no outcome, those that amendments add later included. */
export const ALL_KINDS = 0xffff;

/** `Clauses.capPer` and `Clauses.thresholdPer`: not at all, each year of the line, or over its life. */
export const NEVER = 0;
export const PER_YEAR = 1;
export const PER_LIFE = 2;

/** A base rate of a role on a kind it earns nothing on. */
export const NOT_PAID = 0xffffff;

/** The rate of a line that is what remains of its sale. */
export const RESIDUAL_RATE = 0xfffff;

/** `Terms.residualRole` where the residual is the operator's. */
export const NO_ROLE = 0xff;

/** `StandingLine.clauses` of a line that nothing limits or guarantees. */
export const NO_CLAUSES: Clauses = {
  capPer: NEVER,
  thresholdPer: NEVER,
  cap: [],
  threshold: [],
  fee: [],
  minimum: [],
  buyout: 0,
};

/** What terms have that use none of these. */
export const NO_EXTRAS = {
  guardian: zeroAddress,
  standby: zeroAddress,
  lineNoticePeriods: 1,
  outcomes: [],
  pools: [],
  graduations: [],
  milestones: [],
  checkpoints: [],
  rules: {
    acceptance: false,
    postingLimit: [],
    refundLimit: [],
    leastSale: [],
    minimumPayout: [],
    disputes: 0,
    disputePeriods: 0,
    moveDays: 7,
    handoverDays: 7,
    silencePeriods: 12,
    taxAccount: zeroAddress,
  },
} satisfies Partial<Terms>;
