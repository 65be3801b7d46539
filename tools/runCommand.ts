import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/**
 * Runs a command line in the project's root with `node_modules/.bin` on the PATH, its output shown as it comes.
 * @returns Its exit status.
 */
export function runCommand(
  command: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const path = [join(ROOT, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const child = spawn(command, {
    cwd: ROOT,
    shell: true,
    stdio: "inherit",
    env: { ...process.env, PATH: path, ...environment },
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (status) => resolve(status ?? 1));
  });
}
