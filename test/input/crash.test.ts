import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { openStore } from "../../scripts/ingest/store/openStore.ts";
import { readStored } from "../../scripts/ingest/store/readStored.ts";
import { hardhat } from "../integration/support/cli.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { anEvent, refunded, SECRET, SESSION, send } from "./support.ts";

const ENDPOINT = fileURLToPath(new URL("endpoint.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HARDHAT = fileURLToPath(
  new URL("dist/src/cli.js", import.meta.resolve("hardhat/package.json")),
);

/** A process and what it says first that has an address in it. */
async function start(command: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
  });
  const output = { stdout: "", stderr: "" };
  const url = await new Promise<string>((resolve, reject) => {
    const look = (stream: "stdout" | "stderr") => (data: Buffer) => {
      output[stream] += data.toString();
      const found = /http:\/\/[\w.:/]+/.exec(output[stream])?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", look("stdout"));
    child.stderr.on("data", look("stderr"));
    child.on("exit", () => reject(new Error(`it ended: ${output.stderr}`)));
  });
  return { child, url, output };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.kill(signal);
  await closed;
}

/** A request of which no more comes. */
async function halfSent(url: string): Promise<Socket> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(`POST ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 99\r\n\r\n{`);
  return socket;
}

describe("An endpoint that crashes", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  it("between storing and answering: Stripe's retry has no second effect", async () => {
    const path = folder.path("store.sqlite");
    const events = [
      anEvent("checkout.session.completed", SESSION),
      anEvent("charge.refunded", refunded(1_000)),
      anEvent("charge.refunded", refunded(2_500)),
    ];
    for (const event of events) {
      const crashing = await start([ENDPOINT, path, "crash"]);
      const died = once(crashing.child, "exit");
      const outcome = await send(crashing.url, event).catch(() => "no answer");
      expect(outcome).to.equal("no answer");
      expect((await died)[1]).to.equal("SIGKILL");

      const next = await start([ENDPOINT, path]);
      const answer = await send(next.url, event);
      expect(answer.status).to.equal(200);
      expect(await answer.text()).to.equal("known already\n");
      await stop(next.child, "SIGKILL");
    }
    const store = openStore(path);
    const { sales, refunds } = readStored(store);
    store.close();
    expect(sales.map(({ id, amount }) => [id, amount])).to.deep.equal([["pi_1", 11_900n]]);
    expect(refunds.map(({ id, amount }) => [id, amount])).to.deep.equal([
      ["ch_1@1000", 1_000n],
      ["ch_1@2500", 1_500n],
    ]);
  });

  it("cuts a client off that takes more than 10 s for its request", async () => {
    const endpoint = await start([ENDPOINT, folder.path("slow.sqlite")]);
    const from = Date.now();
    const slow = await halfSent(endpoint.url);
    slow.resume();
    await once(slow, "close");
    expect(Date.now() - from).to.be.within(9_000, 14_000);
    await stop(endpoint.child, "SIGTERM");
  });

  it("killed at any moment, it has stored whatever it has answered", async () => {
    const path = folder.path("killed.sqlite");
    const answered: string[] = [];
    for (let round = 0; round < 5; round++) {
      const endpoint = await start([ENDPOINT, path]);
      const before = answered.length;
      let isEnough = () => {};
      // However fast the machine is: at once, and after some answers, each time more.
      const some = new Promise<void>((go) => {
        isEnough = go;
        if (round === 0) setTimeout(go, 5);
      });
      const sending = Array.from({ length: 30 }, async (_, index) => {
        const id = `pi_${round}_${index}`;
        const event = anEvent("checkout.session.completed", {
          ...SESSION,
          id: `cs_${round}_${index}`,
          payment_intent: id,
        });
        const answer = await send(endpoint.url, event).catch(() => undefined);
        if (answer?.status === 200) answered.push(id);
        if (answered.length - before >= 6 * round) isEnough();
      });
      await Promise.race([Promise.all(sending), some]);
      await stop(endpoint.child, "SIGKILL");
      await Promise.all(sending);
    }
    const store = openStore(path);
    const stored = readStored(store).sales.map(({ id }) => id);
    store.close();
    expect(answered.length).to.be.greaterThan(0);
    expect(stored).to.include.members(answered);
    expect(new Set(stored).size).to.equal(stored.length);
  });
});

