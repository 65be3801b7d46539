import { lesser } from "../money/lesser.ts";
import { sum } from "../money/sum.ts";
import { amountOf } from "./amountOf.ts";
import { isRunning } from "./isRunning.ts";
import { periodStart } from "./periods.ts";
import { EMPTY_CLAUSE_BOOK, type Settlement, type SettlementContext } from "./Settlement.ts";

export interface FundedGuarantees {
  /** Its residual is what is left for the treasury. */
  readonly after: Settlement;
  /** What each line got. */
  readonly lines: ReadonlyMap<number, bigint>;
  /** Of what this period guarantees, what became arrears. */
  readonly unfunded: bigint;
}

/**
 * What the lines of a settled period are guaranteed beyond what they earned:
 *
 *     due = fee + max( 0, minimum − fee − earned )
 *
 * The period's residual pays arrears, then what is due, each in the order of the lines; then the reserve does; the rest is
 * arrears. All of it in the currency's smallest unit.
 */
export function fundGuarantees(
  context: SettlementContext,
  period: number,
  before: Settlement,
): FundedGuarantees {
  const owed = new Map([...before.clauses].map(([line, { arrears }]) => [line, arrears]));
  const due = duesOf(context, period, before.clauses);
  const lines = new Map<number, bigint>();
  const pay = (claims: Map<number, bigint>, available: bigint) => {
    let left = available;
    for (const [line, claim] of [...claims].sort(([a], [b]) => a - b)) {
      const paid = lesser(claim, left);
      left -= paid;
      claims.set(line, claim - paid);
      lines.set(line, (lines.get(line) ?? 0n) + paid);
    }
    return left;
  };
  const residual = pay(due, pay(owed, before.residual));
  const reserve = pay(due, pay(owed, before.reserve));
  const clauses = new Map(before.clauses);
  for (const line of new Set([...owed.keys(), ...due.keys()])) {
    const book = clauses.get(line) ?? EMPTY_CLAUSE_BOOK;
    const arrears = (owed.get(line) ?? 0n) + (due.get(line) ?? 0n);
    clauses.set(line, { ...book, earned: 0n, arrears });
  }
  return {
    after: { ...before, residual, reserve, clauses },
    lines,
    unfunded: sum(due.values()),
  };
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
