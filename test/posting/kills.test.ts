import { spawn } from "node:child_process";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { openJournal } from "../../scripts/posting/journal/openJournal.ts";
import { readTotals } from "./support/openPostingWorld.ts";
import { openServed, type Served } from "./support/openServed.ts";
import { sourceTotals } from "./support/sourceTotals.ts";
import { type RpcProxy, startProxy } from "./support/startProxy.ts";

// A short version is part of the tests; `npm run test:kills` is the whole: 200 kills over 2,000 sales.
const KILLS = Number(process.env.KILLS ?? 12);
const KILLS_PER_FILE = 4;
const SALES_PER_FILE = 40;

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HARDHAT = fileURLToPath(
  new URL("dist/src/cli.js", import.meta.resolve("hardhat/package.json")),
);

interface Ended {
  readonly isKilled: boolean;
  readonly status: number | null;
  readonly output: string;
}

describe("A poster that is killed", function () {
  this.timeout(0);
  let served: Served;
  let journal: string;
  let watcher: DatabaseSync;
  let proxy: RpcProxy;

  before(async () => {
    served = await openServed();
    // An RPC takes its time, so that kills fall between a request and its answer.
    proxy = await startProxy(served.server.url, { fate: () => "late" });
    journal = await served.folder.write("journal.sqlite", "");
    openJournal(journal, served.program).close();
    watcher = new DatabaseSync(journal, { readOnly: true });
  });
  after(async () => {
    watcher.close();
    await proxy.close();
    await served.close();
  });

  /** Runs the command in a process of its own; kills that a time after it first wrote to the journal. */
  const post = async (file: string, killAfter?: number) => {
    const options = ["--network", "localhost", "--program", served.program.address];
    const files = ["--sales", file, "--journal", journal, "--json"];
    const child = spawn(process.execPath, [HARDHAT, "sales", "post", ...options, ...files], {
      cwd: ROOT,
      env: { ...process.env, LOCALHOST_RPC_URL: proxy.url },
    });
    let output = "";
    child.stdout.on("data", (data: Buffer) => {
      output += data.toString();
    });
    child.stderr.on("data", (data: Buffer) => {
      output += data.toString();
    });
    let isRunning = true;
    const ended = new Promise<Ended>((resolve) => {
      child.on("close", (status, signal) => {
        isRunning = false;
        resolve({ isKilled: signal === "SIGKILL", status, output });
      });
    });
    const before = writes();
    while (isRunning && writes() === before) await sleep(3);
    const wroteAt = performance.now();
    if (killAfter !== undefined) {
      await sleep(killAfter);
      child.kill("SIGKILL");
    }
    return { ...(await ended), took: performance.now() - wroteAt };
  };
  /** A number that changes whenever another process has written to the journal. */
  const writes = () => watcher.prepare("PRAGMA data_version").get()?.data_version;
  const hasOpenTransactions = () => {
    const opened = openJournal(journal, served.program);
    const { length } = opened.openTransactions();
    opened.close();
    return length > 0;
  };

  /** For each kill, whether it left transactions under way. Ends where a run ended before its kill. */
  const killUpTo = async (turns: number, run: () => Promise<Ended>): Promise<boolean[]> => {
    const killed: boolean[] = [];
    while (killed.length < turns && (await run()).isKilled) killed.push(hasOpenTransactions());
    return killed;
  };

  it(`at ${KILLS} random points posts each sale once, and funds it once`, async () => {
    const first = await served.salesFile("first", SALES_PER_FILE);
    const { status: finished, took, output: told } = await post(first);
    expect(finished, told).to.equal(0);
    const files = [first];
    let kills = 0;
    let underWay = 0;
    while (kills < KILLS) {
      const file = await served.salesFile(`k${files.length}`, SALES_PER_FILE);
      files.push(file);
      const turns = Math.min(KILLS_PER_FILE, KILLS - kills);
      const killed = await killUpTo(turns, () => post(file, took * Math.random()));
      kills += killed.length;
      underWay += killed.filter((isUnderWay) => isUnderWay).length;
      const { status, output } = await post(file);
      expect(status, output).to.equal(0);
    }
    const { posted, funds } = await readTotals(served.program, served.account);
    expect(posted).to.deep.equal(await sourceTotals(served.program, files));
    expect(funds).to.equal(0n);
    if (KILLS >= 100) expect(underWay).to.be.greaterThan(0);
    process.stdout.write(
      `      ${kills} kills, ${posted.length} sales; ${underWay} kills left transactions under way\n`,
    );
  });
});
