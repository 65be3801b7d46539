import type { Row } from "../../../files/table/Row.ts";
import type { Why } from "../../facts/SetAside.ts";
import { statusOf } from "./statusOf.ts";
import { typeOf } from "./typeOf.ts";

/** Whether a row moves money from one currency to another. */
export function isConversion(row: Row): boolean {
  return typeOf(row.get("Type")) === "conversion" && !isMemo(row);
}

/** Why a row is nothing that counts, whatever else it says; undefined where it may be. */
export function neverCounts(row: Row): Why | undefined {
  const called = row.get("Type");
  const isAwaited = typeOf(called) === "payment" && statusOf([row.get("Status")]) === "pending";
  // PayPal calls the impact of what is still to come a memo, too: it is no payment yet.
  if (isMemo(row) && isAwaited)
    return { ...exclude(`the status is ${row.get("Status")}`), rule: "(not paid)" };
  if (isMemo(row)) return exclude(`it is "${called}", a memo that moves no money`);
  const type = typeOf(called);
  return type === "no payment" || type === "conversion" ? exclude(`it is "${called}"`) : undefined;
}

/** It leaves the balance as it is. */
function isMemo(row: Row): boolean {
  return row.get("Balance Impact").toLowerCase() === "memo";
}

function exclude(reason: string): Why {
  return { verdict: "exclude", rule: "(no payment)", reason };
}
