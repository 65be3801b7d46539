import hre from "hardhat";
import { type Address, erc20Abi, parseUnits, zeroHash } from "viem";
import { EXPLAINED_PLAN_ABI } from "../../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { RevertError } from "../../../core/messages/RevertError.ts";
import { accountOf, type Chain, openChain } from "../../../scripts/chain/openChain.ts";
import { send, waitFor } from "../../../scripts/chain/send.ts";
import type { EquityPlan } from "../../../scripts/equity/chain/openEquityPlan.ts";
import { createPlan } from "../../../scripts/equity/create/createPlan.ts";
import type { PlanFile } from "../../../scripts/equity/PlanFile.ts";
import type { Folder } from "../support/files.ts";
import { ARBITER, DAY, GUARDIAN, OPERATOR, TAX, TREASURY } from "./openEquityWorld.ts";

/** A chain of its own. */
export interface PlayWorld {
  readonly chain: Chain;
  readonly account: Address;
  create(
    plan: { readonly [Name in keyof PlanFile]?: PlanFile[Name] | undefined },
  ): Promise<EquityPlan>;
  close(): Promise<void>;
}

export async function openPlayWorld(folder: Folder): Promise<PlayWorld> {
  const override = { initialDate: "2026-01-01T00:00:00Z" };
  const connection = await hre.network.create({ network: "default", override });
  const chain = await openChain(connection);
  const account = await accountOf(chain, undefined);
  const powers = { operator: OPERATOR, arbiter: ARBITER, guardian: GUARDIAN, treasury: TREASURY };
  return {
    ...{ chain, account },
    create: async (plan) =>
      createPlan(chain, {
        ...{ account, ignitionFolder: hre.config.paths.ignition },
        plan: await folder.write(
          "plan.json",
          JSON.stringify({ ...powers, taxAccount: TAX, ...plan }),
        ),
      }),
    close: () => connection.close(),
  };
}

export async function wait({ connection }: Chain, seconds: number): Promise<void> {
  const ask = (method: string, params: unknown[]) =>
    connection.provider.request({ method, params });
  await ask("evm_increaseTime", [seconds]);
  await ask("evm_mine", []);
}

/** Pays a plan by a plain transfer. */
export async function pay(plan: EquityPlan, amount: string, index = 0): Promise<void> {
  const { chain, currencies, address } = plan;
  const currency = currencies[index];
  if (currency === undefined) throw new Error(`no currency ${index}`);
  const value = parseUnits(amount, currency.decimals);
  const from = { account: OPERATOR, chain: chain.wallet.chain } as const;
  const hash =
    currency.symbol === "ETH"
      ? await chain.wallet.sendTransaction({ ...from, to: address, value })
      : await chain.wallet.writeContract({
          ...{ ...from, address: currency.address, abi: erc20Abi, functionName: "transfer" },
          args: [address, value],
        });
  await waitFor(chain, hash);
}

/** Numbers from 0 to below a limit, alike for a seed. */
export function createDice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

type Act = (id: bigint) => Promise<unknown>;

/** How often some acts are tried beside others: what ends a grant seldom, what few grants allow often. */
const WEIGHTS: Readonly<Record<string, number>> = {
  ...{
    accept: 1,
    finishMove: 1,
    leave: 1,
    resume: 6,
    finish: 4,
    lapse: 8,
    call: 12,
    finishCall: 12,
  },
};

/**
 * Does so many things of all sorts to a plan at random; what it refuses is passed over. Returns which were done, and how often.
 * @param holders By grant, the first one's first.
 */
