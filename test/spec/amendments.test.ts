import { expect } from "chai";
import type { Terms } from "../../core/deal/Terms.ts";
import { countRevenue } from "../../core/spec/countRevenue.ts";
import { type Books, openBooks } from "../../core/spec/openBooks.ts";
import { passTime } from "../../core/spec/passTime.ts";
import { proposeAmendment } from "../../core/spec/proposeAmendment.ts";
import { standingEarnings } from "../../core/spec/standingEarnings.ts";
import { refusalOf } from "./refusalOf.ts";
import { lineOf, roleOf, termsOf } from "./termsOf.ts";

const START = 1_700_000_000;
const PERIOD = 30 * 24 * 60 * 60;

describe("spec: amendments", () => {
  const old = termsOf({
    noticePeriods: 1,
    roles: [roleOf(100_000)],
    standing: [lineOf([200_000])],
  });

  it("come into force at a period's start, after the notice", () => {
    const books = openBooks(old);
    const from = proposeAmendment(books, { ...old, roles: [roleOf(50_000)] }, START + 5);
    expect(from).to.equal(START + 2 * PERIOD);
    passTime(books, from - 1);
    expect(books.terms).to.equal(old);
    passTime(books, from);
    expect(books.terms.roles[0]?.rates).to.deep.equal([50_000]);
  });

  it("end no line without its holder's consent", () => {
    const shorter = ended(START + 2 * PERIOD);
    const books = openBooks(old);
    proposeAmendment(books, shorter, START);
    passTime(books, START + 2 * PERIOD);
    expect(books.terms).to.equal(old);
    proposeAmendment(books, ended(START + 4 * PERIOD), START + 2 * PERIOD);
    books.proposed?.missing.delete(0);
    passTime(books, START + 4 * PERIOD);
    expect(books.terms.standing[0]?.ends).to.equal(START + 4 * PERIOD);
  });

  it("leave what was earned before them as it was", () => {
    const books = openBooks(old);
    const earned = () => standingEarnings(books, 0, 0, START).held;
    revenue(books, START);
    proposeAmendment(books, ended(START + 2 * PERIOD), START);
    books.proposed?.missing.delete(0);
    const before = earned();
    passTime(books, START + 2 * PERIOD);
    revenue(books, START + 2 * PERIOD);
    expect([before, earned()]).to.deep.equal([20n, 20n]);
  });

  it("are refused where the terms know none, one waits, or a sale could pay too much", () => {
    const refusal = (terms: Terms, proposed: Partial<Terms>, times = 1) => {
      const books = openBooks(terms);
      const propose = () => proposeAmendment(books, { ...terms, ...proposed }, START);
      for (let time = 1; time < times; time += 1) propose();
      return refusalOf(propose)?.refusal;
    };
    expect(refusal({ ...old, noticePeriods: 0 }, {})).to.equal("notInTerms");
    expect(refusal(old, {}, 2)).to.equal("alreadyWaits");
    expect(refusal(old, { roles: [roleOf(800_001)] })).to.equal("paysOverCeiling");
    expect(refusal(old, { roles: [roleOf(800_000)] })).to.equal(undefined);
  });

  /** The old terms with the line ending then. */
  function ended(ends: number): Terms {
    return { ...old, standing: [lineOf([200_000], { ends })] };
  }
});

function revenue(books: Books, time: number) {
  countRevenue(books, { kind: 0, currency: 0, time, amount: 100n, setAside: 100n });
}
