import type { DuckDBConnection } from "@duckdb/node-api";
import { TOUCHPOINT_COLUMNS } from "../files/columns/TOUCHPOINT_COLUMNS.ts";
import { customerSql } from "../files/customers/customerSql.ts";
import { mangledIdSql, roundedIdsSql } from "../files/duckdb/mangledIdSql.ts";
import { type TableSource, tableSource } from "../files/duckdb/tableSource.ts";
import { textSql } from "../files/duckdb/textSql.ts";
import { timeSql } from "../files/duckdb/timeSql.ts";
import { checkHeader } from "../files/table/checkHeader.ts";
import { checkTypes } from "../files/table/checkTypes.ts";
import { checkTouch } from "./checkRows.ts";
import { loadRows } from "./loadRows.ts";
import { numberParties } from "./numberParties.ts";

/** A partner in a role. */
export interface Party {
  readonly partner: string;
  readonly role: string;
}

/**
 * A touchpoints file in the table `touches(customer, seconds, party, place)`, `place` being that in the file, with the number of the
 * `channel` where it is needed. The parties and channels have their numbers in the order of their names.
 */
export interface LoadedTouches {
  readonly count: number;
  /** By their numbers. */
  readonly parties: readonly Party[];
  readonly channels: readonly string[];
}

const COLUMNS = [...TOUCHPOINT_COLUMNS.required, ...(TOUCHPOINT_COLUMNS.optional ?? [])];

export interface LoadTouchesParameters {
  readonly file: string;
  /** Whether touches need the number of their channel. */
  readonly needsChannels: boolean;
  /** Whether touches that count for no sale are needed too. */
  readonly needsAll: boolean;
}

/** Loads touches after the sales, whose customers have their numbers then. */
export async function loadTouches(
  connection: DuckDBConnection,
  parameters: LoadTouchesParameters,
): Promise<LoadedTouches> {
  const { loaded } = await loadRows(connection, {
    file: parameters.file,
    columns: TOUCHPOINT_COLUMNS,
    createCheck: () => checkTouch,
    load: (file) => load(connection, { ...parameters, file }),
  });
  return loaded;
}

async function load(
  connection: DuckDBConnection,
  { file, needsChannels, needsAll }: LoadTouchesParameters,
): Promise<LoadedTouches> {
  const source = await tableSource(connection, file, COLUMNS);
  checkHeader(file, [...source.types.keys()], TOUCHPOINT_COLUMNS);
  checkTypes(file, source.types, TOUCHPOINT_COLUMNS);
  await connection.run(rowsSql(source, needsChannels));
  await refuseWrongTimes(connection, source);
  await refuseRoundedIds(connection, source);
  const parties = await readParties(connection);
  const channels = needsChannels ? await readChannels(connection) : [];
  if (needsAll) await connection.run(OTHER_CUSTOMERS);
  await connection.run(touchesSql(needsChannels, needsAll));
  await connection.run("DROP VIEW touch_rows; DROP TABLE IF EXISTS touch_texts");
  return { ...parties, channels };
}

/** A Parquet file is read where it lies, each time; what has to be parsed is kept until it is loaded. */
function rowsSql(source: TableSource, needsChannels: boolean): string {
  const text = (name: string) => `${textSql(source, name)} AS ${name}`;
  const channel = needsChannels ? `, coalesce(${textSql(source, "channel")}, '') AS channel` : "";
  const customer = textSql(source, "customer_id");
  const columns = `CASE WHEN ${mangledIdSql(source.format, customer)} THEN error('no customer')
      WHEN ${customer} <> '' THEN ${customerSql(customer)} ELSE error('no customer') END AS customer_id, ${text("partner")}, ${text("role")}${channel},
    ${timeSql(source, "occurred_at")} AS seconds`;
  return source.format === "parquet"
    ? `CREATE VIEW touch_rows AS SELECT ${columns}, file_row_number AS place FROM ${source.relation}`
    : `CREATE TABLE touch_texts AS SELECT ${columns} FROM ${source.relation};
      CREATE VIEW touch_rows AS SELECT *, rowid AS place FROM touch_texts`;
}

