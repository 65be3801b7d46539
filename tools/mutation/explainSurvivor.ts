import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "./Mutant.ts";
import { oneLine } from "./oneLine.ts";

/** A mutant that does what the original does; told by what it changes, for lines move. */
interface Equivalent {
  readonly file: string;
  readonly within: string;
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

const KNOWN = JSON.parse(
  readFileSync(join(import.meta.dirname, "equivalents.json"), "utf8"),
) as readonly Equivalent[];

/** Why no test can kill a mutant, where somebody has looked and found that. */
export function explainSurvivor({
  file,
  within,
  original,
  replacement,
}: Mutant): string | undefined {
  return KNOWN.find(
    (known) =>
      known.file === file &&
      known.within === within &&
      known.original === oneLine(original) &&
      known.replacement === oneLine(replacement),
  )?.reason;
}
