import type { StandingLine } from "../../../core/deal/Terms.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { listOf } from "../../../core/text/listOf.ts";
import type { Program } from "../openProgram.ts";

/** A standing line with its place in the terms. */
export interface PlacedLine {
  readonly index: bigint;
  readonly line: StandingLine;
}

/** A standing line by its name; the last of that name, for an amendment puts another in the place of one that ends. */
export function findLine({ terms }: Program, name: string): PlacedLine {
  const index = terms.standing.findLastIndex((line) => line.name === name);
  const line = terms.standing[index];
  if (line !== undefined) return { index: BigInt(index), line };
  throw new TributaryError(`The program has no standing line "${name}".`, {
    allowed:
      terms.standing.length === 0 ? "it has none" : listOf(terms.standing.map((one) => one.name)),
  });
}
