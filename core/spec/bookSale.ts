import { isSaleCounted } from "../deal/isSaleCounted.ts";
import type { SharedSale } from "../deal/shareSale.ts";
import type { Terms, Time } from "../deal/Terms.ts";
import type { AttributedSale } from "./AttributedSale.ts";
import { countedPartners } from "./countedPartners.ts";
import { countPosted } from "./countPosted.ts";
import { countRevenue } from "./countRevenue.ts";
import { countSale } from "./countSale.ts";
import { creditsIn } from "./creditsIn.ts";
import type { BookedSale, Books } from "./openBooks.ts";
import { priceSale } from "./priceSale.ts";

export interface SaleToBook extends AttributedSale {
  /** Who paid it to the program; undefined where it was paid elsewhere. */
  readonly payer: string | undefined;
}

export interface Booking extends SharedSale {
  /** What stays with the program for standing lines and the residual. */
  readonly setAside: bigint;
  /** What the operator's funds gave: nothing where the sale was paid to the program. */
  readonly funded: bigint;
  /** What a refund of it has to know. */
  readonly sale: BookedSale;
}

/** Books an attributed sale in the period and at the rates of `time`. */
export function bookSale(books: Books, sale: SaleToBook, time: Time): Booking {
  const { lines, forStanding, remainder } = priceSale(books, sale, time);
  const { kind, currency, amount, payer } = sale;
  countPosted(books, currency, amount, time);
  let credited = 0n;
  for (const line of lines) credited += line.amount;
  const setAside = payer === undefined ? forStanding : amount - credited;
  const { period, start } = countRevenue(books, { kind, currency, time, amount, setAside });
  for (const line of lines) {
    creditsIn(books, line.partner, currency, period).earned += line.amount;
  }
  const booked: BookedSale = {
    ...{ kind, currency, amount, period, start, payer, lines },
    counts: countsFor(books.terms, sale, lines),
    refunded: 0n,
    dispute: undefined,
  };
  countSale(books, booked, 1);
  const funded = payer === undefined ? credited + setAside : 0n;
  return { lines, forStanding, remainder, setAside, funded, sale: booked };
}

/** Whether the sale is large enough to count for tiers and milestones, and somebody's. */
function countsFor(
  terms: Terms,
  sale: Pick<AttributedSale, "currency" | "amount">,
  lines: SharedSale["lines"],
): boolean {
  if (!isSaleCounted(terms, sale)) return false;
  return countedPartners(terms, { counts: true, lines }).size > 0;
}
