import { expect } from "chai";
import { closeDispute } from "../../core/spec/closeDispute.ts";
import { creditsIn } from "../../core/spec/creditsIn.ts";
import { disputeSale } from "../../core/spec/disputeSale.ts";
import { enrollPartner } from "../../core/spec/enrollPartner.ts";
import { type Books, openBooks } from "../../core/spec/openBooks.ts";
import { reattributeSale } from "../../core/spec/reattributeSale.ts";
import { statementOf } from "../../core/spec/statementOf.ts";
import { upholdSale } from "../../core/spec/upholdSale.ts";
import { voidSale } from "../../core/spec/voidSale.ts";
import { postOne, refundOne } from "./postOne.ts";
import { refusalOf } from "./refusalOf.ts";
import { lineOf, roleOf, termsOf } from "./termsOf.ts";

const START = 1_700_000_000;
/** The first sale that is posted, and the second. */
const SALE = "1:0";
const OTHER = "2:0";
const PERIOD = 30 * 24 * 60 * 60;
const LAST_HELD = START + 2 * PERIOD - 1;

describe("spec: disputes", () => {
  it("freezes what refunds have left of the lines, and of no standing line", () => {
    const books = disputed();
    expect(books.frozen.get(0)).to.equal(30n);
    expect(statementOf(books, "a", 0, START)).to.include({ earned: 10n, reversed: 10n, held: 0n });
    expect(revenueOf(books)).to.equal(150n);
  });

  it("holds the lines again where the sale is upheld in time", () => {
    const books = disputed();
    upholdSale(books, SALE, START);
    expect(statementOf(books, "a", 0, START)).to.include({ earned: 40n, reversed: 10n, held: 30n });
    expect(books.frozen.get(0)).to.equal(0n);
  });

  it("owes the lines at once where the sale is final meanwhile", () => {
    const books = disputed(LAST_HELD);
    upholdSale(books, SALE, LAST_HELD + 1);
    const { locked } = statementOf(books, "a", 0, LAST_HELD + 1);
    expect(locked).to.equal(30n);
  });

  it("lets the sale stand from the deadline on, and not before", () => {
    const books = disputed();
    const deadline = START + 2 * PERIOD;
    expect(refusalOf(() => closeDispute(books, SALE, deadline - 1))?.refusal).to.equal("tooEarly");
    expect(refusalOf(() => upholdSale(books, SALE, deadline))?.refusal).to.equal("tooLate");
    closeDispute(books, SALE, deadline);
    expect(refusalOf(() => closeDispute(books, SALE, deadline))?.refusal).to.equal("notDisputed");
  });

  it("gives all that is left back where a held sale is void, its standing part too", () => {
    const books = disputed();
    expect(voidSale(books, SALE, START)).to.equal(30n + 15n);
    expect(revenueOf(books)).to.equal(0n);
  });

  it("gives the lines alone back where the sale is final", () => {
    const books = disputed(LAST_HELD);
    expect(voidSale(books, SALE, LAST_HELD + 1)).to.equal(30n);
    expect(revenueOf(books)).to.equal(150n);
  });

  it("gives the lines to other partners, who then bear its refunds", () => {
    const books = disputed();
    expect(disputeSale(books, { ...DISPUTE, partner: "b" }, START)).to.equal(undefined);
    reattributeSale(books, { sale: SALE, partners: ["b"] }, START);
    refundOne(books, SALE, 75n, START);
    expect(statementOf(books, "b", 0, START)).to.include({ earned: 30n, reversed: 15n, held: 15n });
    expect(statementOf(books, "a", 0, START).held).to.equal(0n);
  });

  it("takes refunds of a disputed sale from what is frozen", () => {
    const books = disputed();
    refundOne(books, SALE, 75n, START);
    expect(books.frozen.get(0)).to.equal(15n);
    upholdSale(books, SALE, START);
    expect(statementOf(books, "a", 0, START).held).to.equal(15n);
  });

  it("does not count a sale in dispute, nor one of which nothing is left when it stands", () => {
    const books = disputed();
    const sales = () => creditsIn(books, "a", 0, 0).sales;
    expect(sales()).to.equal(0);
    refundOne(books, SALE, 150n, START);
    upholdSale(books, SALE, START);
    expect(sales()).to.equal(0);
  });

  it("F16: gives the lines only to who had one or disputes the sale, suspended or not", () => {
    const books = disputed();
    const give = () =>
      refusalOf(() => reattributeSale(books, { sale: SALE, partners: ["b"] }, START));
    expect(give()?.refusal).to.equal("notInDispute");
    disputeSale(books, { ...DISPUTE, partner: "b" }, START);
    const record = books.partners.get("b");
    if (record !== undefined) record.status = "suspended";
    expect(give()).to.equal(undefined);
    expect(statementOf(books, "b", 0, START).held).to.equal(30n);
  });

  it("F16: lets others dispute a sale that stands after the dispute of one whom it pays", () => {
    const books = disputed();
    upholdSale(books, SALE, START);
    const by = (partner: string) =>
      refusalOf(() => disputeSale(books, { ...DISPUTE, partner }, START))?.refusal;
    expect(by("b")).to.equal(undefined);
    expect(books.frozen.get(0)).to.equal(30n);
    expect(books.sales.get(SALE)?.dispute?.disputants).to.deep.equal(["a", "b"]);
  });

  it("F16: gives a dispute back where the sale goes, once a sale", () => {
    const books = disputed();
    const left = () => books.partners.get("a")?.disputes.get(0);
    expect(left()).to.equal(1);
    refundOne(books, SALE, 150n, START);
    expect(left()).to.equal(0);
    voidSale(books, SALE, START);
    expect(left()).to.equal(0);
  });

  it("F16: refuses who was enrolled after the sale, and who names no role that is paid", () => {
    const books = disputed();
    const late = { partner: "late", tier: 0, joined: START, referrer: undefined };
    enrollPartner(books, late);
    const by = (partner: string, role: number) =>
      refusalOf(() => disputeSale(books, { ...DISPUTE, partner, role }, START))?.refusal;
    expect(by("late", 0)).to.equal("postedBefore");
    expect(by("b", 1)).to.equal("unknownRole");
    expect(by("b", 0)).to.equal(undefined);
  });

  it("refuses who may not, what is late, and more than the terms let one partner dispute", () => {
    const books = disputed();
    const by = (partner: string, sale: string, time = START) =>
      refusalOf(() => disputeSale(books, { sale, batch: 1, partner, role: 0 }, time))?.refusal;
    expect(by("nobody", OTHER)).to.equal("notAllowed");
    expect(by("a", SALE)).to.equal("tooManyDisputes");
    expect(by("b", "3:0")).to.equal("unknownSale");
    expect(by("b", OTHER, LAST_HELD + 1)).to.equal("saleLocked");
    expect(by("a", OTHER)).to.equal("tooManyDisputes");
    expect(by("b", OTHER)).to.equal(undefined);
  });
});

