import { rmSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { openStore } from "../../scripts/ingest/store/openStore.ts";
import { storeEvent } from "../../scripts/ingest/store/storeEvent.ts";
import { parseStripeEvent } from "../../scripts/ingest/stripe/parseStripeEvent.ts";
import type { StripeEvent } from "../../scripts/ingest/stripe/StripeEvent.ts";

const KEEP = { customers: ["client_reference_id", "customer"], metadata: ["plan"] };

/**
 * What a new store says that has kept some events.
 * @param onEvent Told of the store after each event.
 */
export function storeOf<Read>(
  path: string,
  events: readonly object[],
  read: (store: DatabaseSync) => Read,
  onEvent: (store: DatabaseSync) => void = () => undefined,
): Read {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
  const store = openStore(path);
  // What is on the disk after a crash is another test's concern.
  store.exec("PRAGMA synchronous = OFF");
  try {
    for (const event of events as StripeEvent[]) {
      const facts = parseStripeEvent(event, KEEP);
      if (facts !== undefined) storeEvent(store, event, facts, 0);
      onEvent(store);
    }
    return read(store);
  } finally {
    store.close();
  }
}

/** Every order of some things. */
export function ordersOf<Thing>(things: readonly Thing[]): Thing[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((thing, index) =>
    ordersOf(things.toSpliced(index, 1)).map((rest) => [thing, ...rest]),
  );
}
