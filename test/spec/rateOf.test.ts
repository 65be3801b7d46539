import { expect } from "chai";
import type { RateInputs } from "../../core/deal/bonuses.ts";
import { ppmOf } from "../../core/deal/ppmOf.ts";
import { rateOf } from "../../core/deal/rateOf.ts";
import type { Role } from "../../core/deal/Terms.ts";
import { NOT_PAID } from "../../core/deal/Terms.ts";
import { roleOf } from "./termsOf.ts";

const YEAR = 365 * 24 * 60 * 60;
const WHOLE = 1_000_000;
const inputs: RateInputs = {
  kind: 0,
  time: 10 * YEAR,
  tier: 0,
  joined: 10 * YEAR,
  activePartners: 0,
  lastRevenue: 0n,
  currency: 1,
};

describe("spec: rateOf", () => {
  const affiliate = roleOf(200_000, {
    tenure: [0, 20_000, 40_000, 60_000, 80_000, 100_000],
    network: { every: 10n, add: 10_000, max: 100_000 },
    volume: { every: [10_000n * 10n ** 18n, 10_000_000_000n], add: 5_000, max: 50_000 },
    ceiling: 450_000,
  });

  for (const [partners, revenue, years, rate] of [
    [0, 0n, 0, 200_000],
    [9, 9_999n, 0, 200_000],
    [10, 10_000n, 1, 235_000],
    [100, 100_000n, 5, 450_000],
    [100, 100_000n, 6, 450_000],
  ] as const) {
    it(`network multiplier: ${partners} partners, ${revenue} revenue, ${years} years`, () => {
      const found = shownRate(affiliate, WHOLE, {
        ...inputs,
        activePartners: partners,
        lastRevenue: revenue * 10n ** 6n,
        joined: inputs.time - years * YEAR,
      });
      expect(found).to.equal(rate);
    });
  }

  it("F5: counts a volume by the step of its currency", () => {
    const partner = { ...inputs, lastRevenue: 10_000n * 10n ** 18n, currency: 0 };
    expect(shownRate(affiliate, WHOLE, partner)).to.equal(205_000);
    const short = { ...partner, lastRevenue: partner.lastRevenue - 1n };
    expect(shownRate(affiliate, WHOLE, short)).to.equal(200_000);
    expect(shownRate(affiliate, WHOLE, { ...partner, currency: 2 })).to.equal(200_000);
  });

  it("declines with the years and repeats the last", () => {
    const declining = roleOf(0, { tenure: [300_000, 200_000, 100_000] });
    const found = [0, 1, 2, 3].map((years) =>
      shownRate(declining, WHOLE, { ...inputs, joined: inputs.time - years * YEAR }),
    );
    expect(found).to.deep.equal([300_000, 200_000, 100_000, 100_000]);
  });

  it("changes on the second of the anniversary, and is the first year's before joining", () => {
    const rising = roleOf(0, { tenure: [1, 2] });
    const at = (time: number) => shownRate(rising, WHOLE, { ...inputs, joined: YEAR, time });
    expect([at(0), at(2 * YEAR - 1), at(2 * YEAR)]).to.deep.equal([1, 1, 2]);
  });

  it("adds the tier's addition, and none for a tier without an entry", () => {
    const tiers = roleOf(100_000, { tiers: [0, 50_000] });
    expect(shownRate(tiers, WHOLE, { ...inputs, tier: 1 })).to.equal(150_000);
    expect(shownRate(tiers, WHOLE, { ...inputs, tier: 2 })).to.equal(100_000);
  });

  it("scales what the ceiling leaves, and rounds nothing", () => {
    const role = roleOf(700_001, { ceiling: 333_333 });
    expect(shownRate(role, 500_000, inputs)).to.equal(166_666);
    expect(rateOf(role, 500_000, inputs)).to.deep.equal({
      numerator: 166_666_500_000n,
      denominator: 1_000_000_000_000n,
    });
  });

  it("pays nothing on a kind that has no rate, whatever the additions", () => {
    const unpaid = roleOf(0, { rates: [NOT_PAID], tenure: [100_000] });
    expect(shownRate(unpaid, WHOLE, inputs)).to.equal(undefined);
  });
});

function shownRate(role: Role, commission: number, of: RateInputs): number | undefined {
  const rate = rateOf(role, commission, of);
  return rate && ppmOf(rate);
}
