import type { Address } from "viem";
import { REFERRED, type Terms } from "../deal/Terms.ts";
import { type Books, currencyBook, partyOf, type SaleBook } from "./Books.ts";
import { addCredit } from "./credits.ts";
import { FIRST_POOL } from "./PartnerState.ts";

/** Counts a sale once for each partner that has a line of its own in it, where graduation or milestones ask for that. */
export function countSale(books: Books, terms: Terms, sale: SaleBook): void {
  if (!isCounted(terms)) return;
  const book = currencyBook(books, sale.currency);
  for (const partner of countedIn(books, terms, sale))
    addCredit(book, partner, sale.period, { sales: 1 });
}

/** Counts a sale that stands when it is final already, with what its lines bring. */
export function countLate(
  books: Books,
  terms: Terms,
  sale: SaleBook,
  amounts: readonly bigint[],
): void {
  if (!isCounted(terms)) return;
  const book = currencyBook(books, sale.currency);
  for (const [index, { partner }] of sale.lines.entries()) {
    const party = partyOf(book, partner);
    party.late = { ...party.late, earned: party.late.earned + (amounts[index] ?? 0n) };
  }
  for (const partner of countedIn(books, terms, sale)) {
    const party = partyOf(book, partner);
    party.late = { ...party.late, sales: party.late.sales + 1 };
  }
}

/** Counts it no more. */
export function uncountSale(books: Books, terms: Terms, sale: SaleBook): void {
  const book = currencyBook(books, sale.currency);
  for (const partner of countedIn(books, terms, sale)) {
    const counted = partyOf(book, partner).credits.get(sale.period)?.sales ?? 0;
    if (counted > 0) addCredit(book, partner, sale.period, { sales: -1 });
  }
}

function isCounted({ graduations, milestones }: Terms): boolean {
  return graduations.length + milestones.length > 0;
}

/** Lines that follow from another partner's, and those of pools, do not count. */
function countedIn({ members }: Books, terms: Terms, { lines }: SaleBook): Set<Address> {
  const own = lines.filter(({ partner, role }) => {
    const number = members.get(partner)?.number ?? FIRST_POOL;
    return number < FIRST_POOL && terms.roles[role]?.stage !== REFERRED;
  });
  return new Set(own.map(({ partner }) => partner));
}
