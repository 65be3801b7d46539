import { POWERS } from "../deal/POWERS.ts";
import type { ProgramEvent, ProgramEventName } from "../logs/decodeEvents.ts";
import { applyAmendment } from "./Amendment.ts";
import { applyBatch, refuseUnbatched } from "./applyBatch.ts";
import { applyPosted } from "./applyPosted.ts";
import { applyRefunded } from "./applyRefunded.ts";
import type { Books, Entry } from "./Books.ts";
import { disputeEvents } from "./disputeEvents.ts";
import type { Handlers } from "./Handlers.ts";
import type { TimedEvent } from "./History.ts";
import { lineEvents } from "./lineEvents.ts";
import { partnerEvents } from "./partnerEvents.ts";
import { payoutEvents } from "./payoutEvents.ts";
import { revenueEvents } from "./revenueEvents.ts";
import { compareSettlement } from "./settlement.ts";
import { termsAt } from "./termsAt.ts";

function nothing(): void {
  // Evidence, skipped refunds, the running word, failed and redirected claims move nothing; amendments are entered ahead of everything else.
}

/** Every event by its name: one that is missing here does not compile. */
const HANDLERS: Handlers<ProgramEventName> = {
  ...partnerEvents,
  ...revenueEvents,
  ...disputeEvents,
  ...lineEvents,
  ...payoutEvents,
  SalePosted: applyPosted,
  BatchPosted: applyBatch,
  SaleRefunded: applyRefunded,
  RefundSkipped: nothing,
  Folded: nothing,
  EvidenceGiven: nothing,
  TermsAgreed: nothing,
  AmendmentProposed: nothing,
  ConsentNeeded: nothing,
  ConsentGiven: nothing,
  AmendmentWithdrawn: nothing,
  ClaimFailed: nothing,
  ClaimRedirected: nothing,
  PowerPassed({ books }, { power, holder }) {
    const name = POWERS[power];
    if (name !== undefined) books.holders.set(name, holder);
  },
  PowerProposed: nothing,
  PowerCancelled: nothing,
  ArbiterSuspended: nothing,
  LimitsReset({ books }, { period }) {
    for (const { posted } of books.currencies.values()) posted.delete(period);
  },
  Initialized: nothing,
  EIP712DomainChanged: nothing,
};

/** Enters an event into the books. Events must come in order. */
export function applyEvent(books: Books, { event, time }: TimedEvent): void {
  const { transactionHash: transaction } = event;
  for (const book of books.currencies.values()) {
    if (book.settling?.entry.transaction !== transaction) compareSettlement(book);
  }
  if (event.eventName !== "SalePosted" && event.eventName !== "BatchPosted") refuseUnbatched(books);
  applyAmendment(books.amendments, event, time);
  enter({ books, terms: termsAt(books, time), time, transaction }, event);
}

function enter(entry: Entry, event: ProgramEvent): void {
  // The arguments are those of the event's name, which the compiler does not follow from one to the other.
  const handler = HANDLERS[event.eventName] as (entry: Entry, args: ProgramEvent["args"]) => void;
  handler(entry, event.args);
}
