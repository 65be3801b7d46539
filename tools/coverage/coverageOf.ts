import { BRANCHES_FILE, type Condition, linesOf } from "./markBranches.ts";

export interface FileCoverage {
  readonly file: string;
  readonly lines: { readonly run: number; readonly all: number };
  readonly branches: { readonly taken: number; readonly all: number };
  /** Line and what was never so, such as `12: never false: amount > 0`. */
  readonly missing: readonly string[];
}

/** What the tests ran of each file, from the lines that were run. */
export function coverageOf(
  runLines: ReadonlyMap<string, ReadonlyMap<number, boolean>>,
  conditions: readonly Condition[],
): FileCoverage[] {
  const answers = runLines.get(BRANCHES_FILE) ?? new Map<number, boolean>();
  const arms = conditions.flatMap(({ file, line, text }, index) => {
    const { whenTrue, whenFalse } = linesOf(index);
    const arm = (way: string, at: number) => ({
      file,
      line,
      text: `never ${way}: ${text}`,
      taken: answers.get(at) === true,
    });
    return [arm("true", whenTrue), arm("false", whenFalse)];
  });
  return [...runLines.keys()]
    .filter((file) => file !== BRANCHES_FILE)
    .toSorted()
    .map((file) => {
      const lines = [...(runLines.get(file) ?? [])];
      const mine = arms.filter((arm) => arm.file === file);
      const open = mine.filter(({ taken }) => !taken);
      return {
        file,
        lines: { run: lines.filter(([, run]) => run).length, all: lines.length },
        branches: { taken: mine.length - open.length, all: mine.length },
        missing: [
          ...lines.filter(([, run]) => !run).map(([line]) => `${line}: never run`),
          ...open.map(({ line, text }) => `${line}: ${text.replaceAll(/\s+/g, " ")}`),
        ],
      };
    });
}
