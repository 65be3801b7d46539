import { join } from "node:path";
import { openDuckDb } from "../../../scripts/files/duckdb/openDuckDb.ts";
import { sqlText } from "../../../scripts/files/duckdb/sqlText.ts";

const DAY = 86_400;
const START = Date.UTC(2026, 0, 1) / 1_000;
const PARTNERS = 5_000;

/** Writes touchpoints over 90 days and a fifth as many sales in the last 60, of an eighth as many customers. */
export async function writeJourneys(folder: string, touchpoints: number, format: string) {
  const database = await openDuckDb();
  const customers = Math.ceil(touchpoints / 8);
  const sales = Math.floor(touchpoints / 5);
  const time =
    format === "parquet"
      ? "to_timestamp(seconds)::TIMESTAMP"
      : "strftime(to_timestamp(seconds), '%Y-%m-%dT%H:%M:%SZ')";
  const write = async (name: string, select: string) => {
    const file = join(folder, `${name}.${format}`);
    await database.connection.run(
      `COPY (SELECT * EXCLUDE (seconds), ${time} AS occurred_at FROM (${select})) TO ${sqlText(file)} (FORMAT ${format})`,
    );
    return file;
  };
  try {
    return {
      touchpoints: await write(
        "touchpoints",
        `SELECT 'C-' || hash(i * 3 + 1) % ${customers} AS customer_id,
          'Partner ' || hash(i * 5 + 2) % ${PARTNERS} AS partner,
          ['discovery', 'education', 'trust', 'conversion', 'affiliate'][1 + (hash(i * 7 + 3) % 5)::INT] AS role,
          'channel-' || hash(i * 11 + 5) % 12 AS channel,
          ${START} + i * ${90 * DAY} // ${touchpoints} AS seconds
        FROM range(${touchpoints}) t(i)`,
      ),
      sales: await write(
        "sales",
        `SELECT 'S-' || i AS sale_id, 'C-' || hash(i * 13 + 7) % ${customers} AS customer_id,
          ['initial', 'renewal'][1 + (i % 2)::INT] AS kind,
          (10 + (i * 37) % 990) || '.' || lpad((i % 100)::VARCHAR, 2, '0') AS amount, 'USDC' AS currency,
          ${START + 30 * DAY} + (hash(i * 17 + 1) % ${60 * DAY})::BIGINT AS seconds, 'Team' AS product
        FROM range(${sales}) t(i)`,
      ),
    };
  } finally {
    await database.close();
  }
}
