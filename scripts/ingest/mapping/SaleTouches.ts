import type { SetAside } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";

/** What follows from sales themselves of who led to them. */
export interface SaleTouches {
  readonly touches: readonly Touch[];
  /** Who is credited without a touch, by the sales' ids: of those without a customer, or that a deal has to itself. */
  readonly credits: ReadonlyMap<string, readonly SaleCredit[]>;
  /** What of sales is no partner's, or not at their time. */
  readonly missed: readonly SetAside[];
}

export type SaleCredit = Pick<Touch, "partner" | "role">;
