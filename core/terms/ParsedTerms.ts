import { type Address, type ContractFunctionArgs, zeroAddress } from "viem";
import type { programFactoryAbi } from "../../generated/abis.ts";

/** The terms as the factory takes them. */
export type Terms = ContractFunctionArgs<typeof programFactoryAbi, "nonpayable", "create">[0];
export type Role = Terms["roles"][number];
export type StandingLine = Terms["standing"][number];

/** `Role.stage`: what the role's rate is of. */
export const GROSS = 0;
export const NET = 1;
export const REFERRED = 2;

/** `Role.missing`: where the share of a role goes that nobody filled. */
export const TO_RESIDUAL = 0;
export const TO_OTHERS = 1;
export const TO_POOL = 2;

/** `Clauses.capPer` and `Clauses.thresholdPer`. */
export const NEVER = 0;
export const PER_YEAR = 1;
export const PER_LIFE = 2;

/** A base rate of a role on a kind it earns nothing on. */
export const NOT_PAID = 0xffffff;

/** `Terms.residualRole` where the residual is the operator's. */
export const NO_ROLE = 0xff;

/** What terms have beside roles and standing lines. */
type Extra = "outcomes" | "pools" | "graduations" | "milestones" | "checkpoints" | "rules";

/** A checked terms file. What deployment decides is left open. */
export interface ParsedTerms extends Pick<Terms, Extra> {
  readonly name: string;
  readonly operator: Address | undefined;
  readonly attributor: Address | undefined;
  readonly arbiter: Address | undefined;
  readonly treasury: Address | undefined;
  readonly starts: number | undefined;
  /** Symbols, "ETH" first where it is among them. */
  readonly currencies: readonly string[];
  readonly period: number;
  readonly holdPeriods: number;
  readonly noticePeriods: number;
  readonly ceiling: number;
  readonly commission: number;
  readonly residualRole: number;
  /** The kind of plain transfers first, classes of products (`kind/class`) last. */
  readonly kinds: readonly string[];
  readonly tiers: readonly string[];
  readonly roles: readonly Role[];
  readonly standing: readonly ParsedLine[];
}

/** `StandingLine.clauses` of a line that nothing limits or guarantees. */
export const NO_CLAUSES: StandingLine["clauses"] = {
  currency: 0,
  capPer: 0,
  thresholdPer: 0,
  cap: 0n,
  threshold: 0n,
  fee: 0n,
  minimum: 0n,
  buyout: 0,
};

/** What terms have that use none of these. */
export const NO_EXTRAS = {
  outcomes: [],
  pools: [],
  graduations: [],
  milestones: [],
  checkpoints: [],
  rules: {
    acceptance: false,
    postingLimit: 0n,
    minimumPayout: 0n,
    disputes: 0,
    disputePeriods: 0,
    moveDays: 7,
    taxAccount: zeroAddress,
  },
} satisfies Pick<Terms, Extra>;

/** `starts` is open where it is the program's. */
export interface ParsedLine extends Omit<StandingLine, "starts"> {
  readonly starts: number | undefined;
}
