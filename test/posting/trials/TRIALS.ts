import { readFile, truncate, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Fate } from "../support/startProxy.ts";
import type { Trial } from "./Trial.ts";

/** Requests that a whole run makes, about. */
const REQUESTS = 70;
const SENDING = "eth_sendTransaction";

/** What goes wrong, by its name. Each leaves the mischief on; the trial is then ended by runs without any. */
export const TRIALS: Readonly<Record<string, (trial: Trial) => Promise<void>>> = {
  async kills(trial) {
    const { random } = trial;
    for (let times = random.between(1, 2); times > 0; times--) {
      const signal = random.pick(["SIGKILL", "SIGKILL", "SIGTERM", "SIGINT"] as const);
      await trial.killAt(random.between(1, REQUESTS), signal);
    }
  },

  async losses(trial) {
    const { random, mischief } = trial;
    const bad: readonly Fate[] = ["lost", "unanswered", "doubled", "late"];
    mischief.fate = () => (random.chance(0.12) ? random.pick(bad) : "fine");
    await trial.run();
  },

  async refusals(trial) {
    const { random, mischief } = trial;
    const errors = [
      { code: -32_603, message: "Internal error" },
      { code: -32_602, message: "Missing or invalid parameters" },
      { code: -32_005, message: "too many requests" },
      { code: -32_000, message: "header not found" },
    ];
    const [error, first, length] = [
      random.pick(errors),
      random.between(1, REQUESTS),
      random.between(1, 8),
    ];
    let count = 0;
    mischief.refuse = () => {
      count++;
      return count >= first && count < first + length ? error : undefined;
    };
    await trial.run();
  },

  async lags(trial) {
    const { random, mischief } = trial;
    await trial.killAt(random.between(20, REQUESTS), "SIGKILL");
    const back = random.between(1, 4);
    const [first, length] = [random.between(1, 40), random.between(1, 12)];
    const head = Number(await trial.request("eth_blockNumber"));
    const old = `0x${Math.max(1, head - back).toString(16)}`;
    let count = 0;
    const lags = () => count >= first && count < first + length;
    mischief.ask = (method, params) => {
      count++;
      if (!lags()) return params;
      if (method === "eth_call" || method === "eth_getTransactionCount")
        return [params[0], old, ...params.slice(2)];
      return method === "eth_getBlockByNumber" ? [old, ...params.slice(1)] : params;
    };
    mischief.lie = (method, result) => (lags() && method === "eth_blockNumber" ? old : result);
    await trial.run();
  },

  async counts(trial) {
    const { random, mischief } = trial;
    const [which, by] = [random.between(1, 8), random.pick([-1, 1, 2])];
    let count = 0;
    mischief.lie = (method, result) => {
      if (method !== "eth_getTransactionCount" || ++count !== which) return result;
      return `0x${Math.max(0, Number(result) + by).toString(16)}`;
    };
    await trial.run();
  },

  async receipts(trial) {
    const { random, mischief } = trial;
    const [which, lie] = [random.between(1, 5), random.pick(["none", "without logs", "failed"])];
    let count = 0;
    mischief.lie = (method, result) => {
      if (method !== "eth_getTransactionReceipt" || result === null || ++count !== which)
        return result;
      if (lie === "none") return null;
      return { ...(result as object), ...(lie === "failed" ? { status: "0x0" } : { logs: [] }) };
    };
    await trial.run();
  },

  async reorganisations(trial) {
    const { random, mischief } = trial;
    const from = random.between(10, REQUESTS - 5);
    const to = from + random.between(1, 20);
    let count = 0;
    let snapshot: unknown;
    mischief.before = async () => {
      count++;
      if (count === from) snapshot = await trial.request("evm_snapshot");
      if (count < to || snapshot === undefined) return;
      const marked = snapshot;
      snapshot = undefined;
      await trial.request("evm_revert", marked);
      await trial.request("evm_mine");
    };
    await trial.run();
  },

  async changes(trial) {
    const { random } = trial;
    const owed = trial.sales.reduce((sum, { amount }) => sum + amount, 0n);
    await trial.killAt(random.between(25, REQUESTS), "SIGKILL");
    const kept = trial.sales.filter(() => random.chance(0.7));
    const changed = kept.map((sale) => (random.chance(0.5) ? trial.newSale(sale.id) : sale));
    await trial.change([...changed, trial.newSale("s-new")], owed);
  },

  async cuts(trial) {
    const text = trial.text();
    await trial.write(text.slice(0, trial.random.between(0, text.length)));
    await trial.run();
    await trial.write();
  },

  async damages(trial) {
    const { random, journal } = trial;
    await trial.killAt(random.between(20, REQUESTS), "SIGKILL");
    const path = random.chance(0.5) ? journal : `${journal}-wal`;
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (bytes.length > 0) {
      const at = random.between(0, bytes.length - 1);
      if (random.chance(0.3)) await truncate(path, at);
      else {
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7));
        await writeFile(path, bytes);
      }
    }
    const { status } = await trial.run();
    // As it is told to do.
    if (status !== 0) await trial.forgetJournal();
  },

  async "full disks"(trial) {
    await trial.run(trial.journal, trial.random.between(1, 200));
  },

  async gaps(trial) {
    const { random, mischief, served } = trial;
    await trial.request("evm_setAutomine", false);
    const foreign = await trial.request(SENDING, {
      ...{ from: served.account, to: served.account, value: "0x1", gas: "0x5208" },
    });
    const after = random.between(1, REQUESTS);
    let count = 0;
    mischief.before = async () => {
      if (++count !== after) return;
      await trial.request("hardhat_dropTransaction", foreign).catch(() => undefined);
      await trial.request("evm_setAutomine", true);
    };
    const run = trial.start();
    // A run may wait for it with fewer requests.
    const later = sleep(15_000).then(() => trial.request("evm_setAutomine", true));
    await trial.end(run);
    await later;
  },

  async twins(trial) {
    await trial.allow();
    const first = trial.start();
    await sleep(trial.random.between(0, 400));
    const second = trial.start(`${trial.journal}.other`);
    await Promise.all([trial.end(first), trial.end(second)]);
  },
};
