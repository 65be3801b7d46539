import { formatUnits, type Hex, zeroHash } from "viem";
import type { Currency } from "../../../../core/currency/Currency.ts";
import { findCurrency } from "../../../../core/currency/findCurrency.ts";
import { refundedAfter } from "../../../../core/deal/refundedAfter.ts";
import { nameOfId } from "../../../../core/ids/nameOfId.ts";
import { toId } from "../../../../core/ids/toId.ts";
import { type Books, currencyBook } from "../../../../core/ledger/Books.ts";
import type { TimedEvent } from "../../../../core/ledger/History.ts";
import { FIRST_POOL } from "../../../../core/ledger/PartnerState.ts";
import { partnersNamed } from "../../../../core/ledger/partnersNamed.ts";
import type { SaleBook } from "../../../../core/ledger/SaleBook.ts";
import { salePlace } from "../../../../core/ledger/salePlace.ts";
import { termsAt } from "../../../../core/ledger/termsAt.ts";
import type { EventNamed } from "../../../../core/logs/decodeEvents.ts";
import { findKind } from "../../../../core/terms/findKind.ts";
import { parseAmount } from "../../../../core/text/parseAmount.ts";
import type { EvidentRefund, EvidentSale } from "../../../attribution/evidence/Evidence.ts";
import { compare } from "../compare.ts";
import type { Difference } from "../Difference.ts";
import { named } from "../named.ts";
import { checkCredits } from "./checkCredits.ts";
import type { LoadedEvidence } from "./loadEvidence.ts";

/** What was recomputed from evidence. */
export interface EvidenceSummary {
  /** Sales and refunds on chain that were compared with their evidence. */
  readonly sales: number;
  readonly refunds: number;
  /** Of the evidence that batches commit to, what no batch has: it may still be posted. */
  readonly notPosted: readonly string[];
  readonly notRefunded: readonly string[];
}

/** Compares posted sales and refunds with the evidence that their batches commit to, event by event. */
export class EvidenceCheck {
  readonly #evidence: LoadedEvidence;
  readonly #currencies: readonly Currency[];
  /** The evidence of the running call of refunds. */
  #given: { readonly hash: Hex; readonly transaction: Hex } | undefined;
  readonly #names = new Set<string>();
  #sales = 0;
  #refunds = 0;

  constructor(evidence: LoadedEvidence, currencies: readonly Currency[]) {
    this.#evidence = evidence;
    this.#currencies = currencies;
  }

  /** Says how an event departs from its evidence. Sees all events in order, with the books as they were before each. */
  check(books: Books, { event, time }: TimedEvent): Difference[] {
    const { transactionHash: transaction } = event;
    if (this.#given?.transaction !== transaction) this.#given = undefined;
    switch (event.eventName) {
      case "EvidenceGiven":
        this.#given = { hash: event.args.evidence, transaction };
        return [];
      case "BatchPosted":
        return this.#batch(books, time, event.args.evidence);
      case "Folded":
        this.#given = undefined;
        return [];
      case "SaleRefunded":
        return named(`refund ${nameOfId(event.args.refundId)}`, this.#refund(books, event.args));
      default:
        return [];
    }
  }

  /** Says what all events together show, and sums up. */
  finish(books: Books): { differences: Difference[]; summary: EvidenceSummary } {
    const { sales, refunds } = this.#evidence;
    return {
      differences: this.#ambiguous(books),
      summary: {
        sales: this.#sales,
        refunds: this.#refunds,
        notPosted: namesBut(sales.values(), (id) => books.placesOf.has(id)),
        notRefunded: namesBut(refunds.values(), (id) => books.refunds.has(id)),
      },
    };
  }

  /** The sales of a batch were told before it, and are in the books. */
  #batch(books: Books, time: number, hash: Hex): Difference[] {
    const isNamed = hash !== zeroHash;
    return books.unbatched.flatMap((sale) =>
      named(
        `sale ${nameOfId(sale.id)}`,
        isNamed ? this.#sale(books, time, hash, sale) : NO_EVIDENCE,
      ),
    );
  }

  #sale(books: Books, time: number, hash: Hex, posted: SaleBook): Difference[] {
    const sales = this.#evidence.sales.get(hash);
    // That this evidence cannot be read is said once, not for each sale.
    if (sales === undefined) return [];
    const sale = sales.get(posted.id);
    if (sale === undefined) return notIn(hash);
    this.#sales += 1;
    for (const { partner } of sale.credits) this.#names.add(partner);
    const { currency } = currencyBook(books, posted.currency);
    const terms = termsAt(books, time);
    const moment = { terms, books, time, kind: posted.kind, currency: posted.currency };
    const kind = findKind(terms.kinds, sale.kind, sale.product);
    return [
      ...compare("kind", kind < 0 ? sale.kind : terms.kinds[kind], terms.kinds[posted.kind]),
      ...this.#amount(sale, currency, posted.amount),
      ...checkCredits(moment, posted, currency, sale.credits),
    ];
  }

