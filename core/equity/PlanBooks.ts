import type { Time } from "../deal/Terms.ts";
import type { Ppm } from "../money/ppm.ts";
import type { PlanTerms } from "./PlanTerms.ts";

/** How a holder leaves: of itself, by notice of the operator, or by the arbiter's decision. */
export type Leave = "resigned" | "dismissed" | "cause";

/** What a grant promises. */
export interface GrantTerms {
  readonly holder: string;
  readonly units: bigint;
  readonly class: number;
  readonly starts: Time;
  /** Seconds after the start before which nothing is vested. */
  readonly cliff: Time;
  /** Seconds after the start in which all is vested. */
  readonly length: Time;
  /** Units vest at the end of each step of so many seconds; 0 and 1 are by the second. */
  readonly step: Time;
  /** What of the unvested units vests at an exit, and what of the rest if the holder is dismissed around one. */
  readonly single: Ppm;
  readonly double: Ppm;
  /** What of each payment goes to the tax account. */
  readonly withholding: Ppm;
}

/** A grant's money in one currency. */
export interface GrantBook {
  /** The level above which the grant earns. */
  base: bigint;
  /** What was paid of what it earned above its base. */
  taken: bigint;
  /** Payable whatever happens to the grant: what it had earned when it left. */
  owed: bigint;
  /** Owed if an exit follows, see `Grant.contingent`. */
  contingent: bigint;
  paid: bigint;
  /** What of `paid` went to the tax account. */
  withheld: bigint;
}

/** How and when a holder leaves. */
interface Parting {
  readonly kind: Leave;
  readonly at: Time;
}

/** A grant as it is now. */
export interface Grant {
  /** Its holder and what is withheld may change. */
  terms: GrantTerms;
  /** What is left of its units. */
  units: bigint;
  /** Whether it was made before any exit, which can then speed it up. */
  readonly hasTriggers: boolean;
  /** Seconds that its clock stood still, without the pause it is in. */
  shift: Time;
  /** Since when its clock stands still. */
  stopped: Time | undefined;
  /** Notice that it leaves; it vests until that date. */
  leaving: Parting | undefined;
  left: Parting | undefined;
  /** Units of a dismissed holder that are vested if an exit follows within the window, and lost else. */
  contingent: bigint;
  /** What is offered for it. */
  offer: { readonly currency: number; readonly price: bigint } | undefined;
  /** What a call of its units paid, by currency; while they wait for an exit. */
  called: readonly bigint[] | undefined;
  /** By currency. */
  readonly books: readonly GrantBook[];
}

/** Money that nobody earns any more, shared or the treasury's. */
export interface FreedMoney {
  readonly currency: number;
  readonly amount: bigint;
  /** After it. */
  readonly level: bigint;
}

/** A plan's money in one currency. */
export interface PlanLevel {
  /** Money per unit since the plan began, times `SCALE`. */
  level: bigint;
  /** Money that nobody takes part in yet. */
  waiting: bigint;
  treasury: bigint;
}

/** A plan as it is now. */
export interface PlanBooks {
  readonly terms: PlanTerms;
  readonly grants: Grant[];
  /** Units by class. */
  readonly classes: bigint[];
  readonly levels: readonly PlanLevel[];
  /** When an exit was in effect. */
  exit: Time | undefined;
  /** What was freed, in its order; for whoever looks for it. */
  readonly freed: FreedMoney[];
}
