import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { tryToLock } from "../../scripts/files/store/tryToLock.ts";
import { hardhat } from "./support/cli.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { type Receiver, SECRET, startReceiver } from "./support/receiver.ts";
import { ANA, SALES_HEADER } from "./support/seed.ts";
import { type Server, startServer } from "./support/server.ts";
import { TERMS } from "./support/terms.ts";

const HARDHAT = fileURLToPath(
  new URL("dist/src/cli.js", import.meta.resolve("hardhat/package.json")),
);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

describe("Notices from the command line", () => {
  let server: Server;
  let folder: Folder;
  let receiver: Receiver;
  let program: string;
  let subscriptions: string;
  let path: string;
  let stores = 0;

  const json = async (...commandLine: string[]): Promise<Record<string, unknown>> => {
    const all = [...commandLine, "--network", "localhost", "--json"];
    const { status, stdout, stderr } = await hardhat(server.url, all);
    expect(status, stderr).to.equal(0);
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const post = async (...names: string[]) => {
    const lines = names.map((name) => `${name},c,initial,99,USDC,2025-01-06,p,ana:integration:1`);
    const file = await folder.write("sales.csv", `${[SALES_HEADER, ...lines].join("\n")}\n`);
    await json("sales", "post", "--program", program, "--sales", file);
  };
  const command = (store: string) => [
    ...["notices", "run", "--program", program, "--subscriptions", subscriptions],
    ...["--store", store, "--local"],
  ];
  const start = (store: string, ...more: string[]) =>
    spawn(process.execPath, [HARDHAT, ...command(store), ...more, "--network", "localhost"], {
      cwd: ROOT,
      env: { ...process.env, LOCALHOST_RPC_URL: server.url },
      stdio: "pipe",
    });
  const newStore = () => `${path}${++stores}`;

  before(async () => {
    folder = await openFolder();
    receiver = await startReceiver();
    server = await startServer("2025-01-05T00:00:00Z");
    const terms = await folder.write("terms.json", JSON.stringify(TERMS));
    program = String((await json("program", "deploy", "--terms", terms)).program);
    const partners = await folder.write(
      "partners.csv",
      `partner,wallet,tier,joined_at,referrer\nana,${ANA},senior,2023-06-01,\n`,
    );
    await json("partners", "enroll", "--program", program, "--file", partners);
    await folder.write("secret", SECRET);
    const one = {
      partner: "ana",
      webhook: receiver.url,
      secretFile: "secret",
      since: "2025-01-01",
    };
    subscriptions = await folder.write(
      "subscriptions.json",
      JSON.stringify({ subscriptions: [one] }),
    );
    path = join(subscriptions, "..", "store");
    await post("s-1", "s-2", "s-3");
  });
  after(async () => {
    await server.close();
    await receiver.close();
    await folder.remove();
  });
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answer = () => ({ status: 200 });
  });

  it("outlive a crash between delivery and its mark: that delivery alone comes twice, as the same", async () => {
    const store = newStore();
    const child = start(store);
    receiver.answer = ({ message }) => {
      // It has arrived; that it did is never known there.
      if (message.data.sale !== "s-2") return { status: 200 };
      child.kill("SIGKILL");
      return undefined;
    };
    const signal = await new Promise((resolve) => child.on("close", (_code, how) => resolve(how)));
    expect(signal).to.equal("SIGKILL");
    const sales = () => receiver.received.map(({ message }) => message.data.sale);
    expect(sales()).to.deep.equal(["s-1", "s-2"]);

    receiver.answer = () => ({ status: 200 });
    const again = await json(...command(store));
    expect(again).to.include({ noticed: 0, sent: 2, failed: 0, waiting: 0, givenUp: 0 });
    expect(sales()).to.deep.equal(["s-1", "s-2", "s-2", "s-3"]);
    const ids = receiver.received.map(({ id }) => id);
    expect(ids[1]).to.equal(ids[2]);
    expect(new Set(ids).size).to.equal(3);
    expect(await json(...command(store))).to.include({ noticed: 0, sent: 0 });
  });

  it("outlive a crash at the very first delivery", async () => {
    const store = newStore();
    const child = start(store);
    receiver.answer = () => {
      child.kill("SIGKILL");
      return undefined;
    };
    await new Promise((resolve) => child.on("close", resolve));
    receiver.answer = () => ({ status: 200 });
    await json(...command(store));
    expect(new Set(receiver.received.map(({ id }) => id)).size).to.equal(3);
    expect(receiver.received).to.have.length(4);
  });

  it("are sent by one run at a time", async () => {
    const store = newStore();
    const lock = tryToLock(store, "store");
    const { status, stderr } = await hardhat(server.url, [
      ...command(store),
      ...["--network", "localhost"],
    ]);
    expect(status).to.equal(1);
    expect(stderr).to.include("Another run is at work");
    lock?.release();
    expect(await json(...command(store))).to.include({ sent: 3 });
  });

  it("exit 1 and name what was given up, until it is tried again", async () => {
    const store = newStore();
    receiver.answer = () => ({ status: 410 });
    const line = [...command(store), "--network", "localhost"];
    const { status, stdout } = await hardhat(server.url, line);
    expect(status).to.equal(1);
    expect(stdout).to.match(/Given up: 3; --retry tries them again/);
    expect(stdout).to.match(/sale\.posted to ana http:\/\/localhost.*gone \(410\)/);
    receiver.answer = () => ({ status: 200 });
    expect(await json(...command(store), "--retry")).to.include({ sent: 3, givenUp: 0 });
  });

  it("follow what happens while they watch, and end when they are told to", async () => {
    const store = newStore();
    const child = start(store, "--watch", "--json");
    let stdout = "";
    child.stdout?.on("data", (data: Buffer) => {
      stdout += data.toString();
    });
    const until = async (count: number) => {
      for (let waits = 0; receiver.received.length < count && waits < 300; waits++)
        await sleep(100);
      expect(receiver.received).to.have.length(count);
    };
    try {
      await until(3);
      await post("s-4");
      await until(4);
    } finally {
      child.kill("SIGTERM");
    }
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).to.equal(0);
    expect(JSON.parse(stdout)).to.include({ noticed: 4, sent: 4, waiting: 0 });
  });

  it("say which option is missing or wrong", async () => {
    const ask = async (...more: string[]) => {
      const line = ["notices", "run", ...more, "--network", "localhost"];
      const { status, stderr } = await hardhat(server.url, line);
      expect(status).to.equal(1);
      return stderr;
    };
    expect(await ask("--store", newStore())).to.include("--subscriptions");
    expect(await ask("--subscriptions", subscriptions)).to.include("--store");
    const nowhere = await hardhat(server.url, [
      ...command("/nowhere/store"),
      ...["--network", "localhost"],
    ]);
    expect(nowhere.status).to.equal(1);
    expect(nowhere.stderr).to.include("The store /nowhere/store cannot be opened");
    const other = await folder.write(
      "text",
      "no database, but a text that is long enough to be looked at",
    );
    const wrong = await hardhat(server.url, [...command(other), "--network", "localhost"]);
    expect(wrong.stderr).to.include("cannot be opened").and.include("not a database");
    expect(await ask("--subscriptions", subscriptions, "--store", newStore())).to.include(
      "subscriptions[0].webhook",
    );
  });
});
