import type { ProgramTerms } from "../../scripts/lib/model/fromProgramTerms.ts";

/** One random deal and what happens to it. Numbers that name something count round its list. */
export interface Scenario {
  readonly terms: TermsSeed;
  readonly partners: readonly { readonly tier: number; readonly joined: number }[];
  readonly steps: readonly Step[];
}

/** Terms whose times are seconds from the program's start. */
export interface TermsSeed
  extends Omit<
    ProgramTerms,
    "start" | "residualRole" | "standing" | "pools" | "rules" | "noticePeriods"
  > {
  /** Whole periods that have passed when the scenario begins. */
  readonly age: number;
  readonly ether: boolean;
  readonly tiers: readonly string[];
  /** Counts round the roles; undefined is the operator. */
  readonly residualRole: number | undefined;
  readonly standing: readonly LineSeed[];
  /** Numbers of holders. */
  readonly pools: readonly number[];
  readonly rules: Omit<ProgramTerms["rules"], "taxAccount">;
}

export interface LineSeed
  extends Omit<ProgramTerms["standing"][number], "ends" | "holder" | "name"> {
  readonly holder: number;
  /** Seconds from its start; undefined never. */
  readonly lasts: number | undefined;
}

export interface SaleSeed {
  readonly kind: number;
  readonly currency: number;
  readonly amount: bigint;
  /** Paid to the program ahead of being posted. */
  readonly paidHere: boolean;
  readonly credits: readonly {
    readonly partner: number;
    readonly role: number;
    readonly weight: number;
  }[];
}

/** `to` names the next boundary to go to; `by` is seconds on top of it. */
export interface Wait {
  readonly do: "wait";
  readonly to: "now" | "segment" | "period" | "year";
  readonly by: number;
}

export type Step =
  | Wait
  | { readonly do: "preview"; readonly sale: SaleSeed }
  /** All in the currency of the first, and paid as the first is. */
  | { readonly do: "post"; readonly sales: readonly SaleSeed[] }
  | { readonly do: "refund"; readonly sale: number; readonly part: number }
  | {
      readonly do: "pay";
      readonly kind: number;
      readonly currency: number;
      readonly amount: bigint;
    }
  | { readonly do: "transfer"; readonly currency: number; readonly amount: bigint }
  | { readonly do: "claim"; readonly party: number; readonly currency: number }
  | { readonly do: "settle" | "claimLine"; readonly line: number; readonly currency: number }
  | { readonly do: "claimResidual"; readonly currency: number }
  | { readonly do: "tier"; readonly partner: number; readonly tier: number }
  | { readonly do: "status"; readonly partner: number; readonly active: boolean };
