import { runTests } from "./runTests.ts";

/** How the tests fare while no mutant is on. */
export interface Baseline {
  /** Fail all the same, for what the switches cost. They say nothing about a mutant. */
  readonly failing: readonly string[];
  /** Take long, and are asked last. */
  readonly slow: readonly string[];
}

interface SuiteReport {
  readonly test_results: Readonly<
    Record<string, { status: string; reason: string | null; duration: string }>
  >;
}

/** Each checks every rule, of a program and of an equity plan. */
export const INVARIANTS = [
  "--match-path",
  "test/solidity/{invariants/Conserved,equity/invariants/PlanRules}.t.sol",
  "--match-test",
  "^invariant_",
];

/** All but the invariants and the gas snapshots. */
export const UNITS = [
  "--no-match-path",
  "test/solidity/{invariants,equity/invariants,gas}/**",
] as const;

/** Above this a test waits until all others had their say. */
const SLOW_SECONDS = 0.15;

const SECONDS: Readonly<Record<string, number>> = { s: 1, ms: 1e-3, µs: 1e-6, ns: 1e-9, m: 60 };

/** Runs all but the gas snapshots with no mutant on. */
export async function measureTests(folder: string): Promise<Baseline> {
  const invariants = await runTests({ folder, number: 0, args: INVARIANTS });
  if (!invariants.succeeded) throw new Error(`The invariants fail:\n${invariants.output}`);
  const args = ["--json", ...UNITS, "--fuzz-runs", "32"];
  const { output } = await runTests({ folder, number: 0, args });
  const start = output.indexOf('{"test/');
  if (start < 0) throw new Error(`The tests do not run:\n${output}`);
  const report = JSON.parse(output.slice(start, output.lastIndexOf("}") + 1)) as Record<
    string,
    SuiteReport
  >;
  const results = Object.values(report).flatMap((suite) => Object.entries(suite.test_results));
  for (const [suite, { test_results }] of Object.entries(report)) {
    const failure = test_results["setUp()"]?.reason;
    // It would fail with each mutant on, and so each would count as killed.
    if (failure !== undefined) throw new Error(`${suite} cannot be set up: ${failure}`);
  }
  const named = (chosen: typeof results) => [
    ...new Set(chosen.map(([signature]) => signature.replace(/\(.*/, ""))),
  ];
  return {
    failing: named(results.filter(([, { status }]) => status !== "Success")),
    slow: named(results.filter(([, { duration }]) => toSeconds(duration) > SLOW_SECONDS)),
  };
}

/** From "1s 20ms 3µs 400ns". */
function toSeconds(duration: string): number {
  const parts = duration.matchAll(/([\d.]+)(ms|µs|ns|s|m)/g);
  return [...parts].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit ?? ""] ?? 0),
    0,
  );
}
