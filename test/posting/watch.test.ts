import { spawn } from "node:child_process";
import { appendFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { toId } from "../../core/ids/toId.ts";
import { parseModel } from "../../scripts/attribution/models/parseModel.ts";
import status from "../../scripts/cli/commands/sales/status.ts";
import { openStore } from "../../scripts/ingest/store/openStore.ts";
import { storeUnread } from "../../scripts/ingest/store/storeUnread.ts";
import { serveWebhook } from "../../scripts/ingest/webhook/serveWebhook.ts";
import type { Sources } from "../../scripts/posting/watch/Sources.ts";
import { anEvent, RENEWAL, refunded, SECRET, SESSION, send } from "../input/support.ts";
import type { quietProgress } from "../integration/support/quiet.ts";
import { SALES_HEADER } from "../integration/support/seed.ts";
import { jsonOf, refusalOf, runVerb } from "../integration/support/verbs.ts";
import { openPostingWorld, type PostingWorld } from "./support/openPostingWorld.ts";
import { openServed } from "./support/openServed.ts";
import { watchWhile } from "./support/watchWhile.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
describe("Watching for new sales", function () {
  this.timeout(120_000);
  let world: PostingWorld;
  let folder: string;
  let journal: string;

  beforeEach(async () => {
    world = await openPostingWorld();
    journal = world.newJournal();
    folder = `${journal}-inputs`;
    await mkdir(folder);
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
    await world.close();
  });

  const line = (id: string) => `${id},c,initial,10.00,USDC,2025-01-06,p,ana:integration:1\n`;
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const amounts = async (kind: "posted" | "refunded") => (await world.read())[kind];
  const idOf = (id: string, amount = 10_000_000) => `${toId(id)} ${amount}`;
  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo())) await sleep(50);
  };
  const watch = (
    sources: Partial<Sources>,
    happen: (progress: ReturnType<typeof quietProgress>) => Promise<void>,
  ) => watchWhile(world, journal, sources, happen);

  it("posts rows as they are appended, each once, and refunds", async () => {
    const sales = await write("sales.csv", `${SALES_HEADER}\n${line("s-1")}`);
    const refunds = await write("refunds.csv", "refund_id,sale_id,amount,reason,occurred_at\n");
    const watched = await watch({ sales, refunds }, async () => {
      await until(async () => (await amounts("posted")).length === 1);
      await appendFile(sales, line("s-2") + line("s-3"));
      await until(async () => (await amounts("posted")).length === 3);
      await appendFile(refunds, "r-1,s-2,10.00,late,2025-01-07\n");
      await until(async () => (await amounts("refunded")).length === 1);
    });
    expect(await amounts("posted")).to.deep.equal(["s-1", "s-2", "s-3"].map((id) => idOf(id)));
    expect(watched).to.deep.include({ posted: 3, refunded: 1, failures: 0 });
  });

  it("waits for the line end of a half-written line, and tells of a posted sale that is otherwise now", async () => {
    const [half, rest] = [line("s-2").slice(0, -30), line("s-2").slice(-30)];
    const sales = await write("sales.csv", `${SALES_HEADER}\n${line("s-1")}`);
    await watch({ sales }, async ({ notes }) => {
      await until(async () => (await amounts("posted")).length === 1);
      await appendFile(sales, half);
      await until(async () => notes.some((note) => note.includes("no line end")));
      expect(await amounts("posted")).to.deep.equal([idOf("s-1")]);
      await appendFile(sales, rest);
      await until(async () => (await amounts("posted")).length === 2);
      await write("sales.csv", `${SALES_HEADER}\n${line("s-1").replace("10.00", "11.00")}`);
      await until(async () => notes.some((note) => note.includes('amount "11", posted as "10"')));
    });
    expect(await amounts("posted")).to.deep.equal([idOf("s-1"), idOf("s-2")]);
  });

  it("follows a folder", async () => {
    await write("a.csv", `${SALES_HEADER}\n${line("s-1")}`);
    await watch({ sales: folder }, async () => {
      await until(async () => (await amounts("posted")).length === 1);
      await write("b.csv", `${SALES_HEADER}\n${line("s-2")}`);
      await until(async () => (await amounts("posted")).length === 2);
    });
    expect(await amounts("posted")).to.deep.equal([idOf("s-1"), idOf("s-2")]);
  });

  it("tells of a bad row once, and goes on when it is corrected", async () => {
    const bad = line("s-1").replace("ana", "nobody");
    const sales = await write("sales.csv", `${SALES_HEADER}\n${bad}`);
    const watched = await watch({ sales }, async ({ notes }) => {
      await until(async () => notes.length > 0);
      await sleep(300);
      expect(notes).to.have.length(1);
      expect(notes[0]).to.include("line 2").and.include('"nobody"');
      await write("sales.csv", `${SALES_HEADER}\n\n${bad}`);
      await sleep(2_000);
      expect(notes).to.have.length(1);
      await write("sales.csv", `${SALES_HEADER}\n${line("s-1").replace("initial", "unheard-of")}`);
      await until(async () => notes.length > 1);
      expect(notes[1]).to.include("s-1").and.include('"unheard-of"');
      await write("sales.csv", `${SALES_HEADER}\n${line("s-1")}`);
      await until(async () => (await amounts("posted")).length === 1);
    });
    expect(watched).to.deep.include({ posted: 1, failures: 0 });
  });

  it("tells of a refund that comes too late, and makes the others", async () => {
    const sales = await write("sales.csv", `${SALES_HEADER}\n${line("s-1")}`);
    const refunds = await write("refunds.csv", "refund_id,sale_id,amount,reason,occurred_at\n");
    await watch({ sales, refunds }, async ({ notes }) => {
      await until(async () => (await amounts("posted")).length === 1);
      await world.request("evm_increaseTime", 365 * 86_400);
      await world.request("evm_mine");
      await appendFile(sales, line("s-2"));
      await until(async () => (await amounts("posted")).length === 2);
      await appendFile(refunds, "r-1,s-1,10.00,late,2025-01-07\nr-2,s-2,10.00,,2026-01-07\n");
      await until(async () => (await amounts("refunded")).length === 1);
      await appendFile(sales, line("s-3"));
      await until(async () => (await amounts("posted")).length === 3);
      expect(notes.filter((note) => note.includes("final since"))).to.have.length(1);
    });
    expect(await amounts("refunded")).to.deep.equal([idOf("r-2")]);
    const options = { program: world.program.address, journal };
    const told = await jsonOf<{ waiting: object[] }>(world.world, status, options);
    expect(told.waiting).to.have.length(1);
    expect(told.waiting[0]).to.deep.include({ kind: "refund", name: "r-1", state: "seen" });
    expect(told.waiting[0]).to.have.property("note").that.includes("final since");
  });

  it("says nothing of one that is acknowledged", async () => {
    const sales = await write("sales.csv", `${SALES_HEADER}\n${line("s-1")}`);
    const refunds = await write("refunds.csv", "refund_id,sale_id,amount,reason,occurred_at\n");
    const acknowledged = await write("late.csv", "refund_id,amount,reason\nr-1,10,lost\n");
    await watch({ sales, refunds, acknowledged }, async ({ notes }) => {
      await until(async () => (await amounts("posted")).length === 1);
      await world.request("evm_increaseTime", 365 * 86_400);
      await world.request("evm_mine");
      await appendFile(refunds, "r-1,s-1,10.00,late,2025-01-07\n");
      await sleep(2_000);
      await appendFile(sales, line("s-2"));
      await until(async () => (await amounts("posted")).length === 2);
      expect(notes.filter((note) => note.includes("r-1"))).to.deep.equal([]);
    });
    const options = { program: world.program.address, journal };
    const told = await jsonOf<{ waiting: { note: string }[] }>(world.world, status, options);
    expect(told.waiting.map(({ note }) => note)).to.deep.equal(["acknowledged: lost"]);
  });

  it("follows what Stripe tells the endpoint, attributed on the way", async () => {
    const touchpoints = await write(
      "touchpoints.csv",
      "customer_id,partner,role,channel,occurred_at\ncus_1,ana,integration,link,2025-12-30\n",
    );
    await write("rates.csv", "date,currency,rate\n2025-01-01,EUR,1\n");
    const euros = { eur: { to: "USDC", by: "rates" } };
    const mapping = await write(
      "mapping.json",
      JSON.stringify({ currencies: euros, rates: "rates.csv" }),
    );
    const excluding = [{ name: "renewals", when: { kind: "renewal" }, verdict: "exclude" }];
    const rules = await write("rules.json", JSON.stringify({ rules: excluding }));
    const path = join(folder, "store.sqlite");
    const store = openStore(path);
    const keep = { customers: ["customer"], metadata: [] } as const;
    const webhook = await serveWebhook({
      ...{ store, secret: SECRET, host: "127.0.0.1", port: 0, keep },
      onEvent: () => {},
    });
    const attribution = {
      touchpoints,
      model: parseModel({
        ...{ model: "linear", lookback: undefined, halfLife: undefined, position: undefined },
        ...{
          within: undefined,
          by: undefined,
          order: undefined,
          game: undefined,
          every: undefined,
        },
      }),
    };
    try {
      const event = anEvent("checkout.session.completed", SESSION);
      const watched = await watch(
        { store: path, mapping, rules, attribution },
        async ({ notes }) => {
          await send(webhook.url, anEvent("invoice.paid", { ...RENEWAL, customer: "cus_1" }));
          expect((await send(webhook.url, event)).status).to.equal(200);
          await until(async () => (await amounts("posted")).length === 1 || notes.length > 1);
          expect((await send(webhook.url, event)).status).to.equal(200);
          await send(webhook.url, anEvent("charge.refunded", refunded(1_900)));
          await until(async () => (await amounts("refunded")).length === 1 || notes.length > 3);
        },
      );
      expect(watched).to.deep.include({ posted: 1, refunded: 1 });
    } finally {
      await webhook.close();
      store.close();
    }
  });

  it("shows how far everything is, and why it waits", async () => {
    const options = { program: world.program.address, journal };
    expect(await refusalOf(world.world, status, options)).to.include("no journal");
    const sales = await write("sales.csv", `${SALES_HEADER}\n${line("s-1")}`);
    await watch({ sales }, async () => {
      await until(async () => (await amounts("posted")).length === 1);
    });
    await world.request("hardhat_setBalance", world.account, "0x10000");
    await appendFile(sales, line("s-2"));
    await watch({ sales }, async ({ notes }) => until(async () => notes.length > 0));
    const told = await jsonOf<Record<string, unknown>>(world.world, status, options);
    expect(told.sales).to.deep.equal({ seen: 0, attributed: 1, sent: 0, mined: 0, final: 1 });
    expect(told.refunds).to.deep.equal({ seen: 0, attributed: 0, sent: 0, mined: 0, final: 0 });
    const [waiting] = told.waiting as { name: string; note: string }[];
    expect(waiting).to.deep.include({ kind: "sale", name: "s-2", state: "attributed" });
    expect(waiting?.note).to.include("enough ETH");
    const { stdout } = await runVerb(world.world, status, options);
    expect(stdout).to.include("1 final").and.include("Waiting: sale s-2");

    const path = join(folder, "unread.sqlite");
    const store = openStore(path);
    for (const [id, type] of ["customer.created", "payout.paid", "payout.paid"].entries())
      storeUnread(store, { id: `evt_${id}`, type, created: 1, data: { object: {} } });
    store.close();
    const named = await runVerb(world.world, status, { ...options, store: path });
    expect(named.stdout).to.include(
      "3 events of kinds that are not read: payout.paid (2), customer.created.",
    );
    const missing = { ...options, store: join(folder, "none.sqlite") };
    expect(await refusalOf(world.world, status, missing)).to.include("no such file");
  });
});

describe("`sales watch`", function () {
  this.timeout(120_000);

  it("ends cleanly on Ctrl-C, and says what it has done", async () => {
    const served = await openServed();
    const file = await served.salesFile("w", 3);
    const hardhat = fileURLToPath(
      new URL("dist/src/cli.js", import.meta.resolve("hardhat/package.json")),
    );
    const options = ["--network", "localhost", "--program", served.program.address];
    const journal = await served.folder.write("journal.sqlite", "");
    const files = ["--sales", file, "--journal", journal, "--json"];
    const child = spawn(process.execPath, [hardhat, "sales", "watch", ...options, ...files], {
      cwd: ROOT,
      env: { ...process.env, LOCALHOST_RPC_URL: served.server.url },
    });
    let stdout = "";
    child.stdout.on("data", (data: Buffer) => {
      stdout += data.toString();
    });
    child.stderr.on("data", (data: Buffer) => {
      if (data.toString().includes("3 sales posted")) child.kill("SIGINT");
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.include({ posted: 3, failures: 0, rounds: 1 });
    await served.close();
  });
});
