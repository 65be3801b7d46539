import type { Hex } from "viem";
import type { RevertError } from "../../../core/messages/RevertError.ts";
import { sum } from "../../../core/money/sum.ts";
import { type Batch, cutBatches } from "../../chain/cutBatches.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { withPosting } from "../journal/withPosting.ts";
import { pendingAmong } from "./pendingAmong.ts";
import { planRefunds } from "./planRefunds.ts";
import { readMadeRefunds } from "./readMadeRefunds.ts";
import type { ListedRefund } from "./readRefundsFile.ts";
import { recordRefunds } from "./recordRefunds.ts";
import type { RefundSalesParameters } from "./refundSales.ts";
import { toRefused } from "./toRefused.ts";

export interface DryRefunding {
  /** Refunds that would be made. */
  readonly wouldRefund: number;
  readonly alreadyRefunded: number;
  readonly acknowledged: number;
  readonly refused: readonly RefusedRow[];
  readonly transactions: number;
  /** Of all transactions together, with what they leave unused; undefined where the RPC cannot tell. */
  readonly gas: bigint | undefined;
}

/** Batches that later ones are tried after, as if they had been sent: more would take more gas than nodes lend to a question. */
const TRIED = 3;

/** What making a file's refunds would do, with nothing sent and no journal. */
export function dryRefundSales(
  program: Program,
  { file, acknowledged = new Map(), journal: _none, ...parameters }: RefundSalesParameters,
): Promise<DryRefunding> {
  return withPosting(program, parameters, async (posting) => {
    const seen = await recordRefunds(posting, file, acknowledged, (_, now) => now + 1);
    const made = await readMadeRefunds(program);
    const pending = pendingAmong(seen.file, seen.listed, made);
    const plan = await planRefunds(posting, pending, made);
    const tried = new Map<Hex, RevertError>();
    const batches = cutBatches(program, {
      account: posting.account,
      items: plan.refunds,
      encode: plan.encode,
      onRefusal: (error, { id }) => tried.set(id, error),
    });
    const { recording } = program.chain;
    const cut: Batch<ListedRefund>[] = [];
    for await (const batch of batches) {
      cut.push(batch);
      // Only what the next ones are tried after counts as sent for them, too.
      if (recording === undefined || cut.length > TRIED) continue;
      recording.add({
        ...{ from: posting.account, to: program.address, value: 0n, functionName: "refund" },
        ...{ data: batch.data, gas: batch.gas },
      });
      plan.sent(batch.items);
    }
    // They are told in sum.
    recording?.clear();
    const refused = [...seen.refused, ...toRefused(tried, pending)].sort((a, b) => a.line - b.line);
    const wouldRefund = pending.length - tried.size;
    const borne = seen.acknowledged.length;
    return {
      ...{ wouldRefund, refused, transactions: cut.length, acknowledged: borne },
      gas: cut.some(({ gas }) => gas === 0n) ? undefined : sum(cut.map(({ gas }) => gas)),
      alreadyRefunded: seen.all.size - wouldRefund - refused.length - borne,
    };
  });
}
