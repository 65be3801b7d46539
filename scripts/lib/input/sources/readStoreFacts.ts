import type { DatabaseSync } from "node:sqlite";
import type { Inputs } from "../Inputs.ts";
import { readCustomers } from "../store/readCustomers.ts";
import { readStored } from "../store/readStored.ts";

/** Reads what the endpoint has kept. */
export function readStoreFacts(store: DatabaseSync, inputs: Inputs): void {
  const { sales, awaiting, refunds, setAside, disputed } = readStored(store);
  inputs.sales.push(...sales);
  inputs.awaiting.push(...awaiting);
  inputs.refunds.push(...refunds);
  inputs.setAside.push(...setAside);
  inputs.customers.push(...readCustomers(store));
  for (const id of disputed) inputs.disputed.add(id);
}
