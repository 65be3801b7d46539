import { type AbiEvent, type Log, toEventSelector } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Deployed } from "../Deployed.ts";
import { creationBlockOf } from "../history/creationBlockOf.ts";
import { logsOf } from "../history/logsOf.ts";

/**
 * All that was told by the transaction that created a program or a plan: its factory tells of it there.
 * @param event What is told of itself first of all.
 */
export async function readCreationLogs(
  deployed: Deployed,
  event: AbiEvent,
): Promise<readonly Log[]> {
  const { client } = deployed.chain;
  const latest = await client.getBlockNumber();
  const from = await creationBlockOf(deployed, latest);
  const [first] = await logsOf(deployed, from, latest, [toEventSelector(event)]);
  const hash = first?.transactionHash ?? undefined;
  const receipt = hash && (await client.getTransactionReceipt({ hash }));
  return receipt?.logs ?? [];
}

/** The transaction does not tell who made it. */
export function refuseLostCreation({ address }: Deployed): TributaryError {
  return new TributaryError(`The transaction that created ${address} cannot be found.`, {
    todo: "Use an RPC that keeps all logs.",
  });
}
