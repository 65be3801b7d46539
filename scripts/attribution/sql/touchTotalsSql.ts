import type { Dialect } from "../models/Dialect.ts";
import { type SqlModel, touchModelSql } from "./touchModelSql.ts";

/** What each partner gets in each role, by currency: the sum of its weights, and that of amount × weight. */
export function touchTotalsSql(parameters: SqlModel, dialect: Dialect): string {
  return `SELECT partner, role, currency, sum(${dialect.wide("weight")}) AS weights,
  sum(${dialect.wide("amount")} * ${dialect.wide("weight")}) AS products
FROM (
${touchModelSql(parameters, dialect)}
) AS credits
WHERE weight > 0
GROUP BY partner, role, currency
ORDER BY partner, role, currency`;
}
