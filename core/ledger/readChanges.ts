import { type Address, zeroHash } from "viem";
import type { EventNamed, ProgramEvent } from "../logs/decodeEvents.ts";
import type {
  LedgerAmendment,
  LedgerDispute,
  LedgerStandingChange,
  LedgerTier,
  StandingLineChange,
} from "./Ledger.ts";
import { placeOf } from "./placeOf.ts";
import { placeOfHead } from "./placeOfHead.ts";
import type { SalePlace } from "./SaleBook.ts";
import { salePlace } from "./salePlace.ts";

/** What changes a program beside its money: disputes, amendments, ends of lines, tiers. */
export interface Changes {
  disputes: Map<SalePlace, LedgerDispute>;
  amendments: LedgerAmendment[];
  changes: LedgerStandingChange[];
  tiers: LedgerTier[];
  movedFrom: Map<Address, Address>;
}

/** Enters an event; other events are passed over. */
export function readChange(draft: Changes, event: ProgramEvent): void {
  switch (event.eventName) {
    case "TierChanged":
      draft.tiers.push({ ...event.args, place: placeOf(event) });
      break;
    case "WalletMoved":
      // The last move stands last, where a wallet is moved to again too.
      draft.movedFrom.delete(event.args.wallet);
      draft.movedFrom.set(event.args.wallet, event.args.party);
      break;
    case "SaleDisputed":
      readDispute(draft, event);
      break;
    case "DisputeSettled":
      readRuling(draft, event);
      break;
    case "AmendmentProposed":
    case "ConsentNeeded":
    case "ConsentGiven":
    case "AmendmentWithdrawn":
      readAmendment(draft, event);
      break;
    default:
      readLineChange(draft, event);
  }
}

function readDispute({ disputes }: Changes, event: EventNamed<"SaleDisputed">): void {
  const { saleId, partner, deadline, frozen, sale, reason, evidence } = event.args;
  const at = placeOfHead(sale.head);
  const place = placeOf(event);
  const told = { saleId, at, partner, deadline, frozen, reason, evidence, place };
  disputes.set(at, { ...told, ruling: undefined });
}

/** One that was never disputed is a duplicate that is void at once. */
function readRuling({ disputes }: Changes, event: EventNamed<"DisputeSettled">): void {
  const { saleId, state, reason } = event.args;
  const at = salePlace(event.args.batch, event.args.place);
  const place = placeOf(event);
  const atOnce = { partner: 0n, deadline: 0, frozen: [], evidence: zeroHash };
  const dispute = disputes.get(at) ?? { saleId, at, reason, place, ...atOnce };
  disputes.set(at, { ...dispute, ruling: { state, reason, place } });
}

function readAmendment(
  { amendments }: Changes,
  event: EventNamed<"AmendmentProposed" | "ConsentNeeded" | "ConsentGiven" | "AmendmentWithdrawn">,
): void {
  if (event.eventName === "AmendmentProposed") {
    const { termsHash, from, uri, textHash } = event.args;
    const news = { needed: [], given: new Set<number>(), isWithdrawn: false };
    amendments.push({ termsHash, from, uri, textHash, ...news, place: placeOf(event) });
    return;
  }
  const index = amendments.findLastIndex(({ termsHash }) => termsHash === event.args.termsHash);
  const amendment = amendments[index];
  if (amendment === undefined) return;
  amendments[index] = changeAmendment(amendment, event);
}

function changeAmendment(
  amendment: LedgerAmendment,
  event: EventNamed<"ConsentNeeded" | "ConsentGiven" | "AmendmentWithdrawn">,
): LedgerAmendment {
  if (event.eventName === "AmendmentWithdrawn") return { ...amendment, isWithdrawn: true };
  const line = Number(event.args.line);
  if (event.eventName === "ConsentGiven")
    return { ...amendment, given: new Set([...amendment.given, line]) };
  return { ...amendment, needed: [...amendment.needed, { line, holder: event.args.holder }] };
}

/** What an event does to a line, and from where it takes time, amount and reason. */
function readLineChange({ changes }: Changes, event: ProgramEvent): void {
  const push = (
    what: StandingLineChange,
    line: bigint,
    rest: { time?: number; amount?: bigint; currency?: Address; reason?: string },
  ) =>
    changes.push({
      line: Number(line),
      what,
      time: rest.time,
      amount: rest.amount,
      currency: rest.currency,
      reason: rest.reason ?? "",
      place: placeOf(event),
    });
  switch (event.eventName) {
    case "LineEnded":
      return void push("ended", event.args.line, { time: event.args.from });
    case "LineSuspended":
      return void push("suspended", event.args.line, { time: event.args.from });
    case "LineResumed":
      return void push("resumed", event.args.line, { time: event.args.from });
    case "NoticeGiven": {
      const { line, remedy, until, reason } = event.args;
      return void push(remedy === 1 ? "noticeOfSuspension" : "noticeOfEnd", line, {
        time: until,
        reason,
      });
    }
    case "NoticeWithdrawn":
      return void push("noticeWithdrawn", event.args.line, {});
    case "BuyoutOffered":
      return void push("offered", event.args.line, {
        ...priceOf(event.args),
        time: event.args.from,
      });
    case "BuyoutWithdrawn":
      return void push("offerWithdrawn", event.args.line, priceOf(event.args));
    case "BuyoutAccepted":
      return void push("bought", event.args.line, priceOf(event.args));
    case "ArrearsGrown":
      return void push("arrearsGrown", event.args.line, event.args);
    case "ArrearsPaid":
      return void push("arrearsPaid", event.args.line, event.args);
  }
}

function priceOf({ price, currency }: { price: bigint; currency: Address }) {
  return { amount: price, currency };
}
