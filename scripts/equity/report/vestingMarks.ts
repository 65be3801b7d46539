import type { Time } from "../../../core/deal/Terms.ts";
import type { PlanReport, ReportedGrant } from "./PlanReport.ts";

/** A day of a grant's curve that has a name. */
export interface VestingMark {
  readonly time: Time;
  readonly what: string;
  readonly vested: bigint;
}

const YEAR = 365 * 86_400;
const LEFT = { resigned: "resigned", dismissed: "dismissed", cause: "left for cause" } as const;

/** Start, full years, cliff, pauses, leave, exit, today and the end of a grant, in their order. */
export function vestingMarks(
  { at, exit }: Pick<PlanReport, "at" | "exit">,
  { grant, curve }: ReportedGrant,
): VestingMark[] {
  const { starts, length } = grant.terms;
  const parting = grant.left ?? grant.leaving;
  const hasNone = grant.units === 0n;
  const span = Math.min(length, curve.ends - starts, (parting?.at ?? curve.ends) - starts);
  const years = Array.from({ length: Math.max(0, Math.floor(span / YEAR)) }, (_, year) => year + 1);
  const named: (readonly [Time | undefined, string])[] = [
    [starts, "starts"],
    ...years.map((year) => [starts + year * YEAR, `year ${year}`] as const),
    [curve.cliff, "cliff"],
    ...curve.pauses.flatMap(({ from, until }) => [
      [from, "clock stops"] as const,
      [until, "clock runs again"] as const,
    ]),
    [parting?.at, parting === undefined ? "" : LEFT[parting.kind]],
    [exit, "exit"],
    [at, "today"],
    [hasNone ? curve.ends : undefined, "no units left"],
    [hasNone || parting !== undefined ? undefined : curve.ends, "all vested"],
  ];
  const byTime = new Map<Time, string[]>();
  for (const [time, what] of named)
    if (time !== undefined && time >= starts) byTime.set(time, [...(byTime.get(time) ?? []), what]);
  return [...byTime]
    .toSorted(([one], [other]) => one - other)
    .map(([time, what]) => ({ time, what: what.join(", "), vested: curve.unitsAt(time) }));
}
