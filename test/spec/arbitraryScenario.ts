import fc from "fast-check";
import { arbitraryLine, arbitraryTerms } from "./arbitraryTerms.ts";
import { MISTAKES } from "./mistakes.ts";
import type { SaleSeed, Scenario, Settling, Step, Wait } from "./scenario.ts";

const YEAR = 365 * 24 * 3_600;

/** All of a scenario's sales together stay within the 96 bits that the books can hold. */
const MOST = 2n ** 82n;

const index = fc.nat(15);

const amount = fc.oneof(
  fc.bigInt(1n, 200n),
  fc.bigInt(1n, 10n ** 9n),
  fc.bigInt(1n, 10n ** 24n),
  fc.bigInt(1n, MOST),
);

const weight = fc.oneof(
  { weight: 80, arbitrary: fc.constant(1) },
  { weight: 80, arbitrary: fc.integer({ min: 1, max: 10 }) },
  { weight: 80, arbitrary: fc.integer({ min: 1, max: 2 ** 32 - 1 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 10 }) },
);

/** Undefined so many times as often. */
function rarely<T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: times, arbitrary: fc.constant(undefined) }, arbitrary);
}

const forged = fc.integer({ min: 0, max: 15 }).map((one) => one === 0);

const credit = fc.record({ partner: index, role: index, weight });

const sale: fc.Arbitrary<SaleSeed> = fc.record({
  kind: index,
  currency: index,
  amount,
  paidHere: fc.boolean(),
  fits: fc.integer({ min: 0, max: 199 }).map((one) => one > 0),
  again: rarely(8, fc.nat(63)),
  at: fc.nat(999),
  credits: fc.oneof(
    { weight: 5, arbitrary: fc.array(credit, { maxLength: 4 }) },
    fc.array(credit, { maxLength: 16 }),
  ),
});

const wait: fc.Arbitrary<Wait> = fc.record({
  do: fc.constant("wait" as const),
  to: fc.constantFrom<Wait["to"]>("period", "period", "segment", "segment", "now", "year"),
  by: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(-1, 0, 1) },
    fc.integer({ min: 0, max: YEAR / 4 }),
  ),
});

