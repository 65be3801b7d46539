/** Optimised, which halves the time to compile: what counts a line is a call, and none is ever left out. */
export const CONFIG = `import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "hardhat/config";
import { compileTogether } from "../../tools/checks/compileTogether.ts";
import { instrumentOnce } from "../../tools/coverage/instrumentOnce.ts";

const compiler = {
  version: "0.8.37",
  path: fileURLToPath(import.meta.resolve("solc/soljson.js")),
  settings: { evmVersion: "cancun", viaIR: true, optimizer: { enabled: true, runs: 1 } },
};
const testCompiler = { ...compiler, settings: { evmVersion: "cancun", optimizer: { enabled: false } } };
const equityTestCompiler = { ...compiler, settings: { evmVersion: "cancun", optimizer: { enabled: false, runs: 1 } } };
const testCompilerOf = (file) => (file.includes("/equity/") ? equityTestCompiler : testCompiler);
const tests = globSync("test/solidity/**/*.sol", { cwd: import.meta.dirname });
const quick = tests.filter((file) => !file.includes("/libraries/"));

export default defineConfig({
  plugins: [compileTogether, instrumentOnce],
  paths: { sources: "./contracts", tests: { solidity: "./test/solidity" } },
  solidity: {
    splitTestsCompilation: true,
    profiles: {
      default: { compilers: [compiler], overrides: Object.fromEntries(quick.map((file) => [file, testCompilerOf(file)])) },
    },
  },
  networks: { default: { type: "edr-simulated", hardfork: "osaka" } },
  coverage: { skipFiles: ["contracts/mocks/**", "contracts/interfaces/**"] },
  test: { solidity: { fsPermissions: { readFile: ["test/vectors/batches.json"] }, fuzz: { runs: 64 }, invariant: { runs: 16, depth: 128 } } },
});
`;
