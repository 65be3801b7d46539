import type { Hex } from "viem";
import type { ProgramEvent } from "../logs/decodeEvents.ts";
import type { TimedEvent } from "./History.ts";

/** Terms that were proposed. */
export interface Amendment {
  readonly hash: Hex;
  /** When they come into force. */
  readonly from: number;
  /** How many consents are missing. */
  consents: number;
  /** How many holders were not asked yet. */
  unasked: number;
  /** The lines whose holders' consents are missing. */
  readonly missing: Set<bigint>;
  isWithdrawn: boolean;
}

/** Enters what an event says about amendments, if it says anything. */
export function applyAmendment(amendments: Amendment[], event: ProgramEvent, time: number): void {
  const last = amendments.at(-1);
  if (event.eventName === "AmendmentProposed") {
    const { termsHash, from, consents } = event.args;
    const missing = Number(consents);
    amendments.push({
      ...{ hash: termsHash, from, consents: missing, unasked: missing },
      ...{ isWithdrawn: false, missing: new Set() },
    });
  } else if (last === undefined) return;
  else if (event.eventName === "ConsentNeeded") {
    last.unasked--;
    last.missing.add(event.args.line);
    // Whose line ends is asked for nothing any more.
  } else if (event.eventName === "ConsentGiven" || event.eventName === "LineEnded") {
    if (time < last.from && last.missing.delete(event.args.line)) last.consents--;
  } else if (event.eventName === "AmendmentWithdrawn") last.isWithdrawn = true;
}

/** Whether an amendment is in force at a time: one that lacks consents at its start never is. */
export function isInForceAt({ from, consents, isWithdrawn }: Amendment, time: number): boolean {
  return !isWithdrawn && consents === 0 && from <= time;
}

/** The hashes of all terms that were in force up to a time, those of the program's creation first. */
export function versionsIn(events: readonly TimedEvent[], time: number): Hex[] {
  const amendments: Amendment[] = [];
  const agreed: Hex[] = [];
  for (const { event, time: at } of events) {
    if (event.eventName === "TermsAgreed") agreed.push(event.args.termsHash);
    applyAmendment(amendments, event, at);
  }
  const inForce = amendments.filter((amendment) => isInForceAt(amendment, time));
  return [...agreed, ...inForce.map(({ hash }) => hash)];
}