  #amount(sale: EvidentSale, currency: Currency, amount: bigint): Difference[] {
    const expected = findCurrency(this.#currencies, sale.currency);
    return [
      ...compare("currency", expected?.symbol ?? sale.currency, currency.symbol),
      ...compareAmount(sale.amount, currency, amount),
    ];
  }

  #refund(books: Books, args: EventNamed<"SaleRefunded">["args"]): Difference[] {
    if (this.#given === undefined) return NO_EVIDENCE;
    const refunds = this.#evidence.refunds.get(this.#given.hash);
    if (refunds === undefined) return [];
    const refund = refunds.get(args.refundId);
    if (refund === undefined) return notIn(this.#given.hash);
    this.#refunds += 1;
    const sale = books.sales.get(salePlace(args.batch, args.place));
    // A refund of an unknown sale is refused when the event is entered.
    if (sale === undefined) return [];
    const { currency } = currencyBook(books, sale.currency);
    return [
      ...(toId(refund.sale) === args.saleId
        ? []
        : compare("sale", refund.sale, nameOfId(args.saleId))),
      ...(refund.total === ""
        ? compareAmount(refund.amount, currency, args.amount)
        : compareTotal(refund, currency, sale.refunded, args.amount)),
      ...compare("reason", refund.reason, args.reason),
    ];
  }

  /** Files name partners by their names: two partners of one name could be taken for each other. */
  #ambiguous(books: Books): Difference[] {
    return [...this.#names].flatMap((name) => {
      const count = partnersNamed(books, name).filter(({ number }) => number < FIRST_POOL).length;
      return count > 1 ? compare(`partners named ${name}`, 1, count) : [];
    });
  }
}

const NO_EVIDENCE: Difference[] = [
  { what: "evidence", expected: "the hash of its evidence", found: "nothing" },
];

function notIn(hash: Hex): Difference[] {
  return [{ what: `evidence ${hash}`, expected: "to be told of there", found: "nothing" }];
}

/** Where a total is told, the program was asked for what it lacked: no more than brings it to what all refunds come to. */
function compareTotal(
  { ofSale }: EvidentRefund,
  { symbol, decimals }: Currency,
  before: bigint,
  found: bigint,
): Difference[] {
  const unitsOf = (text: string) => {
    const parsed = parseAmount(text, symbol, decimals);
    return "amount" in parsed ? parsed.amount : 0n;
  };
  const all = ofSale.reduce(
    (sum, { amount, total }) =>
      refundedAfter(sum, {
        amount: unitsOf(amount),
        total: total === "" ? undefined : unitsOf(total),
      }),
    0n,
  );
  if (before + found <= all) return [];
  const most = all > before ? all - before : 0n;
  const [expected, is] = [most, found].map((amount) => formatUnits(amount, decimals));
  return [{ what: `amount in ${symbol}`, expected: `at most ${expected}`, found: `${is}` }];
}

function compareAmount(text: string, currency: Currency, found: bigint): Difference[] {
  const { symbol, decimals } = currency;
  const parsed = parseAmount(text, symbol, decimals);
  const expected = "amount" in parsed ? formatUnits(parsed.amount, decimals) : text;
  return compare(`amount in ${symbol}`, expected, formatUnits(found, decimals));
}

function namesBut(
  all: Iterable<ReadonlyMap<Hex, { readonly name: string }>>,
  isDone: (id: Hex) => boolean,
): string[] {
  const names = new Set<string>();
  for (const some of all) {
    for (const [id, { name }] of some) if (!isDone(id)) names.add(name);
  }
  return [...names];
}
