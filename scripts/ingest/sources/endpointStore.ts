import type { Inputs } from "../facts/Inputs.ts";
import { openStore } from "../store/openStore.ts";
import type { InputSource } from "./InputSource.ts";
import { readStoreFacts } from "./readStoreFacts.ts";

/** What the endpoint for Stripe's events has kept. */
export const endpointStore = {
  what: "the endpoint's store",
  known: { endings: [".sqlite", ".db"] },
  /** @returns When the last event of each sale came, in UTC seconds. */
  read(file: string, inputs: Inputs): ReadonlyMap<string, number> {
    const store = openStore(file);
    try {
      return readStoreFacts(store, inputs);
    } finally {
      store.close();
    }
  },
} satisfies InputSource;
