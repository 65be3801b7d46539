import { foldText } from "../../core/text/foldText.ts";
import { byBytes } from "./byBytes.ts";

/** A partner's name as a file has it, and how often. */
export interface WrittenPartner {
  readonly partner: string;
  readonly touches: number;
}

/** The one spelling of each partner, of names that compare as equal: that of most touches, of equal ones the first. */
export function spellingOf(written: readonly WrittenPartner[]): (partner: string) => string {
  const touches = new Map<string, number>();
  for (const { partner, touches: count } of written)
    touches.set(partner, (touches.get(partner) ?? 0) + count);
  const best = new Map<string, string>();
  for (const [partner, count] of touches) {
    const other = best.get(foldText(partner));
    const most = other === undefined ? 0 : (touches.get(other) ?? 0);
    const isFirst = other === undefined || byBytes(partner, other) < 0;
    if (count > most || (count === most && isFirst)) best.set(foldText(partner), partner);
  }
  return (partner) => best.get(foldText(partner)) ?? partner;
}
