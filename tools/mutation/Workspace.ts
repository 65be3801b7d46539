import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toText } from "./compileSources.ts";

export const ROOT = join(import.meta.dirname, "../..");

/** A copy of the project in which forge compiles changed contracts and runs the tests. */
export interface Workspace {
  readonly folder: string;
  /** Puts these contracts in place of all that were there. */
  write(sources: ReadonlyMap<string, string>): Promise<void>;
}

const CONFIG = `[profile.default]
src = "contracts"
test = "test/solidity"
libs = ["node_modules"]
remappings = ["@openzeppelin/=node_modules/@openzeppelin/"]
solc = "./solc.cjs"
evm_version = "cancun"
via_ir = true
bytecode_hash = "none"
offline = true
gas_limit = 1500000000
memory_limit = 1073741824
fs_permissions = [{ access = "read", path = "test/vectors" }]
out = "out"
cache_path = "cache"
[profile.default.lint]
lint_on_build = false
[profile.default.fuzz]
seed = "0x1"
[profile.default.invariant]
runs = 4
depth = 128
`;

export async function createWorkspace(name: string): Promise<Workspace> {
  const folder = join(ROOT, "cache", name);
  // What forge compiled stays: what did not change since is not compiled again.
  for (const part of ["contracts", "test", "node_modules", "runs"]) {
    await rm(join(folder, part), { recursive: true, force: true });
  }
  await mkdir(folder, { recursive: true });
  await cp(join(ROOT, "test/solidity"), join(folder, "test/solidity"), { recursive: true });
  await cp(join(ROOT, "test/vectors"), join(folder, "test/vectors"), { recursive: true });
  await cp(join(ROOT, "contracts"), join(folder, "contracts"), { recursive: true });
  await cp(join(ROOT, "tools/mutation/solc.cjs"), join(folder, "solc.cjs"));
  await cp(join(ROOT, "tools/mutation/Switch.sol"), join(folder, "contracts/Switch.sol"));
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "foundry.toml"), CONFIG);
  return {
    folder,
    async write(sources) {
      for (const [file, bytes] of sources) await writeFile(join(folder, file), toText(bytes));
    },
  };
}
