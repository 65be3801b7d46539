import type { SetAside } from "../facts/SetAside.ts";
import type { Touch } from "../facts/Touch.ts";

/** What follows from sales themselves of who led to them. */
export interface SaleTouches {
  /** Of sales with a customer. */
  readonly touches: readonly Touch[];
  /** Of those without one, by their ids: as a sales file has credits. */
  readonly credits: ReadonlyMap<string, readonly string[]>;
  /** What sales name that is no partner's. */
  readonly missed: readonly SetAside[];
}
