import { expect } from "chai";
import { advanceGrant } from "../../core/equity/advanceGrant.ts";
import { acceptOffer, offerFor } from "../../core/equity/buyOut.ts";
import { claimGrant } from "../../core/equity/claimGrant.ts";
import { declareExit } from "../../core/equity/declareExit.ts";
import { earningsOf } from "../../core/equity/earningsOf.ts";
import { grantUnits } from "../../core/equity/grantUnits.ts";
import { lapseContingent } from "../../core/equity/lapseContingent.ts";
import { leavePlan } from "../../core/equity/leavePlan.ts";
import { levelIn } from "../../core/equity/levelIn.ts";
import { openPlan } from "../../core/equity/openPlan.ts";
import { outstandingOf } from "../../core/equity/outstandingOf.ts";
import type { Grant, GrantTerms, PlanBooks } from "../../core/equity/PlanBooks.ts";
import type { PlanTerms } from "../../core/equity/PlanTerms.ts";
import { pauseGrant, resumeGrant } from "../../core/equity/pauseGrant.ts";
import { shareMoney } from "../../core/equity/shareMoney.ts";
import { vestedUnits } from "../../core/equity/vestedUnits.ts";

const DAY = 86_400;
/** A twelfth of 365 days of a year. */
const MONTH = 2_628_000;
const START = 1_700_000_000;
const USDC = 1_000_000n;

const PLAN: PlanTerms = {
  authorised: 100_000n,
  restToTreasury: false,
  restClass: 0,
  hurdles: [[0n]],
  resignLoss: 200_000,
  causeLoss: 500_000,
  window: 365 * DAY,
  pauseLimit: 90 * DAY,
  flow: false,
};

const FOUR_YEARS: GrantTerms = {
  holder: "Ana",
  units: 48_000n,
  class: 0,
  starts: START,
  cliff: 365 * DAY,
  length: 1_460 * DAY,
  step: MONTH,
  single: 0,
  double: 0,
  withholding: 0,
};

const VESTED = { ...FOUR_YEARS, cliff: 0, length: 0, step: 0 };

/** What a grant can claim in the plan's one currency. */
function payable(books: PlanBooks, grant: Grant, time: number): bigint {
  return earningsOf(books, grant, 0, time).payable;
}

const month = (months: number): number => START + months * MONTH;

