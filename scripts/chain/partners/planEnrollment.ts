import { indexByName } from "../../../core/ids/indexByName.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { tidyText } from "../../../core/text/tidyText.ts";
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
  const named = indexByName(known);
  const byWallet = new Map(known.map((partner) => [partner.wallet, partner]));
  const newcomers: ListedPartner[] = [];
  const tierChanges: { partner: KnownPartner; tier: number }[] = [];
  for (const one of listed) {
    const partner = meantBy(one, named(one.name));
    if (partner === undefined) {
      refuseTakenWallet(one, byWallet.get(one.wallet));
      newcomers.push(one);
      continue;
    }
    refuseChanges(one, partner, named);
    if (one.tier !== undefined && one.tier !== partner.tier)
      tierChanges.push({ partner, tier: one.tier });
  }
  return {
    newcomers: numberNewcomers(newcomers, known),
    tierChanges,
    unchanged: listed.length - newcomers.length - tierChanges.length,
  };
}

/** Of the partners with an equal name the one with the same wallet, or spelled the same way. */
function meantBy(listed: ListedPartner, named: readonly KnownPartner[]): KnownPartner | undefined {
  return (
    named.find(({ wallet }) => wallet === listed.wallet) ??
    named.find(({ name }) => tidyText(name) === listed.name)
  );
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
  named: (name: string) => readonly KnownPartner[],
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
  if (referrer !== "" && !named(referrer).some(({ number }) => number === partner.referrer)) {
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
  known: readonly KnownPartner[],
): Newcomer[] {
  const parties: readonly { readonly name: string }[] = [...known, ...newcomers];
  const named = indexByName(parties);
  const numbers = new Map<{ readonly name: string } | undefined, number>(
    known.map((partner) => [partner, partner.number]),
  );
  const numberOf = ({ referrer }: ListedPartner) =>
    referrer === "" ? 0 : numbers.get(only(named(referrer)));
  const waiting = [...newcomers];
  const ordered: Newcomer[] = [];
  while (waiting.length > 0) {
    const index = waiting.findIndex((one) => numberOf(one) !== undefined);
    const [next] = index < 0 ? [] : waiting.splice(index, 1);
    if (next === undefined) throw refuseReferrer(waiting, parties);
    ordered.push({ listed: next, referrer: numberOf(next) ?? 0 });
    numbers.set(next, known.length + ordered.length);
  }
  return ordered;
}

function only<Thing>(things: readonly Thing[]): Thing | undefined {
  return things.length === 1 ? things[0] : undefined;
}

function refuseReferrer(
  waiting: readonly ListedPartner[],
  parties: readonly { readonly name: string }[],
): Error {
  const named = indexByName(parties);
  const one = waiting.find(({ referrer }) => named(referrer).length !== 1) ?? waiting[0];
  if (one === undefined) throw new RangeError("no partner waits");
  const { row, referrer } = one;
  const meant = named(referrer);
  const near =
    meant.length === 0
      ? didYouMean(
          referrer,
          parties.map(({ name }) => name),
        )
      : "";
  return row.mistake(
    "referrer",
    foundReferrer(referrer, meant.length),
    `the name of a partner of this file or of the program, or nothing${near}`,
  );
}

function foundReferrer(referrer: string, count: number): string {
  if (count === 0) return `the unknown partner "${referrer}"`;
  if (count === 1) return `"${referrer}", who was referred by this one`;
  return `"${referrer}", which is the name of ${count} partners`;
}
