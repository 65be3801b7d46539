import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { ROOT } from "../mutation/Workspace.ts";

const TESTS = ["fuzz/*.t.sol", "invariants/*.t.sol", "invariants/handlers/Handler.t.sol"];

/**
 * Runs the invariant and fuzz tests of a copy with one mutant switched on, 0 for none, and ends at the first that fails.
 * @returns Its name; nothing where all pass.
 */
export function runUntilFailure(folder: string, mutant: number): Promise<string | undefined> {
  const files = TESTS.map((file) => `test/solidity/${file}`).join(" ");
  const child = spawn(`exec hardhat test solidity ${files}`, {
    cwd: folder,
    shell: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PATH: [join(ROOT, "node_modules/.bin"), process.env.PATH].join(delimiter),
      MUTANT: `0x${mutant.toString(16).padStart(40, "0")}`,
      NO_COLOR: "1",
    },
  });
  let output = "";
  let failed: string | undefined;
  const read = (text: string) => {
    output += text;
    failed ??= /^ *\d+\) ((?:test|invariant)\w+)/m.exec(output)?.[1];
    if (failed !== undefined) child.kill();
  };
  child.stdout.setEncoding("utf8").on("data", read);
  child.stderr.setEncoding("utf8").on("data", read);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0 || failed !== undefined) resolve(failed);
      else reject(new Error(`The tests did not run:\n${output}`));
    });
  });
}
