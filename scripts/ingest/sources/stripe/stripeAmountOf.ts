import type { Row } from "../../../files/table/Row.ts";
import { decimalsAtStripe } from "../../stripe/decimalsAtStripe.ts";
import { parseStripeAmount } from "./parseStripeAmount.ts";

/** An amount of an exported file in the currency's smallest unit; 0 where there is none. */
export function stripeAmountOf(row: Row, column: string, currency: string): bigint {
  const text = row.get(column);
  if (text === "") return 0n;
  const decimals = decimalsAtStripe(currency);
  const amount = parseStripeAmount(text, decimals);
  if (amount !== undefined) return amount;
  throw row.mistake(
    column,
    `"${text}"`,
    `an amount of ${currency.toUpperCase()} with at most ${decimals} decimals, such as ${decimals === 0 ? "500" : "20.00"}`,
  );
}
