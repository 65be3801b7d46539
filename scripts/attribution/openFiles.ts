import { type DuckDb, OWN_MEMORY, openDuckDb } from "../files/duckdb/openDuckDb.ts";
import { type LoadedSales, loadSales } from "./loadSales.ts";
import { type LoadedTouches, loadTouches } from "./loadTouches.ts";
import { type Slice, sliceCustomers } from "./sliceCustomers.ts";

/** Sales and touches in one database, and the slices to take them in. */
export interface OpenFiles {
  readonly database: DuckDb;
  readonly sales: LoadedSales;
  readonly touches: LoadedTouches;
  readonly slices: readonly Slice[];
}

export interface OpenFilesParameters {
  readonly sales: string;
  readonly touchpoints: string;
  readonly needsChannels: boolean;
  readonly needsAll: boolean;
  /** Bytes that the whole process may take. */
  readonly memory: number | undefined;
}

export async function openFiles(parameters: OpenFilesParameters): Promise<OpenFiles> {
  const { memory } = parameters;
  const limit = memory === undefined ? undefined : memory - OWN_MEMORY;
  const database = await openDuckDb(limit);
  try {
    const sales = await loadSales(database.connection, parameters.sales);
    const touches = await loadTouches(database.connection, {
      ...parameters,
      file: parameters.touchpoints,
    });
    const slices = sliceCustomers(sales.customers, touches.count, memory);
    return { database, sales, touches, slices };
  } catch (error) {
    await database.close();
    throw error;
  }
}
