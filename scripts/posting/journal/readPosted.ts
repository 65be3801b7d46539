import { setTimeout as sleep } from "node:timers/promises";
import { programAbi } from "../../../generated/abis/Program.ts";
import { creationBlockOf } from "../../chain/history/creationBlockOf.ts";
import { logsOf } from "../../chain/history/logsOf.ts";
import { readEach } from "../../chain/readEach.ts";
import { readMany } from "../../chain/readMany.ts";
import { eventTopic } from "../../chain/sales/eventTopic.ts";
import { laggingError } from "./laggingError.ts";
import type { View } from "./openView.ts";
import type { BlockMark } from "./PostedIndex.ts";
import type { Posting } from "./Posting.ts";
import { postedPage } from "./postedPage.ts";

/** How often an RPC whose logs and state do not agree is asked again. */
const LOOKS = 5;
/** The lanes that a program may have. */
const LANES = 16;

const TOPICS = (["SalePosted", "BatchPosted", "SalePaid", "PaymentReleased"] as const).map(
  eventTopic,
);

type Reading = Pick<Posting, "journal" | "program" | "settings">;

/**
 * Reads what a program has posted up to a view's block into the journal: what came since it was read last. The lanes' heads in
 * the same view follow from every batch, so an RPC whose logs lack one is found out.
 */
export async function readPosted(reading: Reading, { block }: Pick<View, "block">): Promise<void> {
  const { journal, settings } = reading;
  for (let looks = 1; ; looks++) {
    await readOnce(reading, block);
    const missing = await findMissing(reading, block);
    if (missing === undefined) return;
    journal.posted.forget();
    if (looks >= LOOKS) throw laggingError("logs that lack batches", missing);
    await sleep(settings.pollingInterval);
  }
}

async function readOnce(reading: Reading, block: bigint): Promise<void> {
  const { program, settings } = reading;
  const { posted } = reading.journal;
  const from = await findKnown(reading, block);
  if (from === block) return;
  const first = from === undefined ? await creationBlockOf(program, block) : from + 1n;
  const logs = await logsOf(program, first, block, [TOPICS]);
  const final = block - BigInt(settings.confirmations);
  const known = await markOf(program, block);
  const settled = final > (from ?? -1n) ? await markOf(program, final) : undefined;
  posted.extend(await postedPage(program, logs), known, settled);
}

/**
 * The block up to which the journal knows the chain as it is now; what it knows otherwise it forgets. What may still change is read
 * again each time, so that a log that an RPC did not have yet is found.
 */
async function findKnown({ journal, program }: Reading, most: bigint): Promise<bigint | undefined> {
  const { posted } = journal;
  const known = posted.known();
  if (known?.block === most && (await isStill(program, known, most))) return most;
  posted.turnBack();
  if (await isStill(program, posted.known(), most)) return posted.known()?.block;
  posted.forget();
  return undefined;
}

/** Whether a block is one of the chain's still, up to another one. */
async function isStill(
  { chain }: Reading["program"],
  mark: BlockMark | undefined,
  most: bigint,
): Promise<boolean> {
  if (mark === undefined || mark.block > most) return false;
  const found = await chain.client.getBlock({ blockNumber: mark.block }).catch(() => undefined);
  return found?.hash === mark.hash;
}

async function markOf({ chain }: Reading["program"], blockNumber: bigint): Promise<BlockMark> {
  const { hash } = await chain.client.getBlock({ blockNumber });
  return { block: blockNumber, hash };
}

/** What of the state in a block does not follow from the batches that were read; undefined where all does. */
async function findMissing(
  { journal, program }: Reading,
  block: bigint,
): Promise<string | undefined> {
  const { address, chain, currencies } = program;
  const counting = { address, abi: programAbi, functionName: "batchCount" } as const;
  const [count = 0n] = await readMany(chain, [counting], block);
  if (journal.posted.count() !== Number(count)) return `${count} batches in block ${block}`;
  if (!journal.posted.hasAllSales()) return "more sales in its batches";
  const places = currencies.flatMap((currency) =>
    Array.from({ length: LANES }, (_, lane) => [BigInt(lane), currency.address] as const),
  );
  const found = await readEach(program, "laneOf", places, block);
  const other = places.find(
    ([lane, currency], index) =>
      journal.posted.headOf(Number(lane), currency) !== found[index]?.[2],
  );
  return other && `another last batch in lane ${other[0]}`;
}
