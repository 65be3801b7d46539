import type { Address } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { rebuildBooks } from "../../../core/ledger/rebuildBooks.ts";
import { sum } from "../../../core/money/sum.ts";
import { readHistory } from "../../chain/history/readHistory.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { Rate, Rates } from "../../files/rates/readRates.ts";
import type { Fiat } from "./Fiat.ts";
import { inFiat } from "./inFiat.ts";
import { type IncomePayment, paymentsIn } from "./paymentsIn.ts";
import { rateAt } from "./rateAt.ts";
import type { Span } from "./Span.ts";

/** In which fiat the year is told. */
export interface FiatQuery {
  readonly fiat: Fiat;
  readonly rates: Rates;
  /** In the fiat's smallest unit: from this on a partner's year is flagged. */
  readonly threshold: bigint | undefined;
}

export interface TaxYear {
  /** UTC seconds up to which the chain was read. */
  readonly until: number;
  readonly payments: readonly TaxPayment[];
  readonly partners: readonly TaxPartner[];
}

export interface TaxPayment extends IncomePayment {
  readonly inFiat: FiatPayment | undefined;
}

interface FiatSums {
  readonly gross: bigint;
  readonly withheld: bigint;
}

interface FiatPayment extends FiatSums {
  readonly rate: Rate;
}

export interface TaxPartner {
  readonly partner: string;
  readonly wallet: Address;
  readonly currencies: readonly TaxSums[];
  /** Undefined where no fiat is asked for. */
  readonly inFiat: FiatSums | undefined;
  readonly reachesThreshold: boolean;
}

interface TaxSums {
  readonly currency: Currency;
  readonly payments: number;
  readonly gross: bigint;
  readonly withheld: bigint;
  readonly inFiat: FiatSums | undefined;
}

/** What each party was paid in a span of time, by the times of the blocks that paid it. Each payment is rounded in fiat once. */
export async function buildTaxYear(
  program: Program,
  span: Span,
  query: FiatQuery | undefined,
): Promise<TaxYear> {
  const history = await readHistory(program);
  const books = rebuildBooks(program.currencies, history);
  const payments = paymentsIn(books, span, history.time).map((payment) => ({
    ...payment,
    inFiat: query && toFiat(payment, query),
  }));
  const byWallet = Map.groupBy(payments, ({ wallet }) => wallet);
  const until = history.time;
  return { until, payments, partners: [...byWallet.values()].map((own) => toPartner(own, query)) };
}

function toFiat(
  { currency, time, gross, withheld }: IncomePayment,
  { fiat, rates }: FiatQuery,
): FiatPayment {
  const rate = rateAt(rates, currency, time);
  const convert = (amount: bigint) => inFiat(amount, currency, rate, fiat);
  return { rate, gross: convert(gross), withheld: convert(withheld) };
}

function toPartner(payments: readonly TaxPayment[], query: FiatQuery | undefined): TaxPartner {
  const [first] = payments;
  if (first === undefined) throw new RangeError("a party without payments");
  const byCurrency = Map.groupBy(payments, ({ currency }) => currency);
  const total = query && fiatSums(payments);
  const isReached =
    total !== undefined && query?.threshold !== undefined && total.gross >= query.threshold;
  return {
    partner: first.partner,
    wallet: first.wallet,
    currencies: [...byCurrency].map(([currency, own]) => ({
      currency,
      payments: own.length,
      gross: sum(own.map(({ gross }) => gross)),
      withheld: sum(own.map(({ withheld }) => withheld)),
      inFiat: query && fiatSums(own),
    })),
    inFiat: total,
    reachesThreshold: isReached,
  };
}

function fiatSums(payments: readonly TaxPayment[]): FiatSums {
  return {
    gross: sum(payments.map((payment) => payment.inFiat?.gross ?? 0n)),
    withheld: sum(payments.map((payment) => payment.inFiat?.withheld ?? 0n)),
  };
}
