/** One step of `npm test`, or one that is run by its name alone. */
export interface Step {
  /** As in `npm run check -- types`. */
  readonly name: string;
  readonly does: string;
  /** A command line, run in the project's root with `node_modules/.bin` on the PATH. */
  readonly command: string;
  /** The runner whose tests the step counts; a step without one is a single check. */
  readonly runner?: "hardhat" | "playwright";
  /** Every later step builds on this one: when it fails, they are not run and count as failed. */
  readonly gate?: true;
  /** Runs while the step before it does, and after others that do: has nothing to do with it. */
  readonly beside?: true;
}

const FLOORS = "core scripts frontend tools ignition generated hardhat.config.ts";
const SOLIDITY = '"{contracts,test}/**/*.sol"';
const FOLDERS = ["core", "spec", "access", "attribution", "input", "posting", "tools"];

/** What `npm test` runs, in order. */
export const STEPS: readonly Step[] = [
  {
    name: "lock",
    does: "package-lock.json installs alike on every platform",
    command: "node tools/complete-lock.mjs --check",
  },
  { name: "lint", does: "format and lint of TypeScript", command: "biome check ." },
  { name: "unused", does: "unused code and dependencies", command: "knip" },
  {
    name: "imports",
    does: "no circles, and every import keeps to its floor",
    command: `depcruise ${FLOORS}`,
  },
  {
    name: "names",
    does: "explorers have a name for every parameter and answer of the contracts",
    command: "node tools/checks/namesAreShown.ts",
  },
  {
    name: "compile",
    does: "the contracts compile",
    command: "hardhat build --no-tests --force",
    gate: true,
  },
  // The compiler takes one core for a minute or two.
  {
    name: "compiled",
    does: "generated/solc holds what the compiler makes of the contracts",
    command: "node tools/solc/checkOutputs.ts",
  },
  {
    name: "lint:solidity",
    does: "format and lint of Solidity",
    command: `solhint --max-warnings 0 --noPoster --disc "contracts/**/*.sol" && prettier --check ${SOLIDITY}`,
    beside: true,
  },
  {
    name: "proofs",
    does: "proofs of the accounting core",
    command: "node tools/prove.ts",
    beside: true,
  },
  {
    name: "generated",
    does: "generated files are current",
    command: "node tools/checks/generatedFilesAreCurrent.ts",
  },
  {
    name: "types",
    does: "types; core's without Node",
    command: "tsc --noEmit && tsc --noEmit -p core",
  },
  { name: "types:frontend", does: "types of the pages", command: "tsc --noEmit -p frontend" },
  {
    name: "storage",
    does: "Program, EquityPlan and their modules agree on where storage lies",
    command: "node tools/checks/storageLayoutsAgree.ts",
  },
  {
    name: "trees",
    does: "branch trees have their tests",
    command: "node tools/checks/branchTreesAreTested.ts",
  },
  {
    name: "solidity",
    does: "Solidity tests and gas snapshots",
    command: "hardhat test solidity --snapshot-check",
    runner: "hardhat",
  },
  {
    name: "optional",
    does: "chdb, forge, Superfluid and Postgres are installed where they can be",
    command: "node tools/checks/installOptional.ts",
  },
  {
    name: "integration",
    does: "commands on a chain",
    command: "hardhat test mocha",
    runner: "hardhat",
  },
  {
    name: "spec",
    does: "core, the contract against the spec, roles, attribution, input, posting",
    command: `hardhat test mocha ${FOLDERS.map((folder) => `test/${folder}/*.test.ts`).join(" ")}`,
    runner: "hardhat",
  },
  {
    name: "compatibility",
    does: "Safes, smart accounts, DAOs, USDC and others in every role they can play",
    command: "hardhat test mocha test/compatibility/*.test.ts",
    runner: "hardhat",
  },
  {
    name: "documents",
    does: "every command and figure of README.md, docs/ and the examples",
    command: "hardhat test mocha test/documents/*.test.ts",
    runner: "hardhat",
  },
  {
    name: "chromium",
    does: "a Chromium for the browser tests",
    command: "node tools/checks/installChromium.ts",
  },
  {
    name: "browser",
    does: "browser tests",
    command: "playwright test --reporter=list,json",
    runner: "playwright",
  },
];

/** What only its name runs. */
export const OTHER_STEPS: readonly Step[] = [
  {
    name: "faults",
    does: "the fuzz finds five faults put into the arithmetic of the deal",
    command: "node tools/fuzz-faults.ts",
  },
  {
    name: "solidity:long",
    does: "Solidity tests with 40 times the fuzz runs; hours",
    command: "hardhat test solidity --test-profile long",
    runner: "hardhat",
  },
  {
    name: "snapshots",
    does: "writes the gas snapshots anew; commit them",
    command: "hardhat test solidity --snapshot",
    runner: "hardhat",
  },
  {
    name: "screenshots",
    does: "takes README.md's pictures of the site anew; commit them",
    command: "hardhat run tools/docs/takeScreenshots.ts",
  },
];
