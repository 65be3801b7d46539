import { type ChildProcess, spawn } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const BIN = join(ROOT, "node_modules", ".bin");
/** What a reader of the documents has at hand beside the commands. */
const AT_HAND = ["examples", "schema"];

/** No lookup of packages each time, and the folder's project is this one. */
const SHIMS = {
  npx: `shift; exec hardhat --config "${join(ROOT, "hardhat.config.ts")}" "$@"`,
  npm: `cd "${ROOT}" && PATH="${process.env.PATH}" exec npm "$@"`,
};

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder in which commands of a document are run, as in a shell of their reader. */
export interface Desk {
  run(command: string): Promise<Ran>;
  /** Starts what goes on until the desk is closed; gives what it printed once that has the words. */
  start(command: string, words: string): Promise<string>;
  write(name: string, text: string): Promise<void>;
  /** The node of `--network localhost`. */
  setNode(url: string): void;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-desk-"));
  const shims = join(folder, ".bin");
  await mkdir(shims);
  for (const [name, script] of Object.entries(SHIMS)) {
    await writeFile(join(shims, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(shims, name), 0o755);
  }
  for (const name of AT_HAND) await cp(join(ROOT, name), join(folder, name), { recursive: true });

  let environment: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: [shims, BIN, process.env.PATH].join(delimiter),
  };
  const started: ChildProcess[] = [];
  // As Ctrl-C does: to all of it.
  const interrupt = ({ pid, exitCode }: ChildProcess) => {
    if (pid !== undefined && exitCode === null) process.kill(-pid, "SIGINT");
  };
  const abandon = () => {
    for (const child of started) interrupt(child);
    process.exit(130);
  };
  process.once("SIGINT", abandon).once("SIGTERM", abandon);
  const open = (command: string, detached: boolean) =>
    spawn("sh", ["-c", command], {
      ...{ cwd: folder, env: environment, detached },
      stdio: ["ignore", "pipe", "pipe"],
    });

  return {
    run: async (command) => {
      const child = open(command, false);
      const printed = { stdout: "", stderr: "" };
      for (const name of ["stdout", "stderr"] as const) {
        child[name].setEncoding("utf8").on("data", (text: string) => {
          printed[name] += text;
        });
      }
      const status = await ended(child);
      return { status, ...printed };
    },
    start: async (command, words) => {
      const child = open(command, true);
      started.push(child);
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          output += text;
        });
      }
      while (!output.includes(words)) {
        if (child.exitCode !== null) throw new Error(`it ended: ${command}\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return output;
    },
    write: (name, text) => writeFile(join(folder, name), text),
    setNode: (url) => {
      environment = { ...environment, LOCALHOST_RPC_URL: url };
    },
    close: async () => {
      for (const child of started) {
        if (child.exitCode !== null) continue;
        const end = ended(child);
        interrupt(child);
        await end;
      }
      process.off("SIGINT", abandon).off("SIGTERM", abandon);
      await rm(folder, { recursive: true });
    },
  };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
}
