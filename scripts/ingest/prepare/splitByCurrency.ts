import type { RefundFact } from "../facts/RefundFact.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { SetAside } from "../facts/SetAside.ts";
import { currencyRuleOf } from "../mapping/currencyRuleOf.ts";
import type { Mapping } from "../mapping/Mapping.ts";
import { refundToSetAside } from "./refundToSetAside.ts";

export interface SplitRefunds {
  /** Those in their sale's currency, and those whose source or sale does not say. */
  readonly refunds: readonly RefundFact[];
  readonly setAside: readonly SetAside[];
}

/** Refunds that say another currency than their sale want a review: their amounts are no part of its. */
export function splitByCurrency(
  told: readonly RefundFact[],
  sales: readonly SaleFact[],
  idOf: (id: string) => string,
  mapping: Mapping,
): SplitRefunds {
  // Two that are converted to one are not the same.
  const named = (currency: string) => {
    const rule = currencyRuleOf(mapping, currency);
    return (typeof rule === "string" ? rule : currency).toUpperCase();
  };
  const byId = new Map(sales.map((sale) => [sale.id, sale]));
  const refunds: RefundFact[] = [];
  const setAside: SetAside[] = [];
  for (const refund of told) {
    const sale = byId.get(idOf(refund.saleId));
    const { currency } = refund;
    if (sale === undefined || currency === undefined || named(currency) === named(sale.currency)) {
      refunds.push(refund);
      continue;
    }
    const reason = `it is in ${currency}, and its sale ${sale.id} in ${sale.currency}; refund that part of it by a refunds file`;
    setAside.push({
      ...refundToSetAside(refund, sale),
      ...{ currency, verdict: "review", rule: "(currency)", reason },
    });
  }
  return { refunds, setAside };
}