const OTHER_CUSTOMERS = `INSERT INTO customers
  SELECT customer_id, CAST((SELECT count(*) FROM customers) + row_number() OVER () - 1 AS INTEGER), NULL
  FROM (SELECT DISTINCT customer_id FROM touch_rows WHERE customer_id IS NOT NULL) t ANTI JOIN customers c USING (customer_id)`;

/** Of a customer's touches those after its last sale count for none; for the paths that led to none they are needed. */
function touchesSql(needsChannels: boolean, needsAll: boolean): string {
  return `CREATE TABLE touches AS
    SELECT customer, CAST(seconds AS UINTEGER) AS seconds, party, CAST(place AS UINTEGER) AS place${needsChannels ? ", number AS channel" : ""}
    FROM touch_rows t JOIN customers c ON c.customer_id = t.customer_id${needsAll ? "" : " AND t.seconds <= c.until"}
    JOIN parties USING (partner, role) ${needsChannels ? "JOIN channels USING (channel)" : ""}`;
}

/** Each question by itself: what a Parquet file says of its blocks answers them without reading. */
async function refuseWrongTimes(connection: DuckDBConnection, source: TableSource): Promise<void> {
  const isTyped =
    source.format === "parquet" &&
    source.types.get("occurred_at")?.startsWith("TIMESTAMP") === true;
  const relation = isTyped ? source.relation : "touch_rows";
  const wrong = isTyped
    ? [
        "occurred_at < TIMESTAMP '1970-01-01 00:00:01'",
        "occurred_at >= TIMESTAMP '2106-02-07 06:28:16'",
        "occurred_at IS NULL",
      ]
    : ["seconds <= 0", "seconds >= 4294967296", "seconds IS NULL"];
  for (const condition of wrong) {
    const found = await connection.runAndReadAll(
      `SELECT 1 FROM ${relation} WHERE ${condition} LIMIT 1`,
    );
    if (found.currentRowCount > 0) throw new Error("a row is wrong");
  }
}

async function refuseRoundedIds(connection: DuckDBConnection, source: TableSource): Promise<void> {
  const rounded =
    source.format === "parquet"
      ? roundedIdsSql(textSql(source, "customer_id"), source.relation)
      : roundedIdsSql("customer_id", "touch_texts");
  const found = await connection.runAndReadAll(`SELECT ${rounded}`);
  if (found.getRows()[0]?.[0] === true) throw new Error("a row is wrong");
}

async function readParties(connection: DuckDBConnection) {
  const found = await connection.runAndReadAll(
    "SELECT partner, role, count(*) FROM touch_rows GROUP BY partner, role",
  );
  const spelled = found.getRows().map(([partner, role, touches]) => ({
    partner: String(partner ?? ""),
    role: String(role ?? ""),
    touches: Number(touches),
  }));
  const isWrong = ({ partner, role }: Party) =>
    partner === "" || role === "" || /[:;]/.test(partner + role);
  if (spelled.some(isWrong)) throw new Error("a row is wrong");
  const { parties, numbers } = numberParties(spelled);
  // `partner` as the file spells it, `player` by its one spelling.
  await connection.run(
    "CREATE TABLE parties (party INTEGER, partner VARCHAR, role VARCHAR, player VARCHAR)",
  );
  const appender = await connection.createAppender("parties");
  for (const [index, { partner, role }] of spelled.entries()) {
    const party = numbers[index] ?? 0;
    appender.appendInteger(party);
    for (const text of [partner, role, parties[party]?.partner ?? ""]) appender.appendVarchar(text);
    appender.endRow();
  }
  appender.closeSync();
  return { count: spelled.reduce((sum, { touches }) => sum + touches, 0), parties };
}

async function readChannels(connection: DuckDBConnection): Promise<string[]> {
  await connection.run(`CREATE TABLE channels AS
    SELECT CAST(row_number() OVER (ORDER BY channel) - 1 AS INTEGER) AS number, channel
    FROM (SELECT DISTINCT channel FROM touch_rows)`);
  const found = await connection.runAndReadAll("SELECT channel FROM channels ORDER BY number");
  return found.getRows().map(([channel]) => String(channel));
}
