import type { Hex } from "viem";
import type { RevertError } from "../../../core/messages/RevertError.ts";
import { cutBatches } from "../../chain/cutBatches.ts";
import type { Posting } from "./Posting.ts";
import type { Refusals } from "./postItems.ts";
import { settle } from "./settle.ts";
import { submit } from "./submit.ts";
import type { Transaction } from "./Transaction.ts";

export interface Sending<Item> {
  readonly purpose: "refund";
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => Hex;
  readonly encode: (items: readonly Item[]) => Hex;
  /** Told what is on its way, before the next is encoded. */
  readonly onSent: (items: readonly Item[]) => void;
  /** Whether a batch can only be tried once those before it are mined. */
  readonly isChained: boolean;
}

/**
 * Sends items in batches, several on their way together, and sees each into a block. Returns those that the program refuses.
 */
export async function sendItems<Item>(posting: Posting, sending: Sending<Item>): Promise<Refusals> {
  const { account, program, progress, settings } = posting;
  const { purpose, items, idOf, encode, onSent, isChained } = sending;
  const most = isChained ? 1 : settings.inFlight;
  const refusals = new Map<Hex, RevertError>();
  const onTheirWay: { transaction: Transaction; count: number }[] = [];
  const settleFirst = async () => {
    const first = onTheirWay.shift();
    if (first === undefined) return;
    await settle(posting, first.transaction, "mined");
    progress.add(first.count);
  };
  const batches = cutBatches(program, {
    account,
    items,
    encode,
    onRefusal: (error, item) => refusals.set(idOf(item), error),
  });
  for await (const { items: batch, data, gas } of batches) {
    const call = { purpose, account, to: program.address, value: 0n, data, gas };
    const transaction = await submit(posting, call);
    onSent(batch);
    onTheirWay.push({ transaction, count: batch.length });
    if (onTheirWay.length >= most) await settleFirst();
  }
  while (onTheirWay.length > 0) await settleFirst();
  return refusals;
}
