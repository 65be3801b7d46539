import type { Time } from "../deal/Terms.ts";
import type { GrantPhase } from "./GrantPhase.ts";
import type { Grant } from "./PlanBooks.ts";
import type { PlanTerms } from "./PlanTerms.ts";
import { stepTimes } from "./stepTimes.ts";
import { timeAtElapsed } from "./timeAtElapsed.ts";
import { vestedUnits } from "./vestedUnits.ts";

/** A stretch of time; without an end where it lasts. */
interface Stretch {
  readonly from: Time;
  readonly until: Time;
}

/** How a grant's units vested, and will as all stands now. */
export interface GrantCurve {
  /** Corners, in order: in between vested units grow in a line. They jump from one second to the next. */
  readonly points: readonly { readonly time: Time; readonly units: bigint }[];
  /** When its cliff is over; undefined where it has none, or left before. */
  readonly cliff: Time | undefined;
  readonly pauses: readonly Stretch[];
  /** When its units are all vested, or it left. */
  readonly ends: Time;
  /** Vested at any time. */
  unitsAt(time: Time): bigint;
}

/**
 * Works out a grant's curve from its phases, which are in order: as far as time has come what happened, then what comes if nothing else does.
 */
export function grantCurve(phases: readonly GrantPhase[], terms: PlanTerms): GrantCurve {
  const unitsAt = (time: Time): bigint => {
    const { grant, exit } = phases.findLast(({ from }) => from <= time) ?? {};
    if (grant === undefined) return 0n;
    const isOver = exit !== undefined && exit <= time;
    return vestedUnits({ terms, exit: isOver ? exit : undefined }, grant, time);
  };
  const times = phases.flatMap((phase, index) => timesIn(phase, phases[index + 1]?.from, terms));
  const points = [...new Set(times.flatMap((time) => [time - 1, time]))]
    .toSorted((a, b) => a - b)
    .slice(1)
    .map((time) => ({ time, units: unitsAt(time) }));
  return {
    ...{ points: withoutIdle(points), cliff: cliffOf(phases, terms), unitsAt },
    ...{ pauses: pausesOf(phases, terms), ends: endOf(phases, terms) },
  };
}

/** When something may change while a phase lasts. */
function timesIn({ from, grant, exit }: GrantPhase, until: Time | undefined, terms: PlanTerms) {
  const { stopped, shift, leaving } = grant;
  const pauses = stopped === undefined ? [] : [stopped, stopped + terms.pauseLimit - shift];
  const marks = [...stepTimes(grant, terms.pauseLimit), ...pauses, leaving?.at, exit];
  const isIn = (time: Time | undefined) =>
    time !== undefined && time > from && (until === undefined || time < until);
  return [from, ...marks.filter((time) => time !== undefined).filter(isIn)];
}

/** Without those between two with as many units. */
function withoutIdle(points: GrantCurve["points"]): GrantCurve["points"] {
  return points.filter(
    ({ units }, index) => units !== points[index - 1]?.units || units !== points[index + 1]?.units,
  );
}

function cliffOf(phases: readonly GrantPhase[], { pauseLimit }: PlanTerms): Time | undefined {
  for (const [index, { grant }] of phases.entries()) {
    const { cliff, length } = grant.terms;
    if (cliff === 0 || length === 0) return undefined;
    const time = timeAtElapsed(grant, pauseLimit, Math.min(cliff, length));
    const until = phases[index + 1]?.from;
    if (until === undefined || time < until) return isOut(grant, time) ? undefined : time;
  }
  return undefined;
}

/** Whether a grant's clock stands still for good before a time. */
function isOut({ leaving, left, units }: Grant, time: Time): boolean {
  const date = left?.at ?? leaving?.at;
  return units === 0n || (date !== undefined && date < time);
}

function pausesOf(phases: readonly GrantPhase[], { pauseLimit }: PlanTerms): Stretch[] {
  const pauses = new Map<Time, Time>();
  for (const [index, { grant }] of phases.entries()) {
    const { stopped, shift } = grant;
    if (stopped === undefined) continue;
    const longest = stopped + pauseLimit - shift;
    const isOver = phases[index + 1]?.grant.stopped !== stopped;
    const next = isOver ? phases[index + 1]?.from : undefined;
    pauses.set(stopped, Math.min(longest, next ?? longest));
  }
  return [...pauses].map(([from, until]) => ({ from, until }));
}

function endOf(phases: readonly GrantPhase[], { pauseLimit }: PlanTerms): Time {
  const last = phases.at(-1);
  if (last === undefined) return 0;
  const { grant, from } = last;
  if (grant.units === 0n) return from;
  const end = timeAtElapsed(grant, pauseLimit, grant.terms.length);
  return Math.min(end, grant.left?.at ?? grant.leaving?.at ?? end);
}
