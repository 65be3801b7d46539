import fc from "fast-check";
import { NEVER, NO_CLAUSES, PER_LIFE, PER_YEAR } from "../../core/deal/Terms.ts";
import type { LineSeed, TermsSeed } from "./scenario.ts";

type Extras = Pick<TermsSeed, "outcomes" | "pools" | "graduations" | "milestones" | "rules">;

export const POOLS = 2;

/** Pools are held by nobody who can be a partner. */
const FIRST_HOLDER = 100;

/** Millionths of a currency, of the size that sales have. */
const some = fc.oneof(fc.bigInt(1n, 200n), fc.bigInt(1n, 10n ** 4n), fc.bigInt(1n, 10n ** 8n));

/** What terms have beside roles and standing lines. Most have little of it. */
export function arbitraryExtras(given: {
  readonly kinds: number;
  readonly tiers: number;
  readonly holdPeriods: number;
}): fc.Arbitrary<Extras> {
  return fc.record({
    // The first kind is revenue.
    outcomes: fc
      .subarray(numbers(1, given.kinds))
      .chain((kinds) =>
        fc.tuple(
          ...kinds.map((kind) =>
            fc.record({ kind: fc.constant(kind), perPeriod: fc.boolean(), amount: some }),
          ),
        ),
      ),
    pools: fc.array(fc.integer({ min: FIRST_HOLDER, max: FIRST_HOLDER + 2 }), {
      minLength: POOLS,
      maxLength: POOLS,
    }),
    graduations: fc
      .subarray(numbers(1, given.tiers))
      .chain((tiers) => fc.tuple(...tiers.map((tier) => graduation(tier)))),
    milestones: fc.array(milestone, { maxLength: 2 }),
    rules: rules(given.holdPeriods),
  });
}

function graduation(tier: number) {
  const asked = fc.record({
    tier: fc.constant(tier),
    earned: fc.oneof(fc.constant(0n), fc.constant(0n), some),
    sales: fc.nat(2),
    months: fc.constantFrom(0, 0, 0, 1, 4),
    score: fc.constantFrom(0, 0, 0, 50),
  });
  return asked.map((one) =>
    one.earned === 0n && one.sales + one.months + one.score === 0 ? { ...one, sales: 1 } : one,
  );
}

const milestone = fc.record({
  name: fc.constant("milestone"),
  bySales: fc.boolean(),
  threshold: fc.oneof(fc.bigInt(1n, 2n), some),
  pays: fc.oneof(fc.bigInt(1n, 200n), some),
});

function rules(holdPeriods: number): fc.Arbitrary<TermsSeed["rules"]> {
  return fc.record({
    acceptance: fc.constantFrom(false, false, false, true),
    postingLimit: fc.oneof(
      { weight: 10, arbitrary: fc.constant(0n) },
      fc.bigInt(1n, 10n ** 3n),
      fc.bigInt(1n, 10n ** 16n),
    ),
    minimumPayout: fc.oneof(fc.constant(0n), some),
    disputes: holdPeriods === 0 ? fc.constant(0) : fc.constantFrom(2, 0, 1),
    disputePeriods: fc.constantFrom(1, 2),
  });
}

/** Half of all lines have none. */
export const arbitraryClauses: fc.Arbitrary<LineSeed["clauses"]> = fc.oneof(
  fc.constant(NO_CLAUSES),
  fc
    .record({
      currency: fc.nat(7),
      capPer: fc.constantFrom(NEVER, PER_YEAR, PER_LIFE),
      thresholdPer: fc.constantFrom(NEVER, PER_YEAR, PER_LIFE),
      cap: some,
      threshold: some,
      fee: fc.oneof(fc.constant(0n), some),
      minimum: fc.oneof(fc.constant(0n), some),
      buyout: fc.constantFrom(0, 2_000_000),
    })
    .map((clauses) => ({
      ...clauses,
      cap: clauses.capPer === NEVER ? 0n : clauses.cap,
      threshold: clauses.thresholdPer === NEVER ? 0n : clauses.threshold,
    })),
);

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
