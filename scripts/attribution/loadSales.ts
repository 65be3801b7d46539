import type { DuckDBConnection } from "@duckdb/node-api";
import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import type { RefusedRow } from "../files/columns/RefusedRow.ts";
import { SALES_COLUMNS } from "../files/columns/SALES_COLUMNS.ts";
import { customerSql } from "../files/customers/customerSql.ts";
import { type KeptSource, keptSource } from "../files/duckdb/keptSource.ts";
import { refuseMangledIds } from "../files/duckdb/refuseMangledIds.ts";
import { sqlText } from "../files/duckdb/sqlText.ts";
import { type TableSource, tableSource } from "../files/duckdb/tableSource.ts";
import { textSql } from "../files/duckdb/textSql.ts";
import { timeSql } from "../files/duckdb/timeSql.ts";
import { checkHeader } from "../files/table/checkHeader.ts";
import { checkTypes } from "../files/table/checkTypes.ts";
import { MOST_DECIMALS, saleChecker } from "./checkRows.ts";
import { loadRows } from "./loadRows.ts";

/**
 * A sales file in the table `sales(place, customer, seconds, currency, low, middle, high)`: `place` is that in the file, amounts are in
 * limbs of 32 bits, currencies by their place in the list. Customers have numbers in `customers(customer_id, customer, until)`, `until` being
 * the time of their last sale; sales that nobody can be credited for have none.
 */
export interface LoadedSales {
  readonly count: number;
  /** How many customers they have. */
  readonly customers: number;
  /** Of the sales, those that have credits already: they lie here without a customer, so that no touch counts for them. */
  readonly known: number;
  /** Of the others, those without a customer. */
  readonly withoutCustomer: number;
  readonly currencies: readonly LoadedCurrency[];
  /** The file's columns. */
  readonly columns: readonly string[];
  /** A query of them as texts, with their `place`. */
  readonly texts: string;
  /** Rows of the file that are no sales, such as those of 0.00: they are left out. */
  readonly refused: readonly RefusedRow[];
}

export interface LoadedCurrency {
  readonly symbol: string;
  /** Those of its unit: what is usual, or as many as the file has. */
  readonly decimals: number;
}

/** In the order of the documents. */
const COLUMNS = [
  "sale_id",
  "customer_id",
  "kind",
  "amount",
  "currency",
  "occurred_at",
  "product",
  "credits",
  "conversion",
];

export async function loadSales(connection: DuckDBConnection, file: string): Promise<LoadedSales> {
  const { loaded, refused } = await loadRows(connection, {
    file,
    columns: SALES_COLUMNS,
    createCheck: saleChecker,
    load: (path) => load(connection, path),
  });
  return { ...loaded, refused };
}

async function load(
  connection: DuckDBConnection,
  file: string,
): Promise<Omit<LoadedSales, "refused">> {
  const found = await tableSource(connection, file, COLUMNS);
  const source = await keptSource(connection, found, "sale_rows");
  checkHeader(file, [...source.types.keys()], SALES_COLUMNS);
  checkTypes(file, source.types, SALES_COLUMNS);
  const currencies = await readCurrencies(connection, source);
  await createCustomers(connection, source);
  await createSales(connection, source, currencies);
  const { isRight, ...counts } = await readCounts(connection, source);
  if (!isRight) throw new Error("a row is wrong");
  const texts = ["sale_id", "customer_id"].map((name) => textSql(source, name));
  await refuseMangledIds(connection, { ...source, texts });
  const columns = COLUMNS.filter((name) => source.types.has(name));
  const fields = columns.map((name) => `coalesce(${textSql(source, name)}, '') AS ${name}`);
  return {
    ...counts,
    ...{ currencies, columns },
    texts: `SELECT ${source.place} AS place, ${fields.join(", ")} FROM ${source.relation}`,
  };
}

async function createCustomers(connection: DuckDBConnection, source: KeptSource): Promise<void> {
  await connection.run(`CREATE TABLE customers AS
    SELECT customer_id, CAST(row_number() OVER () - 1 AS INTEGER) AS customer, until FROM (
      SELECT ${creditedCustomerSql(source)} AS customer_id, max(${timeSql(source, "occurred_at")}) AS until
      FROM ${source.relation} GROUP BY 1) WHERE customer_id IS NOT NULL`);
}

