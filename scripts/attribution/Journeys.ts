import type { Touches } from "./models/Touches.ts";
import type { SaleAmounts } from "./Totals.ts";

/** What some customers touched and bought: all touches and sales of each. */
export interface Journeys {
  readonly touches: Touches;
  readonly sales: JourneySales;
}

/** A column each. */
interface JourneySales extends SaleAmounts {
  /** In the file. */
  readonly places: Int32Array;
  readonly seconds: Uint32Array;
  /** The touches that count for each sale are `starts ≤ index < ends`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}
