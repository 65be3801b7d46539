import type { Explanation } from "../lib/errors/Explanation";
import { NO_PAST, type Past } from "./Past";

/** How far a program's past is read, and what it tells. */
export interface HistoryState {
  readonly past: Past;
  /** Counts up with all that becomes known: questions are asked again. */
  readonly version: number;
  /** Counts up with what happens while the page is open: the program's views are asked again. */
  readonly news: number;
  /** From 0 to 1: of the blocks since the program's creation, as far as that is known. */
  readonly share: number;
  /** Whether all that the program remembers is known: sales, refunds, disputes, partners, amendments. */
  readonly isWhole: boolean;
  /** Whether it is proved by what the program remembers. */
  readonly isProved: boolean;
  /** Whether all else is known too: claims, plain receipts, settlements. */
  readonly isAll: boolean;
  /** Why nothing more is read now; it is tried again. */
  readonly failure: Explanation | undefined;
}

export const NOTHING_READ: HistoryState = {
  past: NO_PAST,
  version: 0,
  news: 0,
  share: 0,
  isWhole: false,
  isProved: false,
  isAll: false,
  failure: undefined,
};
