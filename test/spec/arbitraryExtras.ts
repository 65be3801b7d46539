import fc from "fast-check";
import { NEVER, NO_CLAUSES, PER_LIFE, PER_YEAR } from "../../core/deal/Terms.ts";
import { TOKEN_DECIMALS } from "./openChain.ts";
import type { LineSeed, TermsSeed } from "./scenario.ts";

type Extras = Pick<TermsSeed, "outcomes" | "pools" | "graduations" | "milestones" | "rules">;

export const POOLS = 2;

/** ETH and the tokens. */
export const CURRENCIES = 1 + TOKEN_DECIMALS.length;

/** Pools are held by nobody who can be a partner. */
const FIRST_HOLDER = 100;

/** An amount of the size that sales have. */
const some = fc.oneof(fc.bigInt(1n, 200n), fc.bigInt(1n, 10n ** 4n), fc.bigInt(1n, 10n ** 8n));

/** Another one in each currency. */
export const inEach = fc.array(some, { minLength: CURRENCIES, maxLength: CURRENCIES });

/** In the last currency at least, so that there is one whichever the program takes. */
export const inSome = fc
  .tuple(inEach, fc.array(fc.boolean(), { minLength: CURRENCIES - 1, maxLength: CURRENCIES - 1 }))
  .map(([amounts, named]) => amounts.map((one, place) => (named[place] === false ? 0n : one)));

const inNone = fc.constant<bigint[]>([]);

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
            fc.record({ kind: fc.constant(kind), perPeriod: fc.boolean(), amounts: inSome }),
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
    earned: fc.oneof(inNone, inNone, inSome),
    sales: fc.nat(2),
    months: fc.constantFrom(0, 0, 0, 1, 4),
    score: fc.constantFrom(0, 0, 0, 50),
  });
  return asked.map((one) =>
    one.earned.length === 0 && one.sales + one.months + one.score === 0
      ? { ...one, sales: 1 }
      : one,
  );
}

/** By sales, or by what was earned in each currency that it pays in. */
const milestone = fc
  .record({ sales: fc.constantFrom(0, 1, 2), earned: inEach, pays: inSome })
  .map(({ sales, earned, pays }) => ({
    ...{ name: "milestone", sales, pays },
    earned: sales > 0 ? [] : earned.map((one, place) => (pays[place] === 0n ? 0n : one)),
  }));

function rules(holdPeriods: number): fc.Arbitrary<TermsSeed["rules"]> {
  return fc.record({
    acceptance: fc.constantFrom(false, false, false, true),
    postingLimit: fc.oneof(
      { weight: 10, arbitrary: inNone },
      inEach,
      inEach.map((amounts) => amounts.map((one) => one * 10n ** 8n)),
    ),
    refundLimit: fc.oneof(
      { weight: 6, arbitrary: inNone },
      inEach.map((amounts) => amounts.map((one) => one * 10n ** 4n)),
    ),
    leastSale: fc.oneof({ weight: 2, arbitrary: inNone }, inSome),
    minimumPayout: fc.oneof(inNone, inSome),
    disputes: holdPeriods === 0 ? fc.constant(0) : fc.constantFrom(2, 0, 1),
    disputePeriods: fc.constantFrom(1, 2),
  });
}

/** Half of all lines have none. */
export const arbitraryClauses: fc.Arbitrary<LineSeed["clauses"]> = fc.oneof(
  fc.constant(NO_CLAUSES),
  fc
    .record({
      capPer: fc.constantFrom(NEVER, PER_YEAR, PER_LIFE),
      thresholdPer: fc.constantFrom(NEVER, PER_YEAR, PER_LIFE),
      cap: inSome,
      threshold: inSome,
      fee: fc.oneof(inNone, inSome),
      minimum: fc.oneof(inNone, inSome),
      buyout: fc.constantFrom(0, 2_000_000),
    })
    .map((clauses) => ({
      ...clauses,
      cap: clauses.capPer === NEVER ? [] : clauses.cap,
      threshold: clauses.thresholdPer === NEVER ? [] : clauses.threshold,
    })),
);

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
