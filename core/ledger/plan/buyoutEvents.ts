import { bookOf } from "../../equity/bookOf.ts";
import { acceptOffer, offerFor } from "../../equity/buyOut.ts";
import { callPrice, callUnits, finishCall } from "../../equity/callUnits.ts";
import { levelIn } from "../../equity/levelIn.ts";
import { BrokenHistoryError } from "../BrokenHistoryError.ts";
import { checkFreed } from "./checkFreed.ts";
import { levelSince } from "./levelSince.ts";
import type { PlanHandlers } from "./PlanHandlers.ts";
import { disagree, grantOf, moneyAt, placeOfCurrency } from "./PlanLedger.ts";

type Names =
  | ("Offered" | "OfferWithdrawn" | "BoughtOut" | "PriceShort")
  | ("UnitsCalled" | "CallPaid" | "CallFinished" | "DifferenceOwed");

/** Offers, and calls. */
export const buyoutEvents: PlanHandlers<Names> = {
  Offered({ ledger }, { id, currency: address, price, from }) {
    const currency = placeOfCurrency(ledger, address);
    const entry = grantOf(ledger, id);
    offerFor(entry.grant, currency, price);
    entry.offeredFrom = from;
    const money = moneyAt(ledger, currency);
    money.counted += price;
    money.offered += price;
  },
  OfferWithdrawn({ ledger }, { id, currency: address, price }) {
    const currency = placeOfCurrency(ledger, address);
    const { grant } = grantOf(ledger, id);
    const what = `offer for grant ${id} that was taken back`;
    disagree(ledger, what, { currency, expected: grant.offer?.price ?? 0n, found: price });
    grant.offer = undefined;
    moneyAt(ledger, currency).offered -= price;
    levelIn(ledger.books, currency).treasury += price;
  },
  BoughtOut({ ledger, time }, { id, currency: address, price, units }) {
    const currency = placeOfCurrency(ledger, address);
    const { grant } = grantOf(ledger, id);
    if (grant.offer === undefined)
      throw new BrokenHistoryError(`grant ${id} was sold, and no offer waited`);
    const { contingent } = grant;
    const before = grant.units;
    const expected = acceptOffer(ledger.books, grant, time);
    disagree(ledger, `price of grant ${id}`, { currency, expected, found: price });
    if (contingent === 0n)
      disagree(ledger, `units of grant ${id} that were sold`, { expected: before, found: units });
    const money = moneyAt(ledger, currency);
    money.offered -= price;
    money.counted -= price;
    checkFreed(ledger);
  },
  PriceShort({ ledger }, { id, currency: address, amount }) {
    const currency = placeOfCurrency(ledger, address);
    bookOf(grantOf(ledger, id).grant, currency).owed += amount;
    moneyAt(ledger, currency).counted += amount;
  },
  CallPaid({ ledger, time }, { id, currency: address, price }) {
    const currency = placeOfCurrency(ledger, address);
    const { grant, entries } = grantOf(ledger, id);
    const expected = callPrice(ledger.books, grant, currency, {
      before: levelSince(ledger, currency, time),
      entry: entries[currency] ?? 0n,
      multiple: ledger.settings.multiple,
    });
    disagree(ledger, `price of grant ${id}'s call`, { currency, expected, found: price });
    ledger.told[currency] = price;
    moneyAt(ledger, currency).counted += price;
  },
  UnitsCalled({ ledger }, { id, units, until }) {
    const entry = grantOf(ledger, id);
    const expected = entry.grant.units;
    disagree(ledger, `units of grant ${id} that were called`, { expected, found: units });
    callUnits(ledger.books, entry.grant, takeTold(ledger.told));
    entry.calledUntil = until;
  },
  DifferenceOwed({ ledger }, { currency, amount }) {
    ledger.told[placeOfCurrency(ledger, currency)] = amount;
  },
  CallFinished({ ledger }, { id, units }) {
    const { grant, calledUntil } = grantOf(ledger, id);
    const { exit } = ledger.books;
    disagree(ledger, `units of grant ${id} that went back`, {
      ...{ expected: grant.units, found: units },
    });
    const isInTime = exit !== undefined && exit <= calledUntil;
    const told = takeTold(ledger.told);
    for (const [currency, more] of finishCall(ledger.books, grant, isInTime).entries()) {
      const what = `what grant ${id} was owed beyond its price`;
      disagree(ledger, what, { currency, expected: more, found: told[currency] ?? 0n });
    }
    checkFreed(ledger);
  },
};

/** What the events before told, by currency; it is told anew next time. */
function takeTold(told: bigint[]): bigint[] {
  const taken = [...told];
  told.fill(0n);
  return taken;
}
