import type { Hex } from "viem";
import { periodAt, periodStart } from "../../../core/deal/periods.ts";
import { startAfterNotice } from "../../../core/deal/startAfterNotice.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { nameOfId } from "../../../core/ids/nameOfId.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import type { History, TimedEvent } from "../../../core/ledger/History.ts";
import { placeOfHead } from "../../../core/ledger/placeOfHead.ts";
import { rebuildBooks } from "../../../core/ledger/rebuildBooks.ts";
import type { SaleBook, SalePlace } from "../../../core/ledger/SaleBook.ts";
import { saleOf } from "../../../core/ledger/saleOf.ts";
import { salePlace } from "../../../core/ledger/salePlace.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import type { ProgramEvent } from "../../../core/logs/decodeEvents.ts";
import type { Program } from "../../chain/openProgram.ts";
import { checkBatch } from "./checkBatch.ts";
import { checkDisputed, checkJoined, checkReattributed, checkSettled } from "./checkDispute.ts";
import { checkMilestone } from "./checkMilestone.ts";
import { checkPosted } from "./checkPosted.ts";
import { checkRefunded } from "./checkRefunded.ts";
import { checkWithheld } from "./checkWithheld.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";
import type { EvidenceCheck } from "./evidence/EvidenceCheck.ts";
import { named } from "./named.ts";

interface Moment {
  readonly books: Books;
  readonly terms: Terms;
  readonly time: number;
}

/**
 * Rebuilds the books, and checks each event that follows from others and the terms in force on the way, and from its
 * evidence where that is given.
 */
export function checkEvents(
  { currencies }: Program,
  history: History,
  evidence?: EvidenceCheck,
): { books: Books; differences: Difference[] } {
  const differences: Difference[] = [];
  const books = rebuildBooks(currencies, history, (before, event) => {
    differences.push(...checkEvent(before, event), ...(evidence?.check(before, event) ?? []));
  });
  return { books, differences };
}

function checkEvent(books: Books, { event, time }: TimedEvent): Difference[] {
  const moment = { books, terms: termsAt(books, time), time };
  switch (event.eventName) {
    case "MilestoneReached":
      return named(
        `milestone ${event.args.milestone} of partner ${event.args.number}`,
        checkMilestone(moment, event.args),
      );
    case "AmendmentProposed":
      return compare(
        `amendment ${event.args.termsHash}: in force from`,
        startAfterNotice(moment.terms, time),
        event.args.from,
      );
    case "LineEnded":
    case "LineSuspended":
    case "LineResumed":
      return compare(
        `line ${event.args.line}: ${event.eventName}`,
        nextStart(moment.terms, time),
        event.args.from,
      );
    case "BatchPosted":
      return named(`batch ${event.args.batch}`, checkBatch(moment, event.args));
    case "Withheld":
      return named(
        `payment of ${event.args.party}`,
        checkWithheld(books, moment.terms, event.args),
      );
    default:
      return "saleId" in event.args ? checkSale(moment, event, event.args.saleId) : [];
  }
}

/** When what is done to a line takes effect: at the next period's start. */
function nextStart(terms: Terms, time: number): number {
  return time < terms.start ? terms.start : periodStart(terms, periodAt(terms, time) + 1);
}

function checkSale(moment: Moment, event: ProgramEvent, saleId: Hex): Difference[] {
  const name = `sale ${nameOfId(saleId)}`;
  const { books, terms, time } = moment;
  if (event.eventName === "SalePosted") {
    const { head, words } = event.args;
    const sale = saleOf(books, terms, { id: saleId, head, words }, time);
    return named(name, checkPosted({ ...moment, kind: sale.kind, currency: sale.currency }, sale));
  }
  const place = placeIn(event);
  const sale = place === undefined ? undefined : books.sales.get(place);
  // An unknown sale is refused when the event is entered.
  return sale === undefined ? [] : named(name, checkChange(moment, event, sale));
}

/** Where the sale of an event stands. */
function placeIn(event: ProgramEvent): SalePlace | undefined {
  switch (event.eventName) {
    case "SaleRefunded":
    case "DisputeJoined":
    case "DisputeSettled":
      return salePlace(event.args.batch, event.args.place);
    case "SaleDisputed":
      return placeOfHead(event.args.sale.head);
    case "SaleReattributed":
      return placeOfHead(event.args.head);
    default:
      return undefined;
  }
}

function checkChange(moment: Moment, event: ProgramEvent, sale: SaleBook): Difference[] {
  switch (event.eventName) {
    case "SaleRefunded":
      return [
        ...checkRefunded(moment.terms, sale, event.args, moment.time),
        ...checkOnce(moment.books, sale, event.args.refundId),
      ];
    case "SaleDisputed":
      return checkDisputed(moment, sale, event.args);
    case "DisputeJoined":
      return checkJoined(moment, sale, event.args);
    case "SaleReattributed":
      return checkReattributed(moment, sale, event.args);
    case "DisputeSettled":
      return checkSettled(moment, sale, event.args);
    default:
      return [];
  }
}

/** A refund is known by its id: the same again takes back what it took before. */
function checkOnce({ refunds }: Books, { at }: SaleBook, refundId: Hex): Difference[] {
  if (refunds.get(refundId)?.includes(at) !== true) return [];
  return [{ what: `refund ${nameOfId(refundId)}`, expected: "once", found: "again" }];
}
