import { accountIn } from "./accountIn.ts";
import { countRevenue } from "./countRevenue.ts";
import { countSale } from "./countSale.ts";
import { creditsIn } from "./creditsIn.ts";
import type { Books, PostedSale } from "./openBooks.ts";
import { reverseLine } from "./reverseLine.ts";
import { setAside } from "./setAside.ts";
import { standingRateOf } from "./standingRateOf.ts";

export interface Reversed {
  /** What each line gives back, in the order of the sale's lines. */
  readonly reversed: readonly bigint[];
  /**
   * The same of what stayed for standing lines and the residual. Below 0 where the lines, rounded up,
   * give back more than a payer's refund: the difference then stays there.
   */
  readonly brought: bigint;
  /** What goes back to the sale's payer, or to the funds where it was paid elsewhere. */
  readonly returned: bigint;
}

/** Takes back a part of a held sale, at its own frozen amounts. */
export function reverseSale(books: Books, sale: PostedSale, amount: bigint): Reversed {
  const before = sale.refunded;
  sale.refunded += amount;
  const reversed = sale.lines.map(
    (line) =>
      reverseLine(line.amount, sale.refunded, sale.amount) -
      reverseLine(line.amount, before, sale.amount),
  );
  takeBack(books, sale, reversed);
  let credited = 0n;
  for (const step of reversed) credited += step;
  const brought =
    sale.payer === undefined
      ? asideOf(books, sale, sale.amount - before) -
        asideOf(books, sale, sale.amount - sale.refunded)
      : amount - credited;
  const { kind, currency, start } = sale;
  countRevenue(books, { kind, currency, time: start, amount: -amount, brought: -brought });
  // A sale in dispute does not count.
  const counts = sale.dispute?.state !== "open";
  if (counts && sale.refunded === sale.amount) countSale(books, sale, -1);
  if (sale.payer !== undefined) accountIn(books, sale.payer, currency).settled += amount;
  return { reversed, brought, returned: credited + brought };
}

/** From the partners' books, or from what a dispute froze. */
function takeBack(books: Books, sale: PostedSale, reversed: readonly bigint[]): void {
  const { currency, period } = sale;
  const isFrozen = sale.dispute?.state === "open";
  for (const [index, line] of sale.lines.entries()) {
    const step = reversed[index] ?? 0n;
    if (isFrozen) books.frozen.set(currency, (books.frozen.get(currency) ?? 0n) - step);
    else creditsIn(books, line.partner, currency, period).reversed += step;
  }
}

function asideOf({ terms }: Books, { kind, start }: PostedSale, amount: bigint): bigint {
  return setAside(amount, standingRateOf(terms, kind, start));
}
