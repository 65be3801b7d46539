import type { Address, Hash, Hex } from "viem";
import { leftOf } from "../../../core/deal/leftOf.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import type { TimedEvent } from "../../../core/ledger/History.ts";
import { placeOfHead } from "../../../core/ledger/placeOfHead.ts";
import { OPEN, type SaleBook, type SalePlace, VOID } from "../../../core/ledger/SaleBook.ts";
import { saleOf } from "../../../core/ledger/saleOf.ts";
import { salePlace } from "../../../core/ledger/salePlace.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { EventNamed } from "../../../core/logs/decodeEvents.ts";

/** What an event did to one party in one currency. */
export interface Entry {
  readonly what: "sale" | "refund" | "dispute" | "settled" | "milestone";
  readonly party: Address;
  readonly currency: Address;
  /** What its balance grew by; below 0 what it shrank by. */
  readonly amount: bigint;
  /** What was frozen of it by a dispute; below 0 what was so no longer. */
  readonly frozen: bigint;
  /** Only of a sale's line. */
  readonly line?: EntryLine;
  readonly time: number;
  readonly block: bigint;
  readonly transaction: Hash;
}

interface EntryLine {
  readonly saleId: Hex;
  readonly at: SalePlace;
  readonly kind: number;
  readonly saleAmount: bigint;
  /** In which the sale was posted. */
  readonly soldAt: number;
  readonly role: number;
  readonly rate: number;
}

type Moved = Omit<Entry, "time" | "block" | "transaction">;

/**
 * What an event does to partners' and pools' balances, claims aside: each amount as the event tells it.
 *
 * @param books As they are before the event.
 */
export function entriesIn(books: Books, { event, time }: TimedEvent): Entry[] {
  const { blockNumber: block, transactionHash: transaction } = event;
  return movedBy(books, event, time).map((moved) => ({ ...moved, time, block, transaction }));
}

function movedBy(books: Books, event: TimedEvent["event"], time: number): Moved[] {
  switch (event.eventName) {
    case "SalePosted":
      return posted(books, event.args, time);
    case "SaleRefunded":
      return refunded(books, event.args);
    case "SaleDisputed":
      return disputed(books, event.args);
    case "DisputeSettled":
      return settled(books, event.args);
    case "MilestoneReached":
      return reached(books, event.args);
    default:
      return [];
  }
}

function posted(books: Books, args: EventNamed<"SalePosted">["args"], time: number): Moved[] {
  const { saleId: id, head, words } = args;
  const sale = saleOf(books, termsAt(books, time), { id, head, words }, time);
  return linesOf(sale).map((moved, index) => ({
    ...{ ...moved, what: "sale" as const },
    amount: sale.lines[index]?.amount ?? 0n,
  }));
}

/** Of a sale in dispute less is frozen; nobody's balance has it. */
function refunded({ sales }: Books, args: EventNamed<"SaleRefunded">["args"]): Moved[] {
  const sale = sales.get(salePlace(args.batch, args.place));
  const isFrozen = sale?.dispute?.state === OPEN;
  return linesOf(sale).map((moved, index) => {
    const part = args.reversed[index] ?? 0n;
    const changes = isFrozen ? { amount: 0n, frozen: -part } : { amount: -part, frozen: 0n };
    return { ...moved, what: "refund", ...changes };
  });
}

function disputed({ sales }: Books, args: EventNamed<"SaleDisputed">["args"]): Moved[] {
  return linesOf(sales.get(placeOfHead(args.sale.head))).map((moved, index) => {
    const part = args.frozen[index] ?? 0n;
    return { ...moved, what: "dispute", amount: -part, frozen: part };
  });
}

/** What was frozen is nobody's any more; each line's amount is its partner's, who may be another than before. */
function settled({ sales }: Books, args: EventNamed<"DisputeSettled">["args"]): Moved[] {
  const sale = sales.get(salePlace(args.batch, args.place));
  if (sale?.dispute?.state !== OPEN) return takenBack(sale);
  const { frozen: parts } = sale.dispute;
  return linesOf(sale).flatMap((moved, index) => {
    const before: Moved = { ...moved, what: "settled", amount: 0n, frozen: -(parts[index] ?? 0n) };
    if (args.state === VOID) return [before];
    const party = args.parties[index] ?? moved.party;
    const amount = args.amounts[index] ?? 0n;
    if (party === moved.party) return [{ ...before, amount }];
    return [before, { ...before, party, amount, frozen: 0n }];
  });
}

/** A duplicate that is not in dispute is void at once: what is left of its lines goes back. */
function takenBack(sale: SaleBook | undefined): Moved[] {
  const left = sale === undefined ? [] : leftOf(sale);
  return linesOf(sale).map((moved, index) => ({
    ...{ ...moved, what: "refund" as const },
    amount: -(left[index] ?? 0n),
  }));
}

function linesOf(sale: SaleBook | undefined): Omit<Moved, "what">[] {
  if (sale === undefined) return [];
  const { id: saleId, at, kind, currency, amount: saleAmount, time: soldAt, lines } = sale;
  return lines.map(({ partner, role, rate }) => ({
    ...{ party: partner, currency, amount: 0n, frozen: 0n },
    line: { saleId, at, kind, saleAmount, soldAt, role, rate },
  }));
}

function reached({ partners }: Books, args: EventNamed<"MilestoneReached">["args"]): Moved[] {
  const partner = partners.get(Number(args.number));
  if (partner === undefined) return [];
  const { currency, amount } = args;
  return [{ what: "milestone", party: partner.wallet, currency, amount, frozen: 0n }];
}
