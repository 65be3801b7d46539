import type { Address, Hex } from "viem";
import { lesser } from "../money/lesser.ts";
import { explainRevert } from "./explainRevert.ts";
import type { Program } from "./openProgram.ts";
import { RevertError } from "./RevertError.ts";

/** A transaction stays below 12 million gas; this leaves room for what changes between estimate and block. */
const GAS_GOAL = 11_000_000n;
const GAS_LIMIT = 12_000_000n;
const FIRST_SIZE = 50;
const MOST = 250;
/** Batches whose gas is estimated; further ones are tried with what these took, which costs a node a tenth. */
const ESTIMATED = 2;

export interface Batches<Item> {
  readonly account: Address;
  readonly items: readonly Item[];
  /** The call that does some of the items. */
  readonly encode: (items: readonly Item[]) => Hex;
  /** Called where the program's funds are short for a batch. Resolves to whether it is worth another try. */
  readonly onShortage?: (error: RevertError, items: readonly Item[]) => Promise<boolean>;
}

/** Items that one transaction does, tried on the chain as it is. */
export interface Batch<Item> {
  readonly items: readonly Item[];
  readonly data: Hex;
  readonly gas: bigint;
}

/** Cuts items, in order, into as few calls as the gas goal allows. What the program refuses is told in words. */
export async function* cutBatches<Item>(
  program: Program,
  batches: Batches<Item>,
): AsyncGenerator<Batch<Item>, void, undefined> {
  let size = FIRST_SIZE;
  let perItem = 0n;
  let cut = 0;
  for (let from = 0; from < batches.items.length; ) {
    const items = batches.items.slice(from, from + size);
    const data = batches.encode(items);
    const enough = lesser((perItem * BigInt(items.length) * 13n) / 10n, GAS_LIMIT);
    if (cut >= ESTIMATED && (await isEnough(program, batches.account, data, enough))) {
      yield { items, data, gas: enough };
    } else {
      const estimate = await estimateGas(program, batches, items);
      if (estimate > GAS_GOAL && items.length > 1) {
        size = fitting(items.length, estimate);
        continue;
      }
      yield { items, data, gas: lesser((estimate * 11n) / 10n, GAS_LIMIT) };
      perItem = estimate / BigInt(items.length);
      size = Math.min(MOST, fitting(items.length, estimate));
    }
    cut++;
    from += items.length;
  }
}

/** How many items of the same size fit the goal, less a little. At least one, and fewer where the estimate was over it. */
function fitting(items: number, estimate: bigint): number {
  const fit = Number((BigInt(items) * GAS_GOAL * 19n) / (estimate * 20n));
  return Math.max(1, fit);
}

async function isEnough(
  { chain, address: to }: Program,
  account: Address,
  data: Hex,
  gas: bigint,
): Promise<boolean> {
  return chain.client.call({ account, to, data, gas }).then(
    () => true,
    () => false,
  );
}

/** The gas that a batch takes; beyond the goal where it is refused as too large. */
async function estimateGas<Item>(
  program: Program,
  batches: Batches<Item>,
  items: readonly Item[],
): Promise<bigint> {
  const { chain, address } = program;
  const data = batches.encode(items);
  try {
    return await chain.client.estimateGas({ account: batches.account, to: address, data });
  } catch (error) {
    const refusal = await findRefusal(program, batches.account, data);
    if (refusal instanceof RevertError && refusal.owed !== undefined) {
      const again = await batches.onShortage?.(refusal, items);
      if (again === true) return estimateGas(program, batches, items);
    }
    if (refusal !== undefined) throw refusal;
    // The call succeeds, so it is its size that the RPC refuses.
    if (items.length > 1) return GAS_GOAL * 2n;
    throw error;
  }
}

/** Why the program refuses a call, in words; undefined where it does not. */
async function findRefusal(
  { chain, address }: Program,
  account: Address,
  data: Hex,
): Promise<unknown> {
  try {
    await chain.client.call({ account, to: address, data });
    return undefined;
  } catch (error) {
    return explainRevert(error);
  }
}
