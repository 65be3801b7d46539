import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { TributaryError } from "../../core/TributaryError.ts";
import type { RefusedRow } from "../files/columns/RefusedRow.ts";
import type { Columns } from "../files/table/checkHeader.ts";
import type { Row } from "../files/table/Row.ts";
import { copyPlain } from "./copyPlain.ts";
import { forSql } from "./forSql.ts";

export interface LoadRows<Loaded> {
  readonly file: string;
  readonly columns: Columns;
  /** Makes what throws at a row that cannot be taken: a refusal leaves it out, a mistake ends it. */
  readonly createCheck: () => (row: Row) => void;
  /** Loads a file by SQL; throws where anything of it is not as SQL reads it, or wrong. */
  readonly load: (file: string) => Promise<Loaded>;
}

export interface LoadedRows<Loaded> {
  readonly loaded: Loaded;
  readonly refused: readonly RefusedRow[];
}

/**
 * Loads a file by SQL, which is fast. A file that SQL refuses is read row by row, as all other files are: what is wrong with a row is
 * told then, and where nothing is, or a row is left out, SQL loads a copy in plain form. So SQL has to read what is usual, and
 * nothing otherwise.
 */
export async function loadRows<Loaded>(
  connection: DuckDBConnection,
  { file, columns, createCheck, load }: LoadRows<Loaded>,
): Promise<LoadedRows<Loaded>> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-rows-"));
  try {
    const usual = await forSql(file, columns, folder);
    if (usual !== undefined) {
      const found = await tryUsual(connection, file, () => load(usual));
      if (found !== undefined) return found;
    }
    const copy = join(folder, "plain.csv");
    const refused = await copyPlain({ file, columns, check: createCheck() }, copy);
    return { loaded: await together(connection, () => load(copy)), refused };
  } catch (error) {
    throw error instanceof TributaryError ? error : unreadable(file, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Undefined where SQL refuses. */
async function tryUsual<Loaded>(
  connection: DuckDBConnection,
  file: string,
  load: () => Promise<Loaded>,
): Promise<LoadedRows<Loaded> | undefined> {
  try {
    return { loaded: await together(connection, load), refused: [] };
  } catch (error) {
    if (isOutOfMemory(error)) throw outOfMemory(file);
    return undefined;
  }
}

/**
 * What fails leaves no tables behind. It is no transaction, for in one the rows of a new table have no numbers of their own.
 */
async function together<Result>(
  connection: DuckDBConnection,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = new Set(await relations(connection));
  try {
    return await work();
  } catch (error) {
    for (const relation of await relations(connection)) {
      if (!before.has(relation)) await connection.run(`DROP ${relation}`);
    }
    throw error;
  }
}

/** Views before the tables that they are of. */
async function relations(connection: DuckDBConnection): Promise<string[]> {
  const found = await connection.runAndReadAll(
    `SELECT 'VIEW ' || view_name FROM duckdb_views() WHERE NOT internal
    UNION ALL SELECT 'TABLE ' || table_name FROM duckdb_tables()`,
  );
  return found.getRows().map(([relation]) => String(relation));
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith("Out of Memory Error");
}

function outOfMemory(file: string): TributaryError {
  return new TributaryError(`There is not enough memory for ${file}.`, {
    todo: "Give --memory more; DuckDB also needs room on the disk for what does not fit.",
  });
}

function unreadable(file: string, cause: unknown): TributaryError {
  if (isOutOfMemory(cause)) return outOfMemory(file);
  return new TributaryError(`${file} cannot be read as a table.`, {
    ...(cause instanceof Error && { found: cause.message.split("\n")[0] ?? "" }),
    todo: "Write it as CSV, and run this again.",
  });
}
