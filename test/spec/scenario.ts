import type { StandingLine, Terms } from "../../core/deal/Terms.ts";
import type { Mistake } from "./mistakes.ts";

/** One random deal and what happens to it. Numbers that name something count round its list. */
export interface Scenario {
  readonly terms: TermsSeed;
  readonly partners: readonly {
    readonly tier: number;
    readonly joined: number;
    /** One who comes before; 0 nobody. */
    readonly referrer: number;
  }[];
  readonly steps: readonly Step[];
}

/** What a chain says of terms. */
type Placed =
  | "name"
  | "operator"
  | "attributor"
  | "arbiter"
  | "treasury"
  | "guardian"
  | "standby"
  | "lineNoticePeriods"
  | "start"
  | "currencies"
  | "checkpoints"
  | "residualRole"
  | "standing"
  | "pools"
  | "rules";

/** Terms whose times are seconds from the program's start. */
export interface TermsSeed extends Omit<Terms, Placed> {
  /** Whole periods that have passed when the scenario begins. */
  readonly age: number;
  readonly ether: boolean;
  readonly tiers: readonly string[];
  /** Counts round the roles; undefined is the operator. */
  readonly residualRole: number | undefined;
  readonly standing: readonly LineSeed[];
  /** Numbers of holders. */
  readonly pools: readonly number[];
  readonly rules: Omit<
    Terms["rules"],
    "taxAccount" | "moveDays" | "handoverDays" | "silencePeriods"
  >;
}

export interface LineSeed extends Omit<StandingLine, "ends" | "holder" | "name"> {
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
  /** Whether it is what the terms ask for: an outcome's amount, roles that can be credited. */
  readonly fits: boolean;
  /** Which sale before has the same id; undefined none. */
  readonly again: number | undefined;
  /** When in the batch's window it occurred, in thousandths of it. */
  readonly at: number;
  readonly credits: readonly {
    readonly partner: number;
    readonly role: number;
    readonly weight: number;
  }[];
}

/** A batch, all in the currency of the first. */
export interface Posting {
  readonly do: "post";
  readonly sales: readonly SaleSeed[];
  /** 0 is the late one, else it counts round those that are open. */
  readonly lane: number;
  /** What of the lane's open time its window leaves out, and what it takes of the rest, in thousandths. */
  readonly skips: number;
  readonly takes: number;
  /** Whether weights follow where they need not. */
  readonly weighs: boolean;
  /** Others who are named among its partners. */
  readonly extras: readonly number[];
  /** Who of those that are not credited is not named among them; undefined all are. */
  readonly forgets: number | undefined;
  /** What else is wrong with it, and where. */
  readonly mistake: Mistake | undefined;
  readonly part: number;
}

/** Parts of sales, in percent of what is left. */
export interface Refunding {
  readonly do: "refund";
  readonly refunds: readonly {
    readonly sale: number;
    readonly part: number;
    /** Whether it was planned before the last refund of its sale. */
    readonly stale: boolean;
  }[];
  /** Whether the first sale is shown otherwise than it was posted. */
  readonly forged: boolean;
  readonly by: "attributor" | "operator";
}

/** `to` names the next boundary to go to; `by` is seconds on top of it. */
export interface Wait {
  readonly do: "wait";
  readonly to: "now" | "segment" | "period" | "year";
  readonly by: number;
}

export interface Settling {
  readonly do: "uphold" | "void" | "reattribute" | "close";
  readonly sale: number;
  readonly forged: boolean;
  readonly partners: readonly number[];
}

/** Other rates and a further line from the notice's end on, and an earlier end of lines. */
export interface Amending {
  readonly do: "amend";
  /** What every base rate is scaled to, in thousandths. */
  readonly scale: number;
  readonly commission: number;
  /** Lines that end so many seconds after the amendment's start. */
  readonly ends: readonly { readonly line: number; readonly after: number }[];
  /** Times are seconds from the amendment's start. */
  readonly line: LineSeed;
  /** What a further role pays into a further pool, which a partner holds, ppm; undefined there is none. */
  readonly poolRate: number | undefined;
  readonly consents: boolean;
}

interface Of<Name extends string> {
  readonly do: Name;
}

export type Step =
  | Wait
  | Settling
  | Amending
  | (Of<"preview"> & { readonly sale: SaleSeed })
  | Posting
  | Refunding
  | (Of<"openLane"> & { readonly lane: number; readonly ago: number })
  | (Of<"dispute"> & {
      readonly sale: number;
      readonly partner: number;
      readonly role: number;
      readonly forged: boolean;
    })
  | (Of<"release"> & { readonly payment: number; readonly sale: number; readonly shows: boolean })
  | (Of<"payAhead"> & { readonly sale: SaleSeed })
  | (Of<"duplicate"> & { readonly one: number; readonly other: number })
  | (Of<"pay"> & { readonly kind: number; readonly currency: number; readonly amount: bigint })
  | (Of<"transfer"> & { readonly currency: number; readonly amount: bigint })
  | (Of<"reserve"> & {
      readonly currency: number;
      readonly backed: number;
      readonly amount: bigint;
    })
  | (Of<"claim"> & { readonly party: number; readonly currency: number })
  | (Of<"claimMany"> & { readonly parties: readonly number[]; readonly currency: number })
  | (Of<"withhold"> & { readonly partner: number; readonly rate: number })
  | (Of<"settle" | "claimLine"> & { readonly line: number; readonly currency: number })
  | (Of<"end" | "suspend" | "resume"> & { readonly line: number })
  | (Of<"sell"> & {
      readonly line: number;
      readonly currency: number;
      readonly price: bigint;
      /** Seconds that the holder waits. */
      readonly waits: number;
    })
  | (Of<"claimResidual"> & { readonly currency: number; readonly segments: number })
  | (Of<"tier"> & { readonly partner: number; readonly tier: number })
  | (Of<"status"> & { readonly partner: number; readonly active: boolean })
  | (Of<"accept"> & { readonly partner: number })
  | (Of<"attest"> & { readonly partner: number; readonly score: number })
  | (Of<"graduate"> & {
      readonly partner: number;
      readonly tier: number;
      readonly currency: number;
    })
  | (Of<"milestone"> & {
      readonly partner: number;
      readonly milestone: number;
      readonly currency: number;
    });
