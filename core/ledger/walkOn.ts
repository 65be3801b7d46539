import { endPeriod } from "./endPeriod.ts";
import type { Ground } from "./Ground.ts";
import { periodAt, periodStart, segmentEnd } from "./schedule.ts";
import type { Settlement, Walk } from "./Walk.ts";
import { walkSegment } from "./walkSegment.ts";

/** Walks one segment, and ends its period where it is the last one. */
export function walkOn(ground: Ground, walk: Walk, settled: Settlement): void {
  const { terms } = ground;
  const start = walk.next ?? terms.start;
  walkSegment(ground, walk, settled, start);
  walk.next = segmentEnd(terms, start);
  const period = periodAt(terms, start);
  if (walk.next === periodStart(terms, period + 1)) endPeriod(ground, walk, settled, period);
}
