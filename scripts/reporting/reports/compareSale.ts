import { formatUnits } from "viem";
import { partOf } from "../../../core/deal/partOf.ts";
import { NOT_PAID, type Terms } from "../../../core/deal/Terms.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import { partnersNamed } from "../../../core/ledger/partnersNamed.ts";
import type { SaleLine } from "../../../core/ledger/SaleBook.ts";
import { findKind } from "../../../core/terms/findKind.ts";
import type { NamedCredit } from "../../files/columns/splitCredits.ts";
import { basesOf } from "../audit/basesOf.ts";
import { isNet } from "../audit/Posted.ts";
import type { Item } from "./Reconciliation.ts";
import type { PostedSale } from "./readPosted.ts";
import type { SourceSale } from "./readSource.ts";
import { sourceAmount } from "./sourceAmount.ts";

type Differences = Item["differences"];

/** In which fields a posted sale is not what the source says. */
export function compareSale(books: Books, source: SourceSale, posted: PostedSale): Differences {
  const { sale, terms } = posted;
  const { currency } = currencyBook(books, sale.currency);
  const isSameCurrency = source.currency?.address === sale.currency;
  // In two currencies a number alone would say nothing.
  const show = (amount: string, symbol: string) =>
    isSameCurrency ? amount : `${amount} ${symbol}`;
  const amount = show(formatUnits(sale.amount, currency.decimals), currency.symbol);
  const isSameKind = findKind(terms.kinds, source.kind, source.product) === sale.kind;
  const kind = source.product === "" ? source.kind : `${source.kind}, product ${source.product}`;
  const isSameAmount = sourceAmount(source.amountText, currency) === sale.amount;
  return [
    ...(isSameKind ? [] : [differing("kind", kind, terms.kinds[sale.kind] ?? `${sale.kind}`)]),
    ...(isSameCurrency ? [] : [differing("currency", source.symbol, currency.symbol)]),
    ...(isSameAmount ? [] : [differing("amount", show(source.amountText, source.symbol), amount)]),
    ...compareCredits(books, source, posted),
  ];
}

function differing(field: string, source: string, chain: string): Differences[number] {
  return { field, source, chain };
}

/** Who is credited as what; where that agrees, what each earns by the weights. */
function compareCredits(books: Books, { credits }: SourceSale, posted: PostedSale): Differences {
  if (credits === undefined) return [];
  const { sale, terms, sorted } = posted;
  // By the names of the partners whom the source means.
  const spelled = credits.map((credit) => {
    const [partner, ...others] = partnersNamed(books, credit.partner);
    return others.length > 0 ? credit : { ...credit, partner: partner?.name ?? credit.partner };
  });
  const nameOf = ({ number, role }: SaleLine) =>
    `${books.partners.get(number)?.name ?? number}:${terms.roles[role]?.name ?? role}`;
  const own = spelled.filter(({ role }) => isPaid(terms, role, sale.kind));
  const found = [...sorted.credited.map(({ line }) => line), ...sorted.residual].map(nameOf);
  const source = namesOf(own.map(({ partner, role }) => `${partner}:${role}`));
  const chain = namesOf(found);
  if (source !== chain) return [differing("credits", source, chain)];
  return compareParts(books, own, posted, nameOf);
}

function namesOf(names: readonly string[]): string {
  return [...new Set(names)].sort().join(";");
}

/** Each line must be its credit's part of its role's share, by the source's weights. */
function compareParts(
  books: Books,
  credits: readonly NamedCredit[],
  { sale, terms, time, sorted, rates }: PostedSale,
  nameOf: (line: SaleLine) => string,
): Differences {
  const { netBase } = basesOf({ terms, time, kind: sale.kind }, sale, sorted);
  const { decimals } = currencyBook(books, sale.currency).currency;
  const show = (amount: bigint) => formatUnits(amount, decimals);
  return sorted.credited.flatMap(({ line }) => {
    const name = nameOf(line);
    const credit = credits.find(({ partner, role }) => `${partner}:${role}` === name);
    if (credit === undefined) return [];
    const all = credits.filter(({ role }) => role === credit.role);
    const weights = all.reduce((sum, { weight }) => sum + weight, 0);
    const base = isNet(terms, line) ? netBase : sale.amount;
    const rate = rates.get(line);
    const expected = rate === undefined ? 0n : partOf(base, rate, credit.weight, weights);
    if (expected === line.amount) return [];
    return [differing(`line of ${name}`, show(expected), show(line.amount))];
  });
}

/** A role that earns nothing on a kind leaves no line. */
function isPaid({ roles, residualRole }: Terms, name: string, kind: number): boolean {
  const index = roles.findIndex((role) => role.name === name);
  return index < 0 || index === residualRole || roles[index]?.rates[kind] !== NOT_PAID;
}
