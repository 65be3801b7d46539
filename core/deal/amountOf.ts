/** One amount for each currency by its place, in its smallest unit; none at all where it applies in no currency. */
export type Amounts = readonly bigint[];

/** An amount of the terms in a currency; 0 where it does not apply there. */
export function amountOf(amounts: Amounts, currency: number): bigint {
  return amounts[currency] ?? 0n;
}
