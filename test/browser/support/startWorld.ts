import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { World } from "./World.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PATIENCE = 150_000;

export interface RunningWorld {
  readonly world: World;
  readonly stop: () => Promise<void>;
}

/** Starts a chain in a process of its own and waits until its programs are there. */
export async function startWorld(): Promise<RunningWorld> {
  const cli = fileURLToPath(import.meta.resolve("hardhat/package.json")).replace(
    /package\.json$/,
    "dist/src/cli.js",
  );
  const chain = spawn(process.execPath, [cli, "run", "test/browser/support/runWorld.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  chain.stderr.on("data", (data) => {
    errors += data;
  });
  const timer = setTimeout(() => chain.kill("SIGKILL"), PATIENCE);
  for await (const line of createInterface({ input: chain.stdout })) {
    if (!line.startsWith("{")) continue;
    clearTimeout(timer);
    return { world: JSON.parse(line), stop: () => stop(chain) };
  }
  clearTimeout(timer);
  throw new Error(
    `The chain for the browser tests did not start within ${PATIENCE} ms.\n${errors}`,
  );
}

async function stop(chain: ReturnType<typeof spawn>): Promise<void> {
  if (chain.exitCode !== null) return;
  const end = once(chain, "exit");
  chain.kill("SIGTERM");
  await end;
}
