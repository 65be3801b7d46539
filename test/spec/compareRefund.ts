import { type Hex, keccak256, zeroHash } from "viem";
import type { Refund } from "../../core/deal/refundOf.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { refundSale, type SaleToRefund } from "../../core/spec/refundSale.ts";
import { saleKey } from "../../core/spec/saleKey.ts";
import { eventsOf } from "./eventsOf.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import { forge } from "./forge.ts";
import type { ShownPosted, Subject } from "./openProgram.ts";
import { picked } from "./picked.ts";
import { idOf } from "./placeSale.ts";
import { reach } from "./reached.ts";
import { refusalOf } from "./refusalOf.ts";
import type { Refunding } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";

interface Item extends SaleToRefund {
  readonly posted: ShownPosted;
}

/** Refunds parts of some sales in one call. */
export async function compareRefund(subject: Subject, step: Refunding): Promise<void> {
  const { chain, program, books, now, sales } = subject;
  if (sales.length === 0) return;
  const items = planned(subject, step);
  const all = (trial: Books) => items.map((item) => refundSale(trial, item, now));
  const refusal = refusalOf(() => all(structuredClone(books)));
  const both = await expectSameRefusal(
    "refund",
    () => {
      if (refusal !== undefined) throw refusal;
      return all(books);
    },
    () =>
      chain.wallet[step.by].writeContract({
        ...program,
        functionName: "refund",
        args: [items.map(toShown), zeroHash],
        ...TRANSACTION,
      }),
  );
  if (both !== undefined) await compareTold(subject, items, both.spec);
}

/** Each knows of those before it in the call; a stale one of all but the last. */
function planned(
  { books, sales, now }: Subject,
  { refunds, forged, by }: Refunding,
): readonly Item[] {
  const trial = structuredClone(books);
  return refunds.map(({ sale, part, stale }, index) => {
    const posted = picked(sales, sale);
    const key = saleKey(posted);
    const { amount, refunded, tag } = trial.sales.get(key) ?? { amount: 0n, refunded: 0n, tag: 0n };
    const item = {
      ...{ sale: key, refundId: refundIdOf(key, now, refunded, index), posted },
      by,
      tag: stale ? tag ^ 1n : tag,
      isShown: !forged || index > 0,
      amount: ((amount - refunded) * BigInt(part) + 99n) / 100n,
    };
    refusalOf(() => refundSale(trial, item, now));
    if (item.isShown) return item;
    return { ...item, posted: { ...posted, shown: forge(posted.shown) } };
  });
}

function refundIdOf(key: string, now: number, refunded: bigint, index: number): Hex {
  return keccak256(idOf(`${key} ${now} ${index} ${refunded}`.slice(0, 31)));
}

function toShown({ posted, refundId, tag, amount }: Item) {
  return { sale: posted.shown, id: refundId, tag, amount, reason: "fuzz" };
}

async function compareTold(
  subject: Subject,
  items: readonly Item[],
  refunds: readonly (Refund | undefined)[],
): Promise<void> {
  const { books, funds } = subject;
  const told = (await eventsOf(subject, "SaleRefunded")).events;
  const skipped = (await eventsOf(subject, "RefundSkipped")).events;
  for (const [index, item] of items.entries()) {
    const refund = refunds[index];
    const sale = books.sales.get(item.sale);
    const names = { saleId: item.posted.shown.id, refundId: item.refundId };
    reach(refund === undefined ? "refund passed over" : "refund made");
    if (refund === undefined || sale === undefined) {
      const event = skipped.shift();
      expectEqual(
        "RefundSkipped",
        { ...names, batch: BigInt(item.posted.batch), place: BigInt(item.posted.place) },
        event && {
          ...{ saleId: event.saleId, refundId: event.refundId },
          ...{ batch: event.batch, place: event.place },
        },
      );
      continue;
    }
    const { reason, ...event } = told.shift() ?? { reason: "none" };
    expectEqual("reason", "fuzz", reason);
    const { batch, place } = item.posted;
    expectEqual(
      "SaleRefunded",
      {
        ...{ ...names, ...refund, batch: BigInt(batch), place: BigInt(place) },
        ...{ amount: item.amount, setAside: refund.setAside > 0n ? refund.setAside : 0n },
      },
      event,
    );
    if (sale.payer !== undefined) continue;
    funds.set(sale.currency, (funds.get(sale.currency) ?? 0n) + refund.returned);
  }
  expectEqual("further refunds", [0, 0], [told.length, skipped.length]);
}
