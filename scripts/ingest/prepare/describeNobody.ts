import { counted } from "../../../core/text/counted.ts";
import { printable } from "../../../core/text/printable.ts";

/** What of the inputs led to nobody. */
export interface Nobody {
  /** Ids of sales with neither a customer nor a code or link of a partner. */
  readonly sales: readonly string[];
  /** Sales with promotion codes of which none is a partner's at their time. */
  readonly codes: number;
  /** Those codes, as the sales have them, each once. */
  readonly codeNames: readonly string[];
  /** Sales and visits whose link is of no partner or of several, or may not be used. */
  readonly links: number;
  /** Touches, visits and deals of a customer whose name is nobody's. */
  readonly touches: number;
}

/** How many ids or codes a sentence lists. */
const SOME = 10;

/** The same in sentences; none where there is nothing to tell. */
export function describeNobody({ sales, codes, codeNames, links, touches }: Nobody): string[] {
  const counts = [
    ...told(sales.length, "sale has no customer", "sales have no customer"),
    ...told(codes, "code counted for nobody", "codes counted for nobody"),
    ...told(links, "link counted for nobody", "links counted for nobody"),
    ...told(touches, "touch is of nobody's name", "touches are of nobody's names"),
  ];
  if (counts.length === 0) return [];
  return [
    `${counts.join(", ")}.`,
    ...listed("Without a customer", sales),
    ...listed("Codes of nobody at their time", codeNames),
  ];
}

function listed(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > SOME ? ` and ${names.length - SOME} more` : "";
  return [`${what}: ${printable(names.slice(0, SOME).join(", "))}${more}.`];
}

function told(count: number, one: string, several: string): string[] {
  return count === 0 ? [] : [counted(count, one, several)];
}
