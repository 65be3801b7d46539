import type { DuckDBConnection } from "@duckdb/node-api";
import type { Flag } from "./Flag.ts";
import type { FraudRules } from "./FraudRules.ts";
import { readRows } from "./readRows.ts";

/**
 * Last-click injection: sales in which a partner touched the customer for the first time within the look-back so shortly before
 * the sale that the customer had hardly come by way of it.
 */
export async function findLastClicks(
  connection: DuckDBConnection,
  { lastClick: { seconds, exceptChannels }, lookback }: FraudRules,
): Promise<Flag[]> {
  const rows = await readRows(
    connection,
    `WITH firsts AS (
      SELECT sales.line, sales.sale, sales.customer, sales.occurred, touches.partner, min(touches.occurred) AS first
      FROM sales JOIN touches ON touches.customer = sales.customer
        AND touches.occurred <= sales.occurred AND touches.occurred > sales.occurred - $1::BIGINT
      WHERE NOT list_contains($2::JSON::VARCHAR[], touches.channel)
      GROUP BY ALL
    ), late AS (SELECT * FROM firsts WHERE occurred - first < $3::BIGINT)
    SELECT late.sale, late.partner, (late.occurred - late.first)::INTEGER AS seconds, (
      SELECT count(*)::INTEGER FROM touches WHERE touches.customer = late.customer
        AND touches.occurred < late.first AND touches.occurred > late.occurred - $1::BIGINT
    ) AS before
    FROM late SEMI JOIN played ON played.sale = late.sale AND played.partner = late.partner
    ORDER BY late.line, late.partner`,
    [lookback, JSON.stringify(exceptChannels), seconds],
  );
  return rows.map(({ sale, partner, seconds: gap, before }) => ({
    check: "last-click",
    sale: String(sale),
    partner: String(partner),
    seen: `first touch ${gap} s before the sale, after ${before} of others`,
    threshold: `at least ${seconds} s`,
  }));
}
