import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { HardhatRuntimeEnvironmentHooks } from "hardhat/types/hooks";
import { explainFailure } from "../../chain/explainFailure.ts";
import { answerCommandLine } from "./answerCommandLine.ts";
import { flagOf } from "./flagOf.ts";

const HARDHAT = fileURLToPath(new URL("cli.js", import.meta.resolve("hardhat")));

export default async (): Promise<Partial<HardhatRuntimeEnvironmentHooks>> => ({
  async created(_context, hre) {
    const [, script, ...typed] = process.argv;
    // Others that load Hardhat have command lines of their own.
    if (
      script === undefined ||
      !existsSync(script) ||
      realpathSync(script) !== realpathSync(HARDHAT)
    )
      return;
    const globals = Object.entries(hre.globalOptions);
    try {
      const answer = answerCommandLine({
        typed,
        rootTasks: hre.tasks.rootTasks,
        globalFlags: new Map([
          ...globals.map(([name, value]) => [flagOf(name), typeof value !== "boolean"] as const),
          ["-h", false],
          ["-v", true],
        ]),
        networks: Object.keys(hre.config.networks),
      });
      if (answer === undefined) return;
      process.stdout.write(`${answer}\n`);
      process.exit(0);
    } catch (error) {
      process.stderr.write(`${explainFailure(error, hre.globalOptions.network)}\n`);
      process.exit(1);
    }
  },
});
