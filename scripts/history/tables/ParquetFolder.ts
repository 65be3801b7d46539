import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { IndexedPart } from "../../../core/history/files/HistoryIndex.ts";
import { openDuckDb } from "../../files/duckdb/openDuckDb.ts";
import { sqlText } from "../../files/duckdb/sqlText.ts";
import type { Rows } from "./readRows.ts";
import { type ColumnType, columnsOf, type Row, TABLE_NAMES } from "./TABLES.ts";

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: "VARCHAR",
  integer: "BIGINT",
  amount: "DECIMAL(38, 0)",
  time: "TIMESTAMPTZ",
  boolean: "BOOLEAN",
  json: "VARCHAR",
};

type Columns = readonly (readonly [name: string, type: ColumnType])[];

/** The tables as Parquet: a folder for each, with a file for each part of the history, which goes by the part's hash. */
export class ParquetFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Which of the parts have no files yet. Files of others are removed: whoever reads the folders must not read them. */
  async missing(parts: readonly IndexedPart[]): Promise<readonly IndexedPart[]> {
    const names = new Set(parts.map(nameOf));
    const whole = new Set(names);
    for (const table of TABLE_NAMES) {
      const found = new Set(await readdir(join(this.path, table)).catch((): string[] => []));
      for (const name of names) if (!found.has(name)) whole.delete(name);
      for (const name of found)
        if (!names.has(name)) await rm(join(this.path, table, name), { force: true });
    }
    return parts.filter((part) => !whole.has(nameOf(part)));
  }

  async write(part: IndexedPart, rows: Rows): Promise<void> {
    await this.#withDuckDb(async (connection) => {
      for (const table of TABLE_NAMES)
        await this.#copy(connection, columnsOf(table), rows[table], join(table, nameOf(part)));
    });
  }

  /** Writes a table that is written anew each time. */
  async replace(name: string, columns: Columns, rows: readonly Row[]): Promise<void> {
    await this.#withDuckDb((connection) =>
      this.#copy(connection, columns, rows, `${name}.parquet`),
    );
  }

  async #withDuckDb(work: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
    const duckdb = await openDuckDb();
    try {
      await work(duckdb.connection);
    } finally {
      await duckdb.close();
    }
  }

  async #copy(
    connection: DuckDBConnection,
    columns: Columns,
    rows: readonly Row[],
    name: string,
  ): Promise<void> {
    const names = columns.map(([column]) => `"${column}" VARCHAR`).join(", ");
    await connection.run(`CREATE OR REPLACE TABLE staged (${names})`);
    const appender = await connection.createAppender("staged");
    for (const row of rows) {
      for (const value of row) {
        if (value === null) appender.appendNull();
        else appender.appendVarchar(value);
      }
      appender.endRow();
    }
    appender.closeSync();
    const typed = columns.map(
      ([column, type]) => `CAST("${column}" AS ${TYPES[type]}) "${column}"`,
    );
    const file = join(this.path, name);
    const draft = `${file}.${process.pid}.tmp`;
    await mkdir(join(file, ".."), { recursive: true });
    await connection.run(
      `COPY (SELECT ${typed.join(", ")} FROM staged) TO ${sqlText(draft)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    await rename(draft, file);
  }
}

function nameOf({ sha256 }: IndexedPart): string {
  return `${sha256.slice(2)}.parquet`;
}
