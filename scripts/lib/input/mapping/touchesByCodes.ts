import { parseTime } from "../../text/parseTime.ts";
import type { SaleFact } from "../SaleFact.ts";
import type { Touch } from "../Touch.ts";
import type { Code, Mapping } from "./Mapping.ts";

/** The touchpoints of promotion codes, each at the time of the sale that it was used in. */
export function touchesByCodes(sales: readonly SaleFact[], { codes = [] }: Mapping): Touch[] {
  const byCode = new Map<string, Code[]>();
  for (const code of codes) {
    for (const text of typeof code.code === "string" ? [code.code] : code.code) {
      const key = text.toLowerCase();
      byCode.set(key, [...(byCode.get(key) ?? []), code]);
    }
  }
  return sales.flatMap((sale) => {
    const used = sale.codes.flatMap((text) => byCode.get(text.toLowerCase()) ?? []);
    const valid = [...new Set(used)].filter((code) => isValid(code, sale.occurredAt));
    const [customer] = sale.customers;
    if (customer === undefined) return [];
    return valid.map(({ partner, role, channel = "code" }) => ({
      ...{ customer, partner, role, channel, id: "" },
      ...{ occurredAt: sale.occurredAt, from: sale.from },
    }));
  });
}

function isValid({ from, until }: Code, time: number): boolean {
  const begins = from === undefined ? 0 : (parseTime(from) ?? 0);
  const ends = until === undefined ? undefined : parseTime(until);
  return time >= begins && (ends === undefined || time < ends);
}
