import type { DuckDBConnection } from "@duckdb/node-api";
import { readColumns } from "../files/duckdb/readColumns.ts";
import { findPaths } from "./findPaths.ts";
import type { Journeys } from "./Journeys.ts";
import type { OpenFiles } from "./openFiles.ts";
import type { Slice } from "./sliceCustomers.ts";

export interface ReadJourneysParameters {
  readonly lookback: number | undefined;
  /** The group of each party; undefined where the groups are channels. */
  readonly groupOf: Int32Array | undefined;
}

/** Reads the journeys of customers, slice by slice: the database orders the next slice while this one is worked on. */
export async function* readJourneys(
  { database, slices }: OpenFiles,
  parameters: ReadJourneysParameters,
): AsyncGenerator<Journeys> {
  const connections = { touches: await database.connect(), sales: await database.connect() };
  const read = (slice: Slice | undefined) => {
    const reading = slice === undefined ? undefined : readSlice(connections, slice, parameters);
    // What went wrong is told when its turn comes, if it does.
    reading?.catch(() => {});
    return reading;
  };
  let next = read(slices[0]);
  try {
    for (let slice = 1; next !== undefined; slice += 1) {
      const journeys = await next;
      next = read(slices[slice]);
      yield journeys;
    }
  } finally {
    // The database must not be closed under a query.
    await next?.catch(() => {});
  }
}

async function readSlice(
  connections: { readonly touches: DuckDBConnection; readonly sales: DuckDBConnection },
  [from, to]: Slice,
  { lookback, groupOf }: ReadJourneysParameters,
): Promise<Journeys> {
  const where = `WHERE customer >= ${from} AND customer < ${to}`;
  const reading = readColumns(
    connections.touches,
    `SELECT customer, seconds, party${groupOf === undefined ? ", channel" : ""} FROM touches ${where} ORDER BY customer, seconds, place`,
    [Int32Array, Uint32Array, Int32Array, ...(groupOf === undefined ? [Int32Array] : [])],
  );
  const readingSales = readColumns(
    connections.sales,
    `SELECT customer, place, seconds, currency, low, middle, high FROM sales ${where} ORDER BY customer, seconds, place`,
    [Int32Array, Int32Array, Uint32Array, Uint8Array, Uint32Array, Uint32Array, Uint32Array],
  );
  // Where one fails, the other ends too before that is told.
  await Promise.allSettled([reading, readingSales]);
  const [customers, seconds, parties, ...more] = await reading;
  const [buyers, places, times, currency, low, middle, high] = await readingSales;
  const groups = groupOf === undefined ? more[0] : groupsOf(parties, groupOf);
  const paths = findPaths({ customers, seconds }, { customers: buyers, seconds: times }, lookback);
  return {
    touches: { seconds, parties, groups: groups ?? parties },
    sales: { places, seconds: times, currency, low, middle, high, ...paths },
  };
}

function groupsOf(parties: Int32Array, groupOf: Int32Array): Int32Array {
  const groups = new Int32Array(parties.length);
  for (let index = 0; index < parties.length; index += 1) {
    groups[index] = groupOf[parties[index] as number] as number;
  }
  return groups;
}
