import type { Address, Hash, Hex } from "viem";
import type { Currency } from "../currency/Currency.ts";
import type { PowerName } from "../deal/POWERS.ts";
import type { Terms } from "../deal/Terms.ts";
import type { Amendment } from "./Amendment.ts";
import type { BatchBook, LaneBook } from "./BatchBook.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import type { LineChanges } from "./LineChanges.ts";
import type { PartnerState } from "./PartnerState.ts";
import type { PayoutState } from "./PayoutState.ts";
import type { SaleBook, SalePlace } from "./SaleBook.ts";
import { createSettlementBook, type SettledSums, type SettlementBook } from "./SettlementBook.ts";

/** A program's books, rebuilt from its events alone. */
export interface Books {
  /** The hash of the terms of the program's creation. */
  readonly agreed: Hex;
  /** The terms by their hash. */
  readonly texts: ReadonlyMap<Hex, Terms>;
  readonly amendments: Amendment[];
  /** Partners and pools by their numbers. */
  readonly partners: Map<number, PartnerState>;
  /** The same by the wallet they were enrolled with; a pool whose holder had books before is not among them. */
  readonly members: Map<Address, PartnerState>;
  active: number;
  /** By their place, in the order in which they were posted. */
  readonly sales: Map<SalePlace, SaleBook>;
  /** Where the sales of an id stand, in order; ids may be posted twice. */
  readonly placesOf: Map<Hex, readonly SalePlace[]>;
  readonly batches: BatchBook[];
  /** Sales that were told of and whose batch was not yet. */
  readonly unbatched: SaleBook[];
  /** By lane and currency; those in which something was posted. */
  readonly lanes: Map<string, LaneBook>;
  /** When the lanes begin that the operator opened. */
  readonly lanesOpened: Map<number, number>;
  /** By the currency's address. */
  readonly currencies: Map<Address, CurrencyBook>;
  /** Who has each power; zero where somebody had it and nobody has now. */
  readonly holders: Map<PowerName, Address>;
  /** Where parties' money and rights are, by the addresses they go by; of those that changed it. */
  readonly payouts: Map<Address, PayoutState>;
  /** Standing lines that were ended, suspended or are about to, by their index. */
  readonly lines: Map<number, LineChanges>;
  /** Payments on chain that wait for their sale, by sale and payer. */
  readonly payments: Map<string, PaymentBook>;
  /** Of which sales each refund was made. */
  readonly refunds: Map<Hex, readonly SalePlace[]>;
  /** How many sales partners disputed in a period, less those that are gone; by `disputesKey`. */
  readonly disputes: Map<string, number>;
  /** What events say that the arithmetic of the books does not. */
  readonly disagreements: Disagreement[];
}

interface Disagreement {
  readonly what: string;
  readonly currency: Currency;
  readonly expected: bigint;
  readonly found: bigint;
}

export interface PaymentBook {
  readonly kind: number;
  readonly currency: Address;
  readonly amount: bigint;
}

/** The books of one currency. */
export interface CurrencyBook {
  readonly currency: Currency;
  /** All that came in and was counted, and all that left. */
  received: bigint;
  paidOut: bigint;
  /** The operator's unspent funds. */
  funds: bigint;
  /** Payments that wait for their sales. */
  waiting: bigint;
  /** Prices that the operator offers for standing lines. */
  offered: bigint;
  /** Sales posted, by period; since the guardian reset its limits, where it did. */
  readonly posted: Map<number, bigint>;
  /** Revenue by segment and kind. */
  readonly buckets: Map<string, BucketBook>;
  readonly parties: Map<Address, PartyBook>;
  /** What was settled of each standing line. */
  readonly lineSettled: Map<number, bigint>;
  residualSettled: bigint;
  /** How far conditional lines are settled, with the residual; and their reserves. */
  settlement: SettlementBook;
  /** What backs milestones. */
  readonly milestones: MilestoneBook;
  /** What the events of the running transaction settle, until all of them are known. */
  settling: Settling | undefined;
}

/** What an event is entered into, and when. */
export interface Entry {
  readonly books: Books;
  /** In force at the time. */
  readonly terms: Terms;
  readonly time: number;
  readonly transaction: Hash;
}

/** All that was added for milestones less what was withdrawn, all that was ever reached, and what of it was paid. */
interface MilestoneBook {
  funded: bigint;
  owed: bigint;
  paid: bigint;
}

interface Settling {
  readonly entry: Entry;
  readonly settled: SettledSums;
}

