import { NET, REFERRED, RESIDUAL_RATE, type Terms } from "../../../core/deal/Terms.ts";
import { FIRST_POOL } from "../../../core/ledger/PartnerState.ts";
import type { SaleBook, SaleLine } from "../../../core/ledger/SaleBook.ts";

/** A line of a credited partner, with the lines that follow from it to whoever referred the partner. */
export interface CreditedLine {
  /** Its place among the sale's lines. */
  readonly at: number;
  readonly line: SaleLine;
  readonly referred: readonly SaleLine[];
}

/** A sale's lines by what they are. */
export interface SortedLines {
  /** Of gross and net roles. */
  readonly credited: readonly CreditedLine[];
  readonly pools: readonly SaleLine[];
  readonly residual: readonly SaleLine[];
}

/** Lines come in the order of the credits, each followed by its referrers' and its residual; then those of pools. */
export function sortLines(terms: Terms, { lines }: Pick<SaleBook, "lines">): SortedLines {
  const credited: { at: number; line: SaleLine; referred: SaleLine[] }[] = [];
  const pools: SaleLine[] = [];
  const residual: SaleLine[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.rate === RESIDUAL_RATE) residual.push(line);
    else if (isReferred(terms, line)) credited.at(-1)?.referred.push(line);
    else if (line.number >= FIRST_POOL) pools.push(line);
    else credited.push({ at, line, referred: [] });
  }
  return { credited, pools, residual };
}

/** The roles that somebody filled. */
export function filledIn({ credited }: SortedLines): ReadonlySet<number> {
  return new Set(credited.map(({ line }) => line.role));
}

export function isNet({ roles }: Terms, { role }: SaleLine): boolean {
  return roles[role]?.stage === NET;
}

export function isReferred({ roles }: Terms, { role, rate }: SaleLine): boolean {
  return rate !== RESIDUAL_RATE && roles[role]?.stage === REFERRED;
}
