import type { RefusedRow } from "../files/columns/RefusedRow.ts";
import type { NamedCredit } from "../files/columns/splitCredits.ts";
import type { Row } from "../files/table/Row.ts";

/** One line of a sales file, by names alone: each of several terms files gives them its own meaning. */
export interface PastSale {
  readonly id: string;
  readonly line: number;
  readonly kind: string;
  readonly product: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly time: number;
  readonly credits: readonly NamedCredit[];
}

/** One line of a refunds file, with the sale it is of. */
export interface PastRefund {
  readonly row: Row;
  readonly sale: PastSale;
  readonly amount: bigint;
  readonly time: number;
}

/** What happened, in the order of time. */
export interface PastSales {
  readonly file: string;
  readonly sales: readonly PastSale[];
  /** Rows that are no sales, such as those of 0.00. */
  readonly refused: readonly RefusedRow[];
  readonly refunds: readonly PastRefund[];
}
