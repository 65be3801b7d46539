import { encodeFunctionData, type Hex } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import { readEventsNamed } from "../../chain/history/readEventsNamed.ts";
import { moveClock, refuseRealClock } from "../../chain/moveClock.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import type { Acknowledgement } from "../../files/columns/readAcknowledged.ts";
import type { Posting } from "../journal/Posting.ts";
import { postItems } from "../journal/postItems.ts";
import { recordItems } from "../journal/recordItems.ts";
import { sendItems } from "../journal/sendItems.ts";
import { summarizeRun } from "../journal/summarizeRun.ts";
import { type PostingParameters, withPosting } from "../journal/withPosting.ts";
import { findChanged, type MadeRefund } from "./findChanged.ts";
import { findImpossible } from "./findImpossible.ts";
import { isAcknowledged } from "./isAcknowledged.ts";
import { type ListedRefund, readRefundsFile } from "./readRefundsFile.ts";
import { toRefused } from "./toRefused.ts";
import { withAmountsDue } from "./withAmountsDue.ts";

export interface RefundSalesParameters extends PostingParameters {
  readonly file: string;
  /** Refunds that the operator bears where they come too late. */
  readonly acknowledged?: ReadonlyMap<Hex, Acknowledgement>;
}

export interface RefundSalesResult {
  /** Refunds of the file that transactions of this run have made. */
  readonly refunded: number;
  readonly alreadyRefunded: number;
  /** Refunds that are not made, for they came too late and the operator bears them. */
  readonly acknowledged: number;
  /** Refunds that an earlier run had sent, that were made in this one, and that the file does not have. */
  readonly recovered: readonly string[];
  /** What the program does not take, in the order of the file. */
  readonly refused: readonly RefusedRow[];
  readonly transactions: number;
  readonly gasUsed: bigint;
}

/** Makes each refund of a file once. What is refunded already is passed over; what the program does not take is told. */
export function refundSales(
  program: Program,
  { file, acknowledged = new Map(), ...parameters }: RefundSalesParameters,
): Promise<RefundSalesResult> {
  return withPosting(program, parameters, async (posting) => {
    const { timestamp } = await program.chain.client.getBlock();
    const seen = await recordRefunds(posting, file, acknowledged, () => Number(timestamp) + 1);
    return summarize(posting, seen, await refundPending(posting, seen.file, seen.listed));
  });
}

/** The same, but moves a development chain's clock to each `occurred_at` in turn. */
export async function refundSalesOnTime(
  program: Program,
  { file, acknowledged = new Map(), ...parameters }: RefundSalesParameters,
): Promise<RefundSalesResult> {
  refuseRealClock(program.chain);
  return withPosting(program, parameters, async (posting) => {
    const { timestamp } = await program.chain.client.getBlock();
    const timeOf = ({ occurredAt }: ListedRefund) => Math.max(Number(timestamp), occurredAt) + 1;
    const seen = await recordRefunds(posting, file, acknowledged, timeOf);
    const pending = await readPending(program, seen.file, seen.listed);
    const refused: RefusedRow[] = [];
    for (const refund of pending.sort((a, b) => a.occurredAt - b.occurredAt)) {
      await moveClock(program.chain, refund.occurredAt);
      refused.push(...(await refundPending(posting, seen.file, [refund])));
    }
    return summarize(posting, seen, refused);
  });
}

/** A refunds file as a program takes it. */
interface RecordedRefunds {
  /** All refunds of the file. */
  readonly all: ReadonlySet<Hex>;
  /** Those that are written so that the program could take them. */
  readonly file: readonly ListedRefund[];
  /** Of them, those that are made, or can be. */
  readonly listed: readonly ListedRefund[];
  readonly refused: readonly RefusedRow[];
  readonly acknowledged: readonly ListedRefund[];
}

async function recordRefunds(
  posting: Posting,
  file: string,
  acknowledged: ReadonlyMap<Hex, Acknowledgement>,
  timeOf: (refund: ListedRefund) => number,
): Promise<RecordedRefunds> {
  const { listed, refused: unknown } = await readRefundsFile(file, posting.program);
  await recordItems(posting, "refund", [...listed, ...unknown]);
  const made = await readMade(posting.program);
  const due = withAmountsDue(listed, made);
  const changed = findChanged(due, listed, made);
  posting.journal.foundOnChain(
    "refund",
    changed.map(({ id }) => id),
  );
  const pending = due.filter(({ id, amount }) => amount > 0n && !made.has(id));
  const borne = pending.filter((one) => isAcknowledged(one, acknowledged, timeOf(one)));
  const others = pending.filter((one) => !borne.includes(one));
  const refused = [...unknown, ...changed, ...findImpossible(others, timeOf)];
  for (const { id, why } of refused) posting.journal.explain("refund", [id], why);
  for (const { id } of borne)
    posting.journal.explain("refund", [id], `acknowledged: ${acknowledged.get(id)?.reason}`);
  const ids = new Set([...refused, ...borne].map(({ id }) => id));
  return {
    all: new Set([...listed, ...unknown].map(({ id }) => id)),
    file: listed,
    listed: listed.filter(({ id }) => !ids.has(id)),
    refused,
    acknowledged: borne,
  };
}

/** Those that are not made, with what each has to reverse. */
async function readPending(
  program: Program,
  file: readonly ListedRefund[],
  refunds: readonly ListedRefund[],
): Promise<ListedRefund[]> {
  const made = await readMade(program);
  const asked = new Set(refunds.map(({ id }) => id));
  return withAmountsDue(file, made).filter(
    ({ id, amount }) => asked.has(id) && amount > 0n && !made.has(id),
  );
}

async function readMade(program: Program): Promise<ReadonlyMap<Hex, MadeRefund>> {
  const events = await readEventsNamed(program, ["SaleRefunded"]);
  return new Map(events.map(({ args }) => [args.refundId, args]));
}

/** Returns what the program refused when it was tried. */
async function refundPending(
  posting: Posting,
  file: readonly ListedRefund[],
  refunds: readonly ListedRefund[],
): Promise<RefusedRow[]> {
  const { program, progress } = posting;
  const refusals = await postItems(posting, {
    kind: "refund",
    items: refunds,
    readPending: (some) => readPending(program, file, some),
    send: (pending) =>
      progress.during("Refunding", pending.length, () =>
        sendItems(posting, {
          purpose: "refund",
          items: pending,
          idOf: ({ id }) => id,
          encode: (batch) => encode(batch, posting.evidence),
        }),
      ),
  });
  return toRefused(refusals, refunds);
}

function summarize(
  posting: Posting,
  seen: RecordedRefunds,
  tried: readonly RefusedRow[],
): RefundSalesResult {
  const { done, recovered, transactions, gasUsed } = summarizeRun(posting, "refund", seen.all);
  const refunded = seen.listed.filter(({ id }) => done.has(id)).length;
  const refused = [...seen.refused, ...tried].sort((a, b) => a.line - b.line);
  const acknowledged = seen.acknowledged.length;
  const alreadyRefunded = seen.all.size - refunded - refused.length - acknowledged;
  return { refunded, alreadyRefunded, acknowledged, recovered, refused, transactions, gasUsed };
}

function encode(refunds: readonly ListedRefund[], evidence: Hex): Hex {
  const args = refunds.map(({ id, saleId, amount, reason }) => ({ id, saleId, amount, reason }));
  return encodeFunctionData({ abi: programAbi, functionName: "refund", args: [args, evidence] });
}
