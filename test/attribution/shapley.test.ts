import { expect } from "chai";
import fc from "fast-check";
import type { ShapleyValues } from "../../scripts/attribution/ShapleyValues.ts";
import { shapleyConversions } from "../../scripts/attribution/shapleyConversions.ts";
import { shapleyRate } from "../../scripts/attribution/shapleyRate.ts";
import { shapleyWeights } from "../../scripts/attribution/shapleyWeights.ts";
import { aPathTable, type Path, toCounted } from "./aPathTable.ts";

const CHANNELS = 4;

const games = [
  { name: "conversions", solve: shapleyConversions, worth: salesOf },
  { name: "rate", solve: shapleyRate, worth: rateOf },
] as const;

describe("attribution: shapley", () => {
  it("published: a 4, a > b 6 conversions: a 7, b 3", () => {
    const paths: Path[] = [
      { steps: [0], conversions: 4, nulls: 0 },
      { steps: [0, 1], conversions: 6, nulls: 0 },
    ];
    const values = shapleyConversions(toCounted(2, paths));
    expect(toNumbers(values)).to.deep.equal([7, 3]);
    expect(shapleyWeights(values)).to.deep.equal([700_000, 300_000]);
  });

  it("rate: who lowers it has a value below 0 and no weight", () => {
    const paths: Path[] = [
      { steps: [0], conversions: 1, nulls: 1 },
      { steps: [1, 0], conversions: 0, nulls: 2 },
    ];
    // v(a) = 1/2, v(b) = 0, v(ab) = 1/4: a (1/2 + 1/4) / 2, b (0 - 1/4) / 2.
    const values = shapleyRate(toCounted(2, paths));
    expect(toNumbers(values)).to.deep.equal([0.375, -0.125]);
    expect(shapleyWeights(values)).to.deep.equal([1_000_000, 0]);
  });

  it("rate: 24 channels are the most, of those that are on a path", () => {
    const steps = (count: number) => Array.from({ length: count }, (_, channel) => channel);
    const paths = (count: number) => [{ steps: steps(count), conversions: 1, nulls: 0 }];
    expect(() => shapleyRate(toCounted(30, paths(25)))).to.throw(
      "Found: 25 channels. Allowed: at most 24.",
    );
    expect(toNumbers(shapleyRate(toCounted(30, paths(3)))).slice(0, 4)).to.deep.equal([
      ...[1 / 3, 1 / 3, 1 / 3],
      0,
    ]);
  });

  for (const { name, solve, worth } of games) {
    it(`${name}: is what each channel adds, over all orders in which they could come`, () => {
      fc.assert(
        fc.property(aPathTable(CHANNELS), (paths) => {
          const values = toNumbers(solve(toCounted(CHANNELS, paths)));
          for (const [channel, expected] of byOrders(paths, worth).entries()) {
            expect(values[channel]).to.be.closeTo(expected, 1e-12);
          }
        }),
      );
    });

    it(`${name}: values add up to what all channels are worth together`, () => {
      fc.assert(
        fc.property(aPathTable(CHANNELS), (paths) => {
          const { parts, whole } = solve(toCounted(CHANNELS, paths));
          const sum = parts.reduce((all, part) => all + part, 0n);
          const all = worth(paths, new Set([0, 1, 2, 3]));
          // A rate is a multiple of 2^-52; sales are whole numbers.
          const expected = (BigInt(Math.round(all * 2 ** 52)) * whole) >> 52n;
          expect(sum).to.equal(expected);
        }),
      );
    });

    it(`${name}: exactly the same whatever the channels' numbers and the order of the paths`, () => {
      const numbers = fc.shuffledSubarray([0, 1, 2, 3], { minLength: CHANNELS });
      fc.assert(
        fc.property(aPathTable(CHANNELS), numbers, (paths, renamed) => {
          const other = paths.toReversed().map((path) => ({
            ...path,
            steps: path.steps.map((step) => renamed[step] ?? 0).toReversed(),
          }));
          const { parts } = solve(toCounted(CHANNELS, other));
          expect(renamed.map((channel) => parts[channel])).to.deep.equal(
            solve(toCounted(CHANNELS, paths)).parts,
          );
        }),
      );
    });

    it(`${name}: channels that are alike get the same, one on no path nothing`, () => {
      fc.assert(
        fc.property(aPathTable(2), (paths) => {
          const mirrored = paths.map((path) => ({ ...path, steps: path.steps.map((s) => 1 - s) }));
          const { parts } = solve(toCounted(3, [...paths, ...mirrored]));
          expect(parts[0]).to.equal(parts[1]);
          expect(parts[2]).to.equal(0n);
        }),
      );
    });
  }

  it("weights add up to a million wherever there was a sale", () => {
    fc.assert(
      fc.property(aPathTable(CHANNELS), (paths) => {
        for (const { solve } of games) {
          const weights = shapleyWeights(solve(toCounted(CHANNELS, paths)));
          expect(weights.reduce((sum, weight) => sum + weight, 0)).to.equal(1_000_000);
        }
      }),
    );
  });
});

type Worth = (paths: readonly Path[], coalition: ReadonlySet<number>) => number;

function salesOf(paths: readonly Path[], coalition: ReadonlySet<number>): number {
  return covered(paths, coalition).reduce((sum, { conversions }) => sum + conversions, 0);
}

function rateOf(paths: readonly Path[], coalition: ReadonlySet<number>): number {
  const all = covered(paths, coalition).reduce(
    (sum, path) => sum + path.conversions + path.nulls,
    0,
  );
  return all === 0 ? 0 : salesOf(paths, coalition) / all;
}

function covered(paths: readonly Path[], coalition: ReadonlySet<number>): Path[] {
  return paths.filter(({ steps }) => steps.every((step) => coalition.has(step)));
}

function byOrders(paths: readonly Path[], worth: Worth): number[] {
  const values = [0, 0, 0, 0];
  const orders = permutationsOf([0, 1, 2, 3]);
  for (const order of orders) {
    for (const [place, channel] of order.entries()) {
      const before = worth(paths, new Set(order.slice(0, place)));
      const after = worth(paths, new Set(order.slice(0, place + 1)));
      values[channel] = (values[channel] ?? 0) + (after - before) / orders.length;
    }
  }
  return values;
}

function permutationsOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutationsOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

function toNumbers({ parts, whole }: ShapleyValues): number[] {
  return parts.map((part) => Number((part * 2n ** 60n) / whole) / 2 ** 60);
}
