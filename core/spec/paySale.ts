import type { Hex } from "viem";
import { periodAt } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";
import { paymentKey } from "./paymentKey.ts";
import { SpecError } from "./SpecError.ts";

export interface SaleToPay {
  readonly id: Hex;
  readonly payer: string;
  readonly kind: number;
  readonly currency: number;
  readonly amount: bigint;
}

/** Pays a sale to the program, ahead of its attribution. */
export function paySale(books: Books, sale: SaleToPay, time: Time): void {
  const { id, payer, kind, currency, amount } = sale;
  const key = paymentKey(id, payer);
  if (books.payments.has(key)) throw new SpecError("alreadyPaid", id, "each once by one payer");
  const period = periodAt(books.terms, time);
  books.payments.set(key, { kind, currency, amount, period, waits: true });
}
