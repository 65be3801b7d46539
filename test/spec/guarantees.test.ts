import { expect } from "chai";
import { type Clauses, PER_LIFE, PER_YEAR, type StandingLine } from "../../core/deal/Terms.ts";
import { addReserve } from "../../core/spec/addReserve.ts";
import { countRevenue } from "../../core/spec/countRevenue.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { settlementIn } from "../../core/spec/settlementIn.ts";
import { settleResidual } from "../../core/spec/settleResidual.ts";
import { statementOf } from "../../core/spec/statementOf.ts";
import { booksUnder, clausesOf, HOLDER, lineOf } from "./termsOf.ts";

const START = 1_700_000_000;
const PERIOD = 30 * 24 * 60 * 60;
const YEAR = 365 * 24 * 60 * 60;
const FOREVER = START + 100 * YEAR;

describe("spec: limits and guarantees of standing lines", () => {
  it("stops at an annual cap to the unit and gives the rest to the residual", () => {
    const books = booksOf({ cap: [5_000_000n], capPer: PER_YEAR }, 300_000);
    for (let month = 0; month < 3; month += 1) revenue(books, START + month * PERIOD, 10_000_000n);
    revenue(books, START + YEAR + PERIOD, 10_000_000n);
    const residual = settle(books, FOREVER);
    expect(earnedBy(books)).to.equal(5_000_000n + 3_000_000n);
    expect(residual).to.equal(40_000_000n - 8_000_000n);
  });

  it("caps a year from the anniversary's very second", () => {
    const books = booksOf({ cap: [1_000n], capPer: PER_YEAR }, 500_000);
    revenue(books, START + YEAR - 1, 4_000n);
    revenue(books, START + YEAR, 4_000n);
    settle(books, FOREVER);
    expect(earnedBy(books)).to.equal(2_000n);
  });

  it("stops at a lifetime cap for good", () => {
    const books = booksOf({ cap: [1_000n], capPer: PER_LIFE }, 500_000);
    for (const year of [0, 1, 2]) revenue(books, START + year * YEAR, 1_500n);
    settle(books, FOREVER);
    expect(earnedBy(books)).to.equal(1_000n);
  });

  it("earns only of the revenue beyond a threshold", () => {
    const books = booksOf({ threshold: [10_000n], thresholdPer: PER_LIFE }, 100_000);
    revenue(books, START, 6_000n);
    revenue(books, START + PERIOD, 6_000n);
    revenue(books, START + 2 * PERIOD, 1_005n);
    settle(books, FOREVER);
    expect(earnedBy(books)).to.equal(200n + 100n);
  });

  it("begins a threshold anew each year where it is a year's", () => {
    const books = booksOf({ threshold: [10_000n], thresholdPer: PER_YEAR }, 100_000);
    for (const year of [0, 1]) revenue(books, START + year * YEAR, 11_000n);
    settle(books, FOREVER);
    expect(earnedBy(books)).to.equal(200n);
  });

  it("micro tier: a base fee of 300 and 12 % of 5,000 are 900, out of the residual", () => {
    const books = booksOf({ fee: [30_000n] }, 120_000, START + PERIOD);
    revenue(books, START, 500_000n);
    expect(settle(books, FOREVER)).to.equal(410_000n);
    expect(earnedBy(books)).to.equal(90_000n);
  });

  it("fills a period up to the minimum, its fee counted", () => {
    const clauses = { fee: [10_000n], minimum: [50_000n] };
    const books = booksOf(clauses, 100_000, START + 3 * PERIOD);
    revenue(books, START, 450_000n);
    revenue(books, START + PERIOD, 300_000n);
    settle(books, FOREVER);
    expect(earnedBy(books)).to.equal(55_000n + 50_000n);
    expect(settlementIn(books, 0).clauses.get(0)?.arrears).to.equal(50_000n);
  });

  it("pays arrears first, from the next residual, then from the reserve", () => {
    const books = booksOf({ fee: [10_000n] }, 0, START + 3 * PERIOD);
    revenue(books, START + PERIOD, 12_000n);
    addReserve(books, { line: 0, currency: 0, amount: 3_000n });
    settle(books, START + 2 * PERIOD);
    expect(earnedBy(books)).to.equal(3_000n);
    expect(settle(books, START + 3 * PERIOD)).to.equal(0n);
    expect(earnedBy(books)).to.equal(15_000n);
    settle(books, FOREVER);
    expect(addReserve(books, { line: 0, currency: 0, amount: 100_000n })).to.equal(15_000n);
    expect(earnedBy(books)).to.equal(30_000n);
    expect(settlementIn(books, 0).clauses.get(0)?.reserve).to.equal(85_000n);
  });

  it("F3: serves each line in whole before a later one, and each from its own reserve alone", () => {
    const clauses = clausesOf({ fee: [10_000n] });
    const standing = [lineOf([0], { clauses }), lineOf([0], { clauses })];
    const books = booksUnder({ standing });
    addReserve(books, { line: 1, currency: 0, amount: 4_000n });
    revenue(books, START + PERIOD, 15_000n);
    settle(books, START + 3 * PERIOD);
    // The second period's 15,000 are the first line's: 10,000 of arrears, and half of what is due.
    const found = [0, 1].map((line) => settlementIn(books, 0).clauses.get(line));
    expect(found.map((book) => book?.arrears)).to.deep.equal([5_000n, 16_000n]);
    expect(found.map((book) => book?.reserve)).to.deep.equal([0n, 0n]);
  });

  it("settles the same in steps of any size", () => {
    const clauses = { minimum: [2_000n], cap: [3_000n], capPer: PER_YEAR };
    const [once, stepped] = [booksOf(clauses, 250_000), booksOf(clauses, 250_000)];
    for (const books of [once, stepped]) {
      addReserve(books, { line: 0, currency: 0, amount: 10_000n });
      for (let month = 0; month < 30; month += 1) {
        revenue(books, START + month * PERIOD + 5, BigInt((month * 7_919) % 10_007));
      }
    }
    const time = START + 40 * PERIOD;
    let residual = 0n;
    for (let step = 0; step < 60; step += 1) residual += settle(stepped, time, 1);
    expect(residual).to.equal(settle(once, time));
    expect(earnedBy(stepped)).to.equal(earnedBy(once));
    expect(settlementIn(stepped, 0)).to.deep.equal(settlementIn(once, 0));
  });

  it("earns nothing while suspended, and nothing more once ended", () => {
    const books = booksUnder({ standing: [lineOf([500_000])] });
    books.lines.set(0, {
      ends: START + 3 * PERIOD,
      turns: [START + PERIOD, START + 2 * PERIOD],
    });
    for (let month = 0; month < 5; month += 1) revenue(books, START + month * PERIOD, 100n);
    expect(settle(books, FOREVER)).to.equal(500n - 100n);
  });
});

function booksOf(clauses: Partial<Clauses>, rate: number, ends = 0): Books {
  const line: Partial<StandingLine> = { clauses: clausesOf(clauses), ends };
  return booksUnder({ standing: [lineOf([rate], line)] });
}

function revenue(books: Books, time: number, amount: bigint) {
  countRevenue(books, { kind: 0, currency: 0, time, amount, setAside: amount });
}

function settle(books: Books, time: number, segments = 10_000): bigint {
  return settleResidual(books, { treasury: "treasury", currency: 0, segments }, time);
}

function earnedBy(books: Books): bigint {
  return statementOf(books, HOLDER, 0, FOREVER).earned;
}
