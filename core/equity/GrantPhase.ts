import type { Time } from "../deal/Terms.ts";
import type { Grant } from "./PlanBooks.ts";

/** How a grant was from a time on, as far as that says what vests. */
export interface GrantPhase {
  readonly from: Time;
  readonly grant: Grant;
  /** When an exit is in effect, as far as was told then. */
  readonly exit: Time | undefined;
}

/** A grant's phases with how it is now, where that is another. */
export function addPhase(
  phases: readonly GrantPhase[],
  { from: time, grant, exit }: GrantPhase,
): GrantPhase[] {
  const from = phases.length === 0 ? Math.min(time, grant.terms.starts) : time;
  const phase = { from, grant: { ...grant }, exit };
  const last = phases.at(-1);
  if (last !== undefined && isSame(last, phase)) return [...phases];
  // Of what happens in one second the last counts.
  return [...phases.filter((one) => one.from < from), phase];
}

const MARKS = ["units", "contingent", "shift", "stopped", "leaving", "left"] as const;

function isSame(one: GrantPhase, other: GrantPhase): boolean {
  return one.exit === other.exit && MARKS.every((mark) => one.grant[mark] === other.grant[mark]);
}
