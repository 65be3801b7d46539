import type { Simulation } from "../Simulation.ts";
import { OPERATOR, type Source } from "./Source.ts";

const COLORS = 8;

/** The sources of all rows in the order in which they first earned, and the operator last. */
export function sourcesOf(simulations: readonly Simulation[]): readonly Source[] {
  const names = new Set(simulations.flatMap(({ rows }) => rows.map(({ source }) => source)));
  const sources = [...names].map((name, index) => ({ name, color: `var(--c${index % COLORS})` }));
  return [...sources, OPERATOR];
}
