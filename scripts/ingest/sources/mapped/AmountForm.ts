import type { DecimalMark } from "../../../../core/text/plainAmount.ts";

/** How a file writes its amounts. */
export interface AmountForm {
  readonly decimalMark: DecimalMark;
  /** In the smallest unit, without decimals. */
  readonly isSmallest: boolean;
}
