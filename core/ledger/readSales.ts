import { type Address, zeroAddress } from "viem";
import { decodeSale } from "../batches/decodeSale.ts";
import type { PostedLine } from "../batches/PostedSale.ts";
import type { EventNamed, ProgramEvent } from "../logs/decodeEvents.ts";
import type { LedgerBatch, LedgerPartner, LedgerSale } from "./Ledger.ts";
import { placeOf } from "./placeOf.ts";
import { placeOfHead } from "./placeOfHead.ts";
import { type SalePlace, VOID } from "./SaleBook.ts";
import { salePlace } from "./salePlace.ts";

/** Sales and their batches while they are put together. */
export interface SalesDraft {
  sales: Map<SalePlace, LedgerSale>;
  batches: LedgerBatch[];
  /** Sales whose batch follows, which tells their currency. */
  unbatched: EventNamed<"SalePosted">[];
  readonly partners: ReadonlyMap<bigint, LedgerPartner>;
}

/** Enters an event of a sale or a batch; others are passed over. */
export function readSales(draft: SalesDraft, event: ProgramEvent): void {
  switch (event.eventName) {
    case "SalePosted":
      draft.unbatched.push(event);
      break;
    case "BatchPosted":
      readBatch(draft, event);
      break;
    case "SaleReattributed":
      readReattributed(draft, event);
      break;
    case "SaleRefunded":
      readRefund(draft, event);
      break;
    case "DisputeSettled":
      if (event.args.state === VOID) readVoid(draft, event);
      break;
  }
}

/** Its sales came before it. */
function readBatch(draft: SalesDraft, event: EventNamed<"BatchPosted">): void {
  const { batch, lane, evidence, currency, sales, from, until, root } = event.args;
  for (const sale of draft.unbatched.splice(0)) readSale(draft, sale, currency);
  draft.batches.push({
    ...{ batch: Number(batch), lane: Number(lane), sales: Number(sales) },
    ...{ from: Number(from), until: Number(until) },
    ...{ currency, evidence, root, place: placeOf(event) },
  });
}

function readSale(draft: SalesDraft, event: EventNamed<"SalePosted">, currency: Address): void {
  const { saleId: id, head, words } = event.args;
  const posted = decodeSale({ head, words });
  const { kind, amount, payer } = posted;
  const at = salePlace(posted.batch, posted.place);
  draft.sales.set(at, {
    ...{ id, at, head, words, kind, currency, amount, payer, occurredAt: posted.time },
    refunded: 0n,
    returned: 0n,
    lines: posted.lines.map((line) => ({ ...lineOf(draft, line), reversed: 0n })),
    refunds: [],
    place: placeOf(event),
  });
}

function lineOf({ partners }: SalesDraft, { partner: number, role, rate, amount }: PostedLine) {
  const partner = partners.get(BigInt(number))?.wallet ?? zeroAddress;
  return { number, partner, role, rate, amount };
}

/** Only the new words count from then on. */
function readReattributed(draft: SalesDraft, event: EventNamed<"SaleReattributed">): void {
  const { head, words } = event.args;
  const at = placeOfHead(head);
  const sale = draft.sales.get(at);
  if (sale === undefined) return;
  const lines = decodeSale({ head, words }).lines.map((line, index) => ({
    ...lineOf(draft, line),
    reversed: sale.lines[index]?.reversed ?? 0n,
  }));
  draft.sales.set(at, { ...sale, head, words, lines });
}

function readRefund(draft: SalesDraft, event: EventNamed<"SaleRefunded">): void {
  const { refundId, amount, returned, reversed, reason } = event.args;
  const at = salePlace(event.args.batch, event.args.place);
  const sale = draft.sales.get(at);
  if (sale === undefined) return;
  draft.sales.set(at, {
    ...sale,
    refunded: sale.refunded + amount,
    lines: sale.lines.map((line, index) => ({
      ...line,
      reversed: line.reversed + (reversed[index] ?? 0n),
    })),
    refunds: [...sale.refunds, { id: refundId, amount, returned, reason, place: placeOf(event) }],
  });
}

/** Nothing of its lines is left; its revenue is taken back too, unless that was final. */
function readVoid(draft: SalesDraft, { args }: EventNamed<"DisputeSettled">): void {
  const at = salePlace(args.batch, args.place);
  const sale = draft.sales.get(at);
  if (sale === undefined) return;
  draft.sales.set(at, {
    ...sale,
    refunded: args.isFinal ? sale.refunded : sale.amount,
    returned: args.isFinal ? args.returned : 0n,
    lines: sale.lines.map((line) => ({ ...line, reversed: line.amount })),
  });
}
