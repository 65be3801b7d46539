import { lesser } from "../money/lesser.ts";
import { amountOf } from "./amountOf.ts";
import { isRunning } from "./isRunning.ts";
import { periodStart } from "./periods.ts";
import { EMPTY_CLAUSE_BOOK, type Settlement, type SettlementContext } from "./Settlement.ts";

export interface FundedGuarantees {
  /** Its residual is what is left for the treasury. */
  readonly after: Settlement;
  /** What each line got. */
  readonly lines: ReadonlyMap<number, bigint>;
  /** What the lines' reserves gave of it. */
  readonly fromReserve: bigint;
  /** Of what this period guarantees, what became arrears. */
  readonly unfunded: bigint;
}

/**
 * What the lines of a settled period are guaranteed beyond what they earned:
 *
 *     due = fee + max( 0, minimum − fee − earned )
 *
 * Line by line in their order, older ones first: the period's residual pays the line's arrears, then what is due; what it does
 * not cover the line's own reserve does; the rest is arrears. All of it in the currency's smallest unit.
 */
export function fundGuarantees(
  context: SettlementContext,
  period: number,
  before: Settlement,
): FundedGuarantees {
  const due = duesOf(context, period, before.clauses);
  const lines = new Map<number, bigint>();
  const clauses = new Map(before.clauses);
  let { residual } = before;
  let fromReserve = 0n;
  let unfunded = 0n;
  const places = [...new Set([...clauses.keys(), ...due.keys()])].sort((a, b) => a - b);
  for (const line of places) {
    const book = clauses.get(line) ?? EMPTY_CLAUSE_BOOK;
    const now = due.get(line) ?? 0n;
    const owed = book.arrears + now;
    const paid = lesser(owed, residual);
    const reserved = lesser(owed - paid, book.reserve);
    const arrears = owed - paid - reserved;
    residual -= paid;
    fromReserve += reserved;
    unfunded += lesser(now, arrears);
    lines.set(line, paid + reserved);
    clauses.set(line, { ...book, earned: 0n, arrears, reserve: book.reserve - reserved });
  }
  return { after: { ...before, residual, clauses }, lines, fromReserve, unfunded };
}

/** Of lines that are guaranteed something in the currency and run when the period begins. */
function duesOf(
  context: SettlementContext,
  period: number,
  clauses: Settlement["clauses"],
): Map<number, bigint> {
  const { terms, currency } = context;
  const start = periodStart(terms, period);
  const dues = new Map<number, bigint>();
  for (const [index, line] of terms.standing.entries()) {
    const fee = amountOf(line.clauses.fee, currency);
    const least = amountOf(line.clauses.minimum, currency);
    if (fee + least === 0n || !isRunning(context, index, start)) continue;
    const missing = least - fee - (clauses.get(index)?.earned ?? 0n);
    const due = fee + (missing > 0n ? missing : 0n);
    if (due > 0n) dues.set(index, due);
  }
  return dues;
}
