import { expect } from "chai";
import fc from "fast-check";
import { reverseLine } from "../../core/deal/reverseLine.ts";
import { segmentAt } from "../../core/deal/segmentAt.ts";
import { setAsideOf } from "../../core/deal/setAsideOf.ts";
import { type RatedCredit, shareSale } from "../../core/deal/shareSale.ts";
import { NET, NO_ROLE } from "../../core/deal/Terms.ts";
import { enrollPartner } from "../../core/spec/enrollPartner.ts";
import { openBooks } from "../../core/spec/openBooks.ts";
import { postOne, refundOne } from "./postOne.ts";
import { lineOf, roleOf, termsOf } from "./termsOf.ts";

const WHOLE = 1_000_000;
const anAmount = fc.oneof(fc.bigInt(1n, 1_000n), fc.bigInt(1n, 2n ** 96n - 1n));
const aWeight = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 2 ** 32 - 1 }));

/** Rates that together are at most the whole: of gross roles, of net roles, and of one standing line. */
const deal = fc.record({
  gross: fc.array(fc.integer({ min: 0, max: WHOLE }), { maxLength: 4 }),
  net: fc.array(fc.integer({ min: 0, max: WHOLE }), { maxLength: 4 }),
  standing: fc.integer({ min: 0, max: WHOLE }),
  residualRole: fc.option(fc.nat(7), { nil: undefined }),
  credits: fc.array(fc.record({ role: fc.nat(7), weight: aWeight }), { maxLength: 8 }),
});

type Deal = typeof deal extends fc.Arbitrary<infer T> ? T : never;

describe("spec: properties", () => {
  it("conserves every sale: lines, what is set aside and the remainder make it up", () => {
    fc.assert(
      fc.property(deal, anAmount, (dealt, sale) => {
        const { lines, forStanding: aside, remainder } = share(dealt, sale);
        const sum = lines.reduce((total, line) => total + line.amount, aside + remainder);
        expect(sum).to.equal(sale);
      }),
    );
  });

  it("never pays a line below 0 or above the sale, nor leaves a remainder below 0", () => {
    fc.assert(
      fc.property(deal, anAmount, (dealt, sale) => {
        const { lines, remainder } = share(dealt, sale);
        for (const line of lines) expect(line.amount >= 0n && line.amount <= sale).to.equal(true);
        expect(remainder >= 0n).to.equal(true);
      }),
    );
  });

  it("gives the operator no more than the dust where a role takes the residual", () => {
    fc.assert(
      fc.property(deal, anAmount, (dealt, sale) => {
        const filled = dealt.credits.filter(({ role }) => role === 0).length;
        fc.pre(filled > 0 && dealt.gross.length + dealt.net.length > 0);
        const { remainder } = share({ ...dealt, residualRole: 0 }, sale);
        expect(remainder < BigInt(dealt.credits.length)).to.equal(true);
      }),
    );
  });

  it("reverses monotonically, never more than the line, and all of it with the whole sale", () => {
    fc.assert(
      fc.property(
        anAmount,
        fc.bigInt(0n, 2n ** 96n),
        fc.array(fc.nat(100)),
        (sale, seed, parts) => {
          const line = seed % (sale + 1n);
          const rising = parts
            .map((part) => (sale * BigInt(part)) / 100n)
            .sort((a, b) => (a < b ? -1 : 1));
          const reversed = [...rising, sale].map((refunded) => reverseLine(line, refunded, sale));
          for (const [index, total] of reversed.entries()) {
            expect(total >= (reversed[index - 1] ?? 0n) && total <= line).to.equal(true);
          }
          expect(reversed.at(-1)).to.equal(line);
        },
      ),
    );
  });

  it("takes back with refunds of any sizes exactly what the sale booked", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(deal, anAmount, parts, fc.boolean(), (dealt, sale, percents, paidHere) => {
        const { funded, returned, books } = postAndRefund(dealt, sale, percents, paidHere);
        expect(returned).to.equal(paidHere ? sale : funded);
        for (const bucket of books.buckets.values()) {
          expect([bucket.revenue, bucket.setAside]).to.deep.equal([0n, 0n]);
        }
      }),
    );
  });

  it("sets aside at least what a standing line earns of the period, whichever sales are refunded", () => {
    const sales = fc.array(
      fc.record({ amount: anAmount, refunded: fc.integer({ min: 0, max: 100 }) }),
    );
    fc.assert(
      fc.property(sales, fc.array(fc.nat(200_000), { maxLength: 5 }), (posted, rates) => {
        const left = posted.map(
          (sale) => sale.amount - (sale.amount * BigInt(sale.refunded)) / 100n,
        );
        const revenue = left.reduce((sum, one) => sum + one, 0n);
        const together = rates.reduce((sum, rate) => sum + rate, 0);
        const setAside = left.reduce((sum, one) => sum + setAsideOf(one, together), 0n);
        const earned = rates.reduce(
          (sum, rate) => sum + (revenue * BigInt(rate)) / BigInt(WHOLE),
          0n,
        );
        expect(setAside >= earned).to.equal(true);
      }),
    );
  });

  it("cuts time into segments that follow each other and stay within a period", () => {
    const lines = fc.array(
      fc.record({
        starts: fc.nat(10 ** 8),
        lasts: fc.option(fc.integer({ min: 1, max: 10 ** 8 })),
      }),
    );
    fc.assert(
      fc.property(lines, fc.nat(2 * 10 ** 8), (standing, after) => {
        const { start, period } = termsOf({});
        const placedLines = standing.map(({ starts, lasts }) =>
          lineOf([1, 2], {
            starts: start + starts,
            ends: lasts === null ? 0 : start + starts + lasts,
          }),
        );
        const terms = termsOf({ standing: placedLines });
        const segment = segmentAt(terms, start + after);
        expect(segment.start <= start + after && start + after < segment.end).to.equal(true);
        expect(segment.start >= start + segment.period * period).to.equal(true);
        expect(segment.end <= start + (segment.period + 1) * period).to.equal(true);
        expect(segmentAt(terms, segment.end).start).to.equal(segment.end);
        expect(segmentAt(terms, segment.end - 1)).to.deep.equal(segment);
      }),
    );
  });
});

