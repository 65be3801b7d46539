/** The contracts as they are deployed, for gas is among the rules; few runs, for most of what is wrong shows soon. */
export const CONFIG = `import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "hardhat/config";
import { compileTogether } from "../../tools/checks/compileTogether.ts";

const compiler = {
  version: "0.8.37",
  path: fileURLToPath(import.meta.resolve("solc/soljson.js")),
  settings: { evmVersion: "cancun", viaIR: true, optimizer: { enabled: true, runs: 10_000 } },
};
const testCompiler = { ...compiler, settings: { evmVersion: "cancun", optimizer: { enabled: false } } };
const equityTestCompiler = { ...compiler, settings: { evmVersion: "cancun", optimizer: { enabled: false, runs: 1 } } };
const testCompilerOf = (file) => (file.includes("/equity/") ? equityTestCompiler : testCompiler);
const tests = globSync("test/solidity/**/*.sol", { cwd: import.meta.dirname });

export default defineConfig({
  plugins: [compileTogether],
  paths: { sources: "./contracts", tests: { solidity: "./test/solidity" } },
  solidity: {
    splitTestsCompilation: true,
    profiles: {
      default: { compilers: [compiler], overrides: Object.fromEntries(tests.map((file) => [file, testCompilerOf(file)])) },
    },
  },
  networks: { default: { type: "edr-simulated", hardfork: "osaka" } },
  test: {
    solidity: {
      coinbase: process.env.MUTANT,
      fuzz: { runs: 64, seed: "0x1" },
      invariant: { runs: 8, depth: 128, failOnRevert: true },
    },
  },
});
`;
