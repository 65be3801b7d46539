import { formatUnits } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { finalFrom } from "../../../core/deal/periods.ts";
import { nameOfId } from "../../../core/ids/nameOfId.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import { isLeft } from "../../../core/ledger/findDuplicates.ts";
import { OPEN, type SaleBook, VOID } from "../../../core/ledger/SaleBook.ts";
import { salePlace } from "../../../core/ledger/salePlace.ts";
import { standingSale } from "../../../core/ledger/standingSale.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { sum } from "../../../core/money/sum.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Program } from "../../chain/openProgram.ts";
import { compareSale } from "./compareSale.ts";
import type { Item, Reconciliation, Total } from "./Reconciliation.ts";
import type { MadeRefund, OnChain, PostedSale } from "./readPosted.ts";
import type { SourceRefund, SourceSale } from "./readSource.ts";
import type { Span } from "./Span.ts";
import { sourceAmount as readAmount } from "./sourceAmount.ts";
import { type SaleTotals, totalsOfSales } from "./totalsOfSales.ts";

export interface Source {
  readonly sales: readonly SourceSale[];
  /** Undefined where the source's refunds are not given. */
  readonly refunds: readonly SourceRefund[] | undefined;
}

/**
 * Puts the source beside the chain. Of a month: what occurred in it by the source, wherever it was posted, and what was
 * posted in it of which the source knows nothing at all.
 */
export function reconcile(
  { address, currencies }: Program,
  chain: OnChain,
  source: Source,
  month: (Span & { readonly name: string }) | undefined,
): Reconciliation {
  const isMeant = (time: number | undefined) =>
    month === undefined || time === undefined || (time >= month.from && time < month.to);
  const items = [
    ...source.sales.filter((one) => isMeant(one.occurredAt)).map((one) => saleItem(chain, one)),
    ...unknownSales(chain, source.sales, isMeant),
    ...refundItems(chain, source.refunds, isMeant),
  ];
  const totals = currencies.map((currency) => totalOf(currency, items));
  return { program: address, month: month?.name, items, totals };
}

function saleItem(chain: OnChain, source: SourceSale): Item {
  const book = standingSale(chain.books, source.id);
  const posted = book && chain.sales.get(book.at);
  const { name, currency, amount, occurredAt } = source;
  const item = { what: "sale" as const, id: name, sale: name, occurredAt, sourceAmount: amount };
  if (posted === undefined || book === undefined) {
    const missing = { status: "missing" as const, differences: [], refunded: 0n };
    const note = isWaiting(chain.books, source.id) ? "paid on chain, waits to be posted" : "";
    return { ...item, ...missing, currency, note, ...NOT_ON_CHAIN };
  }
  const differences = compareSale(chain.books, source, posted);
  const status = differences.length === 0 ? "matched" : "different";
  return { ...item, status, differences, currency, ...onChain(chain.books, posted, book) };
}

const NOT_ON_CHAIN = {
  ...{ chainCurrency: undefined, chainAmount: undefined },
  ...{ postedAt: undefined, transaction: undefined },
};

function isWaiting({ payments }: Books, id: string): boolean {
  return [...payments.keys()].some((key) => key.startsWith(`${id}/`));
}

function onChain(books: Books, { sale, time, transaction }: PostedSale, book: SaleBook) {
  const { currency } = currencyBook(books, sale.currency);
  return {
    ...{ chainCurrency: currency, chainAmount: sale.amount },
    ...{ refunded: book.refunded, note: fateOf(books, book) },
    ...{ postedAt: time, transaction },
  };
}

/** What became of a sale. */
function fateOf(books: Books, { dispute, refunded, amount, currency }: SaleBook): string {
  if (dispute?.state === OPEN) return "in dispute";
  if (dispute?.state === VOID)
    return dispute.deadline === 0 ? "void: posted twice" : "void after a dispute";
  if (refunded === 0n) return dispute === undefined ? "" : "stands after a dispute";
  const { decimals } = currencyBook(books, currency).currency;
  return refunded === amount ? "refunded" : `refunded by ${formatUnits(refunded, decimals)}`;
}

/** Sales that the source does not know, and those that have the id of another one and stand beside it. */
function unknownSales(
  { books, sales }: OnChain,
  known: readonly SourceSale[],
  isMeant: (time: number) => boolean,
): Item[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...sales].flatMap(([at, posted]) => {
    const book = books.sales.get(at);
    if (book === undefined || !isMeant(posted.time)) return [];
    const first = standingSale(books, book.id);
    const isAgain = first !== book;
    if (isAgain ? !isLeft(book) : ids.has(book.id)) return [];
    const { currency } = currencyBook(books, book.currency);
    const name = nameOfId(book.id);
    const found = onChain(books, posted, book);
    const note = isAgain ? joinNotes(found.note, "posted twice") : found.note;
    return [
      {
        ...{ what: "sale" as const, id: name, sale: name, status: "unknown" as const },
        ...{ differences: [], currency, sourceAmount: undefined, occurredAt: undefined },
        ...{ ...found, note },
      },
    ];
  });
}

