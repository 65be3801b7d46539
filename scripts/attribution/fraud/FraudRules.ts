import type { CheckName } from "./Flag.ts";

/** What the checks look for. Durations are seconds. */
export interface FraudRules {
  readonly off: readonly CheckName[];
  /** How long before a sale a touchpoint counts as part of it. */
  readonly lookback: number;
  readonly selfReferral: {
    /** The customer ids that are a partner's own, by its name. */
    readonly customers: Readonly<Record<string, readonly string[]>>;
  };
  readonly duplicateCustomers: {
    /** The kinds of sale that a customer has once. */
    readonly kinds: readonly string[];
  };
  readonly velocity: { readonly perHour: number; readonly perDay: number };
  readonly refundRate: {
    /** In parts per million. */
    readonly above: number;
    /** How many sales tell something. */
    readonly sales: number;
  };
  readonly lastClick: { readonly seconds: number; readonly exceptChannels: readonly string[] };
}

/** Where no rules are given. */
export const USUAL_RULES: FraudRules = {
  off: [],
  lookback: 30 * 86_400,
  selfReferral: { customers: {} },
  duplicateCustomers: { kinds: ["initial"] },
  velocity: { perHour: 20, perDay: 100 },
  refundRate: { above: 100_000, sales: 10 },
  lastClick: { seconds: 60, exceptChannels: [] },
};
