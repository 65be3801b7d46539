import { setTimeout as sleep } from "node:timers/promises";
import {
  type Address,
  decodeEventLog,
  type Hex,
  hexToBigInt,
  type Log,
  toEventSelector,
} from "viem";
import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import { SALE_POSTED } from "../../../core/batches/leafOf.ts";
import { programAbi } from "../../../generated/abis.ts";
import { creationBlockOf } from "../../chain/history/creationBlockOf.ts";
import { logsOf } from "../../chain/history/logsOf.ts";
import { readMany } from "../../chain/readMany.ts";
import { laggingError } from "./laggingError.ts";
import type { View } from "./openView.ts";
import type { Posting } from "./Posting.ts";
import type { BlockMark, PaymentEntry, PostedBatch, PostedPlace } from "./PostedIndex.ts";

/** How often an RPC whose logs and state do not agree is asked again. */
const LOOKS = 5;
/** The lanes that a program may have. */
const LANES = 16;

const READ = ["SalePosted", "BatchPosted", "SalePaid", "PaymentReleased"] as const;
const TOPICS = programAbi
  .filter((item) => item.type === "event")
  .filter(({ name }) => READ.some((wanted) => wanted === name))
  .map((item) => toEventSelector(item));

/**
 * Reads what a program has posted up to a view's block into the journal: what came since it was read last. The lanes' heads in
 * the same view follow from every batch, so an RPC whose logs lack one is found out.
 */
export async function readPosted(
  posting: Pick<Posting, "journal" | "program" | "settings">,
  { block }: Pick<View, "block">,
): Promise<void> {
  const { journal, settings } = posting;
  for (let looks = 1; ; looks++) {
    await readOnce(posting, block);
    const missing = await findMissing(posting, block);
    if (missing === undefined) return;
    journal.posted.forget();
    if (looks >= LOOKS) throw laggingError("logs that lack batches", missing);
    await sleep(settings.pollingInterval);
  }
}

async function readOnce(
  { journal, program, settings }: Pick<Posting, "journal" | "program" | "settings">,
  block: bigint,
): Promise<void> {
  const { posted } = journal;
  const { client } = program.chain;
  const known = await findKnown(posted.known(), block);
  if (known === undefined) {
    posted.turnBack();
    const settled = posted.settled();
    // Others took the place of blocks that counted as final: a development chain, or one to be read anew.
    if ((await findKnown(settled, block)) === undefined) posted.forget();
  }
  const from = posted.known()?.block;
  if (from === block) return;
  const first = from === undefined ? await creationBlockOf(program, block) : from + 1n;
  const logs = await logsOf(program, first, block, [TOPICS]);
  const final = block - BigInt(settings.confirmations);
  const mark = await markOf(block);
  const settled = final >= first ? await markOf(final) : undefined;
  posted.extend(await pageOf(logs), mark, settled);

  async function findKnown(mark: BlockMark | undefined, most: bigint) {
    if (mark === undefined || mark.block > most) return undefined;
    const found = await client.getBlock({ blockNumber: mark.block }).catch(() => undefined);
    return found?.hash === mark.hash ? mark : undefined;
  }

  async function markOf(blockNumber: bigint): Promise<BlockMark> {
    const { hash } = await client.getBlock({ blockNumber });
    return { block: blockNumber, hash };
  }

  async function pageOf(found: readonly Log[]) {
    const times = new Map<bigint, number>();
    const sales: PostedPlace[] = [];
    const batches: PostedBatch[] = [];
    const payments: PaymentEntry[] = [];
    for (const log of found) {
      const { blockNumber: at } = log;
      if (at === null) continue;
      if (log.topics[0] === SALE_POSTED) {
        sales.push(toSale(log));
        continue;
      }
      const { eventName, args } = decodeEventLog({ abi: programAbi, ...log });
      if (eventName === "BatchPosted") {
        if (!times.has(at)) times.set(at, await timeOf(log, at));
        batches.push(toBatch(args, at, times.get(at) ?? 0));
      } else if (eventName === "SalePaid" || eventName === "PaymentReleased") {
        const { saleId: id, payer } = args;
        const paid = "amount" in args ? args : undefined;
        payments.push({ ...{ block: at, log: log.logIndex ?? 0, id, payer, paid } });
      }
    }
    return { sales, batches, payments };
  }

  async function timeOf(log: Log, blockNumber: bigint): Promise<number> {
    const { blockTimestamp } = log as { blockTimestamp?: bigint | null };
    return Number(blockTimestamp ?? (await client.getBlock({ blockNumber })).timestamp);
  }
}

function toSale({ topics, data }: Log): PostedPlace {
  const head = hexToBigInt(data.slice(0, 2 + 64) as Hex);
  const of = splitFields(head, HEAD);
  return {
    ...{ id: topics[1] as Hex, head },
    ...{ batch: Number(of(HEAD.batch)), place: Number(of(HEAD.place)) },
  };
}

interface BatchArgs {
  readonly batch: bigint;
  readonly lane: bigint;
  readonly currency: Address;
  readonly sales: bigint;
  readonly laneHead: bigint;
  readonly root: Hex;
}

function toBatch(args: BatchArgs, block: bigint, time: number): PostedBatch {
  const { currency, laneHead: head, root } = args;
  const [number, lane, sales] = [Number(args.batch), Number(args.lane), Number(args.sales)];
  return { number, lane, currency, sales, head, root, block, time };
}

/** What of the state in a block does not follow from the batches that were read; undefined where all does. */
async function findMissing(
  { journal, program }: Pick<Posting, "journal" | "program">,
  block: bigint,
): Promise<string | undefined> {
  const { address, chain, currencies } = program;
  const [count = 0n] = await readMany(
    chain,
    [{ address, abi: programAbi, functionName: "batchCount" }],
    block,
  );
  if (journal.posted.count() !== Number(count)) return `${count} batches in block ${block}`;
  const places = currencies.flatMap((currency) =>
    Array.from({ length: LANES }, (_, lane) => ({ lane, currency: currency.address })),
  );
  const found = await readMany(
    chain,
    places.map(({ lane, currency }) => ({
      ...{ address, abi: programAbi, functionName: "laneOf" as const },
      args: [BigInt(lane), currency] as const,
    })),
    block,
  );
  const index = places.findIndex(
    ({ lane, currency }, place) => journal.posted.headOf(lane, currency) !== found[place]?.[2],
  );
  const place = places[index];
  return place && `another last batch in lane ${place.lane}`;
}
