import { parseAmount } from "../../../core/text/parseAmount.ts";
import type { Row } from "../table/Row.ts";

/**
 * The amount of a row, above 0, in its currency's smallest unit. A number that is none that can be taken, such as 0.00, is a
 * refusal of the row alone; what is no number puts the row's other fields in doubt, too.
 */
export function amountIn(
  row: Row,
  column: string,
  { symbol, decimals }: { readonly symbol: string; readonly decimals: number },
): bigint {
  const parsed = parseAmount(row.require(column), symbol, decimals);
  if ("amount" in parsed) return parsed.amount;
  const { found, allowed, isNumber } = parsed;
  throw isNumber ? row.refusal(column, found, allowed) : row.mistake(column, found, allowed);
}
