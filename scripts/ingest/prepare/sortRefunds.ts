import { groupBy } from "../facts/groupBy.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { SetAside, Why } from "../facts/SetAside.ts";
import type { JudgedSales } from "./judgeSales.ts";
import type { Refund } from "./Refund.ts";
import { refundToSetAside } from "./refundToSetAside.ts";
import { reverseRevenue } from "./reverseRevenue.ts";

export interface SortedRefunds {
  /** In the order of time. */
  readonly refunds: readonly Refund[];
  readonly setAside: readonly SetAside[];
}

/** The rule of refunds whose sale is not known. */
export const NO_SALE = "(no sale)";

const NOTHING_LEFT: Why = {
  verdict: "exclude",
  rule: "(nothing left)",
  reason: "it gives back less than the smallest unit of revenue, or more than the sale",
};

/** Has each refund go the way of its sale, with the part of it that is revenue. */
export function sortRefunds(
  refunds: readonly Refund[],
  told: readonly SaleFact[],
  judged: JudgedSales,
): SortedRefunds {
  const whole = new Map(told.map((sale) => [sale.id, sale]));
  const reversed = reverseAll(refunds, whole, judged);
  const sorted: Refund[] = [];
  const setAside: SetAside[] = [];
  for (const refund of refunds) {
    const own = reversed.get(refund) ?? refund;
    const sale = whole.get(refund.saleId);
    const why = own.amount > 0n ? reasonAgainst(refund, judged, sale) : NOTHING_LEFT;
    if (why === undefined) sorted.push(own);
    else setAside.push({ ...refundToSetAside(refund, sale), ...why });
  }
  return { refunds: sorted, setAside };
}

/** What of each refund is revenue, of the sales that count. */
function reverseAll(
  refunds: readonly Refund[],
  whole: ReadonlyMap<string, SaleFact>,
  judged: JudgedSales,
): Map<Refund, Refund> {
  const bySale = groupBy(refunds, ({ saleId }) => saleId);
  const reversed = new Map<Refund, Refund>();
  for (const { id, amount: revenue, decimals } of judged.sales) {
    const [own, sale] = [bySale.get(id), whole.get(id)];
    if (own === undefined || sale === undefined) continue;
    const counted = own.map((refund) => inDecimalsOf(sale, refund));
    for (const [index, one] of reverseRevenue(counted, sale.amount, revenue).entries()) {
      const refund = own[index];
      if (refund !== undefined) reversed.set(refund, { ...one, decimals });
    }
  }
  return reversed;
}

function inDecimalsOf({ decimals }: SaleFact, refund: Refund): Refund {
  const shift = decimals - refund.decimals;
  const amount =
    shift >= 0 ? refund.amount * 10n ** BigInt(shift) : refund.amount / 10n ** BigInt(-shift);
  return { ...refund, amount, decimals };
}

/** A file's refund may be of a sale that an earlier file had; of Stripe's nobody would know what is tax. */
function reasonAgainst(
  { source, saleId }: Refund,
  { setAside }: JudgedSales,
  sale: SaleFact | undefined,
): Why | undefined {
  const aside = setAside.get(saleId);
  if (aside !== undefined) {
    const reason = `its sale is ${aside.verdict === "review" ? "under review" : "excluded"}`;
    return { verdict: aside.verdict, rule: aside.rule, reason };
  }
  if (source === "file" && sale?.conversion !== undefined) {
    const { currency, conversion } = sale;
    const reason = `its sale was paid in ${currency} and counts in ${conversion.currency}; a refunds file does not say which it is in`;
    return { verdict: "review", rule: "(currency)", reason };
  }
  if (sale !== undefined || source === "file") return undefined;
  const reason = "its sale is not among the inputs; give the file that has it";
  return { verdict: "review", rule: NO_SALE, reason };
}
