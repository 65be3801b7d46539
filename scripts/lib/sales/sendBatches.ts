import type { Address, Hex, TransactionReceipt } from "viem";
import { explainRevert } from "../chain/explainRevert.ts";
import type { Program } from "../chain/openProgram.ts";
import { RevertError } from "../chain/RevertError.ts";
import { waitFor } from "../chain/send.ts";
import type { Progress } from "../cli/Progress.ts";
import { lesser } from "../money/lesser.ts";

/** A transaction stays below 12 million gas; this leaves room for what changes between estimate and block. */
const GAS_GOAL = 11_000_000n;
const GAS_LIMIT = 12_000_000n;
const FIRST_SIZE = 50;
const MOST = 250;

export interface Batches<Item> {
  readonly account: Address;
  readonly items: readonly Item[];
  readonly progress: Progress;
  /** The call that does some of the items. */
  readonly encode: (items: readonly Item[]) => Hex;
  /** Called where the program's funds are short for a batch. Resolves to whether it is worth another try. */
  readonly onShortage?: (error: RevertError, items: readonly Item[]) => Promise<boolean>;
  /** Sees each transaction once it is mined. */
  readonly onMined?: (receipt: TransactionReceipt) => void;
}

export interface SentBatches {
  readonly transactions: number;
  readonly gasUsed: bigint;
}

/** Sends items in order in as few transactions as the gas goal allows. */
export async function sendBatches<Item>(
  program: Program,
  batches: Batches<Item>,
): Promise<SentBatches> {
  let size = FIRST_SIZE;
  let transactions = 0;
  let gasUsed = 0n;
  for (let from = 0; from < batches.items.length; ) {
    const items = batches.items.slice(from, from + size);
    const estimate = await estimateGas(program, batches, items);
    if (estimate > GAS_GOAL && items.length > 1) {
      size = fitting(items.length, estimate);
      continue;
    }
    const hash = await program.chain.wallet.sendTransaction({
      account: batches.account,
      chain: program.chain.wallet.chain,
      to: program.address,
      data: batches.encode(items),
      gas: lesser((estimate * 11n) / 10n, GAS_LIMIT),
    });
    const receipt = await waitFor(program.chain, hash);
    batches.onMined?.(receipt);
    transactions++;
    gasUsed += receipt.gasUsed;
    from += items.length;
    size = Math.min(MOST, fitting(items.length, estimate));
    batches.progress.add(items.length);
  }
  return { transactions, gasUsed };
}

/** How many items of the same size fit the goal, less a little. At least one, and fewer where the estimate was over it. */
function fitting(items: number, estimate: bigint): number {
  const fit = Number((BigInt(items) * GAS_GOAL * 19n) / (estimate * 20n));
  return Math.max(1, fit);
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
