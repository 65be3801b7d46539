import { currencyBook } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import type { Entry, Handlers } from "./Entry.ts";
import { isWalked } from "./isWalked.ts";
import { BY_HOLDER, BY_OPERATOR, changesOf, type LineChanges } from "./LineChanges.ts";
import { periodAt } from "./schedule.ts";
import { settle } from "./settle.ts";
import { changeReserve, settlementOf } from "./settlement.ts";
import { addEarned } from "./Walk.ts";

/** Standing lines and the residual: settled, guaranteed, sold, suspended and ended. */
export const lineEvents: Handlers<
  | "LineSettled"
  | "ResidualSettled"
  | "GuaranteesPaid"
  | "ArrearsGrown"
  | "ArrearsPaid"
  | "ReserveAdded"
  | "ReserveWithdrawn"
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
    if (!isWalked(terms)) return;
    const { lines } = settlementOf(entry, book);
    lines.set(index, (lines.get(index) ?? 0n) + amount);
  },

  ResidualSettled(entry, { currency, amount }) {
    const book = currencyBook(entry.books, currency);
    book.residualSettled += amount;
    settle(book, entry.terms.treasury, { source: "residual", amount, time: entry.time });
    if (entry.terms.standing.some(isWalked)) settlementOf(entry, book).residual += amount;
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
    const clauses = book.walk.clauses.get(index);
    if (clauses === undefined || clauses.arrears < amount)
      throw new BrokenHistoryError(`line ${index} is paid arrears that it does not have`);
    changeReserve(book, -amount);
    clauses.arrears -= amount;
    addEarned(book.walk, periodAt(terms, time), index, amount);
    book.lineSettled.set(index, (book.lineSettled.get(index) ?? 0n) + amount);
    settle(book, holder, { source: `line:${index}`, amount, time });
  },

  ReserveAdded(entry, { currency, amount }) {
    const book = currencyBook(entry.books, currency);
    book.received += amount;
    changeReserve(book, amount);
  },

  ReserveWithdrawn(entry, { currency, amount }) {
    const book = currencyBook(entry.books, currency);
    book.paidOut += amount;
    changeReserve(book, -amount);
  },

  ExitAgreed({ books, terms }, { line, by, agreed }) {
    const changes = changesOf(books.lines, Number(line));
    const operator = books.operators.has(by) ? BY_OPERATOR : 0;
    const own = operator | (terms.standing[Number(line)]?.holder === by ? BY_HOLDER : 0);
    changes.agreed = agreed ? changes.agreed | own : changes.agreed & ~own;
  },

  BuyoutOffered(entry, { line, currency, price }) {
    const changes = changesOf(entry.books.lines, Number(line));
    takeOffer(entry, changes, "funds");
    const book = currencyBook(entry.books, currency);
    book.funds -= price;
    book.offered += price;
    changes.offer = { currency, price };
  },

  BuyoutWithdrawn(entry, { line }) {
    takeOffer(entry, changesOf(entry.books.lines, Number(line)), "funds");
  },

  BuyoutAccepted(entry, { line, holder, currency, price }) {
    const index = Number(line);
    takeOffer(entry, changesOf(entry.books.lines, index), "holder");
    settle(currencyBook(entry.books, currency), holder, {
      source: `buyout:${index}`,
      amount: price,
      time: entry.time,
    });
  },

  NoticeGiven({ books }, { line, remedy, until }) {
    changesOf(books.lines, Number(line)).notice = { remedy, until };
  },

  NoticeWithdrawn({ books }, { line }) {
    changesOf(books.lines, Number(line)).notice = undefined;
  },

  LineEnded({ books }, { line, from }) {
    const changes = changesOf(books.lines, Number(line));
    changes.ends = from;
    changes.agreed = 0;
    changes.notice = undefined;
  },

  LineSuspended({ books }, { line, from }) {
    const changes = changesOf(books.lines, Number(line));
    changes.turns.push(from);
    changes.notice = undefined;
  },

  LineResumed({ books }, { line, from }) {
    changesOf(books.lines, Number(line)).turns.push(from);
  },
};

/** Takes a line's offer away: the price goes back to the funds, or it is the holder's. */
function takeOffer({ books }: Entry, changes: LineChanges, to: "funds" | "holder"): void {
  const { offer } = changes;
  if (offer === undefined) return;
  changes.offer = undefined;
  const book = currencyBook(books, offer.currency);
  book.offered -= offer.price;
  if (to === "funds") book.funds += offer.price;
}
