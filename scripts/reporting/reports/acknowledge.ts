import { formatUnits, type Hex, isHash } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { finalFrom } from "../../../core/deal/periods.ts";
import { refundedAfter } from "../../../core/deal/refundedAfter.ts";
import { refundOf } from "../../../core/deal/refundOf.ts";
import { toId } from "../../../core/ids/toId.ts";
import { type SaleBook, VOID } from "../../../core/ledger/SaleBook.ts";
import { standingSale } from "../../../core/ledger/standingSale.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { lesser } from "../../../core/money/lesser.ts";
import type { Acknowledgement } from "../../files/columns/readAcknowledged.ts";
import type { Item, Reconciliation } from "./Reconciliation.ts";
import type { OnChain } from "./readPosted.ts";
import { sourceAmount } from "./sourceAmount.ts";

/**
 * What no transaction can mend and the operator has acknowledged with the very amount, each with what it costs: refunds that came
 * after their sales were final, and refunds on chain that the source took back. One that can still be made is none of them.
 */
export function acknowledge(
  found: Reconciliation,
  chain: OnChain,
  acknowledged: ReadonlyMap<Hex, Acknowledgement>,
): Reconciliation {
  /** Of each sale, what of it has gone back with what went back late so far. */
  const late = new Map<SaleBook, bigint>();
  const items = found.items.map((item) => {
    const told = item.what === "refund" ? acknowledged.get(idOf(item, item.id)) : undefined;
    const sale = standingSale(chain.books, idOf(item, item.sale));
    if (told === undefined || sale === undefined) return item;
    if (item.status === "missing")
      return whyNotLate(item, sale, chain) ?? withLate(item, told, sale, late);
    return item.status === "unknown" ? withTakenBack(item, told, sale) : item;
  });
  return { ...found, items };
}

function whyNotLate(item: Item, sale: SaleBook, { books, now }: OnChain): Item | undefined {
  return now < finalFrom(termsAt(books, sale.time), sale.time)
    ? withNote(item, "acknowledged, though it can still be made: run sales refund")
    : undefined;
}

function withLate(
  item: Item,
  told: Acknowledgement,
  sale: SaleBook,
  late: Map<SaleBook, bigint>,
): Item {
  const { sourceAmount: amount } = item;
  const why = whyOther(told, amount, item.currency);
  if (why !== undefined || amount === undefined) return withNote(item, why ?? "");
  const before = late.get(sale) ?? sale.refunded;
  const after = refundedAfter(before, { amount, total: item.sourceTotal });
  late.set(sale, after);
  const cost = costOf(sale, before, after - before);
  return { ...item, status: "acknowledged", cost, note: told.reason };
}

function withTakenBack(item: Item, told: Acknowledgement, sale: SaleBook): Item {
  const { chainAmount: amount } = item;
  const why = whyOther(told, amount, item.currency);
  if (why !== undefined || amount === undefined) return withNote(item, why ?? "");
  const cost = -costOf(sale, sale.refunded - amount, amount);
  return { ...item, status: "acknowledged", cost, note: told.reason };
}

function withNote(item: Item, more: string): Item {
  return { ...item, note: [item.note, more].filter((word) => word !== "").join("; ") };
}

/** What the chain alone has may go by a hash. */
function idOf({ status }: Item, name: string): Hex {
  return status === "unknown" && isHash(name) ? name : toId(name);
}

function whyOther(
  { amountText }: Acknowledgement,
  amount: bigint | undefined,
  currency: Currency | undefined,
): string | undefined {
  if (currency === undefined || amount === undefined) return "its amount is none in its currency";
  if (sourceAmount(amountText, currency) === amount) return undefined;
  return `acknowledged with ${amountText}, which is not ${formatUnits(amount, currency.decimals)}`;
}

/**
 * What a refund of so much brings back from partners and for standing lines, after so much was refunded: where it comes too late,
 * they keep it of money that the operator no longer has.
 */
function costOf(sale: SaleBook, before: bigint, amount: bigint): bigint {
  const refunded = lesser(before, sale.amount);
  const lines = sale.dispute?.state === VOID ? [] : sale.lines;
  const { returned } = refundOf(
    { amount: sale.amount, lines, refunded, payer: undefined },
    sale.standingRate,
    lesser(amount, sale.amount - refunded),
  );
  return returned;
}
