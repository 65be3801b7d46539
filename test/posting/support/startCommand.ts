import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** How a command ended. */
export interface Ended {
  /** The exit code; null where a signal ended it. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** It was still running when its time was over, and was ended. */
  readonly isEndless: boolean;
}

export interface Running {
  readonly ended: Promise<Ended>;
  readonly isRunning: () => boolean;
  kill(signal: NodeJS.Signals): void;
  /** Resolves once the command has written a text to standard error, or has ended. */
  says(text: string): Promise<void>;
}

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const HARDHAT = fileURLToPath(
  new URL("dist/src/cli.js", import.meta.resolve("hardhat/package.json")),
);
/** Milliseconds that a command may take, on a machine that has much else to do. */
const LIMIT = 240_000;

/**
 * Starts a command as a user does, in a process of its own, with an end to its time.
 * @param fileBlocks Blocks of 1,024 bytes that a file may grow to, as on a disk that is full then.
 */
export function startCommand(
  rpcUrl: string,
  commandLine: readonly string[],
  fileBlocks?: number,
): Running {
  const command = [process.execPath, HARDHAT, ...commandLine, "--network", "localhost"];
  const [program = "", ...args] =
    fileBlocks === undefined ? command : ["bash", "-c", withLimit(fileBlocks), ...command];
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, LOCALHOST_RPC_URL: rpcUrl },
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (data: Buffer) => {
      output[name] += data.toString();
    });
  }
  let isEndless = false;
  let isRunning = true;
  const timer = setTimeout(() => {
    isEndless = true;
    child.kill("SIGKILL");
  }, LIMIT);
  const ended = once(child, "close").then(([status, signal]): Ended => {
    isRunning = false;
    clearTimeout(timer);
    return { status, signal, ...output, isEndless };
  });
  return {
    ended,
    isRunning: () => isRunning,
    kill: (signal) => child.kill(signal),
    says: async (text) => {
      while (isRunning && !output.stderr.includes(text)) await sleep(5);
    },
  };
}

function withLimit(fileBlocks: number): string {
  return `trap "" XFSZ; ulimit -f ${fileBlocks}; exec "$0" "$@"`;
}
