import type { Program } from "../../chain/openProgram.ts";

/** What a number in the tables stands for. */
export interface NamedNumber {
  readonly what: "kind" | "role" | "line" | "pool" | "tier" | "milestone";
  readonly number: number;
  readonly name: string;
}

/** The names of what the terms in force number. Amendments add to them, and never change one. */
export function readNames({ terms }: Pick<Program, "terms">): NamedNumber[] {
  const { kinds, roles, standing, pools, tiers, milestones } = terms;
  const lists = [
    ["kind", kinds],
    ["role", roles.map(({ name }) => name)],
    ["line", standing.map(({ name }) => name)],
    ["pool", pools.map(({ name }) => name)],
    ["tier", tiers],
    ["milestone", milestones.map(({ name }) => name)],
  ] as const;
  return lists.flatMap(([what, names]) => names.map((name, number) => ({ what, number, name })));
}
