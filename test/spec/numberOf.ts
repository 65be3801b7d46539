import type { Line } from "../../core/deal/shareSale.ts";
import { TO_POOL } from "../../core/deal/Terms.ts";
import type { Books } from "../../core/spec/openBooks.ts";

export const FIRST_POOL = 0xffff0;

/** A partner's number. */
export function numberOf({ partners }: Books, partner: string): number {
  return [...partners.keys()].indexOf(partner) + 1;
}

/** The number that a line names: of a pool its own. */
export function numberOfLine(books: Books, { partner, role, isPool }: Line): number {
  return isPool ? FIRST_POOL + (books.terms.roles[role]?.pool ?? 0) : numberOf(books, partner);
}

/** The number that a holder's credits are kept by: of two pools with one holder the first one's. */
export function bookOf(books: Books, holder: string): number {
  const number = numberOf(books, holder);
  if (number > 0) return number;
  return FIRST_POOL + books.terms.pools.findIndex((pool) => pool.holder === holder);
}

/** The numbers of everybody whom lines of these partners may go to: they, who referred them, and pools of roles that may be missing. */
export function numbersFor(books: Books, credited: readonly string[]): ReadonlySet<number> {
  const { roles, pools } = books.terms;
  const numbers = new Set<number>();
  for (const partner of credited) {
    numbers.add(numberOf(books, partner));
    const referrer = books.partners.get(partner)?.referrer;
    if (referrer !== undefined) numbers.add(numberOf(books, referrer));
  }
  for (const { missing, pool } of roles) {
    const holder = pools[pool]?.holder;
    if (missing === TO_POOL && holder !== undefined) numbers.add(bookOf(books, holder));
  }
  return numbers;
}

/** Who has one of these numbers. */
export function namesOf(books: Books, numbers: readonly number[]): ReadonlySet<string> {
  const names = [...books.partners.keys()];
  const found = numbers.map((number) =>
    number >= FIRST_POOL ? books.terms.pools[number - FIRST_POOL]?.holder : names[number - 1],
  );
  return new Set(found.filter((name) => name !== undefined));
}
