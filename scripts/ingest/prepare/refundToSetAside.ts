import { formatUnits } from "viem";
import type { RefundFact } from "../facts/RefundFact.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import { NOTHING_KNOWN, type SetAside, type Why } from "../facts/SetAside.ts";

/** A refund that is not among what is made, with what is known of its sale. */
export function refundToSetAside(
  { id, amount, decimals, currency, occurredAt, from }: Omit<RefundFact, "isTotal">,
  sale: SaleFact | undefined,
): Omit<SetAside, keyof Why> {
  return {
    ...NOTHING_KNOWN,
    ...{ what: "refund", id, occurredAt, from },
    customer: sale?.customers[0] ?? "",
    kind: sale?.kind ?? "",
    currency: sale?.currency ?? currency ?? "",
    product: sale?.product ?? "",
    amount: formatUnits(amount, decimals),
  };
}
