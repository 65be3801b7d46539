import type { Address, Hex } from "viem";
import { RevertError } from "../../core/messages/RevertError.ts";
import { lesser } from "../../core/money/lesser.ts";
import type { Deployed } from "./Deployed.ts";
import { findRefusal } from "./findRefusal.ts";

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
  /** Called with each item that the program refuses, which is left out. Without this the first refusal ends it all. */
  readonly onRefusal?: (error: RevertError, item: Item) => void;
}

/** Items that one transaction does, tried on the chain as it is. */
export interface Batch<Item> {
  readonly items: readonly Item[];
  readonly data: Hex;
  /** 0 where nothing is sent and the RPC cannot tell what a call takes after those that are written down. */
  readonly gas: bigint;
}

/** Cuts items, in order, into as few calls as the gas goal allows. What the program refuses is told in words. */
export async function* cutBatches<Item>(
  program: Deployed,
  batches: Batches<Item>,
): AsyncGenerator<Batch<Item>, void, undefined> {
  let size = FIRST_SIZE;
  let perItem = 0n;
  let cut = 0;
  // Less after a refusal: what is refused is found by halves, and what follows in steps that double.
  let most = MOST;
  for (let from = 0; from < batches.items.length; ) {
    const items = batches.items.slice(from, from + Math.min(size, most));
    const data = batches.encode(items);
    const enough = lesser((perItem * BigInt(items.length) * 13n) / 10n, GAS_LIMIT);
    if (cut >= ESTIMATED && (await isEnough(program, batches.account, data, enough))) {
      yield { items, data, gas: enough };
    } else {
      const estimate = await estimateGas(program, batches, items);
      if (estimate instanceof RevertError) {
        most = Math.ceil(items.length / 2);
        from += leaveOut(batches, items, estimate);
        continue;
      }
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
    most = Math.min(MOST, most * 2);
  }
}

/** Leaves an item out that is refused by itself. Returns how many that are. */
function leaveOut<Item>(
  { onRefusal }: Batches<Item>,
  items: readonly Item[],
  refusal: RevertError,
): number {
  const [item] = items;
  if (item === undefined || items.length > 1) return 0;
  onRefusal?.(refusal, item);
  return 1;
}

/** How many items of the same size fit the goal, less a little. At least one, and fewer where the estimate was over it. */
function fitting(items: number, estimate: bigint): number {
  if (estimate === 0n) return items;
  const fit = Number((BigInt(items) * GAS_GOAL * 19n) / (estimate * 20n));
  return Math.max(1, fit);
}

async function isEnough(
  { chain, address: to }: Deployed,
  account: Address,
  data: Hex,
  gas: bigint,
): Promise<boolean> {
  return chain.client.call({ account, to, data, gas }).then(
    () => true,
    () => false,
  );
}

/** The gas that a batch takes, beyond the goal where it is refused as too large; or why the program refuses items of it. */
async function estimateGas<Item>(
  program: Deployed,
  batches: Batches<Item>,
  items: readonly Item[],
): Promise<bigint | RevertError> {
  const { account, encode } = batches;
  const data = encode(items);
  try {
    return await program.chain.client.estimateGas({ account, to: program.address, data });
  } catch (error) {
    const refusal = await findRefusal(program, account, data);
    if (refusal instanceof RevertError && (await isOfItems(program, batches, items))) {
      return refusal;
    }
    if (refusal !== undefined) throw refusal;
    // The call succeeds, so it is its size that the RPC refuses.
    if (items.length > 1) return GAS_GOAL * 2n;
    throw error;
  }
}

/** Whether a refusal is of some items, and can be told so: one that any call meets, even with no items at all, is not. */
async function isOfItems<Item>(
  program: Deployed,
  { account, encode, onRefusal }: Batches<Item>,
  items: readonly Item[],
): Promise<boolean> {
  if (onRefusal === undefined) return false;
  return items.length > 1 || (await findRefusal(program, account, encode([]))) === undefined;
}
