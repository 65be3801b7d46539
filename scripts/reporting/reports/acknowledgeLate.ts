import { formatUnits, type Hex } from "viem";
import { finalFrom } from "../../../core/deal/periods.ts";
import { refundOf } from "../../../core/deal/refundOf.ts";
import { toId } from "../../../core/ids/toId.ts";
import type { SaleBook } from "../../../core/ledger/Books.ts";
import { VOID } from "../../../core/ledger/disputeEvents.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { lesser } from "../../../core/money/lesser.ts";
import type { Acknowledgement } from "../../files/columns/readAcknowledged.ts";
import type { Item, Reconciliation } from "./Reconciliation.ts";
import type { OnChain } from "./readPosted.ts";
import { sourceAmount } from "./sourceAmount.ts";

/**
 * Refunds that came after their sales were final, and that the operator has acknowledged with the very amount: each with what it
 * costs. One that can still be reversed is none of them, whatever is acknowledged.
 */
export function acknowledgeLate(
  found: Reconciliation,
  chain: OnChain,
  acknowledged: ReadonlyMap<Hex, Acknowledgement>,
): Reconciliation {
  /** Of each sale, what of it went back late so far. */
  const late = new Map<string, bigint>();
  const items = found.items.map((item) => {
    const told = item.what === "refund" ? acknowledged.get(toId(item.id)) : undefined;
    const sale = chain.books.sales.get(toId(item.sale));
    if (told === undefined || sale === undefined || item.status !== "missing") return item;
    const why = whyNotLate(item, told, sale, chain);
    if (why !== undefined) return { ...item, note: [item.note, why].filter(Boolean).join("; ") };
    const before = late.get(item.sale) ?? 0n;
    const amount = item.sourceAmount ?? 0n;
    late.set(item.sale, before + amount);
    return {
      ...item,
      status: "acknowledged" as const,
      cost: costOf(sale, before, amount),
      note: told.reason,
    };
  });
  return { ...found, items };
}

function whyNotLate(
  { sourceAmount: amount, currency }: Item,
  { amountText }: Acknowledgement,
  sale: SaleBook,
  { books, now }: OnChain,
): string | undefined {
  if (now < finalFrom(termsAt(books, sale.time), sale.time))
    return "acknowledged, though it can still be made: run sales refund";
  if (currency === undefined || amount === undefined) return "its amount is none in its currency";
  if (sourceAmount(amountText, currency) === amount) return undefined;
  return `acknowledged with ${amountText}, which is not ${formatUnits(amount, currency.decimals)}`;
}

/**
 * What would have come back from partners and for standing lines had it been reversed in time: what they keep of money that the
 * operator no longer has.
 */
function costOf(sale: SaleBook, before: bigint, amount: bigint): bigint {
  const refunded = lesser(sale.refunded + before, sale.amount);
  const lines = sale.dispute?.state === VOID ? [] : sale.lines;
  const { returned } = refundOf(
    { amount: sale.amount, lines, refunded, payer: undefined },
    sale.standingRate,
    lesser(amount, sale.amount - refunded),
  );
  return returned;
}
