import { expect } from "chai";
import { zeroHash } from "viem";
import { nextTag } from "../../core/batches/nextTag.ts";
import type { Terms } from "../../core/deal/Terms.ts";
import { changeStatus } from "../../core/spec/changeStatus.ts";
import { changeTier } from "../../core/spec/changeTier.ts";
import { claimAll } from "../../core/spec/claimAll.ts";
import { countRevenue } from "../../core/spec/countRevenue.ts";
import { enrollPartner } from "../../core/spec/enrollPartner.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { priceSale } from "../../core/spec/priceSale.ts";
import { refundSale } from "../../core/spec/refundSale.ts";
import { SpecError } from "../../core/spec/SpecError.ts";
import { settleLine } from "../../core/spec/settleLine.ts";
import { settlePeriods } from "../../core/spec/settlePeriods.ts";
import { settleResidual } from "../../core/spec/settleResidual.ts";
import { standingEarnings } from "../../core/spec/standingEarnings.ts";
import { statementOf } from "../../core/spec/statementOf.ts";
import { postOne, refundOne } from "./postOne.ts";
import { booksUnder, HOLDER, lineOf, roleOf, termsOf } from "./termsOf.ts";

const START = 1_700_000_000;
const PERIOD = 30 * 24 * 60 * 60;
/** The first one that is posted. */
const SALE = "1:0";
const YEAR = 365 * 24 * 60 * 60;
const RESIDUAL = { treasury: "treasury", currency: 0, segments: 1_000 };

