import { writeFile } from "node:fs/promises";
import { overrideTask } from "hardhat/config";
import type { TestRunResult, TestSummary } from "hardhat/types/test";
import type { Result } from "hardhat/types/utils";

/** Hardhat fills in the summary of a run only under `hardhat test`; its suites are complete. */
interface SolidityTestRun extends TestRunResult {
  suiteResults: { testResults: { status: "Success" | "Failure" | "Skipped" }[] }[];
}

export type TestCountReport = Pick<TestSummary, "passed" | "failed" | "skipped">;

/** Makes `hardhat test solidity` also write its counts to `TEST_SUMMARY_FILE`, where that is set. */
export const recordSolidityTestSummary = overrideTask(["test", "solidity"])
  .setInlineAction(async (taskArguments, _hre, runSuper) => {
    const result: Result<SolidityTestRun, SolidityTestRun> = await runSuper(taskArguments);
    const file = process.env.TEST_SUMMARY_FILE;
    if (file !== undefined) {
      await writeFile(file, JSON.stringify(count(result.success ? result.value : result.error)));
    }
    return result;
  })
  .build();

function count({ suiteResults }: SolidityTestRun): TestCountReport {
  const statuses = suiteResults.flatMap(({ testResults }) => testResults.map((t) => t.status));
  const having = (status: string) => statuses.filter((found) => found === status).length;
  return { passed: having("Success"), failed: having("Failure"), skipped: having("Skipped") };
}