/** Revenue of one kind in one segment. */
export interface BucketBook {
  readonly kind: number;
  readonly period: number;
  /** A time within the segment. */
  readonly time: number;
  /** Before refunds. */
  grossRevenue: bigint;
  revenue: bigint;
  grossSetAside: bigint;
  setAside: bigint;
}

/** What one address earned and was paid. */
export interface PartyBook {
  /** Credits by the period of their sales. */
  readonly credits: Map<number, CreditBook>;
  /** Lines of sales that stood when they were final already: they count as reached, but in no period. */
  late: { readonly earned: bigint; readonly sales: number };
  /** What was settled for it beyond credits, by source. */
  readonly settled: Map<Source, SettledBook>;
  /** Paid of its credits. */
  creditsPaid: bigint;
  /** The last payment. */
  lastPaid: bigint;
  /** Of all that it was paid, what went to the tax account. */
  readonly withheld: Withheld[];
  /** Every movement of its credits, for statements of a period. */
  readonly movements: Movement[];
}

/** What was settled from one source, and what of it was paid; each step with its time. */
export interface SettledBook {
  readonly settled: bigint;
  readonly paid: bigint;
  readonly movements: readonly Movement[];
}

/** What is frozen by a dispute is not among what was earned. */
export interface CreditBook {
  readonly earned: bigint;
  readonly reversed: bigint;
  readonly frozen: bigint;
  /** Sales in which the partner has a line of its own. */
  readonly sales: number;
}

/**
 * Where settled money comes from: a standing line or its sale to the operator by the line's index, the residual, a milestone
 * by its index, a dispute that ended when its lines were final, what was withheld of others' payments, or a refund or payment
 * given back.
 */
export type Source =
  | `line:${number}`
  | `buyout:${number}`
  | `milestone:${number}`
  | "residual"
  | "dispute"
  | "withheld"
  | "funds"
  | "returned";

interface Withheld {
  readonly time: number;
  readonly amount: bigint;
}

export interface Movement {
  readonly time: number;
  readonly kind: "earned" | "reversed" | "claimed";
  readonly amount: bigint;
}

export function createBooks(
  currencies: readonly Currency[],
  agreed: Hex,
  texts: ReadonlyMap<Hex, Terms>,
): Books {
  // Terms that nothing tells are refused with the first event.
  const start = texts.get(agreed)?.start ?? 0;
  return {
    agreed,
    texts,
    amendments: [],
    partners: new Map(),
    members: new Map(),
    active: 0,
    sales: new Map(),
    placesOf: new Map(),
    batches: [],
    unbatched: [],
    lanes: new Map(),
    lanesOpened: new Map(),
    currencies: new Map(
      currencies.map((currency) => [currency.address, createCurrencyBook(currency, start)]),
    ),
    holders: new Map(),
    payouts: new Map(),
    lines: new Map(),
    payments: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    disagreements: [],
  };
}

function createCurrencyBook(currency: Currency, start: number): CurrencyBook {
  return {
    currency,
    received: 0n,
    paidOut: 0n,
    funds: 0n,
    waiting: 0n,
    offered: 0n,
    posted: new Map(),
    buckets: new Map(),
    parties: new Map(),
    lineSettled: new Map(),
    residualSettled: 0n,
    settlement: createSettlementBook(start),
    milestones: { funded: 0n, owed: 0n, paid: 0n },
    settling: undefined,
  };
}

/** The books of an address, begun where there are none yet. */
export function partyOf(book: CurrencyBook, address: Address): PartyBook {
  const known = book.parties.get(address);
  if (known !== undefined) return known;
  const party: PartyBook = {
    credits: new Map(),
    late: { earned: 0n, sales: 0 },
    settled: new Map(),
    creditsPaid: 0n,
    lastPaid: 0n,
    withheld: [],
    movements: [],
  };
  book.parties.set(address, party);
  return party;
}

/** The books of a currency, which must be one of the program's. */
export function currencyBook({ currencies }: Books, address: Address): CurrencyBook {
  const book = currencies.get(address);
  if (book === undefined)
    throw new BrokenHistoryError(`an event is in ${address}, which is no currency of the terms`);
  return book;
}

/** The books of the currency with an index among the program's. */
export function currencyAt({ currencies }: Books, index: number): CurrencyBook {
  const book = [...currencies.values()].find(({ currency }) => currency.index === index);
  if (book === undefined)
    throw new BrokenHistoryError(`an event is in currency ${index}, which the terms do not have`);
  return book;
}
