import type { Address, Hex } from "viem";
import { nameOfId } from "../ids/nameOfId.ts";
import { type Books, currencyBook, type PaymentBook } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";

/** Takes a payment out of those that wait. */
export function takePayment(books: Books, saleId: Hex, payer: Address): PaymentBook {
  const key = paymentKey(saleId, payer);
  const payment = books.payments.get(key);
  if (payment === undefined)
    throw new BrokenHistoryError(`no payment by ${payer} waits for the sale ${nameOfId(saleId)}`);
  books.payments.delete(key);
  currencyBook(books, payment.currency).waiting -= payment.amount;
  return payment;
}

export function paymentKey(saleId: Hex, payer: Address): string {
  return `${saleId}/${payer}`;
}
