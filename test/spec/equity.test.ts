import { expect } from "chai";
import fc from "fast-check";
import type { Leave } from "../../core/equity/PlanBooks.ts";
import { DAY, openPlanPair, type PairTerms, type PlanPair } from "./planPair.ts";

const cases = Number(process.env.FUZZ_CASES ?? 60);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** In milliseconds. */
const PROGRESS_EVERY = 2_000;

type Act = (pair: PlanPair) => Promise<void>;

const ppm = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000 }));
const which = fc.nat(20);

const terms: fc.Arbitrary<PairTerms> = fc.record({
  authorised: fc.bigInt(1_000n, 1_000_000n),
  restToTreasury: fc.boolean(),
  classes: fc.array(fc.bigInt(0n, 5_000_000n), { maxLength: 5 }),
  restClass: fc.nat(5),
  resignLoss: ppm,
  causeLoss: ppm,
  window: fc.integer({ min: 0, max: 400 }).map((days) => days * DAY),
  pauseLimit: fc.integer({ min: 0, max: 120 }).map((days) => days * DAY),
  flow: fc.boolean(),
});

const grant = fc
  .record({
    ...{ units: fc.bigInt(1n, 400n), class: fc.nat(5), starts: fc.integer({ min: -400, max: 60 }) },
    cliff: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 * DAY })),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_500 * DAY })),
    step: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 * DAY })),
    ...{ single: ppm, double: ppm, withholding: ppm },
  })
  .map(
    (given): Act =>
      (pair) =>
        pair.grant({ ...given, starts: given.starts * DAY }),
  );

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: grant },
  {
    weight: 4,
    arbitrary: fc.bigInt(1n, 10n ** 10n).map(
      (amount): Act =>
        (pair) =>
          pair.money(amount),
    ),
  },
  {
    weight: 3,
    arbitrary: which.map(
      (id): Act =>
        (pair) =>
          pair.claim(id),
    ),
  },
  {
    weight: 1,
    arbitrary: which.map(
      (id): Act =>
        (pair) =>
          pair.pause(id),
    ),
  },
  {
    weight: 1,
    arbitrary: which.map(
      (id): Act =>
        (pair) =>
          pair.resume(id),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(which, fc.constantFrom<Leave>("resigned", "dismissed", "cause")).map(
      ([id, kind]): Act =>
        (pair) =>
          pair.leave(id, kind),
    ),
  },
  {
    weight: 1,
    arbitrary: which.map(
      (id): Act =>
        (pair) =>
          pair.sell(id),
    ),
  },
  {
    weight: 1,
    arbitrary: which.map(
      (id): Act =>
        (pair) =>
          pair.lapse(id),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Act>((pair) => pair.exit()) },
  {
    weight: 3,
    arbitrary: fc.nat(200 * DAY).map(
      (time): Act =>
        (pair) =>
          pair.wait(time),
    ),
  },
);

describe(`an equity plan's contract against its model (FUZZ_CASES=${cases} FUZZ_SEED=${seed})`, () => {
  it("keeps the model's books, to the last unit", async function () {
    this.timeout(0);
    const open = await openPlanPair();
    let [plans, compared] = [0, 0];
    const show = () =>
      console.log(`      ${plans} of ${cases} plans, ${compared} figures compared`);
    let shown = performance.now();
    await fc.assert(
      fc.asyncProperty(
        terms,
        fc.array(acts, { minLength: 5, maxLength: 30 }),
        async (given, list) => {
          const pair = await open(given);
          for (const act of list) {
            await act(pair);
            compared += await pair.compare();
          }
          plans += 1;
          if (performance.now() - shown < PROGRESS_EVERY) return;
          shown = performance.now();
          show();
        },
      ),
      { numRuns: cases, seed, endOnFailure: true },
    );
    show();
    expect(compared).to.be.above(cases);
  });
});
