import type { SaleCondition } from "./meets.ts";

export type Verdict = "include" | "exclude" | "review";

/** A rule file as schema/rules.schema.json describes it. */
export interface Rules {
  readonly rules: readonly Rule[];
  readonly otherwise?: Verdict;
  readonly tax?: Inclusion;
  readonly shipping?: Inclusion;
  readonly fees?: Inclusion;
  readonly discount?: Inclusion;
  readonly existing?: { readonly customers?: readonly string[]; readonly boughtBefore?: string };
}

/** Whether a part of what a sale comes to is revenue. */
type Inclusion = "include" | "exclude";

interface Rule {
  readonly name: string;
  readonly when: SaleCondition;
  readonly verdict: Verdict;
  readonly reason?: string;
}

/** Every sale counts. */
export const NO_RULES: Rules = { rules: [] };
