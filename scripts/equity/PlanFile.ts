import type { Address } from "viem";
import type { Time } from "../../core/deal/Terms.ts";
import type { PlanTerms } from "../../core/equity/PlanTerms.ts";
import type { AmountsOfFile } from "../../core/terms/TermsFile.ts";
import type { FileCurrency } from "../../core/terms/TermsReader.ts";

/** plan.json as schema/plan.schema.json describes it. */
export interface PlanFile {
  readonly name?: string;
  readonly operator?: string;
  readonly arbiter?: string;
  readonly guardian?: string;
  readonly treasury?: string;
  readonly taxAccount?: string;
  readonly starts?: string;
  readonly authorised: string;
  readonly rest?: "treasury" | "holders";
  readonly restClass?: number;
  readonly classes?: readonly AmountsOfFile[];
  readonly currency?: string;
  readonly currencies?: readonly string[];
  readonly resignLoss?: string;
  readonly causeLoss?: string;
  readonly window?: string;
  readonly notice?: string;
  readonly pauseLimit?: string;
  readonly multiple?: string;
  readonly callWindow?: string;
  readonly period?: string;
  readonly handover?: string;
  readonly moveDelay?: string;
  readonly silence?: string;
  readonly flow?: boolean;
}

/** Who is to have a power; undefined where the file names nobody. */
export interface PlanPowers {
  readonly operator: Address | undefined;
  readonly arbiter: Address | undefined;
  readonly guardian: Address | undefined;
  readonly treasury: Address | undefined;
  readonly taxAccount: Address | undefined;
}

/** A plan as a file tells it, checked. What creation decides is left open. */
export interface Plan {
  readonly name: string;
  readonly terms: PlanTerms;
  /** ETH first where it is among them, as in the hurdles. */
  readonly currencies: readonly FileCurrency[];
  readonly powers: PlanPowers;
  readonly starts: Time | undefined;
  readonly notice: Time;
  /** 0: units are never called. */
  readonly callWindow: Time;
  /** In millionths. */
  readonly multiple: number;
  readonly period: Time;
  readonly handover: Time;
  readonly move: Time;
  readonly silence: Time;
}

/** A currency by its place in a plan. */
export function currencyAt(currencies: Plan["currencies"], index: number): FileCurrency {
  const currency = currencies[index];
  if (currency === undefined) throw new RangeError(`a plan of ${currencies.length} currencies`);
  return currency;
}
