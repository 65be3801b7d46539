import type { Part } from "../facts/SaleFact.ts";
import type { Patterns } from "../rules/fits.ts";

/** A column, or several of which the first that says something counts. */
export type ColumnNames = string | readonly string[];

/** An amount: one column, several added up, or all that come after some text in one. */
export type AmountColumns = ColumnNames | SummedColumns | ListedAmounts;

interface SummedColumns {
  readonly sum: readonly string[];
  readonly less?: readonly string[];
}

interface ListedAmounts {
  readonly column: string;
  readonly after: string;
}

/** What columns have to hold; a column that the file does not have is empty. Capitals make no difference. */
export type RowCondition = Readonly<Record<string, Patterns>>;

/** What a row can be. */
export type RowSort = "sale" | "item" | "refund" | "unpaid" | "other" | "review";

/** How a table of another system tells sales, as schema/mapping.schema.json describes it among `sources`. */
export interface ColumnMap {
  /** What a file of it is called. */
  readonly name: string;
  /** The columns that a file is known by. */
  readonly columns: readonly ColumnNames[];
  /** What each row is: the first that is met counts. Without the field each is a sale. */
  readonly rows?: readonly {
    readonly when?: RowCondition;
    readonly is: RowSort;
    readonly reason?: string;
  }[];
  readonly id: ColumnNames;
  /** Other ids of the same sale. */
  readonly same?: readonly string[];
  /** Of a refund's row: the sale. */
  readonly refundOf?: ColumnNames;
  readonly amount: AmountColumns;
  readonly currency: ColumnNames | { readonly always: string };
  /** How amounts are written: in units with decimals, in the smallest unit, or the one or the other, which then each file has to show. */
  readonly amounts?: "decimal" | "smallest" | "shown";
  readonly time: ColumnNames;
  /** The time of day, where the time's column has the date alone. */
  readonly clock?: string;
  /** The zone of times that name none; otherwise the command's. */
  readonly zone?: string;
  /** Where customers' names are, by how a mapping calls the place. */
  readonly customers?: Readonly<Record<string, ColumnNames>>;
  readonly kinds?: readonly { readonly when: RowCondition; readonly kind: string }[];
  readonly product?: ColumnNames;
  readonly codes?: readonly { readonly column: string; readonly after?: string }[];
  readonly tax?: AmountColumns;
  readonly shipping?: AmountColumns;
  readonly fees?: AmountColumns;
  readonly discount?: AmountColumns;
  /** Parts that the amount does not have in it. */
  readonly without?: readonly Part[];
  /** What went back of the sale so far; the first that is met and says of some counts. Without an amount it is the whole. */
  readonly refunded?: readonly {
    readonly when?: RowCondition;
    readonly amount?: AmountColumns;
    readonly time?: ColumnNames;
    readonly reason?: string;
  }[];
  /** When a dispute is open. */
  readonly disputed?: RowCondition;
  /** What the export itself makes of the amount in another currency. */
  readonly converted?: {
    readonly amount: AmountColumns;
    readonly currency: ColumnNames | { readonly always: string };
    /** Of the converted amount. */
    readonly fees?: AmountColumns;
  };
  /** Columns to keep, which rules and mappings ask for by their names. */
  readonly attributes?: readonly string[];
}
