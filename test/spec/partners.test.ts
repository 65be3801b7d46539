import { expect } from "chai";
import { isRunning } from "../../core/deal/isRunning.ts";
import type { Graduation, Terms } from "../../core/deal/Terms.ts";
import { backMilestones } from "../../core/spec/backMilestones.ts";
import { claimAll } from "../../core/spec/claimAll.ts";
import { claimableOf } from "../../core/spec/claimableOf.ts";
import { claimMany } from "../../core/spec/claimMany.ts";
import { endLine } from "../../core/spec/endLine.ts";
import { enrollPartner } from "../../core/spec/enrollPartner.ts";
import { graduate } from "../../core/spec/graduate.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { payMilestone } from "../../core/spec/payMilestone.ts";
import { reachMilestone } from "../../core/spec/reachMilestone.ts";
import { statementOf } from "../../core/spec/statementOf.ts";
import { suspendLine } from "../../core/spec/suspendLine.ts";
import { tierOf } from "../../core/spec/tierOf.ts";
import { postOne } from "./postOne.ts";
import { refusalOf } from "./refusalOf.ts";
import { booksUnder, lineOf, roleOf, termsOf } from "./termsOf.ts";

const START = 1_700_000_000;
const PERIOD = 30 * 24 * 60 * 60;
const LOCKED = START + 2 * PERIOD;
const { rules } = termsOf({});

describe("spec: partners' progress", () => {
  const asked: Graduation = { tier: 1, earned: [100n], sales: 2, months: 2, score: 5 };

  it("gives a tier to who meets all criteria in locked periods, from the next period on", () => {
    const books = booksOf({ graduations: [asked] });
    const take = (time: number) =>
      refusalOf(() => graduate(books, { partner: "a", tier: 1, currency: 0 }, time));
    expect(take(LOCKED - 1)?.message).to.contain("earned");
    expect(take(LOCKED)?.message).to.contain("score");
    const record = books.partners.get("a");
    if (record !== undefined) record.score = 5;
    expect(take(LOCKED)).to.equal(undefined);
    const tiers = [2, 3].map((period) => tierOf({ tiers: record?.tiers ?? [] }, period));
    expect(tiers).to.deep.equal([0, 1]);
    expect(take(LOCKED)?.refusal).to.equal("alreadyReached");
  });

  it("asks for sales and months too, and for a tier with criteria", () => {
    const short = (changes: Partial<Graduation>) => {
      const books = booksOf({ graduations: [{ ...asked, score: 0, ...changes }] });
      const tier = { partner: "a", tier: 1, currency: 0 };
      return refusalOf(() => graduate(books, tier, LOCKED))?.message ?? "";
    };
    expect(short({ sales: 3 })).to.contain("found sales");
    expect(short({ months: 3 })).to.contain("found months");
    expect(short({ tier: 2 })).to.contain("notInTerms");
  });

  it("F1: owes a milestone once it is reached, and pays it once, the older first, out of its own reserve", () => {
    const milestones = [{ name: "m", sales: 0, earned: [100n], pays: [50n] }];
    const books = booksOf({ milestones });
    const take = (time: number) =>
      refusalOf(() => reachMilestone(books, { partner: "a", milestone: 0, currency: 0 }, time));
    expect(take(LOCKED - 1)?.refusal).to.equal("notReached");
    expect(take(LOCKED)).to.equal(undefined);
    expect(statementOf(books, "a", 0, LOCKED).claimable).to.equal(100n);
    const pay = () => refusalOf(() => payMilestone(books, "a", 0));
    backMilestones(books, 0, 49n);
    expect(pay()?.refusal).to.equal("reserveTooSmall");
    backMilestones(books, 0, 1n);
    expect(pay()).to.equal(undefined);
    expect(pay()?.refusal).to.equal("nothingWaits");
    expect(statementOf(books, "a", 0, LOCKED).claimable).to.equal(100n + 50n);
    expect(take(LOCKED)?.refusal).to.equal("alreadyReached");
  });
});

describe("spec: payments", () => {
  it("passes over who is below the minimum, in a payment of many only", () => {
    const books = booksOf({ rules: { ...rules, minimumPayout: [101n] } });
    expect(claimMany(books, ["a"], 0, LOCKED)).to.equal(0n);
    expect(claimAll(books, "a", 0, LOCKED)).to.equal(100n);
  });

  it("withholds a part for the tax account", () => {
    const books = booksOf({ rules: { ...rules, taxAccount: "0xtax" } });
    books.withholding.set("a", 333_333);
    expect(claimAll(books, "a", 0, LOCKED)).to.equal(67n);
    expect(statementOf(books, "a", 0, LOCKED)).to.include({ claimed: 100n, claimable: 0n });
    expect(claimAll(books, "0xtax", 0, LOCKED)).to.equal(33n);
  });

  it("pays no credits before the terms are accepted, where they ask for it", () => {
    const books = booksOf({ rules: { ...rules, acceptance: true } });
    const record = books.partners.get("a");
    expect(claimableOf(books, "a", 0, LOCKED)).to.equal(0n);
    if (record !== undefined) record.accepted = true;
    expect(claimableOf(books, "a", 0, LOCKED)).to.equal(100n);
  });
});

describe("spec: exits", () => {
  it("ends a line at the next period's start, once", () => {
    const books = booksOf({ standing: [lineOf([1])] });
    endLine(books, 0, START + 5);
    const runs = [PERIOD - 1, PERIOD].map((after) => isRunning(books, 0, START + after));
    expect(runs).to.deep.equal([true, false]);
    expect(refusalOf(() => endLine(books, 0, START + 6))?.refusal).to.equal("lineNotInForce");
  });

  it("suspends and resumes a line from period to period; what is undone in time never was", () => {
    const books = booksOf({ standing: [lineOf([1])] });
    suspendLine(books, 0, true, START);
    suspendLine(books, 0, false, START + PERIOD);
    const runs = [0, 1, 2].map((period) => isRunning(books, 0, START + period * PERIOD));
    expect(runs).to.deep.equal([true, false, true]);
    suspendLine(books, 0, true, START + 3 * PERIOD);
    suspendLine(books, 0, false, START + 3 * PERIOD);
    expect(isRunning(books, 0, START + 9 * PERIOD)).to.equal(true);
    expect(refusalOf(() => suspendLine(books, 0, false, START))?.refusal).to.equal(
      "lineNotInForce",
    );
  });
});

/** A partner with 100 of two sales in period 0. */
function booksOf(terms: Partial<Terms>): Books {
  const books = booksUnder({ roles: [roleOf(100_000)], ...terms });
  // Counts where anything asks for it.
  enrollPartner(books, { partner: "a", tier: 0, joined: START, referrer: undefined });
  for (const name of ["s", "t"]) {
    const credits = [{ partner: "a", role: 0, weight: 1 }];
    const sale = { name, kind: 0, currency: 0, amount: 500n, payer: undefined, credits };
    postOne(books, sale, START);
  }
  return books;
}
