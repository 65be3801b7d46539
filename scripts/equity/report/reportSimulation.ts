import type { Time } from "../../../core/deal/Terms.ts";
import { addPhase, type GrantPhase } from "../../../core/equity/GrantPhase.ts";
import { grantCurve } from "../../../core/equity/grantCurve.ts";
import type { Happening } from "../Happening.ts";
import type { ListedGrant } from "../ListedGrant.ts";
import type { Plan } from "../PlanFile.ts";
import { simulatePlan } from "../simulatePlan.ts";
import type { PlanReport } from "./PlanReport.ts";

/** What a plan of files came to by a time, with how its grants came there. */
export function reportSimulation(
  plan: Plan,
  listed: readonly ListedGrant[],
  happenings: readonly Happening[],
  at: Time,
): Omit<PlanReport, "prices"> {
  const phases: GrantPhase[][] = [];
  const { books, grants } = simulatePlan(plan, listed, happenings, at, ({ exit, ...now }, from) => {
    for (const [index, grant] of now.grants.entries())
      phases[index] = addPhase(phases[index] ?? [], { from, grant, exit });
  });
  return {
    name: plan.name === "" ? "Equity plan" : plan.name,
    source: "From files, with no chain",
    ...{ at, books, exit: books.exit, currencies: plan.currencies },
    grants: grants.map(({ listed: { id, terms }, grant }) => {
      const index = books.grants.indexOf(grant);
      const curve = grantCurve(phases[index] ?? [], plan.terms);
      return { name: id, holder: terms.holder, index, grant, curve };
    }),
  };
}
