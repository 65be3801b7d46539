import { stringToHex, zeroHash } from "viem";
import type { Refund } from "../../core/deal/refundOf.ts";
import type { SaleToBook } from "../../core/spec/bookSale.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { paySale } from "../../core/spec/paySale.ts";
import { type PostedBooking, postBatch } from "../../core/spec/postBatch.ts";
import { refundSale } from "../../core/spec/refundSale.ts";
import { saleKey } from "../../core/spec/saleKey.ts";

/** Posts a sale late and alone, in a batch that names everybody. The first one is `1:0`. */
export function postOne(
  books: Books,
  { name, currency, ...sale }: SaleToBook & { readonly name: string },
  time: number,
): PostedBooking & { readonly key: string } {
  const id = stringToHex(name, { size: 32 });
  const { kind, amount, payer } = sale;
  if (payer !== undefined) paySale(books, { id, payer, kind, currency, amount }, time);
  const { head = 0n } = books.lanes.get(`0:${currency}`) ?? {};
  const holders = books.terms.pools.map(({ holder }) => holder);
  const [posted] = postBatch(
    books,
    {
      ...{ head, currency, lane: 0, from: 0, until: 0, evidence: zeroHash, packed: "0x" },
      partners: new Set([...books.partners.keys(), ...holders]),
      sales: [{ ...sale, id, occurred: time }],
    },
    time,
  );
  if (posted === undefined) throw new Error("A batch of one sale has one.");
  return { ...posted, key: saleKey({ batch: books.batches, place: 0 }) };
}

/** Refunds a part of a sale, knowing of all refunds before. */
export function refundOne(books: Books, sale: string, amount: bigint, time: number): Refund {
  const tag = books.sales.get(sale)?.tag ?? 0n;
  const refund = refundSale(
    books,
    { sale, refundId: zeroHash, tag, amount, by: "operator", isShown: true },
    time,
  );
  if (refund === undefined) throw new Error("It is not stale.");
  return refund;
}
