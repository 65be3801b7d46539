import type { DuckDBConnection } from "@duckdb/node-api";
import { readColumns } from "../duckdb/readColumns.ts";
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
  const connection = await database.connect();
  const read = (slice: Slice | undefined) => {
    const reading = slice === undefined ? undefined : readSlice(connection, slice, parameters);
    // What went wrong is told when its turn comes, if it does.
    reading?.catch(() => {});
    return reading;
  };
  let next = read(slices[0]);
  for (let slice = 1; next !== undefined; slice += 1) {
    const journeys = await next;
    next = read(slices[slice]);
    yield journeys;
  }
}

async function readSlice(
  connection: DuckDBConnection,
  [from, to]: Slice,
  { lookback, groupOf }: ReadJourneysParameters,
): Promise<Journeys> {
  const where = `WHERE customer >= ${from} AND customer < ${to}`;
  const [customers, seconds, parties, ...more] = await readColumns(
    connection,
    `SELECT customer, seconds, party${groupOf === undefined ? ", channel" : ""} FROM touches ${where} ORDER BY customer, seconds, place`,
    [Int32Array, Uint32Array, Int32Array, ...(groupOf === undefined ? [Int32Array] : [])],
  );
  const [buyers, places, times, currency, low, middle, high] = await readColumns(
    connection,
    `SELECT customer, place, seconds, currency, low, middle, high FROM sales ${where} ORDER BY customer, seconds, place`,
    [Int32Array, Int32Array, Uint32Array, Uint8Array, Uint32Array, Uint32Array, Uint32Array],
  );
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
