import fc from "fast-check";
import type { Chain } from "./openChain.ts";
import { runScenario } from "./runScenario.ts";
import type { Scenario } from "./scenario.ts";

export interface ScenarioCheck {
  readonly name: string;
  readonly scenarios: fc.Arbitrary<Scenario>;
  /** How many sales to compare at least. */
  readonly cases: number;
  readonly seed: number;
}

const SCENARIOS_PER_ROUND = 20;
const PROGRESS_EVERY = 2_000;

/**
 * Plays random scenarios until enough sales are compared, and shows how far it is. Throws the
 * smallest scenario it finds in which contract and spec differ, as JSON.
 */
export async function checkScenarios(chain: Chain, check: ScenarioCheck): Promise<void> {
  const { name, scenarios, cases, seed } = check;
  const counts = { sales: 0, programs: 0, refusedTerms: 0 };
  const show = () =>
    console.log(
      `      ${counts.sales} of ${cases} sales ${name}, on ${counts.programs} programs; ${counts.refusedTerms} terms refused`,
    );
  let shown = performance.now();
  for (let round = 0; counts.sales < cases; round += 1) {
    const property = fc.asyncProperty(scenarios, async (scenario) => {
      const { sales, refusedTerms } = await runScenario(chain, scenario);
      counts.sales += sales;
      counts.programs += 1 - refusedTerms;
      counts.refusedTerms += refusedTerms;
      if (performance.now() - shown < PROGRESS_EVERY) return;
      shown = performance.now();
      show();
    });
    // Each round has its own seed, so that a failure is found again in its first round.
    const details = await fc.check(property, {
      ...{ numRuns: SCENARIOS_PER_ROUND, seed: seed + round },
      // The first scenario will do where only whether there is one is asked.
      endOnFailure: process.env.FUZZ_SHRINK === "no",
    });
    if (details.failed) {
      console.log(
        `      Found with ${counts.sales} sales ${name} on ${counts.programs + 1} programs.`,
      );
      throw new Error(explain(details, seed + round));
    }
  }
  show();
}

function explain(details: fc.RunDetails<[Scenario]>, seed: number): string {
  const cause = details.errorInstance;
  return [
    cause instanceof Error ? (cause.stack ?? cause.message) : `${cause}`,
    `The smallest such scenario, after ${details.numShrinks} steps:`,
    toJson(details.counterexample?.[0]),
    `To see it again: npm run fuzz:differential -- --seed ${seed}`,
  ].join("\n");
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}` : part), 1);
}
