import type { DuckDBConnection } from "@duckdb/node-api";
import { keptSource } from "../duckdb/keptSource.ts";
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
 * A touchpoints file as `touches(customer_id, partner, role, channel, seconds, place)`, `place` being that in the file, and with
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
  const found = await tableSource(connection, file, COLUMNS);
  checkHeader(file, [...found.types.keys()], TOUCHPOINT_COLUMNS);
  const source = await keptSource(connection, found, "touch_rows");
  const text = (name: string) => textSql(source, name);
  const place = source.format === "parquet" ? "file_row_number" : "rowid";
  await connection.run(`CREATE VIEW touches AS SELECT ${text("customer_id")} AS customer_id, ${text("partner")} AS partner,
    ${text("role")} AS role, coalesce(${text("channel")}, '') AS channel,
    ${timeSql(source, "occurred_at")} AS seconds, ${place} AS place FROM ${source.relation}`);
  await refuseWrongRows(connection, source);
  return {
    ...(await readParties(connection)),
    channels: needsChannels ? await readChannels(connection) : [],
  };
}

/** Each question by itself: what a Parquet file says of its blocks answers most of them without reading. */
async function refuseWrongRows(connection: DuckDBConnection, source: TableSource): Promise<void> {
  const isTyped = source.types.get("occurred_at")?.startsWith("TIMESTAMP") ?? false;
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
