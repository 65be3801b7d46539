import { type Address, encodeFunctionData, formatUnits, zeroHash } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import { moveClock, refuseRealClock } from "../chain/moveClock.ts";
import type { Program } from "../chain/openProgram.ts";
import type { Progress } from "../cli/Progress.ts";
import { readEventsNamed } from "../history/readEvents.ts";
import { formatTime } from "../text/formatTime.ts";
import { type ListedRefund, readRefundsFile } from "./readRefundsFile.ts";
import { sendBatches } from "./sendBatches.ts";

export interface RefundSalesParameters {
  readonly file: string;
  readonly account: Address;
  readonly progress: Progress;
}

export interface RefundSalesResult {
  readonly refunded: number;
  readonly alreadyRefunded: number;
  readonly transactions: number;
  readonly gasUsed: bigint;
}

/** Makes each refund of a file once. What is refunded already is passed over. */
export async function refundSales(
  program: Program,
  parameters: RefundSalesParameters,
): Promise<RefundSalesResult> {
  const { account, progress } = parameters;
  const { listed, pending } = await readPending(program, parameters.file);
  const { timestamp } = await program.chain.client.getBlock();
  refuseImpossible(pending, () => Number(timestamp) + 1);
  progress.start("Refunding", pending.length);
  const sent = await sendBatches(program, { account, items: pending, progress, encode });
  progress.stop();
  return { refunded: pending.length, alreadyRefunded: listed.length - pending.length, ...sent };
}

/** The same, but moves a development chain's clock to each `occurred_at` in turn. */
export async function refundSalesOnTime(
  program: Program,
  parameters: RefundSalesParameters,
): Promise<RefundSalesResult> {
  const { account, progress } = parameters;
  refuseRealClock(program.chain);
  const { listed, pending } = await readPending(program, parameters.file);
  const { timestamp } = await program.chain.client.getBlock();
  refuseImpossible(pending, ({ occurredAt }) => Math.max(Number(timestamp), occurredAt) + 1);
  const inOrder = [...pending].sort((a, b) => a.occurredAt - b.occurredAt);
  let transactions = 0;
  let gasUsed = 0n;
  progress.start("Refunding", inOrder.length);
  for (const refund of inOrder) {
    await moveClock(program.chain, refund.occurredAt);
    const sent = await sendBatches(program, { account, items: [refund], progress, encode });
    transactions += sent.transactions;
    gasUsed += sent.gasUsed;
  }
  progress.stop();
  return {
    refunded: pending.length,
    alreadyRefunded: listed.length - pending.length,
    transactions,
    gasUsed,
  };
}

async function readPending(
  program: Program,
  file: string,
): Promise<{ listed: ListedRefund[]; pending: ListedRefund[] }> {
  const listed = await readRefundsFile(file, program);
  const events = await readEventsNamed(program, ["SaleRefunded"]);
  const done = new Set(events.map(({ args }) => args.refundId));
  return { listed, pending: listed.filter(({ id }) => !done.has(id)) };
}

/** Refuses refunds of more than is left, several of one sale together, and of sales that are final. */
function refuseImpossible(
  refunds: readonly ListedRefund[],
  timeOf: (refund: ListedRefund) => number,
): void {
  const left = new Map<string, bigint>();
  for (const refund of refunds) {
    const { row, saleId, amount, currency, locksAt } = refund;
    const rest = (left.get(saleId) ?? refund.left) - amount;
    if (rest < 0n) {
      const most = formatUnits(rest + amount, currency.decimals);
      throw row.mistake(
        "amount",
        `"${row.get("amount")}"`,
        `at most ${most} ${currency.symbol}, which is left of the sale`,
      );
    }
    if (timeOf(refund) >= locksAt) {
      throw row.mistake(
        "sale_id",
        `"${row.get("sale_id")}", which is final since ${formatTime(locksAt)}`,
        "a sale that is still held",
      );
    }
    left.set(saleId, rest);
  }
}

function encode(refunds: readonly ListedRefund[]) {
  const args = refunds.map(({ id, saleId, amount, reason }) => ({ id, saleId, amount, reason }));
  return encodeFunctionData({ abi: programAbi, functionName: "refund", args: [args, zeroHash] });
}
