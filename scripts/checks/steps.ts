/** One step of `npm test`. */
export interface Step {
  readonly name: string;
  /** A command line, run in the project's root with `node_modules/.bin` on the PATH. */
  readonly command: string;
  /** The runner whose tests the step counts; a step without one is a single check. */
  readonly runner?: "hardhat" | "playwright";
  /** Every later step builds on this one: when it fails, they are not run and count as failed. */
  readonly gate?: true;
  /** Runs while the step before it does, and after others that do: has nothing to do with it. */
  readonly beside?: true;
}

/** What `npm test` runs, in order. */
export const steps: readonly Step[] = [
  { name: "lockfile", command: "node scripts/complete-lock.mjs --check" },
  { name: "format and lint: TypeScript", command: "biome check ." },
  { name: "unused code and dependencies", command: "knip" },
  { name: "compile", command: "hardhat build --no-tests", gate: true },
  // The compiler takes one core for a minute or two.
  { name: "lint: Solidity", command: "npm run --silent lint:sol", beside: true },
  { name: "proofs of the accounting core", command: "node scripts/prove.ts", beside: true },
  {
    name: "generated files are current",
    command: "node scripts/checks/generatedFilesAreCurrent.ts",
  },
  { name: "types", command: "tsc --noEmit" },
  { name: "types: frontend", command: "tsc --noEmit -p frontend" },
  {
    name: "storage layouts agree",
    command: "node scripts/checks/storageLayoutsAgree.ts",
  },
  {
    name: "branch trees have their tests",
    command: "node scripts/checks/branchTreesAreTested.ts",
  },
  {
    name: "Solidity tests and gas snapshots",
    command: "hardhat test solidity --snapshot-check",
    runner: "hardhat",
  },
  { name: "integration tests", command: "hardhat test mocha", runner: "hardhat" },
  {
    name: "model, contract against model, roles, attribution, input",
    command:
      "hardhat test mocha test/model/*.test.ts test/access/*.test.ts test/attribution/*.test.ts test/input/*.test.ts test/feed/*.test.ts",
    runner: "hardhat",
  },
  { name: "Chromium for the browser tests", command: "node scripts/checks/installChromium.ts" },
  { name: "browser tests", command: "playwright test --reporter=list,json", runner: "playwright" },
];
