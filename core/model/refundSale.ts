import { isFinal } from "./isFinal.ts";
import { ModelError } from "./modelError.ts";
import type { Books } from "./openBooks.ts";
import { type Reversed, reverseSale } from "./reverseSale.ts";
import type { Time } from "./terms.ts";

/** Reverses a held sale, whole or in part. */
export function refundSale(books: Books, id: string, amount: bigint, time: Time): Reversed {
  const sale = books.sales.get(id);
  if (sale === undefined) throw new ModelError("unknownSale", id, "a posted sale");
  if (isFinal(books.schedule, sale.period, time)) {
    throw new ModelError("saleLocked", `a sale of period ${sale.period}`, "a held sale");
  }
  if (amount <= 0n) throw new ModelError("zeroAmount", `${amount}`, "above 0");
  const left = sale.amount - sale.refunded;
  if (amount > left) throw new ModelError("refundTooLarge", `${amount}`, `at most ${left}`);
  return reverseSale(books, sale, amount);
}
