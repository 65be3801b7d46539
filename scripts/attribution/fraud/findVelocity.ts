import type { DuckDBConnection } from "@duckdb/node-api";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Flag } from "./Flag.ts";
import type { FraudRules } from "./FraudRules.ts";
import { readRows } from "./readRows.ts";

const SPANS = [
  { name: "hour", seconds: 3_600, most: "perHour" },
  { name: "24 hours", seconds: 86_400, most: "perDay" },
] as const;

/** Sales that make more than the most of one partner in the hour, or the 24 hours, that end with them. */
export async function findVelocity(
  connection: DuckDBConnection,
  { velocity }: FraudRules,
): Promise<Flag[]> {
  const flags: Flag[] = [];
  for (const { name, seconds, most } of SPANS) {
    const rows = await readRows(
      connection,
      `SELECT sale, partner, count::INTEGER AS count, occurred FROM (
        SELECT sales.line, sales.sale, sales.occurred, played.partner, count(*) OVER (
          PARTITION BY played.partner ORDER BY sales.occurred RANGE BETWEEN ${seconds - 1} PRECEDING AND CURRENT ROW
        ) AS count
        FROM sales JOIN played ON played.sale = sales.sale
      ) WHERE count > $1::INTEGER ORDER BY line, partner`,
      [velocity[most]],
    );
    for (const { sale, partner, count, occurred } of rows) {
      flags.push({
        check: "velocity",
        sale: String(sale),
        partner: String(partner),
        seen: `${count} sales in the ${name} up to ${formatIsoTime(occurred as bigint)}`,
        threshold: `at most ${velocity[most]}`,
      });
    }
  }
  return flags;
}