/** Of the sale that is disputed. */
const DISPUTE = { sale: SALE, batch: 1, role: 0 };

/** A sale of 200 at 20 % and 10 % for a standing line, of which a quarter is refunded, in dispute. */
function disputed(time = START): Books {
  const { rules } = termsOf({});
  const terms = termsOf({
    roles: [roleOf(200_000)],
    standing: [lineOf([100_000])],
    milestones: [{ name: "m", sales: 1, earned: [], pays: [1n] }],
    rules: { ...rules, disputes: 1, disputePeriods: 1 },
  });
  const books = openBooks(terms);
  for (const partner of ["a", "b"]) {
    enrollPartner(books, { partner, tier: 0, joined: START, referrer: undefined });
  }
  for (const name of ["s", "t"]) {
    const credits = name === "s" ? [{ partner: "a", role: 0, weight: 1 }] : [];
    const amount = name === "s" ? 200n : 1_000_000n;
    const sale = {
      name,
      kind: 0,
      currency: name === "s" ? 0 : 1,
      amount,
      payer: undefined,
      credits,
    };
    postOne(books, sale, START);
  }
  refundOne(books, SALE, 50n, START);
  disputeSale(books, { ...DISPUTE, partner: "a" }, time);
  return books;
}

/** Of the disputed sale's currency. */
function revenueOf({ buckets }: Books): bigint | undefined {
  return [...buckets.values()].find(({ currency }) => currency === 0)?.revenue;
}
