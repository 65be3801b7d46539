import type { Terms } from "../deal/Terms.ts";
import { isInForceAt } from "./Amendment.ts";
import type { Books } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";

/** The terms in force at a time, as far as the events tell. */
export function termsAt({ amendments, agreed, texts }: Books, time: number): Terms {
  const hash = amendments.findLast((one) => isInForceAt(one, time))?.hash ?? agreed;
  const terms = texts.get(hash);
  if (terms === undefined) throw new BrokenHistoryError(`nothing tells the terms ${hash}`);
  return terms;
}
