import { type DuckDb, openDuckDb } from "../duckdb/openDuckDb.ts";
import { TributaryError } from "../TributaryError.ts";
import { type LoadedSales, loadSales } from "./loadSales.ts";
import { type LoadedTouches, loadTouches } from "./loadTouches.ts";

/** What Node and the engine take beside the database. */
const OWN_MEMORY = 256 * 2 ** 20;
const LEAST_MEMORY = 512 * 2 ** 20;
/** What joining and sorting takes of a touch, as measured, with something to spare. */
const BYTES_PER_TOUCH = 64;
/** A slice of the sales costs one more reading of the touches. */
const MOST_SLICES = 256;

/** Sales and touches in one database, and how to take them in slices. */
export interface OpenFiles {
  readonly database: DuckDb;
  readonly sales: LoadedSales;
  readonly touches: LoadedTouches;
  /** Ranges of sales by their places in the file. Every sale stands by itself, so the cuts change no result. */
  readonly slices: readonly (readonly [from: number, to: number])[];
}

export interface OpenFilesParameters {
  readonly sales: string;
  readonly touchpoints: string;
  readonly needsChannels: boolean;
  /** Bytes that the whole process may take. */
  readonly memory: number | undefined;
}

export async function openFiles(parameters: OpenFilesParameters): Promise<OpenFiles> {
  const { memory } = parameters;
  if (memory !== undefined && memory < LEAST_MEMORY) {
    throw new TributaryError("The memory is too little to work in.", {
      allowed: "512MiB or more",
      todo: "Give --memory more.",
    });
  }
  const limit = memory === undefined ? undefined : memory - OWN_MEMORY;
  const database = await openDuckDb(limit);
  try {
    const sales = await loadSales(database.connection, parameters.sales);
    const touches = await loadTouches(
      database.connection,
      parameters.touchpoints,
      parameters.needsChannels,
    );
    return { database, sales, touches, slices: slicesOf(sales.count, touches.count, limit) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function slicesOf(sales: number, touches: number, limit: number | undefined) {
  const wanted = limit === undefined ? 1 : Math.ceil((touches * BYTES_PER_TOUCH) / limit);
  const count = Math.max(1, Math.min(MOST_SLICES, wanted, sales));
  return Array.from({ length: count }, (_, slice) => {
    const from = Math.floor((sales * slice) / count);
    return [from, Math.floor((sales * (slice + 1)) / count)] as const;
  });
}
