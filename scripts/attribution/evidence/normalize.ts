import type { DuckDBConnection } from "@duckdb/node-api";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import { SALES_COLUMNS } from "../../files/columns/SALES_COLUMNS.ts";
import { TOUCHPOINT_COLUMNS } from "../../files/columns/TOUCHPOINT_COLUMNS.ts";
import { customerSql } from "../../files/customers/customerSql.ts";
import { openDuckDb } from "../../files/duckdb/openDuckDb.ts";
import { refuseMangledIds } from "../../files/duckdb/refuseMangledIds.ts";
import { sqlText } from "../../files/duckdb/sqlText.ts";
import { type TableSource, tableSource } from "../../files/duckdb/tableSource.ts";
import { textSql } from "../../files/duckdb/textSql.ts";
import { timeSql } from "../../files/duckdb/timeSql.ts";
import { type Columns, checkHeader } from "../../files/table/checkHeader.ts";
import { checkTypes } from "../../files/table/checkTypes.ts";
import { isIdColumn } from "../../files/table/IdDigits.ts";
import type { Row } from "../../files/table/Row.ts";
import { checkTouch, saleChecker } from "../checkRows.ts";
import { loadRows } from "../loadRows.ts";
import { pseudonymSql } from "./pseudonymSql.ts";

/** As SQL attributes them; others are left to the readers of rows. */
const AMOUNT = String.raw`\d{1,20}(?:\.\d{1,18})?`;

interface Table {
  readonly columns: Columns;
  /** Those that are written, in this order; one that is optional only where the file has it. */
  readonly written: readonly string[];
  /** Those that no row may lack. */
  readonly filled: readonly string[];
  readonly checkRow: () => (row: Row) => void;
  /** Whether rows of a customer whose name is nobody's tell nothing, and are left out. */
  readonly isOfCustomers: boolean;
}

/** Columns that are there where the file has them. */
const LEFT_OUT = ["touch_id", "conversion"];

const TOUCHPOINTS: Table = {
  columns: TOUCHPOINT_COLUMNS,
  written: ["customer_id", "partner", "role", "channel", "occurred_at", "touch_id"],
  filled: ["customer_id", "partner", "role"],
  checkRow: () => checkTouch,
  isOfCustomers: true,
};

const SALES: Table = {
  columns: SALES_COLUMNS,
  written: [
    ...["sale_id", "customer_id", "kind", "amount", "currency", "occurred_at", "product"],
    ...["credits", "conversion"],
  ],
  filled: ["sale_id", "kind", "amount", "currency"],
  checkRow: saleChecker,
  isOfCustomers: false,
};

/** Writes touchpoints in the form that is published: CSV, times in UTC, a pseudonym in each customer's place. */
export async function normalizeTouchpoints(file: string, salt: Buffer, out: string): Promise<void> {
  await normalize(TOUCHPOINTS, file, salt, out);
}

/** The same for sales. Returns the rows that are none, and are left out. */
export function normalizeSales(
  file: string,
  salt: Buffer,
  out: string,
): Promise<readonly RefusedRow[]> {
  return normalize(SALES, file, salt, out);
}

async function normalize(
  table: Table,
  file: string,
  salt: Buffer,
  out: string,
): Promise<readonly RefusedRow[]> {
  const { connection, close } = await openDuckDb();
  try {
    const { columns, checkRow: createCheck } = table;
    const { refused } = await loadRows(connection, {
      ...{ file, columns, createCheck },
      load: (path) => write(connection, table, path, salt, out),
    });
    return refused;
  } finally {
    await close();
  }
}

async function write(
  connection: DuckDBConnection,
  { columns, written, filled, isOfCustomers }: Table,
  file: string,
  salt: Buffer,
  out: string,
): Promise<void> {
  const all = [...columns.required, ...(columns.optional ?? [])];
  const source = await tableSource(connection, file, all);
  checkHeader(file, [...source.types.keys()], columns);
  checkTypes(file, source.types, columns);
  const ids = columns.required.filter(isIdColumn).concat("customer_id");
  const texts = [...new Set(ids)].map((name) => textSql(source, name));
  await refuseMangledIds(connection, { ...source, texts });
  const customer = textSql(source, "customer_id");
  const ofSomebody = `coalesce(${customer}, '') = '' OR ${customerSql(customer)} IS NOT NULL`;
  const fields = written
    .filter((name) => source.types.has(name) || !LEFT_OUT.includes(name))
    .map((name) => {
      const field = fieldSql(source, name, salt);
      return `${filled.includes(name) ? `coalesce(${field}, error('nothing'))` : field} AS ${name}`;
    });
  await connection.run(
    `COPY (SELECT ${fields.join(", ")} FROM ${source.relation}${isOfCustomers ? ` WHERE ${ofSomebody}` : ""}) TO ${sqlText(out)} (FORMAT csv, HEADER)`,
  );
}

/** A field as it is written; one that is empty is not quoted. */
function fieldSql(source: TableSource, name: string, salt: Buffer): string {
  const text = textSql(source, name);
  if (name === "customer_id") return pseudonymSql(customerSql(text), salt);
  if (name === "amount") {
    const isAmount = `regexp_full_match(${text}, '${AMOUNT}') AND regexp_matches(${text}, '[1-9]')`;
    return `CASE WHEN ${isAmount} THEN ${text} ELSE error('no amount') END`;
  }
  if (name !== "occurred_at") return `nullif(${text}, '')`;
  const seconds = timeSql(source, name);
  return `CASE WHEN coalesce(${seconds}, 0) <= 0 THEN error('no time')
    ELSE strftime(make_timestamp(${seconds} * 1000000), '%Y-%m-%dT%H:%M:%SZ') END`;
}
