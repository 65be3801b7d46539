import { copyFile, readFile, truncate, writeFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { expect } from "chai";
import { getAbiItem, toFunctionSelector } from "viem";
import { toId } from "../../core/ids/toId.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { addFunds } from "../../scripts/chain/funds/addFunds.ts";
import { readEventsNamed } from "../../scripts/chain/history/readEventsNamed.ts";
import { SALES_HEADER } from "../integration/support/seed.ts";
import { readTotals } from "./support/openPostingWorld.ts";
import { openServed, type Served } from "./support/openServed.ts";
import { type Ended, startCommand } from "./support/startCommand.ts";
import { type Mischief, type RpcProxy, startProxy } from "./support/startProxy.ts";

// What is between a crash and the next run: files that change, journals that are damaged, nonces that nothing uses, an RPC that
// lags. Each by the command itself, in a process of its own.

const SENDING = "eth_sendTransaction";
/** The first bytes of a call of `post` and of `fund`. */
const POST = toFunctionSelector(getAbiItem({ abi: programAbi, name: "post" }));
const FUND = toFunctionSelector(getAbiItem({ abi: programAbi, name: "fund" }));

/** In the smallest unit: what 99.00 and 242.57 owe others than the operator, and what 98.00 and 5.00 do. */
const OWED_AT_FIRST = 58_066_900n;
const OWED_LATER = 17_510_000n;

const row = (id: string, amount: string) =>
  `${id},c,initial,${amount},USDC,2025-01-06,p,ana:integration:1`;

describe("A poster that is run again", function () {
  this.timeout(600_000);
  let served: Served;
  let proxy: RpcProxy;
  let mischief: { -readonly [K in keyof Mischief]: Mischief[K] };
  let snapshot: unknown;
  let file: string;
  let journal: string;
  let runs = 0;

  const request = (method: string, ...params: unknown[]) =>
    served.program.chain.connection.provider.request({ method, params });

  before(async () => {
    served = await openServed();
    mischief = {};
    proxy = await startProxy(served.server.url, mischief);
    snapshot = await request("evm_snapshot");
  });
  after(async () => {
    await proxy.close();
    await served.close();
  });
  beforeEach(async () => {
    await request("evm_setAutomine", true);
    await request("evm_revert", snapshot);
    snapshot = await request("evm_snapshot");
    for (const key of ["fate", "refuse", "ask", "lie"] as const) delete mischief[key];
    runs++;
    journal = served.folder.path(`journal-${runs}.sqlite`);
    file = await write(row("s-1", "99.00"), row("s-2", "242.57"));
  });

  const usdc = () => {
    const found = served.program.currencies.find(({ symbol }) => symbol === "USDC");
    if (found === undefined) throw new Error("no USDC");
    return found;
  };
  const write = (...rows: string[]) =>
    served.folder.write("sales.csv", `${[SALES_HEADER, ...rows].join("\n")}\n`);
  const start = (path = journal) =>
    startCommand(proxy.url, [
      ...["sales", "post", "--program", served.program.address, "--sales", file],
      ...["--journal", path, "--json"],
    ]);
  const post = async (path = journal): Promise<Ended> => {
    const ended = await start(path).ended;
    expect(ended.isEndless, ended.stderr).to.equal(false);
    return ended;
  };
  const posted = async (path = journal): Promise<Record<string, unknown>> => {
    const { status, stdout, stderr } = await post(path);
    expect(status, stderr).to.equal(0);
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  /** Kills a run as soon as it sends a call of some function, which the node never gets. */
  const killAtSending = async (selector: string): Promise<void> => {
    const run = start();
    mischief.fate = (method, params) => {
      if (method !== SENDING || !dataOf(params).startsWith(selector)) return "fine";
      run.kill("SIGKILL");
      return "lost";
    };
    expect((await run.ended).signal).to.equal("SIGKILL");
    delete mischief.fate;
  };
  const totals = () => readTotals(served.program, served.account);
  const sales = (...listed: [id: string, units: number][]) =>
    listed.map(([id, units]) => `${toId(id)} ${units}`).sort();
  /** All that was ever added to the program's funds. */
  const paidIn = async () => {
    const events = await readEventsNamed(served.program, ["Funded"]);
    return events.reduce((sum, { args }) => sum + args.amount, 0n);
  };
  const expectPosted = async (...listed: [id: string, units: number][]) => {
    const { posted: found, funds } = await totals();
    expect(found).to.deep.equal(sales(...listed));
    expect(funds).to.equal(0n);
  };
  const sent = async () => (await totals()).transactions;

  describe("where its file has changed since", () => {
    for (const selector of [FUND, POST]) {
      const what = selector === FUND ? "paid in" : "posted";
      it(`posts the file as it is now, after a crash before anything was ${what}`, async () => {
        await killAtSending(selector);
        file = await write(row("s-1", "98.00"), row("s-3", "5.00"));
        expect(await posted()).to.include({ posted: 2, alreadyPosted: 0 });
        const { funds, posted: found } = await totals();
        expect(found).to.deep.equal(sales(["s-1", 98_000_000], ["s-3", 5_000_000]));
        // What was in already is not paid in anew, and waits for further sales.
        expect(await paidIn()).to.equal(selector === FUND ? OWED_LATER : OWED_AT_FIRST);
        expect(funds).to.equal(selector === FUND ? 0n : OWED_AT_FIRST - OWED_LATER);
      });
    }

    it("tells of what an earlier run had sent and the file does not have", async () => {
      await request("evm_setAutomine", false);
      const run = start();
      const mine = setInterval(() => void request("evm_mine"), 50);
      mischief.fate = (method, params) => {
        if (method !== SENDING || !dataOf(params).startsWith(POST)) return "fine";
        clearInterval(mine);
        // It arrives, and the answer is the last that the run hears.
        setTimeout(() => run.kill("SIGKILL"), 500);
        return "fine";
      };
      expect((await run.ended).signal).to.equal("SIGKILL");
      delete mischief.fate;
      await request("evm_setAutomine", true);
      await request("evm_mine");
      file = await write(row("s-2", "1.00"));
      const { status, stdout } = await post();
      expect(status).to.equal(1);
      const told = JSON.parse(stdout) as { recovered: string[]; differing: string[] };
      expect(told.recovered).to.deep.equal(["s-1"]);
      expect(told.differing).to.deep.equal(["s-2"]);
      await expectPosted(["s-1", 99_000_000], ["s-2", 242_570_000]);
    });
  });

  describe("where its journal is damaged", () => {
    let whole: string;

    beforeEach(async () => {
      await killAtSending(POST);
      // All of it in the one file.
      const database = new DatabaseSync(journal);
      database.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
      database.close();
      whole = `${journal}.whole`;
      await copyFile(journal, whole);
    });

    /** Nothing is sent, and where the journal lies is told; with the whole one it goes on. */
    const expectRefused = async (...words: string[]) => {
      const before = await sent();
      const { status, stdout, stderr } = await post();
      expect(status, stderr).to.equal(1);
      expect(stdout).to.equal("");
      for (const word of [journal, "move the file away", ...words]) expect(stderr).to.include(word);
      expect(await sent()).to.equal(before);
      for (const end of ["-wal", "-shm"]) await writeFile(`${journal}${end}`, "");
      await copyFile(whole, journal);
      expect(await posted()).to.include({ posted: 2 });
      await expectPosted(["s-1", 99_000_000], ["s-2", 242_570_000]);
    };

    for (const [column, change] of [
      ["data", "replace(data, substr(data, 300, 40), substr(data, 301, 39) || '1')"],
      ["data_hash", "replace(data_hash, substr(data_hash, 5, 1), 'z')"],
      ["value", "'1'"],
      ["gas", "gas + 1"],
      ["nonce", "nonce + 100"],
      ["target", "replace(target, substr(target, 5, 4), '0000')"],
      ["account", "replace(account, substr(account, 5, 4), '0000')"],
      ["purpose", "'fund'"],
      ["state", "'finel'"],
    ] as const) {
      it(`sends nothing where the ${column} of what was planned has changed`, async () => {
        const database = new DatabaseSync(journal);
        database.exec(`UPDATE transactions SET ${column} = ${change} WHERE purpose = 'post'`);
        database.close();
        await expectRefused("damaged", "transaction");
      });
    }

    it("sends nothing where the fees of an attempt have changed", async () => {
      const database = new DatabaseSync(journal);
      database.exec("UPDATE attempts SET max_fee = max_fee || '0'");
      database.close();
      await expectRefused("damaged");
    });

    it("sends nothing where a part of it is cut off", async () => {
      const { length } = await readFile(journal);
      await truncate(journal, Math.floor(length / 2));
      await expectRefused("damaged");
    });

    it("sends nothing where it is another sort of file", async () => {
      await writeFile(journal, "sale_id,amount\n".repeat(1_000));
      await expectRefused("damaged", "not a database");
    });
  });

  it("says what to do where the journal cannot be written", async () => {
    const folder = await served.folder.write("no-folder", "a file");
    const { status, stderr } = await post(`${folder}/journal.sqlite`);
    expect(status).to.equal(1);
    expect(stderr).to.include(folder).and.include("may be written");
    await expectPosted();
  });

  describe("where nothing uses a lower nonce", () => {
    for (const which of [1, 2]) {
      it(`fills it, where an RPC counts one too many, at the count number ${which}`, async () => {
        let counts = 0;
        mischief.lie = (method, result, params) => {
          if (method !== "eth_getTransactionCount" || params[1] !== "pending") return result;
          counts++;
          return counts === which ? `0x${(Number(result) + 1).toString(16)}` : result;
        };
        const { stderr, status } = await post();
        expect(counts).to.be.at.least(which);
        expect(status, stderr).to.equal(0);
        await expectPosted(["s-1", 99_000_000], ["s-2", 242_570_000]);
      });
    }

    it("fills it, where another's transaction was dropped", async () => {
      // Enough funds, so that nothing is sent before the sales.
      await addFunds(served.program, served.account, usdc(), OWED_AT_FIRST);
      await request("evm_setAutomine", false);
      const foreign = await request(SENDING, {
        ...{ from: served.account, to: served.account, value: "0x1", gas: "0x5208" },
      });
      const run = start();
      let isDropped = false;
      mischief.fate = (method, params) => {
        if (method === SENDING && dataOf(params).startsWith(POST) && !isDropped) {
          isDropped = true;
          setTimeout(() => {
            void request("hardhat_dropTransaction", foreign).then(() =>
              request("evm_setAutomine", true),
            );
          }, 300);
        }
        return "fine";
      };
      const { status, stderr } = await run.ended;
      expect(status, stderr).to.equal(0);
      expect(isDropped).to.equal(true);
      expect(stderr).to.include("Nothing uses the nonce");
      await expectPosted(["s-1", 99_000_000], ["s-2", 242_570_000]);
    });
  });

  describe("with funds to pay in", () => {
    it("pays them in once, where reads lag after a crash", async () => {
      for (const first of [1, 2, 4, 6]) {
        await request("evm_revert", snapshot);
        snapshot = await request("evm_snapshot");
        journal = served.folder.path(`lag-${first}.sqlite`);
        await killAtSending(POST);
        // The funds are in; a read of them that comes later is answered as of before.
        let calls = 0;
        mischief.ask = (method, params) => {
          if (method !== "eth_call") return params;
          calls++;
          return calls === first ? [params[0], "0x5", ...params.slice(2)] : params;
        };
        await post();
        delete mischief.ask;
        await posted();
        await expectPosted(["s-1", 99_000_000], ["s-2", 242_570_000]);
      }
    });

    it("pays them in once, where two posters with a journal each meet, and the allowance suffices for both", async () => {
      await request(SENDING, {
        ...{ from: served.account, to: usdc().address },
        data: `0x095ea7b3${served.program.address.slice(2).padStart(64, "0")}${"f".repeat(64)}`,
      });
      for (let pause = 0; pause < 3; pause++) {
        file = await write(row(`p-${pause}`, "10.00"));
        const others = served.folder.path(`other-${runs}.sqlite`);
        const first = start();
        await new Promise((resolve) => setTimeout(resolve, pause * 100));
        const ends = [await start(others).ended, await first.ended];
        for (const { isEndless, stderr } of ends) expect(isEndless, stderr).to.equal(false);
        await posted();
        expect((await totals()).funds).to.equal(0n);
      }
    });
  });
});

function dataOf([call]: readonly unknown[]): string {
  const { data = "" } = call as { data?: string };
  return data;
}
