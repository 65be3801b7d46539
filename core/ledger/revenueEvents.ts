import type { Address } from "viem";
import { ETHER } from "../currency/ETHER.ts";
import { addRevenue } from "./addRevenue.ts";
import { currencyBook, type Entry } from "./Books.ts";
import type { Handlers } from "./Handlers.ts";
import { settle } from "./settle.ts";
import { paymentKey, takePayment } from "./takePayment.ts";

/** Money that comes in, waits for its sale, or goes back to the operator; and lanes in which sales come. */
export const revenueEvents: Handlers<
  | "Received"
  | "Synced"
  | "RevenuePaid"
  | "SalePaid"
  | "PaymentReleased"
  | "LaneOpened"
  | "Funded"
  | "FundsWithdrawn"
> = {
  Received: (entry, { amount }) => receive(entry, { currency: ETHER, kind: 0, amount }),
  Synced: (entry, { currency, amount }) => receive(entry, { currency, kind: 0, amount }),
  RevenuePaid: (entry, args) => receive(entry, args),

  SalePaid({ books }, { saleId, payer, kind, currency, amount }) {
    const book = currencyBook(books, currency);
    book.received += amount;
    book.waiting += amount;
    books.payments.set(paymentKey(saleId, payer), { kind, currency, amount });
  },

  PaymentReleased({ books, terms, time }, { saleId, payer, toPayer }) {
    const { kind, currency, amount } = takePayment(books, saleId, payer);
    const book = currencyBook(books, currency);
    if (toPayer) settle(book, payer, { source: "returned", amount, time });
    else addRevenue(terms, book, { kind, time, revenue: amount, setAside: amount });
  },

  LaneOpened({ books }, { lane, begins }) {
    books.lanesOpened.set(Number(lane), begins);
  },

  Funded({ books }, { currency, amount }) {
    const book = currencyBook(books, currency);
    book.received += amount;
    book.funds += amount;
  },

  FundsWithdrawn({ books, terms, time }, { currency, amount }) {
    const book = currencyBook(books, currency);
    book.funds -= amount;
    settle(book, terms.treasury, { source: "funds", amount, time });
  },
};

function receive(
  { books, terms, time }: Entry,
  {
    currency,
    kind,
    amount,
  }: { readonly currency: Address; readonly kind: number; readonly amount: bigint },
): void {
  const book = currencyBook(books, currency);
  book.received += amount;
  addRevenue(terms, book, { kind, time, revenue: amount, setAside: amount });
}
