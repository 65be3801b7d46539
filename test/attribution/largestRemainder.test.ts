import { expect } from "chai";
import fc from "fast-check";
import { largestRemainderWide } from "../../scripts/attribution/largestRemainderWide.ts";
import { largestRemainder } from "../../scripts/attribution/models/largestRemainder.ts";

/** Parts as large as a double's exact products with a million allow. */
const part = fc.oneof(fc.nat(3), fc.nat(1_000), fc.integer({ min: 0, max: 2 ** 33 }));
const someParts = fc.array(part, { minLength: 1, maxLength: 40 }).filter(isSomething);
const manyParts = fc.array(fc.nat(1_000), { minLength: 100, maxLength: 2_000 }).filter(isSomething);

describe("attribution: largest remainder", () => {
  it("splits a million in three: the first gets the odd unit", () => {
    expect(shareOf([1, 1, 1])).to.deep.equal([333_334, 333_333, 333_333]);
    expect(largestRemainderWide([1n, 1n, 1n])).to.deep.equal([333_334, 333_333, 333_333]);
  });

  it("gives the odd unit to the larger remainder before the earlier part", () => {
    // 1/7 and 6/7 of a million leave 1/7 and 6/7.
    expect(shareOf([1, 6])).to.deep.equal([142_857, 857_143]);
    expect(shareOf([6, 1])).to.deep.equal([857_143, 142_857]);
  });

  it("gives nothing for a part of 0, even where units are left", () => {
    expect(shareOf([0, 1, 0, 1, 1])).to.deep.equal([0, 333_334, 0, 333_333, 333_333]);
  });

  it("refuses parts that are all 0", () => {
    expect(() => shareOf([0, 0])).to.throw(RangeError, "all parts are 0");
    expect(() => largestRemainderWide([0n])).to.throw(RangeError, "all parts are 0");
  });

  it("shares the range alone and leaves what lies around it", () => {
    const shares = new Int32Array([7, 7, 7, 7]);
    largestRemainder(new Float64Array([5, 1, 3, 9]), 1, 3, shares);
    expect([...shares]).to.deep.equal([7, 250_000, 750_000, 7]);
  });

  for (const [name, parts] of [
    ["few", someParts],
    ["many", manyParts],
  ] as const) {
    it(`adds up exactly and agrees with whole numbers of any size, for ${name} parts`, () => {
      fc.assert(
        fc.property(parts, (given) => {
          const shares = shareOf(given);
          expect(shares.reduce((sum, share) => sum + share, 0)).to.equal(1_000_000);
          expect(shares).to.deep.equal(largestRemainderWide(given.map(BigInt)));
        }),
      );
    });
  }

  it("gives a share within one unit of the exact one", () => {
    fc.assert(
      fc.property(someParts, (given) => {
        const sum = given.reduce((all, one) => all + BigInt(one), 0n);
        for (const [index, share] of shareOf(given).entries()) {
          const away = BigInt(share) * sum - BigInt(given[index] ?? 0) * 1_000_000n;
          expect(away > -sum && away < sum).to.equal(true);
        }
      }),
    );
  });
});

function isSomething(parts: readonly number[]): boolean {
  return parts.some((one) => one > 0);
}

function shareOf(parts: readonly number[]): number[] {
  const shares = new Int32Array(parts.length);
  largestRemainder(Float64Array.from(parts), 0, parts.length, shares);
  return [...shares];
}
