import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readTestCounts, type TestCounts } from "./readTestCounts.ts";
import type { Step } from "./steps.ts";

export interface StepResult {
  readonly name: string;
  readonly succeeded: boolean;
  readonly seconds: number;
  /** What its runner counted; undefined for a step that is a single check. */
  readonly tests: TestCounts | undefined;
  /** What it printed, where that was kept. */
  readonly output: string;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a step, with its output shown as it comes, or kept. */
export async function runStep(step: Step, outputIs: "shown" | "kept"): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-check-"));
  const report = join(folder, "report.json");
  const started = performance.now();
  try {
    const { status, output } = await runCommand(step.command, report, outputIs);
    const counted =
      step.runner === undefined ? undefined : await readTestCounts(step.runner, report);
    const succeeded = status === 0 && (step.runner === undefined || allPassed(counted));
    return {
      name: step.name,
      succeeded,
      seconds: (performance.now() - started) / 1000,
      tests: counted,
      output,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A runner that found no test at all has shown nothing. */
function allPassed(counted: TestCounts | undefined): boolean {
  return counted !== undefined && counted.failed === 0 && counted.passed > 0;
}

function runCommand(
  command: string,
  report: string,
  outputIs: "shown" | "kept",
): Promise<{ status: number; output: string }> {
  const child = spawn(command, {
    cwd: ROOT,
    shell: true,
    stdio: outputIs === "shown" ? "inherit" : ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PATH: [join(ROOT, "node_modules", ".bin"), process.env.PATH].join(delimiter),
      TEST_SUMMARY_FILE: report,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    // Not "exit": by then the output may not have been read to its end.
    child.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}
