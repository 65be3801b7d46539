import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Where Debian puts it: a folder for each version. */
const ROOT = "/usr/lib/postgresql";

/** The folder with the programs of the newest Postgres that Debian's packages have installed; undefined where there is none. */
export function findPostgres(): string | undefined {
  if (!existsSync(ROOT)) return undefined;
  return readdirSync(ROOT)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(ROOT, version, "bin"))
    .find((programs) => existsSync(join(programs, "initdb")));
}
