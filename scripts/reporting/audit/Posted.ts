import { NET, REFERRED, RESIDUAL_RATE, type Terms, TO_POOL } from "../../../core/deal/Terms.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import type { Moment } from "./rateAt.ts";

export type Posted = EventNamed<"SalePosted">["args"];
export type PostedLine = Posted["lines"][number];

/** A line of a credited partner, with the lines that follow from it to whoever referred the partner. */
export interface CreditedLine {
  /** Its place among the sale's lines. */
  readonly at: number;
  readonly line: PostedLine;
  readonly referred: readonly PostedLine[];
}

/** A sale's lines by what they are. */
export interface SortedLines {
  /** Of gross and net roles. */
  readonly credited: readonly CreditedLine[];
  readonly pools: readonly PostedLine[];
  readonly residual: readonly PostedLine[];
}

/** Lines come in the order of the credits, each followed by its referrers' and its residual; then those of pools. */
export function sortLines({ terms }: Moment, { lines }: Posted): SortedLines {
  const credited: { at: number; line: PostedLine; referred: PostedLine[] }[] = [];
  const pools: PostedLine[] = [];
  const residual: PostedLine[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.rate === RESIDUAL_RATE) residual.push(line);
    else if (terms.roles[line.role]?.stage === REFERRED) credited.at(-1)?.referred.push(line);
    else if (isOfPool(terms, line, lines)) pools.push(line);
    else credited.push({ at, line, referred: [] });
  }
  return { credited, pools, residual };
}

/** A pool has a role's whole share: it is the only one with that role. */
function isOfPool(terms: Terms, { partner, role }: PostedLine, lines: readonly PostedLine[]) {
  const { missing, pool } = terms.roles[role] ?? {};
  if (missing !== TO_POOL || pool === undefined || terms.pools[pool]?.holder !== partner)
    return false;
  return lines.filter((line) => line.role === role).length === 1;
}

/** The roles that somebody filled. */
export function filledIn({ credited }: SortedLines): ReadonlySet<number> {
  return new Set(credited.map(({ line }) => line.role));
}

export function isNet({ roles }: Terms, { role }: PostedLine): boolean {
  return roles[role]?.stage === NET;
}
