import { counted } from "../../../core/text/counted.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Program } from "../../chain/openProgram.ts";

/** Seconds that a clock may be ahead of a line without anybody's asking for another day. */
const TOLERANCE = 60;

/** How a kind of line is called, what becomes of one whose time has passed, and what to do instead. */
interface LateWords {
  readonly what: string;
  readonly becomes: string;
  readonly todo: string;
}

/** Why lines of a file cannot be played on their own dates; undefined where they all can. */
export function explainLate(
  { terms }: Program,
  clock: number,
  pending: readonly { readonly occurredAt: number }[],
  { what, becomes, todo }: LateWords,
): string | undefined {
  const late = pending.map(({ occurredAt }) => occurredAt).filter((at) => at < clock - TOLERANCE);
  if (late.length === 0) return undefined;
  const first = formatIsoTime(Math.min(terms.start, ...late)).slice(0, 10);
  return `This chain's clock is at ${formatIsoTime(clock)} and cannot go back: --clock does nothing for the ${counted(late.length, what)} before that, ${becomes}. To play them on their own dates, ${todo}: npx hardhat chain start --date ${first}`;
}
