import type { Time } from "../../core/deal/Terms.ts";
import type { Grant, PlanBooks } from "../../core/equity/PlanBooks.ts";
import type { ListedGrant } from "./ListedGrant.ts";
import type { Plan } from "./PlanFile.ts";

/** What a plan came to by a time, with no chain. */
export interface PlanSimulation {
  readonly plan: Plan;
  readonly at: Time;
  readonly books: PlanBooks;
  /** Those that were made by then, with what offers paid for their units, by currency. */
  readonly grants: readonly {
    readonly listed: ListedGrant;
    readonly grant: Grant;
    readonly sold: readonly bigint[];
  }[];
  /** What the plan does not take, by file and line, and why. */
  readonly refused: readonly { readonly place: string; readonly reason: string }[];
}
