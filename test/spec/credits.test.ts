import { expect } from "chai";
import { NET, NOT_PAID, REFERRED, type Terms, TO_OTHERS, TO_POOL } from "../../core/deal/Terms.ts";
import { worstCase } from "../../core/deal/worstCase.ts";
import { bookSale } from "../../core/spec/bookSale.ts";
import { changeStatus } from "../../core/spec/changeStatus.ts";
import { creditsIn } from "../../core/spec/creditsIn.ts";
import { enrollPartner } from "../../core/spec/enrollPartner.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { priceSale } from "../../core/spec/priceSale.ts";
import { postOne, refundOne } from "./postOne.ts";
import { refusalOf } from "./refusalOf.ts";
import { booksUnder, HOLDER, roleOf, termsOf } from "./termsOf.ts";

const START = 1_700_000_000;
const PERIOD = 30 * 24 * 60 * 60;
const pools = [{ name: "community", holder: HOLDER }];

describe("spec: who is credited", () => {
  const referral = roleOf(100_000, { stage: REFERRED });

  it("gives a referrer its rate of each line of whom it referred, right after the line", () => {
    const books = booksOf({ roles: [roleOf(200_000), roleOf(500_000, { stage: NET }), referral] });
    const { lines, remainder } = price(books, [
      ["b", 0],
      ["b", 1],
    ]);
    expect(lines.map(({ partner, role, amount }) => [partner, role, amount])).to.deep.equal([
      ["b", 0, 200n],
      ["a", 2, 20n],
      ["b", 1, 400n],
      ["a", 2, 40n],
    ]);
    expect(remainder).to.equal(340n);
  });

  it("gives nothing to a referrer who is not active, nor to a referral of the residual", () => {
    const books = booksOf({
      roles: [roleOf(200_000), referral, roleOf(0, { rates: [NOT_PAID] })],
      residualRole: 2,
    });
    expect(price(books, [["b", 2]]).lines).to.have.length(1);
    expect(price(books, [["b", 0]]).lines).to.have.length(2);
    changeStatus(books, "a", "suspended");
    expect(price(books, [["b", 0]]).lines).to.have.length(1);
  });

  it("credits nobody with a referral", () => {
    const books = booksOf({ roles: [referral] });
    expect(refusalOf(() => price(books, [["a", 0]]))?.refusal).to.equal("unknownRole");
  });

  it("shares what nobody filled among those of its stage, each up to its ceiling", () => {
    const roles = [
      roleOf(200_000, { ceiling: 300_000 }),
      roleOf(100_000),
      roleOf(300_000, { missing: TO_OTHERS }),
      roleOf(100_000, { stage: NET }),
    ];
    const books = booksOf({ roles });
    const rates = price(books, [
      ["a", 0],
      ["b", 1],
      ["a", 3],
    ]).lines.map(({ rate }) => rate);
    expect(rates).to.deep.equal([300_000, 200_000, 100_000]);
  });

  it("leaves to the residual what nobody filled where nobody of its stage was there", () => {
    const books = booksOf({ roles: [roleOf(300_000, { missing: TO_OTHERS })] });
    expect(price(books, [])).to.deep.include({ lines: [], remainder: 1_000n });
  });

  it("gives a pool the base rate of a role that nobody filled, after the credits", () => {
    const tenure = [50_000];
    const roles = [
      roleOf(200_000, { missing: TO_POOL, tenure }),
      roleOf(100_000),
      roleOf(0, { rates: [NOT_PAID], missing: TO_POOL }),
    ];
    const books = booksOf({ roles, pools, commission: 500_000 });
    const { lines } = price(books, [["b", 1]]);
    expect(lines.map(({ partner, role, amount }) => [partner, role, amount])).to.deep.equal([
      ["b", 1, 50n],
      [HOLDER, 0, 100n],
    ]);
    expect(price(books, [["a", 0]]).lines.map(({ amount }) => amount)).to.deep.equal([125n]);
  });

  it("counts a sale once for each partner that is credited, until all of it is refunded", () => {
    const milestones = [{ name: "first", sales: 1, earned: [], pays: [1n] }];
    const roles = [roleOf(100_000), roleOf(100_000), roleOf(1, { missing: TO_POOL }), referral];
    const books = booksOf({ roles, milestones, pools });
    const credits = [credit("b", 0), credit("b", 1)];
    const sale = { name: "s", kind: 0, currency: 0, amount: 1_000n, payer: undefined, credits };
    const { key } = postOne(books, sale, START);
    const sales = () => ["a", "b", HOLDER].map((one) => creditsIn(books, one, 0, 0).sales);
    expect(sales()).to.deep.equal([0, 1, 0]);
    refundOne(books, key, 999n, START);
    expect(sales()).to.deep.equal([0, 1, 0]);
    refundOne(books, key, 1n, START);
    expect(sales()).to.deep.equal([0, 0, 0]);
  });
});

