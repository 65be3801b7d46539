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
  readonly noticePeriods: number;
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
  /** By kind: those that are no revenue but a bonus that the operator pays. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly pools: readonly Pool[];
  readonly graduations: readonly Graduation[];
  readonly milestones: readonly Milestone[];
  readonly rules: Rules;
}

export interface Role {
  readonly name: string;
  /**
   * Gross: of the sale. Net: of what standing lines and gross roles leave. Referral: of each gross or net
   * line of a partner whom the earner referred.
   */
  readonly of: "gross" | "net" | "referral";
  /** Where the share goes where nobody fills the role. */
  readonly missing: "residual" | "others" | { readonly pool: number };
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
  readonly clauses: Clauses;
}

/** Amounts in millionths of a currency; years count from the line's start. */
export interface Clauses {
  /** Of fee and minimum. */
  readonly currency: number;
  /** The most that the line earns, in each currency. */
  readonly cap: Limit | undefined;
  /** The line earns only of the revenue of its kinds beyond it, in each currency. */
  readonly threshold: Limit | undefined;
  /** For each period that begins while the line runs, beside its rate. */
  readonly fee: bigint;
  /** The least that each such period earns, its fee counted. */
  readonly minimum: bigint;
  /** The default price of the line: a multiple of what its last twelve periods earned. */
  readonly buyout: Ppm;
}

export interface Limit {
  readonly amount: bigint;
  readonly per: "year" | "life";
}

/** `amount` in millionths: of each sale of the kind, or of all of a period at most. */
export interface Outcome {
  readonly perPeriod: boolean;
  readonly amount: bigint;
}

/** A named holder of the shares of roles that nobody filled. */
export interface Pool {
  readonly name: string;
  readonly holder: string;
}

/** What a partner must have reached, all of it, for a tier; 0 does not count. */
export interface Graduation {
  readonly tier: number;
  /** In millionths of one currency. */
  readonly earned: bigint;
  readonly sales: number;
  /** Of 30 days since the partner joined. */
  readonly months: number;
  readonly score: number;
}

/** Paid once to each partner; amounts in millionths of a currency. */
export interface Milestone {
  readonly name: string;
  /** Whether `threshold` counts sales; else earned credits. */
  readonly bySales: boolean;
  readonly threshold: bigint;
  readonly pays: bigint;
}

export interface Rules {
  /** Whether a partner must accept the terms before its first claim. */
  readonly acceptance: boolean;
  /** The most that is posted in a period and currency, in its millionths; 0 is no limit. */
  readonly postingLimit: bigint;
  /** Below it a payment of many passes a party over, in millionths of the currency. */
  readonly minimumPayout: bigint;
  /** How many sales a partner can dispute in a period. */
  readonly disputes: number;
  readonly disputePeriods: number;
  /** Where withheld parts of payments go; undefined where nothing can be withheld. */
  readonly taxAccount: string | undefined;
}
