import type { ConvertedAmount } from "../../facts/Conversion.ts";
import { groupBy } from "../../facts/groupBy.ts";
import { DECIMALS } from "./amountIn.ts";
import { joinTellings } from "./joinTellings.ts";
import type { PaypalTransaction } from "./PaypalTransaction.ts";

/** What PayPal made of a payment, and in which currency that was. */
export interface PaypalConversion extends ConvertedAmount {
  readonly from: string;
}

/**
 * What PayPal converted payments to, by their ids: of each a row takes so much of one currency out, and another brings so much of
 * another in. A payment with other rows than these two has none, for nobody could tell which is meant.
 */
export function findConversions(
  rows: readonly PaypalTransaction[],
): ReadonlyMap<string, PaypalConversion> {
  const paid = joinTellings(rows).filter(({ standing }) => standing === "paid");
  const conversions = new Map<string, PaypalConversion>();
  for (const [payment, own] of groupBy(paid, ({ reference }) => reference || undefined)) {
    const [out, ...others] = own.filter(({ gross = 0n }) => gross < 0n);
    const [made, ...more] = own.filter(({ gross = 0n }) => gross > 0n);
    const isPair = others.length === 0 && more.length === 0;
    if (out === undefined || made === undefined || !isPair || out.currency === made.currency)
      continue;
    conversions.set(payment, {
      ...{ from: out.currency, of: -(out.gross ?? 0n) },
      ...{ amount: made.gross ?? 0n, currency: made.currency, decimals: DECIMALS },
      column: `the currency conversion ${made.id}`,
    });
  }
  return conversions;
}
