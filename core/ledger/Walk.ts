/**
 * How far the residual and the standing lines with clauses are settled in one currency. They are settled together, segment by
 * segment, for what one earns depends on what it earned before, and guarantees are paid out of the residual.
 */
export interface Walk {
  /** When the first segment begins that is not settled; undefined: at the program's start. */
  next: number | undefined;
  /** The residual of the running period so far. */
  residual: bigint;
  /** What pays guarantees where the residual does not, and milestones. */
  reserve: bigint;
  /** By the line's index. */
  readonly clauses: Map<number, ClauseBook>;
  /** What was settled in each period, by line; the residual under its own name. */
  readonly earned: Map<number, Map<number | "residual", bigint>>;
}

/** What a line has earned towards its clauses; each in the line's year that is named beside it. */
export interface ClauseBook {
  capped: bigint;
  capYear: number;
  counted: bigint;
  countedYear: number;
  /** In the running period. */
  earned: bigint;
  /** Guaranteed and not yet funded. */
  arrears: bigint;
}

/** What was settled at once. */
export interface Settlement {
  readonly lines: Map<number, bigint>;
  residual: bigint;
  fromResidual: bigint;
  fromReserve: bigint;
  /** What arrears grew by. */
  unfunded: bigint;
}

export function createWalk(): Walk {
  return { next: undefined, residual: 0n, reserve: 0n, clauses: new Map(), earned: new Map() };
}

export function createSettlement(): Settlement {
  return { lines: new Map(), residual: 0n, fromResidual: 0n, fromReserve: 0n, unfunded: 0n };
}

/** A line's clauses, begun where there is nothing yet. */
export function clausesOf(walk: Walk, index: number): ClauseBook {
  const known = walk.clauses.get(index);
  if (known !== undefined) return known;
  const book = { capped: 0n, capYear: 0, counted: 0n, countedYear: 0, earned: 0n, arrears: 0n };
  walk.clauses.set(index, book);
  return book;
}

/** Settles an amount for a line. */
export function addSettled(
  walk: Walk,
  settled: Settlement,
  { period, index, amount }: { period: number; index: number; amount: bigint },
): void {
  settled.lines.set(index, (settled.lines.get(index) ?? 0n) + amount);
  addEarned(walk, period, index, amount);
}

/** Notes what was settled for a line, or as residual, in a period. */
export function addEarned(
  walk: Walk,
  period: number,
  source: number | "residual",
  amount: bigint,
): void {
  const earned = walk.earned.get(period) ?? new Map<number | "residual", bigint>();
  walk.earned.set(period, earned.set(source, (earned.get(source) ?? 0n) + amount));
}
