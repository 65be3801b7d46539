import type { Inputs } from "../Inputs.ts";
import { openStore } from "../store/openStore.ts";
import { readCustomers } from "../store/readCustomers.ts";
import { readStored } from "../store/readStored.ts";

/** Reads what the endpoint has kept. */
export function readStoreFacts(file: string, inputs: Inputs): void {
  const store = openStore(file);
  try {
    const { sales, refunds, disputed } = readStored(store);
    inputs.sales.push(...sales);
    inputs.refunds.push(...refunds);
    inputs.customers.push(...readCustomers(store));
    for (const id of disputed) inputs.disputed.add(id);
  } finally {
    store.close();
  }
}
