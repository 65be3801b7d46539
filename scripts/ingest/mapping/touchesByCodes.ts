import { didYouMean } from "../../../core/text/didYouMean.ts";
import { foldText } from "../../../core/text/foldText.ts";
import { parseTime } from "../../../core/text/parseTime.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import { NOTHING_KNOWN, type SetAside } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";
import type { Code, Mapping } from "./Mapping.ts";
import type { SaleCredit, SaleTouches } from "./SaleTouches.ts";

/**
 * The touchpoints of promotion codes, each at the time of the sale that it was used in; of a sale without a customer the credit, for
 * nobody's touches are looked for. Missed are the sales with codes of which none is a partner's at their time.
 */
export function touchesByCodes(sales: readonly SaleFact[], { codes = [] }: Mapping): SaleTouches {
  const byCode = indexCodes(codes);
  const touches: Touch[] = [];
  const credits = new Map<string, SaleCredit[]>();
  const missed: SetAside[] = [];
  for (const sale of codes.length === 0 ? [] : sales) {
    const { id, codes: used, occurredAt, from } = sale;
    const [customer] = sale.customers;
    if (used.length === 0) continue;
    const known = [...new Set(used.flatMap((text) => codesIn(text, byCode)))];
    const valid = known.filter((code) => isValid(code, occurredAt));
    for (const { partner, role, channel = "code" } of valid) {
      if (customer === undefined) credits.set(id, [...(credits.get(id) ?? []), { partner, role }]);
      else touches.push({ customer, partner, role, channel, occurredAt, id: "", from });
    }
    if (valid.length > 0) continue;
    missed.push({
      ...NOTHING_KNOWN,
      ...{ verdict: "exclude", what: "code", id, customer: customer ?? "", occurredAt, from },
      ...whyMissed(used, known, codes),
    });
  }
  return { touches, credits, missed };
}

/** A field may list several codes. */
function codesIn(text: string, byCode: ReadonlyMap<string, readonly Code[]>): readonly Code[] {
  const whole = byCode.get(foldText(text));
  return whole ?? text.split(/[,;|]/).flatMap((part) => byCode.get(foldText(part)) ?? []);
}

/** By each text, however it is spelled. */
function indexCodes(codes: readonly Code[]): ReadonlyMap<string, readonly Code[]> {
  const byCode = new Map<string, Code[]>();
  for (const code of codes) {
    for (const text of textsOf(code)) {
      const key = foldText(text);
      byCode.set(key, [...(byCode.get(key) ?? []), code]);
    }
  }
  return byCode;
}

function textsOf({ code }: Code): readonly string[] {
  return typeof code === "string" ? [code] : code;
}

function whyMissed(
  used: readonly string[],
  known: readonly Code[],
  codes: readonly Code[],
): Pick<SetAside, "rule" | "reason"> {
  const names = used.join(", ");
  if (known.length === 0) {
    const near = didYouMean(names, codes.flatMap(textsOf));
    return { rule: "(unknown code)", reason: `the mapping does not have ${names}${near}` };
  }
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
