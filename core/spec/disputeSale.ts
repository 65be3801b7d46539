import { periodAt } from "../deal/periods.ts";
import { NOT_PAID, type Terms, type Time } from "../deal/Terms.ts";
import { findSale } from "./findSale.ts";
import { checkLeft, deadlineOf, freezeSale } from "./freezeSale.ts";
import type { Books, Dispute, PartnerRecord, PostedSale } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** How many partners dispute one sale at most. */
const MOST_DISPUTANTS = 13;

export interface DisputeToOpen {
  /** Its `saleKey`. */
  readonly sale: string;
  /** In which it was posted. */
  readonly batch: number;
  readonly partner: string;
  /** The role that the partner has a line of, or claims. */
  readonly role: number;
}

/**
 * Has a partner dispute a held sale, which freezes its lines. Returns what refunds have left of each; undefined where others have
 * frozen it already.
 */
export function disputeSale(
  books: Books,
  { sale: key, batch, partner, role }: DisputeToOpen,
  time: Time,
): readonly bigint[] | undefined {
  const record = books.partners.get(partner);
  if (record === undefined) throw new SpecError("notAllowed", partner, "an enrolled partner");
  if (record.status === "left") throw new SpecError("partnerNotActive", partner, "who is here");
  const sale = findSale(books, key);
  if (batch <= record.batches)
    throw new SpecError("postedBefore", `batch ${batch}`, `one after ${record.batches}`);
  const hasLine = sale.lines.some((line) => !line.isPool && line.partner === partner);
  if (!hasLine && !isPaid(books.terms, sale, role))
    throw new SpecError("unknownRole", `${role}`, "a role that is paid");
  const count = nextDispute(books, record, time);
  const left = openOrJoin(books, sale, partner, time);
  record.disputes.set(periodAt(books.terms, time), count);
  return left;
}

function openOrJoin(
  books: Books,
  sale: PostedSale,
  partner: string,
  time: Time,
): readonly bigint[] | undefined {
  const { dispute } = sale;
  if (dispute?.state === undefined || dispute.state === "stands") {
    checkLeft(books, sale, time);
    return freezeSale(books, sale, { disputants: withDisputant(sale, dispute, partner), time });
  }
  if (dispute.state !== "open")
    throw new SpecError("alreadyDisputed", sale.id, "one that stands as posted");
  checkLeft(books, sale, time);
  const disputants = withDisputant(sale, dispute, partner);
  sale.dispute = { state: "open", disputants, deadline: deadlineOf(books.terms, time) };
  return undefined;
}

function withDisputant(
  { id }: PostedSale,
  dispute: Dispute | undefined,
  partner: string,
): readonly string[] {
  const before = dispute?.disputants ?? [];
  if (before.includes(partner)) throw new SpecError("alreadyDisputed", id, "each by one once");
  if (before.length === MOST_DISPUTANTS)
    throw new SpecError("tooManyDisputes", `${before.length + 1}`, `${MOST_DISPUTANTS} of a sale`);
  return [...before, partner];
}

function isPaid({ roles, residualRole }: Terms, { kind }: PostedSale, role: number): boolean {
  const found = roles[role];
  return found !== undefined && (role === residualRole || found.rates[kind] !== NOT_PAID);
}

function nextDispute(books: Books, { disputes }: PartnerRecord, time: Time): number {
  const { disputes: most } = books.terms.rules;
  if (most === 0) throw new SpecError("notInTerms", "a dispute", "no disputes");
  const count = (disputes.get(periodAt(books.terms, time)) ?? 0) + 1;
  if (count > most) throw new SpecError("tooManyDisputes", `${count}`, `${most} in a period`);
  return count;
}
