import type { DuckDBConnection } from "@duckdb/node-api";
import { formatPercentage } from "../../../core/text/formatPercentage.ts";
import type { Flag } from "./Flag.ts";
import type { FraudRules } from "./FraudRules.ts";
import { readRows } from "./readRows.ts";

/** Partners of whose sales more than the most were refunded, wholly or in part, counted by their number. */
export async function findRefundRates(
  connection: DuckDBConnection,
  { refundRate: { above, sales } }: FraudRules,
): Promise<Flag[]> {
  const rows = await readRows(
    connection,
    `SELECT partner, count(*)::INTEGER AS all_sales, count(refunded.sale)::INTEGER AS refunded_sales
    FROM played LEFT JOIN (SELECT DISTINCT sale FROM refunds) AS refunded ON refunded.sale = played.sale
    GROUP BY partner
    HAVING all_sales >= $1::INTEGER AND refunded_sales::HUGEINT * 1000000 > $2::HUGEINT * all_sales
    ORDER BY partner`,
    [sales, above],
  );
  return rows.map(({ partner, all_sales: all, refunded_sales: refunded }) => ({
    check: "refund-rate",
    sale: null,
    partner: String(partner),
    seen: `${refunded} of ${all} sales refunded`,
    threshold: `at most ${formatPercentage(above)}`,
  }));
}
