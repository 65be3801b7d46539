import { zeroAddress } from "viem";
import type { Time } from "../../../core/deal/Terms.ts";
import { earningsOf } from "../../../core/equity/earningsOf.ts";
import { LEAVES } from "../../../core/equity/LEAVES.ts";
import { isExitSoon, vestedUnits } from "../../../core/equity/vestedUnits.ts";
import type { LedgerGrant, PlanLedger } from "../../../core/ledger/plan/PlanLedger.ts";
import type { PlanComparison } from "./PlanComparison.ts";

/** Compares each grant: its terms, clock, leave and money, and what waits for it. */
export function compareGrants(comparison: PlanComparison, ledger: PlanLedger, now: Time): void {
  for (const entry of ledger.grants) {
    compareState(comparison, ledger, entry);
    compareEarnings(comparison, ledger, entry, now);
    compareWaiting(comparison, ledger, entry, now);
  }
}

function compareState(comparison: PlanComparison, ledger: PlanLedger, entry: LedgerGrant): void {
  const { id, grant, holder, calledUntil } = entry;
  const { terms, leaving, left } = grant;
  comparison.ask("grantAt", [id], (found) => {
    const equal = <Value extends string | number | bigint>(what: string, one: Value, two: Value) =>
      comparison.equal(`${what} of grant ${id}`, one, two);
    equal("holder", holder, found.holder);
    equal("units", grant.units, found.units);
    equal("class", terms.class, found.class);
    equal("start", terms.starts, found.start);
    equal("cliff", terms.cliff, found.cliff);
    equal("length", terms.length, found.length);
    equal("step", terms.step, found.step);
    equal("single trigger", terms.single, found.single);
    equal("double trigger", terms.double, found.double);
    equal("withholding", terms.withholding, found.withholding);
    equal("seconds paused", grant.shift, found.shift);
    equal("start of the pause", grant.stopped ?? 0, found.stopped);
    equal("triggers", String(grant.hasTriggers), String(found.hasTriggers));
    equal("kind of leave", LEAVES.indexOf(leaving?.kind), found.leaving);
    equal("date of the leave", leaving?.at ?? 0, found.leaveAt);
    equal("booked leave", String(left !== undefined), String(found.left));
    equal("end of the call", calledUntil, found.calledUntil);
    // Where an exit came in time nobody tells when they count as the others.
    if (!isExitSoon(grant, ledger.books.exit, ledger.settings.window))
      equal("units that wait", grant.contingent, found.contingent);
  });
}

function compareEarnings(
  comparison: PlanComparison,
  { books, money }: PlanLedger,
  { id, grant }: LedgerGrant,
  now: Time,
): void {
  comparison.ask("vestedOf", [id, BigInt(now)], (found) => {
    comparison.equal(`vested units of grant ${id}`, vestedUnits(books, grant, now), found);
  });
  for (const [index, { currency }] of money.entries()) {
    const expected = earningsOf(books, grant, index, now);
    comparison.ask("earningsOf", [id, currency.address], (found) => {
      const amount = (what: string, one: bigint, two: bigint) =>
        comparison.amount(`${what} of grant ${id}`, currency, one, two);
      amount("held", expected.held, found.held);
      amount("payable", expected.payable, found.payable_);
      amount("owed", expected.owed, found.owed);
      amount("paid", expected.paid, found.paid);
    });
  }
}

function compareWaiting(
  comparison: PlanComparison,
  { money }: PlanLedger,
  { id, grant, move, offeredFrom }: LedgerGrant,
  now: Time,
): void {
  const { offer } = grant;
  // One that lapsed is not told.
  const waiting = move !== undefined && now < move.until ? move : undefined;
  comparison.ask("waitingFor", [id], ([foundMove, foundOffer]) => {
    comparison.equal(`move of grant ${id}`, waiting?.to ?? zeroAddress, foundMove.to);
    comparison.equal(`start of the move of grant ${id}`, waiting?.from ?? 0, foundMove.from);
    comparison.equal(`end of the move of grant ${id}`, waiting?.until ?? 0, foundMove.until);
    comparison.equal(`offer for grant ${id}`, offer?.price ?? 0n, foundOffer.price);
    if (offer === undefined) return;
    const { address = zeroAddress } = money[offer.currency]?.currency ?? {};
    comparison.equal(`currency of the offer for grant ${id}`, address, foundOffer.currency);
    comparison.equal(`start of the offer for grant ${id}`, offeredFrom, foundOffer.from);
  });
}
