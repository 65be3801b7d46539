import { isFinal } from "../deal/periods.ts";
import type { Refund } from "../deal/refundOf.ts";
import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";
import { reverseSale } from "./reverseSale.ts";
import { SpecError } from "./SpecError.ts";

/** Reverses a held sale, whole or in part. */
export function refundSale(books: Books, id: string, amount: bigint, time: Time): Refund {
  const sale = books.sales.get(id);
  if (sale === undefined) throw new SpecError("unknownSale", id, "a posted sale");
  if (isFinal(books.terms, sale.period, time)) {
    throw new SpecError("saleLocked", `a sale of period ${sale.period}`, "a held sale");
  }
  if (amount <= 0n) throw new SpecError("zeroAmount", `${amount}`, "above 0");
  const left = sale.amount - sale.refunded;
  if (amount > left) throw new SpecError("refundTooLarge", `${amount}`, `at most ${left}`);
  return reverseSale(books, sale, amount);
}
