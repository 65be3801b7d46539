import type { Ppm } from "../money/ppm.ts";
import { sum } from "../money/sum.ts";
import { leftOf, type RefundableSale } from "./leftOf.ts";
import { setAsideOf } from "./setAsideOf.ts";

/** What a refund takes back, in the currency's smallest unit. */
export interface Refund {
  /** Of each line, in the order of the sale's lines. */
  readonly reversed: readonly bigint[];
  /**
   * Of what stayed for standing lines and the residual. Below 0 where the lines, rounded up, give back more than a payer's
   * refund: the difference then stays there.
   */
  readonly setAside: bigint;
  /** What goes back to the sale's payer, or to the funds where it was paid elsewhere. */
  readonly returned: bigint;
}

/**
 * What refunding so much of a sale takes back, each line at its own frozen amount. A sale paid to the program returns the
 * very amount; one paid elsewhere what its lines and what it set aside shrink by.
 *
 * @param standingRate Of the sale, as it was posted.
 */
export function refundOf(
  sale: RefundableSale & { readonly payer: string | undefined },
  standingRate: Ppm,
  amount: bigint,
): Refund {
  const before = leftOf(sale);
  const after = leftOf({ ...sale, refunded: sale.refunded + amount });
  const reversed = before.map((left, index) => left - (after[index] ?? 0n));
  const credited = sum(reversed);
  const left = sale.amount - sale.refunded;
  const setAside =
    sale.payer === undefined
      ? setAsideOf(left, standingRate) - setAsideOf(left - amount, standingRate)
      : amount - credited;
  return { reversed, setAside, returned: credited + setAside };
}
