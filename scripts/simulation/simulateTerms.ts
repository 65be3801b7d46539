import { isOutcome } from "../../core/deal/isOutcome.ts";
import { isFinal, periodAt, periodStart } from "../../core/deal/periods.ts";
import type { Line } from "../../core/deal/shareSale.ts";
import { ceilDiv } from "../../core/money/ceilDiv.ts";
import { lesser } from "../../core/money/lesser.ts";
import { WHOLE } from "../../core/money/ppm.ts";
import { addReserve } from "../../core/spec/addReserve.ts";
import { backMilestones } from "../../core/spec/backMilestones.ts";
import { type Booking, bookSale } from "../../core/spec/bookSale.ts";
import { enrollPartner } from "../../core/spec/enrollPartner.ts";
import { type BookedSale, type Books, openBooks } from "../../core/spec/openBooks.ts";
import { reverseSale } from "../../core/spec/reverseSale.ts";
import { SpecError } from "../../core/spec/SpecError.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { formatIsoTime } from "../../core/text/formatIsoTime.ts";
import type { ListedPartner } from "../chain/partners/readPartnersFile.ts";
import type { RefusedRow } from "../files/columns/RefusedRow.ts";
import { RefusedRowError } from "../files/table/RefusedRowError.ts";
import { copyName } from "./copyName.ts";
import { growPartners } from "./growPartners.ts";
import { Margins } from "./Margins.ts";
import type { PastSale, PastSales } from "./PastSale.ts";
import { paymentsOf, payRevenue } from "./payRevenue.ts";
import { replay } from "./replay.ts";
import { SaleReader } from "./SaleReader.ts";
import type { Scenario } from "./Scenario.ts";
import type { SimulatedTerms } from "./SimulatedTerms.ts";
import type { RefusedSale, Simulation } from "./Simulation.ts";
import { settleAll } from "./settleAll.ts";
import { sumPeriods } from "./sumPeriods.ts";
import { Tally } from "./Tally.ts";

/** The operator is taken to have put in whatever guarantees and milestones need. */
const RESERVE = 2n ** 200n;

/** Stands for all customers. */
const CUSTOMER = "";

const SHOWN_REFUSALS = 10;
const TELL_EVERY = 5_000;

export interface Inputs {
  readonly simulated: SimulatedTerms;
  readonly past: PastSales;
  readonly partners: readonly ListedPartner[];
  readonly scenario: Scenario;
}

/** One run of terms over past sales. */
interface Run extends Inputs {
  readonly books: Books;
  readonly tally: Tally;
  readonly margins: Margins;
  /** Sales that will be refunded, by the round of the history. */
  readonly refundable: Map<PastSale, (BookedSale | undefined)[]>;
  readonly refused: RefusedSale[];
  readonly counts: { sales: number; refused: number; refunded: number; tooLate: number };
}

/**
 * What terms would have paid of past sales, each posted as it occurred: the spec that is compared with
 * the contract, run over them. Everything counts as if it were paid to the program.
 * @param tell Told how many sales went by.
 */
export function simulateTerms(inputs: Inputs, tell: (sales: number) => void): Simulation {
  const run = open(inputs);
  const { books, past, scenario, counts } = run;
  const reader = new SaleReader(past.file, inputs.simulated, inputs.partners);
  const payments = paymentsOf(scenario, inputs.simulated);
  let period = 0;
  let told = 0;
  payRevenue(books, run.tally, payments, period);
  for (const happening of replay(past, scenario)) {
    const { time, round } = happening;
    const current = periodOf(run, time);
    for (; period < current; period += 1) {
      growPartners(books, run.tally, period + 1);
      payRevenue(books, run.tally, payments, period + 1);
    }
    if ("refund" in happening) {
      const posted = run.refundable.get(happening.refund.sale)?.[round];
      if (posted !== undefined) refund(run, posted, happening.refund.amount, time);
      continue;
    }
    sell(run, reader, happening);
    if (counts.sales % TELL_EVERY !== 0) continue;
    tell(counts.sales - told);
    told = counts.sales;
  }
  tell(counts.sales - told);
  const last = period + books.terms.holdPeriods + 1;
  for (; period < last; period += 1) growPartners(books, run.tally, period + 1);
  settleAll(books, run.tally, periodStart(books.terms, last));
  return close(run);
}

function open(inputs: Inputs): Run {
  const { simulated, past, partners, scenario } = inputs;
  const { terms, decimals } = simulated;
  const books = openBooks(terms);
  for (const { name, tier, joined, referrer } of partners) {
    for (let copy = 0; copy < scenario.partners; copy += 1) {
      enrollPartner(books, {
        partner: copyName(name, copy),
        tier: tier ?? 0,
        joined: joined === undefined ? terms.start : joined + scenario.shift,
        referrer: referrer === "" ? undefined : copyName(referrer, copy),
      });
    }
  }
  for (const currency of decimals.keys()) {
    backMilestones(books, currency, RESERVE);
    for (const line of terms.standing.keys())
      addReserve(books, { line, currency, amount: RESERVE });
  }
  const refundable = scenario.refunds === undefined ? past.refunds.map(({ sale }) => sale) : [];
  return {
    ...inputs,
    books,
    tally: new Tally(),
    margins: new Margins(),
    refundable: new Map(refundable.map((sale) => [sale, []])),
    refused: [],
    counts: { sales: 0, refused: 0, refunded: 0, tooLate: 0 },
  };
}

