import type { Hex } from "viem";
import type { LanePost } from "../batches/nextHead.ts";
import type { Time } from "../deal/Terms.ts";
import { advanceLane } from "./advanceLane.ts";
import { type Booking, bookSale, type SaleToBook } from "./bookSale.ts";
import type { Books, PostedSale } from "./openBooks.ts";
import { paymentKey } from "./paymentKey.ts";
import { SpecError } from "./SpecError.ts";
import { saleKey } from "./saleKey.ts";

export interface SaleToPost extends Omit<SaleToBook, "currency"> {
  readonly id: Hex;
  /** When it occurred. */
  readonly occurred: Time;
}

export interface BatchToPost extends LanePost {
  /** Everybody whom a line may go to. */
  readonly partners: ReadonlySet<string>;
  /** Rising by their ids. */
  readonly sales: readonly SaleToPost[];
}

/** A sale of a batch with what became of it in the books. */
export interface PostedBooking extends Booking {
  readonly sale: PostedSale;
}

/** Books a batch of sales, in the order of its lane. Where it is refused, part of it may be in the books: they are to be thrown away. */
export function postBatch(books: Books, batch: BatchToPost, time: Time): readonly PostedBooking[] {
  advanceLane(books, batch, time);
  books.batches += 1;
  return batch.sales.map((sale, place) => {
    checkTime(batch, sale);
    usePayment(books, sale, batch.currency);
    takeId(books, sale);
    const booking = bookSale(books, { ...sale, currency: batch.currency }, time);
    checkPartners(batch, booking);
    const posted: PostedSale = { ...booking.sale, id: sale.id, tag: 0n, reattributed: false };
    books.sales.set(saleKey({ batch: books.batches, place }), posted);
    return { ...booking, sale: posted };
  });
}

/** Where there is no window, any time will do. */
function checkTime({ from, until }: BatchToPost, { occurred }: SaleToPost): void {
  if (until === 0 || (from <= occurred && occurred < until)) return;
  throw new SpecError("outsideWindow", `${occurred}`, `${from} to ${until}`);
}

/** A sale paid here has a payment of its own that waits. */
function usePayment(
  { payments }: Books,
  { id, payer, kind, amount }: SaleToPost,
  currency: number,
): void {
  if (payer === undefined) return;
  const key = paymentKey(id, payer);
  const payment = payments.get(key);
  if (!payment?.waits) throw new SpecError("notPaid", id, "a payment that waits");
  if (payment.kind !== kind || payment.currency !== currency || payment.amount !== amount)
    throw new SpecError("paymentMismatch", `${amount}`, `${payment.amount}`);
  payments.set(key, { ...payment, waits: false });
}

function takeId({ terms, postedOnce }: Books, { id, payer }: SaleToPost): void {
  if (payer === undefined && terms.holdPeriods > 0) return;
  if (postedOnce.has(id)) throw new SpecError("saleAlreadyPosted", id, "a new id");
  postedOnce.add(id);
}

function checkPartners({ partners }: BatchToPost, { lines }: Booking): void {
  const missing = lines.find(({ partner }) => !partners.has(partner));
  if (missing !== undefined)
    throw new SpecError("notInBatch", missing.partner, "who is named with the batch");
}
