import type { Hex } from "viem";
import { lockTime } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import { accountIn } from "./accountIn.ts";
import { countRevenue } from "./countRevenue.ts";
import { findSale } from "./findSale.ts";
import type { Books, PostedSale } from "./openBooks.ts";
import { paymentKey } from "./paymentKey.ts";
import { SpecError } from "./SpecError.ts";

/**
 * Ends the waiting of a payment: the payer's again where its sale was posted otherwise, else revenue of its kind once that is long
 * over. Returns whether it is the payer's.
 * @param shown The `saleKey` of a sale that is shown for it.
 */
export function releasePayment(
  books: Books,
  { id, payer, shown }: { readonly id: Hex; readonly payer: string; readonly shown?: string },
  time: Time,
): boolean {
  const key = paymentKey(id, payer);
  const payment = books.payments.get(key);
  if (!payment?.waits) throw new SpecError("notPaid", id, "a payment that waits");
  const sale = shown === undefined ? undefined : findSale(books, shown);
  if (sale !== undefined && sale.id !== id) throw new SpecError("unknownSale", sale.id, id);
  if (sale !== undefined && !stands(sale))
    throw new SpecError("nothingLeft", id, "a sale of which something is left");
  const toPayer = sale !== undefined || books.postedOnce.has(id);
  const until = lockTime(books.terms, payment.period + 1);
  if (!toPayer && time < until)
    throw new SpecError("paymentPending", `${time}`, `from ${until} on`);
  books.payments.set(key, { ...payment, waits: false });
  const { currency, kind, amount } = payment;
  if (toPayer) accountIn(books, payer, currency).settled += amount;
  else countRevenue(books, { currency, kind, amount, time, setAside: amount });
  return toPayer;
}

function stands({ dispute, refunded, amount }: PostedSale): boolean {
  return dispute?.state !== "void" && refunded < amount;
}
