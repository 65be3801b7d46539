import { join } from "node:path";
import { expect } from "chai";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { openServed, type Served } from "../posting/support/openServed.ts";
import { startCommand } from "../posting/support/startCommand.ts";
import { type Mischief, type RpcProxy, startProxy } from "../posting/support/startProxy.ts";
import { quietProgress } from "./support/quiet.ts";
import { type Receiver, SECRET, startReceiver } from "./support/receiver.ts";

// Behind a node that gives too few logs nothing is passed over: what it lacks is told once it gives it.

const SALES = 20;

describe("`notices run` behind a node that gives too few logs", function () {
  this.timeout(300_000);
  let served: Served;
  let proxy: RpcProxy;
  let receiver: Receiver;
  let subscriptions: string;
  const mischief: { lie?: Mischief["lie"] } = {};

  before(async () => {
    served = await openServed();
    proxy = await startProxy(served.server.url, mischief);
    receiver = await startReceiver();
    const { folder, program, account } = served;
    await folder.write("secret", SECRET);
    const one = {
      partner: "ana",
      webhook: receiver.url,
      secretFile: "secret",
      since: "2025-01-01",
    };
    subscriptions = await folder.write("who.json", JSON.stringify({ subscriptions: [one] }));
    await postSales(program, {
      ...{ account, progress: quietProgress(), file: await served.salesFile("n", SALES) },
      journal: folder.path("journal.sqlite"),
    });
  });
  after(async () => {
    await proxy.close();
    await receiver.close();
    await served.close();
  });
  beforeEach(() => {
    receiver.received.length = 0;
    delete mischief.lie;
  });

  const command = (store: string, ...more: string[]) => [
    ...["notices", "run", "--program", served.program.address, "--subscriptions", subscriptions],
    ...["--store", join(served.folder.path(store)), "--local", "--json", ...more],
  ];
  const told = () => new Set(receiver.received.map(({ message }) => message.data.sale)).size;
  const isLogs = (method: string, result: unknown): result is readonly unknown[] =>
    method === "eth_getLogs" && Array.isArray(result);

  for (const [lack, answer] of [
    ["gives none", () => []],
    ["lacks the last", (logs: readonly unknown[]) => logs.slice(0, -1)],
    [
      "lacks every second",
      (logs: readonly unknown[]) => logs.filter((_, index) => index % 2 === 0),
    ],
  ] as const) {
    it(`tells all of it in the next run, where a node ${lack}`, async () => {
      const store = `store-${lack}`;
      mischief.lie = (method, result) => (isLogs(method, result) ? answer(result) : result);
      const { status, stderr, isEndless } = await startCommand(proxy.url, command(store)).ended;
      expect(isEndless, stderr).to.equal(false);
      expect(status).to.equal(1);
      expect(stderr).to.include("does not give all logs").and.include("run this again");
      expect(told()).to.equal(0);
      delete mischief.lie;
      const again = await startCommand(proxy.url, command(store)).ended;
      expect(again.status, again.stderr).to.equal(0);
      expect(told()).to.equal(SALES);
    });
  }

  it("tells all of it in one run that watches, where a node lags at first", async () => {
    let lags = 3;
    mischief.lie = (method, result) =>
      isLogs(method, result) && result.length > 0 && lags-- > 0 && receiver.received.length === 0
        ? result.slice(0, 2)
        : result;
    const first = await startCommand(proxy.url, command("store-watch")).ended;
    expect(first.status).to.equal(1);
    const watch = startCommand(proxy.url, command("store-watch", "--watch"));
    lags = 0;
    while (watch.isRunning() && told() < SALES)
      await new Promise((resolve) => setTimeout(resolve, 50));
    watch.kill("SIGTERM");
    const { status, stderr } = await watch.ended;
    expect(status, stderr).to.equal(0);
    expect(told()).to.equal(SALES);
  });
});
