/** How a file writes its amounts. */
export interface AmountForm {
  readonly decimalMark: "." | ",";
  /** In the smallest unit, without decimals. */
  readonly isSmallest: boolean;
}
