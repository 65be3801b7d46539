import { existsSync } from "node:fs";
import { join } from "node:path";

/** A large package that `npm start` does without: tools/optional/package.json pins it. */
export interface OptionalTool {
  readonly name: string;
  /** What is left out without it. */
  readonly serves: string;
  /** A file or folder that is there once it is installed. */
  readonly file: string;
}

const PACKAGES = join(import.meta.dirname, "node_modules");

export const CHDB: OptionalTool = {
  name: "chdb",
  serves: "attribution in ClickHouse",
  // Its engine, in a package for each platform: without one chdb itself is of no use.
  file: join(PACKAGES, "@chdb"),
};

export const FORGE: OptionalTool = {
  name: "forge",
  serves: "mutation testing, which npm test does not run",
  file: join(PACKAGES, "@foundry-rs/forge-linux-amd64/bin/forge"),
};

export const SUPERFLUID: OptionalTool = {
  name: "Superfluid",
  serves: "tests with a SuperToken as currency",
  file: join(PACKAGES, "@superfluid-finance/ethereum-contracts"),
};

export function isInstalled({ file }: OptionalTool): boolean {
  return existsSync(file);
}
