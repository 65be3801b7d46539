import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Edges } from "./findRings.ts";
import { roomOf } from "./roomOf.ts";

/** What dependency-cruiser found. */
export interface Imports {
  readonly files: Edges;
  /** The same between rooms. */
  readonly rooms: Edges;
  /** Imports that a rule on floors or rooms forbids. */
  readonly upward: readonly string[];
}

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

const ROOT = join(import.meta.dirname, "../..");
const FLOORS = ["core", "scripts", "frontend", "tools", "ignition", "generated"];
const UPWARD = /-floor$|-knows-its-place$|run(s?)-anywhere$/;

/** Reads all imports of a folder that holds the project, whichever version of it, by today's rules. */
export function readImports(folder: string): Imports {
  const floors = FLOORS.filter((floor) => existsSync(join(folder, floor)));
  const config = join(ROOT, ".dependency-cruiser.mjs");
  const { stdout, stderr } = spawnSync(
    "node",
    [join(ROOT, "node_modules/.bin/depcruise"), "-c", config, "-T", "json", ...floors],
    { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (!stdout.startsWith("{")) throw new Error(`dependency-cruiser told nothing: ${stderr}`);
  const { modules, summary }: Cruise = JSON.parse(stdout);
  const pairs = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }): [string, string] => [source, resolved]),
  );
  const ours = pairs.filter(([, to]) => FLOORS.some((floor) => to.startsWith(`${floor}/`)));
  const upward = summary.violations.filter(({ rule }) => UPWARD.test(rule.name));
  return {
    files: toEdges(ours),
    rooms: toEdges(ours.map(([from, to]) => [roomOf(from), roomOf(to)])),
    upward: [...new Set(upward.map(({ from, to }) => `${from} → ${to}`))],
  };
}

function toEdges(pairs: readonly (readonly [string, string])[]): Edges {
  const edges = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    if (from === to) continue;
    edges.set(from, (edges.get(from) ?? new Set()).add(to));
  }
  return edges;
}