describe("sales webhook and sales export", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  it("run as a user runs them, and say nothing of secrets or people", async () => {
    const store = folder.path("store.sqlite");
    const mapping = await folder.write(
      "mapping.json",
      JSON.stringify({
        currencies: { eur: "EURC" },
        kinds: [{ when: { attributes: { "metadata.plan": "pro" } }, kind: "expansion" }],
        metadata: ["plan"],
      }),
    );
    const command = ["sales", "webhook", "--port", "0", "--store", store, "--mapping", mapping];
    const environment = { STRIPE_WEBHOOK_SECRET: SECRET };
    const { child, url, output } = await start([HARDHAT, ...command, "--json"], environment);
    await send(url, anEvent("charge.refunded", refunded(2_500)));
    await send(url, anEvent("charge.refunded", refunded(9, "ch_2", "pi_2")));
    await send(url, anEvent("checkout.session.completed", SESSION));
    await send(url, anEvent("checkout.session.completed", SESSION), { secret: "whsec_x" });
    await send(url, anEvent("payout.paid", { id: "po_1" }));
    await stop(child, "SIGTERM");
    expect(child.exitCode).to.equal(0);
    expect(JSON.parse(output.stdout)).to.deep.equal({
      ...{ url, stored: 3, known: 0, ignored: 1, refused: 1 },
      unread: [{ type: "payout.paid", count: 1 }],
    });
    expect(output.stdout + output.stderr).not.to.match(/whsec|visitor|cus_|Jo/);

    const files = { sales: folder.path("out/sales.csv"), refunds: folder.path("out/refunds.csv") };
    const out = ["--out-sales", files.sales, "--out-refunds", files.refunds];
    const exporting = ["sales", "export", "--store", store, "--mapping", mapping, ...out];
    const exported = await hardhat("http://127.0.0.1:9", [...exporting, "--json"]);
    expect(exported.status, exported.stderr).to.equal(0);
    expect(JSON.parse(exported.stdout)).to.deep.equal({
      ...files,
      counts: { sales: 1, refunds: 1, setAside: 0, waiting: 1 },
      // The sale has a code, and the mapping none.
      nobody: { sales: [], codes: 1, codeNames: ["promo_ANA10"], links: 0, touches: 0 },
      disputed: [],
      unread: [{ type: "payout.paid", count: 1 }],
    });
    const told = await hardhat("http://127.0.0.1:9", exporting);
    expect(told.stdout).to.include("1 event of kinds that are not read: payout.paid.");
    expect(await readFile(files.sales, "utf8")).to.match(
      /^sale_id,customer_id,kind,amount,currency,occurred_at,product\npi_1,visitor-1,expansion,100,EURC,2026-01-01T\d\d:\d\d:\d\dZ,\n$/,
    );
    expect(await readFile(files.refunds, "utf8")).to.match(
      /^refund_id,sale_id,amount,reason,occurred_at,total\nch_1@2500,pi_1,21,refund,2026-\S+Z,21\n$/,
    );
  });

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    it(`end within seconds of ${signal} with a request half sent, and lose nothing`, async () => {
      const store = folder.path(`${signal}.sqlite`);
      const command = [HARDHAT, "sales", "webhook", "--port", "0", "--store", store, "--json"];
      const { child, url, output } = await start(command, { STRIPE_WEBHOOK_SECRET: SECRET });
      const half = await halfSent(url);
      await send(url, anEvent("checkout.session.completed", SESSION));
      const from = Date.now();
      await stop(child, signal);
      expect(Date.now() - from).to.be.lessThan(8_000);
      expect(child.exitCode, output.stderr).to.equal(0);
      expect(JSON.parse(output.stdout)).to.deep.include({ stored: 1 });
      half.destroy();
      const kept = openStore(store);
      expect(readStored(kept).sales.map(({ id }) => id)).to.deep.equal(["pi_1"]);
      kept.close();
    });
  }

  it("refuse a secret that can be guessed, and do not show it", async () => {
    const command = ["sales", "webhook", "--port", "0", "--store", folder.path("weak.sqlite")];
    for (const secret of ["whsec_", "secret", "whsec_test", "whsec_aaaaaaaaaaaaaaaaaaaaaaaa"]) {
      const { status, stderr } = await hardhat("http://127.0.0.1:9", command, {
        STRIPE_WEBHOOK_SECRET: secret,
      });
      expect(status, secret).to.equal(1);
      expect(stderr).to.include("too weak").and.include("STRIPE_WEBHOOK_SECRET");
      expect(stderr).not.to.match(/whsec_\w|"secret"/);
    }
  });

  it("say what is missing", async () => {
    const store = folder.path("none.sqlite");
    const command = ["sales", "webhook", "--port", "0", "--store", store];
    const noSecret = await hardhat("http://127.0.0.1:9", command, {
      STRIPE_WEBHOOK_SECRET: undefined,
      CI: "true",
    });
    expect(noSecret.status).to.equal(1);
    expect(noSecret.stderr).to.include("STRIPE_WEBHOOK_SECRET").and.include("keystore");
    const out = ["--out-sales", store, "--out-refunds", store];
    const noStore = await hardhat("http://127.0.0.1:9", [
      "sales",
      "export",
      "--store",
      store,
      ...out,
    ]);
    expect(noStore.status).to.equal(1);
    expect(noStore.stderr).to.include("there is no such file");
  });
});
