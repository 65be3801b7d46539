import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import { TOUCHPOINT_COLUMNS } from "../input/TOUCHPOINT_COLUMNS.ts";
import { PARTNER_COLUMNS } from "../partners/PARTNER_COLUMNS.ts";
import { REFUND_COLUMNS } from "../sales/REFUND_COLUMNS.ts";
import { SALES_COLUMNS } from "../sales/SALES_COLUMNS.ts";
import { splitCredits } from "../sales/splitCredits.ts";
import type { Columns } from "../table/checkHeader.ts";
import type { Row } from "../table/Row.ts";
import { RowError } from "../table/RowError.ts";
import { streamTable } from "../table/streamTable.ts";
import { parseTime, TIME_FORMAT } from "../text/parseTime.ts";
import { printable } from "../text/printable.ts";
import type { FraudFiles } from "./FraudFiles.ts";
import { readRows } from "./readRows.ts";

const TABLES = `
  CREATE TABLE sales (line INTEGER, sale VARCHAR, customer VARCHAR, kind VARCHAR, occurred BIGINT);
  CREATE TABLE credits (sale VARCHAR, partner VARCHAR);
  CREATE TABLE touches (customer VARCHAR, partner VARCHAR, channel VARCHAR, touch VARCHAR, occurred BIGINT);
  CREATE TABLE refunds (sale VARCHAR);
  CREATE TABLE partners (partner VARCHAR, wallet VARCHAR);
`;

/**
 * `person(id)` is one text for the ids that are surely one customer's: capitals and outer spaces do not count, nor what
 * follows a "+" in the local part of an e-mail address, nor the dots in one of Google's.
 */
const PERSON = String.raw`
  CREATE MACRO without_tag(id) AS regexp_replace(lower(trim(id)), '^([^+@]+)\+[^@]*@', '\1@');
  CREATE MACRO person(id) AS CASE
    WHEN regexp_matches(without_tag(id), '^[^@]+@(gmail|googlemail)\.com$')
    THEN replace(split_part(without_tag(id), '@', 1), '.', '') || '@gmail.com'
    ELSE without_tag(id) END;
`;

/**
 * Fills an empty database with the files as tables, and `played`: which partners have a part in which sale. Where a sale names
 * its credits those are its partners; else all who touched its customer within the look-back.
 */
export async function fillFraudTables(
  connection: DuckDBConnection,
  files: FraudFiles,
  lookback: number,
  tell: (bytes: number) => void,
): Promise<void> {
  await connection.run(TABLES);
  await connection.run(PERSON);
  await loadSales(connection, files.sales, tell);
  await load(connection, "touches", files.touchpoints, TOUCHPOINT_COLUMNS, appendTouch, tell);
  if (files.refunds !== undefined)
    await load(connection, "refunds", files.refunds, REFUND_COLUMNS, appendRefund, tell);
  if (files.partners !== undefined)
    await load(connection, "partners", files.partners, PARTNER_COLUMNS, appendPartner, tell);
  await refuseRepeatedSales(connection, files.sales);
  await connection.run(`
    CREATE TABLE played AS
    SELECT sale, partner FROM credits
    UNION
    SELECT sales.sale, touches.partner
    FROM sales ANTI JOIN credits ON credits.sale = sales.sale
    JOIN touches ON touches.customer = sales.customer
      AND touches.occurred <= sales.occurred AND touches.occurred > sales.occurred - ${lookback}
  `);
}

type Append = (appender: DuckDBAppender, row: Row) => void;

async function load(
  connection: DuckDBConnection,
  table: string,
  file: string,
  columns: Columns,
  append: Append,
  tell: (bytes: number) => void,
): Promise<void> {
  const appender = await connection.createAppender(table);
  const take = (row: Row) => {
    append(appender, row);
    appender.endRow();
  };
  await streamTable(file, columns, take, tell);
  appender.closeSync();
}

async function loadSales(
  connection: DuckDBConnection,
  file: string,
  tell: (bytes: number) => void,
): Promise<void> {
  const credits = await connection.createAppender("credits");
  const append: Append = (appender, row) => {
    const sale = row.require("sale_id");
    appender.appendInteger(row.line);
    appender.appendVarchar(sale);
    appender.appendVarchar(row.get("customer_id"));
    appender.appendVarchar(row.require("kind"));
    appender.appendBigInt(timeOf(row));
    for (const partner of new Set(splitCredits(row).map((credit) => credit.partner))) {
      credits.appendVarchar(sale);
      credits.appendVarchar(partner);
      credits.endRow();
    }
  };
  await load(connection, "sales", file, SALES_COLUMNS, append, tell);
  credits.closeSync();
}

async function refuseRepeatedSales(connection: DuckDBConnection, file: string): Promise<void> {
  const [repeated] = await readRows(
    connection,
    "SELECT sale, min(line) AS first, max(line) AS last FROM sales GROUP BY sale HAVING count(*) > 1 ORDER BY last LIMIT 1",
  );
  if (repeated === undefined) return;
  const { sale, first, last } = repeated;
  const found = `"${sale}", which line ${first} has already`;
  throw new RowError(file, Number(last), "sale_id", `found ${printable(found)}`, "each once");
}

function appendTouch(appender: DuckDBAppender, row: Row): void {
  appender.appendVarchar(row.require("customer_id"));
  appender.appendVarchar(row.require("partner"));
  appender.appendVarchar(row.get("channel"));
  appender.appendVarchar(row.get("touch_id"));
  appender.appendBigInt(timeOf(row));
}

function appendRefund(appender: DuckDBAppender, row: Row): void {
  appender.appendVarchar(row.require("sale_id"));
}

function appendPartner(appender: DuckDBAppender, row: Row): void {
  appender.appendVarchar(row.require("partner"));
  appender.appendVarchar(row.require("wallet"));
}

function timeOf(row: Row): bigint {
  const time = parseTime(row.require("occurred_at"));
  if (time === undefined)
    throw row.mistake("occurred_at", `"${row.get("occurred_at")}"`, TIME_FORMAT);
  return BigInt(time);
}
