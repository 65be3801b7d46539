import type { Time } from "../../../core/deal/Terms.ts";
import type { GrantCurve } from "../../../core/equity/grantCurve.ts";
import type { Grant, PlanBooks } from "../../../core/equity/PlanBooks.ts";
import type { FileCurrency } from "../../../core/terms/TermsReader.ts";

/** A grant as a report tells it. */
export interface ReportedGrant {
  /** As its file calls it, or its number on chain. */
  readonly name: string;
  readonly holder: string;
  /** In the plan's order. */
  readonly index: number;
  readonly grant: Grant;
  readonly curve: GrantCurve;
}

/** A plan at a time, with all that its report is drawn of. */
export interface PlanReport {
  readonly name: string;
  /** Where it is from, in words. */
  readonly source: string;
  readonly at: Time;
  readonly books: PlanBooks;
  /** When an exit is in effect that is declared, in effect or not. */
  readonly exit: Time | undefined;
  readonly currencies: readonly FileCurrency[];
  /** Those that are told of; others are in the sums. */
  readonly grants: readonly ReportedGrant[];
  /** The exit prices that are drawn: one for each currency, with the highest where it is given. */
  readonly prices: readonly { readonly currency: number; readonly upTo: bigint | undefined }[];
}
