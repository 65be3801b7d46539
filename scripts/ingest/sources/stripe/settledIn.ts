import type { Row } from "../../../files/table/Row.ts";
import type { ConvertedAmount } from "../../facts/Conversion.ts";
import { decimalsAtStripe } from "../../stripe/decimalsAtStripe.ts";
import { parseStripeAmount } from "./parseStripeAmount.ts";
import { stripeAmountOf } from "./stripeAmountOf.ts";

/** What Stripe made of a payment: in the currency of the account, which is that of its fee, too. */
export interface SettledPayment {
  readonly fees?: bigint | undefined;
  readonly converted?: ConvertedAmount | undefined;
}

export interface Paid {
  readonly amount: bigint;
  readonly currency: string;
}

/**
 * What an exported payment came to at Stripe.
 * @param settled The currency of the account.
 * @param columns Where the amount and the fee in it are.
 */
export function settledIn(
  row: Row,
  paid: Paid,
  settled: string,
  columns: { readonly amount: string; readonly fee: string },
): SettledPayment {
  const fees = parseStripeAmount(row.get(columns.fee), decimalsAtStripe(settled));
  if (settled.toUpperCase() === paid.currency.toUpperCase()) return { fees };
  const amount = stripeAmountOf(row, columns.amount, settled);
  const own = { currency: settled.toUpperCase(), decimals: decimalsAtStripe(settled) };
  return { converted: { ...own, amount, of: paid.amount, fees, column: columns.amount } };
}
