import type { Address } from "viem";
import { WAYS } from "../../../core/deal/POWERS.ts";
import { PLAN_POWERS } from "../../../core/equity/PLAN_POWERS.ts";
import { EXPLAINED_PLAN_ABI } from "../../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { send } from "../../../scripts/chain/send.ts";
import type { EquityPlan } from "../../../scripts/equity/chain/openEquityPlan.ts";
import {
  ANA,
  ARBITER,
  BEN,
  CLEO,
  DAY,
  GUARDIAN,
  OPERATOR,
  TAX,
  TREASURY,
} from "./openEquityWorld.ts";
import { isRefusal, wait } from "./playPlan.ts";

const ACCOUNTS = [OPERATOR, ARBITER, GUARDIAN, TREASURY, TAX, ANA, BEN, CLEO];

/**
 * Has powers proposed, taken back and accepted at random, mostly by who has some; what the plan refuses is passed over.
 * @param look Called after each act that the plan took.
 * @returns Which were done, and how often.
 */
export async function playPowers(
  plan: EquityPlan,
  dice: (limit: number) => number,
  { count, look }: { readonly count: number; readonly look: () => Promise<void> },
): Promise<Map<string, number>> {
  const { chain, address } = plan;
  const call = { address, abi: EXPLAINED_PLAN_ABI } as const;
  const stateOf = (power: number) =>
    chain.client.readContract({ ...call, functionName: "powerState", args: [power] });
  const anybody = (): Address => ACCOUNTS[dice(ACCOUNTS.length)] ?? OPERATOR;
  const speaker = async () => {
    const { holder } = await stateOf(dice(PLAN_POWERS.length));
    return BigInt(holder) === 0n || dice(8) === 0 ? anybody() : holder;
  };
  /** Any proposal; one that waits where one does. */
  const proposal = async () => {
    const states = await Promise.all(PLAN_POWERS.map((_, power) => stateOf(power)));
    const waiting = states.flatMap(({ proposals }, power) =>
      proposals.flatMap(({ to }, way) => (BigInt(to) === 0n ? [] : [{ power, way, to }])),
    );
    return waiting[dice(waiting.length)] ?? { power: 0, way: 0, to: anybody() };
  };
  const acts: Readonly<Record<string, { often: number; act: () => Promise<unknown> }>> = {
    propose: {
      often: 6,
      act: async () => {
        const args = [dice(PLAN_POWERS.length), dice(WAYS.length), anybody()] as const;
        const account = await speaker();
        return send(chain, { ...call, account, functionName: "proposePower", args });
      },
    },
    agree: {
      often: 4,
      act: async () => {
        const { power, way, to } = await proposal();
        const account = await speaker();
        return send(chain, {
          ...{ ...call, account, functionName: "proposePower", args: [power, way, to] },
        });
      },
    },
    cancel: {
      often: 1,
      act: async () => {
        const { power, way } = await proposal();
        const account = await speaker();
        return send(chain, { ...call, account, functionName: "cancelPower", args: [power, way] });
      },
    },
    accept: {
      often: 6,
      act: async () => {
        const { power, way, to: account } = await proposal();
        await send(chain, { ...call, account, functionName: "acceptPower", args: [power, way] });
        note(`accept by ${WAYS[way]}`);
      },
    },
    "announce an exit": {
      often: 1,
      act: async () => {
        const account = await speaker();
        return send(chain, { ...call, account, functionName: "declareExit", args: [""] });
      },
    },
    "veto the exit": {
      often: 1,
      act: async () =>
        send(chain, { ...call, account: await speaker(), functionName: "vetoExit", args: [] }),
    },
    wait: { often: 4, act: () => wait(chain, dice(4 * DAY)) },
    "wait long": { often: 1, act: () => wait(chain, dice(45 * DAY)) },
  };
  const turns = Object.entries(acts).flatMap(([name, { often }]) =>
    Array<string>(often).fill(name),
  );
  const done = new Map<string, number>();
  const note = (name: string) => done.set(name, (done.get(name) ?? 0) + 1);
  for (let turn = 0; turn < count; turn++) {
    const name = turns[dice(turns.length)] ?? "wait";
    try {
      await acts[name]?.act();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      continue;
    }
    note(name);
    await look();
  }
  return done;
}
