import type { Address, Hash } from "viem";

/** Who has agreed to end a line. */
export const BY_OPERATOR = 1;
export const BY_HOLDER = 2;

/** How a standing line stands beside its terms. */
export interface LineChanges {
  /** When it stops to earn, where that was agreed after its terms. */
  ends: number | undefined;
  /** When it was suspended and resumed, in turns. */
  readonly turns: number[];
  /** `BY_OPERATOR` and `BY_HOLDER` together. */
  agreed: number;
  notice: { readonly remedy: number; readonly until: number } | undefined;
  /** The transaction in which it was sold. */
  soldIn: Hash | undefined;
  offer: { readonly currency: Address; readonly price: bigint } | undefined;
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

/** Whether a line, as far as its terms go, was neither ended nor suspended at a time. */
export function isInForce(changes: LineChanges | undefined, time: number): boolean {
  if (changes === undefined) return true;
  const { ends, turns } = changes;
  if (ends !== undefined && time >= ends) return false;
  return turns.filter((turn) => turn <= time).length % 2 === 0;
}
