import type { DuckDBConnection } from "@duckdb/node-api";
import { type TableSource, tableSource } from "../duckdb/tableSource.ts";
import { textSql } from "../duckdb/textSql.ts";
import { timeSql } from "../duckdb/timeSql.ts";
import { TOUCHPOINT_COLUMNS } from "../input/TOUCHPOINT_COLUMNS.ts";
import { checkHeader } from "../table/checkHeader.ts";
import { checkTouch } from "./checkRows.ts";
import { findMistake } from "./findMistake.ts";

/** A partner in a role. */
export interface Party {
  readonly partner: string;
  readonly role: string;
}

/**
 * A touchpoints file as `touches(customer_id, partner, role, seconds, place)`, `place` being that in the file, with channels where they are needed, and
 * numbers in `parties(party, partner, role)` and `channels(number, channel)`.
 */
export interface LoadedTouches {
  readonly count: number;
  /** By their numbers. */
  readonly parties: readonly Party[];
  readonly channels: readonly string[];
}

const COLUMNS = [...TOUCHPOINT_COLUMNS.required, ...(TOUCHPOINT_COLUMNS.optional ?? [])];

export async function loadTouches(
  connection: DuckDBConnection,
  file: string,
  needsChannels: boolean,
): Promise<LoadedTouches> {
  try {
    return await load(connection, file, needsChannels);
  } catch (error) {
    throw await findMistake(file, TOUCHPOINT_COLUMNS, checkTouch, error);
  }
}

async function load(
  connection: DuckDBConnection,
  file: string,
  needsChannels: boolean,
): Promise<LoadedTouches> {
  const source = await tableSource(connection, file, COLUMNS);
  checkHeader(file, [...source.types.keys()], TOUCHPOINT_COLUMNS);
  await connection.run(touchesSql(source, needsChannels));
  await refuseWrongRows(connection, source);
  return {
    ...(await readParties(connection)),
    channels: needsChannels ? await readChannels(connection) : [],
  };
}

/** A Parquet file is read where it lies, each time; what has to be parsed is kept. */
function touchesSql(source: TableSource, needsChannels: boolean): string {
  const text = (name: string) => `${textSql(source, name)} AS ${name}`;
  const channel = needsChannels ? `, coalesce(${textSql(source, "channel")}, '') AS channel` : "";
  const columns = `${text("customer_id")}, ${text("partner")}, ${text("role")}${channel},
    ${timeSql(source, "occurred_at")} AS seconds`;
  if (source.format === "parquet") {
    return `CREATE VIEW touches AS SELECT ${columns}, file_row_number AS place FROM ${source.relation}`;
  }
  return `CREATE TABLE touch_rows AS SELECT ${columns} FROM ${source.relation};
    CREATE VIEW touches AS SELECT *, rowid AS place FROM touch_rows`;
}

/** Each question by itself: what a Parquet file says of its blocks answers most of them without reading. */
async function refuseWrongRows(connection: DuckDBConnection, source: TableSource): Promise<void> {
  const isTyped =
    source.format === "parquet" &&
    source.types.get("occurred_at")?.startsWith("TIMESTAMP") === true;
  const early = isTyped ? "occurred_at < TIMESTAMP '1970-01-01 00:00:01'" : "seconds <= 0";
  const missing = isTyped ? "occurred_at IS NULL" : "seconds IS NULL";
  for (const [relation, wrong] of [
    ["touches", "customer_id = ''"],
    ["touches", "customer_id IS NULL"],
    [isTyped ? source.relation : "touches", early],
    [isTyped ? source.relation : "touches", missing],
  ]) {
    const found = await connection.runAndReadAll(
      `SELECT 1 FROM ${relation} WHERE ${wrong} LIMIT 1`,
    );
    if (found.currentRowCount > 0) throw new Error("a row is wrong");
  }
}

async function readParties(connection: DuckDBConnection) {
  await connection.run(`CREATE TABLE parties AS
    SELECT CAST(row_number() OVER (ORDER BY partner, role) - 1 AS INTEGER) AS party, * FROM (
      SELECT partner, role, count(*) AS touches FROM touches GROUP BY partner, role)`);
  const found = await connection.runAndReadAll(
    "SELECT partner, role, touches FROM parties ORDER BY party",
  );
  const rows = found.getRows().map(([partner, role, touches]) => ({
    partner: String(partner ?? ""),
    role: String(role ?? ""),
    touches: Number(touches),
  }));
  const isWrong = ({ partner, role }: Party) =>
    partner === "" || role === "" || /[:;]/.test(partner + role);
  if (rows.some(isWrong)) throw new Error("a row is wrong");
  return {
    count: rows.reduce((sum, { touches }) => sum + touches, 0),
    parties: rows.map(({ partner, role }) => ({ partner, role })),
  };
}

async function readChannels(connection: DuckDBConnection): Promise<string[]> {
  await connection.run(`CREATE TABLE channels AS
    SELECT CAST(row_number() OVER (ORDER BY channel) - 1 AS INTEGER) AS number, channel
    FROM (SELECT DISTINCT channel FROM touches)`);
  const found = await connection.runAndReadAll("SELECT channel FROM channels ORDER BY number");
  return found.getRows().map(([channel]) => String(channel));
}
