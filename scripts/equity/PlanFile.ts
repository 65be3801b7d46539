import type { PlanTerms } from "../../core/equity/PlanTerms.ts";

/** plan.json as schema/plan.schema.json describes it. */
export interface PlanFile {
  readonly name?: string;
  readonly authorised: string;
  readonly rest?: "treasury" | "holders";
  readonly restClass?: number;
  readonly classes?: readonly string[];
  readonly currency: string;
  readonly resignLoss?: string;
  readonly causeLoss?: string;
  readonly window?: string;
  readonly notice?: string;
  readonly pauseLimit?: string;
  readonly multiple?: string;
  readonly callWindow?: string;
  readonly flow?: boolean;
}

/** A plan in one currency, as a file tells it. */
export interface Plan {
  readonly name: string;
  readonly terms: PlanTerms;
  readonly currency: { readonly symbol: string; readonly decimals: number };
}
