/** Parts per million: a million is the whole. */
export type Ppm = number;

/** UTC seconds. */
export type Time = number;

/** What the money of a program depends on. Lists are indexed as the program indexes them. */
export interface Terms {
  readonly start: Time;
  /** Length of a period in seconds. */
  readonly period: number;
  readonly holdPeriods: number;
  /** The most of a sale that all lines together may take. */
  readonly ceiling: Ppm;
  /** Scales the rate of every role. */
  readonly commission: Ppm;
  /** Who gets what remains of a sale: the operator, or those who played this role. */
  readonly residual: "operator" | { readonly role: number };
  readonly currencies: readonly { readonly decimals: number }[];
  readonly kinds: readonly string[];
  readonly roles: readonly Role[];
  readonly standing: readonly StandingLine[];
}

export interface Role {
  readonly name: string;
  /** Gross: of the sale. Net: of what standing lines and gross roles leave. */
  readonly of: "gross" | "net";
  readonly ceiling: Ppm;
  /** Base rate per kind; undefined where the role earns nothing on that kind. */
  readonly rates: readonly (Ppm | undefined)[];
  /** Addition per tier; a tier without an entry adds nothing. */
  readonly tiers: readonly Ppm[];
  /** Addition per full year since the partner joined; the last repeats. */
  readonly tenure: readonly Ppm[];
  readonly network: Bonus | undefined;
  /** `every` in millionths of the sale's currency. */
  readonly volume: Bonus | undefined;
}

export interface Bonus {
  readonly every: bigint;
  readonly add: Ppm;
  readonly max: Ppm;
}

export interface StandingLine {
  readonly name: string;
  readonly holder: string;
  /** Indexes of the kinds it earns on. */
  readonly kinds: ReadonlySet<number>;
  readonly starts: Time;
  readonly ends: Time | undefined;
  /** Rate per full year since it started; the last repeats. */
  readonly rates: readonly Ppm[];
}
