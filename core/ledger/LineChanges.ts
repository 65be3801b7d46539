import type { Address, Hash } from "viem";
import type { LineState } from "../deal/isRunning.ts";
import type { Time } from "../deal/Terms.ts";

/** Who has agreed to end a line. */
export const BY_OPERATOR = 1;
export const BY_HOLDER = 2;

/** How a standing line stands beside its terms. */
export interface LineChanges extends LineState {
  ends: number | undefined;
  readonly turns: number[];
  /** `BY_OPERATOR` and `BY_HOLDER` together. */
  agreed: number;
  notice: { readonly remedy: number; readonly until: number } | undefined;
  /** The transaction in which it was sold. */
  soldIn: Hash | undefined;
  /** The operator's price, which the holder can accept from then on. */
  offer: { readonly currency: Address; readonly price: bigint; readonly from: Time } | undefined;
}

/** The changes of a line, begun where there are none yet. */
export function changesOf(lines: Map<number, LineChanges>, index: number): LineChanges {
  const known = lines.get(index);
  if (known !== undefined) return known;
  const changes: LineChanges = {
    ends: undefined,
    turns: [],
    agreed: 0,
    notice: undefined,
    soldIn: undefined,
    offer: undefined,
  };
  lines.set(index, changes);
  return changes;
}
