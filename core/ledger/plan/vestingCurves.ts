import type { Currency } from "../../currency/Currency.ts";
import { addPhase, type GrantPhase } from "../../equity/GrantPhase.ts";
import { type GrantCurve, grantCurve } from "../../equity/grantCurve.ts";
import type { PlanSettings } from "../../equity/PlanSettings.ts";
import type { PlanHistory } from "./PlanHistory.ts";
import { rebuildPlan } from "./rebuildPlan.ts";

/** How the units of one of a plan's grants vested, and will as all stands now. */
export interface VestingCurve extends GrantCurve {
  readonly id: bigint;
}

/** Works out the curves of some grants from what happened in their plan. */
export function vestingCurves(
  settings: PlanSettings,
  currencies: readonly Currency[],
  history: Pick<PlanHistory, "events" | "time">,
  ids: ReadonlySet<bigint>,
): VestingCurve[] {
  const phases = new Map<bigint, readonly GrantPhase[]>();
  rebuildPlan(settings, currencies, history, (ledger, { time }) => {
    const exit = ledger.exit?.at;
    for (const { id, grant } of ledger.grants)
      if (ids.has(id)) phases.set(id, addPhase(phases.get(id) ?? [], { from: time, grant, exit }));
  });
  return [...phases].map(([id, own]) => ({ id, ...grantCurve(own, settings) }));
}