async function createSales(
  connection: DuckDBConnection,
  source: KeptSource,
  currencies: readonly LoadedCurrency[],
): Promise<void> {
  const text = (name: string) => textSql(source, name);
  await connection.run(`CREATE TABLE sales AS
    SELECT CAST(place AS INTEGER) AS place, customer, is_known, CAST(seconds AS UINTEGER) AS seconds, currency,
      CAST(units & 4294967295 AS UINTEGER) AS low, CAST((units >> 32) & 4294967295 AS UINTEGER) AS middle,
      CAST(units >> 64 AS UINTEGER) AS high FROM (
        SELECT ${source.place} AS place, ${creditedCustomerSql(source)} AS customer_id, coalesce(${text("credits")}, '') <> '' AS is_known,
          ${timeSql(source, "occurred_at")} AS seconds, ${currencySql(text("currency"), currencies)} AS currency,
          ${unitsSql(text("amount"), text("currency"), currencies)} AS units FROM ${source.relation})
    LEFT JOIN customers USING (customer_id)`);
}

/** NULL where no touch is to count. */
function creditedCustomerSql(source: TableSource): string {
  const text = (name: string) => textSql(source, name);
  return `CASE coalesce(${text("credits")}, '') WHEN '' THEN ${customerSql(text("customer_id"))} END`;
}

async function readCounts(connection: DuckDBConnection, source: TableSource) {
  const text = (name: string) => textSql(source, name);
  const sales = await rowsOf(
    connection,
    `SELECT count(*), (SELECT count(*) FROM customers), count(*) FILTER (is_known), count(*) FILTER (NOT is_known AND customer IS NULL),
      coalesce(bool_and(seconds > 0 AND (low > 0 OR middle > 0 OR high > 0)) AND count(seconds) = count(*), true) FROM sales`,
  );
  // Equal hashes are as good as equal ids here: what is found is looked at again, row by row.
  const ids = await rowsOf(
    connection,
    `SELECT coalesce(bool_and(coalesce(${text("sale_id")} <> '' AND ${text("kind")} <> '', false)), true)
      AND (SELECT count(*) FROM (SELECT DISTINCT hash(${text("sale_id")}) FROM ${source.relation})) = count(*) FROM ${source.relation}`,
  );
  const [count, customers, known, withoutCustomer, isRight] = sales[0] ?? [];
  return {
    count: Number(count),
    customers: Number(customers),
    known: Number(known),
    withoutCustomer: Number(withoutCustomer),
    isRight: isRight === true && ids[0]?.[0] === true,
  };
}

async function readCurrencies(
  connection: DuckDBConnection,
  source: TableSource,
): Promise<LoadedCurrency[]> {
  const sql = `SELECT ${textSql(source, "currency")}, max(${placesSql(textSql(source, "amount"))})
    FROM ${source.relation} GROUP BY 1 ORDER BY 1`;
  return (await rowsOf(connection, sql)).map(([found, places]) => {
    const symbol = String(found ?? "");
    if (symbol === "") throw new Error("a currency is missing");
    if (Number(places) > MOST_DECIMALS) throw new Error("an amount has too many decimals");
    return { symbol, decimals: Math.max(decimalsOf(symbol), Number(places)) };
  });
}

/** How many digits there are after the point. */
function placesSql(amount: string): string {
  return `CASE instr(${amount}, '.') WHEN 0 THEN 0 ELSE length(${amount}) - instr(${amount}, '.') END`;
}

function currencySql(column: string, currencies: readonly LoadedCurrency[]): string {
  const ways = currencies.map(
    ({ symbol }, number) => `WHEN ${column} = ${sqlText(symbol)} THEN ${number}`,
  );
  return `CAST(CASE WHEN false THEN 0 ${ways.join(" ")} ELSE 0 END AS UTINYINT)`;
}

/** An amount in the smallest unit, made of its digits, for a fraction would be rounded; a text that is no amount is an error. */
function unitsSql(amount: string, currency: string, currencies: readonly LoadedCurrency[]): string {
  const ways = currencies.map(({ symbol, decimals }) => {
    const powers = Array.from({ length: decimals + 1 }, (_, place) => `1${"0".repeat(place)}`);
    return `WHEN ${currency} = ${sqlText(symbol)} THEN CASE WHEN regexp_full_match(${amount}, '\\d{1,20}(?:\\.\\d{1,${decimals}})?')
      THEN CAST(replace(${amount}, '.', '') AS HUGEINT) * ([${powers.join(", ")}]::HUGEINT[])[${decimals + 1} - (${placesSql(amount)})]
      ELSE error('no amount') END`;
  });
  return `CASE WHEN false THEN 0::HUGEINT ${ways.join(" ")} ELSE 0::HUGEINT END`;
}

async function rowsOf(connection: DuckDBConnection, sql: string) {
  return (await connection.runAndReadAll(sql)).getRows();
}
