import type { PlanHistory } from "../../../core/ledger/plan/PlanHistory.ts";
import type { ListedGrant } from "../ListedGrant.ts";
import type { NewGrant } from "./toNewGrant.ts";

/** A line of a grants file, and what the plan takes for it. */
export interface WantedGrant {
  readonly listed: ListedGrant;
  readonly terms: NewGrant;
}

/** What is left to do so that a plan has the grants of a file. */
export interface GrantsToMake {
  readonly missing: readonly WantedGrant[];
  /** Those that it has already, with their numbers. */
  readonly made: readonly (WantedGrant & { readonly id: bigint })[];
}

/**
 * Compares a file with a plan. A grant is there already where one was made to the same holder with the same terms and agreement; as
 * many as are alike in the file are to be alike in the plan.
 */
export function planGrants(
  wanted: readonly WantedGrant[],
  { events }: Pick<PlanHistory, "events">,
): GrantsToMake {
  const made = new Map<string, bigint[]>();
  for (const { event } of events) {
    if (event.eventName !== "Granted") continue;
    const key = keyOf(event.args.terms);
    made.set(key, [...(made.get(key) ?? []), event.args.id]);
  }
  const there: (WantedGrant & { id: bigint })[] = [];
  const missing = wanted.filter((one) => {
    const id = made.get(keyOf(one.terms))?.shift();
    if (id !== undefined) there.push({ ...one, id });
    return id === undefined;
  });
  return { missing, made: there };
}

function keyOf({ holder, agreement, ...terms }: NewGrant): string {
  const { units, class: group, start, cliff, length, step, single, double, withholding } = terms;
  const numbers = [units, group, start, cliff, length, step, single, double, withholding];
  return [holder, agreement, ...numbers].join(" ").toLowerCase();
}
