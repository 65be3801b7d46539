import { formatUnits } from "viem";
import { BrokenHistoryError } from "../../../core/ledger/BrokenHistoryError.ts";
import type { PlanHistory } from "../../../core/ledger/plan/PlanHistory.ts";
import { rebuildPlan } from "../../../core/ledger/plan/rebuildPlan.ts";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import type { Progress } from "../../Progress.ts";
import { Comparison } from "../../reporting/audit/Comparison.ts";
import type { Difference } from "../../reporting/audit/Difference.ts";
import type { EquityPlan } from "../chain/openEquityPlan.ts";
import { compareGrants } from "./compareGrants.ts";
import { comparePlan } from "./comparePlan.ts";
import { comparePlanMoney } from "./comparePlanMoney.ts";
import { comparePowers } from "./comparePowers.ts";
import type { PlanComparison } from "./PlanComparison.ts";

export interface PlanAudit {
  readonly equal: boolean;
  readonly checked: { readonly grants: number; readonly balances: number };
  readonly differences: readonly Difference[];
  /** Currencies whose tokens no longer answer: their balances could not be compared. */
  readonly silent?: readonly string[];
}

/**
 * Rebuilds every grant and the plan's money from the plan's events with arithmetic of its own, and compares all of it with what the
 * contract and the tokens say at the same block.
 */
export async function auditPlan(
  plan: EquityPlan,
  history: PlanHistory,
  progress?: Progress,
): Promise<PlanAudit> {
  try {
    return await compareAll(plan, history, progress);
  } catch (error) {
    if (!(error instanceof BrokenHistoryError)) throw error;
    const difference = {
      what: "events",
      expected: "events that agree with each other",
      found: error.message,
    };
    return { equal: false, checked: { grants: 0, balances: 0 }, differences: [difference] };
  }
}

async function compareAll(
  plan: EquityPlan,
  history: PlanHistory,
  progress?: Progress,
): Promise<PlanAudit> {
  const ledger = rebuildPlan(plan.settings, plan.currencies, history);
  const comparison: PlanComparison = new Comparison(plan, equityPlanAbi, history.block);
  comparePlan(comparison, ledger);
  comparePowers(comparison, ledger, history.time);
  compareGrants(comparison, ledger, history.time);
  await comparePlanMoney(comparison, plan, ledger, history);
  await comparison.run(progress);
  const inEvents = ledger.disagreements.map(({ what, currency, expected, found }) => {
    const show = (amount: bigint) =>
      currency === undefined ? String(amount) : formatUnits(amount, currency.decimals);
    const of = currency === undefined ? "" : ` in ${currency.symbol}`;
    return {
      what: `${what}${of}, as an event tells it`,
      expected: show(expected),
      found: show(found),
    };
  });
  const differences = [...inEvents, ...comparison.differences];
  return {
    equal: differences.length === 0,
    checked: {
      grants: ledger.grants.length,
      balances: (ledger.grants.length * 4 + 6) * plan.currencies.length,
    },
    differences,
    ...(comparison.silent.length > 0 && { silent: comparison.silent }),
  };
}
