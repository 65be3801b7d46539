import type { WrittenMapping } from "../mapping/readMapping.ts";

/** What stands in a drafted mapping where only the operator knows. */
export const FILL_IN = "FILL IN";

/** Something of a drafted mapping that a person has to look at. */
export interface ToFill {
  /** Where it is in the mapping, such as `codes[0]`. */
  readonly path: string;
  /** What was seen, and what to write. */
  readonly what: string;
}

export interface DraftedMapping {
  readonly mapping: WrittenMapping;
  readonly toFill: readonly ToFill[];
}
