import type { Row } from "../../../files/table/Row.ts";
import { type Paid, type SettledPayment, settledIn } from "./settledIn.ts";

const CURRENCY = "Converted Currency";

/** What an exported payment came to at Stripe. A file without converted amounts counts as one in the account's currency. */
export function convertedIn(row: Row, paid: Paid): SettledPayment {
  const settled = isSettled(row) ? row.get(CURRENCY) : paid.currency;
  if (settled === "") return {};
  return settledIn(row, paid, settled, { amount: "Converted Amount", fee: "Fee" });
}

/** Whether a file says what the currency of the account is. */
export function isSettled(row: Row): boolean {
  return row.has(CURRENCY);
}
