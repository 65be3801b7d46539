import { inspect, isDeepStrictEqual } from "node:util";
import type { PostingWorld, Totals } from "./openPostingWorld.ts";

/** Runs a poster from its start. It calls `observe` at each step, and ends there if that throws. */
export type Run = (journal: string, observe: (step: string) => void) => Promise<unknown>;

/** A process that ended: nothing of it goes on. */
class Crash extends Error {}

/**
 * Crashes a poster at every step in turn, then runs it again to its end; with `depth` 2, crashes the second run as well, at
 * every step of it. Returns what was wrong with the chain in the end, by where it crashed.
 */
export async function crashEverywhere(
  world: PostingWorld,
  run: Run,
  depth: 1 | 2,
): Promise<{ faults: string[]; plays: number }> {
  const faults: string[] = [];
  const clean = await play(world, run, []);
  let plays = 0;
  const check = async (crashes: readonly number[]) => {
    const { names, totals, steps } = await play(world, run, crashes);
    const fault = findFault(totals, clean.totals);
    if (fault !== undefined) faults.push(`${names.join(", then ")}: ${fault}`);
    plays++;
    return steps;
  };
  for (let first = 0; first < clean.steps; first++) {
    const steps = await check([first]);
    for (let second = 0; depth === 2 && second < steps; second++) await check([first, second]);
  }
  return { faults, plays };
}

interface Played {
  /** The steps at which it crashed. */
  readonly names: readonly string[];
  /** Steps of the last run. */
  readonly steps: number;
  readonly totals: Totals | string;
}

async function play(world: PostingWorld, run: Run, crashes: readonly number[]): Promise<Played> {
  await world.restore();
  const journal = world.newJournal();
  const names: string[] = [];
  for (const crash of crashes) names.push(await crashAt(run, journal, crash));
  let steps = 0;
  try {
    await run(journal, () => {
      steps++;
    });
    return { names, steps, totals: await world.read() };
  } catch (error) {
    return { names, steps, totals: String(error) };
  }
}

async function crashAt(run: Run, journal: string, crash: number): Promise<string> {
  let reached = 0;
  let name = "no step";
  try {
    await run(journal, (step) => {
      if (reached === crash) name = step;
      if (reached >= crash) throw new Crash(step);
      reached++;
    });
  } catch (error) {
    if (!(error instanceof Crash)) return `${name} (before it: ${String(error)})`;
  }
  return name;
}

function findFault(totals: Totals | string, expected: Totals | string): string | undefined {
  return isDeepStrictEqual(totals, expected)
    ? undefined
    : `${inspect(totals)} instead of ${inspect(expected)}`;
}
