import { spawn } from "node:child_process";
import { FORGE, isInstalled } from "../optional/OptionalTool.ts";

export interface ForgeRun {
  readonly succeeded: boolean;
  readonly timedOut: boolean;
  readonly output: string;
}

export interface ForgeOptions {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Of the processor's time, after which forge is ended: on a busy machine the clock tells nothing. */
  readonly seconds?: number;
}

/** Runs forge to its end. */
export function runForge(args: readonly string[], options: ForgeOptions): Promise<ForgeRun> {
  // The binary itself: the wrapper of the npm package exits 0 where tests fail.
  const forge = isInstalled(FORGE) ? FORGE.file : "forge";
  const limit = options.seconds ?? "unlimited";
  const child = spawn("sh", ["-c", `ulimit -t ${limit}; exec "$0" "$@"`, forge, ...args], {
    cwd: options.folder,
    env: { ...process.env, ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) =>
      resolve({
        succeeded: status === 0,
        timedOut: options.seconds !== undefined && (signal === "SIGXCPU" || signal === "SIGKILL"),
        output: Buffer.concat(chunks).toString("utf8"),
      }),
    );
  });
}
