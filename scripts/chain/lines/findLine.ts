import type { StandingLine } from "../../../core/deal/Terms.ts";
import { indexByName } from "../../../core/ids/indexByName.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import { listOf } from "../../../core/text/listOf.ts";
import type { Program } from "../openProgram.ts";

/** A standing line with its place in the terms. */
export interface PlacedLine {
  readonly index: bigint;
  readonly line: StandingLine;
}

/** A standing line by its name; the last of that name, for an amendment puts another in the place of one that ends. */
export function findLine({ terms }: Program, name: string): PlacedLine {
  const line = indexByName(terms.standing)(name).at(-1);
  if (line !== undefined) return { index: BigInt(terms.standing.indexOf(line)), line };
  const names = terms.standing.map((one) => one.name);
  throw new TributaryError(
    `The program has no standing line "${name}"${didYouMean(name, names)}.`,
    {
      allowed: names.length === 0 ? "it has none" : listOf(names),
    },
  );
}