const preview: fc.Arbitrary<Step> = fc.record({ do: fc.constant("preview" as const), sale });
const post: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("post" as const),
  sales: fc.oneof(
    { weight: 3, arbitrary: fc.array(sale, { minLength: 1, maxLength: 4 }) },
    fc.array(sale, { minLength: 1, maxLength: 40, size: "max" }),
  ),
  lane: fc.nat(5),
  skips: fc.oneof(fc.constant(0), fc.nat(999)),
  takes: fc.oneof(fc.constant(1_000), fc.nat(1_000)),
  weighs: fc.boolean(),
  extras: fc.array(index, { maxLength: 3 }),
  forgets: rarely(4, index),
  mistake: rarely(4, fc.constantFrom(...MISTAKES)),
  part: fc.nat(10_000),
});
const openLane: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("openLane" as const),
  lane: fc.oneof(fc.integer({ min: 2, max: 6 }), fc.nat(17)),
  ago: fc.oneof(fc.nat(YEAR), fc.integer({ min: -YEAR, max: YEAR })),
});
const pay: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("pay" as const),
  kind: index,
  currency: index,
  amount,
});
const tier: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("tier" as const),
  partner: index,
  tier: index,
});
const status: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("status" as const),
  partner: index,
  active: fc.boolean(),
});
const refund: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("refund" as const),
  refunds: fc.array(
    fc.record({
      sale: fc.nat(63),
      part: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 1, max: 100 }) },
        { weight: 6, arbitrary: fc.constant(100) },
        fc.constantFrom(0, 110),
      ),
      stale: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  forged,
  by: fc.constantFrom("attributor" as const, "attributor" as const, "operator" as const),
});
const transfer: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("transfer" as const),
  currency: index,
  amount,
});
const claim: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("claim" as const),
  party: index,
  currency: index,
});
const line: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom("settle" as const, "claimLine" as const),
  line: index,
  currency: index,
});
const claimResidual: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("claimResidual" as const),
  currency: index,
  segments: fc.constantFrom(1_000, 1, 3),
});
const reserve: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("reserve" as const),
  currency: index,
  backed: index,
  amount: fc.oneof(amount, fc.bigInt(1n, MOST)),
});
const dispute: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("dispute" as const),
  sale: fc.nat(63),
  partner: index,
  role: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(255) }),
  forged,
});
const release: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("release" as const),
  payment: index,
  sale: fc.nat(63),
  shows: fc.boolean(),
});
const payAhead: fc.Arbitrary<Step> = fc.record({ do: fc.constant("payAhead" as const), sale });
const duplicate: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("duplicate" as const),
  one: fc.nat(63),
  other: fc.nat(63),
});
const settleDispute: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom<Settling["do"]>("uphold", "void", "reattribute", "close"),
  sale: fc.nat(63),
  forged,
  partners: fc.array(index, { minLength: 1, maxLength: 4 }),
});
const exit: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom("end" as const, "suspend" as const, "suspend" as const, "resume" as const),
  line: index,
});
const sell: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("sell" as const),
  line: index,
  currency: index,
  price: fc.bigInt({ min: 1n, max: 1_000n }),
  waits: fc.constantFrom(0, 7 * 86_400 - 1, 7 * 86_400, 9 * 86_400),
});
const amend: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("amend" as const),
  scale: fc.constantFrom(1_000, 500, 0),
  commission: fc.constantFrom(1_000_000, 700_001),
  ends: fc.array(fc.record({ line: fc.nat(4), after: fc.integer({ min: 0, max: YEAR }) }), {
    maxLength: 2,
  }),
  line: arbitraryLine({ kinds: 1 }, 50_000).map((line) => ({
    ...line,
    starts: Math.abs(line.starts),
  })),
  poolRate: rarely(1, fc.integer({ min: 0, max: 20_000 })),
  consents: fc.constantFrom(true, true, false),
});
const claimMany: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("claimMany" as const),
  parties: fc.array(index, { minLength: 1, maxLength: 5 }),
  currency: index,
});
const withhold: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("withhold" as const),
  partner: index,
  rate: fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(0, 1_000_000)),
});
const accept: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("accept" as const),
  partner: index,
});
const attest: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("attest" as const),
  partner: index,
  score: fc.nat(100),
});
const graduate: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("graduate" as const),
  partner: index,
  tier: index,
  currency: index,
});
const milestone: fc.Arbitrary<Step> = fc.record({
  do: fc.constant("milestone" as const),
  partner: index,
  milestone: fc.nat(2),
  currency: index,
});

const partner = fc.record({
  tier: index,
  joined: fc.integer({ min: -7 * YEAR, max: YEAR }),
  referrer: fc.nat(12),
});

/** Few, so that what changes for one shows in its sales; or enough for a network's bonus. */
const partners = fc.oneof(
  fc.array(partner, { minLength: 1, maxLength: 2 }),
  fc.array(partner, { minLength: 1, maxLength: 12 }),
);

/** Many sales previewed between changes that move their rates. */
export const arbitraryPricing: fc.Arbitrary<Scenario> = fc.record({
  terms: arbitraryTerms,
  partners,
  steps: fc.array(
    fc.oneof(
      { weight: 12, arbitrary: preview },
      { weight: 4, arbitrary: wait },
      { weight: 3, arbitrary: tier },
      { weight: 2, arbitrary: pay },
      status,
    ),
    { minLength: 1, maxLength: 30, size: "max" },
  ),
});

/** Everything that moves the books. */
export const arbitraryBookkeeping: fc.Arbitrary<Scenario> = fc.record({
  terms: arbitraryTerms,
  partners,
  steps: fc.array(
    fc.oneof(
      { weight: 10, arbitrary: post },
      { weight: 5, arbitrary: wait },
      { weight: 4, arbitrary: refund },
      { weight: 3, arbitrary: claim },
      { weight: 2, arbitrary: line },
      { weight: 4, arbitrary: dispute },
      { weight: 3, arbitrary: duplicate },
      openLane,
      release,
      payAhead,
      { weight: 3, arbitrary: settleDispute },
      { weight: 2, arbitrary: exit },
      { weight: 2, arbitrary: sell },
      { weight: 2, arbitrary: graduate },
      { weight: 2, arbitrary: milestone },
      { weight: 2, arbitrary: amend },
      claimMany,
      withhold,
      accept,
      attest,
      { weight: 3, arbitrary: reserve },
      pay,
      transfer,
      tier,
      status,
      { weight: 2, arbitrary: claimResidual },
    ),
    { minLength: 1, maxLength: 40, size: "max" },
  ),
});
