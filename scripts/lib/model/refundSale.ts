import { accountIn } from "./accountIn.ts";
import { countRevenue } from "./countRevenue.ts";
import { creditsIn } from "./creditsIn.ts";
import { ModelError } from "./modelError.ts";
import type { Books, PostedSale } from "./openBooks.ts";
import { reverseLine } from "./reverseLine.ts";
import { segmentAt } from "./segmentAt.ts";
import { setAside } from "./setAside.ts";
import { standingRateAt } from "./standingRateAt.ts";
import type { Time } from "./terms.ts";

export interface Refunded {
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

/** Reverses a held sale, whole or in part, at its own frozen amounts. */
export function refundSale(books: Books, id: string, amount: bigint, time: Time): Refunded {
  const sale = books.sales.get(id);
  if (sale === undefined) throw new ModelError("unknownSale", id, "a posted sale");
  refuse(books, sale, amount, time);
  const before = sale.refunded;
  sale.refunded += amount;
  const reversed = sale.lines.map(
    (line) =>
      reverseLine(line.amount, sale.refunded, sale.amount) -
      reverseLine(line.amount, before, sale.amount),
  );
  for (const [index, line] of sale.lines.entries()) {
    const step = reversed[index] ?? 0n;
    creditsIn(books, line.partner, sale.currency, sale.period).reversed += step;
  }
  const uncredited = reversed.reduce((sum, step) => sum + step, 0n);
  const brought =
    sale.payer === undefined
      ? asideOf(books, sale, sale.amount - before) -
        asideOf(books, sale, sale.amount - sale.refunded)
      : amount - uncredited;
  const { kind, currency, start } = sale;
  countRevenue(books, { kind, currency, time: start, amount: -amount, brought: -brought });
  if (sale.payer !== undefined) accountIn(books, sale.payer, currency).settled += amount;
  return { reversed, brought, returned: uncredited + brought };
}

function refuse({ schedule }: Books, sale: PostedSale, amount: bigint, time: Time): void {
  const { holdPeriods } = schedule;
  const runsUntil = sale.period + holdPeriods;
  if (holdPeriods === 0 || segmentAt(schedule, time).period > runsUntil) {
    throw new ModelError("saleLocked", `a sale of period ${sale.period}`, "a held sale");
  }
  if (amount <= 0n) throw new ModelError("zeroAmount", `${amount}`, "above 0");
  const left = sale.amount - sale.refunded;
  if (amount > left) throw new ModelError("refundTooLarge", `${amount}`, `at most ${left}`);
}

function asideOf({ terms }: Books, { kind, start }: PostedSale, amount: bigint): bigint {
  const rates = terms.standing.map((line) => standingRateAt(line, kind, start));
  return setAside(
    amount,
    rates.reduce((sum, rate) => sum + rate, 0),
  );
}
