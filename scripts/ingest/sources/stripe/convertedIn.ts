import type { Row } from "../../../files/table/Row.ts";
import type { ConvertedAmount } from "../../facts/Conversion.ts";
import { decimalsAtStripe } from "../../stripe/decimalsAtStripe.ts";
import { parseStripeAmount } from "./parseStripeAmount.ts";
import { stripeAmountOf } from "./stripeAmountOf.ts";

/** What Stripe made of a payment: in the currency of the account, which is that of its fee, too. */
export interface SettledPayment {
  readonly fees: bigint | undefined;
  readonly converted: ConvertedAmount | undefined;
}

const AMOUNT = "Converted Amount";
const CURRENCY = "Converted Currency";

/** What an exported payment of an amount came to at Stripe. A file without converted amounts counts as one in the account's currency. */
export function convertedIn(row: Row, of: bigint): SettledPayment {
  const own = row.require("Currency").toUpperCase();
  const settled = isSettled(row) ? row.get(CURRENCY).toUpperCase() : own;
  if (settled === "") return { fees: undefined, converted: undefined };
  const decimals = decimalsAtStripe(settled);
  const fees = parseStripeAmount(row.get("Fee"), decimals);
  if (settled === own) return { fees, converted: undefined };
  const amount = stripeAmountOf(row, AMOUNT, settled);
  return {
    fees: undefined,
    converted: { amount, of, decimals, currency: settled, fees, column: AMOUNT },
  };
}

/** Whether a file says what the currency of the account is. */
export function isSettled(row: Row): boolean {
  return row.has(CURRENCY);
}