function joinNotes(...notes: readonly string[]): string {
  return notes.filter((note) => note !== "").join("; ");
}

function refundItems(
  chain: OnChain,
  source: readonly SourceRefund[] | undefined,
  isMeant: (time: number | undefined) => boolean,
): Item[] {
  const ids = new Set(source?.map(({ id }) => id));
  // A refund without a date of its own belongs where the chain has it.
  const own = (source ?? []).filter(({ id, occurredAt }) =>
    isMeant(occurredAt ?? chain.refunds.get(id)?.time),
  );
  const others = [...chain.refunds].filter(([id, { time }]) => !ids.has(id) && isMeant(time));
  const totals = totalsOfSales(chain, source ?? []);
  const fateOfOther = ({ saleId, reason }: MadeRefund["args"]) => {
    const sale = totals.get(saleId);
    if (source === undefined) return { status: "refunded", note: reason } as const;
    if (sale !== undefined && sale.reversed <= sale.told)
      return { status: "matched", note: `in the total that the source tells: ${reason}` } as const;
    const note = `taken back at the source, or never there: ${reason}`;
    return { status: "unknown", note } as const;
  };
  return [
    ...own.map((one) => refundItem(chain, one, totals.get(one.saleId))),
    ...others.map(([id, made]) => ({
      ...({ what: "refund" as const, id: nameOfId(id), differences: [] } as const),
      ...{ sourceAmount: undefined, occurredAt: undefined, ...fateOfOther(made.args) },
      ...madeOnChain(chain.books, made),
    })),
  ];
}

function refundItem(chain: OnChain, source: SourceRefund, totals: SaleTotals | undefined): Item {
  const { name: id, sale, occurredAt } = source;
  const made = chain.refunds.get(source.id);
  const book = standingSale(chain.books, source.saleId);
  const currency = book && currencyBook(chain.books, book.currency).currency;
  const sourceAmount = currency && readAmount(source.amountText, currency);
  const isTotal = source.totalText !== "";
  const sourceTotal = isTotal && currency ? readAmount(source.totalText, currency) : undefined;
  const item = { what: "refund" as const, id, sale, occurredAt, sourceAmount, sourceTotal };
  if (made === undefined) {
    const isCovered = isTotal && totals !== undefined && totals.told <= totals.reversed;
    const other = { differences: [], refunded: 0n, currency, ...NOT_ON_CHAIN };
    return isCovered
      ? { ...item, ...other, status: "matched", note: "reversed by other refunds of its sale" }
      : { ...item, ...other, status: "missing", note: whyMissing(chain, book) };
  }
  const found = madeOnChain(chain.books, made);
  const differences = compareRefund(source, made, found, isTotal);
  const status = differences.length === 0 ? "matched" : "different";
  const note = source.reason;
  return { ...found, ...item, currency: currency ?? found.currency, status, differences, note };
}

function madeOnChain(books: Books, { args, time, transaction }: MadeRefund) {
  const book = books.sales.get(salePlace(args.batch, args.place));
  const currency = book && currencyBook(books, book.currency).currency;
  return {
    ...{ sale: nameOfId(args.saleId), currency, chainCurrency: currency },
    ...{ chainAmount: args.amount, refunded: 0n, postedAt: time, transaction },
  };
}

function compareRefund(
  source: SourceRefund,
  { args }: MadeRefund,
  { sale, currency }: ReturnType<typeof madeOnChain>,
  isTotal: boolean,
): Item["differences"] {
  const amount = currency && readAmount(source.amountText, currency);
  const chain =
    currency === undefined ? `${args.amount}` : formatUnits(args.amount, currency.decimals);
  return [
    ...(source.saleId === args.saleId ? [] : [{ field: "sale", source: source.sale, chain: sale }]),
    // Of a total the program was asked for what it lacked.
    ...(isTotal || amount === args.amount
      ? []
      : [{ field: "amount", source: source.amountText, chain }]),
  ];
}

function whyMissing({ books, now }: OnChain, book: SaleBook | undefined): string {
  if (book === undefined) return "its sale is not posted";
  const final = finalFrom(termsAt(books, book.time), book.time);
  if (now < final) return "";
  return `its sale is final since ${formatIsoTime(final)}; --acknowledged takes a file that names it`;
}

function totalOf(currency: Currency, items: readonly Item[]): Total {
  const sales = items.filter(({ what }) => what === "sale");
  const refunds = items.filter(({ what }) => what === "refund");
  const source = (some: readonly Item[]) =>
    sum(
      some.map((item) =>
        item.currency?.index === currency.index ? (item.sourceAmount ?? 0n) : 0n,
      ),
    );
  const chain = (some: readonly Item[]) =>
    sum(
      some.map((item) =>
        item.chainCurrency?.index === currency.index ? (item.chainAmount ?? 0n) : 0n,
      ),
    );
  return {
    ...{ currency, source: source(sales), chain: chain(sales) },
    ...{ refundedSource: source(refunds), refundedChain: chain(refunds) },
  };
}
