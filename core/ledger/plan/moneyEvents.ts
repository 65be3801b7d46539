import { advanceGrant } from "../../equity/advanceGrant.ts";
import { bookOf } from "../../equity/bookOf.ts";
import { claimGrant } from "../../equity/claimGrant.ts";
import { earningsOf } from "../../equity/earningsOf.ts";
import { levelIn } from "../../equity/levelIn.ts";
import { shareMoney } from "../../equity/shareMoney.ts";
import { lesser } from "../../money/lesser.ts";
import { BrokenHistoryError } from "../BrokenHistoryError.ts";
import { checkFreed } from "./checkFreed.ts";
import type { PlanHandlers } from "./PlanHandlers.ts";
import { disagree, grantOf, moneyAt, placeOfCurrency } from "./PlanLedger.ts";

type Names =
  | ("Shared" | "Freed" | "Advanced" | "Claimed" | "ClaimFailed" | "Withheld" | "ClaimShort")
  | ("TreasuryPaid" | "TaxPaid");

/** Money that comes in, is shared and paid. */
export const moneyEvents: PlanHandlers<Names> = {
  Shared({ ledger }, { currency: address, amount, level }) {
    const currency = placeOfCurrency(ledger, address);
    shareMoney(ledger.books, currency, amount);
    moneyAt(ledger, currency).counted += amount;
    const expected = levelIn(ledger.books, currency).level;
    disagree(ledger, "level of the plan", { expected, found: level });
  },
  Freed({ ledger }, { currency: address, amount, level }) {
    ledger.early.push({ currency: placeOfCurrency(ledger, address), amount, level });
    checkFreed(ledger);
  },
  Advanced({ ledger, time }, { id, currency: address, amount, treasury }) {
    const currency = placeOfCurrency(ledger, address);
    const { grant } = grantOf(ledger, id);
    const book = bookOf(grant, currency);
    const level = levelIn(ledger.books, currency);
    const before = { owed: book.owed, treasury: level.treasury };
    advanceGrant(ledger.books, grant, currency, time);
    const owed = { currency, expected: book.owed - before.owed, found: amount };
    disagree(ledger, `what grant ${id} was owed as it was advanced`, owed);
    const rest = { currency, expected: level.treasury - before.treasury, found: treasury };
    disagree(ledger, `what the treasury had as grant ${id} was advanced`, rest);
  },
  Claimed({ ledger, time }, { id, holder, currency: address, amount }) {
    const currency = placeOfCurrency(ledger, address);
    const entry = grantOf(ledger, id);
    const { grant } = entry;
    if (holder !== entry.holder)
      throw new BrokenHistoryError(`a payment of grant ${id} to ${holder}, whose it is not`);
    const { payable: earned } = earningsOf(ledger.books, grant, currency, time);
    const before = bookOf(grant, currency).withheld;
    const expected = claimGrant(ledger.books, grant, currency, time);
    const withheld = bookOf(grant, currency).withheld - before;
    disagree(ledger, `payment of grant ${id}`, { currency, expected, found: amount });
    const money = moneyAt(ledger, currency);
    money.counted -= expected - withheld;
    money.tax += withheld;
    ledger.last = { grant: entry, currency, earned, untold: withheld };
  },
  ClaimFailed({ ledger, time }, { id, currency: address, amount }) {
    const currency = placeOfCurrency(ledger, address);
    const { grant } = grantOf(ledger, id);
    const { payable, owed } = earningsOf(ledger.books, grant, currency, time);
    const what = `payment of grant ${id} that failed`;
    disagree(ledger, what, { currency, expected: payable + owed, found: amount });
  },
  Withheld({ ledger }, { id, currency: address, amount }) {
    const currency = placeOfCurrency(ledger, address);
    const expected = ledger.last?.untold ?? 0n;
    disagree(ledger, `what was withheld of grant ${id}`, { currency, expected, found: amount });
    if (ledger.last !== undefined) ledger.last.untold = 0n;
  },
  ClaimShort({ ledger }, { id, amount: missing }) {
    const { last } = ledger;
    if (last === undefined || last.grant.id !== id)
      throw new BrokenHistoryError(`a part of a payment of grant ${id} that there was not`);
    const book = bookOf(last.grant.grant, last.currency);
    const earned = lesser(missing, last.earned);
    book.taken -= earned;
    book.owed += missing - earned;
    book.paid -= missing;
    moneyAt(ledger, last.currency).counted += missing;
  },
  TreasuryPaid({ ledger }, { currency: address, amount }) {
    const currency = placeOfCurrency(ledger, address);
    levelIn(ledger.books, currency).treasury -= amount;
    moneyAt(ledger, currency).counted -= amount;
  },
  TaxPaid({ ledger }, { currency: address, amount }) {
    const money = moneyAt(ledger, placeOfCurrency(ledger, address));
    money.tax -= amount;
    money.counted -= amount;
  },
};