function share(dealt: Deal, sale: bigint) {
  const { terms, credits } = placed(dealt);
  const rated = credits.map(
    (credit): RatedCredit => ({
      ...credit,
      rate: inPpm(terms.roles[credit.role]?.rates[0]),
      isPool: false,
      referrals: [],
    }),
  );
  return shareSale(terms, { kind: 0, amount: sale, time: terms.start, credits: rated });
}

function inPpm(rate: number | undefined) {
  return rate === undefined ? undefined : { numerator: BigInt(rate), denominator: BigInt(WHOLE) };
}

/** Refunds by percents of what is left, then the rest. */
function postAndRefund(
  dealt: Deal,
  amount: bigint,
  percents: readonly number[],
  paidHere: boolean,
) {
  const { terms, credits } = placed(dealt);
  const books = openBooks(terms);
  for (const { partner } of credits)
    enrollPartner(books, { partner, tier: 0, joined: 0, referrer: undefined });
  const payer = paidHere ? "payer" : undefined;
  const sale = { name: "s", kind: 0, currency: 0, amount, payer, credits };
  const { funded, key } = postOne(books, sale, terms.start);
  let [left, returned] = [amount, 0n];
  for (const percent of [...percents, 100]) {
    const step = (left * BigInt(percent) + 99n) / 100n;
    if (step === 0n) break;
    returned += refundOne(books, key, step, terms.start).returned;
    left -= step;
  }
  return { funded, returned, books };
}

/** Rates scaled down to what is payable; credits of roles that are there. */
function placed({ gross, net, standing, residualRole, credits }: Deal) {
  const [held, ...grossRates] = scaled([standing, ...gross]);
  const rates = [
    ...grossRates.map((rate) => roleOf(rate)),
    ...scaled(net).map((rate) => roleOf(rate, { stage: NET })),
  ];
  const count = rates.length;
  const terms = termsOf({
    roles: rates,
    standing: [lineOf([held ?? 0])],
    residualRole: residualRole === undefined || count === 0 ? NO_ROLE : residualRole % count,
  });
  const played = count === 0 ? [] : credits;
  const named = played.map(({ role, weight }, index) => ({
    partner: `${index}`,
    role: role % count,
    weight,
  }));
  return { terms, credits: named };
}

function scaled(rates: readonly number[]): number[] {
  const sum = rates.reduce((total, rate) => total + rate, 0);
  return rates.map((rate) => (sum > WHOLE ? Math.floor((rate * WHOLE) / sum) : rate));
}
