import { leftOf } from "../deal/leftOf.ts";
import { periodAt } from "../deal/periods.ts";
import { nameOfId } from "../ids/nameOfId.ts";
import type { EventNamed } from "../logs/decodeEvents.ts";
import { sum } from "../money/sum.ts";
import { reverseLines } from "./applyRefunded.ts";
import { type Books, currencyBook, type Entry, partyOf } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import { countLate, countSale, uncountSale } from "./countSale.ts";
import { addCredit } from "./credits.ts";
import { giveBack, payBack } from "./giveBack.ts";
import type { Handlers } from "./Handlers.ts";
import { disputesKey, leaveDisputes } from "./leaveDisputes.ts";
import { keyOfHead } from "./placeOfHead.ts";
import { type DisputeBook, OPEN, type SaleBook, VOID } from "./SaleBook.ts";
import { saleAt } from "./saleAt.ts";
import { linesIn } from "./saleOf.ts";
import { settle } from "./settle.ts";

/** Sales in dispute: their lines are in nobody's books until it ends. */
export const disputeEvents: Handlers<
  "SaleDisputed" | "DisputeJoined" | "SaleReattributed" | "SaleDuplicated" | "DisputeSettled"
> = {
  SaleDisputed(entry, { saleId, partner, deadline, frozen, sale: shown }) {
    const { books, terms, time } = entry;
    const sale = saleAt(books, keyOfHead(saleId, shown.head));
    const book = currencyBook(books, sale.currency);
    for (const [index, line] of sale.lines.entries()) {
      const part = frozen[index] ?? 0n;
      addCredit(book, line.partner, sale.period, { earned: -part, frozen: part });
      partyOf(book, line.partner).movements.push({ time, kind: "reversed", amount: part });
    }
    uncountSale(books, sale);
    const period = periodAt(terms, time);
    const partners = disputed(entry, sale, Number(partner));
    sale.dispute = { state: OPEN, partners, period, deadline, frozen };
  },

  DisputeJoined(entry, args) {
    const sale = saleAt(entry.books, args);
    const dispute = openDispute(sale);
    const partners = disputed(entry, sale, Number(args.partner));
    sale.dispute = { ...dispute, partners, deadline: args.deadline };
  },

  /** Its lines stay those that are frozen until the dispute ends, which follows. */
  SaleReattributed({ books }, { saleId, head, words }) {
    const sale = saleAt(books, keyOfHead(saleId, head));
    const lines = linesIn(books, { id: saleId, head, words });
    sale.dispute = { ...openDispute(sale), next: { head, words, lines } };
  },

  /** What follows says what becomes of it: it is void, or in dispute. */
  SaleDuplicated({ books }, { saleId, standing, duplicate }) {
    for (const place of [standing, duplicate])
      saleAt(books, { saleId, batch: place >> 16n, place: place & 0xffffn });
  },

  DisputeSettled(entry, args) {
    const { books, time } = entry;
    const { state, amounts, isFinal, returned, setAside } = args;
    const sale = saleAt(books, args);
    const book = currencyBook(books, sale.currency);
    if (state !== VOID) {
      const { next } = thaw(books, sale, state);
      Object.assign(sale, next);
      stand(entry, sale, amounts, isFinal);
      return;
    }
    leaveDisputes(entry, sale);
    const credited = sum(
      sale.dispute?.state === OPEN ? voidFrozen(books, sale) : takeBack(entry, sale),
    );
    if (isFinal) payBack(book, sale, returned, time);
    else
      giveBack(entry, book, sale, {
        amount: sale.amount - sale.refunded,
        returned,
        setAside,
        credited,
      });
  },
};

/** Notes that a partner disputes a sale, which counts among its disputes of the period. Returns all who did. */
function disputed({ books, terms, time }: Entry, { dispute }: SaleBook, partner: number): number[] {
  const before = dispute?.partners ?? [];
  if (partner === 0) return [...before];
  const key = disputesKey(partner, periodAt(terms, time));
  books.disputes.set(key, (books.disputes.get(key) ?? 0) + 1);
  return [...before, partner];
}

/** Of a sale that was never disputed. */
const NEVER = { partners: [], deadline: 0, period: undefined };

function openDispute({ id, dispute }: SaleBook): DisputeBook {
  if (dispute?.state === OPEN) return dispute;
  throw new BrokenHistoryError(`a dispute of the sale ${nameOfId(id)} ends, but none is open`);
}

/** Ends a dispute. Returns it as it was. */
function thaw(books: Books, sale: SaleBook, state: number): DisputeBook {
  const dispute = openDispute(sale);
  const book = currencyBook(books, sale.currency);
  for (const [index, { partner }] of sale.lines.entries()) {
    const frozen = -(dispute.frozen[index] ?? 0n);
    addCredit(book, partner, sale.period, { frozen });
  }
  const { partners, period, deadline } = dispute;
  sale.dispute = { state, partners, period, deadline, frozen: [] };
  return dispute;
}

function voidFrozen(books: Books, sale: SaleBook): readonly bigint[] {
  return thaw(books, sale, VOID).frozen;
}

/** A duplicate that is not in dispute is void at once: what is left of its lines is taken out of the books. Returns that. */
function takeBack({ books, terms, time }: Entry, sale: SaleBook): readonly bigint[] {
  const left = leftOf(sale);
  reverseLines(currencyBook(books, sale.currency), sale, left, time);
  uncountSale(books, sale);
  const { partners, deadline, period } = sale.dispute ?? NEVER;
  sale.dispute = {
    state: VOID,
    partners,
    deadline,
    period: period ?? periodAt(terms, time),
    frozen: [],
  };
  return left;
}

/** Gives each line's amount to its partner: held again, or owed at once. */
function stand(
  { books, time }: Entry,
  sale: SaleBook,
  amounts: EventNamed<"DisputeSettled">["args"]["amounts"],
  isFinal: boolean,
): void {
  const book = currencyBook(books, sale.currency);
  for (const [index, { partner }] of sale.lines.entries()) {
    const amount = amounts[index] ?? 0n;
    if (isFinal) settle(book, partner, { source: "dispute", amount, time });
    else {
      addCredit(book, partner, sale.period, { earned: amount });
      partyOf(book, partner).movements.push({ time, kind: "reversed", amount: -amount });
    }
  }
  if (sale.refunded === sale.amount) return;
  if (isFinal) countLate(books, sale, amounts);
  else countSale(books, sale);
}
