import type { DatabaseSync } from "node:sqlite";
import type { Inputs } from "../facts/Inputs.ts";
import { readCustomers } from "../store/readCustomers.ts";
import { readStored } from "../store/readStored.ts";
import { toRefundFacts } from "../store/toRefundFacts.ts";

/**
 * Reads what the endpoint has kept.
 * @returns When the last event of each sale came, in UTC seconds.
 */
export function readStoreFacts(store: DatabaseSync, inputs: Inputs): ReadonlyMap<string, number> {
  const stored = readStored(store);
  const { sales, awaiting, refunds, setAside, disputed, receivedAt } = stored;
  inputs.doubts.push(...stored.doubts);
  inputs.begun.push(...stored.begun);
  inputs.unread.push(...stored.unread);
  inputs.sales.push(...sales);
  inputs.awaiting.push(...awaiting);
  inputs.refunds.push(...toRefundFacts(refunds));
  inputs.setAside.push(...setAside);
  inputs.customers.push(...readCustomers(store));
  for (const id of disputed) inputs.disputed.add(id);
  return receivedAt;
}
