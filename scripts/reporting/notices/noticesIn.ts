import { type Address, formatUnits } from "viem";
import { finalFrom } from "../../../core/deal/periods.ts";
import { nameOfId } from "../../../core/ids/nameOfId.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import type { TimedEvent } from "../../../core/ledger/History.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { formatRate } from "../../../core/text/formatRate.ts";
import { type Entry, entriesIn } from "../reports/entriesIn.ts";
import type { Notice, NoticeKind, Told } from "./Notice.ts";
import type { PlacedEvent } from "./PlacedEvent.ts";
import { partnerNotices } from "./partnerNotices.ts";
import { partyAt } from "./partyAt.ts";
import { powerNotices } from "./powerNotices.ts";

const OF_ENTRIES: Readonly<Record<Entry["what"], [NoticeKind, string, string]>> = {
  sale: ["sale", "sale.posted", "Earned"],
  refund: ["refund", "sale.refunded", "Taken back"],
  dispute: ["dispute", "sale.disputed", "Frozen by a dispute"],
  settled: ["dispute", "dispute.settled", "A dispute has ended"],
  milestone: ["milestone", "milestone.reached", "A milestone's pay"],
};

/**
 * What an event is to those it concerns.
 *
 * @param books As they are before the event.
 */
export function noticesIn(books: Books, placed: PlacedEvent): Notice[] {
  const { event, time, place } = placed;
  const { blockNumber: block, transactionHash: transaction } = event;
  return toldBy(books, placed).map((told) => ({
    ...told,
    ...{ time, block, transaction },
    key: `${identityOf(books, event, place)}/${told.party?.wallet ?? "all"}`,
  }));
}

/** What a sale or refund is known by wherever it is mined: should the chain forget it, it is told once all the same. */
function identityOf(books: Books, event: TimedEvent["event"], place: number): string {
  if (event.eventName === "SalePosted") {
    const { saleId } = event.args;
    const before = books.placesOf.get(saleId)?.length ?? 0;
    // An id that is posted again is another sale.
    return before === 0 ? saleId : `${saleId}/${before}`;
  }
  if (event.eventName === "SaleRefunded") return event.args.refundId;
  return `${event.transactionHash}/${place}`;
}

function toldBy(books: Books, placed: PlacedEvent): Told[] {
  const { event, time } = placed;
  switch (event.eventName) {
    case "Claimed":
      return paid(books, event.args, placed);
    case "AmendmentProposed": {
      const { termsHash, from, uri } = event.args;
      const data = { terms: termsHash, from: formatIsoTime(from), ...(uri !== "" && { uri }) };
      const subject = `Other terms are proposed, in force from ${data.from} at the earliest`;
      return [{ kind: "amendment", type: "amendment.proposed", party: undefined, subject, data }];
    }
    case "AmendmentWithdrawn": {
      const data = { terms: event.args.termsHash };
      const subject = "Proposed terms were taken back";
      return [{ kind: "amendment", type: "amendment.withdrawn", party: undefined, subject, data }];
    }
    default:
      return [
        ...powerNotices(placed),
        ...partnerNotices(books, event, time),
        ...ofEntries(books, entriesIn(books, placed), placed),
      ];
  }
}

/** A payment, with what of it was withheld: that follows it, before the next payment. */
function paid(
  books: Books,
  { party, currency, amount }: EventNamed<"Claimed">["args"],
  { time, following }: PlacedEvent,
): Told[] {
  const next = following.findIndex(({ eventName }) => eventName === "Claimed");
  const own = next < 0 ? following : following.slice(0, next);
  const withheld = own.find((event) => event.eventName === "Withheld")?.args.amount ?? 0n;
  const data = {
    ...{ currency: symbolOf(books, currency), amount: show(books, currency, amount) },
    ...(withheld > 0n && { withheld: show(books, currency, withheld) }),
  };
  const subject = `Paid ${data.amount} ${data.currency}`;
  return [
    { kind: "payout", type: "payout.made", party: partyAt(books, time, party), subject, data },
  ];
}

/** One notice for each party, with all its lines. */
function ofEntries(books: Books, entries: readonly Entry[], { event, time }: TimedEvent): Told[] {
  const byParty = Map.groupBy(entries, ({ party }) => party);
  return [...byParty].flatMap(([party, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const [kind, type, words] = OF_ENTRIES[first.what];
    const amount = own.reduce((sum, one) => sum + one.amount, 0n);
    const frozen = own.reduce((sum, one) => sum + one.frozen, 0n);
    const currency = symbolOf(books, first.currency);
    const data = {
      ...saleData(books, own),
      ...{ currency, amount: show(books, first.currency, amount) },
      ...(frozen !== 0n && { frozen: show(books, first.currency, frozen) }),
      ...reasonOf(event),
    };
    const sale = first.line === undefined ? "" : `, sale ${nameOfId(first.line.saleId)}`;
    const moved = amount === 0n && frozen !== 0n ? frozen : amount;
    const subject = `${words}: ${show(books, first.currency, moved)} ${currency}${sale}`;
    return [{ kind, type, party: partyAt(books, time, party), subject, data }];
  });
}

function saleData(books: Books, entries: readonly Entry[]) {
  const line = entries[0]?.line;
  if (line === undefined) return {};
  const { saleId, kind, saleAmount, soldAt } = line;
  const currency = entries[0]?.currency ?? "0x";
  const terms = termsAt(books, soldAt);
  const locksAt = finalFrom(terms, soldAt);
  return {
    ...{ sale: nameOfId(saleId), kind: terms.kinds[kind] ?? `${kind}` },
    ...{ saleAmount: show(books, currency, saleAmount), locks: formatIsoTime(locksAt) },
    lines: entries.map((one) => ({
      role: terms.roles[one.line?.role ?? -1]?.name ?? "",
      rate: formatRate(one.line?.rate ?? 0),
      amount: show(books, currency, one.amount),
    })),
  };
}

function reasonOf({ args }: TimedEvent["event"]): { reason?: string } {
  return "reason" in args && args.reason !== "" ? { reason: args.reason } : {};
}

function symbolOf(books: Books, currency: Address): string {
  return currencyBook(books, currency).currency.symbol;
}

function show(books: Books, currency: Address, amount: bigint): string {
  return formatUnits(amount, currencyBook(books, currency).currency.decimals);
}
