import type { Hex } from "viem";
import type { RevertError } from "../../../core/messages/RevertError.ts";
import { cutBatches } from "../../chain/cutBatches.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { withPosting } from "../journal/withPosting.ts";
import { pendingAmong } from "./pendingAmong.ts";
import { planRefunds } from "./planRefunds.ts";
import { readMadeRefunds } from "./readMadeRefunds.ts";
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
  /** Of all transactions together, with what they leave unused. */
  readonly gas: bigint;
}

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
    let [transactions, gas] = [0, 0n];
    for await (const batch of batches) {
      transactions++;
      gas += batch.gas;
      plan.sent(batch.items);
    }
    const refused = [...seen.refused, ...toRefused(tried, pending)].sort((a, b) => a.line - b.line);
    const wouldRefund = pending.length - tried.size;
    const borne = seen.acknowledged.length;
    return {
      ...{ wouldRefund, refused, transactions, gas, acknowledged: borne },
      alreadyRefunded: seen.all.size - wouldRefund - refused.length - borne,
    };
  });
}
