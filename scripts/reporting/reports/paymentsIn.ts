import type { Address } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import type { Books, CurrencyBook, PartyBook, Source } from "../../../core/ledger/Books.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import type { Span } from "./Span.ts";

/** What a party was paid at one time, of what it earned. */
export interface IncomePayment {
  readonly partner: string;
  readonly wallet: Address;
  readonly currency: Currency;
  readonly time: number;
  /** Before what is withheld. */
  readonly gross: bigint;
  readonly withheld: bigint;
}

/**
 * All payments of earnings in a span of time: partners' and pools' lines and milestones, standing lines and the price of
 * sold ones. The operator's residual, what is given back to customers and what the tax account passes on are not earned.
 */
export function paymentsIn(books: Books, span: Span, now: number): IncomePayment[] {
  const lines = new Map<Address, string>();
  for (const { holder, name } of termsAt(books, now).standing)
    lines.set(holder, lines.has(holder) ? `${lines.get(holder)}, ${name}` : name);
  const nameOf = (wallet: Address) =>
    books.members.get(wallet)?.name ?? lines.get(wallet) ?? wallet;
  return [...books.currencies.values()]
    .flatMap((book) =>
      [...book.parties].flatMap(([wallet, party]) =>
        paymentsOf(book, party, span).map((paid) => ({ partner: nameOf(wallet), wallet, ...paid })),
      ),
    )
    .sort((a, b) => a.time - b.time);
}

function paymentsOf({ currency }: CurrencyBook, party: PartyBook, { from, to }: Span) {
  const settled = [...party.settled].filter(([source]) => isEarned(source));
  const movements = [party.movements, ...settled.map(([, one]) => one.movements)].flat();
  const times = new Map<number, bigint>();
  for (const { kind, time, amount } of movements) {
    if (kind !== "claimed" || time < from || time >= to) continue;
    times.set(time, (times.get(time) ?? 0n) + amount);
  }
  return [...times].map(([time, gross]) => {
    const withheld = sumOfAmounts(party.withheld.filter((one) => one.time === time));
    return { currency, time, gross, withheld };
  });
}

function isEarned(source: Source): boolean {
  return (
    source !== "residual" && source !== "returned" && source !== "withheld" && source !== "funds"
  );
}