function periodOf({ books, simulated, past }: Run, time: number): number {
  const { start } = books.terms;
  if (time >= start) return periodAt(books.terms, time);
  const days = Math.ceil((start - time) / 86_400);
  throw new TributaryError(
    `${past.file} has sales from ${formatIsoTime(time)} on, before ${simulated.file} begins, on ${formatIsoTime(start)}.`,
    {
      todo: `Give a --scenario file with {"shift": "${days}d"} to have all of it happen later, or leave "starts" out of the terms.`,
    },
  );
}

function sell(
  run: Run,
  reader: SaleReader,
  { sale, time, round }: { readonly sale: PastSale; readonly time: number; readonly round: number },
): void {
  const { scenario, counts } = run;
  const copy = counts.sales % scenario.partners;
  counts.sales += 1;
  const amount = scale(sale.amount, scenario.volume);
  const booked = book(run, reader, { sale, copy, amount, time });
  if (booked === undefined) return;
  for (let small = 0; small < scenario.small; small += 1) {
    book(run, reader, { sale, copy, amount: 1n, time });
  }
  const { currency, sale: posted, remainder, isBonus } = booked;
  if (!isBonus) {
    const { id, line } = sale;
    run.margins.count({
      ...{ sale: id, line, kind: sale.kind },
      currency,
      amount,
      left: remainder,
    });
  }
  const refunds = run.refundable.get(sale);
  if (refunds !== undefined) refunds[round] = posted;
  if (scenario.refunds === undefined || scenario.refunds === 0) return;
  refund(run, posted, ceilDiv(amount * BigInt(scenario.refunds), WHOLE), time);
}

/** Undefined where it cannot be posted. */
function book(
  run: Run,
  reader: SaleReader,
  {
    sale,
    copy,
    amount,
    time,
  }: {
    readonly sale: PastSale;
    readonly copy: number;
    readonly amount: bigint;
    readonly time: number;
  },
) {
  const { books, tally } = run;
  const booked = tryToBook(run, sale, () => {
    const understood = reader.read(sale, copy);
    return { ...bookSale(books, { ...understood, amount, payer: CUSTOMER }, time), ...understood };
  });
  if (booked === undefined) return undefined;
  const { kind, currency, sale: posted, lines } = booked;
  for (const line of lines) earn(run, posted, line, line.amount);
  const isBonus = isOutcome(books.terms, kind);
  tally.add(isBonus ? "bonuses" : "revenue", currency, posted.period, amount);
  return { ...booked, isBonus };
}

function toRefusedSale({ name, why }: RefusedRow): RefusedSale {
  return { sale: name, reason: why };
}

function tryToBook<Booked extends Booking>(
  { counts, refused }: Run,
  { id }: PastSale,
  book: () => Booked,
): Booked | undefined {
  try {
    return book();
  } catch (error) {
    if (!(error instanceof SpecError || error instanceof RefusedRowError)) throw error;
    counts.refused += 1;
    if (refused.length < SHOWN_REFUSALS) refused.push({ sale: id, reason: error.message });
    return undefined;
  }
}

/** Of the sale's amount in the scenario, never more than is left. */
function refund(run: Run, posted: BookedSale, amount: bigint, time: number): void {
  const { books, tally, counts, scenario } = run;
  if (isFinal(books.terms, posted.period, time)) {
    counts.tooLate += 1;
    return;
  }
  const wanted = scenario.refunds === undefined ? scale(amount, scenario.volume) : amount;
  const left = posted.amount - posted.refunded;
  const step = lesser(wanted, left);
  if (step === 0n) return;
  counts.refunded += 1;
  const { reversed } = reverseSale(books, posted, step);
  const { kind, currency, period } = posted;
  for (const [index, line] of posted.lines.entries()) {
    earn(run, posted, line, -(reversed[index] ?? 0n));
  }
  tally.add(isOutcome(books.terms, kind) ? "bonuses" : "revenue", currency, period, -step);
}

/** At least one unit. */
function scale(amount: bigint, volume: bigint): bigint {
  const scaled = (amount * volume) / WHOLE;
  return scaled > 0n ? scaled : 1n;
}

/** A pool's share is of the pool, whichever role it was left by. */
function earn(
  { books, tally }: Run,
  { currency, period }: BookedSale,
  { partner, role, isPool }: Line,
  amount: bigint,
): void {
  const { roles, pools } = books.terms;
  const { name: source = "", pool = 0 } = roles[role] ?? {};
  const name = pools[pool]?.name ?? "";
  if (isPool) tally.earn(name, name, currency, period, amount);
  else tally.earn(partner, source, currency, period, amount);
}

function close(run: Run): Simulation {
  const { simulated, past, tally, margins, counts, refused } = run;
  const { start, period } = simulated.terms;
  const periods = tally.periods();
  return {
    ...{ file: simulated.file, name: simulated.terms.name, symbols: simulated.symbols },
    ...{ start, period, periods },
    sales: counts.sales - counts.refused,
    refused: {
      count: past.refused.length + counts.refused,
      first: [...past.refused.map(toRefusedSale), ...refused].slice(0, SHOWN_REFUSALS),
    },
    refunds: { applied: counts.refunded, tooLate: counts.tooLate },
    rows: tally.rows(),
    sums: sumPeriods(periods),
    worstSale: margins.worst,
    bestSale: margins.best,
    meanMargin: margins.mean,
    marginCounts: margins.counts,
  };
}
