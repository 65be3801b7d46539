import { RefusedRowError } from "../../files/table/RefusedRowError.ts";
import type { Row } from "../../files/table/Row.ts";
import type { Inputs } from "../facts/Inputs.ts";
import type { SetAside } from "../facts/SetAside.ts";
import { placeOf } from "./placeOf.ts";

/** Takes a row in; one that is refused, such as a sale of 0.00, is set aside with the reason, and the others are read. */
export function takeOrSetAside(
  row: Row,
  what: SetAside["what"],
  inputs: Inputs,
  take: (row: Row) => void,
): void {
  try {
    take(row);
  } catch (error) {
    if (!(error instanceof RefusedRowError)) throw error;
    const isNothing = /^[+-]?0*(?:\.0*)?$/.test(row.get("amount"));
    inputs.setAside.push({
      // Of nothing nobody gets anything; of what else is wrong somebody may.
      verdict: isNothing ? "exclude" : "review",
      what,
      id: row.get(what === "refund" ? "refund_id" : "sale_id"),
      customer: row.get("customer_id"),
      kind: row.get("kind"),
      amount: row.get("amount"),
      currency: row.get("currency"),
      occurredAt: undefined,
      product: row.get("product"),
      from: placeOf(row),
      rule: isNothing ? "(nothing paid)" : "(no such amount)",
      reason: error.reason,
    });
  }
}
