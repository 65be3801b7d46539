import { readFileSync } from "node:fs";
import type { Mutant } from "./Mutant.ts";
import { oneLine } from "./oneLine.ts";
import type { Outcome, Result } from "./Result.ts";

interface ReportRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly original: string;
  readonly replacement: string;
  readonly outcome: Outcome;
}

/** What an earlier run of the same code found out about these mutants; see `--resume`. */
export function readResults(report: string, mutants: readonly Mutant[]): Result[] {
  const rows = JSON.parse(readFileSync(report, "utf8")) as readonly ReportRow[];
  const known = new Map(rows.map((row) => [keyOf(row), row.outcome]));
  return mutants.flatMap((mutant) => {
    const { file, line, column, original, replacement } = mutant;
    const outcome = known.get(
      keyOf({ file, line, column, original: oneLine(original), replacement: oneLine(replacement) }),
    );
    return outcome === undefined ? [] : [{ mutant, outcome }];
  });
}

function keyOf({ file, line, column, original, replacement }: Omit<ReportRow, "outcome">): string {
  return JSON.stringify([file, line, column, original, replacement]);
}
