import { expect } from "chai";
import fc from "fast-check";
import {
  GROSS,
  NET,
  NO_CLAUSES,
  NOT_PAID,
  REFERRED,
  type Role,
  type Terms,
  TO_OTHERS,
  TO_RESIDUAL,
} from "../../core/deal/Terms.ts";
import { subjectTerms } from "../access/subjectTerms.ts";
import { type Chain, openChain } from "./openChain.ts";
import { overpaidByContract, overpaidBySpec } from "./overpaid.ts";

const WHOLE = 1_000_000;
const YEAR = 31_536_000;
const RUNS = 150;

const upTo = (max: number) => fc.integer({ min: 0, max });
const bonus = fc.oneof(
  fc.constant({ every: 0n, add: 0, max: 0 }),
  fc.record({ every: fc.constant(5n), add: upTo(1_000), max: upTo(50_000) }),
);

const volume = bonus.map(({ every, ...rest }) => ({
  ...rest,
  every: every === 0n ? [] : [every, every, every],
}));

const arbitraryRole: fc.Arbitrary<Role> = fc
  .record({
    stage: fc.constantFrom(GROSS, NET, REFERRED),
    missing: fc.constantFrom(TO_RESIDUAL, TO_OTHERS),
    ceiling: fc.oneof(fc.constant(WHOLE), upTo(200_000)),
    rates: fc.tuple(fc.oneof(upTo(300_000), fc.constantFrom(0, 1, NOT_PAID))),
    tiers: fc.tuple(fc.constantFrom(0, 10_000), upTo(100_000)),
    tenure: fc.array(upTo(100_000), { maxLength: 3 }),
    network: bonus,
    volume,
  })
  .map((role) => ({
    ...role,
    name: "role",
    pool: 0,
    // Nobody fills a referral role.
    missing: role.stage === REFERRED ? TO_RESIDUAL : role.missing,
  }));

const arbitraryLine = fc.record({
  starts: fc.integer({ min: -2 * YEAR, max: 3 * YEAR }),
  lasts: fc.option(fc.integer({ min: 1, max: 3 * YEAR })),
  rates: fc.array(upTo(200_000), { minLength: 1, maxLength: 4 }),
  capPer: fc.constantFrom(0, 1, 2),
});

describe("The worst case", () => {
  let chain: Chain;
  before(async () => {
    chain = await openChain();
  });

  it(`is the contract's in ${RUNS} random deals`, async () => {
    const base = subjectTerms(chain);
    const deal = fc.record({
      commission: fc.oneof(fc.constant(WHOLE), upTo(WHOLE)),
      roles: fc.array(arbitraryRole, { maxLength: 5 }),
      standing: fc.array(arbitraryLine, { maxLength: 3 }).map((lines) =>
        lines.map(({ starts, lasts, capPer, rates }, index) => ({
          name: `line ${index}`,
          holder: base.treasury,
          kinds: 1,
          starts: base.start + starts,
          ends: lasts === null ? 0 : base.start + starts + lasts,
          rates,
          clauses: { ...NO_CLAUSES, capPer, cap: capPer === 0 ? [] : [1n, 1n, 1n] },
        })),
      ),
    });
    let compared = 0;
    for (const parts of fc.sample(deal, { numRuns: RUNS, seed: 7 })) {
      const terms: Terms = { ...base, graduations: [], ceiling: 0, ...parts };
      const expected = overpaidBySpec(terms);
      expect(await overpaidByContract(chain, terms), fc.stringify(parts)).to.deep.equal(expected);
      if (expected !== undefined) compared += 1;
    }
    expect(compared).to.be.greaterThan(RUNS / 2);
  });
});
