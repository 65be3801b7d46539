import type { PlanHistory } from "../../../core/ledger/plan/PlanHistory.ts";
import { rebuildPlan } from "../../../core/ledger/plan/rebuildPlan.ts";
import { vestingCurves } from "../../../core/ledger/plan/vestingCurves.ts";
import type { EquityPlan } from "../chain/openEquityPlan.ts";
import type { PlanReport } from "./PlanReport.ts";

/**
 * What a plan on a chain came to, from its events alone.
 * @param told The grants that are told of; all unless given.
 */
export function reportHistory(
  { address, chain, settings, currencies }: EquityPlan,
  history: PlanHistory,
  told: ReadonlySet<bigint> | undefined,
): Omit<PlanReport, "prices"> {
  const { books, grants, exit } = rebuildPlan(settings, currencies, history);
  const ids = told ?? new Set(grants.map(({ id }) => id));
  const curves = new Map(
    vestingCurves(settings, currencies, history, ids).map((curve) => [curve.id, curve]),
  );
  return {
    name: settings.name === "" ? "Equity plan" : settings.name,
    source: `${address}, chain ${chain.chainId}, block ${history.block}, from its events`,
    ...{ at: history.time, books, exit: exit?.at, currencies },
    grants: grants.flatMap(({ id, holder, grant }, index) => {
      const curve = curves.get(id);
      return curve === undefined ? [] : [{ name: `${id}`, holder, index, grant, curve }];
    }),
  };
}
