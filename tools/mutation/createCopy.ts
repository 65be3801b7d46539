import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { toText } from "../mutation/compileSources.ts";
import { ROOT } from "../mutation/Workspace.ts";

/** Compiled as little as stacks allow, so that what runs is what is written. */
const CONFIG = `import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "hardhat/config";

const compiler = {
  version: "0.8.37",
  path: fileURLToPath(import.meta.resolve("solc/soljson.js")),
  settings: {
    evmVersion: "cancun",
    viaIR: true,
    optimizer: { enabled: true, runs: 1, details: { yul: true, yulDetails: { stackAllocation: true, optimizerSteps: "u:" } } },
  },
};
const testCompiler = { ...compiler, settings: { evmVersion: "cancun", optimizer: { enabled: false } } };
const tests = globSync("test/solidity/**/*.t.sol", { cwd: import.meta.dirname });
const quick = tests.filter((file) => !file.includes("/libraries/"));

export default defineConfig({
  paths: { sources: "./contracts", tests: { solidity: "./test/solidity" } },
  solidity: {
    splitTestsCompilation: true,
    profiles: {
      default: { compilers: [compiler], overrides: Object.fromEntries(quick.map((file) => [file, testCompiler])) },
    },
  },
  networks: { default: { type: "edr-simulated", hardfork: "osaka" } },
  coverage: { skipFiles: ["contracts/mocks/**", "contracts/interfaces/**"] },
  test: { solidity: { fuzz: { runs: 64 }, invariant: { runs: 16, depth: 128 } } },
});
`;

/** A copy of the project with these contracts, in which Hardhat runs the Solidity tests. */
export async function createCopy(sources: ReadonlyMap<string, string>): Promise<string> {
  const folder = join(ROOT, "cache", "coverage");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const part of ["contracts", "test/solidity", "package.json"]) {
    await cp(join(ROOT, part), join(folder, part), { recursive: true });
  }
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "hardhat.config.ts"), CONFIG);
  for (const [file, text] of sources) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), toText(text));
  }
  return folder;
}
