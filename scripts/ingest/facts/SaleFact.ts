import type { Conversion, ConvertedAmount } from "./Conversion.ts";

/** Where facts come from. Of a sale that several tell of, the first of these has the last word. */
export const SOURCES = ["file", "endpoint", "payments", "balance"] as const;

export type Source = (typeof SOURCES)[number];

/** What a sale's amount may be counted with or without. */
export const PARTS = ["tax", "shipping", "fees", "discount"] as const;

export type Part = (typeof PARTS)[number];

/** What a source says of one sale, before anyone has asked whether it counts. */
export interface SaleFact {
  readonly id: string;
  /** Ids of whatever else belongs to the sale, by which other sources may know it. */
  readonly same: readonly string[];
  /** The payment that the row is of, where a sale may have several and each has a row of its own. */
  readonly payment?: string;
  /** By which names the source knows the customer; all of them are the same person. */
  readonly customers: readonly string[];
  readonly kind: string;
  /** What the customer paid, in the smallest unit, of which `decimals` make one of the currency. The parts below are in it, too. */
  readonly amount: bigint;
  /** Of the amount. Each part is undefined where the source does not tell it. */
  readonly tax?: bigint | undefined;
  readonly shipping?: bigint | undefined;
  /** What the payment's processor or the marketplace kept of the amount. */
  readonly fees?: bigint | undefined;
  /** What a discount took off before; no part of the amount. */
  readonly discount?: bigint | undefined;
  readonly decimals: number;
  readonly currency: string;
  readonly converted?: ConvertedAmount | undefined;
  /** To the program's currency, where that is another; left out where amounts stay as they are. */
  readonly conversion?: Conversion;
  /** Why the sale has no amount in a currency of the program. */
  readonly unconverted?: string;
  /** Of a sale that was converted: how its amount came about. */
  readonly derivation?: string;
  /** UTC seconds. */
  readonly occurredAt: number;
  readonly product: string;
  /** The promotion codes that were used. */
  readonly codes: readonly string[];
  /** Anything else that a rule may ask for, such as `description` or `metadata.plan`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Where attribution is already known, as in a sales file. */
  readonly credits: string;
  readonly source: Source;
  /** Where it is told, such as "sales.csv, line 3". */
  readonly from: string;
}
