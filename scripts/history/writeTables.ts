import { join } from "node:path";
import type { IndexedPart } from "../../core/history/files/HistoryIndex.ts";
import type { Program } from "../chain/openProgram.ts";
import type { Progress } from "../Progress.ts";
import type { HistoryFolder } from "./HistoryFolder.ts";
import { PostgresTables } from "./postgres/PostgresTables.ts";
import { DIMENSIONS } from "./tables/DIMENSIONS.ts";
import { ParquetFolder } from "./tables/ParquetFolder.ts";
import { type Rows, readRows } from "./tables/readRows.ts";

export interface TablesWritten {
  /** How many parts a database took; undefined where none is named. */
  readonly database: number | undefined;
}

/** Writes what a history's tables lack, as Parquet beside its parts, and to a database where one is named. */
export async function writeTables(
  program: Program,
  folder: HistoryFolder,
  { progress, database }: { readonly progress: Progress; readonly database: string | undefined },
): Promise<TablesWritten> {
  const { parts } = folder;
  const identity = { chainId: program.chain.chainId, address: program.address };
  const currencies = new Map(program.currencies.map(({ index, address }) => [index, address]));
  const rowsOf = async (part: IndexedPart): Promise<Rows> =>
    readRows({ ...identity, currencies }, await folder.read(part));
  const parquet = new ParquetFolder(join(folder.path, "parquet"));
  const missing = await parquet.missing(parts);
  await progress.during("Writing tables", missing.length, async () => {
    for (const part of missing) {
      await parquet.write(part, await rowsOf(part));
      progress.add(1);
    }
  });
  const dimensions = Object.entries(DIMENSIONS);
  for (const [name, { columns, rowsOf: rows }] of dimensions)
    await parquet.replace(name, columns, rows(program));
  if (database === undefined) return { database };
  const tables = await PostgresTables.open(database);
  try {
    for (const [name, { columns, rowsOf: rows }] of dimensions)
      await tables.replace(identity, name, columns, rows(program));
    return { database: await tables.sync(identity, parts, rowsOf) };
  } finally {
    await tables.close();
  }
}
