import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { SMTPServer } from "smtp-server";
import { formatUnits, parseUnits } from "viem";
import { creditsOf } from "../../core/ledger/creditsOf.ts";
import { rebuildBooks } from "../../core/ledger/rebuildBooks.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { refundSales } from "../../scripts/posting/sales/refundSales.ts";
import { Outbox } from "../../scripts/reporting/notices/Outbox.ts";
import { readSubscriptions } from "../../scripts/reporting/notices/readSubscriptions.ts";
import { runNotices, watchNotices } from "../../scripts/reporting/notices/runNotices.ts";
import { RETRIES } from "../../scripts/reporting/notices/sendDeliveries.ts";
import { buildPartnerStatement } from "../../scripts/reporting/reports/buildPartnerStatement.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { type Deal, NEW_BEN, playDeal } from "./support/playDeal.ts";
import { quietProgress } from "./support/quiet.ts";
import { type Receiver, SECRET, startReceiver } from "./support/receiver.ts";
import { refusal } from "./support/refusal.ts";
import { BEN, CLEO, refundsFile, salesFile, seedProgram } from "./support/seed.ts";
import { openWorld, type World } from "./support/world.ts";

const NOW = 1_900_000_000;

describe("Notices", () => {
  let folder: Folder;
  let receiver: Receiver;
  let outbox: Outbox;

  before(async () => {
    folder = await openFolder();
    await folder.write("secret", `${SECRET}\n`);
  });
  after(() => folder.remove());
  beforeEach(async () => {
    receiver = await startReceiver();
    outbox = Outbox.open(":memory:");
  });
  afterEach(async () => {
    outbox.close();
    await receiver.close();
  });

  /** Subscriptions to this receiver. */
  const subscribe = async (...listed: object[]) => {
    const subscriptions = listed.map((one, at) => ({
      ...{ webhook: `${receiver.url}/${at}`, secretFile: "secret" },
      ...one,
    }));
    const file = await folder.write("subscriptions.json", JSON.stringify({ subscriptions }));
    return readSubscriptions(file, true);
  };
  const run = async (
    program: Program,
    subscriptions: Awaited<ReturnType<typeof subscribe>>,
    { now = NOW, confirmations = 0, isLocal = true } = {},
  ) => {
    const progress = quietProgress();
    const parameters = { ...subscriptions, outbox, confirmations, isLocal, progress };
    const result = await runNotices(program, { ...parameters, now: () => now });
    return { ...result, notes: progress.notes };
  };
  const messages = () => receiver.received.map(({ message }) => message);
  const ids = () => receiver.received.map(({ id }) => id);

  describe("of a whole deal", () => {
    let deal: Deal;
    let program: Program;

    before(async () => {
      deal = await playDeal();
      program = deal.program;
    });
    after(() => deal.close());

    it("tell each party everything that happened to it, signed and once", async () => {
      const all = await subscribe({ partner: "*", since: "2025-01-01" });
      const { noticed, sent, failed } = await run(program, all);
      expect([sent, failed]).to.deep.equal([noticed, 0]);
      expect(receiver.received).to.have.length(noticed);
      expect(new Set(ids()).size).to.equal(noticed);
      const types = new Set(messages().map(({ type }) => type));
      expect([...types].sort()).to.deep.equal([
        ...["amendment.proposed", "amendment.withdrawn", "dispute.settled", "milestone.reached"],
        ...["payout.made", "period.locked", "recovery.proposed"],
        ...["sale.disputed", "sale.posted", "sale.refunded"],
        ...[
          "status.changed",
          "tier.changed",
          "wallet.cancelled",
          "wallet.moved",
          "wallet.proposed",
        ],
      ]);
      for (const { type, data } of messages()) {
        expect(data.program).to.equal(program.address);
        if (!type.startsWith("amendment")) expect(data.partner).to.be.a("string");
      }
      expect(await run(program, all)).to.include({ noticed: 0, sent: 0 });
      expect(receiver.received).to.have.length(noticed);
    });

    it("add up to what the statement says", async () => {
      await run(program, await subscribe({ partner: "*", since: "2025-01-01" }));
      const history = await readHistory(program);
      const books = rebuildBooks(program.currencies, history);
      for (const partner of ["ana", "ben", "cleo", "community"]) {
        const query = { partner, period: undefined, month: undefined };
        const { accounts, lines } = await buildPartnerStatement(program, query);
        for (const { address, symbol, decimals } of program.currencies) {
          const sumOf = (...types: string[]) =>
            messages()
              .filter(({ type, data }) => types.includes(type) && data.partner === partner)
              .filter(({ data }) => data.currency === symbol)
              .reduce((sum, { data }) => sum + parseUnits(String(data.amount), decimals), 0n);
          const told = lines.filter(
            ({ what, currency }) => what !== "payment" && currency.symbol === symbol,
          );
          const moved = ["sale.posted", "sale.refunded", "sale.disputed", "dispute.settled"];
          expect(sumOf(...moved, "milestone.reached"), `${partner} ${symbol}`).to.equal(
            told.reduce((sum, { amount }) => sum + amount, 0n),
          );
          const account = accounts.find(({ currency }) => currency.symbol === symbol);
          expect(sumOf("payout.made")).to.equal(account?.claimed);
          const party = books.currencies.get(address)?.parties.get(account?.wallet ?? "0x");
          const { locked } = creditsOf(program.terms, party, history.time);
          expect(formatUnits(sumOf("period.locked"), decimals)).to.equal(
            formatUnits(locked, decimals),
          );
        }
      }
    });

    it("say what was withheld, which sale, role and rate, and when it is final", async () => {
      await run(program, await subscribe({ partner: "ben", since: "2025-01-01" }));
      const sale = messages().find(({ data }) => data.sale === "s-1");
      expect(sale).to.deep.include({ type: "sale.posted" });
      expect(sale?.timestamp).to.match(/^2025-01-06T/);
      expect(sale?.data).to.deep.include({
        ...{ programName: "The whole deal", partner: "ben", wallet: BEN, sale: "s-1" },
        ...{ kind: "initial", saleAmount: "100", currency: "USDC", amount: "20.603" },
        locks: "2025-03-02",
        // The second is of the line of whom ben referred.
        lines: [
          { role: "seller", rate: "20 %", amount: "20" },
          { role: "scout", rate: "10 %", amount: "0.603" },
        ],
      });
      const payout = messages().find(({ type }) => type === "payout.made");
      expect(Number(payout?.data.withheld)).to.be.closeTo(Number(payout?.data.amount) / 10, 1e-5);
      const dispute = messages().find(({ type }) => type === "sale.disputed");
      expect(dispute?.data).to.include.keys("frozen", "reason");
    });

    it("warn of a move of the wallet before it can be done, and tell tier and status", async () => {
      const kinds = { notices: ["wallet", "tier", "status"], since: "2025-01-01" };
      const ones = [{ partner: "ana" }, { partner: "cleo" }].map((one) => ({ ...one, ...kinds }));
      await run(program, await subscribe(...ones));
      const told = messages().map(({ type, timestamp, data }) => [
        ...[type, timestamp.slice(0, 10), data.partner],
        data.to ?? data.recovery ?? data.tier ?? data.status,
      ]);
      expect(told).to.have.deep.members([
        ["recovery.proposed", "2025-01-06", "ana", CLEO],
        ["wallet.proposed", "2025-02-10", "ana", NEW_BEN],
        ["wallet.cancelled", "2025-02-10", "ana", NEW_BEN],
        ["tier.changed", "2025-03-12", "ana", "senior"],
        ["tier.changed", "2025-02-10", "cleo", "senior"],
        ["status.changed", "2025-04-05", "cleo", "suspended"],
        ["status.changed", "2025-05-06", "cleo", "active"],
        ["status.changed", "2025-05-06", "cleo", "left"],
      ]);
      const proposed = messages().find(({ type }) => type === "wallet.proposed");
      expect(proposed?.data.from).to.match(/^2025-02-12/);
    });

    it("go to whom they are for, of the kinds that were asked for, from the time that was", async () => {
      const some = await subscribe(
        { partner: "ana", notices: ["payout"], since: "2025-01-01" },
        { partner: BEN.toLowerCase(), notices: ["sale"], since: "2025-01-01" },
        { partner: "adviser", notices: ["payout"], since: "2025-01-01" },
        { partner: "*", notices: ["sale"], since: "2025-03-01" },
        { partner: "nobody yet", since: "2025-06-01" },
      );
      await run(program, some);
      const at = (path: string) => receiver.received.filter((one) => one.path === path);
      const of = (path: string) => at(path).map(({ message }) => message);
      for (const { type, data } of of("/0"))
        expect([type, data.partner]).to.deep.equal(["payout.made", "ana"]);
      for (const { type, data } of of("/1"))
        expect([type, data.partner]).to.deep.equal(["sale.posted", "ben"]);
      for (const { type, data } of of("/2"))
        expect([type, data.partner]).to.deep.equal(["payout.made", "adviser"]);
      for (const { timestamp } of of("/3")) expect(timestamp >= "2025-03-01").to.equal(true);
      for (const path of ["/0", "/1", "/2", "/3"]) expect(at(path)).to.not.have.length(0);
      expect(at("/4")).to.have.length(0);
    });

    it("are of one program: a store of another one is refused", async () => {
      await run(program, await subscribe({ partner: "ana" }));
      expect(outbox.belongsTo("another")).to.include(program.address);
      const other = Outbox.open(":memory:");
      other.belongsTo("another");
      const subscriptions = await subscribe({ partner: "ana" });
      const parameters = { ...subscriptions, outbox: other, confirmations: 0, isLocal: true };
      const refused = await refusal(
        runNotices(program, { ...parameters, progress: quietProgress(), now: () => NOW }),
      );
      expect(refused.message).to.include("another program's");
    });
  });

  describe("as things happen", () => {
    let world: World;
    let program: Program;

    beforeEach(async () => {
      world = await openWorld("2025-01-05T00:00:00Z");
      program = await seedProgram(world, folder);
    });
    afterEach(() => world.close());

    const parameters = (file: string) => ({
      ...{ file, account: world.account, progress: quietProgress() },
    });
    const post = async (...names: string[]) => {
      const lines = names.map((name) => `${name},c,initial,99,USDC,2025-01-06,p,ana:integration:1`);
      await postSales(program, parameters(await salesFile(folder, ...lines)));
    };
    const sales = () => messages().map(({ data }) => data.sale);

    it("begin with the first run, or with the time that is named", async () => {
      await post("s-1");
      const fresh = await subscribe({ partner: "ana" });
      expect(await run(program, fresh)).to.include({ noticed: 0, sent: 0 });
      await post("s-2");
      await run(program, fresh);
      expect(sales()).to.deep.equal(["s-2"]);
      // A subscription that comes later begins for itself.
      await run(
        program,
        await subscribe({ partner: "ana" }, { partner: "*", since: "2025-01-01" }),
      );
      expect(receiver.received.filter(({ path }) => path === "/0")).to.have.length(1);
      const late = receiver.received.filter(({ path }) => path === "/1");
      expect(late.map(({ message }) => message.data.sale)).to.deep.equal(["s-1", "s-2"]);
    });

    it("warn of a subscription for somebody that the program does not know", async () => {
      const known = [{ partner: "ana" }, { partner: "*" }, { partner: BEN }];
      expect((await run(program, await subscribe(...known))).notes).to.deep.equal([]);
      const { notes } = await run(program, await subscribe(...known, { partner: "anna" }));
      expect(notes).to.have.length(1);
      expect(notes[0]).to.match(/^Warning: .* no partner, pool or standing line called "anna"/);
    });

    it("tell of a period's lock as its time comes, without an event, once", async () => {
      const subscriptions = await subscribe({
        partner: "ana",
        notices: ["lock"],
        since: "2025-01-01",
      });
      await post("s-1", "s-2");
      await refundSales(program, parameters(await refundsFile(folder, "r-1,s-2,99,x,2025-01-07")));
      await moveClock(world.chain, (parseTime("2025-03-02") ?? 0) - 100);
      await post("s-3");
      await run(program, subscriptions);
      expect(receiver.received).to.deep.equal([]);
      await moveClock(world.chain, parseTime("2025-03-02") ?? 0);
      await post("s-4");
      await run(program, subscriptions);
      await run(program, subscriptions);
      expect(messages()).to.have.length(1);
      expect(messages()[0]).to.deep.include({ timestamp: "2025-03-02T00:00:00.000Z" });
      expect(messages()[0]?.data).to.deep.include({ period: 0, amount: "14.85", currency: "USDC" });
    });

    it("are tried again with the same id until they arrive", async () => {
      const subscriptions = await subscribe({ partner: "ana", since: "2025-01-01" });
      await post("s-1");
      receiver.answer = () => ({ status: 500 });
      expect(await run(program, subscriptions)).to.include({ noticed: 1, sent: 0, failed: 1 });
      const [first = 0, second = 0] = RETRIES;
      expect(await run(program, subscriptions, { now: NOW + first - 1 })).to.include({ failed: 0 });
      expect(await run(program, subscriptions, { now: NOW + first })).to.include({ failed: 1 });
      receiver.answer = () => ({ status: 204 });
      const third = { now: NOW + first + second };
      expect(await run(program, subscriptions, third)).to.include({ sent: 1, noticed: 0 });
      expect(receiver.received).to.have.length(3);
      expect(new Set(ids()).size).to.equal(1);
      expect(new Set(receiver.received.map(({ text }) => text)).size).to.equal(1);
      expect(await run(program, subscriptions, { now: NOW * 2 })).to.include({
        sent: 0,
        failed: 0,
      });
    });

    it("are given up after the last attempt, named, and tried again when asked to", async () => {
      const subscriptions = await subscribe({ partner: "ana", since: "2025-01-01" });
      await post("s-1");
      receiver.answer = () => ({ status: 503 });
      let now = NOW;
      for (const wait of [0, ...RETRIES]) {
        now += wait;
        await run(program, subscriptions, { now });
      }
      expect(receiver.received).to.have.length(RETRIES.length + 1);
      expect(outbox.count("given up")).to.equal(1);
      expect(outbox.givenUp(10)[0]).to.deep.include({ attempts: 8, why: "it answered 503" });
      await run(program, subscriptions, { now: now * 2 });
      expect(receiver.received).to.have.length(RETRIES.length + 1);
      expect(outbox.retry()).to.equal(1);
      receiver.answer = () => ({ status: 200 });
      expect(await run(program, subscriptions, { now: now * 2 })).to.include({ sent: 1 });
      expect(new Set(ids()).size).to.equal(1);
    });

    it("stop at once where an endpoint is gone, and follow no redirect", async () => {
      const subscriptions = await subscribe({ partner: "ana", since: "2025-01-01" });
      await post("s-1");
      receiver.answer = ({ path }) =>
        path === "/0" ? { status: 307, location: `${receiver.url}/elsewhere` } : { status: 200 };
      expect(await run(program, subscriptions)).to.include({ sent: 0, failed: 1 });
      expect(receiver.received.map(({ path }) => path)).to.deep.equal(["/0"]);
      receiver.answer = () => ({ status: 410 });
      expect(await run(program, subscriptions, { now: NOW + 5 })).to.include({ failed: 1 });
      expect(outbox.givenUp(1)[0]?.why).to.include("gone");
    });

    it("of one subscription do not wait for another's endpoint", async () => {
      const both = await subscribe(
        { partner: "ana", since: "2025-01-01" },
        { partner: "*", since: "2025-01-01" },
      );
      await post("s-1", "s-2", "s-3", "s-4", "s-5");
      receiver.answer = ({ path }) => ({ status: path === "/0" ? 500 : 200 });
      expect(await run(program, both)).to.include({ noticed: 10, sent: 5, failed: 3 });
      // What failed waits; what was not tried yet is due at once.
      expect(receiver.received.filter(({ path }) => path === "/0")).to.have.length(3);
    });

    it("wait for confirmations", async () => {
      const subscriptions = await subscribe({ partner: "ana", since: "2025-01-01" });
      await post("s-1");
      expect(await run(program, subscriptions, { confirmations: 2 })).to.include({ noticed: 0 });
      await post("s-2");
      await run(program, subscriptions, { confirmations: 2 });
      const { provider } = world.chain.connection;
      await provider.request({ method: "evm_mine", params: [] });
      await provider.request({ method: "evm_mine", params: [] });
      await run(program, subscriptions, { confirmations: 2 });
      expect(sales()).to.deep.equal(["s-1", "s-2"]);
    });

    it("tell a sale once that a reorganisation took out and another transaction posted again", async () => {
      const subscriptions = await subscribe({ partner: "ana", since: "2025-01-01" });
      const { provider } = world.chain.connection;
      await post("s-1");
      const snapshot = await provider.request({ method: "evm_snapshot", params: [] });
      await post("s-2");
      await run(program, subscriptions);
      expect(sales()).to.deep.equal(["s-1", "s-2"]);
      await provider.request({ method: "evm_revert", params: [snapshot] });
      await provider.request({ method: "evm_mine", params: [] });
      await post("s-3", "s-2");
      await post("s-4");
      const { notes } = await run(program, subscriptions);
      expect(notes.join()).to.include("reorganised");
      expect(sales()).to.deep.equal(["s-1", "s-2", "s-3", "s-4"]);
    });

    it("go by e-mail as well, tried again with the same Message-ID", async () => {
      const ids: string[] = [];
      let isBusy = true;
      const server = new SMTPServer({
        ...{ authOptional: true, disabledCommands: ["STARTTLS"], logger: false },
        onData(stream, _session, callback) {
          let text = "";
          stream.on("data", (chunk: Buffer) => {
            text += chunk.toString();
          });
          stream.on("end", () => {
            ids.push(/^Message-ID: (.*)$/m.exec(text)?.[1]?.trim() ?? "");
            const busy = Object.assign(new Error("busy"), { responseCode: 452 });
            callback(isBusy ? busy : null);
          });
        },
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      try {
        const { port } = server.server.address() as AddressInfo;
        const mail = { host: "127.0.0.1", port, security: "none", from: "a@acme.example" };
        const listed = { partner: "ana", email: "ana@example.org", since: "2025-01-01" };
        const file = JSON.stringify({ mail, subscriptions: [listed] });
        const subscriptions = await readSubscriptions(await folder.write("mail.json", file), false);
        await post("s-1");
        expect(await run(program, subscriptions)).to.include({ sent: 0, failed: 1 });
        isBusy = false;
        const later = { now: NOW + (RETRIES[0] ?? 0) };
        expect(await run(program, subscriptions, later)).to.include({ sent: 1, failed: 0 });
        expect(await run(program, subscriptions, later)).to.include({ sent: 0 });
        expect(ids).to.have.length(2);
        expect(ids[0])
          .to.match(/^<ntc_[0-9a-f]{32}@acme\.example>$/)
          .and.equal(ids[1]);
      } finally {
        await new Promise<void>((resolve) => server.close(() => resolve()));
      }
    });

    it("go on being sent while the RPC fails, and are read on once it answers", async () => {
      const subscriptions = await subscribe({ partner: "ana", since: "2025-01-01" });
      const progress = quietProgress();
      const stop = new AbortController();
      let isDown = false;
      const client = new Proxy(world.chain.client, {
        get(target, name) {
          if (isDown && name === "getBlockNumber") throw new Error("socket hang up");
          return Reflect.get(target, name);
        },
      });
      const watched = watchNotices(
        { ...program, chain: { ...world.chain, client } },
        { ...subscriptions, outbox, confirmations: 0, isLocal: true, progress, now: () => NOW },
        20,
        stop.signal,
      );
      const until = async (isDone: () => boolean) => {
        for (let waits = 0; !isDone() && waits < 500; waits++) await sleep(20);
        expect(isDone()).to.equal(true);
      };
      await post("s-1");
      await until(() => receiver.received.length === 1);
      isDown = true;
      await until(() => progress.notes.some((note) => note.includes("socket hang up")));
      await post("s-2");
      isDown = false;
      await until(() => receiver.received.length === 2);
      stop.abort();
      expect(await watched).to.include({ noticed: 2, sent: 2, failed: 0 });
      expect(sales()).to.deep.equal(["s-1", "s-2"]);
    });

    it("carry two signatures while one secret replaces another", async () => {
      const other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQIhrs=";
      await folder.write("secret", `${other}\n${SECRET}\n`);
      try {
        await run(program, await subscribe({ partner: "ana", since: "2025-01-01" }));
        await post("s-1");
        await run(program, await subscribe({ partner: "ana" }));
        expect(receiver.received).to.have.length(1);
        expect(
          String(receiver.received[0]?.headers["webhook-signature"]).split(" "),
        ).to.have.length(2);
      } finally {
        await folder.write("secret", `${SECRET}\n`);
      }
    });
  });
});
