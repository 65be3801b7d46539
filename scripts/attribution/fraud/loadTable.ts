import type { DuckDBConnection } from "@duckdb/node-api";
import { type TableSource, tableSource } from "../../files/duckdb/tableSource.ts";
import { type Columns, checkHeader } from "../../files/table/checkHeader.ts";
import type { Row } from "../../files/table/Row.ts";
import { findMistake } from "../findMistake.ts";
import { readRows } from "./readRows.ts";

/** How a file becomes a table. */
export interface TablePlan {
  readonly table: string;
  readonly columns: Columns;
  /** The table's columns in SQL. */
  readonly select: (source: TableSource) => string;
  /** What holds of the whole table where every row is right, in SQL. */
  readonly isRight: string;
  /** Throws at a row that is not. */
  readonly check: (row: Row) => void;
}

/** Reads a file into a table; where a row is wrong the file is read again, row by row, to tell which. */
export async function loadTable(
  connection: DuckDBConnection,
  file: string,
  { table, columns, select, isRight, check }: TablePlan,
): Promise<void> {
  try {
    const names = [...columns.required, ...(columns.optional ?? [])];
    const source = await tableSource(connection, file, names);
    checkHeader(file, [...source.types.keys()], columns);
    await connection.run(
      `CREATE TABLE ${table} AS SELECT ${select(source)} FROM ${source.relation}`,
    );
    const [row] = await readRows(connection, `SELECT ${isRight} AS is_right FROM ${table}`);
    if (row?.is_right !== true) throw new Error("a row is wrong");
  } catch (error) {
    throw await findMistake(file, columns, check, error);
  }
}
