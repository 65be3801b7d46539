import type { DatabaseSync } from "node:sqlite";
import { formatUnits } from "viem";
import { lesser } from "../../money/lesser.ts";
import { groupBy } from "../prepare/groupBy.ts";
import type { RefundFact } from "../RefundFact.ts";
import type { SaleFact } from "../SaleFact.ts";
import { NOTHING_KNOWN, type SetAside } from "../SetAside.ts";
import { decimalsAtStripe } from "../stripe/decimalsAtStripe.ts";
import type { Returned } from "./Returned.ts";
import { type ChargeRefunds, type ReturnedPart, refundsOfCharge } from "./refundsOfCharge.ts";

export interface StoredRefunds {
  readonly refunds: readonly RefundFact[];
  /** Refunds that are pending or have failed, and those that nobody can compare with their sale. */
  readonly setAside: readonly SetAside[];
}

/** The rule of refunds that were told and came back since. */
export const REFUND_FAILED = "(refund failed)";

interface Row extends Returned {
  readonly place: number;
  readonly charge: string;
  readonly currency: string;
}

/**
 * Reads what went back, each for no more than is left of its sale. One whose sale is not known goes by its charge.
 * @param saleOf The sale that something belongs to.
 */
export function storedRefunds(
  store: DatabaseSync,
  saleOf: (alias: string) => SaleFact | undefined,
): StoredRefunds {
  const rows = store.prepare("SELECT * FROM returned ORDER BY place").all().map(toRow);
  const placeOf = new Map(rows.map(({ event, place }) => [event, place]));
  const refunds: (RefundFact & { readonly place: number })[] = [];
  const setAside: SetAside[] = [];
  for (const [charge, told] of groupBy(rows, (row) => row.charge)) {
    const currency = told[0]?.currency ?? "";
    const sale = saleOf(charge);
    const heard = refundsOfCharge(charge, told);
    setAside.push(...undoneOf(heard, currency));
    for (const part of heard.parts) {
      const fact = toFact(part, sale?.id ?? charge, currency);
      const isComparable = sale === undefined || sale.currency === currency.toUpperCase();
      if (isComparable) refunds.push({ ...fact, place: placeOf.get(part.event) ?? 0 });
      else setAside.push(otherCurrency(part, currency, sale));
    }
  }
  refunds.sort((a, b) => a.place - b.place);
  return { refunds: withinSales(refunds, saleOf), setAside };
}

function toRow(row: Record<string, unknown>): Row {
  return {
    place: Number(row.place),
    event: String(row.event),
    charge: String(row.charge),
    id: String(row.id),
    amount: Number(row.amount),
    status: String(row.status) as Returned["status"],
    reason: String(row.reason),
    currency: String(row.currency),
    occurredAt: Number(row.occurred_at),
  };
}

function toFact(part: ReturnedPart, saleId: string, currency: string): RefundFact {
  const { id, amount, undone, reason, occurredAt, event } = part;
  return {
    ...{ id, saleId, amount: BigInt(amount - undone), decimals: decimalsAtStripe(currency) },
    ...{ reason, occurredAt, source: "endpoint", from: `event ${event}` },
  };
}

/** A refund and a lost dispute of one sale may come to more than the sale. */
function withinSales(
  refunds: readonly (RefundFact & { readonly place: number })[],
  saleOf: (alias: string) => SaleFact | undefined,
): RefundFact[] {
  const left = new Map<string, bigint>();
  return refunds.flatMap(({ place: _, ...refund }) => {
    const { saleId, amount } = refund;
    const most = left.get(saleId) ?? saleOf(saleId)?.amount ?? amount;
    const granted = lesser(amount, most);
    if (saleOf(saleId) !== undefined) left.set(saleId, most - granted);
    return granted > 0n ? [{ ...refund, amount: granted }] : [];
  });
}

function undoneOf({ parts, pending, hasFailed }: ChargeRefunds, currency: string): SetAside[] {
  const failed = hasFailed ? parts.filter(({ undone }) => undone > 0) : [];
  return [
    ...failed.map((part) =>
      aside({ ...part, amount: part.undone }, currency, {
        ...{ verdict: "exclude", rule: REFUND_FAILED },
        reason: "the money came back; where it was reversed on chain before, it stays reversed",
      }),
    ),
    ...pending.map((one) =>
      aside(one, currency, {
        ...{ verdict: "review", rule: "(refund pending)" },
        reason: "the bank has not taken it yet; it is a refund once it has",
      }),
    ),
  ];
}

function otherCurrency(part: ReturnedPart, currency: string, sale: SaleFact): SetAside {
  const reason = `its sale ${sale.id} is in ${sale.currency}; refund that part of it by a refunds file`;
  return aside(part, currency, { verdict: "review", rule: "(currency)", reason });
}

function aside(
  { id, amount, occurredAt, event }: Omit<Returned, "status">,
  currency: string,
  why: Pick<SetAside, "verdict" | "rule" | "reason">,
): SetAside {
  return {
    ...NOTHING_KNOWN,
    ...{ what: "refund", id, occurredAt, from: `event ${event}` },
    amount: formatUnits(BigInt(amount), decimalsAtStripe(currency)),
    currency: currency.toUpperCase(),
    ...why,
  };
}