export async function playPlan(
  plan: EquityPlan,
  holders: Address[],
  dice: (limit: number) => number,
  count: number,
): Promise<Map<string, number>> {
  const { chain, address, currencies } = plan;
  const call = { address, abi: EXPLAINED_PLAN_ABI } as const;
  const now = async () => Number((await chain.client.getBlock()).timestamp);
  const ofDice = () => currencies[dice(currencies.length)]?.address ?? address;
  const holder = (id: bigint) => holders[Number(id) - 1] ?? OPERATOR;
  const by = (account: Address) => ({ ...call, account });
  for (const currency of currencies.filter(({ symbol }) => symbol !== "ETH")) {
    await send(chain, {
      ...{ account: OPERATOR, address: currency.address, abi: erc20Abi, functionName: "approve" },
      args: [address, 2n ** 255n],
    });
  }
  const acts: Record<string, Act> = {
    pay: () => {
      const index = dice(currencies.length);
      const whole = currencies[index]?.symbol === "ETH" ? 0 : dice(5_000);
      return pay(plan, `${whole}.${dice(900_000) + 100_000}`, index);
    },
    sync: () => send(chain, { ...by(OPERATOR), functionName: "sync", args: [ofDice()] }),
    claim: (id) => send(chain, { ...by(OPERATOR), functionName: "claim", args: [id, ofDice()] }),
    claimMany: (id) =>
      send(chain, { ...by(TAX), functionName: "claimMany", args: [[id, 1n, 2n], ofDice()] }),
    claimTo: (id) =>
      send(chain, { ...by(holder(id)), functionName: "claimTo", args: [id, ofDice(), TREASURY] }),
    claimTreasury: () =>
      send(chain, { ...by(OPERATOR), functionName: "claimTreasury", args: [ofDice()] }),
    claimTax: () => send(chain, { ...by(OPERATOR), functionName: "claimTax", args: [ofDice()] }),
    advance: (id) => send(chain, { ...by(OPERATOR), functionName: "advance", args: [id] }),
    pause: (id) => send(chain, { ...by(OPERATOR), functionName: "pause", args: [id] }),
    resume: (id) => send(chain, { ...by(GUARDIAN), functionName: "resume", args: [id] }),
    seat: (id) => send(chain, { ...by(OPERATOR), functionName: "seat", args: [id] }),
    withhold: (id) =>
      send(chain, {
        ...{ ...by(holder(id)), functionName: "setWithholding", args: [id, dice(300_000)] },
      }),
    resign: async (id) => {
      const date = (await now()) + (31 + dice(40)) * DAY;
      return send(chain, { ...by(holder(id)), functionName: "resign", args: [id, date] });
    },
    dismiss: async (id) => {
      const date = (await now()) + (31 + dice(40)) * DAY;
      return send(chain, { ...by(OPERATOR), functionName: "dismiss", args: [id, date, "why"] });
    },
    cause: (id) =>
      send(chain, {
        ...{ ...by(ARBITER), functionName: "dismissForCause", args: [id, "why", zeroHash] },
      }),
    withdraw: (id) => send(chain, { ...by(OPERATOR), functionName: "withdrawLeave", args: [id] }),
    finish: (id) => send(chain, { ...by(TAX), functionName: "finishLeave", args: [id] }),
    leave: async (id) => {
      await acts.dismiss?.(id);
      await wait(chain, 72 * DAY);
      await acts.finish?.(id);
    },
    lapse: (id) => send(chain, { ...by(TAX), functionName: "lapse", args: [id] }),
    offer: (id) => {
      const [currency] = currencies;
      const price = BigInt(1 + dice(10 ** 9));
      const args = [id, currency?.address ?? address, price] as const;
      const value = currency?.symbol === "ETH" ? price : 0n;
      return send(chain, { ...by(OPERATOR), functionName: "offer", args, value });
    },
    withdrawOffer: (id) =>
      send(chain, { ...by(GUARDIAN), functionName: "withdrawOffer", args: [id] }),
    accept: async (id) => {
      await acts.offer?.(id);
      await wait(chain, 8 * DAY);
      const [, { currency, price }] = await chain.client.readContract({
        ...{ ...call, functionName: "waitingFor", args: [id] },
      });
      const args = [id, currency, price] as const;
      return send(chain, { ...by(holder(id)), functionName: "acceptOffer", args });
    },
    call: async (id) => {
      for (const { address: currency } of currencies)
        await send(chain, { ...by(OPERATOR), functionName: "sync", args: [currency] });
      const prices = await chain.client.readContract({
        ...{ ...call, functionName: "priceOf", args: [id] },
      });
      const ether = currencies.findIndex(({ symbol }) => symbol === "ETH");
      const value = prices[ether] ?? 0n;
      return send(chain, { ...by(OPERATOR), functionName: "callUnits", args: [id], value });
    },
    finishCall: (id) => send(chain, { ...by(TAX), functionName: "finishCall", args: [id] }),
    move: (id) =>
      send(chain, { ...by(holder(id)), functionName: "proposeMove", args: [id, TREASURY] }),
    cancelMove: (id) => send(chain, { ...by(ARBITER), functionName: "cancelMove", args: [id] }),
    finishMove: async (id) => {
      await acts.move?.(id);
      await wait(chain, 8 * DAY);
      await send(chain, { ...by(TREASURY), functionName: "finishMove", args: [id] });
      holders[Number(id) - 1] = TREASURY;
    },
    wait: () => wait(chain, dice(40 * DAY)),
    waitLong: () => wait(chain, dice(120 * DAY)),
  };
  const names = Object.keys(acts).flatMap((name) => Array<string>(WEIGHTS[name] ?? 2).fill(name));
  const done = new Map<string, number>();
  for (let turn = 0; turn < count; turn++) {
    const name = names[dice(names.length)] ?? "wait";
    const id = BigInt(1 + dice(holders.length));
    try {
      await acts[name]?.(id);
      done.set(name, (done.get(name) ?? 0) + 1);
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return done;
}

/** The plan's, not a mistake of this test. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof RevertError) return error.errorName !== "";
  return error instanceof Error && /EquityPlan_/.test(error.message);
}
