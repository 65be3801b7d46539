import { decodeEventLog, type Hex, hexToBigInt, type Log } from "viem";
import { HEAD, splitFields } from "../../../core/batches/fields.ts";
import { SALE_POSTED } from "../../../core/batches/leafOf.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { PaymentEntry, PostedBatch, PostedPage, PostedPlace } from "./PostedIndex.ts";

/** What logs of blocks tell of batches, their sales and payments. */
export async function postedPage(program: Program, logs: readonly Log[]): Promise<PostedPage> {
  const isSale = ({ topics }: Log) => topics[0] === SALE_POSTED;
  const batches: PostedBatch[] = [];
  const payments: PaymentEntry[] = [];
  for (const log of logs) {
    if (isSale(log)) continue;
    const { eventName, args } = decodeEventLog({ abi: programAbi, ...log });
    const block = log.blockNumber ?? 0n;
    if (eventName === "BatchPosted") {
      batches.push(toBatch(args, block, await timeOf(program, log, block)));
    } else if (eventName === "SalePaid") {
      payments.push(toPayment(args, log, args));
    } else if (eventName === "PaymentReleased") {
      payments.push(toPayment(args, log, undefined));
    }
  }
  return { sales: logs.filter(isSale).map(toSale), batches, payments };
}

function toSale({ topics, data }: Log): PostedPlace {
  const head = hexToBigInt(data.slice(0, 2 + 64) as Hex);
  const of = splitFields(head, HEAD);
  return {
    ...{ id: topics[1] as Hex, head },
    ...{ batch: Number(of(HEAD.batch)), place: Number(of(HEAD.place)) },
  };
}

function toBatch(
  args: EventNamed<"BatchPosted">["args"],
  block: bigint,
  time: number,
): PostedBatch {
  const { currency, laneHead: head, root } = args;
  const [number, lane, sales] = [Number(args.batch), Number(args.lane), Number(args.sales)];
  return { number, lane, currency, sales, head, root, block, time };
}

function toPayment(
  { saleId: id, payer }: { readonly saleId: Hex; readonly payer: PaymentEntry["payer"] },
  { blockNumber, logIndex }: Log,
  paid: PaymentEntry["paid"],
): PaymentEntry {
  return { block: blockNumber ?? 0n, log: logIndex ?? 0, id, payer, paid };
}

/** Some RPCs tell it with the log; of others the block is read. */
async function timeOf({ chain }: Program, log: Log, blockNumber: bigint): Promise<number> {
  const { blockTimestamp } = log as { readonly blockTimestamp?: bigint | null };
  return Number(blockTimestamp ?? (await chain.client.getBlock({ blockNumber })).timestamp);
}