describe("an equity plan", () => {
  it("holds money until its unit vests, by steps after a cliff", () => {
    const books = openPlan({ ...PLAN, authorised: 1_000_000n, restToTreasury: true });
    const ana = grantUnits(books, { ...FOUR_YEARS, units: 100_000n });
    shareMoney(books, 0, 10_000n * USDC);
    expect(levelIn(books, 0).treasury).to.equal(9_000n * USDC);
    expect(payable(books, ana, START + 365 * DAY - 1)).to.equal(0n);
    expect(payable(books, ana, month(12))).to.equal(250_000_000n);
    expect(payable(books, ana, month(13))).to.equal(270_830_000n);
    expect(payable(books, ana, month(47))).to.equal(979_160_000n);
    expect(payable(books, ana, month(48))).to.equal(1_000n * USDC);
  });

  it("counts a level by which later grants earn nothing of what came before", () => {
    const books = openPlan(PLAN);
    const ana = grantUnits(books, { ...VESTED, units: 30_000n });
    shareMoney(books, 0, 1_000_000_001n);
    expect(payable(books, ana, START)).to.equal(1_000n * USDC);
    expect(levelIn(books, 0).level).to.equal(614891469738543189656985n);
    const ben = grantUnits(books, { ...VESTED, units: 10_000n });
    shareMoney(books, 0, 400n * USDC);
    expect(payable(books, ana, START)).to.equal(1_300n * USDC);
    expect(payable(books, ben, START)).to.equal(100n * USDC);
  });

  it("lets a class take part above its hurdle alone", () => {
    const books = openPlan({ ...PLAN, hurdles: [[0n], [5n * USDC]] });
    const first = grantUnits(books, { ...VESTED, units: 600n });
    const second = grantUnits(books, { ...VESTED, units: 400n, class: 1 });
    shareMoney(books, 0, 2_000n * USDC);
    expect([payable(books, first, START), payable(books, second, START)]).to.deep.equal([
      1_999_999_999n,
      0n,
    ]);
    shareMoney(books, 0, 4_000n * USDC);
    expect([payable(books, first, START), payable(books, second, START)]).to.deep.equal([
      4_799_999_999n,
      1_199_999_999n,
    ]);
  });

  it("owes who is dismissed all that is vested, and shares the rest at once", () => {
    const books = openPlan(PLAN);
    const ana = grantUnits(books, { ...FOUR_YEARS, cliff: 0 });
    const ben = grantUnits(books, { ...VESTED, units: 52_000n });
    shareMoney(books, 0, 10_000n * USDC);
    leavePlan(books, ana, "dismissed", month(18));
    expect(earningsOf(books, ana, 0, month(18)).owed).to.equal(1_800n * USDC);
    expect(outstandingOf(books)).to.equal(70_000n);
    shareMoney(books, 0, 7_000n * USDC);
    expect(payable(books, ana, month(18))).to.equal(2_571_428_571n);
    expect(payable(books, ben, month(18))).to.equal(12_628_571_428n);
  });

  it("speeds vesting up at an exit", () => {
    const books = openPlan(PLAN);
    const ana = grantUnits(books, { ...FOUR_YEARS, single: 500_000 });
    expect(vestedUnits(books, ana, month(18))).to.equal(18_000n);
    declareExit(books, month(18));
    const vested = [18, 33, 48].map((at) => vestedUnits(books, ana, month(at)));
    expect(vested).to.deep.equal([33_000n, 40_500n, 48_000n]);
  });

  it("lets a clock stand still, within the limit", () => {
    const books = openPlan({ ...PLAN, pauseLimit: 4 * MONTH });
    const ana = grantUnits(books, FOUR_YEARS);
    pauseGrant(books, ana, month(15));
    expect(vestedUnits(books, ana, month(18))).to.equal(15_000n);
    resumeGrant(books, ana, month(18));
    expect(vestedUnits(books, ana, month(20))).to.equal(17_000n);
    expect(vestedUnits(books, ana, month(51) - 1)).to.equal(47_000n);
    expect(vestedUnits(books, ana, month(51))).to.equal(48_000n);
    pauseGrant(books, ana, month(30));
    expect(vestedUnits(books, ana, month(31))).to.equal(27_000n);
    expect(vestedUnits(books, ana, month(32))).to.equal(28_000n);
  });

  it("loses by the kind of leaving", () => {
    const units = (["resigned", "dismissed", "cause"] as const).map((kind) => {
      const books = openPlan(PLAN);
      const ana = grantUnits(books, FOUR_YEARS);
      leavePlan(books, ana, kind, month(24));
      return ana.units;
    });
    expect(units).to.deep.equal([19_200n, 24_000n, 12_000n]);
  });

  it("keeps for an exit what a second trigger adds to whoever was dismissed before it", () => {
    const books = openPlan(PLAN);
    const ana = grantUnits(books, { ...FOUR_YEARS, double: 500_000 });
    const ben = grantUnits(books, { ...VESTED, units: 52_000n });
    shareMoney(books, 0, 10_000n * USDC);
    leavePlan(books, ana, "dismissed", month(24));
    // 24,000 vested, 12,000 wait, 12,000 are lost: of the 4,800 a half is owed, a quarter waits, a quarter is shared.
    expect(ana.units).to.equal(36_000n);
    expect(vestedUnits(books, ana, month(25))).to.equal(24_000n);
    const before = earningsOf(books, ana, 0, month(25));
    expect(before.owed).to.equal(2_400n * USDC);
    declareExit(books, month(30));
    expect(vestedUnits(books, ana, month(30))).to.equal(36_000n);
    const since = earningsOf(books, ana, 0, month(30));
    expect(since.owed).to.equal(3_600n * USDC);
    const all = claimGrant(books, ana, 0, month(30)) + claimGrant(books, ben, 0, month(30));
    expect(Number(10_000n * USDC - all)).to.be.within(0, 4);
  });

  it("gives up what waited for an exit in vain", () => {
    const books = openPlan(PLAN);
    const ana = grantUnits(books, { ...FOUR_YEARS, double: 500_000 });
    const ben = grantUnits(books, { ...VESTED, units: 52_000n });
    shareMoney(books, 0, 10_000n * USDC);
    leavePlan(books, ana, "dismissed", month(24));
    lapseContingent(books, ana);
    expect(ana.units).to.equal(24_000n);
    expect(outstandingOf(books)).to.equal(76_000n);
    const all = claimGrant(books, ana, 0, month(40)) + claimGrant(books, ben, 0, month(40));
    expect(Number(10_000n * USDC - all)).to.be.within(0, 4);
  });

  it("buys units back at an offer's price, and owes what they had earned", () => {
    const books = openPlan(PLAN);
    const ana = grantUnits(books, FOUR_YEARS);
    grantUnits(books, { ...VESTED, units: 52_000n });
    shareMoney(books, 0, 10_000n * USDC);
    offerFor(ana, 0, 5_000n * USDC);
    expect(acceptOffer(books, ana, month(24))).to.equal(5_000n * USDC);
    expect(earningsOf(books, ana, 0, month(24))).to.deep.equal({
      held: 0n,
      payable: 0n,
      owed: 2_400n * USDC,
      paid: 0n,
    });
    expect(outstandingOf(books)).to.equal(52_000n);
  });

  it("without catching up, pays the vested part as it comes and gives the treasury the rest", () => {
    const books = openPlan({ ...PLAN, flow: true });
    const ana = grantUnits(books, { ...FOUR_YEARS, units: 100_000n, double: 500_000 });
    shareMoney(books, 0, 1_000n * USDC);
    advanceGrant(books, ana, 0, month(24));
    expect(earningsOf(books, ana, 0, month(24)).owed).to.equal(500n * USDC);
    expect(levelIn(books, 0).treasury).to.equal(500n * USDC);
    shareMoney(books, 0, 1_000n * USDC);
    leavePlan(books, ana, "dismissed", month(24));
    expect(earningsOf(books, ana, 0, month(24)).owed).to.equal(1_000n * USDC);
    declareExit(books, month(25));
    shareMoney(books, 0, 75n * USDC);
    advanceGrant(books, ana, 0, month(25));
    expect(levelIn(books, 0).treasury).to.equal(1_000n * USDC);
    expect(earningsOf(books, ana, 0, month(25)).owed).to.equal(1_075n * USDC);
  });
});
