import type { DuckDBConnection } from "@duckdb/node-api";
import { refuseMangledIds } from "../../files/duckdb/refuseMangledIds.ts";
import { type TableSource, tableSource } from "../../files/duckdb/tableSource.ts";
import { type Columns, checkHeader } from "../../files/table/checkHeader.ts";
import { checkTypes } from "../../files/table/checkTypes.ts";
import type { Row } from "../../files/table/Row.ts";
import { loadRows } from "../loadRows.ts";
import { readRows } from "./readRows.ts";

/** How a file becomes a table. */
export interface TablePlan {
  readonly table: string;
  readonly columns: Columns;
  /** The table's columns in SQL. */
  readonly select: (source: TableSource) => string;
  /** What holds of the whole table where every row is right, in SQL. */
  readonly isRight: string;
  /** Its columns that have ids. */
  readonly ids: readonly string[];
  /** Makes what throws at a row that is not. */
  readonly createCheck: () => (row: Row) => void;
}

/** Reads a file into a table. */
export async function loadTable(
  connection: DuckDBConnection,
  file: string,
  { createCheck, ...plan }: TablePlan,
): Promise<void> {
  const columns = { ...plan.columns, mayBeCut: true } as const;
  await loadRows(connection, {
    ...{ file, columns, createCheck },
    load: (path) => load(connection, path, plan),
  });
}

async function load(
  connection: DuckDBConnection,
  file: string,
  { table, columns, select, ids, isRight }: Omit<TablePlan, "createCheck">,
): Promise<void> {
  const names = [...columns.required, ...(columns.optional ?? [])];
  const source = await tableSource(connection, file, names);
  checkHeader(file, [...source.types.keys()], columns);
  checkTypes(file, source.types, columns);
  await connection.run(`CREATE TABLE ${table} AS SELECT ${select(source)} FROM ${source.relation}`);
  const [row] = await readRows(connection, `SELECT ${isRight} AS is_right FROM ${table}`);
  if (row?.is_right !== true) throw new Error("a row is wrong");
  if (ids.length > 0)
    await refuseMangledIds(connection, { format: source.format, relation: table, texts: ids });
}
