import type { StripeObject } from "./StripeObject.ts";

/** The line of an invoice that says what is sold: the first that costs something, for what is given back can be told before it. */
export function soldLineOf(invoice: StripeObject): StripeObject | undefined {
  const lines = invoice.list("lines");
  return lines.find((line) => line.number("amount") > 0) ?? lines[0];
}
