import type { Beginning } from "./Beginning.ts";
import type { Deal } from "./Deal.ts";
import type { Doubt } from "./Doubt.ts";
import type { RefundFact } from "./RefundFact.ts";
import type { SaleFact } from "./SaleFact.ts";
import type { SetAside } from "./SetAside.ts";
import type { Touch } from "./Touch.ts";
import type { UnreadEvents } from "./UnreadEvents.ts";
import type { Visit } from "./Visit.ts";

/** All that the sources tell, as they tell it. */
export class Inputs {
  readonly sales: SaleFact[] = [];
  /** Payments that another source or event will tell as sales. */
  readonly awaiting: SaleFact[] = [];
  readonly refunds: RefundFact[] = [];
  readonly touches: Touch[] = [];
  readonly visits: Visit[] = [];
  readonly deals: Deal[] = [];
  /** Names that are of one customer each. */
  readonly customers: string[][] = [];
  /** Ids of what belongs to one sale each. */
  readonly same: (readonly string[])[] = [];
  /** Ids of sales under an open dispute. */
  readonly disputed = new Set<string>();
  readonly begun: Beginning[] = [];
  /** Events of kinds that nobody reads. */
  readonly unread: UnreadEvents[] = [];
  /** What keeps a sale waiting. */
  readonly doubts: Doubt[] = [];
  /** Rows that are no sale and no refund, or cannot be told. */
  readonly setAside: SetAside[] = [];
}
