import type { Hash } from "viem";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import { logsOf } from "../../chain/history/logsOf.ts";
import { eventTopic } from "../../chain/sales/eventTopic.ts";
import { itemsIn } from "./itemsIn.ts";
import type { Posting } from "./Posting.ts";
import type { Transaction } from "./Transaction.ts";

const NAMES = ["SaleRefunded", "RefundSkipped"] as const;

/** What became of the refunds of a call. */
interface Refunded {
  /** The transaction that made, or passed over, every one of them. */
  readonly together: Hash | undefined;
  /** Every one is made, by whatever transactions. */
  readonly isMade: boolean;
}

/** Looks for the refunds of a call among those that were made since it was planned. */
export async function findRefunded(
  { program }: Pick<Posting, "program">,
  transaction: Transaction,
): Promise<Refunded> {
  const head = await program.chain.client.getBlockNumber();
  const topics = [NAMES.map((name) => eventTopic(name))];
  const events = decodeEventsNamed(
    await logsOf(program, transaction.plannedAt, head, topics),
    NAMES,
  );
  const wanted = itemsIn(transaction);
  const idsOf = (some: typeof events) => new Set(some.map(({ args }) => args.refundId));
  const byHash = Map.groupBy(events, ({ transactionHash }) => transactionHash);
  const [together] =
    [...byHash].find(([, own]) => {
      const told = idsOf(own);
      return wanted.every((id) => told.has(id));
    }) ?? [];
  const made = idsOf(events.filter(({ eventName }) => eventName === "SaleRefunded"));
  return { together, isMade: wanted.every((id) => made.has(id)) };
}
