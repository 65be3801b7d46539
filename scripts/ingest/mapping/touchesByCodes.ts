import { parseTime } from "../../../core/text/parseTime.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import { NOTHING_KNOWN, type SetAside } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";
import type { Code, Mapping } from "./Mapping.ts";

export interface TouchesByCodes {
  readonly touches: readonly Touch[];
  /** Sales with codes of which none is a partner's at their time. */
  readonly missed: readonly SetAside[];
}

/** The touchpoints of promotion codes, each at the time of the sale that it was used in. */
export function touchesByCodes(
  sales: readonly SaleFact[],
  { codes = [] }: Mapping,
): TouchesByCodes {
  const byCode = indexCodes(codes);
  const touches: Touch[] = [];
  const missed: SetAside[] = [];
  for (const sale of codes.length === 0 ? [] : sales) {
    const { id, codes: used, occurredAt, from } = sale;
    const [customer] = sale.customers;
    if (customer === undefined || used.length === 0) continue;
    const known = [...new Set(used.flatMap((text) => byCode.get(text.toLowerCase()) ?? []))];
    const valid = known.filter((code) => isValid(code, occurredAt));
    for (const { partner, role, channel = "code" } of valid)
      touches.push({ customer, partner, role, channel, occurredAt, id: "", from });
    if (valid.length > 0) continue;
    missed.push({
      ...NOTHING_KNOWN,
      ...{ verdict: "exclude", what: "code", id, customer, occurredAt, from },
      ...whyMissed(used, known),
    });
  }
  return { touches, missed };
}

/** By each text in small letters. */
function indexCodes(codes: readonly Code[]): ReadonlyMap<string, readonly Code[]> {
  const byCode = new Map<string, Code[]>();
  for (const code of codes) {
    for (const text of typeof code.code === "string" ? [code.code] : code.code) {
      const key = text.toLowerCase();
      byCode.set(key, [...(byCode.get(key) ?? []), code]);
    }
  }
  return byCode;
}

function whyMissed(
  used: readonly string[],
  known: readonly Code[],
): Pick<SetAside, "rule" | "reason"> {
  const names = used.join(", ");
  if (known.length === 0)
    return { rule: "(unknown code)", reason: `the mapping does not have ${names}` };
  const spans = known.map(({ partner, from, until }) => {
    const ends = until === undefined ? "on" : `to before ${until}`;
    return `that of ${partner} counts from ${from ?? "the beginning"} ${ends}`;
  });
  return { rule: "(code expiry)", reason: `${names}: ${spans.join(", ")}` };
}

function isValid({ from, until }: Code, time: number): boolean {
  const begins = from === undefined ? 0 : (parseTime(from) ?? 0);
  const ends = until === undefined ? undefined : parseTime(until);
  return time >= begins && (ends === undefined || time < ends);
}
