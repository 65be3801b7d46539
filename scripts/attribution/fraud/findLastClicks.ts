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
    `WITH clicks AS (
      SELECT * FROM touches WHERE NOT list_contains($2::JSON::VARCHAR[], channel)
    ), recent AS MATERIALIZED (
      SELECT sales.line, sales.sale, sales.customer, sales.occurred, clicks.partner, min(clicks.occurred) AS first
      FROM sales JOIN clicks ON clicks.customer = sales.customer
        AND clicks.occurred <= sales.occurred AND clicks.occurred > sales.occurred - least($1::BIGINT, $3::BIGINT)
      GROUP BY ALL
    ), late AS MATERIALIZED (
      SELECT * FROM recent SEMI JOIN played ON played.sale = recent.sale AND played.partner = recent.partner
      ANTI JOIN clicks ON clicks.customer = recent.customer AND clicks.partner = recent.partner
        AND clicks.occurred < recent.first AND clicks.occurred > recent.occurred - $1::BIGINT
    ), others AS (
      SELECT late.line, late.partner, count(*)::INTEGER AS before
      FROM late JOIN touches ON touches.customer = late.customer
        AND touches.occurred < late.first AND touches.occurred > late.occurred - $1::BIGINT
      GROUP BY ALL
    )
    SELECT late.sale, late.partner, (late.occurred - late.first)::INTEGER AS seconds, coalesce(others.before, 0) AS before
    FROM late LEFT JOIN others ON others.line = late.line AND others.partner = late.partner
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
