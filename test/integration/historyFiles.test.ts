import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect } from "chai";
import { Client } from "pg";
import { formatUnits } from "viem";
import { ETHER } from "../../core/currency/ETHER.ts";
import { readLedger } from "../../core/ledger/readLedger.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { claimFor } from "../../scripts/chain/claim/claimFor.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { HistoryFolder } from "../../scripts/history/HistoryFolder.ts";
import { syncHistory } from "../../scripts/history/syncHistory.ts";
import { writeTables } from "../../scripts/history/writeTables.ts";
import { postSalesOnTime } from "../../scripts/posting/sales/postSalesOnTime.ts";
import { refundSales } from "../../scripts/posting/sales/refundSales.ts";
import { auditProgram } from "../../scripts/reporting/audit/auditProgram.ts";
import { findPostgres } from "../../tools/checks/findPostgres.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { type Postgres, startPostgres } from "./support/postgres.ts";
import { quietProgress } from "./support/quiet.ts";
import { refusal } from "./support/refusal.ts";
import { BEN, refundsFile, salesFile, seedProgram } from "./support/seed.ts";
import { openWorld, type World } from "./support/world.ts";

const progress = quietProgress();

describe("History files", () => {
  let files: Folder;
  let world: World;
  let program: Program;
  let path: string;

  before(async () => {
    files = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await seedProgram(world, files);
    path = files.path("history");
    await post("s-1,c,expansion,101.234567,USDC,2025-01-06,p,ana:integration:1;ben:integration:2");
    await post("s-2,c,initial,99,USDC,2025-01-07,p,ana:integration:1");
    await refund("r-1,s-1,33.333333,part,");
  });
  after(async () => {
    await world.close();
    await files.remove();
  });

  const post = async (...lines: string[]) =>
    postSalesOnTime(program, {
      file: await salesFile(files, ...lines),
      account: world.account,
      progress,
    });
  const refund = async (...lines: string[]) =>
    refundSales(program, {
      file: await refundsFile(files, ...lines),
      account: world.account,
      progress,
    });
  const open = () =>
    HistoryFolder.open(path, { chainId: program.chain.chainId, address: program.address });
  const sync = async (confirmations = 0) => {
    const folder = await open();
    const synced = await syncHistory(program, folder, { confirmations, progress });
    await writeTables(program, folder, { progress, database: undefined });
    return { folder, ...synced };
  };
  const fromFiles = async () => {
    const folder = await open();
    const to = BigInt(folder.parts.at(-1)?.to ?? 0);
    return readHistory(program, { to, logs: await folder.readAll() });
  };

  it("hold every event, each once, whatever is added later", async () => {
    const first = await sync();
    expect(first.events).to.be.greaterThan(5);
    expect((await sync()).events).to.equal(0);
    await post("s-3,c,renewal,0.000001,USDC,2025-01-08,p,ben:integration:1");
    const second = await sync();
    expect(second.folder.parts).to.have.length(2);
    const { events } = await readHistory(program);
    const { events: kept } = await fromFiles();
    expect(
      kept.map(({ event, time }) => [event.eventName, event.args, event.logIndex, time]),
    ).to.deep.equal(
      events.map(({ event, time }) => [event.eventName, event.args, event.logIndex, time]),
    );
  });

  it("bring the audit as far as the node does", async () => {
    const audit = await auditProgram(program, await fromFiles());
    expect(audit.differences).to.deep.equal([]);
    expect(audit.checked.sales).to.equal(3);
  });

  it("leave out blocks that too few others follow", async () => {
    await post("s-4,c,renewal,5,USDC,2025-01-09,p,ben:integration:1");
    const head = await program.chain.client.getBlockNumber();
    const { block } = await sync(1);
    expect(block).to.equal(head - 1n);
    expect((await sync()).block).to.equal(head);
  });

  it("are read anew where the chain has other blocks now", async () => {
    const { provider } = world.chain.connection;
    const snapshot = await provider.request({ method: "evm_snapshot" });
    await post("gone,c,renewal,5,USDC,2025-01-10,p,ben:integration:1");
    const before = await sync();
    await provider.request({ method: "evm_revert", params: [snapshot] });
    await post("kept,c,renewal,6,USDC,2025-01-10,p,ana:integration:1");
    await post("more,c,renewal,6,USDC,2025-01-10,p,ana:integration:1");
    const after = await sync();
    expect(after.dropped).to.equal(1);
    expect(after.folder.parts).to.have.length(before.folder.parts.length);
    const names = (await rows(`SELECT sale_id FROM '${path}/parquet/sales/*.parquet'`)).flat();
    expect(names).to.include("kept").and.not.include("gone");
  });

  it("are refused where one was changed, is missing or is another program's", async () => {
    const { folder } = await sync();
    const [name = ""] = (await readdir(path)).filter((one) => one.endsWith(".gz"));
    const file = join(path, name);
    const content = await readFile(file);
    const text = gunzipSync(content).toString("utf8");
    await writeFile(file, gzipSync(text.replace(/"0x([0-9a-f])/, '"0x0$1')));
    expect((await refusal(folder.readAll())).message).to.match(/another content than its name/);
    await rm(file);
    expect((await refusal(folder.readAll())).message).to.match(/no such file/);
    await writeFile(file, content);
    const other = HistoryFolder.open(path, { chainId: 1, address: program.address });
    expect((await refusal(other)).message).to.match(/of another program/);
    await writeFile(
      join(path, "history.json"),
      (await readFile(join(path, "history.json"), "utf8")).replace(/"from": (\d+)/g, '"from": 1$1'),
    );
    expect((await refusal(open())).message).to.match(/a part from block/);
    await rm(path, { recursive: true });
    await sync();
  });

  it("are not written where the node leaves out an event that the program remembers", async () => {
    const empty = files.path("lacking");
    const { chain } = program;
    const lying = lacking();
    const folder = await HistoryFolder.open(empty, {
      chainId: chain.chainId,
      address: program.address,
    });
    const error = await refusal(syncHistory(lying, folder, { confirmations: 0, progress }));
    expect(error.message).to.match(/not those that the program remembers/);
    expect(folder.parts).to.deep.equal([]);
  });

  /** The program through a node that leaves an event out. */
  const lacking = (): Program => {
    const { chain } = program;
    const request = async (call: never) => {
      const answer: unknown = await chain.client.request(call);
      return Array.isArray(answer) ? dropOne(answer) : answer;
    };
    const client = new Proxy(chain.client, {
      get: (target, key, receiver) =>
        key === "request" ? request : Reflect.get(target, key, receiver),
    });
    return { ...program, chain: { ...chain, client } };
  };

  const indexOf = () => readFile(join(path, "history.json"), "utf8");

  it("stay as they are where the node fails, is behind, or has other blocks and lies of their events", async () => {
    await sync();
    const before = await indexOf();
    const { chain } = program;
    const through = (getBlock: unknown) => ({
      ...program,
      chain: { ...chain, client: { ...chain.client, getBlock } as typeof chain.client },
    });
    const failing = through(async (of?: { blockNumber?: bigint }) => {
      if (of?.blockNumber !== undefined) throw new Error("no answer");
      return chain.client.getBlock();
    });
    const behind = through(async () => ({ number: 1n }));
    for (const [node, reason] of [
      [failing, /no answer/],
      [behind, /is at block 1, and the history/],
    ] as const) {
      const error = await syncHistory(node, await open(), { confirmations: 0, progress }).then(
        () => undefined,
        (failure: Error) => failure,
      );
      expect(error?.message).to.match(reason);
      expect(await indexOf()).to.equal(before);
    }
    const { events } = await open();
    const forked = lacking();
    const getBlock = async (of?: { blockNumber?: bigint }) => ({
      ...(await chain.client.getBlock(of as never)),
      ...(of?.blockNumber === undefined ? {} : { hash: `0x${"ab".repeat(32)}` }),
    });
    const client = new Proxy(forked.chain.client, {
      get: (target, key, receiver) =>
        key === "getBlock" ? getBlock : Reflect.get(target, key, receiver),
    });
    const error = await refusal(
      syncHistory({ ...forked, chain: { ...chain, client } } as Program, await open(), {
        ...{ confirmations: 0, progress },
      }),
    );
    expect(error.message).to.match(/not those that the program remembers/);
    expect(await indexOf()).to.equal(before);
    expect(await (await open()).readAll()).to.have.length(events);
  });

  it("lose what a run left that did not end, where that was not all", async () => {
    const { folder } = await sync();
    const proved = folder.parts.length;
    const head = await program.chain.client.getBlock();
    await post("s-5,c,renewal,5,USDC,2025-01-20,p,ben:integration:1");
    const later = await program.chain.client.getBlock();
    await folder.add({ from: head.number + 1n, to: later.number, hash: later.hash, logs: [] });
    const left = await open();
    const error = await refusal(syncHistory(program, left, { confirmations: 0, progress }));
    expect(error.message).to.match(/not those that the program remembers/);
    expect((await open()).parts).to.have.length(proved);
    expect((await sync()).events).to.be.greaterThan(0);
  });

  it("say in Parquet what the ledger says", async () => {
    await moveClock(world.chain, parseTime("2025-06-01") ?? 0);
    for (const currency of program.currencies)
      await claimFor(program, world.account, BEN, currency);
    await sync();
    const [sums] = await rows(
      `SELECT
        (SELECT sum(amount) FROM '${path}/parquet/sales/*.parquet')::VARCHAR,
        (SELECT sum(amount) FROM '${path}/parquet/lines/*.parquet')::VARCHAR,
        (SELECT sum(amount) FROM '${path}/parquet/reversals/*.parquet')::VARCHAR,
        (SELECT sum(amount) FROM '${path}/parquet/claims/*.parquet')::VARCHAR,
        (SELECT count(*) FROM '${path}/parquet/events/*.parquet')::VARCHAR`,
    );
    const { sales, claims } = await readOwnLedger();
    const lines = sales.flatMap((sale) => sale.lines);
    const { events } = await readHistory(program);
    expect(sums).to.deep.equal(
      [
        ...[sum(sales.map(({ amount }) => amount)), sum(lines.map(({ amount }) => amount))],
        ...[sum(lines.map(({ reversed }) => reversed)), sum(claims.map(({ amount }) => amount))],
        BigInt(events.length),
      ].map(String),
    );
  });

  const readOwnLedger = async () => {
    const { events } = await readHistory(program);
    return readLedger(
      events.map(({ event }) => event),
      ETHER,
    );
  };

  const programs = findPostgres();
  if (programs === undefined) {
    console.log("left out: histories in a database, for no Postgres is installed.");
    return;
  }

  describe("in a database", () => {
    let postgres: Postgres;

    before(async function () {
      this.timeout(60_000);
      postgres = await startPostgres(programs);
    });
    after(() => postgres?.close());

    const load = async () =>
      writeTables(program, await open(), { progress, database: postgres.url });

    it("are rows, each part's once, and views in the currencies' units", async () => {
      const { parts } = await open();
      expect(await load()).to.deep.equal({ database: parts.length });
      expect(await load()).to.deep.equal({ database: 0 });
      const { sales } = await readOwnLedger();
      const expected = new Map<string, bigint>();
      for (const { lines } of sales) {
        for (const { partner, amount, reversed } of lines)
          expected.set(partner, (expected.get(partner) ?? 0n) + amount - reversed);
      }
      const found = await ask(
        "SELECT wallet, sum(net) AS net FROM tributary.partner_months GROUP BY wallet ORDER BY wallet",
      );
      expect(found.map(({ wallet, net }) => [wallet, Number(net)])).to.deep.equal(
        [...expected]
          .map(([wallet, net]) => [wallet, Number(formatUnits(net, 6))])
          .toSorted(([a], [b]) => `${a}`.localeCompare(`${b}`)),
      );
      const [first] = await ask("SELECT * FROM tributary.sale_facts WHERE sale_id = 's-1'");
      expect(first).to.include({ kind_name: "expansion", symbol: "USDC", state: "posted" });
      expect([Number(first?.amount), Number(first?.refunded)]).to.deep.equal([
        101.234567, 33.333333,
      ]);
    });

    it("lose the rows of blocks that the chain has no more", async () => {
      const { provider } = world.chain.connection;
      const snapshot = await provider.request({ method: "evm_snapshot" });
      await post("away,c,renewal,5,USDC,2025-06-02,p,ben:integration:1");
      await sync();
      await load();
      const away = "SELECT count(*) AS count FROM tributary.sales WHERE sale_id = 'away'";
      expect(await ask(away)).to.deep.equal([{ count: "1" }]);
      await provider.request({ method: "evm_revert", params: [snapshot] });
      await post("here,c,renewal,5,USDC,2025-06-02,p,ben:integration:1");
      await sync();
      await load();
      expect(await ask(away)).to.deep.equal([{ count: "0" }]);
      const [both] = await ask(
        "SELECT (SELECT count(*) FROM tributary.events) AS rows, (SELECT count(DISTINCT (block, log_index)) FROM tributary.events) AS places",
      );
      const { events } = await readHistory(program);
      expect(both).to.deep.equal({ rows: `${events.length}`, places: `${events.length}` });
    });

    for (const name of ["program", "partners", "operations"]) {
      it(`answer what the dashboard ${name} asks`, async () => {
        const empty: string[] = [];
        for (const [title, sql] of await questionsOf(name)) {
          if ((await ask(sql)).length === 0) empty.push(title);
        }
        // Nobody disputes anything here.
        expect(empty).to.deep.equal(name === "operations" ? ["Disputed sales"] : []);
      });
    }

    /** What a dashboard's panels ask of the program, of all time. */
    async function questionsOf(name: string): Promise<(readonly [title: string, sql: string])[]> {
      const file = new URL(`../../docs/bi/${name}.json`, import.meta.url);
      const { panels } = JSON.parse(await readFile(file, "utf8")) as {
        panels: { title: string; targets: { rawSql: string }[] }[];
      };
      return panels.flatMap(({ title, targets }) =>
        targets.map(({ rawSql }) => {
          const sql = rawSql
            .replaceAll("$program", program.address)
            .replaceAll("$__timeFrom()", "'-infinity'::timestamptz")
            .replaceAll("$__timeTo()", "'infinity'::timestamptz");
          return [title, sql] as const;
        }),
      );
    }

    async function ask(sql: string): Promise<Record<string, string>[]> {
      const client = new Client({ connectionString: postgres.url });
      await client.connect();
      try {
        return (await client.query<Record<string, string>>(sql)).rows;
      } finally {
        await client.end();
      }
    }
  });
});

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

async function rows(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(sql);
  const found = result.getRows();
  connection.closeSync();
  instance.closeSync();
  return found;
}

/** Logs without one that the program remembers. */
function dropOne(logs: readonly { readonly topics?: readonly string[] }[]) {
  const at = logs.findIndex(({ topics }) => topics?.length === 3);
  return logs.filter((_, index) => index !== at);
}
