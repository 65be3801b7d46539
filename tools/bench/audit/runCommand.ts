import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly seconds: number;
  /** Of the command alone, not of the node it asks. */
  readonly cpuSeconds: number;
  readonly peak: number;
}

const HARDHAT = fileURLToPath(
  new URL("dist/src/cli.js", import.meta.resolve("hardhat/package.json")),
);
/** Of a second, as Linux counts the time of processes. */
const TICKS = 100;

/** Runs a command as a user does, against a node. What it took is what Linux tells of the process. */
export async function runCommand(url: string, commandLine: readonly string[]): Promise<Ran> {
  const started = performance.now();
  const child = spawn(process.execPath, [HARDHAT, "--network", "localhost", ...commandLine], {
    env: { ...process.env, LOCALHOST_RPC_URL: url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.on("data", (data: Buffer) => {
    stdout += data.toString();
  });
  let usage = { cpuSeconds: 0, peak: 0 };
  const watch = setInterval(async () => {
    usage = (await usageOf(child.pid)) ?? usage;
  }, 100);
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(watch);
  return { status, stdout, seconds: (performance.now() - started) / 1_000, ...usage };
}

async function usageOf(pid: number | undefined) {
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    const [, fields = ""] = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ");
    const [user = 0, system = 0] = fields.split(" ").slice(11, 13).map(Number);
    const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
    // A process that has ended but is not gone tells no memory any more.
    if (peak === undefined) return undefined;
    return { cpuSeconds: (user + system) / TICKS, peak: Number(peak) * 1_024 };
  } catch {
    return undefined;
  }
}
