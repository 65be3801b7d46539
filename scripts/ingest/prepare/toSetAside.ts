import { formatUnits } from "viem";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { SetAside } from "../facts/SetAside.ts";
import { worthOf } from "../facts/worthOf.ts";

/** A sale that is not among what is posted. */
export function toSetAside(
  sale: SaleFact,
  why: Pick<SetAside, "verdict" | "rule" | "reason">,
): SetAside {
  const { id, kind, occurredAt, product, from } = sale;
  const { amount, decimals, currency } = worthOf(sale);
  return {
    ...{ what: "sale", id, kind, currency, occurredAt, product, from },
    customer: sale.customers[0] ?? "",
    amount: formatUnits(amount, decimals),
    ...why,
  };
}
