import type { LogKey } from "@core/logs/GetLogs";

/** Blocks without gaps, with all logs that a contract has in them. */
export interface BlockRange<Log> {
  readonly from: bigint;
  /** Included. */
  readonly to: bigint;
  readonly logs: readonly Log[];
}

export type Blocks = Omit<BlockRange<never>, "logs">;

/** Which blocks of a contract were read, in whatever order, and their logs. */
export class ReadBlocks<Log extends LogKey> {
  /** In order, none touching another. */
  #ranges: { readonly from: bigint; readonly to: bigint; readonly pieces: (readonly Log[])[] }[] =
    [];

  /** Enters a range; what was known of its blocks is forgotten. */
  add({ from, to, logs }: BlockRange<Log>): void {
    if (to < from) return;
    const before = this.#ranges
      .filter((range) => range.from < from)
      .map((range) => cut(range, { to: from - 1n }));
    const after = this.#ranges
      .filter((range) => range.to > to)
      .map((range) => cut(range, { from: to + 1n }));
    this.#ranges = joined([...before, { from, to, pieces: [logs] }, ...after]);
  }

  /** The logs of a range, in order; undefined where not all of it was read. */
  find(from: bigint, to: bigint): Log[] | undefined {
    const range = this.#ranges.find((one) => one.from <= from && to <= one.to);
    return range && cut(range, { from, to }).pieces.flat();
  }

  /** What is left to read from one block to another, the newest first. */
  gaps(first: bigint, last: bigint): Blocks[] {
    const gaps: Blocks[] = [];
    let to = last;
    for (const range of this.#ranges.toReversed()) {
      if (range.to < to && to >= first)
        gaps.push({ from: range.to + 1n < first ? first : range.to + 1n, to });
      if (range.from <= to) to = range.from - 1n;
    }
    if (to >= first) gaps.push({ from: first, to });
    return gaps;
  }

  /** All that is known, in order. */
  logs(): Log[] {
    return this.#ranges.flatMap(({ pieces }) => pieces.flat());
  }
}

interface Range<Log> extends Blocks {
  readonly pieces: (readonly Log[])[];
}

function cut<Log extends LogKey>(
  range: Range<Log>,
  { from = range.from, to = range.to }: Partial<Blocks>,
): Range<Log> {
  if (from <= range.from && to >= range.to) return range;
  const isIn = ({ blockNumber }: Log): boolean =>
    (blockNumber ?? 0n) >= from && (blockNumber ?? 0n) <= to;
  const isOut = (logs: readonly Log[]): boolean =>
    (logs.at(-1)?.blockNumber ?? -1n) < from || (logs[0]?.blockNumber ?? -1n) > to;
  const pieces = range.pieces
    .filter((logs) => !isOut(logs))
    .map((logs) => logs.filter(isIn))
    .filter(({ length }) => length > 0);
  return { from: from > range.from ? from : range.from, to: to < range.to ? to : range.to, pieces };
}

function joined<Log>(ranges: readonly Range<Log>[]): Range<Log>[] {
  const result: Range<Log>[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last !== undefined && last.to + 1n === range.from) {
      result.splice(-1, 1, {
        from: last.from,
        to: range.to,
        pieces: [...last.pieces, ...range.pieces],
      });
    } else result.push(range);
  }
  return result;
}
