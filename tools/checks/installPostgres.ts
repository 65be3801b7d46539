import { execSync } from "node:child_process";
import { findPostgres } from "./findPostgres.ts";
import { isDebianRoot } from "./isDebianRoot.ts";

const INSTALL = "apt-get update && apt-get install -y --no-install-recommends postgresql";

/** Installs Debian's Postgres where that is possible. Returns what is left out without one, and why. */
export function installPostgres(): string | undefined {
  if (findPostgres() === undefined && isDebianRoot()) {
    console.log(`No Postgres found; installing Debian's: ${INSTALL}`);
    try {
      execSync(INSTALL, {
        stdio: "inherit",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    } catch (error) {
      console.log(String(error));
    }
  }
  if (findPostgres() !== undefined) return undefined;
  return "histories in a database (no Postgres is installed: apt-get install postgresql)";
}
