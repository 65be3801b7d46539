import { countTransitions } from "../../scripts/attribution/countTransitions.ts";
import { removalEffects } from "../../scripts/attribution/removalEffects.ts";
import { shapleyConversions } from "../../scripts/attribution/shapleyConversions.ts";
import { shapleyRate } from "../../scripts/attribution/shapleyRate.ts";
import { createPaths } from "./createPaths.ts";

// `npm run bench -- models`: how long the models over paths take for a million paths in memory, counting included, and the most
// memory of the whole process. Each is run once, with no warming up. Fails above a bar, which is of CPU time: what else the
// machine does at the time does not count.

const PATHS = 1_000_000;

interface Case {
  readonly name: string;
  readonly channels: number;
  /** The most CPU seconds it may take. */
  readonly bar?: number;
  readonly run: (paths: ReturnType<typeof createPaths>, tell: (part: string) => void) => unknown;
}

const cases: readonly Case[] = [
  { name: "markov, order 1", channels: 12, bar: 0.3, run: markovOf(1) },
  { name: "markov, order 1", channels: 500, bar: 1.2, run: markovOf(1) },
  { name: "markov, order 2", channels: 12, run: markovOf(2) },
  { name: "shapley, conversions", channels: 500, run: shapleyConversions },
  { name: "shapley, rate", channels: 20, bar: 0.4, run: shapleyRate },
  { name: "shapley, rate", channels: 24, run: shapleyRate },
];

for (const { name, channels, bar, run } of cases) {
  const paths = createPaths(channels, PATHS);
  const cpu = process.cpuUsage();
  const started = performance.now();
  const parts: string[] = [];
  run(paths, (part) => parts.push(`${part} ${secondsSince(started)} s`));
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const busy = (user + system) / 1e6;
  const allowed = bar === undefined ? "" : ` (allowed: ${bar} s)`;
  const detail = [`${seconds.toFixed(2)} s in all`, ...parts].join(", ");
  console.log(`${name}, ${channels} channels: CPU ${busy.toFixed(2)} s${allowed}; ${detail}`);
  if (bar !== undefined && busy > bar) process.exitCode = 1;
}
const peak = Math.round(process.resourceUsage().maxRSS / 1_024);
console.log(`${PATHS} paths each; ${peak} MiB at most, with making the paths`);

function markovOf(order: 1 | 2): Case["run"] {
  return (paths, tell) => {
    const transitions = countTransitions(paths, order);
    tell("counted after");
    return removalEffects(transitions);
  };
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1_000).toFixed(2);
}
