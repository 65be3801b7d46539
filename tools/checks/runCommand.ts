import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/**
 * Runs a command line in the project's root with `node_modules/.bin` on the PATH.
 * @param write Takes what it prints; without it that is shown as it comes.
 * @returns Its exit status.
 */
export function runCommand(
  command: string,
  environment: Readonly<Record<string, string>> = {},
  write?: (text: string) => void,
): Promise<number> {
  const path = [join(ROOT, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const child = spawn(command, {
    cwd: ROOT,
    shell: true,
    stdio: write === undefined ? "inherit" : ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: path, ...environment },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => write?.(text));
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    // Not "exit": by then the output may not have been read to its end.
    child.on("close", (status) => resolve(status ?? 1));
  });
}