describe("spec: books", () => {
  it("tech partnership: 200 sales of 297.00 at 75/25 give 44,550.00 and 14,850.00", () => {
    const books = booksOf({ roles: [roleOf(750_000), roleOf(250_000)] }, "vendor", "partner");
    for (let index = 0; index < 200; index += 1) {
      post(books, `${index}`, 29_700n, [
        ["vendor", 0],
        ["partner", 1],
      ]);
    }
    const locked = START + 2 * PERIOD;
    expect(statementOf(books, "vendor", 0, locked).locked).to.equal(4_455_000n);
    expect(statementOf(books, "partner", 0, locked).locked).to.equal(1_485_000n);
  });

  it("declining 30/20/10 on 100,000.00 a year: 30,000.00, 20,000.00 and 10,000.00", () => {
    const books = booksOf({ standing: [lineOf([300_000, 200_000, 100_000])] });
    const earned: bigint[] = [];
    for (let year = 0; year < 3; year += 1) {
      const time = START + year * YEAR + YEAR / 2;
      countRevenue(books, { kind: 0, currency: 0, time, ...whole(10_000_000n) });
      earned.push(settleLine(books, 0, 0, time + YEAR / 4));
    }
    expect(earned).to.deep.equal([3_000_000n, 2_000_000n, 1_000_000n]);
    expect(claimAll(books, HOLDER, 0, START + 3 * YEAR)).to.equal(6_000_000n);
  });

  it("a standing line earns its rate of the period's sum, not the sum of its sales' floors", () => {
    const books = booksOf({ standing: [lineOf([500_000])] });
    for (const id of ["a", "b", "c"]) post(books, id, 1n, []);
    expect(standingEarnings(books, 0, 0, START).held).to.equal(1n);
    expect(settlePeriods(books, 0, START + 2 * PERIOD, 9).treasury).to.equal(2n);
  });

  it("changes a standing rate on the second of its anniversary, inside a period", () => {
    const books = booksOf({ standing: [lineOf([500_000, 0])] });
    for (const time of [START + YEAR - 1, START + YEAR]) {
      countRevenue(books, { kind: 0, currency: 0, time, ...whole(100n) });
    }
    expect(standingEarnings(books, 0, 0, START + YEAR).held).to.equal(50n);
  });

  it("takes back the whole line over any partial refunds, at its frozen rate", () => {
    const books = booksOf({ roles: [roleOf(333_333)] }, "a");
    post(books, "s", 10n, [["a", 0]]);
    const steps = [3n, 3n, 3n, 1n].map((amount) => refundOne(books, SALE, amount, START).reversed);
    expect(steps).to.deep.equal([[1n], [1n], [1n], [0n]]);
    expect(statementOf(books, "a", 0, START)).to.include({ earned: 3n, reversed: 3n, held: 0n });
  });

  it("returns a refund of a sale that was paid to the program to its payer, at once", () => {
    const books = booksOf({ roles: [roleOf(100_000)] }, "a");
    const sale = { name: "s", kind: 0, currency: 0, amount: 100n };
    const credits = [{ partner: "a", role: 0, weight: 1 }];
    expect(postOne(books, { ...sale, payer: "payer", credits }, START).funded).to.equal(0n);
    expect(refundOne(books, SALE, 40n, START)).to.deep.equal({
      reversed: [4n],
      setAside: 36n,
      returned: 40n,
    });
    expect(claimAll(books, "payer", 0, START)).to.equal(40n);
    expect(settleResidual(books, RESIDUAL, START + 2 * PERIOD)).to.equal(54n);
  });

  it("refuses a refund above what is left, of nothing, of no sale, and after the lock", () => {
    const books = booksOf({ roles: [roleOf(100_000)] }, "a");
    post(books, "s", 100n, [["a", 0]]);
    refundOne(books, SALE, 60n, START + 2 * PERIOD - 1);
    expect(refusalOf(() => refundOne(books, SALE, 41n, START))).to.equal("refundTooLarge");
    expect(refusalOf(() => refundOne(books, SALE, 0n, START))).to.equal("zeroAmount");
    expect(refusalOf(() => refundOne(books, "2:0", 1n, START))).to.equal("unknownSale");
    const late = START + 2 * PERIOD;
    expect(refusalOf(() => refundOne(books, SALE, 40n, late))).to.equal("saleLocked");
    const posted = books.sales.get(SALE);
    expect(posted?.refunded).to.equal(60n);
  });

  it("locks at once where nothing is held", () => {
    const books = booksOf({ holdPeriods: 0, roles: [roleOf(100_000)] }, "a");
    post(books, "s", 100n, [["a", 0]]);
    expect(claimAll(books, "a", 0, START)).to.equal(10n);
    expect(refusalOf(() => refundOne(books, SALE, 1n, START))).to.equal("saleLocked");
  });

  it("changes a tier at the next period's start", () => {
    const books = booksOf({ roles: [roleOf(0, { tiers: [100_000, 200_000] })] }, "a");
    changeTier(books, "a", 1, START);
    const at = (time: number) => priceSale(books, saleBy("a"), time).lines[0]?.rate;
    expect([at(START + PERIOD - 1), at(START + PERIOD)]).to.deep.equal([100_000, 200_000]);
  });

  it("credits and counts only active partners", () => {
    const network = { every: 2n, add: 50_000, max: 100_000 };
    const books = booksOf({ roles: [roleOf(0, { network })] }, "a", "b");
    const rate = () => priceSale(books, saleBy("a"), START).lines[0]?.rate;
    expect(rate()).to.equal(50_000);
    changeStatus(books, "b", "suspended");
    expect(rate()).to.equal(0);
    expect(refusalOf(() => priceSale(books, saleBy("b"), START))).to.equal("partnerNotActive");
  });

  it("refuses an id that was posted where nothing is held, else takes it again", () => {
    const final = booksOf({ holdPeriods: 0 });
    post(final, "s", 1n, []);
    expect(refusalOf(() => post(final, "s", 1n, []))).to.equal("saleAlreadyPosted");
    const books = booksOf({});
    expect([post(books, "s", 1n, []).key, post(books, "s", 1n, []).key]).to.deep.equal([
      "1:0",
      "2:0",
    ]);
  });

  it("passes over a refund that was made already, and one that knows not of the last", () => {
    const books = booksOf({});
    post(books, "s", 100n, []);
    const by = "attributor" as const;
    const refund = { sale: SALE, refundId: zeroHash, amount: 10n, by, isShown: true };
    expect(refundSale(books, { ...refund, tag: 0n }, START)).not.to.equal(undefined);
    expect(refundSale(books, { ...refund, tag: 0n }, START)).to.equal(undefined);
    const { tag = 0n, refunded } = books.sales.get(SALE) ?? {};
    expect([tag, refunded]).to.deep.equal([nextTag(0n, zeroHash), 10n]);
    expect(refundSale(books, { ...refund, tag }, START)).not.to.equal(undefined);
  });

  it("K2: lets the attributor refund up to the limit of a period, and the operator beyond", () => {
    const { rules } = termsOf({});
    const books = booksOf({ rules: { ...rules, refundLimit: [30n, 0n] } });
    post(books, "s", 100n, []);
    const refund = (amount: bigint, by: "attributor" | "operator") => {
      const { tag = 0n } = books.sales.get(SALE) ?? {};
      const item = { sale: SALE, refundId: zeroHash, amount, by, isShown: true, tag };
      return refusalOf(() => refundSale(books, item, START));
    };
    expect(refund(20n, "attributor")).to.equal(undefined);
    expect(refund(11n, "attributor")).to.equal("refundLimit");
    expect(refund(40n, "operator")).to.equal(undefined);
    expect(refund(10n, "attributor")).to.equal(undefined);
    expect(refund(1n, "attributor")).to.equal("refundLimit");
  });
});

function booksOf(terms: Partial<Terms>, ...partners: string[]): Books {
  const books = booksUnder(terms);
  for (const partner of partners) {
    enrollPartner(books, { partner, tier: 0, joined: START, referrer: undefined });
  }
  return books;
}

function post(books: Books, name: string, amount: bigint, credits: readonly [string, number][]) {
  const played = credits.map(([partner, role]) => ({ partner, role, weight: 1 }));
  const sale = { name, kind: 0, currency: 0, amount, payer: undefined, credits: played };
  return postOne(books, sale, START);
}

function saleBy(partner: string) {
  return { kind: 0, currency: 0, amount: 100n, credits: [{ partner, role: 0, weight: 1 }] };
}

function whole(amount: bigint) {
  return { amount, setAside: amount };
}

function refusalOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof SpecError) return error.refusal;
    throw error;
  }
  return undefined;
}
