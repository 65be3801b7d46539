import type { Time } from "../deal/Terms.ts";
import { advanceInFlow } from "./advanceGrant.ts";
import { EquityError } from "./EquityError.ts";
import { closeContingent } from "./lapseContingent.ts";
import { loseUnits } from "./loseUnits.ts";
import type { Grant, PlanBooks } from "./PlanBooks.ts";
import { shareWaiting } from "./shareMoney.ts";
import { vestedUnits } from "./vestedUnits.ts";

/** Offers a price for all units of a grant; it takes the place of an offer before. */
export function offerFor(grant: Grant, currency: number, price: bigint): void {
  if (grant.units === 0n) throw new EquityError("nothingLeft", "0 units", "a grant with units");
  grant.offer = { currency, price };
}

/** The holder takes the offer: what is vested is owed, all units go back to the plan. Returns the price, which is paid at once. */
export function acceptOffer(books: PlanBooks, grant: Grant, time: Time): bigint {
  const { offer } = grant;
  if (offer === undefined) throw new EquityError("noOffer", "none", "an offer that waits");
  if (grant.units === 0n) throw new EquityError("nothingLeft", "0 units", "a grant with units");
  shareWaiting(books);
  advanceInFlow(books, grant, time);
  closeContingent(books, grant);
  const vested = vestedUnits(books, grant, time);
  grant.offer = undefined;
  loseUnits(books, grant, { vested, contingent: 0n, lost: grant.units });
  return offer.price;
}
