import { defineConfig } from "@wagmi/cli";
import { hardhat } from "@wagmi/cli/plugins";

/** The contracts whose ABIs the scripts and the pages use; each in a file of its own, so that a page fetches those that it uses. */
const CONTRACTS = [
  "Program",
  "ProgramFactory",
  "ProgramReader",
  "TermsValidator",
  "TestToken",
  "EquityPlan",
  "EquityPlanFactory",
];

export default defineConfig(
  CONTRACTS.map((name) => ({
    out: `generated/abis/${name}.ts`,
    plugins: [
      hardhat({
        project: ".",
        include: [`${name}.json`],
        // Only reads the artifacts: `npm run generate` compiles first.
        commands: { clean: false, build: false, rebuild: false },
      }),
    ],
  })),
);
