import { lesser } from "../money/lesser.ts";
import { currencyBook, partyOf } from "./Books.ts";
import type { Handlers } from "./Handlers.ts";
import { settle } from "./settle.ts";

/** Money that goes out. */
export const payoutEvents: Handlers<"Claimed" | "ClaimShort" | "Withheld"> = {
  /** A payment pays first what was settled, which a claim always pays in whole, then credits. */
  Claimed({ books, time }, { party: address, currency, amount }) {
    const book = currencyBook(books, currency);
    const party = partyOf(book, address);
    book.paidOut += amount;
    party.lastPaid = amount;
    let left = amount;
    for (const [source, known] of party.settled) {
      const part = lesser(left, known.settled - known.paid);
      if (part === 0n) continue;
      const movements = [...known.movements, { time, kind: "claimed" as const, amount: part }];
      party.settled.set(source, { ...known, paid: known.paid + part, movements });
      left -= part;
    }
    party.creditsPaid += left;
    if (left > 0n) party.movements.push({ time, kind: "claimed", amount: left });
  },

  /** A token moved a little less than the payment before: what stayed is the party's again. */
  ClaimShort({ books, time }, { party, currency, amount }) {
    const book = currencyBook(books, currency);
    book.paidOut -= amount;
    settle(book, party, { source: "returned", amount, time });
  },

  /** A part of the payment before did not leave: it is the tax account's. */
  Withheld({ books, time }, { party, taxAccount, currency, amount }) {
    const book = currencyBook(books, currency);
    book.paidOut -= amount;
    partyOf(book, party).withheld.push({ time, amount });
    settle(book, taxAccount, { source: "withheld", amount, time });
  },
};
