import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatToolboxViem from "@nomicfoundation/hardhat-toolbox-viem";
import { configVariable, defineConfig } from "hardhat/config";
import { commandLine } from "./scripts/cli/help/commandLine.ts";
import { tasks } from "./scripts/cli/tasks.ts";
import { compileTogether } from "./tools/checks/compileTogether.ts";
import { quietPackages } from "./tools/checks/quietPackages.ts";
import { recordSolidityTestSummary } from "./tools/checks/recordSolidityTestSummary.ts";
import { storedOutput } from "./tools/solc/storedOutput.ts";

const compiler = {
  version: "0.8.37",
  path: fileURLToPath(import.meta.resolve("solc/soljson.js")),
  settings: {
    evmVersion: "cancun",
    viaIR: true,
    optimizer: { enabled: true, runs: 10_000 },
  },
};

// Tests are compiled in a quarter of the time; the contracts they deploy are compiled as ever.
const testCompiler = {
  ...compiler,
  settings: { evmVersion: "cancun", optimizer: { enabled: false } },
};
// In one go the compiler could not write all that it makes of the tests: those of equity plans go apart, by a setting without effect.
const equityTestCompiler = {
  ...compiler,
  settings: { evmVersion: "cancun", optimizer: { enabled: false, runs: 1 } },
};
// Run once for each program, or off chain: small rather than cheap, with room under EIP-170.
const smallCompiler = {
  ...compiler,
  settings: { ...compiler.settings, optimizer: { enabled: true, runs: 200 } },
};
const fsPermissions = { readFile: ["test/vectors/batches.json"] };
const tests = globSync("test/solidity/**/*.sol", { cwd: import.meta.dirname });
const overrides = {
  ...Object.fromEntries(
    tests.map((file) => [file, file.includes("/equity/") ? equityTestCompiler : testCompiler]),
  ),
  "contracts/terms/TermsValidator.sol": smallCompiler,
  "contracts/reader/PartyReader.sol": smallCompiler,
  "contracts/reader/ProgramReader.sol": smallCompiler,
};

export default defineConfig({
  plugins: [
    hardhatToolboxViem,
    hardhatMocha,
    compileTogether,
    quietPackages,
    storedOutput,
    commandLine,
  ],
  tasks: [...tasks, recordSolidityTestSummary],
  paths: {
    sources: "./contracts",
    tests: { solidity: "./test/solidity", mocha: "./test/integration" },
  },
  solidity: {
    // Scripts and integration tests need the contracts only: Solidity tests are compiled apart.
    splitTestsCompilation: true,
    // The benchmark compares with it.
    npmFilesToBuild: ["@openzeppelin/contracts-v4/finance/PaymentSplitter.sol"],
    // Verification hands in the profile `production`: what is deployed must be compiled with it.
    profiles: {
      default: { compilers: [compiler], overrides },
      production: { compilers: [compiler], overrides, isolated: false },
    },
  },
  networks: {
    default: { type: "edr-simulated", hardfork: "osaka" },
    localhost: { type: "http", url: process.env.LOCALHOST_RPC_URL || "http://127.0.0.1:8545" },
    sepolia: {
      type: "http",
      chainType: "l1",
      url: configVariable("SEPOLIA_RPC_URL"),
      accounts: [configVariable("SEPOLIA_PRIVATE_KEY")],
    },
    base: {
      type: "http",
      chainType: "op",
      url: configVariable("BASE_RPC_URL"),
      accounts: [configVariable("BASE_PRIVATE_KEY")],
    },
  },
  // `program verify`; Blockscout and Sourcify want no key.
  verify: { etherscan: { apiKey: configVariable("ETHERSCAN_API_KEY") } },
  test: {
    mocha: {
      timeout: 120_000,
      forbidPending: true,
      reporter: fileURLToPath(import.meta.resolve("./tools/checks/countingMochaReporter.cjs")),
    },
    solidity: {
      profiles: {
        default: {
          fsPermissions,
          fuzz: { runs: 256 },
          invariant: { runs: 256, depth: 128, failOnRevert: true },
        },
        long: {
          fsPermissions,
          fuzz: { runs: 10_000 },
          invariant: { runs: 1_000, depth: 512, failOnRevert: true },
        },
      },
    },
  },
});
