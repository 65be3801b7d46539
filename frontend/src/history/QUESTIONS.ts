import type { ShownSale } from "@core/batches/showSales";
import { nameOfId } from "@core/ids/nameOfId";
import type { Ledger, LedgerBatch, LedgerClaim, LedgerSale } from "@core/ledger/Ledger";
import { linesOf, type PartyLine } from "@core/ledger/linesOf";
import type { SalePlace } from "@core/ledger/SaleBook";
import { splitPlace } from "@core/ledger/salePlace";
import { type Totals, totalsOf } from "@core/ledger/totalsOf";
import { sumOfAmounts } from "@core/money/sumOfAmounts";
import { foldText } from "@core/text/foldText";
import type { Address, Log } from "viem";
import type { MoneyFlow } from "../lib/charts/MoneyFlow";
import { type FlowTerms, moneyFlowOf } from "../lib/charts/moneyFlowOf";
import { duplicatesOf } from "./duplicatesOf";
import { reversedLinesOf } from "./reversedLinesOf";
import { showSale } from "./showSale";

/** What is known when a question is asked. */
export interface Known {
  readonly ledger: Ledger;
  /** All logs of the program in a block. */
  readonly logsAt: (block: bigint) => readonly Log[];
}

/** A part of a long list, the newest first. */
interface Page {
  readonly page: number;
  readonly size: number;
}

interface Paged<Entry> {
  readonly shown: readonly Entry[];
  /** How many there are; the page beyond the last is the last. */
  readonly count: number;
}

export interface FoundSale {
  readonly sale: LedgerSale;
  readonly batch: LedgerBatch | undefined;
  /** The one that stands before it, where it has another one's id. */
  readonly standing: LedgerSale | undefined;
}

interface FoundSales extends Paged<FoundSale> {
  /** In the currency, whatever was looked for. */
  readonly all: number;
}

interface FoundLine {
  readonly line: PartyLine;
  readonly isDuplicate: boolean;
}

/** What the page asks of a program's past: each by what it takes, answered where the past is kept. */
export const QUESTIONS = {
  totals: ({ ledger }: Known, currency: Address): Totals => totalsOf(ledger, currency),

  /** What was settled of each standing line, by its index. */
  settled: ({ ledger }: Known, currency: Address, lines: number): readonly bigint[] =>
    settledOf(ledger, currency, lines),

  /** @param unsettled What each standing line has earned and not settled, by the program's views. */
  flow: (
    { ledger }: Known,
    terms: FlowTerms,
    currency: Address,
    unsettled: readonly bigint[],
  ): MoneyFlow => {
    const settled = settledOf(ledger, currency, unsettled.length);
    return moneyFlowOf(
      ledger,
      terms,
      currency,
      unsettled.map((amount, line) => amount + (settled[line] ?? 0n)),
    );
  },

  /** @param search What their ids have in them. */
  sales: ({ ledger }: Known, currency: Address, search: string, page: Page): FoundSales => {
    const sales = ledger.sales.filter((sale) => sale.currency === currency).toReversed();
    const wanted = foldText(search);
    const found =
      wanted === "" ? sales : sales.filter(({ id }) => foldText(nameOfId(id)).includes(wanted));
    const { shown, count } = pageOf(found, page);
    return { shown: shown.map((sale) => findSale(ledger, sale)), count, all: sales.length };
  },

  /** A sale as the program's views take it. @throws Where it is not known, or its batch is not whole. */
  shownSale: ({ ledger, logsAt }: Known, at: SalePlace): ShownSale => {
    const sale = ledger.sales.find((one) => one.at === at);
    if (sale === undefined) throw new Error(`The sale ${at} is not read yet.`);
    return showSale(ledger, logsAt(sale.place.block), sale);
  },

  lines: ({ ledger }: Known, party: Address, page: Page): Paged<FoundLine> => {
    const { shown, count } = pageOf(linesOf(ledger, party).toReversed(), page);
    const duplicates = duplicatesOf(ledger);
    return {
      shown: shown.map((line) => ({ line, isDuplicate: duplicates.has(line.sale.at) })),
      count,
    };
  },

  reversed: ({ ledger }: Known, party: Address, currency: Address): readonly PartyLine[] =>
    reversedLinesOf(ledger, party, currency),

  claims: ({ ledger }: Known, party: Address, page: Page): Paged<LedgerClaim> =>
    pageOf(ledger.claims.filter((claim) => claim.party === party).toReversed(), page),
};

type Questions = typeof QUESTIONS;
export type QuestionName = keyof Questions;

/** What a question takes beside what is known. */
export type Asked<Name extends QuestionName> =
  Parameters<Questions[Name]> extends [Known, ...infer Rest] ? Rest : never;
export type Answer<Name extends QuestionName> = ReturnType<Questions[Name]>;

function pageOf<Entry>(entries: readonly Entry[], { page, size }: Page): Paged<Entry> {
  const last = Math.max(0, Math.ceil(entries.length / size) - 1);
  const start = Math.min(page, last) * size;
  return { shown: entries.slice(start, start + size), count: entries.length };
}

function findSale(ledger: Ledger, sale: LedgerSale): FoundSale {
  const { batch: number } = splitPlace(sale.at);
  const batch = ledger.batches.find((one) => one.batch === number);
  return { sale, batch, standing: duplicatesOf(ledger).get(sale.at) };
}

function settledOf({ settlements }: Ledger, currency: Address, lines: number): bigint[] {
  const ours = settlements.filter((one) => one.currency === currency);
  return Array.from({ length: lines }, (_, line) =>
    sumOfAmounts(ours.filter((one) => one.line === line)),
  );
}
