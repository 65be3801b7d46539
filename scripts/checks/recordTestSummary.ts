import { writeFile } from "node:fs/promises";
import { overrideTask } from "hardhat/config";
import type { TestRunResult } from "hardhat/types/test";
import type { Result } from "hardhat/types/utils";

/** Makes Hardhat's test tasks also write their counts to `TEST_SUMMARY_FILE`, where that is set. */
export const recordTestSummary = ["solidity", "mocha"].map((runner) =>
  overrideTask(["test", runner])
    .setInlineAction(async (taskArguments, _hre, runSuper) => {
      const result: Result<TestRunResult, TestRunResult> = await runSuper(taskArguments);
      const file = process.env.TEST_SUMMARY_FILE;
      if (file !== undefined) {
        const { summary } = result.success ? result.value : result.error;
        await writeFile(file, JSON.stringify(summary));
      }
      return result;
    })
    .build(),
);
