import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../scripts/cli/local/freePort.ts";

/** A database server of its own, as Debian's package `postgresql` has it. */
export interface Postgres {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a server on an empty folder. It refuses to run as root, so there it runs as its package's user. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "tributary-postgres-"));
  const user = process.getuid?.() === 0 ? idsOf("postgres") : {};
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const options = { ...user, cwd: folder, stdio: "ignore" } as const;
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "tributary", "-A", "trust", "-N"],
    options,
  );
  const port = await freePort(0);
  const settings = ["-c", "fsync=off", "-c", `unix_socket_directories=${folder}`];
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-p", `${port}`, "-h", "127.0.0.1", ...settings],
    options,
  );
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await untilReady(programs, port);
  return {
    url: `postgres://tributary@127.0.0.1:${port}/postgres`,
    async close() {
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function idsOf(user: string): { uid?: number; gid?: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function untilReady(programs: string, port: number): Promise<void> {
  const isReady = join(programs, "pg_isready");
  for (let tries = 0; tries < 150; tries += 1) {
    try {
      execFileSync(isReady, ["-h", "127.0.0.1", "-p", `${port}`], { stdio: "ignore" });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  throw new Error("Postgres does not start.");
}
