import type { Hex } from "viem";
import { moveClock, refuseRealClock } from "../../chain/moveClock.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import type { Acknowledgement } from "../../files/columns/readAcknowledged.ts";
import type { Posting } from "../journal/Posting.ts";
import { postItems } from "../journal/postItems.ts";
import { sendItems } from "../journal/sendItems.ts";
import { summarizeRun } from "../journal/summarizeRun.ts";
import { type PostingParameters, withPosting } from "../journal/withPosting.ts";
import { explainLate } from "./explainLate.ts";
import type { MadeRefund } from "./findChanged.ts";
import { pendingAmong } from "./pendingAmong.ts";
import { planRefunds } from "./planRefunds.ts";
import { readMadeRefunds } from "./readMadeRefunds.ts";
import type { ListedRefund } from "./readRefundsFile.ts";
import { type RecordedRefunds, recordRefunds } from "./recordRefunds.ts";
import { toRefused } from "./toRefused.ts";

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
    const seen = await recordRefunds(posting, file, acknowledged, (_, now) => now + 1);
    return summarize(posting, seen, await refundPending(posting, seen.file, seen.listed));
  });
}

/** Of refunds whose time has passed on the chain. */
const LATE = {
  what: "refund",
  becomes: "made now where the sale is not final yet",
  todo: "deploy, post and refund on a chain that begins before them",
};

/** The same, but moves a development chain's clock to each `occurred_at` in turn. */
export async function refundSalesOnTime(
  program: Program,
  { file, acknowledged = new Map(), ...parameters }: RefundSalesParameters,
): Promise<RefundSalesResult> {
  refuseRealClock(program.chain);
  return withPosting(program, parameters, async (posting) => {
    const timeFor = ({ occurredAt }: ListedRefund, now: number) => Math.max(now, occurredAt) + 1;
    const seen = await recordRefunds(posting, file, acknowledged, timeFor);
    const { timestamp } = await program.chain.client.getBlock();
    const pending = pendingAmong(seen.file, seen.listed, await readMadeRefunds(program));
    const late = explainLate(program, Number(timestamp), pending, LATE);
    if (late !== undefined) posting.progress.note(late);
    const refused: RefusedRow[] = [];
    for (const refund of pending.sort((a, b) => a.occurredAt - b.occurredAt)) {
      await moveClock(program.chain, refund.occurredAt);
      refused.push(...(await refundPending(posting, seen.file, [refund])));
    }
    return summarize(posting, seen, refused);
  });
}

/** Returns what the program refused when it was tried. */
async function refundPending(
  posting: Posting,
  file: readonly ListedRefund[],
  refunds: readonly ListedRefund[],
): Promise<RefusedRow[]> {
  const { program, progress } = posting;
  // Refunds go by those that were made when they were looked for, and by no later ones.
  let made: ReadonlyMap<Hex, MadeRefund> = new Map();
  const refusals = await postItems(posting, {
    kind: "refund",
    items: refunds,
    readPending: async (some) => {
      made = await readMadeRefunds(program);
      return pendingAmong(file, some, made);
    },
    send: async (pending) => {
      const plan = await planRefunds(posting, pending, made);
      return progress.during("Refunding", pending.length, () =>
        sendItems(posting, {
          purpose: "refund",
          items: plan.refunds,
          idOf: ({ id }) => id,
          encode: plan.encode,
          onSent: plan.sent,
          isChained: plan.isChained,
        }),
      );
    },
  });
  return toRefused(refusals, refunds);
}

function summarize(
  posting: Posting,
  seen: RecordedRefunds,
  tried: readonly RefusedRow[],
): RefundSalesResult {
  const run = summarizeRun(posting, "refund", seen.all);
  const { done, handedOut, recovered, transactions, gasUsed } = run;
  const refunded = seen.listed.filter(({ id }) => done.has(id)).length;
  const refused = [...seen.refused, ...tried].sort((a, b) => a.line - b.line);
  const acknowledged = seen.acknowledged.length;
  const others = refunded + handedOut + refused.length + acknowledged;
  const alreadyRefunded = seen.all.size - others;
  return { refunded, alreadyRefunded, acknowledged, recovered, refused, transactions, gasUsed };
}
