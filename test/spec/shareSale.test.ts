import { expect } from "chai";
import type { Fraction } from "../../core/deal/Fraction.ts";
import { scaledRate } from "../../core/deal/scaledRate.ts";
import { scaleFilled } from "../../core/deal/scaleFilled.ts";
import { type RatedCredit, shareSale } from "../../core/deal/shareSale.ts";
import { NET, NOT_PAID, RESIDUAL_RATE, TO_OTHERS } from "../../core/deal/Terms.ts";
import { lineOf, roleOf, termsOf } from "./termsOf.ts";

describe("spec: shareSale", () => {
  const time = 1_700_000_000;

  it("SaaS account of 99.00: 14.85, 4.95, 9.90, and 1.98 for the moderators", () => {
    const terms = termsOf({
      roles: [roleOf(150_000), roleOf(50_000), roleOf(100_000), roleOf(200_000)],
      standing: [lineOf([20_000])],
    });
    const credits = [credit("integrator", 0, 150_000), credit("author", 1, 50_000)];
    const shared = shareSale(terms, {
      ...{ kind: 0, amount: 9_900n, time },
      credits: [...credits, credit("trainer", 2, 100_000)],
    });
    expect(amountsOf(shared)).to.deep.equal([1_485n, 495n, 990n]);
    expect(shared.forStanding).to.equal(198n);
    expect(shared.remainder).to.equal(9_900n - 1_485n - 495n - 990n - 198n);
  });

  it("value stack on a commission of 1,000: 100, 150, 100, 300, 200, 150", () => {
    const rates = [100_000, 150_000, 100_000, 300_000, 200_000, 150_000];
    const terms = termsOf({ roles: rates.map((rate) => roleOf(rate)) });
    const credits = rates.map((rate, role) => credit(`${role}`, role, rate));
    const shared = shareSale(terms, { kind: 0, amount: 100_000n, time, credits });
    expect(amountsOf(shared)).to.deep.equal([10_000n, 15_000n, 10_000n, 30_000n, 20_000n, 15_000n]);
    expect(shared.remainder).to.equal(0n);
  });

  it("F11: a commission of 25 % with trust unfilled, on 3,600: 100, 150, 300, 200, 150, and 2,700 left", () => {
    const rates = [100_000, 150_000, 100_000, 300_000, 200_000, 150_000];
    const roles = rates.map((rate, role) => roleOf(rate, role === 2 ? { missing: TO_OTHERS } : {}));
    const terms = termsOf({ commission: 250_000, roles });
    const filled = new Set([0, 1, 3, 4, 5]);
    const credits = [...filled].map((index) => {
      const role = roleOf(rates[index] ?? 0);
      const rate = scaledRate(role, terms.commission, rates[index] ?? 0);
      return credited(`${index}`, index, scaleFilled(terms, 0, filled, { role, rate }));
    });
    const { lines, remainder } = shareSale(terms, { kind: 0, amount: 3_600n, time, credits });
    expect(amountsOf({ lines })).to.deep.equal([100n, 150n, 300n, 200n, 150n]);
    expect(remainder).to.equal(2_700n);
    // People see whole parts per million: the amounts are not made of them.
    expect(lines.map(({ rate }) => rate)).to.deep.equal([27_777, 41_666, 83_333, 55_555, 41_666]);
  });

  it("F11: a commission that makes a part of a ppm is rounded with the line, not before it", () => {
    const terms = termsOf({ commission: 333_333, roles: [roleOf(333_333)] });
    const rate = scaledRate(roleOf(333_333), terms.commission, 333_333);
    const sale = { kind: 0, amount: 10n ** 18n, time, credits: [credited("a", 0, rate)] };
    expect(amountsOf(shareSale(terms, sale))).to.deep.equal([111_110_888_889_000_000n]);
  });

  it("cross-sale of 1,000 with 5 %, 2 % and 15 % off the top: 546 to the seller, 234 to the referrer", () => {
    const terms = termsOf({
      roles: [
        roleOf(150_000, { name: "influencer" }),
        roleOf(700_000, { name: "seller", stage: NET }),
        roleOf(300_000, { name: "referrer", stage: NET }),
      ],
      standing: [lineOf([50_000]), lineOf([20_000])],
    });
    const credits = [
      credit("seller", 1, 700_000),
      credit("referrer", 2, 300_000),
      credit("influencer", 0, 150_000),
    ];
    const shared = shareSale(terms, { kind: 0, amount: 100_000n, time, credits });
    expect(amountsOf(shared)).to.deep.equal([54_600n, 23_400n, 15_000n]);
    expect(shared.forStanding).to.equal(7_000n);
  });

  it("the same with the seller as the role of the residual", () => {
    const terms = termsOf({
      residualRole: 0,
      roles: [roleOf(0, { rates: [NOT_PAID] }), roleOf(300_000, { stage: NET }), roleOf(150_000)],
      standing: [lineOf([70_000])],
    });
    const credits = [credit("s", 0, undefined), credit("r", 1, 300_000), credit("i", 2, 150_000)];
    const { lines, remainder } = shareSale(terms, { kind: 0, amount: 100_000n, time, credits });
    expect(lines).to.deep.equal([
      { partner: "s", role: 0, rate: RESIDUAL_RATE, weight: 1, amount: 54_600n, isPool: false },
      { partner: "r", role: 1, rate: 300_000, weight: 1, amount: 23_400n, isPool: false },
      { partner: "i", role: 2, rate: 150_000, weight: 1, amount: 15_000n, isPool: false },
    ]);
    expect(remainder).to.equal(0n);
  });

  it("splits a role by weight at each partner's own rate, a rate of 0 included", () => {
    const terms = termsOf({ roles: [roleOf(0, { tiers: [0, 100_000, 200_000] })] });
    const credits = [
      { ...credit("a", 0, 0), weight: 1 },
      { ...credit("b", 0, 100_000), weight: 2 },
      { ...credit("c", 0, 200_000), weight: 1 },
    ];
    const shared = shareSale(terms, { kind: 0, amount: 1_000n, time, credits });
    expect(amountsOf(shared)).to.deep.equal([0n, 50n, 50n]);
    expect(shared.remainder).to.equal(900n);
  });

  it("leaves the dust of a split residual to the operator", () => {
    const terms = termsOf({ residualRole: 0, roles: [roleOf(0, { rates: [NOT_PAID] })] });
    const credits = ["a", "b", "c"].map((partner) => credit(partner, 0, undefined));
    const shared = shareSale(terms, { kind: 0, amount: 100n, time, credits });
    expect(amountsOf(shared)).to.deep.equal([33n, 33n, 33n]);
    expect(shared.remainder).to.equal(1n);
  });

  it("gives a role that nobody filled to the residual", () => {
    const terms = termsOf({ roles: [roleOf(150_000), roleOf(50_000)] });
    const credits = [credit("a", 0, 150_000)];
    expect(shareSale(terms, { kind: 0, amount: 100n, time, credits }).remainder).to.equal(85n);
  });
});

function credit(partner: string, role: number, rate: number | undefined): RatedCredit {
  return { ...credited(partner, role, rate === undefined ? undefined : inPpm(rate)) };
}

function credited(partner: string, role: number, rate: Fraction | undefined): RatedCredit {
  return { partner, role, weight: 1, rate, isPool: false, referrals: [] };
}

function inPpm(rate: number): Fraction {
  return { numerator: BigInt(rate), denominator: 1_000_000n };
}

function amountsOf({ lines }: { lines: readonly { amount: bigint }[] }): bigint[] {
  return lines.map(({ amount }) => amount);
}
