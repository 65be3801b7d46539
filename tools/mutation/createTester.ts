import type { Mutant } from "./Mutant.ts";
import { type Baseline, INVARIANTS, UNITS } from "./measureTests.ts";
import { runTests } from "./runTests.ts";

export type Verdict = "killed" | "survived" | "timed out";

export interface Tester {
  /** Runs the tests with one mutant on, until one fails. */
  test(mutant: Mutant): Promise<Verdict>;
}

/** Of the processor, for one stage: several times what the longest takes. An endless loop ends earlier, at the limit of gas. */
const MOST_SECONDS = 900;

/** As many of the tests that killed other mutants of a file are asked first. */
const MOST_KILLERS = 8;

/**
 * Tests mutants: first by what killed others of the same file, then by all quick tests. What survives meets the slow ones, and
 * at last the invariants.
 */
export function createTester(folder: string, baseline: Baseline): Tester {
  const killers = new Map<string, readonly string[]>();
  return {
    async test({ number, file }) {
      const first = killers.get(file) ?? [];
      for (const stage of stagesOf(first, baseline)) {
        const args = ["--fail-fast", ...stage];
        const run = await runTests({ folder, number, args, seconds: MOST_SECONDS });
        if (run.timedOut) return "timed out";
        if (run.succeeded) continue;
        killers.set(file, withKiller(first, run.output));
        return "killed";
      }
      return "survived";
    },
  };
}

/** The test that failed goes to the front; what every test starts from, and invariants, are no tests to ask first. */
function withKiller(killers: readonly string[], output: string): readonly string[] {
  if (!/^\[FAIL/m.test(output)) throw new Error(`Forge failed, and no test did:\n${output}`);
  // A line of its own where it is an invariant, after the calls that led there.
  const killer = /^\[FAIL.*\] (test\w*)\(/m.exec(output)?.[1];
  if (killer === undefined) return killers;
  return [killer, ...killers.filter((name) => name !== killer)].slice(0, MOST_KILLERS);
}

function stagesOf(killers: readonly string[], { failing, slow }: Baseline): string[][] {
  const units = [...UNITS, "--fuzz-runs", "32"];
  return [
    ...(killers.length > 0
      ? [[...units, "--match-test", anyOf(killers), ...without(failing)]]
      : []),
    [...units, ...without([...failing, ...slow])],
    ...(slow.length > 0 ? [[...units, "--match-test", anyOf(slow), ...without(failing)]] : []),
    INVARIANTS,
  ];
}

function without(names: readonly string[]): string[] {
  return names.length > 0 ? ["--no-match-test", anyOf(names)] : [];
}

function anyOf(names: readonly string[]): string {
  return `^(${names.join("|")})\\(`;
}
