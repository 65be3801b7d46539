import { isConditional } from "../deal/isConditional.ts";
import { periodAt } from "../deal/periods.ts";
import { type Books, type CurrencyBook, currencyBook, type Entry } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import type { Handlers } from "./Handlers.ts";
import { BY_HOLDER, BY_OPERATOR, changesOf, type LineChanges } from "./LineChanges.ts";
import { addEarned } from "./SettlementBook.ts";
import { settle } from "./settle.ts";
import { changeReserve, settlementOf } from "./settlement.ts";

/** What a reserve backs that is for milestones, and not for a line. */
export const FOR_MILESTONES = 0xffffn;

/** What the arbiter can announce. */
const SUSPEND = 1;
const END = 2;

/** Standing lines and the residual: settled, guaranteed, sold, suspended and ended. */
export const lineEvents: Handlers<
  | "LineSettled"
  | "ResidualSettled"
  | "GuaranteesPaid"
  | "ArrearsGrown"
  | "ArrearsPaid"
  | "ReserveAdded"
  | "ReserveWithdrawn"
  | "WithdrawalAnnounced"
  | "ExitAgreed"
  | "BuyoutOffered"
  | "BuyoutWithdrawn"
  | "BuyoutAccepted"
  | "NoticeGiven"
  | "NoticeWithdrawn"
  | "LineEnded"
  | "LineSuspended"
  | "LineResumed"
> = {
  LineSettled(entry, { line, holder, currency, amount }) {
    const book = currencyBook(entry.books, currency);
    const index = Number(line);
    book.lineSettled.set(index, (book.lineSettled.get(index) ?? 0n) + amount);
    settle(book, holder, { source: `line:${index}`, amount, time: entry.time });
    const terms = entry.terms.standing[index];
    if (terms === undefined) throw new BrokenHistoryError(`line ${index} is not in the terms`);
    if (!isConditional(terms)) return;
    const { lines } = settlementOf(entry, book);
    lines.set(index, (lines.get(index) ?? 0n) + amount);
  },

  ResidualSettled(entry, { currency, amount }) {
    const book = currencyBook(entry.books, currency);
    book.residualSettled += amount;
    settle(book, entry.terms.treasury, { source: "residual", amount, time: entry.time });
    if (entry.terms.standing.some(isConditional)) settlementOf(entry, book).residual += amount;
  },

  GuaranteesPaid(entry, { currency, fromResidual, fromReserve }) {
    const settlement = settlementOf(entry, currencyBook(entry.books, currency));
    settlement.fromResidual += fromResidual;
    settlement.fromReserve += fromReserve;
  },

  ArrearsGrown(entry, { currency, amount }) {
    settlementOf(entry, currencyBook(entry.books, currency)).unfunded += amount;
  },

  ArrearsPaid(entry, { line, holder, currency, amount }) {
    const { books, terms, time } = entry;
    const book = currencyBook(books, currency);
    const index = Number(line);
    changeReserve(book, index, -amount);
    payArrears(book, index, amount);
    addEarned(book.settlement, periodAt(terms, time), index, amount);
    book.lineSettled.set(index, (book.lineSettled.get(index) ?? 0n) + amount);
    settle(book, holder, { source: `line:${index}`, amount, time });
  },

  ReserveAdded(entry, { backs, currency, amount }) {
    const book = currencyBook(entry.books, currency);
    book.received += amount;
    if (backs === FOR_MILESTONES) book.milestones.funded += amount;
    else changeReserve(book, Number(backs), amount);
  },

  ReserveWithdrawn(entry, { backs, currency, amount }) {
    const book = currencyBook(entry.books, currency);
    if (backs === FOR_MILESTONES) book.milestones.funded -= amount;
    else changeReserve(book, Number(backs), -amount);
    settle(book, entry.terms.treasury, { source: "funds", amount, time: entry.time });
  },

  // What the operator announces moves nothing.
  WithdrawalAnnounced() {},

  ExitAgreed({ books }, { line, sides: own, agreed }) {
    const changes = changesOf(books.lines, Number(line));
    changes.agreed = agreed ? changes.agreed | own : changes.agreed & ~own;
  },

  BuyoutOffered({ books }, { line, currency, price, from }) {
    const changes = changesOf(books.lines, Number(line));
    if (changes.offer !== undefined)
      throw new BrokenHistoryError(`an offer for line ${line} waits already`);
    const book = currencyBook(books, currency);
    book.funds -= price;
    book.offered += price;
    changes.offer = { currency, price, from };
  },

  BuyoutWithdrawn({ books }, { line, currency, price }) {
    takeOffer(books, Number(line), { currency, price }).funds += price;
  },

  BuyoutAccepted({ books, time, transaction }, { line, holder, currency, price }) {
    const index = Number(line);
    const { offer } = changesOf(books.lines, index);
    if (offer !== undefined && time < offer.from)
      throw new BrokenHistoryError(
        `the offer for line ${index} is accepted before its days are over`,
      );
    const book = takeOffer(books, index, { currency, price });
    settle(book, holder, { source: `buyout:${index}`, amount: price, time });
    changesOf(books.lines, index).soldIn = transaction;
  },

  NoticeGiven({ books }, { line, remedy, until }) {
    changesOf(books.lines, Number(line)).notice = { remedy, until };
  },

  NoticeWithdrawn({ books }, { line }) {
    const changes = changesOf(books.lines, Number(line));
    if (changes.notice === undefined)
      throw new BrokenHistoryError(`no notice for line ${line} waits`);
    changes.notice = undefined;
  },

  LineEnded(entry, { line, from }) {
    const changes = changesOf(entry.books.lines, Number(line));
    if (!mayEnd(entry, changes))
      throw new BrokenHistoryError(
        `line ${line} ends, but was not sold, not both agreed and no notice is over`,
      );
    changes.ends = from;
    changes.agreed = 0;
    changes.notice = undefined;
  },

  LineSuspended({ books, time }, { line, from }) {
    const changes = changesOf(books.lines, Number(line));
    if (!isOver(changes, SUSPEND, time))
      throw new BrokenHistoryError(`line ${line} is suspended, but no notice of it is over`);
    changes.turns.push(from);
    changes.notice = undefined;
  },

  LineResumed({ books }, { line, from }) {
    const { turns } = changesOf(books.lines, Number(line));
    if (turns.length % 2 === 0)
      throw new BrokenHistoryError(`line ${line} is resumed, but was not suspended`);
    turns.push(from);
  },
};

