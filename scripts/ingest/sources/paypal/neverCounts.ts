import type { Row } from "../../../files/table/Row.ts";
import type { Why } from "../../facts/SetAside.ts";
import { typeOf } from "./typeOf.ts";

/** Why a row is nothing that counts, whatever else it says; undefined where it may be. */
export function neverCounts(row: Row): Why | undefined {
  const called = row.get("Type");
  if (row.get("Balance Impact").toLowerCase() === "memo")
    return exclude(`it is "${called}", a memo that moves no money`);
  return typeOf(called) === "no payment" ? exclude(`it is "${called}"`) : undefined;
}

function exclude(reason: string): Why {
  return { verdict: "exclude", rule: "(no payment)", reason };
}
