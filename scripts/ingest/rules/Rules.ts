import type { SaleCondition } from "./meets.ts";

export type Verdict = "include" | "exclude" | "review";

/** A rule file as schema/rules.schema.json describes it. */
export interface Rules {
  readonly rules: readonly Rule[];
  readonly otherwise?: Verdict;
  readonly tax?: "include" | "exclude";
  readonly shipping?: "include" | "exclude";
  readonly existing?: { readonly customers?: readonly string[]; readonly boughtBefore?: string };
}

interface Rule {
  readonly name: string;
  readonly when: SaleCondition;
  readonly verdict: Verdict;
  readonly reason?: string;
}

/** Every sale counts. */
export const NO_RULES: Rules = { rules: [] };
