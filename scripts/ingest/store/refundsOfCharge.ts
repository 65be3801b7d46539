import { groupBy } from "../facts/groupBy.ts";
import type { Returned } from "./Returned.ts";

export interface ChargeRefunds {
  /** As each was told first, in that order; it keeps its id, for it may be posted. */
  readonly parts: readonly Returned[];
  /** What has gone back in all, after what came of the parts. */
  readonly net: number;
  /** Refunds of which the bank has not said yet whether they go through. */
  readonly pending: readonly Returned[];
  readonly hasFailed: boolean;
  /** What disputes took that were lost and have been won since. */
  readonly reinstated: readonly Returned[];
}

interface Ledger {
  readonly totals: Returned[];
  /** What was not captured, which may be told as a refund of just that amount. */
  readonly released: Set<number>;
  /** How each named refund stands. */
  readonly refunds: Map<string, Returned>;
}

/** A refund that the bank took may still fail; nothing else is undone. */
const RANKS = ["pending", "done", "failed"];

/**
 * What has gone back of a charge beyond what was known before, event by event. Events tell totals, so that one which is late,
 * repeated or lost changes nothing of the sum.
 * @param told In the order in which it came.
 */
export function refundsOfCharge(charge: string, told: readonly Returned[]): ChargeRefunds {
  const ledger: Ledger = { totals: [], released: new Set(), refunds: new Map() };
  const parts: Returned[] = [];
  let known = 0;
  let lost = 0;
  for (const event of groupBy(told, (one) => one.event).values()) {
    for (const one of event) enter(ledger, one);
    const disputes = event.filter(({ status }) => status === "lost");
    parts.push(...disputes);
    lost += disputes.reduce((sum, { amount }) => sum + amount, 0);
    const more = netOf(ledger) - known;
    if (more <= 0) continue;
    const used = new Set(parts.map(({ id }) => id));
    parts.push(...splitMore(charge, event, known, more, used));
    known += more;
  }
  const refunds = [...ledger.refunds.values()];
  return {
    parts,
    net: netOf(ledger) + lost,
    pending: refunds.filter(({ status }) => status === "pending"),
    hasFailed: refunds.some(({ status }) => status === "failed"),
    reinstated: told.filter(({ status }) => status === "won"),
  };
}

function enter({ totals, released, refunds }: Ledger, one: Returned): void {
  if (one.status === "total") totals.push(one);
  if (one.status === "released") released.add(one.amount);
  if (!RANKS.includes(one.status)) return;
  const before = refunds.get(one.id);
  const news = RANKS.indexOf(one.status) - RANKS.indexOf(before?.status ?? "");
  const isEarlier = before === undefined || one.occurredAt < before.occurredAt;
  if (news > 0 || (news === 0 && isEarlier)) refunds.set(one.id, one);
}

/**
 * What has really gone back. A total counts what was not known to have failed when it was told; the highest has the last word,
 * but for what is pending or has failed since.
 */
function netOf({ totals, released, refunds }: Ledger): number {
  const release = [...refunds.values()].find(
    ({ amount, status }) => status === "done" && released.has(amount),
  );
  const sum = (status: Returned["status"], before = Number.POSITIVE_INFINITY) =>
    [...refunds.values()]
      .filter((one) => one.status === status && one.occurredAt < before)
      .reduce((total, { amount }) => total + amount, 0);
  const all = totals.map(({ amount, occurredAt }) => amount + sum("failed", occurredAt));
  const done = sum("done") - (release?.amount ?? 0);
  return Math.max(...all.map((most) => most - sum("failed") - sum("pending")), done);
}

/** By the refunds that the charge names, as older API versions do; else as one part, which the new total names. */
function splitMore(
  charge: string,
  event: readonly Returned[],
  known: number,
  more: number,
  used: ReadonlySet<string>,
): Returned[] {
  const parts: Returned[] = [];
  let left = more;
  const isNamed = event.some(({ status }) => status === "total");
  for (const refund of isNamed ? event : []) {
    const { id, amount, status } = refund;
    if (status !== "done" || amount <= 0 || amount > left || used.has(id)) continue;
    parts.push(refund);
    left -= amount;
  }
  const last = event.at(-1);
  if (left > 0 && last !== undefined) {
    parts.push({ ...last, id: `${charge}@${known + more}`, amount: left, status: "total" });
  }
  return parts;
}
