import { defineConfig } from "@wagmi/cli";
import { hardhat } from "@wagmi/cli/plugins";

/** The contracts whose ABIs the scripts and the pages use. */
const CONTRACTS = [
  "Program",
  "ProgramFactory",
  "ProgramReader",
  "TermsValidator",
  "TestToken",
  "EquityPlan",
  "EquityPlanFactory",
];

export default defineConfig({
  out: "generated/abis.ts",
  plugins: [
    hardhat({
      project: ".",
      include: CONTRACTS.map((name) => `${name}.json`),
      // Only reads the artifacts: `npm run generate` compiles first.
      commands: { clean: false, build: false, rebuild: false },
    }),
  ],
});
