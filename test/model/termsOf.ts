import type { Clauses, Role, StandingLine, Terms } from "../../core/model/terms.ts";

const WHOLE = 1_000_000;

/** Terms with one kind, one currency of 2 decimals and 30-day periods, unless told otherwise. */
export function termsOf(terms: Partial<Terms>): Terms {
  return {
    start: 1_700_000_000,
    period: 30 * 24 * 60 * 60,
    holdPeriods: 1,
    noticePeriods: 0,
    ceiling: WHOLE,
    commission: WHOLE,
    residual: "operator",
    currencies: [{ decimals: 2 }],
    kinds: ["sale"],
    roles: [],
    standing: [],
    outcomes: new Map(),
    pools: [],
    graduations: [],
    milestones: [],
    rules: {
      acceptance: false,
      postingLimit: 0n,
      minimumPayout: 0n,
      disputes: 0,
      disputePeriods: 0,
      taxAccount: undefined,
    },
    ...terms,
  };
}

/** A gross role with one rate for the only kind. */
export function roleOf(rate: number, role: Partial<Role> = {}): Role {
  return {
    name: "role",
    of: "gross",
    missing: "residual",
    ceiling: WHOLE,
    rates: [rate],
    tiers: [],
    tenure: [],
    network: undefined,
    volume: undefined,
    ...role,
  };
}

/** A standing line on the only kind that always runs. */
export function lineOf(rates: readonly number[], line: Partial<StandingLine> = {}): StandingLine {
  return {
    name: "line",
    holder: "holder",
    kinds: new Set([0]),
    starts: 1_700_000_000,
    ends: undefined,
    rates,
    clauses: clausesOf({}),
    ...line,
  };
}

/** Clauses that limit and guarantee nothing, unless told otherwise. */
export function clausesOf(clauses: Partial<Clauses>): Clauses {
  return {
    currency: 0,
    cap: undefined,
    threshold: undefined,
    fee: 0n,
    minimum: 0n,
    buyout: 0,
    ...clauses,
  };
}
