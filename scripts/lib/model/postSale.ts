import { countRevenue } from "./countRevenue.ts";
import { creditsIn } from "./creditsIn.ts";
import { ModelError } from "./modelError.ts";
import type { Books } from "./openBooks.ts";
import { type AttributedSale, priceSale } from "./priceSale.ts";
import type { SharedSale } from "./shareSale.ts";
import type { Time } from "./terms.ts";

export interface SaleToPost extends AttributedSale {
  readonly id: string;
  /** Who paid it to the program; undefined where it was paid elsewhere. */
  readonly payer: string | undefined;
}

export interface PostedShares extends SharedSale {
  /** What stays with the program for standing lines and the residual. */
  readonly brought: bigint;
  /** What the operator's funds gave: nothing where the sale was paid to the program. */
  readonly funded: bigint;
}

/** Books an attributed sale in the period and at the rates of `time`. */
export function postSale(books: Books, sale: SaleToPost, time: Time): PostedShares {
  if (books.sales.has(sale.id)) throw new ModelError("saleAlreadyPosted", sale.id, "a new id");
  const shared = priceSale(books, sale, time);
  const { kind, currency, amount, payer } = sale;
  const credited = shared.lines.reduce((sum, line) => sum + line.amount, 0n);
  const brought = payer === undefined ? shared.setAside : amount - credited;
  const { period, start } = countRevenue(books, { kind, currency, time, amount, brought });
  for (const line of shared.lines) {
    creditsIn(books, line.partner, currency, period).earned += line.amount;
  }
  books.sales.set(sale.id, {
    ...{ kind, currency, amount, period, start, payer },
    lines: shared.lines,
    refunded: 0n,
  });
  return { ...shared, brought, funded: payer === undefined ? credited + brought : 0n };
}
