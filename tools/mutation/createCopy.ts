import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { toText } from "./compileSources.ts";
import { ROOT } from "./Workspace.ts";

/**
 * A copy of the project with these contracts, in which Hardhat runs the Solidity tests.
 * @param config Its hardhat.config.ts.
 */
export async function createCopy(
  name: string,
  config: string,
  sources: ReadonlyMap<string, string>,
): Promise<string> {
  const folder = join(ROOT, "cache", name);
  // What was compiled stays: what did not change since is not compiled again.
  for (const part of ["contracts", "test", "coverage", "node_modules"]) {
    await rm(join(folder, part), { recursive: true, force: true });
  }
  await mkdir(folder, { recursive: true });
  for (const part of ["contracts", "test/solidity", "test/vectors", "package.json"]) {
    await cp(join(ROOT, part), join(folder, part), { recursive: true });
  }
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "hardhat.config.ts"), config);
  for (const [file, text] of sources) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), toText(text));
  }
  return folder;
}
