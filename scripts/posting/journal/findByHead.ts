import { type Hash, numberToHex } from "viem";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import { logsOf } from "../../chain/history/logsOf.ts";
import { eventTopic } from "../../chain/sales/eventTopic.ts";
import { laneStep } from "./laneStep.ts";
import type { Posting } from "./Posting.ts";
import type { Transaction } from "./Transaction.ts";

/** The transaction that posted the batch of a planned one: the lane's head is then the one after it, whoever sent it. */
export async function findByHead(
  { program }: Posting,
  transaction: Transaction,
): Promise<Hash | undefined> {
  const step = laneStep(program, transaction);
  if (step === undefined) return undefined;
  const head = await program.chain.client.getBlockNumber();
  const lane = numberToHex(step.lane, { size: 32 });
  const topics = [eventTopic("BatchPosted"), null, lane];
  const logs = await logsOf(program, transaction.plannedAt, head, topics);
  const posted = decodeEventsNamed(logs, ["BatchPosted"]).find(
    ({ args }) => args.laneHead === step.next && args.currency === step.currency,
  );
  return posted?.transactionHash;
}
