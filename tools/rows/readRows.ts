import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Mutant } from "../mutation/Mutant.ts";
import { ROWS } from "./ROWS.ts";
import { readPatch } from "./readPatch.ts";
import { type Contracts, toMutant } from "./toMutant.ts";

/** Every patch of this folder as a mutant, in the order of the rows; each row has one, or says why not. */
export function readRows(contracts: Contracts): Mutant[] {
  const names = globSync("*.patch", { cwd: import.meta.dirname }).map((file) =>
    basename(file, ".patch"),
  );
  const ordered = ROWS.flatMap(({ id, without }) => {
    const mine = names.filter((name) => idOf(name) === id).toSorted();
    if (mine.length > 0 === (without === undefined)) return mine;
    throw new Error(`${id} has ${mine.length} patches in tools/rows; ROWS.ts says otherwise.`);
  });
  const stray = names.find((name) => !ordered.includes(name));
  if (stray !== undefined) throw new Error(`ROWS.ts has no row of ${stray}.patch.`);
  return ordered.map((name, index) => {
    const text = readFileSync(join(import.meta.dirname, `${name}.patch`), "utf8");
    return toMutant(name, index + 1, readPatch(text), contracts);
  });
}

/** The row that a patch is of. */
export function idOf(name: string): string {
  return name.slice(0, name.indexOf("-"));
}