describe("spec: outcomes and the posting limit", () => {
  const outcomes = [
    { kind: 1, perPeriod: false, amounts: [500n] },
    { kind: 2, perPeriod: true, amounts: [900n] },
  ];
  const kinds = ["sale", "completion", "engagement"];
  const roles = [roleOf(1_000_000, { rates: [0, 1_000_000, 1_000_000] })];
  const book = (books: Books, kind: number, amount: bigint, time = START) =>
    bookSale(books, { kind, currency: 0, amount, payer: undefined, credits: [] }, time);

  it("takes an outcome at exactly its amount", () => {
    const books = booksOf({ outcomes, kinds, roles });
    for (const amount of [499n, 501n]) {
      expect(refusalOf(() => book(books, 1, amount))?.refusal).to.equal("outcomeMismatch");
    }
    for (let index = 0; index < 3; index += 1) book(books, 1, 500n);
  });

  it("takes outcomes of a period up to their amount together, and anew in the next", () => {
    const books = booksOf({ outcomes, kinds, roles });
    book(books, 2, 600n);
    expect(refusalOf(() => book(books, 2, 301n))?.refusal).to.equal("outcomeMismatch");
    book(books, 2, 300n);
    book(books, 2, 900n, START + PERIOD);
  });

  it("does not count outcomes as revenue for a volume bonus", () => {
    const volume = { every: [100n], add: 10_000, max: 1_000_000 };
    const books = booksOf({ outcomes, kinds, roles: [roleOf(0, { volume, rates: [0, 0, 0] })] });
    book(books, 1, 500n);
    book(books, 0, 200n);
    const { lines } = price(books, [["a", 0]], START + PERIOD);
    expect(lines[0]?.rate).to.equal(20_000);
  });

  it("posts no more in a period than the limit, refunds not counted back", () => {
    const { rules } = termsOf({});
    const books = booksOf({ rules: { ...rules, postingLimit: [1_000n] } });
    const sale = { kind: 0, currency: 0, amount: 600n, payer: undefined, credits: [] };
    const { key } = postOne(books, { ...sale, name: "s" }, START);
    refundOne(books, key, 600n, START);
    expect(refusalOf(() => book(books, 0, 401n))?.refusal).to.equal("postingLimit");
    book(books, 0, 400n);
    book(books, 0, 1_000n, START + PERIOD);
  });
});

describe("spec: the worst case", () => {
  it("adds what referrers earn of the lines", () => {
    const roles = [roleOf(400_000), roleOf(100_000, { stage: REFERRED })];
    expect(worstCase(termsOf({ roles }))[0]?.ppm).to.equal(440_000);
  });

  it("lets one filled role take what the others leave", () => {
    const roles = [
      roleOf(100_000, { tiers: [0, 100_000], missing: TO_OTHERS }),
      roleOf(300_000, { missing: TO_OTHERS }),
    ];
    expect(worstCase(termsOf({ roles }))[0]?.ppm).to.equal(800_000);
  });
});

function booksOf(terms: Partial<Terms>): Books {
  const books = booksUnder(terms);
  enrollPartner(books, { partner: "a", tier: 0, joined: START, referrer: undefined });
  enrollPartner(books, { partner: "b", tier: 0, joined: START, referrer: "a" });
  return books;
}

function price(books: Books, played: readonly [string, number][], time = START) {
  const credits = played.map(([partner, role]) => credit(partner, role));
  return priceSale(books, { kind: 0, currency: 0, amount: 1_000n, credits }, time);
}

function credit(partner: string, role: number) {
  return { partner, role, weight: 1 };
}
