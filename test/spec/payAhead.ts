import { isOutcome } from "../../core/deal/isOutcome.ts";
import { comparePayment } from "./comparePayment.ts";
import type { Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { placeSale } from "./placeSale.ts";
import type { SaleSeed } from "./scenario.ts";

/** Has the customer pay for a sale that was posted before, or for one that nobody will post. */
export async function payAhead(subject: Subject, seed: SaleSeed): Promise<void> {
  const { books, chain, sales, now } = subject;
  const { index: currency, address } = picked(subject.currencies, seed.currency);
  const again = seed.at % 2 === 0 && sales.length > 0 ? picked(sales, seed.at).name : undefined;
  const name = again ?? `nobody's ${seed.at}`;
  const sale = placeSale(subject, seed, { name, currency, occurred: now });
  if (isOutcome(books.terms, sale.kind)) return;
  const payer = chain.wallet.customer.account.address;
  await comparePayment(subject, { ...sale, payer, currency }, address);
}