function payArrears({ settlement }: CurrencyBook, line: number, amount: bigint): void {
  const clauses = settlement.state.clauses.get(line);
  if (clauses === undefined || clauses.arrears < amount)
    throw new BrokenHistoryError(`line ${line} is paid arrears that it does not have`);
  const paid = { ...clauses, arrears: clauses.arrears - amount };
  settlement.state = {
    ...settlement.state,
    clauses: new Map(settlement.state.clauses).set(line, paid),
  };
}

/** A line ends where it is sold, where operator and holder have agreed, or where a notice of that is over. */
function mayEnd({ time, transaction }: Entry, changes: LineChanges): boolean {
  const { agreed, soldIn } = changes;
  const both = BY_OPERATOR | BY_HOLDER;
  return soldIn === transaction || agreed === both || isOver(changes, END, time);
}

function isOver({ notice }: LineChanges, remedy: number, time: number): boolean {
  return notice?.remedy === remedy && notice.until <= time;
}

/** Takes a line's offer away. Returns the books of its currency, where the price is now nobody's. */
function takeOffer(
  books: Books,
  index: number,
  { currency, price }: Omit<NonNullable<LineChanges["offer"]>, "from">,
): CurrencyBook {
  const changes = changesOf(books.lines, index);
  const { offer } = changes;
  if (offer?.currency !== currency || offer.price !== price)
    throw new BrokenHistoryError(`no such offer for line ${index} waits`);
  changes.offer = undefined;
  const book = currencyBook(books, currency);
  book.offered -= price;
  return book;
}
