import { getAddress } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { finalFrom } from "../../../core/deal/periods.ts";
import { nameOfId } from "../../../core/ids/nameOfId.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import type { History, TimedEvent } from "../../../core/ledger/History.ts";
import { historyUntil } from "../../../core/ledger/historyUntil.ts";
import { rebuildBooks } from "../../../core/ledger/rebuildBooks.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { Program } from "../../chain/openProgram.ts";
import { type Entry, entriesIn } from "./entriesIn.ts";
import type { Account, SaleOfEntry, StatementEntry } from "./PartnerStatement.ts";
import { lastSecondOf, type Span } from "./Span.ts";

const WORDS = {
  sale: "sale",
  refund: "refund",
  dispute: "dispute begins",
  settled: "dispute ends",
  milestone: "milestone",
} as const;

const SOURCES = {
  standing: "standing line",
  buyout: "line sold",
  withheld: "withheld of others for the",
  returned: "given back to",
  funds: "withdrawn to the",
} as const;

/** Every entry that moved some accounts in a span of time, in order. */
export function statementEntriesIn(
  { currencies }: Program,
  history: History,
  accounts: readonly Account[],
  span: Span,
): StatementEntry[] {
  const until = historyUntil(history, span.to);
  const own = new Map(
    accounts.filter(isCredited).map((one) => [keyOf(one.wallet, one.currency.address), one]),
  );
  const entries: StatementEntry[] = [];
  rebuildBooks(currencies, until, (before, event) => {
    if (event.time < span.from) return;
    for (const entry of entriesIn(before, event)) {
      const account = own.get(keyOf(entry.party, entry.currency));
      if (account !== undefined) entries.push(toStatementEntry(before, entry, account.currency));
    }
  });
  return entries
    .concat(
      paymentsOf(until.events, accounts, span),
      accounts.flatMap((account) => sumsOf(account, lastSecondOf(span, until.time))),
    )
    .sort((a, b) => a.time - b.time);
}

function isCredited({ source }: Account): boolean {
  return source === "partner" || source === "pool";
}

function keyOf(wallet: string, currency: string): string {
  return `${getAddress(wallet)}/${currency}`;
}

function toStatementEntry(books: Books, entry: Entry, currency: Currency): StatementEntry {
  const { what, time, amount, transaction } = entry;
  const common = { what: WORDS[what], time, currency, amount, transaction };
  const sale = saleOf(books, entry);
  return sale === undefined ? common : { ...common, sale };
}

function saleOf(books: Books, { line }: Entry): SaleOfEntry | undefined {
  if (line === undefined) return undefined;
  const { saleId, kind, saleAmount, soldAt, role, rate } = line;
  const terms = termsAt(books, soldAt);
  return {
    name: nameOfId(saleId),
    kind: terms.kinds[kind] ?? `${kind}`,
    amount: saleAmount,
    role: terms.roles[role]?.name ?? `${role}`,
    rate,
    locksAt: finalFrom(terms, soldAt),
  };
}

/** What a wallet was paid, all its accounts in one payment. */
function paymentsOf(
  events: readonly TimedEvent[],
  accounts: readonly Account[],
  { from }: Span,
): StatementEntry[] {
  const own = new Map(
    accounts.map(({ wallet, currency }) => [keyOf(wallet, currency.address), currency]),
  );
  const entries: StatementEntry[] = [];
  for (const { event, time } of events) {
    if (time < from || (event.eventName !== "Claimed" && event.eventName !== "Withheld")) continue;
    const { party, amount } = event.args;
    const currency = own.get(keyOf(party, event.args.currency));
    if (currency === undefined) continue;
    const transaction = event.transactionHash;
    if (event.eventName === "Claimed")
      entries.push({ what: "payment", time, currency, amount: -amount, withheld: 0n, transaction });
    else {
      // What is withheld follows the payment that it is of.
      const payment = entries.pop();
      if (payment !== undefined) entries.push({ ...payment, withheld: amount });
    }
  }
  return entries;
}

/** What comes of all revenue, or of others' events: in one entry. */
function sumsOf(
  { source, name, currency, earned, reversed }: Account,
  time: number,
): StatementEntry[] {
  if (source === "partner" || source === "pool") return [];
  const what = source === "residual" ? source : `${SOURCES[source]} ${name}`;
  return [
    ...(earned === 0n ? [] : [{ what, time, currency, amount: earned }]),
    ...(reversed === 0n ? [] : [{ what: `${what}: refunds`, time, currency, amount: -reversed }]),
  ];
}
