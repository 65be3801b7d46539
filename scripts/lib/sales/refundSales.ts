import { encodeFunctionData, formatUnits, type Hex } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import { moveClock, refuseRealClock } from "../chain/moveClock.ts";
import type { Program } from "../chain/openProgram.ts";
import type { Feed } from "../feed/Feed.ts";
import { feedItems, seeItems } from "../feed/feedItems.ts";
import { sendItems } from "../feed/sendItems.ts";
import { summarizeRun } from "../feed/summarizeRun.ts";
import { type FeedParameters, withFeed } from "../feed/withFeed.ts";
import { readEventsNamed } from "../history/readEvents.ts";
import type { TributaryError } from "../TributaryError.ts";
import { formatTime } from "../text/formatTime.ts";
import { type ListedRefund, readRefundsFile } from "./readRefundsFile.ts";

export interface RefundSalesParameters extends FeedParameters {
  readonly file: string;
}

export interface RefundSalesResult {
  /** Refunds of the file that transactions of this run have made. */
  readonly refunded: number;
  readonly alreadyRefunded: number;
  readonly transactions: number;
  readonly gasUsed: bigint;
}

/** Makes each refund of a file once. What is refunded already is passed over. */
export function refundSales(
  program: Program,
  { file, ...parameters }: RefundSalesParameters,
): Promise<RefundSalesResult> {
  return withFeed(program, parameters, async (feed) => {
    const { listed, pending } = await readRefunds(feed, file);
    const { timestamp } = await program.chain.client.getBlock();
    refuseImpossible(pending, () => Number(timestamp) + 1);
    await refundPending(feed, listed);
    return summarize(feed, listed);
  });
}

export interface RefundPossibleParameters extends RefundSalesParameters {
  /** Told of each refund that the program does not take, and why. */
  readonly onImpossible: (id: Hex, why: TributaryError) => void;
}

/** The same, but passes over what the program does not take; the journal has why. */
export function refundPossible(
  program: Program,
  { file, onImpossible, ...parameters }: RefundPossibleParameters,
): Promise<RefundSalesResult> {
  return withFeed(program, parameters, async (feed) => {
    const { listed, pending } = await readRefunds(feed, file);
    const { timestamp } = await program.chain.client.getBlock();
    const impossible = findImpossible(pending, () => Number(timestamp) + 1);
    for (const [{ id }, why] of impossible) {
      feed.journal.explain("refund", [id], why.message);
      onImpossible(id, why);
    }
    const possible = listed.filter((refund) => !impossible.has(refund));
    await refundPending(feed, possible);
    return summarize(feed, possible);
  });
}

/** The same as `refundSales`, but moves a development chain's clock to each `occurred_at` in turn. */
export async function refundSalesOnTime(
  program: Program,
  { file, ...parameters }: RefundSalesParameters,
): Promise<RefundSalesResult> {
  refuseRealClock(program.chain);
  return withFeed(program, parameters, async (feed) => {
    const { listed, pending } = await readRefunds(feed, file);
    const { timestamp } = await program.chain.client.getBlock();
    refuseImpossible(pending, ({ occurredAt }) => Math.max(Number(timestamp), occurredAt) + 1);
    for (const refund of [...pending].sort((a, b) => a.occurredAt - b.occurredAt)) {
      await moveClock(program.chain, refund.occurredAt);
      await refundPending(feed, [refund]);
    }
    return summarize(feed, listed);
  });
}

async function readRefunds(
  feed: Feed,
  file: string,
): Promise<{ listed: ListedRefund[]; pending: ListedRefund[] }> {
  const listed = await readRefundsFile(file, feed.program);
  await seeItems(
    feed,
    "refund",
    listed.map(({ id, row }) => ({ id, name: row.get("refund_id") })),
  );
  return { listed, pending: await readPending(feed.program, listed) };
}

async function readPending(
  program: Program,
  refunds: readonly ListedRefund[],
): Promise<ListedRefund[]> {
  const events = await readEventsNamed(program, ["SaleRefunded"]);
  const done = new Set(events.map(({ args }) => args.refundId));
  return refunds.filter(({ id }) => !done.has(id));
}

function refundPending(feed: Feed, refunds: readonly ListedRefund[]): Promise<void> {
  const { program, progress } = feed;
  return feedItems(feed, {
    kind: "refund",
    items: refunds,
    readPending: (some) => readPending(program, some),
    send: async (pending) => {
      progress.start("Refunding", pending.length);
      await sendItems(feed, {
        purpose: "refund",
        items: pending,
        idOf: ({ id }) => id,
        encode: (batch) => encode(batch, feed.evidence),
      });
      progress.stop();
    },
  });
}

function summarize(feed: Feed, listed: readonly ListedRefund[]): RefundSalesResult {
  const { done, transactions, gasUsed } = summarizeRun(feed, "refund");
  const refunded = listed.filter(({ id }) => done.has(id)).length;
  return { refunded, alreadyRefunded: listed.length - refunded, transactions, gasUsed };
}

function refuseImpossible(
  refunds: readonly ListedRefund[],
  timeOf: (refund: ListedRefund) => number,
): void {
  for (const why of findImpossible(refunds, timeOf).values()) throw why;
}

/** Finds refunds of more than is left, several of one sale together, and of sales that are final. */
function findImpossible(
  refunds: readonly ListedRefund[],
  timeOf: (refund: ListedRefund) => number,
): Map<ListedRefund, TributaryError> {
  const left = new Map<string, bigint>();
  const impossible = new Map<ListedRefund, TributaryError>();
  for (const refund of refunds) {
    const before = left.get(refund.saleId) ?? refund.left;
    const why = reasonAgainst(refund, before, timeOf(refund));
    if (why === undefined) left.set(refund.saleId, before - refund.amount);
    else impossible.set(refund, why);
  }
  return impossible;
}

function reasonAgainst(
  { row, amount, currency, locksAt }: ListedRefund,
  left: bigint,
  time: number,
): TributaryError | undefined {
  if (amount > left) {
    const most = formatUnits(left, currency.decimals);
    return row.mistake(
      "amount",
      `"${row.get("amount")}"`,
      `at most ${most} ${currency.symbol}, which is left of the sale`,
    );
  }
  if (time < locksAt) return undefined;
  return row.mistake(
    "sale_id",
    `"${row.get("sale_id")}", which is final since ${formatTime(locksAt)}`,
    "a sale that is still held",
  );
}

function encode(refunds: readonly ListedRefund[], evidence: Hex): Hex {
  const args = refunds.map(({ id, saleId, amount, reason }) => ({ id, saleId, amount, reason }));
  return encodeFunctionData({ abi: programAbi, functionName: "refund", args: [args, evidence] });
}
