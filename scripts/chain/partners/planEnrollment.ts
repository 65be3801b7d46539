import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { KnownPartner } from "./readPartners.ts";
import type { ListedPartner } from "./readPartnersFile.ts";

/** What has to be done so that a program knows the partners of a file. */
export interface EnrollmentPlan {
  /** In an order in which referrers come before those they referred. */
  readonly newcomers: readonly Newcomer[];
  readonly tierChanges: readonly { readonly partner: KnownPartner; readonly tier: number }[];
  readonly unchanged: number;
}

export interface Newcomer {
  readonly listed: ListedPartner;
  /** The referrer's number: of one known already, or that this plan will give. 0 for none. */
  readonly referrer: number;
}

/** Compares a file with the program. Refuses what cannot change once a partner is enrolled. */
export function planEnrollment(
  listed: readonly ListedPartner[],
  known: readonly KnownPartner[],
): EnrollmentPlan {
  const byName = new Map(known.map((partner) => [partner.name, partner]));
  const byWallet = new Map(known.map((partner) => [partner.wallet, partner]));
  const newcomers: ListedPartner[] = [];
  const tierChanges: { partner: KnownPartner; tier: number }[] = [];
  for (const one of listed) {
    const partner = byName.get(one.name);
    if (partner === undefined) {
      refuseTakenWallet(one, byWallet.get(one.wallet));
      newcomers.push(one);
      continue;
    }
    refuseChanges(one, partner, byName);
    if (one.tier !== undefined && one.tier !== partner.tier)
      tierChanges.push({ partner, tier: one.tier });
  }
  return {
    newcomers: numberNewcomers(newcomers, byName, known.length),
    tierChanges,
    unchanged: listed.length - newcomers.length - tierChanges.length,
  };
}

function refuseTakenWallet({ row, wallet }: ListedPartner, holder: KnownPartner | undefined): void {
  if (holder === undefined) return;
  throw row.mistake(
    "wallet",
    wallet,
    `a wallet that no partner has; "${holder.name}" is enrolled with this one`,
  );
}

function refuseChanges(
  { row, wallet, joined, referrer }: ListedPartner,
  partner: KnownPartner,
  byName: ReadonlyMap<string, KnownPartner>,
): void {
  if (wallet !== partner.wallet) {
    throw row.mistake(
      "wallet",
      wallet,
      `${partner.wallet}, with which "${partner.name}" is enrolled: a wallet cannot be changed, for what it earned is its own. Enroll the new wallet under another name`,
    );
  }
  if (joined !== undefined && joined !== partner.joined) {
    throw row.mistake(
      "joined_at",
      formatIsoTime(joined),
      `${formatIsoTime(partner.joined)}, with which "${partner.name}" is enrolled: tenure counts from it, so it cannot be changed`,
    );
  }
  if (referrer !== "" && byName.get(referrer)?.number !== partner.referrer) {
    throw row.mistake(
      "referrer",
      `"${referrer}"`,
      `the referrer with whom "${partner.name}" is enrolled: it cannot be changed`,
    );
  }
}

/** Referrers first: a partner can only refer to a number that is given already. */
function numberNewcomers(
  newcomers: readonly ListedPartner[],
  known: ReadonlyMap<string, KnownPartner>,
  enrolled: number,
): Newcomer[] {
  const numbers = new Map([...known].map(([name, { number }]) => [name, number]));
  const waiting = [...newcomers];
  const ordered: Newcomer[] = [];
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ referrer }) => referrer === "" || numbers.has(referrer));
    const [next] = index < 0 ? [] : waiting.splice(index, 1);
    if (next === undefined) throw refuseReferrer(waiting);
    ordered.push({ listed: next, referrer: numbers.get(next.referrer) ?? 0 });
    numbers.set(next.name, enrolled + ordered.length);
  }
  return ordered;
}

function refuseReferrer(waiting: readonly ListedPartner[]): Error {
  const names = new Set(waiting.map(({ name }) => name));
  const one = waiting.find(({ referrer }) => !names.has(referrer)) ?? waiting[0];
  if (one === undefined) throw new RangeError("no partner waits");
  const found = names.has(one.referrer)
    ? `"${one.referrer}", who was referred by this one`
    : `the unknown partner "${one.referrer}"`;
  return one.row.mistake(
    "referrer",
    found,
    "the name of a partner of this file or of the program, or nothing",
  );
}
