import { requireOption } from "../../core/requireOption.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { didYouMean } from "../../core/text/didYouMean.ts";
import { listOf } from "../../core/text/listOf.ts";
import type { Program } from "../chain/openProgram.ts";

/** The index of the kind of sale that is named. */
export function requireKind({ terms }: Program, name: string | undefined): number {
  const { kinds } = terms;
  const wanted = requireOption("kind", name, listOf(kinds));
  const index = kinds.indexOf(wanted);
  if (index >= 0) return index;
  throw new TributaryError(`The terms have no kind "${wanted}".`, {
    allowed: `${listOf(kinds)}${didYouMean(wanted, kinds)}`,
  });
}
