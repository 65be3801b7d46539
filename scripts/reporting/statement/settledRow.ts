import type { Address } from "viem";
import { periodStart } from "../../../core/deal/periods.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { Books, CurrencyBook, Movement, Source } from "../../../core/ledger/Books.ts";
import type { Earnings } from "../../../core/ledger/Earnings.ts";
import { lineEarningsOf } from "../../../core/ledger/lineEarningsOf.ts";
import { residualOf } from "../../../core/ledger/residualOf.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { lesser } from "../../../core/money/lesser.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import type { Ledger, StatementRow } from "./StatementRow.ts";

interface Settled {
  readonly partner: string;
  readonly wallet: Address;
  readonly source: "standing" | "residual";
  readonly key: Source;
  /** What it earned in all periods, or in one. */
  readonly earnings: (only?: number) => Earnings;
}

/** A standing line in one currency: of all time, or of one period. */
export function lineRow(
  books: Books,
  book: CurrencyBook,
  index: number,
  now: number,
  period: number | undefined,
): StatementRow {
  const terms = termsAt(books, now);
  const line = terms.standing[index];
  if (line === undefined) throw new RangeError(`no standing line ${index}`);
  const settled: Settled = {
    partner: line.name,
    wallet: line.holder,
    source: "standing",
    key: `line:${index}`,
    earnings: (only) => lineEarningsOf(books, book, index, now, only),
  };
  return toRow(terms, book, settled, period);
}

/** The residual in one currency: of all time, or of one period. */
export function residualRow(
  books: Books,
  book: CurrencyBook,
  now: number,
  period: number | undefined,
): StatementRow {
  const terms = termsAt(books, now);
  const settled: Settled = {
    partner: "residual",
    wallet: terms.treasury,
    source: "residual",
    key: "residual",
    earnings: (only) => residualOf(books, book, now, only),
  };
  return toRow(terms, book, settled, period);
}

function toRow(
  terms: Terms,
  book: CurrencyBook,
  settled: Settled,
  period: number | undefined,
): StatementRow {
  const { partner, wallet, source, earnings } = settled;
  const common = { partner, wallet, source, currency: book.currency, withheld: 0n };
  if (period === undefined) return { ...common, ...earnings() };
  const before = sumBefore(earnings, period);
  const { earned, reversed, held, frozen, locked } = earnings(period);
  const unclaimed = earnings().claimed - before.locked;
  const claimed = lesser(locked, unclaimed > 0n ? unclaimed : 0n);
  return {
    ...common,
    earned,
    reversed,
    held,
    frozen,
    locked,
    claimed,
    claimable: locked - claimed,
    ledger: ledgerOf(terms, book, settled, period, before.net, earned - reversed, reversed),
  };
}

/** What was earned before a period. */
function sumBefore(earnings: Settled["earnings"], period: number): { net: bigint; locked: bigint } {
  let net = 0n;
  let locked = 0n;
  for (let earlier = 0; earlier < period; earlier++) {
    const of = earnings(earlier);
    net += of.earned - of.reversed;
    locked += of.locked;
  }
  return { net, locked };
}

function ledgerOf(
  terms: Terms,
  book: CurrencyBook,
  { wallet, key }: Settled,
  period: number,
  before: bigint,
  net: bigint,
  refunded: bigint,
): Ledger {
  const from = periodStart(terms, period);
  const to = periodStart(terms, period + 1);
  const movements = book.parties.get(wallet)?.settled.get(key)?.movements ?? [];
  const claims = movements.filter(isClaim);
  const paidBefore = sumOfAmounts(claims.filter(({ time }) => time < from));
  const paid = sumOfAmounts(claims.filter(({ time }) => time >= from && time < to));
  const opening = before - paidBefore;
  return { opening, refunded, paid, closing: opening + net - paid };
}

function isClaim({ kind }: Movement): boolean {
  return kind === "claimed";
}
