/** What a source itself made of an amount in another currency. */
export interface ConvertedAmount {
  /** In the smallest unit, of which `decimals` make one of the currency. */
  readonly amount: bigint;
  /** What of the sale was converted, in the sale's smallest unit: all of it, or what fees left. */
  readonly of: bigint;
  readonly decimals: number;
  /** In capitals. */
  readonly currency: string;
  /** Of this amount; undefined where the source does not tell them in this currency. */
  readonly fees?: bigint | undefined;
  /** The column that tells it. */
  readonly column: string;
}

/** How amounts of one sale become amounts in a currency of the program: ×`numerator` ÷ `denominator`, to the nearest. */
export interface Conversion {
  /** The program's name of it. */
  readonly currency: string;
  readonly decimals: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** What of the converted amount are fees, in its own unit, where they are told so and not of the amount before. */
  readonly fees?: bigint | undefined;
  /** The rate and where it is from, such as "x 1.08 by rates.csv, line 3". */
  readonly how: string;
}
