import type { Hex } from "viem";
import type { BatchSale } from "../../../core/batches/Batch.ts";
import { RevertError } from "../../../core/messages/RevertError.ts";
import { lesser } from "../../../core/money/lesser.ts";
import { isInPlace } from "../journal/isInPlace.ts";
import { LookAgain } from "../journal/LookAgain.ts";
import type { Posting } from "../journal/Posting.ts";
import type { Refusals } from "../journal/postItems.ts";
import { settle } from "../journal/settle.ts";
import { submit } from "../journal/submit.ts";
import type { Transaction } from "../journal/Transaction.ts";
import { type BatchSetting, type EncodedBatch, encodeBatch } from "./encodeBatch.ts";
import { fittingIn, MOST_GAS, plannedGas } from "./fittingIn.ts";
import { isOfSales } from "./isOfSales.ts";
import type { Lane, Lanes } from "./Lane.ts";
import { type LaneBatch, nextBatch } from "./nextBatch.ts";
import { rehearse, TOO_LARGE } from "./rehearse.ts";

/** More sales than one batch ever holds. */
const ANY = 0xffff;
/** What a batch may take when it is tried, so that it stays below the most with some room. */
const MOST_TRIED = (MOST_GAS * 9n) / 10n;

/** Sales of one currency on their way. */
export interface Sending extends BatchSetting {
  readonly sales: readonly BatchSale[];
  readonly lanes: Lanes;
  /** Tries each batch before it is sent, alone on its way, and finds what the program refuses. */
  readonly isCareful: boolean;
  /** Called where the program's funds are short. Resolves to whether it is worth another try. */
  readonly onShortage: () => Promise<boolean>;
}

/** What is sent and not in a block yet, as the next batch finds it. */
interface Way {
  lanes: Lanes;
  readonly transactions: { readonly transaction: Transaction; readonly count: number }[];
  /** What gas is known to take of what was planned, in percent. */
  ratio: bigint | undefined;
  /** Sales that a batch may have, after a refusal. */
  most: number;
}

/**
 * Sends sales in batches, each on the head that the one before leaves, and sees them into blocks. Gas follows from the first one, which is
 * tried; the others are sent without. Returns those that the program refuses, where it is done with care.
 * @throws {LookAgain} Where a batch was mined without effect or not at all: those that followed on it are lost with it.
 */
export async function sendBatches(posting: Posting, sending: Sending): Promise<Refusals> {
  const way: Way = { lanes: sending.lanes, transactions: [], ratio: undefined, most: ANY };
  const refusals = new Map<Hex, RevertError>();
  for (let left = sending.sales; left.length > 0; ) {
    const fitting = fittingIn(sending.companions, way.most, way.ratio ?? 100n);
    const batch = nextBatch(left, way.lanes, fitting);
    if (batch === undefined) break;
    const refusal = await sendOne(posting, sending, way, batch);
    if (refusal !== undefined && batch.sales.length > 1) {
      way.most = Math.ceil(batch.sales.length / 2);
      continue;
    }
    // A sale that is refused by itself is left out.
    const done = new Set(batch.sales);
    left = left.filter((sale) => !done.has(sale));
    if (refusal instanceof RevertError) for (const { id } of done) refusals.set(id, refusal);
  }
  while (way.transactions.length > 0) await settleFirst(posting, way);
  return refusals;
}

/** Sends a batch, or says why the program refuses some of it, or that it takes too much gas. */
async function sendOne(
  posting: Posting,
  sending: Sending,
  way: Way,
  batch: LaneBatch<BatchSale>,
): Promise<RevertError | typeof TOO_LARGE | undefined> {
  const { account, program, settings } = posting;
  const encoded = encodeBatch(sending, batch, laneOf(way.lanes, batch).head);
  const gas = await gasFor(posting, sending, way, batch, encoded);
  if (gas === TOO_LARGE) {
    if (batch.sales.length > 1) return gas;
    throw new RangeError("a sale that takes more gas than a transaction may");
  }
  if (gas instanceof RevertError) {
    if (!isOfSales(gas)) throw gas;
    if (!sending.isCareful) throw new LookAgain(gas.message);
    return gas;
  }
  const { data } = encoded;
  const call = { purpose: "post", account, to: program.address, value: 0n, data, gas } as const;
  const transaction = await submit(posting, call);
  way.transactions.push({ transaction, count: batch.sales.length });
  way.lanes = advance(way.lanes, batch, encoded.head);
  way.most = Math.min(ANY, way.most * 2);
  if (way.transactions.length >= settings.inFlight) await settleFirst(posting, way);
  return undefined;
}

async function settleFirst(posting: Posting, { transactions }: Way): Promise<void> {
  const first = transactions.shift();
  if (first === undefined) return;
  const settled = await settle(posting, first.transaction, "mined");
  if (!isInPlace(settled)) throw new LookAgain(`a batch was ${settled.state}`);
  posting.progress.add(first.count);
}

/** What gas a batch is given, that it takes too much, or why the program refuses it. */
async function gasFor(
  posting: Posting,
  sending: Sending,
  way: Way,
  { sales }: LaneBatch<BatchSale>,
  { data }: EncodedBatch,
): Promise<bigint | RevertError | typeof TOO_LARGE> {
  const planned = plannedGas(sending.companions, sales);
  if (sending.isCareful) while (way.transactions.length > 0) await settleFirst(posting, way);
  if (sending.isCareful || way.ratio === undefined) {
    const found = await tried(posting, sending, data);
    if (typeof found !== "bigint") return found;
    way.ratio = (found * 100n) / planned + 1n;
    if (found > MOST_TRIED && sales.length > 1) return TOO_LARGE;
  }
  // What a lane keeps besides, and what others posted meanwhile, changes gas by less than a quarter.
  return lesser((planned * way.ratio * 5n) / 400n + 100_000n, MOST_GAS);
}

/** Tries a call. What the next look at the chain may answer is left to it. */
async function tried(posting: Posting, { onShortage }: Sending, data: Hex) {
  const found = await rehearse(posting, data);
  if (!(found instanceof RevertError)) return found;
  if (found.errorName === "Program_OtherHead") throw new LookAgain(found.message);
  if (found.owed !== undefined && (await onShortage())) throw new LookAgain(found.message);
  return found;
}

function laneOf({ timely, late }: Lanes, { lane }: Pick<Lane, "lane">): Lane {
  return lane === timely.lane ? timely : late;
}

/** The lanes as a batch leaves them. */
function advance(lanes: Lanes, { lane, until }: LaneBatch<BatchSale>, head: bigint): Lanes {
  const { timely, late } = lanes;
  const isTimely = lane === timely.lane;
  const earliest = Math.max(timely.earliest, until);
  return {
    ...lanes,
    timely: isTimely ? { ...timely, earliest, head } : timely,
    late: lane === late.lane ? { ...late, head } : late,
  };
}
