import type { Time } from "../../deal/Terms.ts";
import { earningsOf } from "../../equity/earningsOf.ts";
import { leavePlan } from "../../equity/leavePlan.ts";
import type { Grant, Leave, PlanBooks } from "../../equity/PlanBooks.ts";
import { grantOf, type PlanLedger } from "./PlanLedger.ts";

/** What becomes of a grant whose holder leaves. */
export interface LeavePreview {
  readonly kept: bigint;
  /** Units that wait for an exit beside these. */
  readonly contingent: bigint;
  readonly lost: bigint;
  /** By currency, of all that came until now and was not paid. */
  readonly money: readonly { readonly kept: bigint; readonly lost: bigint }[];
}

/**
 * Works out what a holder who leaves on a date keeps and loses, with the money that is there; changes nothing. Undefined where there is
 * nothing to leave with, or it has left.
 */
export function previewLeave(
  ledger: PlanLedger,
  id: bigint,
  kind: Leave,
  date: Time,
): LeavePreview | undefined {
  const now = grantOf(ledger, id).grant;
  if (now.left !== undefined || now.units === 0n) return undefined;
  const books = structuredClone(ledger.books);
  const grant = books.grants[ledger.books.grants.indexOf(now)];
  if (grant === undefined) throw new RangeError(`grant ${id} is not among the plan's`);
  const { exit } = ledger;
  books.exit = exit !== undefined && exit.at <= date ? exit.at : undefined;
  const before = dueTo(books, grant, date);
  const { units } = grant;
  leavePlan(books, grant, kind, date);
  const after = dueTo(books, grant, date);
  return {
    kept: grant.units - grant.contingent,
    contingent: grant.contingent,
    lost: units - grant.units,
    money: after.map((kept, index) => ({ kept, lost: (before[index] ?? 0n) - kept })),
  };
}

/** By currency: all that a grant earned and was not paid. */
function dueTo(books: PlanBooks, grant: Grant, time: Time): bigint[] {
  return [...books.levels.keys()].map((currency) => {
    const { held, payable, owed } = earningsOf(books, grant, currency, time);
    return held + payable + owed;
  });
}
