import { type Address, zeroAddress } from "viem";
import { NO_BONUSES } from "../../core/deal/bonuses.ts";
import {
  type Clauses,
  GROSS,
  NO_CLAUSES,
  NO_EXTRAS,
  NO_ROLE,
  type Role,
  type StandingLine,
  type Terms,
  TO_RESIDUAL,
} from "../../core/deal/Terms.ts";
import { ONE } from "../../core/money/ppm.ts";
import { openBooks } from "../../core/spec/openBooks.ts";

/** The holder of standing lines, and of pools, unless told otherwise. */
export const HOLDER: Address = "0xholder";

const START = 1_700_000_000;

/** Terms with one kind and 30-day periods, unless told otherwise. */
export function termsOf(terms: Partial<Terms>): Terms {
  return {
    name: "terms",
    operator: zeroAddress,
    attributor: zeroAddress,
    arbiter: zeroAddress,
    treasury: zeroAddress,
    start: START,
    period: 30 * 24 * 60 * 60,
    holdPeriods: 1,
    noticePeriods: 0,
    ceiling: ONE,
    commission: ONE,
    residualRole: NO_ROLE,
    currencies: [zeroAddress, zeroAddress],
    kinds: ["sale"],
    tiers: [],
    roles: [],
    standing: [],
    ...NO_EXTRAS,
    ...terms,
  };
}

/** Books of such terms in two currencies. */
export function booksUnder(terms: Partial<Terms>) {
  return openBooks(termsOf(terms));
}

/** A gross role with one rate for the only kind. */
export function roleOf(rate: number, role: Partial<Role> = {}): Role {
  return {
    name: "role",
    stage: GROSS,
    missing: TO_RESIDUAL,
    pool: 0,
    ceiling: ONE,
    rates: [rate],
    tiers: [],
    tenure: [],
    ...NO_BONUSES,
    ...role,
  };
}

/** A standing line on the only kind that always runs. */
export function lineOf(rates: readonly number[], line: Partial<StandingLine> = {}): StandingLine {
  return {
    name: "line",
    holder: HOLDER,
    kinds: 1,
    starts: START,
    ends: 0,
    rates,
    clauses: NO_CLAUSES,
    ...line,
  };
}

/** Clauses that limit and guarantee nothing, unless told otherwise. */
export function clausesOf(clauses: Partial<Clauses>): Clauses {
  return { ...NO_CLAUSES, ...clauses };
}
